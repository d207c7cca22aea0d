"""Check-ins as dots, oldest first: how often a promise was kept, and the next time to look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.words import _
from ui.kit import mirror, paint
from ui.theme import colour, size

NEXT = "next"
_DOT, _GAP = 9, 5


class Dot(NamedTuple):
    """One check-in: kept, late, missed, waived or next; in words such as "Fri 13 Nov: kept"."""

    kind: str
    words: str = ""


def dots_width(count: int) -> int:
    """How wide so many dots are."""
    return max(0, count * size(_DOT) + (count - 1) * size(_GAP))


def paint_dot(painter: QPainter, box: QRectF, kind: str) -> None:
    """One dot: filled kept, half late, cross missed, ring next, dash waived."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == "missed":
        painter.setPen(QPen(colour("missed"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        inner = box.adjusted(1, 1, -1, -1)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
        return
    if kind == "waived":
        painter.setPen(QPen(colour("text3"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(box.left() + 1, box.center().y()), QPointF(box.right() - 1, box.center().y()))
        return
    token = {"kept": "kept", "late": "risk"}.get(kind, "text3")
    if kind == "kept":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(token))
        painter.drawEllipse(box)
        return
    painter.setPen(QPen(colour(token), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
    if kind == "late":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(paint.half_disc(box.adjusted(0.7, 0.7, -0.7, -0.7)), colour(token))


class Dots(QWidget):
    """A row of dots; the next one can be pressed, which asks how it went."""

    spoken_as = QAccessible.Role.Graphic
    pressed = Signal()

    def __init__(self, dots: Sequence[Dot], *, most: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.show_dots(dots)

    def show_dots(self, dots: Sequence[Dot]) -> None:
        """Other check-ins."""
        self._dots = tuple(dots)[-self._most :]
        can_press = any(dot.kind == NEXT for dot in self._dots)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if can_press else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("; ".join(dot.words for dot in self._dots if dot.words) or _("No check-ins yet"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Dots and gaps, with room for the ring; at least 24 wide and high, so that the next dot can be hit."""
        return QSize(max(dots_width(len(self._dots)) + 8, 24), max(size(24), 24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every dot, and the ring."""
        painter = mirror.painter_on(self)
        for at, dot in enumerate(self._dots):
            paint_dot(painter, self._box(at), dot.kind)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Each dot says its day and how it went."""
        at = self._at(mirror.painted(self, event.position().toPoint()))
        QToolTip.showText(event.globalPosition().toPoint(), self._dots[at].words if at is not None else "", self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the next dot."""
        at = self._at(mirror.painted(self, event.position().toPoint()))
        if at is not None and self._dots[at].kind == NEXT:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press the next dot."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
            return
        super().keyPressEvent(event)

    def _box(self, at: int) -> QRectF:
        side = size(_DOT)
        return QRectF(4 + at * (side + size(_GAP)), (self.height() - side) / 2, side, side)

    def _at(self, where: QPoint) -> int | None:
        step = size(_DOT) + size(_GAP)
        at = int((where.x() - 4 + size(_GAP) / 2) // step)
        return at if 0 <= at < len(self._dots) else None
