"""The program's mark: two circles that overlap, you and them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import colour, size


class Mark(QWidget):
    """Two circles, `pixels` high each; a picture without a name, the words stand beside it."""

    def __init__(self, pixels: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One circle and a bit more than half."""
        return QSize(round(size(self._pixels) * 1.62), size(self._pixels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Yours, theirs, and where they meet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side = float(self.height())
        mine, them = QPainterPath(), QPainterPath()
        mine.addEllipse(QRectF(QPointF(0, 0), QPointF(side, side)))
        them.addEllipse(QRectF(self.width() - side, 0, side, side))
        for path, token in ((mine, "accent"), (them, "theirs"), (mine & them, "overlap")):
            painter.fillPath(path, colour(token))
