"""Rows inside a card: an icon, a line, and what stands at its end. A list of them is one stop, arrows move inside.

They are few and of fixed number, so each that opens something is a button: a screen reader finds it without a model.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import mirror, paint
from ui.kit.plain import PlainButton, tip
from ui.theme import colour, font, line_height, size

INSET = 8  # a row's hover ground begins so far outside its text
_ICON, _TAIL_GAP = 16, 16
_MOST_LINES, _LOST = 3, 0.4  # what breaking between words costs, in lines
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def put_in_order(stops: Sequence[QWidget]) -> None:
    """Let the Tab key go through these in this order, whenever they were built; rows between stops keep their place."""
    policies = [each.focusPolicy() for each in stops]
    for each in stops:  # Qt leaves out what takes no keyboard now, such as the rows of a list beside its current one
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for one, other in itertools.pairwise(stops):
        QWidget.setTabOrder(one, other)
    for each, policy in zip(stops, policies, strict=True):
        each.setFocusPolicy(policy)


class Row(NamedTuple):
    """One row; `tails` stand at its end in columns, `spoken` is all of it for a screen reader, `hint` its tooltip."""

    icon: str
    text: str
    tone: str = "text2"
    tails: tuple[str, ...] = ()
    spoken: str = ""
    hint: str = ""
    opens: bool = True


class Shape(NamedTuple):
    """How the rows of one list are laid out, in logical pixels; `wraps` lets a long one take more lines."""

    height: int = 31
    indent: int = 28
    wraps: bool = False


class RowList(QWidget):
    """The rows of one card."""

    spoken_as = QAccessible.Role.Grouping
    opened = Signal(int)

    def __init__(self, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = shape
        self._shown: tuple[Row, ...] = ()
        self._widths: list[float] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: list[_Pressed | _Told] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the keyboard stays where it was, as far as there is such a row."""
        if tuple(rows) == self._shown:
            return
        held = next((at for at, each in enumerate(self._stops()) if each.hasFocus()), -1)
        before, self._shown = self.rows, tuple(rows)
        self._widths = widths = _widths(rows)
        self.rows = [
            _Pressed(row, self._shape, widths) if row.opens else _Told(row, self._shape, widths) for row in rows
        ]
        for row in self.rows:
            self._column.addWidget(row)
            if isinstance(row, _Pressed):
                row.clicked.connect(self._open)
                row.entered.connect(self._make_stop)
        stops = self._stops()
        self._make_stop(stops[0] if stops else None)
        if held >= 0 and stops:
            stops[min(held, len(stops) - 1)].show()  # only what is seen takes the keyboard
            stops[min(held, len(stops) - 1)].setFocus()
        for each in before:
            self._column.removeWidget(each)
            each.hide()
            each.deleteLater()

    def stops(self) -> list[QWidget]:
        """The rows that can be pressed, in their order."""
        return [*self._stops()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down, first and last."""
        stops, key = self._stops(), Qt.Key(event.key())
        at = next((place for place, each in enumerate(stops) if each.hasFocus()), -1)
        to = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(stops) - 1}.get(key, at + _STEPS.get(key, 0))
        if at >= 0 and to != at and 0 <= to < len(stops):
            stops[to].setFocus()
        elif key not in _STEPS:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A new look: the columns at the end, which all rows share, may be wider."""
        if event.type() == QEvent.Type.PaletteChange:
            self._widths[:] = _widths(self._shown)
        super().changeEvent(event)

    def _stops(self) -> list[_Pressed]:
        return [each for each in self.rows if isinstance(each, _Pressed)]

    def _make_stop(self, chosen: QWidget | None) -> None:
        """The Tab key comes to one row of the list, the one it left."""
        for each in self._stops():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is chosen else Qt.FocusPolicy.NoFocus)

    def _open(self) -> None:
        pressed = self.sender()
        for at, each in enumerate(self.rows):
            if each is pressed:
                self.opened.emit(at)
                return


