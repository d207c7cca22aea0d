"""What the parts of a large sample share: its shape, its years, its people, and chance."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from app.services.office import Office
from app.services.sample.invention import Voice
from app.services.sample.rows import Rows

_CANDIDATES = 6_000
_OF_LATE = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How much of each there is; `largest_log` belongs to the first manager and is part of `talks`."""

    managers: int
    active: int
    searches: int
    meetings: int
    captured_items: int
    talks: int
    notes: int
    expectations: int
    check_ins: int
    follow_ups: int
    presentations: int
    largest_log: int

    def scaled(self, part: float) -> Shape:
        """The same proportions in small, for tests."""
        return Shape(**{each.name: max(2, round(getattr(self, each.name) * part)) for each in fields(self)})


@dataclass(slots=True, kw_only=True)
class Relation:
    """A manager while the sample is made: the years of working together, the searches, the people shown."""

    id: int
    name: str
    zone: ZoneInfo
    country: str
    language: str
    begun: date
    ended: date
    active: bool
    searches: list[tuple[date, date, int]] = field(default_factory=list)
    shown: list[tuple[int, datetime, datetime | None]] = field(default_factory=list)
    promises: int = 0

    def search_on(self, day: date) -> int | None:
        """A search that ran on that day."""
        return next((number for opened, until, number in self.searches if opened <= day <= until), None)


class Decades:
    """A large sample while it is being made."""

    def __init__(self, office: Office, shape: Shape, seed: int) -> None:
        self.office = office
        self.shape = shape
        # Chance decides words and days here, not secrets, and must be the same again.
        self.chance = random.Random(seed)  # noqa: S311
        self.voice = Voice(self.chance)
        self.rows = Rows(office)
        self.today = office.today()
        self.candidates = self.voice.candidates(_CANDIDATES)
        self.relations: list[Relation] = []
        # Of every search: who got a no, and what was asked for.
        self.noes: defaultdict[int, list[int]] = defaultdict(list)
        self.wanted: defaultdict[int, list[int]] = defaultdict(list)
        self._times = [time(hour, minute) for hour in range(8, 18) for minute in range(0, 60, 5)]

    def at(self, day: date, zone: str | None = None) -> datetime:
        """A moment of a working day, never later than now."""
        where = ZoneInfo(zone) if zone else self.office.zone
        moment = datetime.combine(day, self.voice.pick(self._times), where).astimezone(UTC)
        return min(moment, self.office.now())

    def day_in(self, relation: Relation) -> date:
        """A day, Monday to Friday as a rule, of the years with a manager."""
        days = (relation.ended - relation.begun).days + 1
        back = int(self.chance.random() * days)
        # Who you work with now is heard of more often of late; the first one, with the longest log, was always there.
        if relation.active and relation.id > 1 and self.chance.random() < _OF_LATE:
            back = int(self.chance.random() * min(days, 120))
        day = relation.ended - timedelta(days=back)
        return max(day - timedelta(days=max(day.weekday() - 4, 0)), relation.begun)

    def spread(self, count: int, *, first: bool = True) -> Iterator[Relation]:
        """Managers by chance, more often those known for longer; without the first one when it has its own share."""
        relations = self.relations if first else self.relations[1:]
        weights = list(accumulate((each.ended - each.begun).days + 1 + 1_500 * each.active for each in relations))
        yield from self.chance.choices(relations, cum_weights=weights, k=count)

    def shares(self, total: int, parts: int) -> list[int]:
        """So many in so many uneven parts."""
        base, left = divmod(total, parts)
        counts = [base + (index < left) for index in range(parts)]
        for index in range(0, parts - 1, 2):
            moved = int(self.chance.random() * (base // 2 + 1))
            counts[index] += moved
            counts[index + 1] -= moved
        return counts
