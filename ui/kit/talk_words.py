"""Days and times as they stand in the fields of a talk, and back: what is shown there is always understood again."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.dates import day_words, time_words, valid_day
from app.domain.errors import InputError
from app.domain.line_dates import clock_time, coming_day, instant, next_date, typed_day
from app.domain.quickadd import understand
from app.words import _

_LONGEST = 24 * 60


def moment(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When a talk was, None for nothing written, which is now. Raises `InputError` for what is not understood."""
    parts = words.replace(",", " ").split()
    if not parts:
        return None
    today = now.astimezone(zone).date()
    at = clock_time(parts[-1])
    days = parts[:-1] if at else parts
    day = today if at and not days else _past(" ".join(days).lstrip("@"), today)
    if day is None:
        raise InputError("at", _("This time is not understood. Write it like yesterday 16:40 or 9.11 10:30."))
    return instant(day, at or now.astimezone(zone).time().replace(fold=0), zone)


def moment_words(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A moment as the field shows it."""
    return time_words(at, now, zone)


def due(words: str, today: date) -> date:
    """The day of a plan; tomorrow is a word too. Raises `InputError` for what is not understood."""
    written = words.strip().lstrip("!")
    day = coming_day(written, today) or typed_day(written, today)
    if day is not None and day < today and str(day.year) not in written:
        day = next_date(day.month, day.day, today)
    if day is None:
        raise InputError("due", _("This day is not understood. Write it like Fri, 2d or 27.11."))
    return day


def due_words(day: date, today: date) -> str:
    """A day as the field shows it."""
    return day_words(day, today)


def minutes(words: str) -> int | None:
    """A length: `25`, `25m`, `1h20`; None for nothing. Raises `InputError` for what is not understood."""
    written = "".join(words.casefold().split())
    if not written:
        return None
    if written.isdecimal() and written.isascii() and 0 <= int(written[:9]) <= _LONGEST:
        return int(written)
    now = datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC"))
    found = understand(written, now=now, zone=ZoneInfo("UTC")).minutes
    if found is None:
        raise InputError("minutes", _("This length is not understood. Write it like 25m or 1h20."))
    return found


def _past(words: str, today: date) -> date | None:
    """The day something happened: without a year the last such day, as `day_words` leaves this year's out."""
    day = typed_day(words, today)
    if day is not None and day > today and str(day.year) not in words:
        return valid_day(day.year - 1, day.month, day.day)
    return day
