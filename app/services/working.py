"""A manager's working time: their hours, their zone, and the public holidays of their country."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import InputError
from app.domain.managers import HiringManager
from app.domain.text import quoted
from app.domain.working_time import WorkingTime
from app.words import _


def working_time(manager: HiringManager) -> WorkingTime:
    """When this manager works; a zone or country that is no longer known counts as none."""
    return _working_time(manager.hours.to_text(), manager.zone, manager.country)


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that name; raises `InputError` for one that does not exist."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputError("zone", _("There is no time zone called {name}. Write it like Europe/London.").format(
            name=quoted(name))) from error  # fmt: skip


def checked_country(code: str) -> str:
    """The two letters of a country whose holidays are known, or empty; raises `InputError` for another."""
    upper = code.strip().upper()
    if upper:
        from holidays import list_supported_countries

        if upper not in list_supported_countries():
            raise InputError("country", _("The country must be two letters, such as GB or DE."))
    return upper


@cache
def _working_time(hours: str, zone: str, country: str | None) -> WorkingTime:
    from app.domain.working_time import WorkingHours

    return WorkingTime(hours=WorkingHours.from_text(hours), zone=zone_of(zone), holidays=_holidays(country))


@cache
def _holidays(country: str | None) -> Callable[[date], bool]:
    """Whether a day is a public holiday there; the package is loaded when a country is first asked for."""
    if not country:
        return _never
    from holidays import country_holidays

    days = country_holidays(country)
    return lambda day: day in days


def _never(_day: date) -> bool:
    return False
