"""Times at which both of you could meet: in the manager's working hours, in your day, around what is planned.

What a manager said about the times they like comes first; the days of the three weeks ahead are looked at in order.
A time is free when nothing is planned then or a quarter of an hour around it, by anybody: there is one of you.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.domain.dates import clock_time, day_words
from app.domain.line_dates import instant
from app.domain.managers import HiringManager
from app.domain.preferred_times import Preferred, preferred
from app.services.office import Office
from app.services.working import working_time
from app.words import _

LENGTHS = (20, 30, 45, 60)
MOST = 3
_BETWEEN, _STEP = timedelta(minutes=15), timedelta(minutes=30)
_DAYS_AHEAD = 21
_LIKED = (time(10), time(14), time(11))  # a morning first, then an afternoon of another day
_AWAKE = (time(7), time(20))  # where you are, for somebody far away

Busy = Sequence[tuple[datetime, datetime]]


class _Wanted(NamedTuple):
    """What a time has to fit."""

    zone: ZoneInfo
    length: timedelta
    busy: Busy
    preferred: Preferred


def proposed_times(
    office: Office, manager: HiringManager, *, minutes: int, most: int = MOST, meeting: int = 0
) -> tuple[datetime, ...]:
    """Moments in UTC, each on another day from tomorrow on, soonest first; fewer where the next weeks are full.

    Where the two zones have no hour of the day in common, the manager's hours alone count. `meeting` is one that is
    being moved: its own time is free.
    """
    zone, length = working_time(manager).zone, timedelta(minutes=minutes)
    wanted = _Wanted(zone, length, _busy(office, meeting), preferred(manager.preferred_times or ""))
    days = [[at for at in day if _is_free(at, wanted)] for day in _days(office, manager, length)]
    in_yours = [[at for at in day if _is_awake(office, at, length)] for day in days]
    return _picked(in_yours if any(in_yours) else days, wanted, most)


def slot_words(office: Office, at: datetime) -> str:
    """A time as you see it: "Wed 25 Nov 10:00"."""
    day = day_words(at.astimezone(office.zone).date(), office.today())
    return _("{day} {time}").format(day=day, time=clock_time(at, office.zone))


def _picked(days: Sequence[Sequence[datetime]], wanted: _Wanted, most: int) -> tuple[datetime, ...]:
    """One time a day: first of the days that have one the manager likes, then of the others."""
    liked = [(number, [at for at in day if _is_liked(at, wanted)]) for number, day in enumerate(days)]
    found = {number: times for number, times in liked if times}
    chosen = sorted(found)[:most]
    chosen += [number for number, day in enumerate(days) if day and number not in found][: most - len(chosen)]
    times = (found.get(number, days[number]) for number in sorted(chosen))
    return tuple(_nearest(day, liked, wanted.zone) for day, liked in zip(times, _LIKED, strict=False))


def _nearest(times: Sequence[datetime], liked: time, zone: ZoneInfo) -> datetime:
    """The moment of a day nearest to a time of day."""
    around = instant(times[0].astimezone(zone).date(), liked, zone)
    return min(times, key=lambda at: abs(at - around))


def _busy(office: Office, meeting: int) -> Busy:
    """When something is planned; a meeting lasts a day at most."""
    begin = office.now() - timedelta(days=1)
    planned = office.meetings.planned(begin, begin + timedelta(days=_DAYS_AHEAD + 3))
    return [
        (each.planned_at, each.planned_at + timedelta(minutes=each.minutes)) for each in planned if each.id != meeting
    ]


def _days(office: Office, manager: HiringManager, length: timedelta) -> Iterator[list[datetime]]:
    """The half hours at which a meeting can begin in each of the manager's next working days, from tomorrow on."""
    working = working_time(manager)
    today = office.now().astimezone(working.zone).date()
    for day in (today + timedelta(days=ahead) for ahead in range(1, _DAYS_AHEAD + 1)):
        hours = working.hours.days[day.weekday()]
        if hours is not None and working.is_working_day(day):
            opens, closes = (instant(day, each, working.zone) for each in hours)
            yield [opens + _STEP * number for number in range((closes - opens - length) // _STEP + 1)]


def _is_free(at: datetime, wanted: _Wanted) -> bool:
    end = at + wanted.length
    return all(end + _BETWEEN <= begin or over + _BETWEEN <= at for begin, over in wanted.busy)


def _is_liked(at: datetime, wanted: _Wanted) -> bool:
    begins, ends = (each.astimezone(wanted.zone) for each in (at, at + wanted.length))
    return wanted.preferred.likes_day(begins.weekday()) and wanted.preferred.likes(begins.time(), ends.time())


def _is_awake(office: Office, at: datetime, length: timedelta) -> bool:
    begins, ends = (each.astimezone(office.zone) for each in (at, at + length))
    return begins.date() == ends.date() and _AWAKE[0] <= begins.time() and ends.time() <= _AWAKE[1]
