"""A list of lines: a click on a button does it, on the rest opens the row; the menu key brings all that it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.words import _
from ui.kit.lines import LEAD, ROW_HEIGHT, SIDE, Line, buttons, more_box
from ui.kit.listing import Listing, Rows
from ui.kit.order import follow
from ui.kit.plain import menu_words
from ui.theme import size

if TYPE_CHECKING:
    from ui.kit.in_place import InPlace, RowEditor


class LineListing(Listing):
    """`acted` with a line and what is to be done with it: the key of one of its actions, "open" or "tick".

    A row may become a form; `closed` when it is gone.
    """

    acted = Signal(object, str)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, row_height=size(ROW_HEIGHT), parent=parent)
        self._in_place: InPlace | None = None
        self.setSelectionMode(Listing.SelectionMode.NoSelection)
        self.clicked_at.connect(self._pressed)
        self.opened.connect(self._open)
        self.ticked.connect(self._tick)

    def line(self, at: int) -> Line | None:
        """The line in a row; None where there is none, or a heading."""
        model = self.model()
        record = model.records[at] if isinstance(model, Rows) and 0 <= at < len(model.records) else None
        return record if isinstance(record, Line) else None

    @property
    def form(self) -> RowEditor | None:
        """The form that stands in a row."""
        return self._in_place.editor if self._in_place is not None else None

    def open_form(self, line: Line, form: RowEditor) -> None:
        """A row becomes a form; one that was open in this list is closed."""
        model = self.model()
        assert isinstance(model, Rows)
        if self._in_place is None:
            from ui.kit.in_place import InPlace

            self._in_place = InPlace(self)
            self._in_place.fitted.connect(self.fit_form)
            self._in_place.closed.connect(self.closed)
        self._in_place.open(model.records.index(line), form)
        follow(self, form)

    def close_form(self) -> None:
        """The form goes; what stands in it unsaved is a kept draft."""
        if self._in_place is not None:
            self._in_place.close()

    def fit_form(self) -> None:
        """The form has another height; a list that scrolls has room for it."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """With the pointer or the key."""
        by_pointer = event.reason() == QContextMenuEvent.Reason.Mouse
        at = self.rowAt(event.pos().y()) if by_pointer else self.current_row()
        if self.line(at) is not None:
            self.show_menu(at, event.pos() if by_pointer else None)

    def show_menu(self, at: int, where: QPoint | None = None) -> None:
        """All that a row offers, at a point of the list or below the row."""
        line = self.line(at)
        if line is None:
            return
        self.select(at)
        menu = QMenu(self)
        menu.addAction(_("Open")).setObjectName("open")
        groups: dict[str, QMenu] = {}
        for action in (*line.actions, *line.extras):
            if action.group and action.group not in groups:
                groups[action.group] = menu.addMenu(menu_words(action.group))
            into = groups[action.group] if action.group else menu
            into.addAction(menu_words(action.words)).setObjectName(action.key)
        menu.triggered.connect(self._chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        below = self.visualRect(self.model().index(at, 0)).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(where or below))

    def _pressed(self, at: int, where: QPoint) -> None:
        line = self.line(at)
        if line is None:
            return
        box = QRectF(0, 0, self.viewport().width(), size(ROW_HEIGHT))
        for action, place in buttons(line, box):
            if place.contains(where.toPointF()):
                self.acted.emit(line, action.key)
                return
        if line.extras and more_box(line, box).contains(where.toPointF()):
            self.show_menu(at)
        elif line.lead == "circle" and where.x() < size(SIDE + LEAD - 6):
            self._tick(at)
        else:
            self._open(at)

    def _open(self, at: int) -> None:
        line = self.line(at)
        if line is not None:
            self.acted.emit(line, "open")

    def _tick(self, at: int) -> None:
        line = self.line(at)
        if line is not None and not line.faded and line.record in ("follow_up", "expectation"):
            self.acted.emit(line, "tick")

    def _chosen(self, action: QAction) -> None:
        line = self.line(self.current_row())
        if line is not None and action.objectName():
            self.acted.emit(line, action.objectName())
