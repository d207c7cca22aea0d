"""From text to glyphs: fonts for each script, right-to-left order, joined Arabic, marks on their letters.

Text is only ever text here: nothing in it is read as markup, and nothing is dropped unseen. A character that no font
covers, a control character, or one that would turn the order of its neighbours round, is drawn as its code in a box.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.documents.fonts import Face, Font, font_for, load

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_R = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_ARABIC_DIGITS = "\u0660-\u0669\u06f0-\u06f9"
_LETTER = r"[^\W\d_]"
_RTL = re.compile(f"(?![{_ARABIC_DIGITS}])[{_R}]")
_STRONG = re.compile(f"(?![{_ARABIC_DIGITS}])(?:{_LETTER}|[{_R}])")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_LATIN = f"(?![{_R}]){_LETTER}"
# From the first to the last right-to-left letter with no left-to-right letter between: one embedded name or phrase.
_RTL_STRETCH = re.compile(f"[{_R}](?:(?:(?!{_LATIN}).)*[{_R}])?", re.DOTALL)
_LTR_STRETCH = re.compile(f"{_LATIN}(?:[^{_R}]*{_LATIN})?[0-9]*")
_ORDER_MARK = "\u200f"

# Drawn by Inter as they are: no marks, no other script, nothing invisible.
_SPECIAL = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2015\u2018-\u2026\u2030-\u205e\u20a0-\u20c0]"
)
# Characters that choose a form, allow or forbid a break: they have done their work before drawing.
_UNSEEN = re.compile("[\xad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_BOXED = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
# Devanagari writes this vowel before the consonants that it follows in the text.
_SHORT_I = re.compile("((?:[\u0915-\u0939\u0958-\u095f]\u093c?\u094d)*[\u0915-\u0939\u0958-\u095f]\u093c?)\u093f")
_HEBREW_POINTED = re.compile("[\u05d0-\u05ea][\u05b0-\u05c7]+")
_MIRRORED = str.maketrans(
    "()[]{}<>\u00ab\u00bb\u2039\u203a\u2264\u2265",
    ")(][}{><\u00bb\u00ab\u203a\u2039\u2265\u2264",
)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_BLANKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_BOX_ROOM = 260.0
_MARK_ROOM = 40.0
BOX_SCALE = 0.62


class Run(NamedTuple):
    """Glyphs of one font from one point on; lengths in thousandths of the font size. `boxed` is a code in a box."""

    font: str
    text: str
    x: float
    rise: float = 0.0
    width: float = 0.0
    boxed: bool = False


# In front of a sentence of ours that may begin with a name in another script; it is never drawn.
LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"


class Typeset(NamedTuple):
    """A piece of a line, in the order in which it is drawn."""

    runs: tuple[Run, ...]
    width: float


def is_plain(text: str) -> bool:
    """Whether Inter draws the text as it is, from left to right."""
    return not _SPECIAL.search(text)


def is_rtl(text: str) -> bool:
    """Whether a paragraph that begins like this reads from right to left; `LEFT_TO_RIGHT` in front decides it."""
    if text.startswith(LEFT_TO_RIGHT):
        return False
    first = _STRONG.search(text)
    return first is not None and _RTL.match(first[0]) is not None


@lru_cache(maxsize=8192)
def typeset_word(text: str, face: Face) -> Typeset:
    """A word, remembered: texts repeat their words, and a line is measured by them."""
    return typeset(text, face)


def typeset(text: str, face: Face, *, rtl: bool = False) -> Typeset:
    """Choose fonts, join, reorder and place the marks of a piece of one line; `rtl` is the paragraph's direction."""
    if not rtl and not _SPECIAL.search(text):
        widths = load(face).widths
        try:
            width = sum(map(widths.__getitem__, text))
        except KeyError:
            return _set_glyphs(text, face)
        return Typeset((Run(face, text, 0.0, 0.0, width),), width)
    return _set_glyphs(_in_visual_order(_prepared(text), rtl), face)


def uncovered(text: str) -> set[str]:
    """The characters of `text` that are drawn as a box, each by its code: "U+1F9FF"."""
    shown = set(_UNSEEN.sub("", _prepared(_BLANKS.sub(" ", text))))
    return {code_name(char) for char in shown if _BOXED.match(char) or font_for(char, Face.REGULAR) is None}


def readable(text: str) -> str:
    """Text for a document's properties, where no box can be drawn: what would be boxed becomes U+FFFD."""
    return _BOXED.sub("\ufffd", text)


def code_name(char: str) -> str:
    """How a character is named when it cannot be shown: "U+1F9FF"."""
    return f"U+{ord(char):04X}"


def clusters(text: str) -> list[str]:
    """The text cut into letters with their marks: the smallest parts that a break may leave."""
    parts: list[str] = []
    for char in text:
        if parts and (unicodedata.category(char)[0] == "M" or _UNSEEN.match(char) or parts[-1][-1] == "\u200d"):
            parts[-1] += char
        else:
            parts.append(char)
    return parts


@cache
def _hebrew_pairs() -> dict[str, str]:
    """Letters with a dot that have a glyph of their own: the dot sits better there than placed by us."""
    pairs = {}
    for code in range(0xFB1D, 0xFB50):
        parts = unicodedata.decomposition(chr(code))
        if parts and not parts.startswith("<"):
            letter, dot = parts.split()
            pairs[chr(int(letter, 16)) + chr(int(dot, 16))] = chr(code)
    return pairs


