"""How a row of Today is drawn and pressed: lead, two lines of text, a chip, and its buttons at the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem, QWidget

from ui.kit import paint
from ui.kit.avatar import paint_avatar
from ui.kit.chip import chip_height, chip_width, paint_chip
from ui.kit.listing import Index, Listing, RowDelegate, Rows
from ui.theme import size
from ui.today.lines import Action, Line

ROW_HEIGHT, SIDE = 50, 8
_BUTTON, _PADDING, _ICON, _GAP = 26, 9, 14, 6
_LEAD, _TIME_LEAD = 40, 50


class Lines(Rows[Line]):
    """The rows; one that was just ticked stays a moment with its circle filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticked: Line | None = None

    def words(self, record: Line) -> str:
        """Lead, title, second line, chip."""
        said = (record.lead if record.lead[:1].isdigit() else "", record.title, record.second,
                record.fact.words if record.fact else "")  # fmt: skip
        return ", ".join(part for part in said if part)


class LineDelegate(RowDelegate):
    """Paints a row of Today."""

    def __init__(self, lines: Lines, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | Index) -> QSize:
        """All rows are of one height."""
        return QSize(0, size(ROW_HEIGHT))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """Ground, lead, texts, chip, buttons."""
        assert isinstance(record, Line)
        box, listing = QRectF(option.rect), option.widget
        at = self._lines.records.index(record)
        over = isinstance(listing, Listing) and listing.hovered_row == at
        if over:
            paint.rounded(painter, box.adjusted(0, 1, 0, -1), ground="hover")
        if isinstance(listing, Listing) and listing.hasFocus() and listing.current_row() == at:
            paint.focus_ring(painter, box.adjusted(0, 1, 0, -1))
        right = box.right() - size(SIDE)
        for action, place in buttons(record, box):
            _paint_button(painter, action, place)
            right = place.left() - size(12)
        if record.fact is not None:
            words, tone, icon = record.fact
            left = right - chip_width(words, tone, icon)
            paint_chip(painter, left, box.center().y() - chip_height() / 2, words, tone, icon)
            right = left - size(12)
        left = box.left() + size(SIDE) + size(_lead_width(record))
        self._paint_lead(painter, record, box)
        paint.text(painter, QRectF(left, box.top() + size(5), right - left, size(20)), record.title, "statement")
        second = QRectF(left, box.top() + size(26), right - left, size(16))
        paint.text(painter, second, record.second, "caption", "text2")

    def _paint_lead(self, painter: QPainter, record: Line, box: QRectF) -> None:
        left, middle = box.left() + size(SIDE), box.center().y()
        if record.lead == "avatar":
            side = size(28)
            paint_avatar(painter, QRectF(left, middle - side / 2, side, side), record.manager, record.name)
        elif record.lead == "hourglass":
            paint.draw_icon(painter, left + size(6), middle - size(16) / 2, "hourglass", "theirs")
        elif record.lead == "circle":
            _paint_circle(painter, QRectF(left + size(5), middle - size(9), size(18), size(18)),
                          record == self._lines.ticked)  # fmt: skip
        else:
            place = QRectF(left, box.top() + size(5), size(_TIME_LEAD), size(20))
            paint.text(painter, place, record.lead, "bodyMedium", "text2")


class LineList(Listing):
    """A list as high as its rows; the page scrolls, not the list."""

    acted = Signal(object, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, row_height=size(ROW_HEIGHT), parent=parent)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self.lines, self))
        self.setSelectionMode(Listing.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked_at.connect(self._pressed)
        self.opened.connect(self._open)
        self.ticked.connect(self._tick)
        self.customContextMenuRequested.connect(self._show_menu)

    def show_lines(self, lines: list[Line]) -> None:
        """Show other rows, the keyboard staying where it was."""
        at = self.current_row()
        self.lines.show(lines)
        self.set_row_height(size(ROW_HEIGHT))
        self.setFixedHeight(size(ROW_HEIGHT) * len(lines))
        if at >= 0 and lines:
            self.setCurrentIndex(self.lines.index(min(at, len(lines) - 1), 0))

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(size(240), size(ROW_HEIGHT) * len(self.lines.records))

    def _pressed(self, at: int, where: QPoint) -> None:
        line = self.lines.records[at]
        box = QRectF(0, 0, self.viewport().width(), size(ROW_HEIGHT))
        for action, place in buttons(line, box):
            if place.contains(where.toPointF()):
                self.acted.emit(line, action.key)
                return
        if line.lead == "circle" and where.x() < size(SIDE + _LEAD - 6):
            self._tick(at)
        else:
            self._open(at)

    def _open(self, at: int) -> None:
        self.acted.emit(self.lines.records[at], "open")

    def _tick(self, at: int) -> None:
        line = self.lines.records[at]
        if line.record in ("follow_up", "expectation") and self.lines.ticked is None:
            self.acted.emit(line, "tick")

    def _show_menu(self, where: QPoint) -> None:
        """The row's buttons for the keyboard."""
        at = self.rowAt(where.y())
        at = at if at >= 0 else self.current_row()
        if at < 0:
            return
        self.select(at)
        menu = QMenu(self)
        for action in self.lines.records[at].actions:
            menu.addAction(action.words).setObjectName(action.key)
        menu.triggered.connect(self._chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not menu.isEmpty():
            menu.popup(self.viewport().mapToGlobal(where))

    def _chosen(self, action: QObject) -> None:
        self.acted.emit(self.lines.records[self.current_row()], action.objectName())


def buttons(line: Line, box: QRectF) -> Iterator[tuple[Action, QRectF]]:
    """A row's buttons and where they are, from the right."""
    right = box.right() - size(SIDE)
    for action in reversed(line.actions):
        icon = size(_ICON + _GAP) if action.icon else 0
        width = paint.text_width(action.words, "bodyMedium") + icon + 2 * size(_PADDING)
        yield action, QRectF(right - width, box.center().y() - size(_BUTTON) / 2, width, size(_BUTTON))
        right -= width + size(8)


def _paint_button(painter: QPainter, action: Action, box: QRectF) -> None:
    if not action.quiet:
        paint.rounded(painter, box, ground="surface", border="border")
    tone, left = "text2" if action.quiet else "text", box.left() + size(_PADDING)
    if action.icon:
        paint.draw_icon(painter, left, box.center().y() - size(_ICON) / 2, action.icon, "text2", _ICON)
        left += size(_ICON + _GAP)
    paint.text(painter, QRectF(left, box.top(), box.right() - left, box.height()), action.words, "bodyMedium", tone)


def _paint_circle(painter: QPainter, box: QRectF, on: bool) -> None:
    radius = box.width() / 2
    if not on:
        paint.rounded(painter, box, border="borderStrong", width=1.5, radius=radius)
        return
    paint.rounded(painter, box, ground="fill", radius=radius)
    inset = (box.width() - size(13)) / 2
    paint.draw_icon(painter, box.x() + inset, box.y() + inset, "check", "onFill", 13)


def _lead_width(line: Line) -> int:
    return _TIME_LEAD if line.lead[:1].isdigit() else _LEAD
