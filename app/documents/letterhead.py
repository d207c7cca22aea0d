"""The head that every document on paper has: mark and kind, firm or logo, title, facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from math import inf
from typing import Protocol

from app.documents.lines import Span, break_lines
from app.documents.logo import packed_logo
from app.documents.paper import (
    BODY,
    INK,
    KIND,
    SMALL_GREY,
    STATEMENT,
    TITLE,
    Mark,
    Picture,
    Rings,
    Row,
    RuleMark,
    Sheet,
    TextMark,
    beside,
    paragraph,
    right_aligned,
)
from app.documents.script import LEFT_TO_RIGHT
from app.domain.summary import Fact

_FACT_PARTS = {1: (1.0,), 2: (0.5, 0.5), 3: (0.34, 0.33, 0.33), 4: (0.2, 0.255, 0.325, 0.22)}
_BEHIND = 8.0  # points between two facts
_BELOW_FOUR = {1: (1.0,), 2: (0.455, 0.545), 3: (0.455, 0.325, 0.22), 4: _FACT_PARTS[4]}  # where those above begin


class Headed(Protocol):
    """What the head needs of a document's values."""

    @property
    def title(self) -> str: ...
    @property
    def facts(self) -> tuple[Fact, ...]: ...
    @property
    def firm(self) -> str: ...
    @property
    def logo(self) -> bytes | None: ...


def texts_of(value: object) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for column in fields(value):
            yield from texts_of(getattr(value, column.name))


def letterhead(sheet: Sheet, page: Headed, kind: str) -> list[Row]:
    """Mark and kind, firm or logo, title, facts; set in the same size on every page of paper."""
    sheet = Sheet(sheet.paper)
    half = sheet.content_width / 2
    first: list[Mark] = [Rings(sheet.left, 4.4)]
    height = 24.0
    for row in paragraph(sheet, [Span(kind, KIND)], sheet.left + 20, half - 20)[:1]:
        first.extend(mark._replace(drop=7.4) for mark in row.marks if isinstance(mark, TextMark))
    if page.logo is not None:
        logo = packed_logo(page.logo)
        first.append(Picture(sheet.right - logo.size[0], 0.0, logo))
        height = max(height, logo.size[1] + 10)
    elif page.firm:
        firm = right_aligned(paragraph(sheet, [Span(page.firm, KIND)], sheet.left, half), sheet.right)
        first.extend(mark for place, row in enumerate(firm) for mark in _dropped(row, 7.4 + place * KIND.leading))
        height += (len(firm) - 1) * KIND.leading
    rows = [Row(height, tuple(first))]
    rows += paragraph(sheet, [Span(page.title, TITLE)], sheet.left, sheet.content_width)
    for start in range(0, len(page.facts), 4):
        line = page.facts[start : start + 4]
        parts = (_BELOW_FOUR if start else _FACT_PARTS)[len(line)]
        rows += [Row(6.0), *_facts(sheet, line, _widths(sheet, line, parts))]
    return [*rows, Row(10.0), Row(0.0, (RuleMark(sheet.left, 0.0, sheet.right, 0.0, 1.2, INK),))]


def _dropped(row: Row, drop: float) -> list[TextMark]:
    return [mark._replace(drop=drop) for mark in row.marks if isinstance(mark, TextMark)]


def _widths(sheet: Sheet, facts: Sequence[Fact], parts: Sequence[float]) -> list[float]:
    """How wide each fact stands: as usual where all of them fit so, else by what each needs.

    Where even that is too much, the short ones keep their line, and the long ones share the rest evenly.
    """
    usual = [sheet.content_width * part for part in parts]
    needed = [_needed(fact) for fact in facts]
    if all(need <= width for need, width in zip(needed, usual, strict=True)):
        return usual
    room, widths = sheet.content_width, [0.0] * len(facts)
    for left, place in zip(range(len(facts), 0, -1), sorted(range(len(facts)), key=needed.__getitem__), strict=True):
        widths[place] = min(needed[place], room / left)
        room -= widths[place]
    return [width + room / len(facts) for width in widths]


def _needed(fact: Fact) -> float:
    """The width of a fact on one line, with the blank behind it."""
    spans = (Span(fact.label, SMALL_GREY), Span(LEFT_TO_RIGHT + fact.value, STATEMENT))
    return max(line.width for span in spans for line in break_lines([span], inf)) + _BEHIND


def _facts(sheet: Sheet, facts: Sequence[Fact], widths: Sequence[float]) -> tuple[Row, ...]:
    columns = []
    x = sheet.left
    for fact, whole in zip(facts, widths, strict=True):
        width = whole - _BEHIND
        label = paragraph(sheet, [Span(fact.label, SMALL_GREY)], x, width, flush=True)
        columns.append([*label, *paragraph(sheet, [Span(LEFT_TO_RIGHT + fact.value, STATEMENT)], x, width, flush=True)])
        x += whole
    return beside(*columns)


def with_grey(first: Span, behind: Span) -> list[Span]:
    """What is said, and behind it, in grey, what belongs to it; nothing behind it when that is empty."""
    return [first, Span(" ", BODY), behind] if behind.text else [first]
