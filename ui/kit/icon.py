"""An icon beside a text; the words beside it say what it means."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import paint
from ui.theme import size


class Icon(QWidget):
    """A small drawing in a token's colour."""

    def __init__(self, name: str, pixels: int = 16, tone: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._pixels, self._tone = name, pixels, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        """Another drawing."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(size(self._pixels), size(self._pixels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing."""
        paint.draw_icon(QPainter(self), 0, 0, self._name, self._tone, self._pixels)
