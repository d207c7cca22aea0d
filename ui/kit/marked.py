"""A line of text in which found words stand out: in the accent, and heavier, so that colour is not alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.services.marking import Mark
from ui.kit import mirror, paint
from ui.theme import colour

_ENDLESS = 16_000.0


class MarkedLine:
    """The line laid out for a width; `width` is what it takes of it, in logical pixels."""

    def __init__(self, words: str, marks: Sequence[Mark], face: QFont, room: float) -> None:
        self._layout, self.width = _laid_out(words, marks, face, _ENDLESS)
        if self.width > room:
            more = self.width - _laid_out(words, (), face, _ENDLESS)[1]
            cut = paint.elided(words, face, max(room - more, 0))
            inside = [mark for mark in marks if mark.start + mark.length < len(cut)]
            self._layout, self.width = _laid_out(cut, inside, face, max(room, 1))

    def draw(self, painter: QPainter, box: QRectF, tone: str = "text") -> None:
        """Centred in the height of a box, from its leading edge."""
        painter.setPen(colour(tone))
        line = self._layout.lineAt(0)
        room = QRectF(box.x(), box.y(), self.width, box.height())
        with mirror.upright(painter, room):
            self._layout.draw(painter, QPointF(room.x(), box.center().y() - line.height() / 2))


def _laid_out(words: str, marks: Sequence[Mark], face: QFont, room: float) -> tuple[QTextLayout, float]:
    """One line, and how wide its words are."""
    layout = QTextLayout(words.replace("\n", " "), face)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(format_ranges(words, marks))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    layout.endLayout()
    return layout, line.naturalTextWidth()


def format_ranges(words: str, marks: Sequence[Mark]) -> list[QTextLayout.FormatRange]:
    """How found words look, for Qt's layouts, which count a sign outside the first 65,536 twice."""
    look = QTextCharFormat()
    look.setForeground(colour("accent"))
    look.setFontWeight(QFont.Weight.DemiBold)
    ranges = []
    for mark in marks:
        found = QTextLayout.FormatRange()
        found.start = units(words[: mark.start])
        found.length = units(words[mark.start : mark.start + mark.length])
        found.format = look
        ranges.append(found)
    return ranges


def units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
