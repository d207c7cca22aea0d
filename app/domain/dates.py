"""Days and times as people write them: "Tue 24 Nov", the year only when it differs."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.words import _


def day_words(day: date, today: date) -> str:
    """A day, with its year unless it is this year."""
    weekday = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[day.weekday()]
    pattern = _("{weekday} {day} {month}") if day.year == today.year else _("{weekday} {day} {month} {year}")
    return pattern.format(weekday=weekday, day=day.day, month=month_words(day), year=day.year)


def short_day_words(day: date, today: date) -> str:
    """A day without its weekday: "23 Nov", with its year unless it is this year."""
    pattern = _("{day} {month}") if day.year == today.year else _("{day} {month} {year}")
    return pattern.format(day=day.day, month=month_words(day), year=day.year)


def month_words(day: date) -> str:
    """The short name of a day's month."""
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"), _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"),
        _("Dec"),
    )[day.month - 1]  # fmt: skip


def long_month_words(day: date) -> str:
    """The full name of a day's month."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )[day.month - 1]  # fmt: skip


def weekday_words(day: date) -> str:
    """The full name of a day of the week."""
    return (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"),
    )[day.weekday()]  # fmt: skip


def long_day_words(day: date, today: date) -> str:
    """A day in full, with its year unless it is this year: "Tuesday, 24 November"."""
    pattern = _("{weekday}, {day} {month}") if day.year == today.year else _("{weekday}, {day} {month} {year}")
    return pattern.format(weekday=weekday_words(day), day=day.day, month=long_month_words(day), year=day.year)


def clock_time(at: datetime, zone: ZoneInfo) -> str:
    """The time of day there: "10:30"."""
    return f"{at.astimezone(zone):%H:%M}"


def time_words(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """ "Today 09:10", "Yesterday 16:40", "Mon 23 Nov 16:40", as the clock in `zone` shows it."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    names = {today: _("Today"), today - timedelta(days=1): _("Yesterday")}
    day = names.get(local.date()) or day_words(local.date(), today)
    return _("{day} {time}").format(day=day, time=f"{local:%H:%M}")


def months_back(today: date, count: int) -> list[date]:
    """The first days of the last `count` calendar months, this one last."""
    months = today.year * 12 + today.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(months - count + 1, months + 1)]


def valid_day(year: int, month: int, day: int) -> date | None:
    """The date, if the calendar has it and a person alive can mean it."""
    if not 1970 <= year <= 2199:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
