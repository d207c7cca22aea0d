"""What is open between you when a relationship is set aside: it is listed first (DOMAIN.md)."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.managers import ManagerId
from app.domain.meetings import Meeting
from app.domain.searches import Search
from app.domain.talks import FollowUp
from app.services.office import Office


class StillOpen(NamedTuple):
    """Follow-ups nobody ticked, searches that run, meetings that would be cancelled."""

    follow_ups: tuple[FollowUp, ...]
    searches: tuple[Search, ...]
    meetings: tuple[Meeting, ...]

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any(self[:])


def still_open(office: Office, manager: ManagerId) -> StillOpen:
    """All of it, the earliest first."""
    return StillOpen(
        tuple(office.follow_ups.open_of(manager)), tuple(office.searches.open_of(manager)),
        tuple(office.meetings.planned_of(manager)),
    )  # fmt: skip
