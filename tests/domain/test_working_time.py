"""Working time, as a table of facts: hours in words, days of different length, holidays, and the years without any."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.errors import InputError
from app.domain.working_time import DEFAULT_HOURS, WorkingHours, WorkingTime

LONDON = ZoneInfo("Europe/London")
SHORT_FRIDAY = WorkingHours.from_text("Mon-Thu 08:00-16:00, Fri 08:00-13:00")


def working(hours: WorkingHours = DEFAULT_HOURS, *holidays: date) -> WorkingTime:
    return WorkingTime(hours, LONDON, lambda day: day in holidays)


def on(day: int, clock: str) -> datetime:
    """A time in November 2026: Monday is the 23rd, Friday the 27th."""
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock), LONDON)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mon-Fri 09:00-17:00", "Mon-Fri 09:00-17:00"),
        ("  mon-FRI   09:00-17:00 ", "Mon-Fri 09:00-17:00"),
        ("Mon-Thu 08:00-16:00,Fri 08:00-13:00", "Mon-Thu 08:00-16:00, Fri 08:00-13:00"),
        ("Sun-Thu 09:00-17:00", "Mon-Thu 09:00-17:00, Sun 09:00-17:00"),
        ("Wed 10:00-12:30", "Wed 10:00-12:30"),
        ("Mon 09:00-17:00, Tue 09:00-17:00", "Mon-Tue 09:00-17:00"),
    ],
)
def test_hours_are_written_as_people_do(typed: str, kept: str) -> None:
    assert WorkingHours.from_text(typed).to_text() == kept


def test_the_usual_week_is_monday_to_friday_nine_to_five() -> None:
    assert DEFAULT_HOURS.to_text() == "Mon-Fri 09:00-17:00"


def test_a_week_without_an_open_day_is_refused() -> None:
    with pytest.raises(InputError, match="at least one day"):
        WorkingHours((None,) * 7)


@pytest.mark.parametrize(
    ("at", "opening"),
    [
        (on(24, "10:00"), on(24, "10:00")),
        (on(24, "08:59"), on(24, "09:00")),
        (on(24, "09:00"), on(24, "09:00")),
        (on(24, "16:59"), on(24, "16:59")),
        (on(24, "17:00"), on(25, "09:00")),
        (on(27, "17:30"), on(30, "09:00")),
        (on(28, "12:00"), on(30, "09:00")),
    ],
)
def test_the_opening_is_now_or_the_next_one(at: datetime, opening: datetime) -> None:
    found = working().opening(at)

    assert found == opening
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("begin", "hours", "end"),
    [
        (on(24, "10:00"), 7, on(24, "17:00")),
        (on(24, "10:00"), 8, on(25, "10:00")),
        (on(26, "15:00"), 6, on(27, "13:00")),
        (on(26, "15:00"), 7, on(30, "09:00")),
        (on(27, "14:00"), 1, on(30, "09:00")),
    ],
)
def test_hours_run_only_while_the_day_is_open(begin: datetime, hours: int, end: datetime) -> None:
    """On days of different length too: Thursday closes at 16:00, Friday at 13:00."""
    made = working() if begin == on(24, "10:00") else working(SHORT_FRIDAY)

    assert made.add(begin, timedelta(hours=hours)) == end
    assert made.between(begin, end) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("begin", "days", "end"),
    [
        (on(24, "10:00"), 0, on(24, "10:00")),
        (on(24, "10:00"), 1, on(26, "10:00")),
        (on(24, "10:00"), 3, on(30, "10:00")),
        (on(25, "10:00"), 1, on(27, "09:00")),
        (on(27, "17:00"), 1, on(30, "09:00") + timedelta(days=1)),
    ],
)
def test_a_working_day_later_is_the_same_clock_time(begin: datetime, days: int, end: datetime) -> None:
    """Wednesday is a holiday; what happens on it begins on Thursday at 9."""
    assert working(DEFAULT_HOURS, date(2026, 11, 25)).after_days(begin, days) == end


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 20), date(2026, 11, 24), 2),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 17), date(2026, 11, 24), 5),
        (date(2026, 11, 24), date(2026, 11, 27), 2),
        (date(2026, 11, 24), date(2026, 11, 20), 0),
    ],
)
def test_days_late_are_working_days(due: date, today: date, late: int) -> None:
    assert working(DEFAULT_HOURS, date(2026, 11, 25)).working_days_between(due, today) == late


def test_the_next_working_day_leaves_out_the_weekend_and_holidays() -> None:
    made = working(DEFAULT_HOURS, date(2026, 11, 30))

    assert made.next_working_day(date(2026, 11, 27)) == date(2026, 12, 1)


def test_nothing_lies_between_a_time_and_an_earlier_one() -> None:
    assert working().between(on(25, "10:00"), on(24, "10:00")) == timedelta(0)


def test_a_usual_day_is_the_mean_of_the_open_days() -> None:
    assert working(SHORT_FRIDAY).day_length == timedelta(hours=7, minutes=24)


def test_ten_years_of_holidays_end_in_a_sentence() -> None:
    made = WorkingTime(DEFAULT_HOURS, LONDON, lambda day: day > date(2026, 11, 24))
    with pytest.raises(InputError, match="no working day"):
        made.next_working_day(date(2026, 11, 24))
    with pytest.raises(InputError, match="no working day"):
        made.add(on(24, "10:00"), timedelta(hours=8))
