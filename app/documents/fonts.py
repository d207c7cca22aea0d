"""The fonts of paper: Inter first, then one TrueType file for each other script, loaded when a page needs it."""

from __future__ import annotations

import struct
import unicodedata
from bisect import bisect_right
from enum import StrEnum
from functools import cache
from io import BytesIO
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from app.resources import RESOURCES

rl_config.useA85 = 0  # fonts and pages go in as bytes: a fifth smaller and faster than as printable characters


class Face(StrEnum):
    """What a text is set in, before other scripts take over."""

    REGULAR = "Inter-Regular"
    MEDIUM = "Inter-Medium"
    SEMIBOLD = "Inter-SemiBold"
    ITALIC = "Inter-Italic"
    DISPLAY = "InterDisplay-SemiBold"


_ARABIC, _HEBREW = "NotoSansArabic-Regular", "NotoSansHebrew-Regular"
_DEVANAGARI, _THAI = "NotoSansDevanagari-Regular", "NotoSansThai-Regular"
_HAN, _HANGUL, _EMOJI = "DroidSansFallbackFull", "NotoSansKR-Regular", "NotoEmoji-Regular"

# First and last code point of a script and the fonts to ask, in order. What is in no range is in no bundled font.
_SCRIPTS: tuple[tuple[int, int, tuple[str, ...]], ...] = (
    (0x0590, 0x05FF, (_HEBREW,)),
    (0x0600, 0x06FF, (_ARABIC,)),
    (0x0750, 0x077F, (_ARABIC,)),
    (0x08A0, 0x08FF, (_ARABIC,)),
    (0x0900, 0x097F, (_DEVANAGARI,)),
    (0x0E00, 0x0E7F, (_THAI,)),
    (0x1100, 0x11FF, (_HANGUL,)),
    (0x2000, 0x2BFF, (_EMOJI, _HAN, _HANGUL)),
    (0x2E80, 0x312F, (_HAN, _HANGUL)),
    (0x3130, 0x318F, (_HANGUL,)),
    (0x3190, 0x9FFF, (_HAN, _HANGUL)),
    (0xA8E0, 0xA8FF, (_DEVANAGARI,)),
    (0xA960, 0xD7FF, (_HANGUL,)),
    (0xF900, 0xFAFF, (_HAN, _HANGUL)),
    (0xFB1D, 0xFB4F, (_HEBREW,)),
    (0xFB50, 0xFDFF, (_ARABIC,)),
    (0xFE30, 0xFE6F, (_HAN,)),
    (0xFE70, 0xFEFC, (_ARABIC,)),
    (0xFF00, 0xFFEF, (_HAN, _HANGUL)),
    (0x1F000, 0x1FAFF, (_EMOJI,)),
    (0x20000, 0x3FFFF, (_HAN, _HANGUL)),
)
_STARTS = [first for first, _last, _fonts in _SCRIPTS]


class Ink(NamedTuple):
    """The box that a glyph blackens, in thousandths of the font size."""

    left: float
    bottom: float
    right: float
    top: float


class Font:
    """One registered font file: its name, `drawn` for the canvas, the width and the ink of each character."""

    def __init__(self, name: str) -> None:
        self.name = name
        data = (RESOURCES / "fonts" / f"{name}.ttf").read_bytes()
        self.drawn = ttfonts.TTFont(name, BytesIO(data), asciiReadable=False, shapable=False)
        pdfmetrics.registerFont(self.drawn)
        self._face = self.drawn.face
        known = self._face.charWidths
        self.widths: dict[str, float] = {chr(code): known[code] for code in self._face.charToGlyph if code in known}
        self.widths.setdefault("\xa0", self.widths.get(" ", 0))

    def __contains__(self, char: str) -> bool:
        return char in self.widths

    def ink(self, char: str) -> Ink:
        """Where the glyph of `char` is black; all zero for a blank."""
        face = self._face
        glyph = face.charToGlyph[ord(char)]
        start, end = face.glyphPos[glyph : glyph + 2]
        if end - start < 10:
            return Ink(0, 0, 0, 0)
        head = face.get_table_pos("glyf")[0] + start
        box = struct.unpack(">4h", face.get_chunk(head + 2, 8))
        return Ink(*(value * 1000 / face.unitsPerEm for value in box))


@cache
def load(name: str) -> Font:
    """The font of that name, read and registered once in the life of the program."""
    return Font(name)


@cache
def font_for(char: str, face: Face) -> Font | None:
    """The first bundled font that has this character, or nothing."""
    main = load(face)
    if char in main:
        return main
    code = ord(char)
    place = bisect_right(_STARTS, code) - 1
    if place < 0 or code > _SCRIPTS[place][1]:
        return None
    return next((font for name in _SCRIPTS[place][2] if char in (font := load(name))), None)


def _as_typed(code: int) -> str:
    """The characters that copying should give: a joined Arabic form is copied as its letters."""
    if 0xFB1D <= code <= 0xFDFF or 0xFE80 <= code <= 0xFEFC:
        return unicodedata.normalize("NFKC", chr(code))
    return chr(code)


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """The table from which a reader copies and searches text."""
    copied = [_as_typed(code).encode("utf-16-be").hex().upper() for code in subset]
    lines = [f"<{place:02X}> <{letters}>" for place, letters in enumerate(copied)]
    # The format allows 100 lines in one block.
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def\n"
        f"/CMapName /{fontname} def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange\n{maps}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


# WORKAROUND reportlab 5.1.0: makeToUnicodeCMap writes code points from U+10000 on as five hex digits, so that emoji and
# rare Chinese names copy as garbage.
ttfonts.makeToUnicodeCMap = _to_unicode