def _dotted(letter_and_marks: re.Match[str]) -> str:
    letter, left = letter_and_marks[0][0], ""
    for mark in letter_and_marks[0][1:]:
        whole = _hebrew_pairs().get(letter + mark)
        letter, left = (whole, left) if whole else (letter, left + mark)
    return letter + left


def _prepared(text: str) -> str:
    text = _HEBREW_POINTED.sub(_dotted, unicodedata.normalize("NFC", text))
    return _SHORT_I.sub("\u093f\\1", text)


@cache
def _joiner() -> ArabicReshaper:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"delete_harakat": False, "support_ligatures": True})


def _in_visual_order(text: str, rtl: bool) -> str:
    if not rtl and not _RTL.search(text):
        return text
    from bidi import get_display

    # Controls are drawn as boxes, so they must not steer the order: they stand in as private characters meanwhile.
    text = _BOXED.sub(lambda control: chr(0xF0000 + ord(control[0])), text)
    if _ARABIC.search(text):
        text = _joiner().reshape(text)
    if rtl:
        shown = get_display(_guarded(text), base_dir="R")
    else:
        # Each right-to-left stretch is turned by itself, so that digits and dots beside it keep their place.
        shown = _RTL_STRETCH.sub(lambda found: str(get_display(found[0].translate(_MIRRORED), base_dir="R")), text)
    shown = _marks_behind_letters(str(shown))
    return re.sub("[\U000f0000-\U000fffff]", lambda standin: chr(ord(standin[0]) - 0xF0000), shown)


def _guarded(text: str) -> str:
    """A right-to-left line made ready for `get_display`, which neither turns brackets nor isolates what is embedded.

    A mark after each Latin stretch keeps "Amara: 3" from becoming one left-to-right unit.
    """
    out: list[str] = []
    end = 0
    for stretch in _LTR_STRETCH.finditer(text):
        if stretch.start() < end:
            continue
        out.append(text[end : stretch.start()].translate(_MIRRORED))
        end = stretch.end()
        while end < len(text) and _CLOSING.get(text[end], "\0") in text[stretch.start() : end]:
            end += 1
        out.append(text[stretch.start() : end] + _ORDER_MARK)
    return "".join(out) + text[end:].translate(_MIRRORED)


def _marks_behind_letters(text: str) -> str:
    """Reordering leaves the marks of a right-to-left letter in front of it; drawing wants letter, then marks."""
    marks: str = ""
    out: list[str] = []
    for char in text:
        if unicodedata.category(char) == "Mn" and _RTL.match(char):
            marks = char + marks
            continue
        out.append(char)
        if marks:
            out.append(marks)
            marks = ""
    return "".join(out) + marks


def _set_glyphs(text: str, face: Face) -> Typeset:
    setter = _Setter(face)
    for char in _UNSEEN.sub("", text):
        setter.add(char)
    return setter.done()


class _Setter:
    """Sets one character after the other and remembers what a mark needs: the letter below it."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._runs: list[Run] = []
        self._pen = 0.0
        self._font: Font | None = None
        self._letter = ""
        self._letter_at = 0.0
        self._above = self._below = 0.0

    def add(self, char: str) -> None:
        font = None if _BOXED.match(char) else self._font_of(char)
        if font is None:
            self._add_box(char)
        elif self._letter and unicodedata.category(char) == "Mn" and char in font and font is self._font:
            self._add_mark(char, font)
        else:
            self._add_letter(char, font)

    def done(self) -> Typeset:
        return Typeset(tuple(self._runs), self._pen)

    def _font_of(self, char: str) -> Font | None:
        if self._font is not None and unicodedata.category(char) == "Mn" and char in self._font:
            return self._font
        return font_for(char, self._face)

    def _add_letter(self, char: str, font: Font) -> None:
        width = font.widths[char]
        last = self._runs[-1] if self._runs else None
        if last and last[:1] == (font.name,) and not (last.rise or last.boxed) and last.x + last.width == self._pen:
            self._runs[-1] = last._replace(text=last.text + char, width=last.width + width)
        else:
            self._runs.append(Run(font.name, char, self._pen, 0.0, width))
        self._font, self._letter, self._letter_at = font, char, self._pen
        self._above = self._below = 0.0
        self._pen += width

    def _add_mark(self, char: str, font: Font) -> None:
        if self._letter == "\ufdf2":
            return  # the glyph of this word has its marks
        letter, mark = font.ink(self._letter), font.ink(char)
        as_designed = mark.left < 0 and not _RTL.match(char) and font.name not in set(Face)
        centred = self._letter_at + (letter.left + letter.right - mark.left - mark.right) / 2
        half_height = (letter.bottom + letter.top) / 2
        rise = 0.0
        if mark.bottom > half_height:
            if not as_designed or self._above:
                rise = max(0.0, letter.top + self._above + _MARK_ROOM - mark.bottom)
            self._above = mark.top + rise - letter.top
        elif mark.top < half_height:
            if not as_designed or self._below:
                rise = min(0.0, letter.bottom - self._below - _MARK_ROOM - mark.top)
            self._below = letter.bottom - mark.bottom - rise
        self._runs.append(Run(font.name, char, self._pen if as_designed else centred, rise, 0.0))

    def _add_box(self, char: str) -> None:
        code = f"{ord(char):04X}"
        widths = load(Face.REGULAR).widths
        width = sum(widths[digit] for digit in code) * BOX_SCALE + _BOX_ROOM
        self._runs.append(Run(Face.REGULAR, code, self._pen, 0.0, width, boxed=True))
        self._pen += width
        self._font, self._letter = None, ""
