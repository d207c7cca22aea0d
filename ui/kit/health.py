"""Health, shown by shape and steps: always with its word beside it, or as its accessible name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.health import Word, word_label
from ui.kit import mirror, paint
from ui.theme import colour, size

_TOKENS = {Word.STRONG: "kept", Word.STEADY: "kept", Word.ATTENTION: "risk", Word.ONE_SIDED: "missed",
           Word.NEW: "text3"}  # fmt: skip
_STEPS = {Word.STRONG: 4, Word.STEADY: 3, Word.ATTENTION: 2, Word.ONE_SIDED: 1, Word.NEW: 0}


def paint_health(painter: QPainter, box: QRectF, word: Word) -> None:
    """The glyph of a word, in a square: disc, ring with dot, triangle, hollow square, dotted ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    token, unit = colour(_TOKENS[word]), box.width() / 12
    filled = word in (Word.STRONG, Word.ATTENTION)
    painter.setBrush(token if filled else Qt.BrushStyle.NoBrush)
    pen = QPen(token, 1.6 * unit)
    painter.setPen(Qt.PenStyle.NoPen if filled else pen)
    if word is Word.ATTENTION:
        triangle = [QPointF(box.center().x(), box.top() + 1 * unit), QPointF(box.right(), box.bottom() - 1 * unit),
                    QPointF(box.left(), box.bottom() - 1 * unit)]  # fmt: skip
        painter.drawPolygon(QPolygonF(triangle))
    elif word is Word.ONE_SIDED:
        painter.setPen(QPen(token, 2 * unit))
        painter.drawRoundedRect(box.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit), unit, unit)
    else:
        if word is Word.NEW:
            pen.setDashPattern([1.6, 1.4])
            painter.setPen(pen)
        edge = 1 * unit if filled else 1.6 * unit
        painter.drawEllipse(box.adjusted(edge, edge, -edge, -edge))
        if word is Word.STEADY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token)
            painter.drawEllipse(box.center(), 2.2 * unit, 2.2 * unit)


class HealthGlyph(QWidget):
    """The glyph, named by its word."""

    spoken_as = QAccessible.Role.Graphic

    def __init__(self, word: Word, pixels: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_word(word)

    def show_word(self, word: Word) -> None:
        """Another word."""
        self._word = word
        self.setAccessibleName(word_label(word))
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(size(self._pixels), size(self._pixels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The glyph."""
        paint_health(QPainter(self), QRectF(self.rect()), self._word)


class Meter(QWidget):
    """The word in four steps."""

    spoken_as = QAccessible.Role.Graphic

    def __init__(self, word: Word, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_word(word)

    def show_word(self, word: Word) -> None:
        """Another word."""
        self._word = word
        self.setAccessibleName(word_label(word))
        self.update()

    def sizeHint(self) -> QSize:
        """Four bars and their gaps."""
        return QSize(size(4 * 21 + 3 * 4), size(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Filled bars for the steps reached."""
        painter, width = mirror.painter_on(self), (self.width() - 3 * size(4)) / 4
        for step in range(4):
            token = _TOKENS[self._word] if step < _STEPS[self._word] else "neutralSoft"
            box = QRectF(step * (width + size(4)), 0, width, self.height())
            paint.rounded(painter, box, ground=token, radius=self.height() / 2)
