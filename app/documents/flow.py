"""Fills pages from the top down: first smaller type, then more pages, and no item parted that fits on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.documents.lines import Span, one_line
from app.documents.paper import INK, KIND, LABEL, Mark, Paper, Rings, Row, RuleMark, Section, Sheet, TextMark, paragraph

_SCALES = (1.0, 0.95, 0.9)
_ONE_PAGE_AT_MOST = 9000  # characters: more never fit on a page at any size, so the larger sizes are not tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a document says about itself: in its properties, in its small head and in its foot."""

    title: str
    kind: str
    firm: str
    author: str
    language: str
    foot: str


class Placed(NamedTuple):
    """A mark on a page; `y` is the height of the row's top above the lower edge of the paper."""

    y: float
    mark: Mark


@dataclass(slots=True)
class _Pages:
    """Pages being filled from the top down."""

    sheet: Sheet
    small_head: Callable[[], Sequence[Row]]
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    y: float = 0.0
    fresh: bool = True
    _head: Sequence[Row] | None = None

    def put(self, row: Row) -> None:
        self.pages[-1].extend(Placed(self.y, mark) for mark in row.marks)
        self.y -= row.height
        self.fresh = False

    def turn(self) -> None:
        self.pages.append([])
        self.y = self.sheet.top
        for row in self._head_rows():
            self.put(row)
        self.fresh = True

    def fits(self, height: float) -> bool:
        return self.y - height >= self.sheet.bottom

    @property
    def room(self) -> float:
        """What a page after the first has for blocks."""
        return self.sheet.top - self.sheet.bottom - sum(row.height for row in self._head_rows())

    def _head_rows(self) -> Sequence[Row]:
        if self._head is None:
            self._head = self.small_head()
        return self._head


def lay_out(sheet: Sheet, identity: Identity, head: Sequence[Row], sections: Sequence[Section]) -> list[list[Placed]]:
    """The pages that head and sections fill; a block is parted only where it is taller than a page."""
    pages = _Pages(sheet, lambda: small_head(sheet, identity), y=sheet.top)
    for row in head:
        if not pages.fits(row.height):
            pages.turn()
        pages.put(row)
    for place, section in enumerate(sections):
        _put_section(pages, section, first=place == 0)
    return pages.pages


def _put_section(pages: _Pages, section: Section, *, first: bool) -> None:
    sheet = pages.sheet
    above = 9.0 if first else 8.0 * sheet.scale
    label = paragraph(sheet, [Span(section.label, LABEL)], sheet.left, sheet.label_width - 8) if section.label else []
    label_height, head_height = (sum(row.height for row in rows) for rows in (label, section.head))
    if not pages.fits(above + head_height + max(label_height, section.blocks[0].height)) and not pages.fresh:
        pages.turn()
    if not pages.fresh:
        if not first:
            pages.put(Row(0.0, (RuleMark(sheet.left, 0.0, sheet.right, 0.0),)))
        pages.y -= above
    label_end = _put_head(pages, section.head, label)
    for place, block in enumerate(section.blocks):
        gap = 0.0 if place == 0 or pages.fresh else block.gap
        if not pages.fits(gap + block.height) and not pages.fresh:
            pages.turn()
            label_end = _put_head(pages, section.head, label)
            gap = 0.0
        pages.y -= gap
        for row in block.rows:
            if not pages.fits(row.height) and block.height > pages.room - head_height:
                pages.turn()
                label_end = _put_head(pages, section.head, label)
            pages.put(row)
    pages.y = min(pages.y, label_end) - section.after * sheet.scale


def _put_head(pages: _Pages, head: Sequence[Row], label: Sequence[Row]) -> float:
    """The head above what follows, and the label beside it; gives the height of the label's lower end."""
    fresh = pages.fresh
    for row in head:
        pages.put(row)
    pages.fresh = fresh
    y = pages.y
    for row in label:
        pages.pages[-1].extend(Placed(y, mark) for mark in row.marks)
        y -= row.height
    return y


def small_head(sheet: Sheet, identity: Identity) -> list[Row]:
    """The head of the second and later pages: one line, then a rule."""
    plain = Sheet(sheet.paper)
    firm = one_line(Span(identity.firm, KIND), plain.content_width / 4)
    kind = one_line(Span(identity.kind, KIND), plain.content_width / 4)
    title_at = plain.left + 20 + kind.width + 10
    title = one_line(Span(identity.title, KIND._replace(colour=INK)), plain.right - firm.width - 12 - title_at)
    marks: list[Mark] = [Rings(plain.left, 4.4), TextMark(plain.left + 20, 7.4, kind), TextMark(title_at, 7.4, title)]
    if identity.firm:
        marks.append(TextMark(plain.right - firm.width, 7.4, firm))
    rule = RuleMark(plain.left, 0.0, plain.right, 0.0, 1.2, INK)
    return [Row(18.0, tuple(marks)), Row(9.0, (rule,))]


def fitted(
    paper: Paper, identity: Identity, length: int, build: Callable[[Sheet], tuple[Sequence[Row], Sequence[Section]]]
) -> tuple[Sheet, list[list[Placed]]]:
    """Pages at 10 points; at 9.5 or 9 if that makes it one page; else at 9 over several. `length` is in characters."""
    for scale in _SCALES if length <= _ONE_PAGE_AT_MOST else _SCALES[-1:]:
        sheet = Sheet(paper, scale)
        head, sections = build(sheet)
        pages = lay_out(sheet, identity, head, sections)
        if len(pages) == 1:
            break
    return sheet, pages
