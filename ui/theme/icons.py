"""Icons: Lucide's drawings in a token's colour, at the size and resolution asked for, drawn once and kept."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import RESOURCES
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_SMALL = 14  # up to here the stroke is 2 on Lucide's grid of 24, above it thinner
_kept: dict[tuple[str, str, int, float, int], QPixmap] = {}


def pixmap(name: str, tone: str = "text2", pixels: int = 16, ratio: float | None = None) -> QPixmap:
    """An icon in a token's colour, `pixels` logical pixels wide at 100 % text size."""
    ratio = ratio or QGuiApplication.primaryScreen().devicePixelRatio()
    key = (name, tone, look.size(pixels), ratio, look.generation())
    found = _kept.get(key)
    if found is None:
        if len(_kept) > 600:
            _kept.clear()
        found = _kept[key] = _drawn(name, tone, look.size(pixels), ratio)
    return found


def icon(name: str, tone: str = "text2", pixels: int = 16) -> QIcon:
    """The same as a QIcon, for menus; with its 157 names of theme icons that type is not for a start to load."""
    from PySide6.QtGui import QIcon

    return QIcon(pixmap(name, tone, pixels))


def _drawn(name: str, tone: str, pixels: int, ratio: float) -> QPixmap:
    colour = look.colour(tone).name()
    stroke = "2" if pixels <= _SMALL else "1.75"
    svg = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    drawn = QPixmap(round(pixels * ratio), round(pixels * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return drawn


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
