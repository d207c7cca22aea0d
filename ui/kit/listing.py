"""Lists that grow: a table of one column with a delegate, one stop for the keyboard, arrows move inside.

QListView needs a second to reset a million rows and widgets are for ten; this takes 3 ms (GOALS.md row 10).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.kit import mirror
from ui.kit.scrolling import ScrollBar

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
RECORD = Qt.ItemDataRole.UserRole
_TO_KEY = {Qt.Key.Key_Return: "opened", Qt.Key.Key_Enter: "opened", Qt.Key.Key_Space: "ticked", Qt.Key.Key_F2: "edited",
           Qt.Key.Key_Delete: "deleted"}  # fmt: skip


class Rows(QAbstractTableModel, Generic[R]):
    """Records as rows; subclasses say a row in words for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records: list[R] = []

    def show(self, records: Sequence[R]) -> None:
        """Show other records."""
        self.beginResetModel()
        self.records = list(records)
        self.endResetModel()

    def words(self, record: R) -> str:
        """The row as a screen reader says it."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row a record."""
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The record for the delegate, the words for assistive technology."""
        if not index.isValid() or index.row() >= len(self.records):
            return None
        if role == RECORD:
            return self.records[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words(self.records[index.row()])
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints one row; subclasses draw it from left to right, and give a height."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the record of a row inside `option.rect`."""
        record = index.data(RECORD)
        if record is None:
            return
        painter.save()
        if option.direction == Qt.LayoutDirection.RightToLeft:
            mirror.turn(painter, QRectF(option.rect))
        self.draw(painter, option, record)
        painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """The row itself."""
        raise NotImplementedError


class Listing(QTableView):
    """The list; a row is opened by Enter or a click, ticked by Space, edited by F2, deleted by Delete."""

    opened = Signal(int)
    ticked = Signal(int)
    edited = Signal(int)
    deleted = Signal(int)
    moved = Signal(int)
    clicked_at = Signal(int, object)
    hovered = Signal(int)

    def __init__(self, name: str, *, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A viewport that Qt made costs 12 ms when Python first sees one: every class of widgets is tried on it.
        self._ground = QWidget()
        self.setViewport(self._ground)
        self.setAccessibleName(name)
        self.hovered_row = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.viewport().setAutoFillBackground(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)
        self.set_row_height(row_height)

    def set_row_height(self, pixels: int) -> None:
        """The height of every row, in logical pixels."""
        self.verticalHeader().setDefaultSectionSize(pixels)

    def select(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        if self.model() is not None and 0 <= row < self.model().rowCount():
            index = self.model().index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def current_row(self) -> int:
        """The current row, -1 for none."""
        return self.currentIndex().row()

    def place_in(self, index: Index, at: QPoint) -> QPoint:
        """A point of the viewport as a point of a row, where its delegate painted what is seen there."""
        return mirror.painted(self.viewport(), at) - self.visualRect(index).topLeft()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the keyboard is now."""
        super().currentChanged(current, previous)
        self.moved.emit(current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """A row that assistive technology selects, the one thing it can do with a row, has the keyboard then."""
        super().selectionChanged(selected, deselected)
        chosen = selected.indexes()
        if chosen and not self.selectionModel().isSelected(self.currentIndex()):
            self.setCurrentIndex(chosen[0])

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """The current row is the delegate's to draw; Qt's own ground under it has no colour."""
        super().initViewItemOption(option)
        palette = QPalette(option.palette)
        palette.setBrush(QPalette.ColorRole.Highlight, Qt.BrushStyle.NoBrush)
        option.palette = palette

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys every list knows; letters are left to the page."""
        signal = _TO_KEY.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if signal and plain and self.current_row() >= 0:
            getattr(self, signal).emit(self.current_row())
        elif event.text().isprintable() and event.text() and plain:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        """A list that gets the keyboard has a current row."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if self.current_row() < 0:
            self.select(0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Remember the row under the pointer, for its quiet actions."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click: where in the row, for what a row has to press."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.clicked_at.emit(index.row(), self.place_in(index, event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
            self.hovered.emit(row)
