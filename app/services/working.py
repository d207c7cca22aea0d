"""A manager's working time: their hours, their zone, and the public holidays of their country."""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import InputError
from app.resources import RESOURCES
from app.words import _

if TYPE_CHECKING:
    from app.domain.managers import HiringManager
    from app.domain.working_time import WorkingHours, WorkingTime


def working_time(manager: HiringManager) -> WorkingTime:
    """When this manager works; a zone or country that is no longer known counts as none."""
    return _working_time(manager.hours, manager.zone, manager.country)


@cache
def working_time_of(hours: str, zone: str, country: str | None) -> WorkingTime:
    """The same from a manager's columns; without a country, as if there were no public holidays."""
    from app.domain.working_time import WorkingHours

    return _working_time(WorkingHours.from_text(hours), zone, country)


@cache
def _working_time(hours: WorkingHours, zone: str, country: str | None) -> WorkingTime:
    """One for all managers with the same, so that it is looked up and not made for each of their promises."""
    from app.domain.working_time import WorkingTime

    return WorkingTime(hours=hours, zone=zone_of(zone), holidays=_holidays(country))


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
    """Whether a day is a public holiday there."""
    return _Holidays(country) if country else _never


class _Holidays:
    """A country's public holidays: from our table, read in a millisecond; beyond its years, from the package.

    The package takes 110 ms and 17 MB to load, more than everything else that a start of the window needs.
    """

    def __init__(self, country: str) -> None:
        self._country = country
        self._years = _table(country)
        self._others: Container[date] | None = None

    def __call__(self, day: date) -> bool:
        """Whether the day is one."""
        known = self._years.get(day.year)
        if known is not None:
            return f"{day.month:02}{day.day:02}" in known
        if self._others is None:
            from holidays import country_holidays

            self._others = country_holidays(self._country)
        return day in self._others


def _table(country: str) -> dict[int, str]:
    """The years of a country in `resources/holidays.txt`, each with its days as there: `0101,0403,1225`.

    The days stay text: as sets of all years they would take 30 times the memory, and longer to make than to look in.
    """
    with (RESOURCES / "holidays.txt").open(encoding="ascii") as lines:
        line = next((line for line in lines if line.startswith(f"{country} ")), "")
    years = (year.partition(":") for year in line.split()[1:])
    return {int(year): days for year, _colon, days in years}


def _never(_day: date) -> bool:
    return False
