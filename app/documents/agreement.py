"""The agreement sheet on paper: what each side keeps in paired rows, how it is closed, and two lines to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from app.documents.flow import Identity, fitted
from app.documents.fonts import Face
from app.documents.letterhead import letterhead, texts_of
from app.documents.lines import Span, Style, break_lines
from app.documents.paper import (
    BODY,
    INK,
    LABEL,
    SMALL_GREY,
    Block,
    Paper,
    Row,
    RuleMark,
    Section,
    Sheet,
    beside,
    paragraph,
    with_mark,
)
from app.documents.press import Document, printed
from app.documents.script import LEFT_TO_RIGHT, uncovered
from app.domain.agreement import AgreementSheet, Promised
from app.domain.expectations import Side
from app.words import _

_SIDE_HEAD = Style(Face.DISPLAY, 13, 17, INK)
_PROMISE = Style(Face.MEDIUM, 10.5, 14.5, INK)
_DETAIL = Style(Face.REGULAR, 8.5, 12.5, INK)
_DETAIL_GREY = SMALL_GREY._replace(leading=12.5)
_BETWEEN, _BEHIND = 20.0, 6.0  # points: between the columns, behind what a detail is called
_DATE = 64.0  # points of a line for a date


def agreement_pdf(agreement: AgreementSheet, *, paper: Paper) -> Document:
    """Make the PDF; the same sheet gives the same bytes. Raises InputError for a logo that cannot be read."""
    identity = Identity(
        title=agreement.title, kind=_("Expectation agreement"), firm=agreement.firm, author=agreement.author,
        language=agreement.language, foot=agreement.firm,
    )  # fmt: skip
    texts = list(texts_of(agreement))

    def build(sheet: Sheet) -> tuple[Sequence[Row], Sequence[Section]]:
        return letterhead(sheet, agreement, identity.kind), _sections(sheet, agreement)

    sheet, pages = fitted(paper, identity, sum(map(len, texts)), build)
    return Document(printed(sheet, identity, pages), len(pages), tuple(sorted(uncovered("\n".join(texts)))))


def _sections(sheet: Sheet, agreement: AgreementSheet) -> list[Section]:
    """What is agreed, what is to be discussed, the clauses; two lines to sign where there is something to sign.

    On each page it stands above them whose promises they are, and that they are only to be discussed. Nobody signs a
    page with nothing on it: the lines go with what stands last.
    """
    heads = _heads(sheet, agreement)
    open_words = (*paragraph(sheet, [Span(_("To discuss"), LABEL)], sheet.left, sheet.content_width), Row(4.0))
    sections = [
        Section("", tuple(_pairs(sheet, agreement.agreed)), head=heads),
        Section("", tuple(_pairs(sheet, agreement.to_discuss)), head=(*open_words, *heads)),
    ]
    for clause in agreement.clauses:
        words = paragraph(sheet, [Span(clause.words, BODY)], sheet.body, sheet.body_width)
        sections.append(Section(clause.heading, (Block(tuple(words)),)))
    found = [section for section in sections if section.blocks]
    if agreement.agreed:
        *before, last = found[-1].blocks
        signed = last._replace(rows=(*last.rows, *_signatures(sheet, agreement)))
        found[-1] = found[-1]._replace(blocks=(*before, signed))
    return found


def _columns(sheet: Sheet) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where each column begins, and its width."""
    width = (sheet.content_width - _BETWEEN) / 2
    return (sheet.left, width), (sheet.right - width, width)


def _heads(sheet: Sheet, agreement: AgreementSheet) -> tuple[Row, ...]:
    """Who keeps what stands below; in the same size however small the rest is set."""
    theirs = _("{name} will").format(name=agreement.theirs)
    own = _("{name} will").format(name=agreement.own) if agreement.own else _("I will")
    columns = [
        paragraph(Sheet(sheet.paper), [Span(LEFT_TO_RIGHT + words, _SIDE_HEAD)], x, width, flush=True)
        for words, (x, width) in zip((own, theirs), _columns(sheet), strict=True)
    ]
    return (*beside(*columns), Row(7.0 * sheet.scale))


def _pairs(sheet: Sheet, promises: Sequence[Promised]) -> Iterator[Block]:
    """Yours and theirs side by side in rows that share their tops; what both keep stands on both sides."""
    kept = [[each for each in promises if each.side in (side, Side.BOTH)] for side in (Side.MINE, Side.THEIRS)]
    hanging = 10.0 + 6.0 * len(str(max(map(len, kept))))
    for number, pair in enumerate(zip_longest(*kept), start=1):
        columns, rules = [], []
        for promise, (x, width) in zip(pair, _columns(sheet), strict=True):
            if promise is None:
                columns.append([Row(0.0)])
            else:
                sign = paragraph(sheet, [Span(str(number), _PROMISE)], x, hanging)
                columns.append(_promise(sheet, promise, sign, (x + hanging, width - hanging)))
            if promise is not None or number == 1:
                rules.append(RuleMark(x, 0.0, x + width, 0.0))
        rows = with_mark(beside(*columns), *rules)
        yield Block((*rows, Row(6.0 * sheet.scale)))


def _promise(sheet: Sheet, promise: Promised, sign: Sequence[Row], place: tuple[float, float]) -> list[Row]:
    """What is promised, with its number before it, and below it how both know, by which clock, for which search."""
    x, width = place
    statement = paragraph(sheet, [Span(promise.statement, _PROMISE)], x, width, flush=True)
    rows = [Row(6.0 * sheet.scale), *beside(statement, sign), Row(1.5 * sheet.scale)]
    labels = [Span(words, sheet.scaled(_DETAIL_GREY)) for words in (_("Kept when"), _("When"), _("For"))]
    wide = max(line.width for label in labels for line in break_lines([label], width / 2)) + _BEHIND
    for label, words in zip(labels, (promise.measure, promise.when, promise.search), strict=True):
        if words:
            named = paragraph(sheet, [label._replace(style=_DETAIL_GREY)], x, wide, flush=True)
            said = paragraph(sheet, [Span(words, _DETAIL)], x + wide, width - wide, flush=True)
            rows += beside(said, named)
    return rows


def _signatures(sheet: Sheet, agreement: AgreementSheet) -> tuple[Row, ...]:
    """A line for each name and a line for each day, with room for a pen above them."""
    columns, lines = [], []
    names = (agreement.own or agreement.firm or _("Recruiter"), agreement.theirs)
    for name, (x, width) in zip(names, _columns(sheet), strict=True):
        name_width = width - _DATE - 14.0
        for words, at, wide in ((name, x, name_width), (_("Date"), x + width - _DATE, _DATE)):
            columns.append(paragraph(sheet, [Span(LEFT_TO_RIGHT + words, SMALL_GREY)], at, wide, flush=True))
            lines.append(RuleMark(at, 0.0, at + wide, 0.0, 0.8, INK))
    return (Row(42.0 * sheet.scale), *with_mark((Row(3.0), *beside(*columns)), *lines))
