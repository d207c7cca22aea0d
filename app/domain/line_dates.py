"""Days and times as people type them: `fri`, `2d`, `27.11`, `yesterday`, `16:40`.

Everything here answers None for what it does not understand, so that the words stay words.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.dates import valid_day
from app.domain.line_words import MONTHS, TODAY, TOMORROW, WEEKDAYS, YESTERDAY, name_of

_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_AHEAD = re.compile(r"([0-9]{1,3})([dw])", re.IGNORECASE)
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{4})?)?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_HALF_A_YEAR = timedelta(days=183)
_WEEKEND = 5


def clock_time(word: str) -> time | None:
    """`16:40` as a time of day."""
    found = _CLOCK.fullmatch(word)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def coming_day(word: str, today: date) -> date | None:
    """The day a plan is for: a weekday is the next one, never today; `2d` is two working days, `2w` fourteen days."""
    name = name_of(word)
    if name in TODAY:
        return today
    if name in TOMORROW:
        return today + timedelta(days=1)
    if name in WEEKDAYS:
        return next_weekday(WEEKDAYS[name], today)
    return _ahead(word, today) or written_day(word) or coming_date(word, today)


def past_day(word: str, today: date) -> date | None:
    """The day something happened: a weekday is the last one, today included; a date without a year is the nearest."""
    name = name_of(word)
    if name in TODAY:
        return today
    if name in YESTERDAY:
        return today - timedelta(days=1)
    if name in WEEKDAYS:
        return today - timedelta(days=(today.weekday() - WEEKDAYS[name]) % 7)
    return written_day(word) or _nearest_date(word, today)


def next_weekday(weekday: int, today: date) -> date:
    """The next such day of the week after `today`; Monday is 0."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def written_day(word: str) -> date | None:
    """A date with its year: `27.11.2026` or `2026-11-27`."""
    if found := _ISO.fullmatch(word):
        return valid_day(int(found[1]), int(found[2]), int(found[3]))
    found = _DOTTED.fullmatch(word)
    return valid_day(int(found[3]), int(found[2]), int(found[1])) if found and found[3] else None


def coming_date(word: str, today: date) -> date | None:
    """`27.11` as the next such day, today included."""
    found = _DOTTED.fullmatch(word)
    return next_date(int(found[2]), int(found[1]), today) if found and not found[3] else None


def next_date(month: int, day: int, today: date) -> date | None:
    """The next such day, today included, if this year or the next one has it."""
    days = (valid_day(year, month, day) for year in (today.year, today.year + 1))
    return next((found for found in days if found and found >= today), None)


def _nearest_date(word: str, today: date) -> date | None:
    """`27.11` as this year's; in January `28.12` is last year's."""
    found = _DOTTED.fullmatch(word)
    if not found or found[3]:
        return None
    this_year, last_year = (valid_day(today.year - back, int(found[2]), int(found[1])) for back in (0, 1))
    if last_year and (this_year is None or this_year - today > _HALF_A_YEAR):
        return last_year
    return this_year


def _ahead(word: str, today: date) -> date | None:
    found = _AHEAD.fullmatch(word)
    if not found:
        return None
    count = int(found[1])
    return today + timedelta(weeks=count) if found[2] in "wW" else working_days_after(count, today)


def working_days_after(count: int, today: date) -> date:
    """`count` days from Monday to Friday after `today`; holidays are not known here."""
    day = today
    for _number in range(count):
        day += timedelta(days=1)
        while day.weekday() >= _WEEKEND:
            day += timedelta(days=1)
    return day


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """That time of that day in `zone`, in UTC."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def typed_day(text: str, today: date) -> date | None:
    """A day as a field shows and takes it: `Tue 24 Nov`, `24 Nov 2025`, `24.11`, `yesterday`; the nearest that fits."""
    words = [word.rstrip(".,") for word in text.split()]
    if len(words) == 1:
        return past_day(words[0], today)
    weekday = WEEKDAYS.get(name_of(words[0])) if words else None
    if weekday is not None:
        words = words[1:]
    months = [MONTHS[name_of(word)] for word in words if name_of(word) in MONTHS]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    if len(months) != 1 or len(numbers) not in (1, 2) or len(numbers) + 1 != len(words):
        return None
    if len(numbers) == 2:
        return valid_day(numbers[1], months[0], numbers[0])
    days = [day for back in (-1, 0, 1) if (day := valid_day(today.year + back, months[0], numbers[0]))]
    fitting = [day for day in days if weekday in (None, day.weekday())]
    return min(fitting or days, key=lambda day: abs(day - today), default=None)
