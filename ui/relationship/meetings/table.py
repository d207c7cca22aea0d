"""The list itself: headings are passed by, the menu key opens what else a meeting offers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from app.services.meeting_list import MeetingRow
from app.services.meeting_words import FoundLine
from app.services.office import Office
from app.words import _
from ui.kit.listing import Listing
from ui.relationship.meetings.delegate import HEADING, ROW, MeetingDelegate
from ui.relationship.meetings.model import MeetingsModel
from ui.theme import size


class MeetingTable(Listing):
    """`asked` with a row whose menu is wanted, `pressed` with a row whose button was."""

    asked = Signal(int)
    pressed = Signal(int)

    def __init__(self, office: Office, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Meetings"), row_height=size(ROW), parent=parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # in the margin: the rows stay
        self.meetings = MeetingsModel(office, manager, self)
        self._delegate = MeetingDelegate(office, self, self.meetings)
        self.setModel(self.meetings)
        self.setItemDelegate(self._delegate)
        self.clicked_at.connect(self._clicked)
        self.meetings.modelReset.connect(self._fit)
        self.moved.connect(self._unmark)

    def row(self, at: int) -> MeetingRow | None:
        """The meeting in a row, None for a heading."""
        return self.meetings.records[at].row if 0 <= at < len(self.meetings.records) else None

    def current_meeting(self) -> MeetingRow | None:
        """The meeting the keyboard is on."""
        return self.row(self.current_row())

    def select(self, row: int) -> None:
        """A heading is no place to stand: the meeting below it is."""
        while row < len(self.meetings.records) and self.row(row) is None:
            row += 1
        super().select(row)

    def mark(self, found: FoundLine | None) -> None:
        """Show what was found in the meeting the keyboard is on, until it goes to another one."""
        row = self.current_meeting()
        self.meetings.mark(row.meeting.id if row is not None else 0, found)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """With the pointer or the key."""
        by_pointer = event.reason() == QContextMenuEvent.Reason.Mouse
        at = self.rowAt(event.pos().y()) if by_pointer else self.current_row()
        if self.row(at) is not None:
            self.select(at)
            self.asked.emit(at)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size has other rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.model() is not None:
            self.set_row_height(size(ROW))
            self._fit()

    def _fit(self) -> None:
        """Headings are lower than meetings; a row that held a form is a row again."""
        for at, entry in enumerate(self.meetings.records):
            wanted = size(HEADING if entry.heading else ROW)
            if self.rowHeight(at) != wanted:
                self.setRowHeight(at, wanted)

    def _unmark(self, at: int) -> None:
        row = self.row(at)
        if row is not None and self.meetings.found_in(row) is None:
            self.meetings.mark(0, None)

    def _clicked(self, at: int, where: object) -> None:
        row = self.row(at)
        if row is None:
            return
        part = self._delegate.pressed(row, self.viewport().width(), where.toPointF())  # type: ignore[attr-defined]
        if part:
            (self.asked if part == "more" else self.pressed).emit(at)