class _Pressed(PlainButton, QPushButton):
    """A row that opens what stands behind it."""

    entered = Signal(object)

    def __init__(self, row: Row, shape: Shape, widths: Sequence[float]) -> None:
        super().__init__()
        self._row, self._shape, self._widths = row, shape, widths
        self.setProperty("reached-by-key", True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        _name(self, row)
        _fit(self, row, shape)

    def sizeHint(self) -> QSize:
        """A line as wide as there is room."""
        return QSize(size(120), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """It gives way and is cut."""
        return QSize(size(60), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses it; the arrows are for the list."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list is left and entered here from now on."""
        super().focusInEvent(event)
        self.entered.emit(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower row may need another line."""
        super().resizeEvent(event)
        _fit(self, self._row, self._shape)

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another height."""
        if event.type() == QEvent.Type.PaletteChange:
            _fit(self, self._row, self._shape)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its ground under the pointer and the keyboard, and what it says."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        if self.underMouse() or self.hasFocus() or self.isDown():
            paint.rounded(painter, box, ground="hover")
        if self.hasFocus():
            paint.focus_ring(painter, box)
        _paint(painter, box, self._row, self._shape, self._widths)


class _Told(QWidget):
    """A row that only says something."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, row: Row, shape: Shape, widths: Sequence[float]) -> None:
        super().__init__()
        self._row, self._shape, self._widths = row, shape, widths
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        _name(self, row)
        _fit(self, row, shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower row may need another line."""
        super().resizeEvent(event)
        _fit(self, self._row, self._shape)

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another height."""
        if event.type() == QEvent.Type.PaletteChange:
            _fit(self, self._row, self._shape)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What it says."""
        _paint(mirror.painter_on(self), QRectF(self.rect()), self._row, self._shape, self._widths)


def _name(widget: QWidget, row: Row) -> None:
    widget.setAccessibleName(row.spoken or ", ".join((row.text, *(each for each in row.tails if each))))
    widget.setToolTip(tip(row.hint))


def _fit(widget: QWidget, row: Row, shape: Shape) -> None:
    """As high as its lines; one that is cut all the same says all of it in its tooltip."""
    room = widget.width() - size(2 * INSET + shape.indent)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_Resized) or room <= 0:
        lines = 1
    else:
        lines = _lines(row.text, room) if shape.wraps else 1
        if paint.text_width(row.text, "body") > room * lines:
            widget.setToolTip(tip(row.text))
    height = size(shape.height) + (lines - 1) * line_height("body")
    if widget.minimumHeight() != height:
        widget.setFixedHeight(height)


def _lines(text: str, room: float) -> int:
    """How many lines a text takes, of the few it may."""
    if paint.text_width(text, "body") <= room:
        return 1
    metrics = QFontMetricsF(font("body"))
    box = metrics.boundingRect(QRectF(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap.value, text)
    return min(max(round(box.height() / metrics.lineSpacing()), 1), _MOST_LINES)


def _widths(rows: Sequence[Row]) -> list[float]:
    """The width of each column at the end of the rows."""
    columns = max((len(row.tails) for row in rows), default=0)
    return [
        max(paint.text_width(row.tails[at], "caption") + 1 for row in rows if len(row.tails) > at)
        for at in range(columns)
    ]  # fmt: skip


def _paint(painter: QPainter, box: QRectF, row: Row, shape: Shape, widths: Sequence[float]) -> None:
    """Icon, line, and the columns at the end."""
    first = size(shape.height)
    left, right = box.left() + size(INSET), box.right() - size(INSET)
    paint.draw_icon(painter, left, box.top() + (first - size(_ICON)) / 2, row.icon, row.tone, _ICON)
    for words, width in zip(reversed(row.tails), reversed(widths), strict=True):
        paint.text(
            painter,
            QRectF(right - width, box.top(), width, first),
            words,
            "caption",
            "text2",
            Qt.AlignmentFlag.AlignRight,
        )
        right -= width + size(_TAIL_GAP)
    left += size(shape.indent)
    line = QRectF(left, box.top(), right - left, box.height())
    if box.height() > first:
        lines = round((box.height() - first) / line_height("body")) + 1
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        words = paint.elided(row.text, font("body"), line.width() * (lines - _LOST))
        wrapped = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
        line.setTop(box.top() + (first - QFontMetricsF(font("body")).lineSpacing()) / 2)
        paint.write(painter, line, words if _lines(row.text, line.width()) == _MOST_LINES else row.text, wrapped)
    else:
        paint.text(painter, line, row.text)
