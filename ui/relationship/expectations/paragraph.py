"""A text over several lines, painted without a widget of its own: a board of forty promises stays as quick as one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from ui.theme import colour, font, line_height, look


class Paragraph:
    """Plain text in a role of type; it is laid out once for each width, text size and text."""

    def __init__(self, role: str) -> None:
        self.text = ""
        self._role = role
        self._layout = QTextLayout()
        self._laid: tuple[object, ...] = ()
        self._lines = 1

    def height(self, width: float) -> int:
        """How high it is at a width, in logical pixels."""
        self._lay_out(width)
        return self._lines * line_height(self._role)

    def draw(self, painter: QPainter, x: float, y: float, width: float, tone: str) -> None:
        """Its lines with the left top corner here."""
        self._lay_out(width)
        painter.setPen(colour(tone))
        self._layout.draw(painter, QPointF(x, y))

    def _lay_out(self, width: float) -> None:
        wanted = (self.text, width, look.generation())
        if wanted == self._laid:
            return
        self._laid = wanted
        self._layout = layout = QTextLayout(self.text.replace("\n", "\u2028"), font(self._role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        height, count = line_height(self._role), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        self._lines = max(count, 1)
