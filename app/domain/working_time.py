"""Working time: when a hiring manager works, and what an hour or a day of a promise is.

An hour or day in a promise is working time of the manager: 24 hours are one working day, 48 are two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from app.domain.errors import InputError
from app.words import _

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PART = re.compile(r"([A-Za-z]{3})(?:-([A-Za-z]{3}))? (\d\d:\d\d)-(\d\d:\d\d)")
_FARTHEST = timedelta(days=3660)
_MOST_MOMENTS = 4_096

Hours = tuple[time, time]


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Opening and closing time of each weekday from Monday, None for a day off; local times."""

    days: tuple[Hours | None, ...]

    def __post_init__(self) -> None:
        if len(self.days) != 7 or not any(self.days):
            raise InputError("hours", _("The working hours need at least one day."))
        if any(day and day[0] >= day[1] for day in self.days):
            raise InputError("hours", _("A working day must end after it begins."))

    def to_text(self) -> str:
        """The hours in one line, days with the same hours together: "Mon-Fri 09:00-17:00"."""
        parts: list[tuple[int, int, Hours]] = []
        for index, day in enumerate(self.days):
            if day is None:
                continue
            if parts and parts[-1][1] == index - 1 and parts[-1][2] == day:
                parts[-1] = (parts[-1][0], index, day)
            else:
                parts.append((index, index, day))
        return ", ".join(_span(first, last, hours) for first, last, hours in parts)

    @classmethod
    def from_text(cls, text: str) -> WorkingHours:
        """The hours from such a line; raises `InputError` for anything else."""
        days: list[Hours | None] = [None] * 7
        for part in text.split(","):
            match = _PART.fullmatch(" ".join(part.split()))
            try:
                if match is None:
                    raise ValueError(part)
                first, last = _weekday(match[1]), _weekday(match[2] or match[1])
                hours = (time.fromisoformat(match[3]), time.fromisoformat(match[4]))
            except ValueError as error:
                raise InputError("hours", _("Write the working hours like Mon-Fri 09:00-17:00.")) from error
            for index in range(first, last + 1 if last >= first else last + 8):
                days[index % 7] = hours
        return cls(tuple(days))


DEFAULT_HOURS = WorkingHours(((time(9), time(17)),) * 5 + (None, None))


@dataclass(frozen=True)
class WorkingTime:
    """Working hours in a zone, without holidays; every time that goes in or comes out is aware, results are UTC."""

    hours: WorkingHours
    zone: ZoneInfo
    holidays: Callable[[date], bool]

    def opening(self, at: datetime) -> datetime:
        """`at` itself inside working time, else the next opening; raises `InputError` when there is none for years."""
        for opens, closes in self._spans(at):
            if closes > at:
                return max(opens, at).astimezone(UTC)
        raise InputError("hours", _("There is no working day in the next ten years."))

    def add(self, at: datetime, amount: timedelta) -> datetime:
        """The moment when `amount` of working time has passed since `at`."""
        left = amount
        for opens, closes in self._spans(at):
            begin = max(opens, at.astimezone(UTC))
            if closes <= begin:
                continue
            if left <= closes - begin:
                return begin + left
            left -= closes - begin
        raise InputError("hours", _("There is no working day in the next ten years."))

    def after_days(self, at: datetime, days: int) -> datetime:
        """The same clock time `days` working days later; outside working time it starts at the next opening."""
        local = self.opening(at).astimezone(self.zone)
        day = local.date()
        for _step in range(days):
            day = self.next_working_day(day)
        return datetime.combine(day, local.time(), self.zone).astimezone(UTC)

    def closing_after(self, day: date, days: int) -> datetime:
        """When the manager closes, `days` working days after a day; at least one."""
        for _step in range(days):
            day = self.next_working_day(day)
        hours = self.hours.days[day.weekday()]
        assert hours is not None
        return _moment(self.zone, day, hours[1])

    def between(self, begin: datetime, end: datetime) -> timedelta:
        """The working time from `begin` to `end`; nothing when `end` comes first."""
        begin, end = begin.astimezone(UTC), end.astimezone(UTC)
        total = timedelta(0)
        if end <= begin:
            return total
        for opens, closes in self._spans(begin):
            if opens >= end:
                break
            total += max(min(closes, end) - max(opens, begin), timedelta(0))
        return total

    def is_working_day(self, day: date) -> bool:
        """Whether the manager works that day at all."""
        return self.hours.days[day.weekday()] is not None and not self.holidays(day)

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        found = day + timedelta(days=1)
        while not self.is_working_day(found):
            found += timedelta(days=1)
            if found - day > _FARTHEST:
                raise InputError("hours", _("There is no working day in the next ten years."))
        return found

    def working_days_between(self, begin: date, end: date) -> int:
        """Working days after `begin` up to and with `end`: how many days late."""
        days = (begin + timedelta(days=step) for step in range(1, (end - begin).days + 1))
        return sum(1 for day in days if self.is_working_day(day))

    @cached_property
    def day_length(self) -> timedelta:
        """The length of a usual working day: the mean of the week's open days, in local time."""
        lengths = [
            datetime.combine(date.min, day[1]) - datetime.combine(date.min, day[0]) for day in self.hours.days if day
        ]
        return sum(lengths, timedelta(0)) / len(lengths)

    def _spans(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Opening and closing in UTC of each working day from the day of `at` on."""
        first = at.astimezone(self.zone).date()
        day = first
        while day - first <= _FARTHEST:
            hours = self.hours.days[day.weekday()]
            if hours is not None and not self.holidays(day):
                opens, closes = (_moment(self.zone, day, each) for each in hours)
                if opens < closes:
                    yield opens, closes
            day += timedelta(days=1)


@lru_cache(_MOST_MOMENTS)
def _moment(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """A local time in UTC; a time that the clocks jump over is the moment of the jump."""
    local = datetime.combine(day, clock, zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone).time() == clock:
        return found
    found = local.replace(fold=1).astimezone(UTC)
    before = found.astimezone(zone).utcoffset()
    while found.astimezone(zone).utcoffset() == before:
        found += timedelta(minutes=1)
    return found


def _weekday(name: str) -> int:
    return DAYS.index(name.capitalize())


def _span(first: int, last: int, hours: Hours) -> str:
    days = DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"
    return f"{days} {hours[0]:%H:%M}-{hours[1]:%H:%M}"
