"""A manager's working time: their hours, their zone, and the public holidays of their country."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import InputError
from app.words import _

if TYPE_CHECKING:
    from app.domain.managers import HiringManager
    from app.domain.working_time import WorkingTime


def working_time(manager: HiringManager) -> WorkingTime:
    """When this manager works; a zone or country that is no longer known counts as none."""
    return working_time_of(manager.hours.to_text(), manager.zone, manager.country)


@cache
def working_time_of(hours: str, zone: str, country: str | None) -> WorkingTime:
    """The same from a manager's columns; without a country, as if there were no public holidays."""
    from app.domain.working_time import WorkingHours, WorkingTime

    return WorkingTime(hours=WorkingHours.from_text(hours), zone=zone_of(zone), holidays=_holidays(country))


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that name; raises `InputError` for one that does not exist."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        from app.domain.text import quoted

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
def _holidays(country: str | None) -> Callable[[date], bool]:
    """Whether a day is a public holiday there; the package is loaded when a country is first asked for."""
    if not country:
        return _never
    from holidays import country_holidays

    days = country_holidays(country)
    return lambda day: day in days


def _never(_day: date) -> bool:
    return False
