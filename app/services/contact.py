"""How to reach a manager: address, number, the time it is where they are, and when they like to be called."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.dates import clock_time, day_words
from app.domain.errors import InputError
from app.domain.managers import HiringManager
from app.services.office import Office
from app.services.working import zone_of
from app.words import _


class Way(NamedTuple):
    """One line: `kind` is email, phone, time or times; `value` is the address or number itself, where it is one."""

    kind: str
    words: str
    value: str = ""


def ways(office: Office, manager: HiringManager) -> tuple[Way, ...]:
    """What is known of how to reach somebody, with the time there now."""
    found = [
        Way("email", manager.email or "", manager.email or ""), Way("phone", manager.phone or "", manager.phone or ""),
        Way("time", _time_there(office, manager)), Way("times", manager.preferred_times or ""),
    ]  # fmt: skip
    return tuple(each for each in found if each.words)


def _time_there(office: Office, manager: HiringManager) -> str:
    """ "London, 09:10 now"; with the day when it is another one there. Empty for a zone nobody knows any more."""
    try:
        zone = zone_of(manager.zone)
    except InputError:
        return ""
    place = manager.zone.rpartition("/")[2].replace("_", " ")
    now, day = clock_time(office.now(), zone), office.now().astimezone(zone).date()
    if day == office.today():
        return _("{place}, {time} now").format(place=place, time=now)
    return _("{place}, {day} {time} now").format(place=place, day=day_words(day, office.today()), time=now)
