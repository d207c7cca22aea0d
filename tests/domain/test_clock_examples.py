"""Every worked example of the domain's clocks, in the manager's zone, hours 9 to 17."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

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
    due_of_event,
    is_at_risk,
    open_dues,
    outcome,
)
from app.domain.working_time import DEFAULT_HOURS, WorkingTime

LONDON, SAO_PAULO, WARSAW = ZoneInfo("Europe/London"), ZoneInfo("America/Sao_Paulo"), ZoneInfo("Europe/Warsaw")
FRIDAY_OFF = date(2026, 11, 27)


def working(zone: ZoneInfo = LONDON, *holidays: date) -> WorkingTime:
    return WorkingTime(DEFAULT_HOURS, zone, lambda day: day in holidays)


WEEK = {"Mon": 23, "Tue": 24, "Wed": 25, "Thu": 26, "Fri": 27, "Sat": 28}


def at(text: str, zone: ZoneInfo = LONDON) -> datetime:
    """A time in the week of Monday 23 November 2026, a week later with "+", or a full one."""
    weekday, _space, clock = text.removeprefix("+").partition(" ")
    if weekday not in WEEK:
        return datetime.fromisoformat(text).replace(tzinfo=zone)
    day = date(2026, 11, WEEK[weekday]) + timedelta(days=7 * text.startswith("+"))
    return datetime.combine(day, time.fromisoformat(clock), zone)


def days(amount: int) -> Within:
    return Within(amount=amount, unit=Unit.DAYS, event=Event.CV_PRESENTED)


def hours(amount: int) -> Within:
    return Within(amount=amount, unit=Unit.HOURS, event=Event.CV_PRESENTED)


@pytest.mark.parametrize(
    ("event", "clock", "due", "answered", "ends"),
    [
        ("Tue 10:00", days(2), "Thu 10:00", "Thu 09:59", Outcome.KEPT),
        ("Tue 10:00", hours(48), "Thu 10:00", "Fri 09:00", Outcome.LATE),
        ("Tue 10:00", hours(48), "Thu 10:00", "+Mon 10:00", Outcome.LATE),
        ("Tue 10:00", hours(48), "Thu 10:00", "+Mon 10:01", Outcome.MISSED),
        ("Fri 16:00", hours(24), "+Mon 16:00", "+Tue 16:01", Outcome.MISSED),
        ("Fri 17:30", days(2), "+Wed 09:00", "+Wed 09:00", Outcome.KEPT),
        ("Wed 16:00", hours(3), "Thu 11:00", "Thu 10:00", Outcome.KEPT),
        ("2026-03-27T16:00", days(1), "2026-03-30T16:00", "2026-03-30T16:00", Outcome.KEPT),
    ],
)
def test_an_event_clock_is_due_and_ends(event: str, clock: Within, due: str, answered: str, ends: Outcome) -> None:
    found = due_of_event(clock, at(event), working())

    assert found.due == at(due)
    assert outcome(found.due, found.late_until, at(answered)) is ends


def test_an_event_outside_working_time_starts_at_the_next_opening() -> None:
    assert due_of_event(days(2), at("Fri 17:30"), working()).started == at("+Mon 09:00")


def test_a_clock_is_at_risk_in_its_last_quarter() -> None:
    due = due_of_event(hours(4), at("Sat 12:00"), working())

    assert due.due == at("+Mon 13:00")
    assert not is_at_risk(due, at("+Mon 11:59"), working())
    assert is_at_risk(due, at("+Mon 12:00"), working())


def test_a_holiday_is_no_working_day() -> None:
    due = due_of_event(days(1), at("Thu 15:00"), working(LONDON, FRIDAY_OFF))

    assert due.due == at("+Mon 15:00")
    assert outcome(due.due, due.late_until, at("+Mon 14:00")) is Outcome.KEPT


def test_the_clock_runs_where_the_manager_sits() -> None:
    presented = datetime(2026, 11, 24, 18, 0, tzinfo=WARSAW)
    due = due_of_event(hours(8), presented, working(SAO_PAULO))

    assert due.due == datetime(2026, 11, 25, 14, 0, tzinfo=SAO_PAULO)


NOW = datetime(2026, 11, 24, 9, 10, tzinfo=LONDON)
FRIDAYS = Every(weekdays=(4,), at=time(17))
MONTHLY = Standing(look=Every(monthday=22))


@pytest.mark.parametrize(
    ("clock", "agreed", "answered", "dues"),
    [
        (
            FRIDAYS,
            date(2026, 11, 1),
            ["2026-11-06T17:00", "2026-11-13T17:00"],
            ["2026-11-20T17:00", "2026-11-27T17:00"],
        ),
        (Every(days=14), date(2026, 11, 2), [], ["2026-11-16T17:00", "2026-11-30T17:00"]),
        (Every(days=14), date(2026, 11, 2), ["2026-11-16T17:00"], ["2026-11-30T17:00"]),
        (MONTHLY, date(2026, 9, 22), ["2026-10-22T17:00"], ["2026-11-22T17:00", "2026-12-22T17:00"]),
        (FRIDAYS, date(2026, 11, 6), [], ["2026-11-13T17:00", "2026-11-20T17:00", "2026-11-27T17:00"]),
        (Once(by=date(2026, 11, 20)), date(2026, 11, 2), [], ["2026-11-20T17:00"]),
        (Once(by=date(2026, 11, 20)), date(2026, 11, 2), ["2026-11-20T17:00"], []),
        (Every(monthday=31), date(2026, 1, 31), ["2026-10-31T17:00"], ["2026-11-30T17:00"]),
        (days(2), date(2026, 11, 2), [], []),
    ],
)
def test_a_repeating_clock_leaves_what_is_open_and_the_next(
    clock: Clock, agreed: date, answered: list[str], dues: list[str]
) -> None:
    done = [at(text).astimezone(UTC) for text in answered]
    found = open_dues(clock, agreed, done, NOW, working())

    assert [due.due for due in found] == [at(text) for text in dues]


def test_a_repeating_due_is_late_until_the_next_one() -> None:
    """Every Friday, sent on Saturday: late; after the next Friday: missed."""
    due = open_dues(FRIDAYS, date(2026, 11, 1), [at("2026-11-13T17:00")], NOW, working())[0]

    assert outcome(due.due, due.late_until, at("2026-11-21T10:00")) is Outcome.LATE
    assert outcome(due.due, due.late_until, at("2026-11-27T17:01")) is Outcome.MISSED


@pytest.mark.parametrize("clock", [FRIDAYS, MONTHLY, days(2), hours(48), Once(by=date(2026, 11, 20), at=time(9))])
def test_a_clock_comes_back_as_it_was_stored(clock: Clock) -> None:
    assert clock_from_text(clock_to_text(clock)) == clock
