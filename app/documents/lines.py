"""Breaking text into lines: the last two words stay together, long words break, Chinese breaks between characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.documents.fonts import Face
from app.documents.script import Run, clusters, is_plain, is_rtl, typeset, typeset_word

Colour = tuple[float, float, float]

_CJK = "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_OPENING = "(\\[{\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\uff08\uff3b\uff5b\u201c\u2018"
_CLOSING = (
    ")\\]}\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301c\u3005\u303b\u30fb\u30fc\u3041\u3043\u3045\u3047"
    "\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\uff01\uff09\uff0c\uff0e\uff1a\uff1b"
    "\uff1f\uff3d\uff5d\uff5e\u201d\u2019,.!?:;%\u2026"
)
_BLANK = " \\t\\r\\f\\v\\x1c-\\x1f\\u1680\\u2000-\\u200b\\u205f\\u3000"
_LONGEST_TOKEN = 256
_TOKEN = re.compile(
    f"(?:(?P<cjk>[{_OPENING}]*[{_CJK}][\u0300-\u036f\u3099\u309a\ufe00-\ufe0f]*[{_CLOSING}]*)"
    f"|(?P<word>(?:(?![{_CJK}])[^{_BLANK}]){{1,{_LONGEST_TOKEN}}}))?(?P<blank>[{_BLANK}]*)"
)
_HARD_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_GOOD_ENDS = frozenset("-/_.@,:;&=?+|\\")
_SHRINK = 0.05  # A line may press its spaces together by this much of a space before a word goes to the next line.


class Style(NamedTuple):
    """How a text is set: face, size and leading in points, colour as parts of one."""

    face: Face
    size: float
    leading: float
    colour: Colour


class Span(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: Style


class Piece(NamedTuple):
    """Runs of one style within a line; `x` in points from the line's left end."""

    x: float
    runs: tuple[Run, ...]
    style: Style
    spacing: float


class Line(NamedTuple):
    """One broken line, ready to be drawn."""

    pieces: tuple[Piece, ...]
    width: float
    rtl: bool


class _Part(NamedTuple):
    text: str
    style: Style
    width: float


class _Word(NamedTuple):
    """What no break may cut, and the blank behind it."""

    parts: tuple[_Part, ...]
    width: float
    blank: float


def break_lines(spans: Sequence[Span], width: float) -> list[Line]:
    """Lines no wider than `width` points; a text with line breaks of its own keeps them."""
    if len(spans) == 1 and (line := _short_line(spans[0], width)):
        return [line]
    lines: list[Line] = []
    for paragraph in _paragraphs(spans):
        rtl = is_rtl("".join(span.text for span in paragraph))
        words = _bound(_words(paragraph), width)
        lines.extend(_line(row, width, rtl) for row in _rows(words, width))
    return lines


def _short_line(span: Span, width: float) -> Line | None:
    """The quick way for most texts on a page: plain, and short enough for one line."""
    text, style = span
    if len(text) > _LONGEST_TOKEN or not is_plain(text) or text.strip() != text or "  " in text:
        return None
    glyphs = typeset_word(text, style.face)
    size = glyphs.width * style.size / 1000
    return Line((Piece(0.0, glyphs.runs, style, 0.0),), size, False) if text and size <= width else None


def blanks(text: str) -> int:
    """How many blanks of a text give way when a line is pressed together."""
    return text.count(" ") + text.count("\xa0")


def one_line(span: Span, width: float) -> Line:
    """The text on a single line, cut with an ellipsis where it does not fit."""
    text = " ".join(span.text.split())
    if _measure(text, span.style) > width:
        ellipsis = _measure("…", span.style)
        kept, used = "", 0.0
        for cluster in clusters(text[:400]):
            used += _measure(cluster, span.style)
            if used + ellipsis > width:
                break
            kept += cluster
        text = kept.rstrip() + "…"
    return _line([_Word((_Part(text, span.style, _measure(text, span.style)),), 0.0, 0.0)], width, is_rtl(text))


def _measure(text: str, style: Style) -> float:
    return typeset_word(text, style.face).width * style.size / 1000


def _paragraphs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    current: list[Span] = []
    for span in spans:
        first, *others = _HARD_BREAK.split(span.text)
        current.append(Span(first, span.style))
        for text in others:
            yield current
            current = [Span(text, span.style)]
    yield current


