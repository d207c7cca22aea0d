"""A person's picture: the letters of the name on a tint chosen by the person's number, never by the name."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import paint
from ui.theme import avatar_colours, font, size

# Han, kana and Hangul; by ranges, because Unicode's names are half a megabyte to look into.
_WORDS_IN_ONE_SIGN = re.compile(
    "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)


def initials(name: str) -> str:
    """Two letters of a name as its owner writes it; one sign where a sign is a word."""
    words = [word for word in name.split() if word[:1].isalnum()]
    if not words:
        return name.strip()[:1] or "·"
    if _WORDS_IN_ONE_SIGN.match(words[0]):
        return words[0][0]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def paint_avatar(painter: QPainter, box: QRectF, number: int, name: str) -> None:
    """The disc with its letters."""
    ground, letters = avatar_colours(number)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(box)
    face = QFont(font("captionStrong"))
    face.setPixelSize(max(9, round(box.height() * 0.37)))
    painter.setFont(face)
    painter.setPen(letters)
    paint.write(painter, box, initials(name), align=Qt.AlignmentFlag.AlignHCenter)


class Avatar(QWidget):
    """The picture beside a name; the name itself is read out there."""

    spoken_as = QAccessible.Role.Graphic

    def __init__(self, number: int, name: str, pixels: int = 46, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._name, self._pixels = number, name, pixels
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, number: int, name: str) -> None:
        """Show somebody else, or another name."""
        self._number, self._name = number, name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(size(self._pixels), size(self._pixels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc with its letters."""
        paint_avatar(QPainter(self), QRectF(self.rect()), self._number, self._name)
