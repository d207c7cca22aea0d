"""A short talk offered to somebody who has not heard from you: two free times in their working hours, and the words.

A time is free when nothing is planned then or a quarter of an hour around it, by anybody: there is one of you.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.domain.channels import Channel
from app.domain.dates import clock_time, day_words
from app.domain.line_dates import instant
from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import MeetingKind
from app.services import meetings
from app.services.changes import Change
from app.services.health_facts import days_silent
from app.services.letters import Letter
from app.services.office import Office
from app.services.working import working_time
from app.words import _, plural

LENGTHS = (20, 25, 30)
_LONGEST, _BETWEEN, _STEP = timedelta(minutes=30), timedelta(minutes=15), timedelta(minutes=30)
_DAYS_AHEAD = 21
_LIKED = (time(10), time(14))  # a morning first, then an afternoon of another day
_AWAKE = (time(7), time(20))  # where you are, for somebody far away

Busy = list[tuple[datetime, datetime]]


class Invitation(NamedTuple):
    """The offer: two moments in UTC (fewer where the next weeks are full), how long, and the letter."""

    slots: tuple[datetime, ...]
    minutes: int
    letter: Letter


def invitation(office: Office, manager: ManagerId, *, minutes: int = LENGTHS[0]) -> Invitation:
    """Two times for a short talk and the words to offer them with."""
    known = office.managers.get(manager)
    slots = free_slots(office, known)
    letter = Letter(
        to=known.email or "", name=known.name, subject=_("A short talk?"), body=_words(office, known, slots, minutes)
    )
    return Invitation(slots, minutes, letter)


def free_slots(office: Office, manager: HiringManager) -> tuple[datetime, ...]:
    """At most two, on different days, from tomorrow on; in your own day too where the two zones allow it."""
    begin = office.now()
    end = begin + timedelta(days=_DAYS_AHEAD)
    busy = [
        (each.planned_at, each.planned_at + timedelta(minutes=each.minutes))
        for each in office.meetings.planned(begin - timedelta(days=1), end)
    ]
    days = list(_days(office, manager))
    for awake in (True, False):
        found: list[datetime] = []
        for starts in days:
            free = [at for at in starts if _is_free(at, busy) and (not awake or _is_awake(office, at))]
            if free and len(found) < len(_LIKED):
                found.append(_nearest(free, _LIKED[len(found)], working_time(manager).zone))
        if found:
            return tuple(found)
    return ()


def plan(office: Office, manager: ManagerId, *, at: datetime, minutes: int = LENGTHS[0]) -> Change:
    """Plan the talk at one of the times, the way the manager likes to talk."""
    known = office.managers.get(manager)
    channel = Channel(known.channel) if known.channel in (Channel.CALL, Channel.IN_PERSON) else Channel.VIDEO
    return meetings.plan(office, manager, kind=MeetingKind.STATUS, at=at, minutes=minutes, channel=channel)


def slot_words(office: Office, at: datetime) -> str:
    """A time as you see it: "Wed 25 Nov 10:00"."""
    day = day_words(at.astimezone(office.zone).date(), office.today())
    return _("{day} {time}").format(day=day, time=clock_time(at, office.zone))


def _nearest(free: list[datetime], liked: time, zone: ZoneInfo) -> datetime:
    """The moment of a day nearest to a time of day."""
    wanted = instant(free[0].astimezone(zone).date(), liked, zone)
    return min(free, key=lambda at: abs(at - wanted))


def _days(office: Office, manager: HiringManager) -> Iterator[list[datetime]]:
    """The half hours that begin in each of the manager's next working days, from tomorrow on."""
    working = working_time(manager)
    day = office.now().astimezone(working.zone).date()
    last = day + timedelta(days=_DAYS_AHEAD)
    while (day := working.next_working_day(day)) <= last:
        hours = working.hours.days[day.weekday()]
        assert hours is not None
        opens, closes = (instant(day, each, working.zone) for each in hours)
        count = (closes - opens - _LONGEST) // _STEP + 1
        yield [opens + _STEP * number for number in range(count)]


def _is_free(at: datetime, busy: Busy) -> bool:
    return all(at + _LONGEST + _BETWEEN <= begin or end + _BETWEEN <= at for begin, end in busy)


def _is_awake(office: Office, at: datetime) -> bool:
    begin = at.astimezone(office.zone)
    return _AWAKE[0] <= begin.time() and (begin + _LONGEST).time() <= _AWAKE[1] and begin.time() < _AWAKE[1]


def _words(office: Office, manager: HiringManager, slots: tuple[datetime, ...], minutes: int) -> str:
    """Three lines; times as the manager's clock shows them."""
    zone = working_time(manager).zone
    elsewhere = bool(slots) and any(at.astimezone(zone).utcoffset() != at.astimezone(office.zone).utcoffset()
                                    for at in slots)  # fmt: skip
    pattern = _("{day} at {time} your time") if elsewhere else _("{day} at {time}")
    times = [
        pattern.format(day=day_words(at.astimezone(zone).date(), office.today()), time=clock_time(at, zone))
        for at in slots
    ]
    length = plural("{count} minute", "{count} minutes", minutes)
    asked = {
        0: _("Would {length} suit you in the next weeks, and when?"),
        1: _("Would {length} on {first} suit you?"),
        2: _("Would {length} on {first} or on {second} suit you?"),
    }[len(slots)]
    first, second = (*times, "", "")[:2]
    return "\n".join((
        _("Hello {name},").format(name=manager.first_name), _reason(office, manager),
        asked.format(length=length, first=first, second=second),
    ))  # fmt: skip


def _reason(office: Office, manager: HiringManager) -> str:
    days = days_silent(office, office.managers.last_talk(manager.id))
    if not days:
        return _("I would like to hear how things are with you and your team.")
    return plural(
        "It has been {count} day since we spoke, and I would like to hear how things are with you.",
        "It has been {count} days since we spoke, and I would like to hear how things are with you.", days,
    )  # fmt: skip
