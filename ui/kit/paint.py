"""How the kit draws: rounded grounds, hairlines, focus rings and lines of text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.kit import grid, mirror
from ui.theme import colour, font, look, pixmap, size

RADIUS, CARD_RADIUS = 7, 10
ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignAbsolute.value | Qt.TextFlag.TextSingleLine.value
_LONGEST = 400  # cut before eliding: measuring a long text costs more than drawing it
# Signs that point along the line, and so turn with it.
_POINTING = {"arrow-down-left", "arrow-up-right", "chevron-left", "chevron-right", "undo-2", "redo-2", "list",
             "list-checks", "send", "trending-down"}  # fmt: skip

# Kept, because a list paints the same words again and again, and laying them out costs more than drawing them.
_MOST_KEPT = 4_096
_cut: dict[tuple[str, str, float], str] = {}
_measured: dict[tuple[str, str, int], float] = {}


def rounded(
    painter: QPainter, rect: QRectF, *, ground: str = "", border: str = "", width: float = 1, radius: float = RADIUS
) -> None:
    """A rounded ground with a line inside its edge; tokens, empty for none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect, width = grid.snapped(painter, rect), grid.thickness(painter, width)
    half = width / 2 if border else 0
    painter.setPen(QPen(colour(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def hairline(painter: QPainter, rect: QRectF, side: Qt.Edge) -> None:
    """A line of one point along the inside of one side of a rectangle."""
    painter.fillRect(grid.edge(painter, rect, side), colour("border"))


def focus_ring(painter: QPainter, rect: QRectF, *, tone: str = "accent", radius: float = RADIUS) -> None:
    """The ring around what has the keyboard."""
    rounded(painter, rect, border=tone, width=2, radius=radius)


def dashed(painter: QPainter, rect: QRectF, *, ground: str, radius: float = CARD_RADIUS) -> None:
    """The outline of what is private, or not there yet."""
    rounded(painter, rect, ground=ground, radius=radius)
    rect, width = grid.snapped(painter, rect), grid.thickness(painter)
    half = width / 2
    painter.setPen(QPen(colour("borderStrong"), width, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def text(
    painter: QPainter, rect: QRectF, words: str, role: str = "body", tone: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
) -> None:  # fmt: skip
    """One line of text, centred in the height, elided at its end."""
    painter.setFont(font(role))
    painter.setPen(colour(tone))
    write(painter, rect, elided(words, font(role), rect.width()), ONE_LINE, align)


def write(
    painter: QPainter, rect: QRectF, words: str, flags: int = ONE_LINE,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
) -> None:  # fmt: skip
    """Words in the painter's font: they begin at the leading edge of the page and run in their own direction."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if not mirror.is_turned(painter):
        painter.drawText(rect, flags | align.value, words)
        return
    with mirror.upright(painter, rect):
        painter.drawText(rect, flags | mirror.across(align).value, words)


def elided(words: str, face: QFont, width: float) -> str:
    """A text cut to a width, with an ellipsis at its end."""
    line = words[:_LONGEST].replace("\n", " ")
    key = (line, face.key(), width)
    found = _cut.get(key)
    if found is None:
        _make_room(_cut)
        found = _cut[key] = QFontMetricsF(face).elidedText(line, Qt.TextElideMode.ElideRight, width + 0.5)
    return found


def text_width(words: str, role: str) -> float:
    """How wide one line of a role is, in logical pixels."""
    key = (words[:_LONGEST], role, look.generation())
    found = _measured.get(key)
    if found is None:
        _make_room(_measured)
        found = _measured[key] = QFontMetricsF(font(role)).horizontalAdvance(key[0])
    return found


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()


def draw_icon(painter: QPainter, x: float, y: float, name: str, tone: str = "text2", pixels: int = 16) -> None:
    """An icon with its left top corner here."""
    drawn = pixmap(name, tone, pixels, painter.device().devicePixelRatioF())
    if name in _POINTING or not mirror.is_turned(painter):
        painter.drawPixmap(round(x), round(y), drawn)
        return
    with mirror.upright(painter, QRectF(round(x), y, size(pixels), 0)):
        painter.drawPixmap(round(x), round(y), drawn)


def icon_size(pixels: int) -> int:
    """How wide an icon is, at the person's text size."""
    return size(pixels)


def half_disc(rect: QRectF) -> QPainterPath:
    """The left half of a disc."""
    path = QPainterPath()
    path.moveTo(rect.center())
    path.arcTo(rect, 90, 180)
    path.closeSubpath()
    return path
