"""Reads finished PDFs back: where each character stands, and what the text is."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Letter(NamedTuple):
    """A character, its origin on the baseline and its black box, in points from the lower left corner."""

    char: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float


def pages(data: bytes) -> list[list[Letter]]:
    """The letters of each page, in the order of the text."""
    with pypdfium2.PdfDocument(data) as document:
        return [_letters(document[number]) for number in range(len(document))]


def text_of(data: bytes) -> str:
    """The text of the whole document as a reader copies it, in one line, composed characters as one."""
    with pypdfium2.PdfDocument(data) as document:
        parts = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    return unicodedata.normalize("NFKC", " ".join(" ".join(parts).split()))


def place_of(letters: Sequence[Letter], phrase: str) -> tuple[float, float]:
    """The origin of the first letter of `phrase`, without regard to blanks."""
    solid = [letter for letter in letters if not letter.char.isspace()]
    start = "".join(letter.char for letter in solid).index("".join(phrase.split()))
    return solid[start].x, solid[start].y


def _letters(page: pypdfium2.PdfPage) -> list[Letter]:
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text.raw, index):
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        found.append(Letter(char, x.value, y.value, *text.get_charbox(index)))
    return found
