"""The parts that every document on paper is made of: sizes, styles, rows of text and signs, sections.

All lengths are points. A row lies between two heights and carries marks at fixed places; a block is the rows that stay
together on one page; a section is blocks with a label beside them. `press` puts them on pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.documents.fonts import Face
from app.documents.lines import Line, Span, Style, break_lines

MM = 72 / 25.4
INK = (0x1C / 255, 0x1A / 255, 0x17 / 255)
GREY = (0x57 / 255, 0x53 / 255, 0x4C / 255)
RULE = (0xBD / 255, 0xB7 / 255, 0xAC / 255)

TITLE = Style(Face.DISPLAY, 20, 24, INK)
KIND = Style(Face.MEDIUM, 8.5, 11.5, GREY)
FOOT = Style(Face.REGULAR, 8, 11, GREY)
LEAD = Style(Face.REGULAR, 11, 15.5, INK)
BODY = Style(Face.REGULAR, 10, 14, INK)
BODY_GREY = Style(Face.REGULAR, 10, 14, GREY)
STATEMENT = Style(Face.MEDIUM, 10, 14, INK)
LABEL = Style(Face.SEMIBOLD, 9.5, 14, INK)
COLUMN_HEAD = Style(Face.SEMIBOLD, 9, 13.5, INK)
SMALL_GREY = Style(Face.REGULAR, 8.5, 11.5, GREY)
SMALL_STRONG = Style(Face.MEDIUM, 8.5, 11.5, INK)
SOURCE = Style(Face.REGULAR, 8.5, 14, GREY)


class Paper(StrEnum):
    """The sizes of paper that a document can be made for."""

    A4 = "a4"
    LETTER = "letter"


_SIZES = {Paper.A4: (210 * MM, 297 * MM), Paper.LETTER: (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One size of paper with its margins, and how much smaller than usual the body is set (1, 0.95 or 0.9)."""

    paper: Paper
    scale: float = 1.0

    left = 20 * MM
    label_width = 34 * MM
    foot = 12 * MM
    bottom = 20 * MM

    @property
    def width(self) -> float:
        return _SIZES[self.paper][0]

    @property
    def height(self) -> float:
        return _SIZES[self.paper][1]

    @property
    def top(self) -> float:
        return self.height - 18 * MM

    @property
    def right(self) -> float:
        return self.width - self.left

    @property
    def content_width(self) -> float:
        return self.right - self.left

    @property
    def body(self) -> float:
        """Where the body begins, beside the column of labels."""
        return self.left + self.label_width

    @property
    def body_width(self) -> float:
        return self.right - self.body

    def scaled(self, style: Style) -> Style:
        """The style at this sheet's size of body."""
        return style._replace(size=style.size * self.scale, leading=style.leading * self.scale)


class TextMark(NamedTuple):
    """A broken line; `drop` is how far its baseline lies below the top of the row."""

    x: float
    drop: float
    line: Line


class RuleMark(NamedTuple):
    """A straight line between two points; drops count from the top of the row."""

    x1: float
    drop1: float
    x2: float
    drop2: float
    weight: float = 0.5
    colour: tuple[float, float, float] = RULE


class TickBox(NamedTuple):
    """An empty box to tick; `drop` is its lower edge."""

    x: float
    drop: float
    side: float


class Dot(NamedTuple):
    """A dot of a rating, filled or empty; the point is its centre."""

    x: float
    drop: float
    radius: float
    filled: bool


class Rings(NamedTuple):
    """The program's mark: two linked rings; `x` is the left edge, `drop` the centre."""

    x: float
    drop: float


class Packed(NamedTuple):
    """A picture as the PDF takes it: grey, compressed; the digest names it."""

    digest: str
    pixels: tuple[int, int]
    data: bytes
    size: tuple[float, float]


class Picture(NamedTuple):
    """A packed picture; the point is its upper left corner."""

    x: float
    drop: float
    image: Packed


