"""Line spacing for a plain text editor, which has none of its own.

A rich text editor has it, but lays out everything below the letter just typed: five times as long a letter in a note of
100 kB, forty times in one of 1 MB. Here the typeface itself stands in taller lines, so that the plain editor stays as
quick as it is: Inter, read from its file, gets more room above and below in memory, and another name.
"""

from __future__ import annotations

import struct
from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QPlainTextDocumentLayout

from app.resources import RESOURCES
from ui.theme import font, size

_LINE = 1.45  # of the typeface's own line
_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
_FAMILY, _SPACED = "Inter", "Notes"  # of the same length: only letters are replaced in the file
_TEXT = 14


class SteadyLayout(QPlainTextDocumentLayout):
    """Repaints the block that changed. Qt counts styled letters twice and repaints the whole page for each."""

    def documentChanged(self, start: int, _removed: int, added: int) -> None:
        """Lay out what stands there now; what was removed takes no room any more."""
        super().documentChanged(start, 0, max(added, 1))


def note_font() -> QFont:
    """The typeface of a note's source: taller lines, where the person did not choose the system's."""
    face = QFont(font("body"))
    face.setPixelSize(size(_TEXT))
    if face.family() == _FAMILY and _is_loaded():
        face.setFamily(_SPACED)
    return face


@cache
def _is_loaded() -> bool:
    """Load the taller files once; whether this system takes them."""
    given = [(RESOURCES / "fonts" / name).read_bytes() for name in _FILES]
    return all(QFontDatabase.addApplicationFontFromData(QByteArray(_spaced(data))) >= 0 for data in given)


def _spaced(data: bytes) -> bytes:
    """A TrueType file with room between its lines and the other name."""
    spaced = bytearray(data)
    tables = _tables(data)
    ascent, descent = struct.unpack_from(">hh", data, tables["hhea"][0] + 4)
    room = round((ascent - descent) * (_LINE - 1) / 2)
    above, below = ascent + room, descent - room
    struct.pack_into(">hhh", spaced, tables["hhea"][0] + 4, above, below, 0)
    struct.pack_into(">hhhHH", spaced, tables["OS/2"][0] + 68, above, below, 0, above, -below)
    start, length = tables["name"]
    names = data[start : start + length]
    for coding in ("utf-16-be", "latin-1"):
        names = names.replace(_FAMILY.encode(coding), _SPACED.encode(coding))
    spaced[start : start + length] = names
    return bytes(spaced)


def _tables(data: bytes) -> dict[str, tuple[int, int]]:
    """Where each table of a TrueType file begins, and its length."""
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("latin-1"): (start, length) for tag, _checksum, start, length in records}
