"""Line spacing for a plain text editor, which has none of its own.

A rich text editor has it, but lays out everything below the letter just typed: five times as long a letter in a note of
100 kB, forty times in one of 1 MB. Here the typeface itself stands in taller lines, so that the plain editor stays as
quick as it is: `resources/fonts/Notes-*.ttf` are Inter with more room above and below its lines, under another name.
They are loaded with the others before the first widget: a typeface that comes later would take the ground from every
text that is laid out already.
"""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPlainTextDocumentLayout

from ui.theme import font, size

_FAMILY, _SPACED = "Inter", "Notes"
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
    if face.family() == _FAMILY:
        face.setFamily(_SPACED)
    return face
