"""Writes the typeface of notes anew from Inter: `python tests/ui/notes/typeface.py`.

Inter with the line of 145 % that DESIGN.md asks of notes, which a plain text editor can only take from the typeface.
"""

from __future__ import annotations

import struct
from pathlib import Path

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
WEIGHTS = ("Regular", "SemiBold")
_LINE = 1.45  # of the typeface's own line
_FAMILY, _SPACED = "Inter", "Notes"  # of the same length: only letters are replaced in the file


def made(weight: str) -> bytes:
    """The file of a weight."""
    return spaced((FONTS / f"Inter-{weight}.ttf").read_bytes())


def spaced(data: bytes) -> bytes:
    """A TrueType file with room between its lines and the other name."""
    found = bytearray(data)
    tables = _tables(data)
    ascent, descent = struct.unpack_from(">hh", data, tables["hhea"][0] + 4)
    room = round((ascent - descent) * (_LINE - 1) / 2)
    above, below = ascent + room, descent - room
    struct.pack_into(">hhh", found, tables["hhea"][0] + 4, above, below, 0)
    struct.pack_into(">hhhHH", found, tables["OS/2"][0] + 68, above, below, 0, above, -below)
    start, length = tables["name"]
    names = data[start : start + length]
    for coding in ("utf-16-be", "latin-1"):
        names = names.replace(_FAMILY.encode(coding), _SPACED.encode(coding))
    found[start : start + length] = names
    return bytes(found)


def _tables(data: bytes) -> dict[str, tuple[int, int]]:
    """Where each table of a TrueType file begins, and its length."""
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("latin-1"): (start, length) for tag, _checksum, start, length in records}


if __name__ == "__main__":
    for each in WEIGHTS:
        (FONTS / f"Notes-{each}.ttf").write_bytes(made(each))
