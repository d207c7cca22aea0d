"""The grid of the screen: at 125 or 150 % a line of one point is one pixel everywhere, and never a blurred two."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

_Edge = Qt.Edge
_TURNED = {_Edge.LeftEdge: _Edge.RightEdge, _Edge.RightEdge: _Edge.LeftEdge}


def thickness(painter: QPainter, points: float = 1) -> float:
    """How thick a line of so many points is drawn, in logical pixels: whole pixels of the device, at least one."""
    ratio = _ratio(painter)
    return points if _is_whole(ratio) else max(floor(points * ratio), 1) / ratio


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """A rectangle whose sides lie between pixels of the device; as it is where every logical pixel does."""
    if _is_whole(_ratio(painter)):
        return rect
    return _in_points(painter, *_pixels(painter, rect))


def edge(painter: QPainter, rect: QRectF, side: Qt.Edge) -> QRectF:
    """The place of a hairline along the inside of one side of a rectangle."""
    left, top, right, bottom = _pixels(painter, rect)
    thin = max(floor(_ratio(painter)), 1)
    if painter.deviceTransform().m11() < 0:
        side = _TURNED.get(side, side)
    if side is _Edge.LeftEdge:
        right = left + thin
    elif side is _Edge.RightEdge:
        left = right - thin
    elif side is _Edge.TopEdge:
        bottom = top + thin
    else:
        top = bottom - thin
    return _in_points(painter, left, top, right, bottom)


def _ratio(painter: QPainter) -> float:
    return abs(painter.deviceTransform().m22())


def _is_whole(ratio: float) -> bool:
    return ratio == floor(ratio)


def _pixels(painter: QPainter, rect: QRectF) -> tuple[int, int, int, int]:
    """Left, top, right and bottom in pixels of the device; a half goes on, as where Qt cuts a widget off."""
    found = painter.deviceTransform().mapRect(rect)
    left, top, right, bottom = (floor(each + 0.5) for each in found.getCoords())  # type: ignore[attr-defined]
    return left, top, right, bottom


def _in_points(painter: QPainter, left: int, top: int, right: int, bottom: int) -> QRectF:
    back, _possible = painter.deviceTransform().inverted()
    return back.mapRect(QRectF(left, top, right - left, bottom - top))
