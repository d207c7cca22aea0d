"""The meetings of all managers: what runs, what nobody settled, what comes, and the past; by pages.

A page is asked for by the key of the last row shown, so that the ten thousandth meeting is as near as the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain.meetings import Meeting, MeetingState
from app.services.meeting_list import MeetingRow, as_rows
from app.services.office import Office

PAGE = 100
_BEFORE_ALL = datetime(1, 1, 2, tzinfo=UTC)
Key = tuple[datetime, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One meeting with the person it is with; `set_aside` when they are archived or parted."""

    row: MeetingRow
    name: str
    set_aside: bool = False

    @property
    def meeting(self) -> Meeting:
        """The meeting itself."""
        return self.row.meeting

    @property
    def at(self) -> datetime:
        """When it began, or is to begin."""
        return self.meeting.started_at or self.meeting.planned_at

    def is_unsettled(self, now: datetime) -> bool:
        """Whether its time is over and nobody said whether it happened."""
        over = self.meeting.planned_at + timedelta(minutes=self.meeting.minutes) < now
        return self.meeting.state is MeetingState.PLANNED and over


def running(office: Office) -> list[Entry]:
    """The meeting that is going on, if one is."""
    meeting = office.meetings.running()
    return _entries(office, [meeting] if meeting else [])


def coming(office: Office, *, after: Key | None = None, limit: int = PAGE) -> list[Entry]:
    """A page of what is planned, from what was never settled on, in the order of time.

    What is cancelled stays among it until its time is over: somebody may have to hear of it.
    """
    return _entries(office, office.meetings.coming(limit, office.now(), after=after or (_BEFORE_ALL, 0)))


def past(office: Office, *, before: Key | None = None, limit: int = PAGE) -> list[Entry]:
    """A page of what was held, or cancelled and is past, newest first."""
    return _entries(office, office.meetings.over(limit, office.now(), before=before))


def _entries(office: Office, meetings: Sequence[Meeting]) -> list[Entry]:
    people = {each.id: each for each in office.managers.listed_among({meeting.manager for meeting in meetings})}
    return [
        Entry(row=row, name=people[row.meeting.manager].name,
              set_aside=people[row.meeting.manager].status in ("archived", "parted"))
        for row in as_rows(office, meetings)
    ]  # fmt: skip
