"""What a calibration call goes through besides its agenda: who still waits for an answer, and what the noes share."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.dates import day_words
from app.domain.meetings import Meeting, MeetingKind
from app.domain.searches import Presentation
from app.services.calibration import pattern
from app.services.feedback import is_waiting
from app.services.office import Office
from app.words import _


class Waiting(NamedTuple):
    """Somebody presented of whom nothing was said yet."""

    id: int
    name: str
    shown: str


class Call(NamedTuple):
    """The people in the order they were shown, and the pattern of each search that has one."""

    people: tuple[Waiting, ...]
    patterns: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to go through."""
        return any(self[:])


def calibration_call(office: Office, meeting: Meeting) -> Call:
    """Of the meeting's search, else of all open searches of the manager; nothing for another kind of meeting."""
    if meeting.kind is not MeetingKind.CALIBRATION:
        return Call((), ())
    searches = [
        each.id for each in office.searches.open_of(meeting.manager) if meeting.search in (None, each.id)
    ]  # fmt: skip
    people: list[Presentation] = []
    patterns: list[str] = []
    for search in searches:
        presented = office.presentations.of(search)
        people += [each for each in presented if is_waiting(each)]
        found = pattern(presented, office.requirements.of(search))
        if found is not None:
            patterns.append(found.words)
    people.sort(key=lambda each: (each.presented_at, each.id))
    return Call(tuple(_waiting(office, each) for each in people), tuple(patterns))


def _waiting(office: Office, person: Presentation) -> Waiting:
    day = day_words(person.presented_at.astimezone(office.zone).date(), office.today())
    return Waiting(person.id, person.candidate, _("shown {day}").format(day=day))
