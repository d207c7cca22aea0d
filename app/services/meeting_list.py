"""A manager's meetings as their tab lists them, and the one that is running."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.managers import HiringManager
from app.domain.meetings import Meeting
from app.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """One meeting; `issued` is the newest document made of it, 0 for none, and `sent` whether it went out."""

    meeting: Meeting
    search: str = ""
    issued: int = 0
    sent: bool = False

    @property
    def key(self) -> tuple[datetime, int]:
        """What the next page begins behind."""
        return self.meeting.planned_at, self.meeting.id


def running_meeting(office: Office) -> tuple[Meeting, HiringManager] | None:
    """The meeting that is going on, with whom; also after a crash or a night."""
    meeting = office.meetings.running()
    return None if meeting is None else (meeting, office.managers.get(meeting.manager))


def running_row(office: Office, manager: int) -> list[MeetingRow]:
    """The meeting that is going on with this manager, if one is."""
    meeting = office.meetings.running()
    return [] if meeting is None or meeting.manager != manager else as_rows(office, [meeting])


def planned_rows(office: Office, manager: int) -> tuple[list[MeetingRow], list[MeetingRow]]:
    """Those planned for a time that is past, of which nobody said whether they happened, and those to come.

    One that is cancelled stays among those to come until its time is over: somebody may have to hear of it.
    """
    now = office.now()
    rows = as_rows(office, [*office.meetings.planned_of(manager), *office.meetings.called_off(manager, now)])
    coming = sorted((row for row in rows if row.meeting.planned_at >= now), key=lambda row: row.key)
    return [row for row in rows if row.meeting.planned_at < now], coming


def past_rows(
    office: Office, manager: int, *, before: tuple[datetime, int] | None = None, limit: int = 100
) -> list[MeetingRow]:
    """A page of those over, held or cancelled, newest first; `before` is the key of the last row shown."""
    return as_rows(office, office.meetings.settled_of(manager, office.now(), limit, before=before))


def as_rows(office: Office, meetings: Sequence[Meeting]) -> list[MeetingRow]:
    """Meetings with what a list says of them besides."""
    issued = office.issued.of_meetings([each.id for each in meetings])
    titles = {search: office.searches.get(search).title for each in meetings if (search := each.search)}
    return [
        MeetingRow(
            meeting=each, search=titles[each.search] if each.search else "",
            issued=issued[each.id].id if each.id in issued else 0,
            sent=each.id in issued and issued[each.id].sent_on is not None,
        )
        for each in meetings
    ]  # fmt: skip
