"""The search brief on paper: what is sought, what was learnt about the role, and how the requirements drifted."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.flow import Identity, fitted
from app.documents.letterhead import letterhead, texts_of, with_grey
from app.documents.lines import Span
from app.documents.markdown import note_parts
from app.documents.note_blocks import note_blocks
from app.documents.paper import (
    BODY,
    BODY_GREY,
    SMALL_GREY,
    SOURCE,
    STATEMENT,
    Block,
    Paper,
    Row,
    Section,
    Sheet,
    beside,
    numbered,
    paragraph,
    right_aligned,
    stacked,
)
from app.documents.press import Document, printed
from app.documents.script import uncovered
from app.domain.brief import Changed, SearchBrief, Told, Wanted
from app.domain.summary import Sourced, Step
from app.words import _


def search_brief_pdf(brief: SearchBrief, *, paper: Paper) -> Document:
    """Make the PDF; the same brief gives the same bytes. Raises InputError for a logo that cannot be read."""
    identity = Identity(
        title=brief.title, kind=_("Search brief"), firm=brief.firm, author=brief.author, language=brief.language,
        foot=_("If something here is not what we agreed, tell me and I will correct it."),
    )  # fmt: skip
    texts = list(texts_of(brief))

    def build(sheet: Sheet) -> tuple[Sequence[Row], Sequence[Section]]:
        return letterhead(sheet, brief, identity.kind), _sections(sheet, brief)

    sheet, pages = fitted(paper, identity, sum(map(len, texts)), build)
    return Document(printed(sheet, identity, pages), len(pages), tuple(sorted(uncovered("\n".join(texts)))))


def _sections(sheet: Sheet, brief: SearchBrief) -> list[Section]:
    """The sections that have something to say, in their order."""
    sections = [
        Section(_("In short"), tuple(note_blocks(sheet, list(note_parts(brief.brief))))),
        Section(_("Must have"), tuple(numbered(sheet, [_wanted(each) for each in brief.musts]))),
        Section(_("Nice to have"), tuple(stacked(sheet, [_wanted(each) for each in brief.nices], gap=2.0))),
        Section(_("Deal makers"), tuple(_lines(sheet, brief.deal_makers))),
        Section(_("Deal breakers"), tuple(_lines(sheet, brief.deal_breakers))),
        Section(_("The last person\nin the role"), tuple(_told(sheet, each) for each in brief.last_person)),
        Section(_("Alternatives"), tuple(_sourced(sheet, brief.alternatives))),
        Section(_("Market facts"), tuple(_sourced(sheet, brief.market))),
        Section(_("Process"), tuple(_step(sheet, each) for each in brief.process)),
        Section(_("Where we look"), tuple(_sourced(sheet, brief.sourcing))),
        Section(_("What changed"), tuple(_drift(sheet, brief))),
    ]
    return [section for section in sections if section.blocks]


def _wanted(wanted: Wanted) -> list[Span]:
    return with_grey(Span(wanted.text, STATEMENT), Span(wanted.probe, BODY_GREY))


def _lines(sheet: Sheet, texts: Sequence[str]) -> list[Block]:
    return stacked(sheet, [[Span(text, BODY)] for text in texts], gap=2.0)


def _sourced(sheet: Sheet, facts: Sequence[Sourced]) -> list[Block]:
    return stacked(sheet, [with_grey(Span(fact.text, BODY), Span(fact.source, SOURCE)) for fact in facts], gap=2.0)


def _told(sheet: Sheet, told: Told) -> Block:
    question = paragraph(sheet, [Span(told.question, SMALL_GREY)], sheet.body, sheet.body_width)
    answer = paragraph(sheet, [Span(told.answer, BODY)], sheet.body, sheet.body_width)
    return Block((*question, *answer), 5.0 * sheet.scale)


def _step(sheet: Sheet, step: Step) -> Block:
    """What, who, and how long against the right edge."""
    who_at, time_at = sheet.right - 168, sheet.right - 84
    what = paragraph(sheet, [Span(step.text, BODY)], sheet.body, who_at - 8 - sheet.body, flush=True)
    who = paragraph(sheet, [Span(step.who, BODY_GREY)], who_at, time_at - who_at - 8, flush=True)
    time = right_aligned(paragraph(sheet, [Span(step.when, BODY)], time_at, 84), sheet.right)
    return Block(beside(what, who, time), 2.0 * sheet.scale)


def _drift(sheet: Sheet, brief: SearchBrief) -> list[Block]:
    """Each change with what it was; what they cost together stands last."""
    blocks = [_changed(sheet, each) for each in brief.changes]
    if brief.drift:
        blocks.append(Block(tuple(paragraph(sheet, [Span(brief.drift, STATEMENT)], sheet.body, sheet.body_width)), 5.0))
    return blocks


def _changed(sheet: Sheet, change: Changed) -> Block:
    if not change.was:
        what = [Span(_("Added: {now}").format(now=change.now), STATEMENT)]
    elif not change.now:
        what = [Span(_("Dropped: {was}").format(was=change.was), STATEMENT)]
    else:
        before = Span(_("Before: {was}").format(was=change.was), BODY_GREY)
        what = with_grey(Span(change.now, STATEMENT), before)
    said = paragraph(sheet, what, sheet.body, sheet.body_width)
    return Block((*said, *paragraph(sheet, [Span(change.said, SMALL_GREY)], sheet.body, sheet.body_width)), 4.0)
