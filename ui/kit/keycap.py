"""A key as it is printed on a keyboard, beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import paint
from ui.theme import size

_HEIGHT, _PADDING, _RADIUS = 19, 9, 4


class KeyCap(QWidget):
    """One key."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The words and the cap's edges."""
        return QSize(round(keycap_width(self._words)), size(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap."""
        paint_keycap(QPainter(self), 0, self.height() / 2, self._words)


def keycap_width(words: str) -> float:
    """How wide a key is, in logical pixels."""
    return round(paint.text_width(words, "keycap")) + 2 * size(_PADDING)


def paint_keycap(painter: QPainter, x: float, middle: float, words: str) -> None:
    """A cap whose lower edge is thicker, from here on, centred about a line."""
    box = QRectF(x, middle - size(_HEIGHT) / 2, keycap_width(words), size(_HEIGHT))
    paint.rounded(painter, box, ground="border", radius=_RADIUS)
    paint.rounded(painter, box.adjusted(1, 1, -1, -2), ground="surface", radius=_RADIUS - 1)
    paint.text(painter, box.adjusted(0, 0, 0, -1), words, "keycap", "text2", Qt.AlignmentFlag.AlignHCenter)