def _words(spans: Sequence[Span]) -> list[_Word]:
    words: list[_Word] = []
    parts: list[_Part] = []  # of the word that is not yet ended: styles may change within it
    for span in spans:
        space = _measure(" ", span.style)
        for token in _TOKEN.finditer(span.text):
            cjk, word, blank = token.groups()
            if cjk and parts and parts[-1].style == span.style:
                words.append(_word(parts, 0.0))
            parts += [
                _Part(content, span.style, _measure(content, span.style)) for content in (cjk or word,) if content
            ]
            gap = space if blank and blank != "\u200b" else 0.0
            if parts and (blank or cjk):
                words.append(_word(parts, gap))
            elif gap and words and not words[-1].blank:
                words[-1] = words[-1]._replace(blank=gap)
    return [*words, _word(parts, 0.0)] if parts else words


def _word(parts: list[_Part], blank: float) -> _Word:
    """A word of these parts, which are taken off the list."""
    word = _Word(tuple(parts), sum(part.width for part in parts), blank)
    parts.clear()
    return word


def _bound(words: list[_Word], width: float) -> list[_Word]:
    """The last two words as one, so that no word is left alone on the last line."""
    if len(words) < 3 or not words[-2].blank:
        return words
    first, last = words[-2:]
    if first.width + first.blank + last.width > width:
        return words
    blank = _Part(" ", first.parts[-1].style, first.blank)
    whole = _Word((*first.parts, blank, *last.parts), first.width + first.blank + last.width, last.blank)
    return [*words[:-2], whole]


def _rows(words: list[_Word], width: float) -> Iterator[list[_Word]]:
    row: list[_Word] = []
    used = gap = shrink = 0.0
    for word in words:
        if row and used + gap + word.width > width + shrink:
            yield row
            row, used, gap, shrink = [], 0.0, 0.0, 0.0
        *full, last = _cut(word, width) if word.width > width else (word,)
        yield from ([part] for part in full)
        row.append(last)
        used += gap + last.width
        gap = last.blank
        shrink += _SHRINK * gap
    yield row


def _cut(word: _Word, width: float) -> list[_Word]:
    """A word wider than the line in pieces that fit, after a hyphen or the like where there is one."""
    pieces: list[_Word] = []
    parts: list[_Part] = []
    used, good = 0.0, 0

    def close(count: int) -> None:
        nonlocal used, good
        done, rest = parts[:count], parts[count:]
        joined = tuple(_joined(done))
        pieces.append(_Word(joined, sum(part.width for part in joined), 0.0))
        parts[:] = rest
        used, good = sum(part.width for part in rest), 0

    for part in word.parts:
        for cluster in clusters(part.text):
            size = _measure(cluster, part.style)
            if parts and used + size > width:
                close(good or len(parts))
            parts.append(_Part(cluster, part.style, size))
            used += size
            if cluster[0] in _GOOD_ENDS and used > width / 2:
                good = len(parts)
    close(len(parts))
    pieces[-1] = pieces[-1]._replace(blank=word.blank)
    return pieces


def _joined(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Neighbours of one style as one text."""
    start = 0
    for end in range(1, len(parts) + 1):
        if end == len(parts) or parts[end].style != parts[start].style:
            same = parts[start:end]
            yield _Part("".join(part.text for part in same), same[0].style, sum(part.width for part in same))
            start = end


def _line(words: Sequence[_Word], width: float, rtl: bool) -> Line:
    parts: list[_Part] = []
    for place, word in enumerate(words):
        parts.extend(word.parts)
        if word.blank and place < len(words) - 1:
            parts.append(_Part(" ", word.parts[-1].style, word.blank))
    joined = list(_joined(parts))
    total = sum(part.width for part in joined)
    squeeze = 0.0
    if total > width and (count := sum(blanks(part.text) for part in joined)):
        squeeze = (width - total) / count
    pieces: list[Piece] = []
    x = 0.0
    for text, style, _width in reversed(joined) if rtl else joined:
        glyphs = typeset(text, style.face, rtl=rtl)
        pieces.append(Piece(x, glyphs.runs, style, squeeze))
        x += glyphs.width * style.size / 1000
        if squeeze:
            x += squeeze * blanks(text)
    return Line(tuple(pieces), x, rtl)
