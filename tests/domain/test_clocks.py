"""A clock in words, from words, and at the edges of kept, late, missed and at risk."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from app.domain.clock_words import clock_words, parse_clock
from app.domain.clocks import (
    Clock,
    Event,
    Every,
    Once,
    Outcome,
    Standing,
    Unit,
    Within,
    clock_from_text,
    clock_to_text,
    is_at_risk,
    next_due,
    open_dues,
    outcome,
)
from app.domain.errors import InputError
from app.domain.working_time import DEFAULT_HOURS, WorkingTime

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 10, tzinfo=LONDON)
WORKING = WorkingTime(DEFAULT_HOURS, LONDON, lambda day: day == date(2026, 12, 25))
MONTHLY = Every(monthday=24)
CV, INTERVIEW = Event.CV_PRESENTED, Event.INTERVIEW_HELD


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("typed", "clock", "words"),
    [
        ("by 27 Nov", Once(by=date(2026, 11, 27)), "by Fri 27 Nov"),
        ("By Fri 27 November", Once(by=date(2026, 11, 27)), "by Fri 27 Nov"),
        ("by 2 Jan", Once(by=date(2027, 1, 2)), "by Sat 2 Jan 2027"),
        ("by 20 Nov", Once(by=date(2026, 11, 20)), "by Fri 20 Nov"),
        ("by 2026-11-27 17:00", Once(by=date(2026, 11, 27), at=time(17)), "by Fri 27 Nov, 17:00"),
        ("tomorrow", Once(by=date(2026, 11, 25)), "by Wed 25 Nov"),
        ("by tuesday", Once(by=date(2026, 12, 1)), "by Tue 1 Dec"),
        ("every Friday", Every(weekdays=(4,)), "every Friday"),
        ("every fri at 9:30", Every(weekdays=(4,), at=time(9, 30)), "every Friday, 09:30"),
        ("every thu and tue", Every(weekdays=(1, 3)), "every Tuesday and Thursday"),
        ("weekly", Every(weekdays=(1,)), "every Tuesday"),
        ("monthly on 22", Every(monthday=22), "monthly on the 22"),
        ("every month on the 22nd", Every(monthday=22), "monthly on the 22"),
        ("always", Standing(look=MONTHLY), "always"),
        ("Always, looked at monthly", Standing(look=MONTHLY), "always"),
        ("until the offer is signed", Standing(look=MONTHLY, until="the offer is signed"), "until the offer is signed"),
        (
            "within 2 working days of a CV",
            Within(amount=2, unit=Unit.DAYS, event=CV),
            "within 2 working days of each CV",
        ),
        (
            "within 1 day of a cv",
            Within(amount=1, unit=Unit.DAYS, event=CV),
            "within 1 working day of each CV",
        ),
        (
            "within 48 h after an interview",
            Within(amount=48, unit=Unit.HOURS, event=INTERVIEW),
            "within 48 hours of each interview",
        ),
    ],
)
def test_a_clock_is_read_stored_and_said(typed: str, clock: Clock, words: str) -> None:
    assert parse_clock(typed, TODAY) == clock
    assert clock_words(clock, TODAY) == words
    assert clock_from_text(clock_to_text(clock)) == clock


@pytest.mark.parametrize(
    "typed",
    [
        "", "soon", "by 31 Feb", "by 2026-02-30", "every", "every t", "every 0 days", "every 22nd", "monthly on 32",
        "within 0 days", "within 2 fortnights", "within 2 days of a party", "every Friday at 25:00",
    ],
)  # fmt: skip
def test_what_is_no_clock_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(InputError, match="every Friday") as refused:
        parse_clock(typed, TODAY)

    assert refused.value.field == "clock"


@pytest.mark.parametrize(
    ("agreed", "monthday", "dues"),
    [
        (date(2026, 9, 30), 31, ["2026-10-31T17:00", "2026-11-30T17:00"]),
        (date(2026, 11, 22), 22, ["2026-12-22T17:00"]),
        (date(2026, 10, 21), 22, ["2026-10-22T17:00", "2026-11-22T17:00", "2026-12-22T17:00"]),
    ],
)
def test_monthly_falls_on_the_last_day_of_a_short_month(agreed: date, monthday: int, dues: list[str]) -> None:
    found = open_dues(Every(monthday=monthday), agreed, [], NOW, WORKING)

    assert [each.due for each in found] == [local(text) for text in dues]


def test_a_repeating_date_is_moved_by_no_holiday() -> None:
    """25 December is off, and a Friday agreed is that Friday all the same."""
    found = open_dues(Every(weekdays=(4,)), date(2026, 12, 20), [], local("2026-12-21T09:00"), WORKING)

    assert found[0].due == local("2026-12-25T17:00")


def test_a_due_keeps_its_local_time_when_the_clocks_change() -> None:
    found = open_dues(Every(days=14), date(2026, 10, 12), [], local("2026-10-27T09:00"), WORKING)

    assert [each.due for each in found] == [
        datetime(2026, 10, 26, 17, tzinfo=UTC),
        datetime(2026, 11, 9, 17, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("clock", "answered", "due"),
    [
        (Every(weekdays=(4,)), [], "2026-11-27T17:00"),
        (Every(weekdays=(4,)), ["2026-11-27T17:00"], "2026-12-04T17:00"),
        (Every(weekdays=(1,), at=time(9, 10)), [], "2026-11-24T09:10"),
        (Once(by=date(2026, 11, 24)), [], "2026-11-24T17:00"),
        (Once(by=date(2026, 11, 23)), [], None),
        (Within(amount=2, unit=Unit.DAYS, event=CV), [], None),
    ],
)
def test_the_next_due_is_the_first_that_is_not_past(clock: Clock, answered: list[str], due: str | None) -> None:
    found = next_due(clock, date(2026, 11, 2), [local(text) for text in answered], NOW, WORKING)

    assert found == (local(due) if due else None)


@pytest.mark.parametrize(
    ("done_at", "ends"),
    [
        ("2026-11-12T16:59", Outcome.KEPT),
        ("2026-11-12T17:00", Outcome.KEPT),
        ("2026-11-12T17:01", Outcome.LATE),
        ("2026-11-23T10:00", Outcome.LATE),
        ("2026-11-23T10:01", Outcome.MISSED),
    ],
)
def test_once_is_late_up_to_twice_its_length(done_at: str, ends: Outcome) -> None:
    """From midnight on 2 November to 17:00 on the 12th are 10 days and 17 hours; the same again ends on the 23rd."""
    due = open_dues(Once(by=date(2026, 11, 12)), date(2026, 11, 2), [], NOW, WORKING)[0]

    assert outcome(due.due, due.late_until, local(done_at)) is ends


@pytest.mark.parametrize(
    ("now", "at_risk"),
    [
        ("2026-11-13T17:01", False),
        ("2026-11-19T14:59", False),
        ("2026-11-19T15:00", True),
        ("2026-11-20T16:59", True),
        ("2026-11-20T17:00", True),
        ("2026-11-24T09:10", True),
    ],
)
def test_a_weekly_promise_is_at_risk_in_its_last_ten_working_hours(now: str, at_risk: bool) -> None:
    due = open_dues(Every(weekdays=(4,)), date(2026, 11, 6), [local("2026-11-13T17:00")], NOW, WORKING)[0]

    assert is_at_risk(due, local(now), WORKING) is at_risk
