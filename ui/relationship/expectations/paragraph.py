"""A text over several lines, painted without a widget of its own: a board of forty promises stays as quick as one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from app.services.marking import Mark
from ui.kit import mirror
from ui.kit.marked import format_ranges
from ui.theme import colour, font, line_height, look


class Paragraph:
    """Plain text in a role of type; it is laid out once for each width, text size and text."""

    def __init__(self, role: str) -> None:
        self.text = ""
        self.marks: tuple[Mark, ...] = ()
        self._role = role
        self._layout = QTextLayout()
        self._shaped: tuple[object, ...] = ()
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
        with mirror.upright(painter, QRectF(x, y, width, 0)):
            self._layout.draw(painter, QPointF(x, y))

    def _lay_out(self, width: float) -> None:
        wanted = (self.text, self.marks, width, look.generation())
        if wanted == self._laid:
            return
        self._laid = wanted
        self._shape()
        layout, height, count = self._layout, line_height(self._role), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        self._lines = max(count, 1)

    def _shape(self) -> None:
        """The letters of the text, which stay the same at every width: a layout of a page tries three of them."""
        wanted = (self.text, self.marks, look.generation())
        if wanted == self._shaped:
            return
        self._shaped = wanted
        self._layout = QTextLayout(self.text.replace("\n", "\u2028"), font(self._role))
        option = QTextOption(mirror.leading_edge())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        if self.marks:
            self._layout.setFormats(format_ranges(self.text, self.marks))
