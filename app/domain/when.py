"""When a meeting is to be: "tue 10:30", "tomorrow 14:00", "3 dec 9:00", "10:30"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.dates import valid_day
from app.domain.line_dates import clock_time, coming_day, instant, next_date
from app.domain.line_words import MONTHS, WEEKDAYS, name_of

_JOINING = {"at", "um", "on", "am", "the"}


def planned_moment(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment that was typed, in UTC, or None for what is no day and time; a time alone is its next one."""
    words = [word for word in re.split(r"[\s,]+", text.strip()) if word and word.casefold() not in _JOINING]
    times = [word for word in words if clock_time(word.rstrip(".")) is not None]
    if len(times) != 1:
        return None
    at = clock_time(times[0].rstrip("."))
    assert at is not None
    words.remove(times[0])
    day = _day(words, now.astimezone(zone).date()) if words else _next_time(at, now, zone)
    return instant(day, at, zone) if day else None


def _next_time(at: time, now: datetime, zone: ZoneInfo) -> date:
    local = now.astimezone(zone)
    return local.date() if at > local.time() else local.date() + timedelta(days=1)


def _day(words: list[str], today: date) -> date | None:
    """One word for a day, or a day and a month in either order with or without year and weekday."""
    if len(words) > 1 and name_of(words[0].rstrip(".")) in WEEKDAYS:
        words = words[1:]
    if len(words) == 1:
        return coming_day(words[0].rstrip("."), today) or coming_day(words[0], today)
    months = [MONTHS[name] for word in words if (name := name_of(word.rstrip("."))) in MONTHS]
    numbers = [int(found[1]) for word in words if (found := re.fullmatch(r"([0-9]{1,4})(?:\.|st|nd|rd|th)?", word))]
    if len(months) != 1 or len(months) + len(numbers) != len(words) or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 2:
        return valid_day(numbers[1], months[0], numbers[0])
    return next_date(months[0], numbers[0], today)
