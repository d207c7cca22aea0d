"""The meeting summary on paper: one page that says what was decided and who does what until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from app.documents.flow import Identity, fitted
from app.documents.fonts import Face
from app.documents.lines import Span
from app.documents.logo import packed_logo
from app.documents.markdown import NotePart, Tone, note_parts
from app.documents.paper import (
    BODY,
    BODY_GREY,
    COLUMN_HEAD,
    INK,
    KIND,
    LEAD,
    SMALL_GREY,
    SMALL_STRONG,
    SOURCE,
    STATEMENT,
    TITLE,
    Block,
    Dot,
    Mark,
    Paper,
    Picture,
    Rings,
    Row,
    RuleMark,
    Section,
    Sheet,
    TextMark,
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
from app.domain.summary import Fact, Kept, MeetingSummary, Rating, Side, Step
from app.words import _

_FACT_PARTS = {1: (1.0,), 2: (0.5, 0.5), 3: (0.34, 0.33, 0.33), 4: (0.2, 0.255, 0.325, 0.22)}
_TONES = {Tone.PLAIN: Face.REGULAR, Tone.STRONG: Face.SEMIBOLD, Tone.EMPHASIS: Face.ITALIC}
_INDENT = 14.0


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
    texts = list(_texts(summary))
    notes = [list(note_parts(note)) for note in summary.notes]

    def build(sheet: Sheet) -> tuple[Sequence[Row], Sequence[Section]]:
        return _head(sheet, summary, identity.kind), _sections(sheet, summary, notes)

    sheet, pages = fitted(paper, identity, sum(map(len, texts)), build)
    unknown = sorted(uncovered("\n".join(texts)))
    return Document(printed(sheet, identity, pages), len(pages), tuple(unknown))


def lines_in_short(text: str, paper: Paper) -> int:
    """How many lines the text that stands first takes on this paper, before any of it is set smaller."""
    sheet = Sheet(paper)
    return len(stacked(sheet, [[Span(text, LEAD)]], gap=0.0)[0].rows) if text.strip() else 0


def _texts(value: object) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for column in fields(value):
            yield from _texts(getattr(value, column.name))


def _head(sheet: Sheet, summary: MeetingSummary, kind: str) -> list[Row]:
    """Mark and kind, firm or logo, title, facts; set in the same size on every page of paper."""
    sheet = Sheet(sheet.paper)
    half = sheet.content_width / 2
    first: list[Mark] = [Rings(sheet.left, 4.4)]
    height = 24.0
    for row in paragraph(sheet, [Span(kind, KIND)], sheet.left + 20, half - 20)[:1]:
        first.extend(mark._replace(drop=7.4) for mark in row.marks if isinstance(mark, TextMark))
    if summary.logo is not None:
        logo = packed_logo(summary.logo)
        first.append(Picture(sheet.right - logo.size[0], 0.0, logo))
        height = max(height, logo.size[1] + 10)
    elif summary.firm:
        firm = right_aligned(paragraph(sheet, [Span(summary.firm, KIND)], sheet.left, half), sheet.right)
        first.extend(mark for place, row in enumerate(firm) for mark in _dropped(row, 7.4 + place * KIND.leading))
        height += (len(firm) - 1) * KIND.leading
    rows = [Row(height, tuple(first))]
    rows += paragraph(sheet, [Span(summary.title, TITLE)], sheet.left, sheet.content_width)
    for start in range(0, len(summary.facts), 4):
        rows += [Row(6.0), *_facts(sheet, summary.facts[start : start + 4])]
    return [*rows, Row(10.0), Row(0.0, (RuleMark(sheet.left, 0.0, sheet.right, 0.0, 1.2, INK),))]


def _dropped(row: Row, drop: float) -> list[TextMark]:
    return [mark._replace(drop=drop) for mark in row.marks if isinstance(mark, TextMark)]


def _facts(sheet: Sheet, facts: Sequence[Fact]) -> tuple[Row, ...]:
    columns = []
    x = sheet.left
    for fact, part in zip(facts, _FACT_PARTS[len(facts)], strict=True):
        width = sheet.content_width * part - 8
        label = paragraph(sheet, [Span(fact.label, SMALL_GREY)], x, width, flush=True)
        columns.append([*label, *paragraph(sheet, [Span(LEFT_TO_RIGHT + fact.value, STATEMENT)], x, width, flush=True)])
        x += sheet.content_width * part
    return beside(*columns)


def _sections(sheet: Sheet, summary: MeetingSummary, notes: Sequence[Sequence[NotePart]]) -> list[Section]:
    """The sections that have something to say, in their order."""
    decisions = [_with_grey(Span(d.statement, STATEMENT), Span(d.reason, BODY_GREY)) for d in summary.decisions]
    changes = [
        _with_grey(Span(c.now, STATEMENT), Span(_("Before: {was}").format(was=c.was) if c.was else "", BODY_GREY))
        for c in summary.changes
    ]
    market = [_with_grey(Span(fact.text, BODY), Span(fact.source, SOURCE)) for fact in summary.market]
    lead = [[Span(summary.in_short, LEAD)]] if summary.in_short.strip() else []
    sections = [
        Section(_("In short"), tuple(stacked(sheet, lead, gap=0.0))),
        Section(_("Decisions"), tuple(numbered(sheet, decisions))),
        Section(_("What each\nof us keeps"), tuple(_promises(sheet, summary.mine, summary.theirs)), 10.0),
        Section(_("Next steps"), tuple(_step(sheet, step) for step in summary.steps), 9.5),
        Section(_("Open questions"), tuple(stacked(sheet, [[Span(q, BODY)] for q in summary.questions], gap=2.0))),
        Section(_("What changed"), tuple(stacked(sheet, changes, gap=2.0))),
        Section(_("Market facts"), tuple(stacked(sheet, market, gap=2.0))),
        Section(_("Notes"), tuple(block for note in notes for block in _note(sheet, note))),
        Section(_("Satisfaction"), tuple(_rating(sheet, summary.satisfaction))),
    ]
    return [section for section in sections if section.blocks]


def _with_grey(first: Span, behind: Span) -> list[Span]:
    return [first, Span(" ", BODY), behind] if behind.text else [first]


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


def _note(sheet: Sheet, parts: Sequence[NotePart]) -> Iterator[Block]:
    for part in parts:
        inset = _INDENT * (min(part.depth, 8) + part.quoted)
        x = sheet.body + inset
        style = BODY_GREY if part.quoted else BODY
        spans = [Span(stretch.text, style._replace(face=_TONES[stretch.tone])) for stretch in part.stretches]
        rows = tuple(paragraph(sheet, spans, x, sheet.body_width - inset))
        if part.sign:
            rows = beside(rows, paragraph(sheet, [Span(part.sign, BODY)], x - _INDENT, _INDENT * 2))
        if part.quoted:
            rows = tuple(Row(r.height, (*r.marks, RuleMark(x - 8, 0.0, x - 8, r.height))) for r in rows)
        yield Block(rows, (2.0 if part.tight else 6.0) * sheet.scale)


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
