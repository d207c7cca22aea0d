"""The list of the log keeps its place: what comes in above the person's eyes does not move what they read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent

from app.words import _
from ui.kit.listing import Listing
from ui.relationship.log.delegate import ROW
from ui.relationship.log.model import LogModel
from ui.theme import size

BAR = 12  # the room of the scroll bar, which rows never take


class LogList(Listing):
    """The timeline itself."""

    menu_asked = Signal(int, object)
    resized = Signal()

    def __init__(self, model: LogModel) -> None:
        super().__init__(_("Timeline"), row_height=size(ROW))
        self._log = model
        palette = self.palette()
        palette.setBrush(palette.ColorRole.Highlight, Qt.BrushStyle.NoBrush)  # the delegate draws the current row
        self.setPalette(palette)
        self.setModel(model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        model.rowsInserted.connect(self._came)
        model.rowsRemoved.connect(self._went)

    def top_row(self) -> int:
        """The first row on screen, -1 for an empty list."""
        return self.rowAt(0)

    def place(self) -> tuple[int, int]:
        """The talk at the top and how far it is scrolled past, in logical pixels."""
        row = self.top_row()
        return self._log.id_at(row), -self.rowViewportPosition(row) if row >= 0 else 0

    def go_to(self, row: int, past: int = 0) -> None:
        """Bring a row to the top, scrolled past it by so many pixels."""
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self.rowViewportPosition(row) + past)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say so, for what lies over the rows."""
        super().resizeEvent(event)
        self.resized.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a row, by the pointer or the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            where = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(index.row(), self.viewport().mapToGlobal(where))

    def _came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._shift(first, last - first + 1)

    def _went(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._shift(first, first - last - 1)

    def _shift(self, first: int, rows: int) -> None:
        """Above the top row, the same number of pixels more or less is scrolled; at the very top nothing is."""
        bar = self.verticalScrollBar()
        height = self.verticalHeader().defaultSectionSize()
        if bar.value() > 0 and first * height < bar.value():
            self.updateGeometries()
            bar.setValue(bar.value() + rows * height)
