"""Languages that run from right to left: everything is placed and painted as if from left to right, and turned here.

A turned painter mirrors shapes by itself; what is read, such as words and signs, is set upright again in its own place.
The same turn leads a point under the pointer back to where it was painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_ACROSS = {_LEFT: _RIGHT, _RIGHT: _LEFT}


def painter_on(widget: QWidget) -> QPainter:
    """A painter for a widget that paints itself from left to right."""
    painter = QPainter(widget)
    if widget.isRightToLeft():
        turn(painter, QRectF(widget.rect()))
    return painter


def turn(painter: QPainter, box: QRectF) -> None:
    """Mirror what is painted from now on, about the middle of a box; a second time undoes it."""
    painter.translate(box.left() + box.right(), 0)
    painter.scale(-1, 1)


def is_turned(painter: QPainter) -> bool:
    """Whether what is painted now is mirrored."""
    return painter.worldTransform().m11() < 0


@contextmanager
def upright(painter: QPainter, box: QRectF) -> Iterator[None]:
    """Draw what is read, such as words, in its place but not mirrored."""
    turned = is_turned(painter)
    if turned:
        turn(painter, box)
    yield
    if turned:
        turn(painter, box)


def across(align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """The alignment at the other side; what stands in the middle stays there."""
    return _ACROSS.get(align, align)


def leading_edge() -> Qt.AlignmentFlag:
    """Where lines of text begin: at the edge of the interface's language, whichever way their own words run."""
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (_RIGHT if mirrored else _LEFT) | Qt.AlignmentFlag.AlignAbsolute


def painted(widget: QWidget, at: QPoint, box: QRect | None = None) -> QPoint:
    """Where what is seen at a point of a widget, or of a box in it that is turned alone, was painted."""
    box = box or widget.rect()
    return QPoint(box.left() + box.right() - at.x(), at.y()) if widget.isRightToLeft() else at


def seen(widget: QWidget, box: QRect) -> QRect:
    """Where what was placed in a widget from left to right is seen."""
    return QRect(painted(widget, box.topRight()), box.size()) if widget.isRightToLeft() else box


def margins(leading: int, top: int, trailing: int, bottom: int) -> QMargins:
    """The margins of a layout, which Qt itself does not mirror."""
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return QMargins(trailing, top, leading, bottom) if mirrored else QMargins(leading, top, trailing, bottom)
