"""What the parts of the small sample share: its texts, its calendar, and who and what has been written so far."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from app.domain.managers import HiringManager
from app.domain.working_time import WorkingTime
from app.services.office import Office
from app.services.sample.invention import Voice, data
from app.services.sample.rows import Rows
from app.services.working import working_time


class Shown(NamedTuple):
    """A person presented: the number, the search, and both times."""

    id: int
    search: int
    presented_at: datetime
    answered_at: datetime | None


class Ground:
    """The small sample while it is being made. Days are counted from the day it is seen on: -1 is yesterday."""

    def __init__(self, office: Office, seed: int) -> None:
        self.office = office
        self.texts: dict[str, Any] = data("office")
        # Chance decides words here, not secrets, and must be the same again.
        self.voice = Voice(random.Random(seed))  # noqa: S311
        self.rows = Rows(office)
        self.zone = office.zone
        self.today = office.today()
        self.managers: dict[str, HiringManager] = {}
        self.searches: dict[str, int] = {}
        self.search_of: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.shown: dict[str, list[Shown]] = defaultdict(list)
        self.people: dict[str, int] = {}
        self.requirements: dict[tuple[str, str], int] = {}
        self.candidates: dict[str, list[str]] = {}
        self.positions: Counter[str] = Counter()
        self.latest = 0

    def day(self, offset: int) -> date:
        """A day, seen from today."""
        return self.today + timedelta(days=offset)

    def at(self, offset: int, clock: str, zone: ZoneInfo | None = None) -> datetime:
        """A moment of a day, on this computer's clock or another's."""
        return datetime.combine(self.day(offset), time.fromisoformat(clock), zone or self.zone).astimezone(UTC)

    def past(self, offset: int, clock: str) -> datetime:
        """The same, but never later than now."""
        return min(self.at(offset, clock), self.office.now())

    def workday(self, offset: int) -> int:
        """That day, or the Friday before when it is at a weekend."""
        return offset - max(self.day(offset).weekday() - 4, 0)

    def search(self, key: str | None) -> int | None:
        """The number of a search."""
        return self.searches[key] if key else None

    def search_on(self, manager: str, offset: int) -> int | None:
        """A search of the manager that was open that day, the newest first."""
        return next((number for opened, number in self.search_of[manager] if opened <= offset), None)

    def working(self, manager: str) -> WorkingTime:
        """When a manager works."""
        return working_time(self.managers[manager])
