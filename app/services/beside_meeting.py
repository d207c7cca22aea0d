"""What is known between the two of you while you talk: what is open, what was decided last time, gaps of the intake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.dates import month_words
from app.domain.meetings import CaptureKind, Meeting, MeetingState
from app.domain.text import first_line
from app.services.between import Open, open_between
from app.services.gaps import intake_gaps
from app.services.office import Office
from app.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """The day of the last meeting, and what was decided there."""

    day: date
    decisions: tuple[str, ...]

    def title(self, today: date) -> str:
        """As a heading: "Last time, 17 Nov", the year only when it differs."""
        pattern = _("Last time, {day} {month}") if self.day.year == today.year else _("Last time, {day} {month} {year}")
        return pattern.format(day=self.day.day, month=month_words(self.day), year=self.day.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What each keeps, what was decided last time, what an intake should have brought and nobody asked."""

    mine: tuple[Open, ...]
    theirs: tuple[Open, ...]
    last: LastTime | None
    gaps: tuple[str, ...]


def beside(office: Office, meeting: int) -> Known:
    """What stands beside a meeting; raises `NotFoundError` when it is gone."""
    known = office.meetings.get(meeting)
    mine, theirs = open_between(office, office.managers.get(known.manager))
    return Known(mine=mine, theirs=theirs, last=_last_time(office, known), gaps=_gaps(office, known))


def _last_time(office: Office, meeting: Meeting) -> LastTime | None:
    """The meeting held before this one."""
    key = meeting.planned_at, meeting.id
    over = office.meetings.settled_of(meeting.manager, office.now(), 20, before=key)
    before = next((each for each in over if each.state is MeetingState.HELD), None)
    if before is None:
        return None
    decisions = [item for item in office.captured_items.of(before.id) if item.kind is CaptureKind.DECISION]
    day = (before.started_at or before.planned_at).astimezone(office.zone).date()
    return LastTime(day=day, decisions=tuple(first_line(item.text) for item in decisions))


def _gaps(office: Office, meeting: Meeting) -> tuple[str, ...]:
    """What an intake should have brought and the search does not know."""
    if not meeting.search:
        return ()
    return intake_gaps(office, office.searches.get(meeting.search))
