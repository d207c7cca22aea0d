"""The soft shadow under a sheet, made once as a small tile and stretched between its corners."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.theme import colour

_DOWN, _SPREAD, _STEPS = 14, 24, 12
_CORNER = _DOWN + _SPREAD  # nothing of it bends farther in than this, and what lies farther in is under the sheet


def paint_shadow(painter: QPainter, box: QRectF, radius: int) -> None:
    """Round the box of a sheet with corners of this radius, at most 14; not under the middle of it."""
    ratio = painter.device().devicePixelRatio()
    tile = _tile(colour("shadow").rgba(), radius, ratio)
    outer = box.adjusted(-_SPREAD, _DOWN - _SPREAD, _SPREAD, _DOWN + _SPREAD)
    whole, corner = 2.0 * _CORNER + 1, float(_CORNER)
    across = ((outer.x(), 0.0, corner, corner), (outer.x() + corner, corner, outer.width() - 2 * corner, 1.0),
              (outer.right() - corner, whole - corner, corner, corner))  # fmt: skip
    down = ((outer.y(), 0.0, corner, corner), (outer.y() + corner, corner, outer.height() - 2 * corner, 1.0),
            (outer.bottom() - corner, whole - corner, corner, corner))  # fmt: skip
    for row, (y, from_y, high, source_high) in enumerate(down):
        for column, (x, from_x, wide, source_wide) in enumerate(across):
            if (row, column) != (1, 1):
                source = QRectF(from_x * ratio, from_y * ratio, source_wide * ratio, source_high * ratio)
                painter.drawPixmap(QRectF(x, y, wide, high), tile, source)


@lru_cache(maxsize=8)
def _tile(rgba: int, radius: int, ratio: float) -> QPixmap:
    """The whole shadow of the smallest sheet that has one, its middle one pixel wide."""
    side = 2 * _CORNER + 1
    tile = QPixmap(round(side * ratio), round(side * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    shade = QColor.fromRgba(rgba)
    shade.setAlphaF(shade.alphaF() / _STEPS)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for step in range(_STEPS):
        inward, spread = _SPREAD * step / _STEPS, _SPREAD * (1 - step / _STEPS)
        grown = QRectF(inward, inward, side - 2 * inward, side - 2 * inward)
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
    painter.end()
    return tile
