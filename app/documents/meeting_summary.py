"""The meeting summary on paper: one page that says what was decided and who does what until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.documents.flow import Identity, fitted
from app.documents.letterhead import letterhead, texts_of, with_grey
from app.documents.lines import Span
from app.documents.markdown import NotePart, note_parts
from app.documents.note_blocks import note_blocks
from app.documents.paper import (
    BODY,
    BODY_GREY,
    COLUMN_HEAD,
    LEAD,
    SMALL_GREY,
    SMALL_STRONG,
    SOURCE,
    STATEMENT,
    Block,
    Dot,
    Paper,
    Row,
    RuleMark,
    Section,
    Sheet,
    TickBox,
    beside,
    numbered,
    paragraph,
    right_aligned,
    stacked,
    with_mark,
)
from app.documents.press import Document, printed
from app.documents.script import LEFT_TO_RIGHT, uncovered
from app.domain.summary import Kept, MeetingSummary, Rating, Side, Step
from app.words import _


def meeting_summary_pdf(summary: MeetingSummary, *, paper: Paper) -> Document:
    """Make the PDF; the same summary gives the same bytes. Raises InputError for a logo that cannot be read."""
    identity = Identity(
        title=summary.title,
        kind=_("Meeting summary"),
        firm=summary.firm,
        author=summary.author,
        language=summary.language,
        foot=_("If something here is not what we agreed, tell me and I will correct it."),
    )
    texts = list(texts_of(summary))
    notes = [list(note_parts(note)) for note in summary.notes]

    def build(sheet: Sheet) -> tuple[Sequence[Row], Sequence[Section]]:
        return letterhead(sheet, summary, identity.kind), _sections(sheet, summary, notes)

    sheet, pages = fitted(paper, identity, sum(map(len, texts)), build)
    unknown = sorted(uncovered("\n".join(texts)))
    return Document(printed(sheet, identity, pages), len(pages), tuple(unknown))


def lines_in_short(text: str, paper: Paper) -> int:
    """How many lines the text that stands first takes on this paper, before any of it is set smaller."""
    sheet = Sheet(paper)
    return len(stacked(sheet, [[Span(text, LEAD)]], gap=0.0)[0].rows) if text.strip() else 0


def _sections(sheet: Sheet, summary: MeetingSummary, notes: Sequence[Sequence[NotePart]]) -> list[Section]:
    """The sections that have something to say, in their order."""
    decisions = [with_grey(Span(d.statement, STATEMENT), Span(d.reason, BODY_GREY)) for d in summary.decisions]
    changes = [
        with_grey(Span(c.now, STATEMENT), Span(_("Before: {was}").format(was=c.was) if c.was else "", BODY_GREY))
        for c in summary.changes
    ]
    market = [with_grey(Span(fact.text, BODY), Span(fact.source, SOURCE)) for fact in summary.market]
    lead = [[Span(summary.in_short, LEAD)]] if summary.in_short.strip() else []
    sections = [
        Section(_("In short"), tuple(stacked(sheet, lead, gap=0.0))),
        Section(_("Decisions"), tuple(numbered(sheet, decisions))),
        Section(_("What each\nof us keeps"), tuple(_promises(sheet, summary.mine, summary.theirs)), 10.0),
        Section(_("Next steps"), tuple(_step(sheet, step) for step in summary.steps), 9.5),
        Section(_("Open questions"), tuple(stacked(sheet, [[Span(q, BODY)] for q in summary.questions], gap=2.0))),
        Section(_("What changed"), tuple(stacked(sheet, changes, gap=2.0))),
        Section(_("Market facts"), tuple(stacked(sheet, market, gap=2.0))),
        Section(_("Notes"), tuple(block for note in notes for block in note_blocks(sheet, note))),
        Section(_("Satisfaction"), tuple(_rating(sheet, summary.satisfaction))),
    ]
    return [section for section in sections if section.blocks]


def _promises(sheet: Sheet, mine: Side, theirs: Side) -> Iterator[Block]:
    """Two columns with a line between, in rows that share their tops; one column if only one side keeps something."""
    sides = [side for side in (mine, theirs) if side.promises]
    if not sides:
        return
    middle = sheet.body + sheet.body_width / 2
    starts = [sheet.body, middle + 8][: len(sides)]
    width = sheet.body_width if len(sides) == 1 else sheet.body_width / 2 - 8
    count = max(len(side.promises) for side in sides)
    for place in range(count):
        columns = []
        for side, x in zip(sides, starts, strict=True):
            column = _side_head(sheet, side, x, width) if place == 0 else []
            if place < len(side.promises):
                column += _promise(sheet, side.promises[place], x, width)
            columns.append(column)
        rows = beside(*columns)
        if len(sides) > 1:
            below = 2.0 if place == count - 1 else 6.0 * sheet.scale
            end = sum(row.height for row in rows) + below
            rows = with_mark(rows, RuleMark(middle, 0.0, middle, end))
        yield Block(rows, 6.0 * sheet.scale)


def _side_head(sheet: Sheet, side: Side, x: float, width: float) -> list[Row]:
    words = _("{name} will").format(name=side.name)
    return [*paragraph(sheet, [Span(LEFT_TO_RIGHT + words, COLUMN_HEAD)], x, width, flush=True), Row(2.0 * sheet.scale)]


def _promise(sheet: Sheet, promise: Kept, x: float, width: float) -> list[Row]:
    rows = paragraph(sheet, [Span(promise.statement, STATEMENT)], x, width, flush=True)
    if promise.measure:
        rows += paragraph(sheet, [Span(promise.measure, SMALL_GREY)], x, width, flush=True)
    if promise.when:
        rows += paragraph(sheet, [Span(promise.when, SMALL_STRONG)], x, width, flush=True)
    return rows


def _step(sheet: Sheet, step: Step) -> Block:
    """A box to tick, what, who, and when against the right edge."""
    who_at, when_at = sheet.right - 138, sheet.right - 84
    what = paragraph(sheet, [Span(step.text, BODY)], sheet.body + 16, who_at - 8 - sheet.body - 16, flush=True)
    who = paragraph(sheet, [Span(step.who, BODY_GREY)], who_at, when_at - who_at, flush=True)
    when = right_aligned(paragraph(sheet, [Span(step.when, BODY)], when_at, 84), sheet.right)
    box = TickBox(sheet.body + 0.4, 10.7 * sheet.scale, 8.5 * sheet.scale)
    return Block(with_mark(beside(what, who, when), box), 3.5 * sheet.scale)


def _rating(sheet: Sheet, rating: Rating | None) -> Iterator[Block]:
    if rating is None:
        return
    drop, radius = 7.0 * sheet.scale, 4.2 * sheet.scale
    dots = [Dot(sheet.body + 5 + 15 * place, drop, radius, place < rating.score) for place in range(5)]
    count = _("{score} of 5").format(score=rating.score)
    score = paragraph(sheet, [Span(count, STATEMENT)], sheet.body + 82, 40)
    words_at = sheet.body + 122
    words = paragraph(sheet, [Span(rating.words, BODY)], words_at, sheet.right - words_at) if rating.words else []
    yield Block(with_mark(beside(score, words) if words else tuple(score), *dots))
