"""Where the words somebody looks for stand in a text, as the full text finds them: in any script, without accents.

Places are of the text as it is written: "lukasz" marks all of "Łukasz", "xiaoming" the last two signs of 王小明.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from app.storage.finding import is_unspaced, plain

_WORD = re.compile("[a-z0-9]+")
_LOOKED_THROUGH = 4_000  # letters of a text; folding a note of a megabyte would take a second
_BEFORE = 24
_FORGIVEN_OVER = 4


class Mark(NamedTuple):
    """Some letters of a text."""

    start: int
    length: int


class Wanted(NamedTuple):
    """What is looked for: whole words and the beginning of a last one, and both as a pattern of folded text."""

    whole: frozenset[str]
    beginning: str
    pattern: re.Pattern[str]


class Excerpt(NamedTuple):
    """A stretch of a text on one line, with the marks in it."""

    text: str
    marks: tuple[Mark, ...]


def wanted_in(words: str) -> Wanted:
    """Typed words as they are compared."""
    folded = folded_words(words)
    return _wanted(frozenset(folded[:-1]), folded[-1] if folded else "")


def beginnings_in(words: str) -> list[Wanted]:
    """Typed words each of which may be a beginning, as names and commands are found."""
    return [_wanted(frozenset(), word) for word in folded_words(words)]


def marks(text: str, words: str) -> tuple[Mark, ...]:
    """The places of the words in a text, from left to right."""
    return marks_of(text, wanted_in(words))


def marks_of(text: str, wanted: Wanted) -> tuple[Mark, ...]:
    """As `marks`, for words that were read before."""
    if not wanted.beginning:
        return ()
    text = text[:_LOOKED_THROUGH]
    if text.isascii():
        return tuple(Mark(hit.start(), len(hit[0])) for hit in wanted.pattern.finditer(text.lower()))
    parts = [_FOLDED[letter] for letter in text]
    folded = "".join(parts)
    if is_unspaced(text):
        return _marks_between_signs(text, folded, _places(parts), wanted)
    if wanted.pattern.search(folded) is None:
        return ()
    places = _places(parts)
    found: list[Mark] = []
    for hit in wanted.pattern.finditer(folded):
        start, end = places[hit.start()], places[hit.end() - 1] + 1
        if not found or start >= found[-1].start + found[-1].length:  # one letter may be folded into several words
            found.append(Mark(start, end - start))
    return tuple(found)


def _wanted(whole: frozenset[str], beginning: str) -> Wanted:
    choices = [*(f"{word}(?![a-z0-9])" for word in sorted(whole)), beginning]
    return Wanted(whole, beginning, re.compile(f"(?<![a-z0-9])(?:{'|'.join(choices)})"))


def _marks_between_signs(text: str, folded: str, places: Sequence[int], wanted: Wanted) -> tuple[Mark, ...]:
    """Where scripts without spaces are in the text, each of their signs may begin a word."""
    found: list[Mark] = []
    for word in _WORD.finditer(folded):
        for begin in _beginnings(text, places, word.start(), word.end()):
            length = _length(folded[begin : word.end()], wanted, open_end=is_unspaced(text[places[begin]]))
            if length:
                start, end = places[begin], places[begin + length - 1] + 1
                if not found or start >= found[-1].start + found[-1].length:
                    found.append(Mark(start, end - start))
                break
    return tuple(found)


def excerpt(text: str, wanted: Wanted, longest: int = 160) -> Excerpt:
    """What stands around the first of the words; the beginning where there is none."""
    line = " ".join(text[:_LOOKED_THROUGH].split())
    found = marks_of(line, wanted)
    start = found[0].start if found else 0
    begin = line.find(" ", start - _BEFORE, start) + 1 if start > _BEFORE else 0
    cut = line[begin : begin + longest].rstrip()
    lead = "…" if begin else ""
    shift = len(lead) - begin
    inside = [Mark(mark.start + shift, mark.length) for mark in found if mark.start + mark.length - begin <= len(cut)]
    return Excerpt(lead + cut + ("…" if begin + longest < len(line) else ""), tuple(inside))


def fits(wanted: Iterable[str], words: Collection[str]) -> bool:
    """Whether every wanted word begins one of some words, or would with one letter mended."""
    return all(any(each.startswith(word) for each in words) or nearly(word, words) for word in wanted)


def nearly(typed: str, words: Iterable[str]) -> list[str]:
    """Those of some words that a typed one would begin with one letter mended; short ones are not mended."""
    half = len(typed) // 2
    head, tail = typed[: half - 1], typed[half + 1 :]  # one letter cannot spoil both
    if len(typed) <= _FORGIVEN_OVER:
        return []
    return [word for word in words if (word.startswith(head) or tail in word) and _is_near(typed, word)]


def folded_words(text: str) -> list[str]:
    """A text's words as they are compared."""
    return _WORD.findall(plain(text.encode("utf-8", "ignore").decode()))


def _is_near(typed: str, word: str) -> bool:
    """Whether one letter wrong, missing, too many or in its neighbour's place makes the beginning of a word of it."""
    size = next((at for at, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), min(len(typed), len(word)))
    rest, other = typed[size:], word[size:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return any(other.startswith(each) for each in (rest[1:], swapped)) or other[1:].startswith((rest[1:], rest))


class _Letters(dict[str, str]):
    """Each letter without accent and case, looked up once."""

    def __missing__(self, letter: str) -> str:
        """Look it up."""
        self[letter] = folded = plain(letter)
        return folded


_FOLDED = _Letters()


def _places(parts: Sequence[str]) -> list[int]:
    """For each letter of a folded text the place it comes from."""
    return [at for at, part in enumerate(parts) for _letter in part]


def _beginnings(text: str, places: Sequence[int], start: int, end: int) -> list[int]:
    """Where a word may begin inside a folded one: at its start, and at each sign of a script without spaces."""
    inside = [at for at in range(start + 1, end) if places[at] != places[at - 1] and is_unspaced(text[places[at]])]
    return [start, *inside]


def _length(folded: str, wanted: Wanted, *, open_end: bool) -> int:
    """How many letters are wanted here, 0 for none; with an open end, also where a whole word goes on."""
    if folded in wanted.whole:
        return len(folded)
    words = [wanted.beginning, *(wanted.whole if open_end else ())]
    return max((len(word) for word in words if folded.startswith(word)), default=0)
