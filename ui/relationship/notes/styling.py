"""Which letters of a Markdown line are marks, which are words and how these look. Marks stay, only quieter."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

_LONGEST = 2_000  # a longer line stays plain: its patterns would cost more than a letter may

_SIGN = re.compile(r"\s*(?:[-+]|\d{1,9}[.)])\s|\s*-{2}")
_HEADING = re.compile(r"\s{0,3}(#{1,6})(\s+|$)")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?=\s)(?:\s+\[[ xX]\](?=\s))?")
_RULE = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_CODE = re.compile(r"(`+)([^`]+)\1")
_LINK = re.compile(r"(!?\[)([^\]]*)(\]\()([^)\s]*)(\))")
_PAIRS = (
    ("bold", re.compile(r"(\*\*|__)(?=[^\s*_])(.+?)(?<=[^\s*_])(\1)")),
    ("italic", re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])(\1)(?![\w*_])")),
)


class Span(NamedTuple):
    """Some letters of a line and what they are: heading, mark, headingMark, sign, quote, bold, italic, code or link."""

    start: int
    length: int
    kind: str


def spans(line: str) -> list[Span]:
    """The letters of a line that look other than plain text, from left to right, never overlapping."""
    if len(line) > _LONGEST or not _may_have_marks(line):
        return []
    kinds = [""] * len(line)
    heading = _HEADING.match(line)
    if heading:
        _paint(kinds, 0, len(line), "heading")
        _paint(kinds, 0, heading.end(), "headingMark")
    elif _RULE.match(line) or _FENCE.match(line):
        _paint(kinds, 0, len(line), "mark")
    else:
        start = _paint_beginning(kinds, line)
        _paint_inside(kinds, line, start)
    return _grouped(kinds, line)


def _may_have_marks(line: str) -> bool:
    """A quick look, so that plain text costs nothing."""
    return any(mark in line for mark in "*_`[#>~") or _SIGN.match(line) is not None


def _paint_beginning(kinds: list[str], line: str) -> int:
    """The sign a quote or an item of a list begins with; where the words begin."""
    quote = _QUOTE.match(line)
    if quote:
        _paint(kinds, quote.end(), len(line), "quote")
        _paint(kinds, 0, quote.end(), "sign")
        return quote.end()
    item = _ITEM.match(line)
    if item:
        _paint(kinds, 0, item.end(), "sign")
        return item.end()
    return 0


def _paint_inside(kinds: list[str], line: str, start: int) -> None:
    """Bold, italic, links and code."""
    for kind, pattern in _PAIRS:
        for found in pattern.finditer(line, start):
            _paint(kinds, *found.span(2), kind, over=("", "quote"))
            _paint(kinds, *found.span(1), "mark")
            _paint(kinds, *found.span(3), "mark")
    for found in _LINK.finditer(line, start):
        _paint(kinds, *found.span(), "mark")
        _paint(kinds, *found.span(2), "link")
    for found in _CODE.finditer(line, start):
        _paint(kinds, *found.span(), "mark")
        _paint(kinds, *found.span(2), "code")


def _paint(kinds: list[str], start: int, end: int, kind: str, over: tuple[str, ...] | None = None) -> None:
    for place in range(start, end):
        if over is None or kinds[place] in over:
            kinds[place] = kind


def _grouped(kinds: list[str], line: str) -> list[Span]:
    """Places and lengths as Qt counts them: a sign outside the first 65,536 is two."""
    found, place = [], 0
    for kind, letters in groupby(zip(kinds, line, strict=True), key=_kind_of):
        length = sum(1 + (letter > "\uffff") for _kind, letter in letters)
        if kind:
            found.append(Span(place, length, kind))
        place += length
    return found


def _kind_of(letter: tuple[str, str]) -> str:
    return letter[0]
