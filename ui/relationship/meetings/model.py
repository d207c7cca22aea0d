"""The list of a manager's meetings: what runs, what nobody settled, what comes, and the past by hundreds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.domain.meetings import MeetingState
from app.services import meeting_list
from app.services.meeting_list import MeetingRow
from app.services.meeting_words import FoundLine
from app.services.office import Office
from app.words import _
from ui.kit.listing import Rows
from ui.relationship.meetings import wording

_AT_ONCE = 100
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a heading, the place of a new meeting, or a meeting, with its day where it begins one."""

    heading: str = ""
    row: MeetingRow | None = None
    day: str = ""


class MeetingsModel(Rows[Entry]):
    """Read in one go as far as it is seen."""

    def __init__(self, office: Office, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._manager = office, manager
        self._more, self.is_planning = False, False
        self._found: tuple[int, FoundLine] | None = None

    def read(self) -> None:
        """Begin again: as many past meetings as were shown before."""
        over = (MeetingState.HELD, MeetingState.CANCELLED)
        known = sum(1 for entry in self.records if entry.row is not None and entry.row.meeting.state in over)
        unsettled, coming = meeting_list.planned_rows(self._office, self._manager)
        limit = max(_AT_ONCE, known)
        past = meeting_list.past_rows(self._office, self._manager, limit=limit)
        self._more = len(past) == limit
        running = meeting_list.running_row(self._office, self._manager)
        groups = ((_("Now"), running), (_("Did it happen?"), unsettled), (_("Upcoming"), coming), (_("Past"), past))
        entries = [Entry()] if self.is_planning else []
        for heading, rows in groups:
            if rows:
                entries += [Entry(heading=heading), *self._dated(rows, "")]
        self.show(entries)

    def mark(self, meeting: int, found: FoundLine | None) -> None:
        """Show what was found in a meeting, and in no other, until another one is chosen."""
        self._found = (meeting, found) if found is not None else None

    def found_in(self, row: MeetingRow) -> FoundLine | None:
        """What was found in a meeting and is shown in its row."""
        return self._found[1] if self._found is not None and self._found[0] == row.meeting.id else None

    def row_of(self, meeting: int) -> int:
        """Where a meeting stands, -1 while it is not shown."""
        found = (
            at for at, entry in enumerate(self.records) if entry.row is not None and entry.row.meeting.id == meeting
        )
        return next(found, -1)

    def read_until(self, meeting: int) -> int:
        """Read on until a meeting is there or all are; where it stands."""
        while self.row_of(meeting) < 0 and self._more:
            self.fetchMore()
        return self.row_of(meeting)

    def canFetchMore(self, _parent: Index = QModelIndex()) -> bool:
        """Whether the last page was full."""
        return self._more

    def fetchMore(self, _parent: Index = QModelIndex()) -> None:
        """The next hundred."""
        last = self.records[-1]
        assert last.row is not None
        found = meeting_list.past_rows(self._office, self._manager, before=last.row.key, limit=_AT_ONCE)
        self._more = len(found) == _AT_ONCE
        if found:
            entries = self._dated(found, wording.day_of(self._office, last.row))
            self.beginInsertRows(QModelIndex(), len(self.records), len(self.records) + len(entries) - 1)
            self.records.extend(entries)
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keyboard passes headings by."""
        if index.isValid() and self.records[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def words(self, record: Entry) -> str:
        """The heading, or the meeting in one sentence."""
        if record.row is None:
            return record.heading
        found, said = self.found_in(record.row), wording.spoken(self._office, record.row)
        return said if found is None else wording.with_found(said, found)

    def _dated(self, rows: list[MeetingRow], before: str) -> list[Entry]:
        """Each meeting, the first of a day with that day."""
        entries = []
        for row in rows:
            day = wording.day_of(self._office, row)
            entries.append(Entry(row=row, day="" if day == before else day))
            before = day
        return entries
