"""The rows of the log: an outline of ids, and a few pages of entries around what is on screen.

The outline of a long log comes in stretches between two events, so that no frame waits for it; entries are read a
fifty at a time when they are first painted, the next page a little before it is needed.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal

from app.domain.managers import ManagerId
from app.services import timeline
from app.services.office import Office
from app.services.timeline import PAGE, STRETCH, Entry, Group, Shown
from ui.kit.listing import RECORD, Index
from ui.relationship.log import wording

_SEEN_MS = 50  # what was found is painted, and the next letter typed, before more of the outline is read
_SCREENFUL = 20
_LOOKS = (300, 3_000)  # entries looked through at once; further down at once only where words are rare
_KEPT_PAGES = 80
_MOST_ONE_BY_ONE = 50
_AHEAD = 15


class Row(NamedTuple):
    """An entry with its neighbours: whether its day begins here, and whether it goes on above and below."""

    number: int
    entry: Entry
    begins: bool
    goes_on: bool


class LogModel(QAbstractTableModel):
    """Entries of one manager, newest first; `grown` when more of the outline is known."""

    grown = Signal()

    def __init__(self, office: Office, manager: int, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office, self.name = office, name
        self.shown = Shown(ManagerId(manager))
        self._ids: array[int] = array("q")
        self._end: timeline.Key | None = None
        self._pages: OrderedDict[int, list[Entry | None]] = OrderedDict()
        self._wanted = -1
        self._growing = QTimer(self)
        self._growing.timeout.connect(self._grow)
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read_ahead)
        self.show(Group.ALL, "")

    def show(self, group: Group, words: str) -> None:
        """Show a part of the log, from its newest entry."""
        self.beginResetModel()
        self.shown = self.shown._replace(group=group, words=words)
        self._pages.clear()
        self._ids, self._end = array("q"), timeline.TOP
        for limit in _LOOKS:
            if self._end is not None and len(self._ids) < _SCREENFUL:
                found = timeline.outline(self._office, self.shown, below=self._end, limit=limit)
                self._ids.extend(found.ids)
                self._end = found.end
        self.endResetModel()
        self._growing.setInterval(_SEEN_MS)
        self._go_on()

    def is_complete(self) -> bool:
        """Whether the outline is known to its end."""
        return self._end is None

    def entry(self, row: int) -> Entry | None:
        """The entry of a row, None where there is none."""
        if not 0 <= row < len(self._ids):
            return None
        return self._page(row // PAGE)[row % PAGE]

    def row(self, row: int) -> Row | None:
        """A row with its neighbours, None where there is none."""
        entry = self.entry(row)
        return self._row(row, entry) if entry is not None else None

    def row_of(self, talk: int) -> int:
        """Where a talk stands, -1 when it is not shown, or not known yet."""
        try:
            return self._ids.index(talk)
        except ValueError:
            return -1

    def id_at(self, row: int) -> int:
        """The talk of a row, 0 where there is none."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def refresh(self, talks: set[int]) -> None:
        """Take in what was done to some talks: they came, went, moved in time, or only say something else."""
        if len(talks) > _MOST_ONE_BY_ONE:
            self.show(self.shown.group, self.shown.words)
            return
        self._pages.clear()
        staying = timeline.belongs(self._office, self.shown, sorted(talks))
        for talk in talks:
            row = self.row_of(talk)
            alone = len(talks) == 1 and talk in staying
            if row >= 0 and not (alone and timeline.fits(self._office, self._ids, row)):
                self._take_out(row)
        for talk in sorted(staying):
            if self.row_of(talk) < 0:
                self._put_in(talk)
        self.reread()

    def reread(self) -> None:
        """Read what is on screen again, because a name in it changed."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each entry whose place is known."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, the words for assistive technology."""
        if role not in (RECORD, Qt.ItemDataRole.AccessibleTextRole):
            return None
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == RECORD:
            return self._row(index.row(), entry)
        return wording.spoken(entry, self.name, self._office.today())

    def _row(self, row: int, entry: Entry) -> Row:
        self._look_ahead(row)
        above, below = self.entry(row - 1), self.entry(row + 1)
        begins = above is None or above.day != entry.day
        return Row(row, entry, begins, below is not None and below.day == entry.day)

    def _page(self, number: int) -> list[Entry | None]:
        found = self._pages.get(number)
        if found is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            found = self._pages[number] = timeline.entries(self._office, ids)
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return found

    def _look_ahead(self, row: int) -> None:
        """Read the next page between two events, before its first row is painted."""
        near = row % PAGE
        wanted = row // PAGE + (1 if near > PAGE - _AHEAD else -1 if near < _AHEAD else 0)
        if 0 <= wanted * PAGE < len(self._ids) and wanted not in self._pages:
            self._wanted = wanted
            self._reading.start()

    def _read_ahead(self) -> None:
        if 0 <= self._wanted * PAGE < len(self._ids):
            self._page(self._wanted)

    def _grow(self) -> None:
        self._growing.setInterval(0)
        if self._end is not None:
            more = timeline.outline(self._office, self.shown, below=self._end, limit=STRETCH)
            self._pages.pop(len(self._ids) // PAGE, None)
            if more.ids:
                self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(more.ids) - 1)
                self._ids.extend(more.ids)
                self.endInsertRows()
            self._end = more.end
        self._go_on()

    def _go_on(self) -> None:
        if self._end is None:
            self._growing.stop()
        elif not self._growing.isActive():
            self._growing.start()
        self.grown.emit()

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._ids[row]
        self.endRemoveRows()

    def _put_in(self, talk: int) -> None:
        row = timeline.place(self._office, self._ids, talk)
        if row == len(self._ids) and self._end is not None:
            return  # it comes with the rest of the outline
        self.beginInsertRows(QModelIndex(), row, row)
        self._ids.insert(row, talk)
        self.endInsertRows()
