"""How often you talk, how quickly they answer, and the months of the balance."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.cadence import days_since, reply_time
from app.domain.dates import clock_time, day_words, months_back, time_words
from app.domain.working_time import DEFAULT_HOURS, WorkingTime

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 24, 9, 10, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("last", "zone", "days"),
    [
        (datetime(2026, 11, 24, 8, 0, tzinfo=UTC), LONDON, 0),
        (datetime(2026, 11, 23, 23, 59, tzinfo=UTC), LONDON, 1),
        (datetime(2026, 11, 24, 0, 0, tzinfo=UTC), LONDON, 0),
        (datetime(2026, 11, 24, 0, 0, tzinfo=UTC), NEW_YORK, 1),
        (datetime(2026, 11, 1, 12, 0, tzinfo=UTC), LONDON, 23),
        (datetime(2026, 11, 24, 9, 11, tzinfo=UTC), LONDON, 0),
    ],
)
def test_days_since_a_talk_are_calendar_days_there(last: datetime, zone: ZoneInfo, days: int) -> None:
    assert days_since(last, NOW, zone) == days


def _pair(begin: datetime, hours: int) -> tuple[datetime, datetime]:
    return begin, begin + timedelta(hours=hours)


MONDAY, FRIDAY = datetime(2026, 11, 23, 10, tzinfo=UTC), datetime(2026, 11, 20, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pairs", "median"),
    [
        ([], None),
        ([_pair(MONDAY, 2)], timedelta(hours=2)),
        ([_pair(MONDAY, 6), _pair(MONDAY, 1), _pair(MONDAY, 2)], timedelta(hours=2)),
        ([_pair(MONDAY, 4), _pair(MONDAY, 1)], timedelta(hours=2, minutes=30)),
        ([_pair(FRIDAY, 66)], timedelta(hours=2)),
        ([_pair(FRIDAY, 20)], timedelta(hours=1)),
    ],
)
def test_the_reply_time_is_the_median_in_working_time(
    pairs: list[tuple[datetime, datetime]], median: timedelta | None
) -> None:
    assert reply_time(pairs, WorkingTime(DEFAULT_HOURS, LONDON, lambda _day: False)) == median


@pytest.mark.parametrize(
    ("today", "count", "months"),
    [
        (date(2026, 11, 24), 6, [date(2026, month, 1) for month in (6, 7, 8, 9, 10, 11)]),
        (date(2027, 1, 31), 3, [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]),
        (date(2026, 12, 1), 1, [date(2026, 12, 1)]),
    ],
)
def test_the_months_of_the_balance_end_with_this_one(today: date, count: int, months: list[date]) -> None:
    assert months_back(today, count) == months


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "Tue 24 Nov"),
        (date(2026, 1, 5), "Mon 5 Jan"),
        (date(2025, 11, 24), "Mon 24 Nov 2025"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
    ],
)
def test_a_day_has_its_year_only_when_it_differs(day: date, words: str) -> None:
    assert day_words(day, date(2026, 11, 24)) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 24, 9, 10, tzinfo=UTC), "Today 04:10"),
        (datetime(2026, 11, 24, 4, 59, tzinfo=UTC), "Yesterday 23:59"),
        (datetime(2026, 11, 22, 21, 40, tzinfo=UTC), "Sun 22 Nov 16:40"),
    ],
)
def test_a_time_is_said_as_the_clock_there_shows_it(at: datetime, words: str) -> None:
    assert time_words(at, NOW, NEW_YORK) == words
    assert words.endswith(clock_time(at, NEW_YORK))