Mark = TextMark | RuleMark | TickBox | Dot | Rings | Picture


class Row(NamedTuple):
    """Marks side by side that no page break can part."""

    height: float
    marks: tuple[Mark, ...] = ()


class Block(NamedTuple):
    """Rows that stay on one page if they fit on one; `gap` is the blank above, left out at the top of a page."""

    rows: tuple[Row, ...]
    gap: float = 0.0

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


class Section(NamedTuple):
    """Blocks with a label beside them; `after` is the blank below, `head` stands above them on each page they reach."""

    label: str
    blocks: tuple[Block, ...]
    after: float = 9.0
    head: tuple[Row, ...] = ()


def paragraph(sheet: Sheet, spans: Sequence[Span], x: float, width: float, *, flush: bool = False) -> list[Row]:
    """Rows of broken text, scaled for the sheet.

    Right-to-left text is set against the right end of its width; with `flush` only where it takes several lines, so
    that a short name stays beside what it belongs to.
    """
    scaled = [Span(span.text, sheet.scaled(span.style)) for span in spans]
    lines = break_lines(scaled, width)
    leading = max(span.style.leading for span in scaled)
    drop = max(span.style.size for span in scaled)
    to_the_right = not flush or len(lines) > 1
    rows = []
    for line in lines:
        at = x + width - line.width if line.rtl and to_the_right else x
        rows.append(Row(leading, (TextMark(at, drop, line),) if line.pieces else ()))
    return rows


def right_aligned(rows: Sequence[Row], right: float) -> list[Row]:
    """The same rows with each line ending at `right`."""
    moved = []
    for row in rows:
        marks = [mark._replace(x=right - mark.line.width) for mark in row.marks if isinstance(mark, TextMark)]
        moved.append(Row(row.height, tuple(marks)))
    return moved


def beside(*columns: Sequence[Row]) -> tuple[Row, ...]:
    """Columns of rows with shared tops as one stack of rows, cut where every column is between two lines."""
    longest = max(columns, key=lambda column: sum(row.height for row in column))
    edges = [0.0]
    for row in longest:
        edges.append(edges[-1] + row.height)
    marks: list[list[Mark]] = [[] for _row in longest]
    for column in columns:
        top, place = 0.0, 0
        for row in column:
            while place + 1 < len(longest) and top >= edges[place + 1]:
                place += 1
            marks[place].extend(lowered(mark, top - edges[place]) for mark in row.marks)
            top += row.height
    return tuple(Row(row.height, tuple(found)) for row, found in zip(longest, marks, strict=True))


def lowered(mark: Mark, by: float) -> Mark:
    """The same mark, further down."""
    if isinstance(mark, RuleMark):
        return mark._replace(drop1=mark.drop1 + by, drop2=mark.drop2 + by)
    return mark._replace(drop=mark.drop + by)


def with_mark(rows: Sequence[Row], *marks: Mark) -> tuple[Row, ...]:
    """The rows with further marks on the first."""
    return (rows[0]._replace(marks=(*marks, *rows[0].marks)), *rows[1:])


def numbered(sheet: Sheet, entries: Sequence[Sequence[Span]], *, gap: float = 3.0) -> list[Block]:
    """A numbered list: each entry a block, its number hanging in front."""
    wide = 8.0 + 6.0 * len(str(len(entries)))
    blocks = []
    for number, spans in enumerate(entries, start=1):
        sign = paragraph(sheet, [Span(str(number), STATEMENT)], sheet.body, wide)
        text = paragraph(sheet, spans, sheet.body + wide, sheet.body_width - wide)
        blocks.append(Block(beside(text, sign), gap * sheet.scale))
    return blocks


def stacked(sheet: Sheet, entries: Sequence[Sequence[Span]], *, gap: float) -> list[Block]:
    """Paragraphs below each other, each a block."""
    return [Block(tuple(paragraph(sheet, e, sheet.body, sheet.body_width)), gap * sheet.scale) for e in entries]
