"""Working time against a slow, obvious calculation: walk through the minutes and count those that are open."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.clocks import Event, Unit, Within, due_of_event
from app.domain.errors import InputError
from app.domain.working_time import WorkingHours, WorkingTime

ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/London", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Sydney",
        "Europe/Warsaw", "Asia/Tokyo",
    )
]  # fmt: skip
STEP = timedelta(minutes=15)
# No opening or closing between 01:00 and 03:00, where clocks change: there "open" itself has two meanings. A table in
# test_working_time.py holds what happens then; a change in the middle of a working day is drawn here.
quarters = st.sampled_from([*range(4), *range(12, 96)]).map(lambda number: time(number // 4, number % 4 * 15))


@st.composite
def hours(draw: st.DrawFn) -> WorkingHours:
    """A week with different hours, at least one day open, on the quarter of an hour."""
    days = []
    for _weekday in range(7):
        first, last = sorted((draw(quarters), draw(quarters)))
        days.append((first, last) if first < last and draw(st.integers(0, 3)) else None)
    if not any(days):
        days[2] = (time(9), time(17))
    return WorkingHours(tuple(days))


@st.composite
def workings(draw: st.DrawFn) -> WorkingTime:
    """Working time in some zone, with a few holidays around the changes of the clock."""
    off = draw(st.frozensets(st.dates(date(2026, 3, 1), date(2026, 4, 30)), max_size=6))
    return WorkingTime(draw(hours()), draw(st.sampled_from(ZONES)), off.__contains__)


moments = st.integers(0, 55 * 96).map(lambda quarter: datetime(2026, 3, 1, tzinfo=UTC) + quarter * STEP)


def is_open(working: WorkingTime, at: datetime) -> bool:
    """Whether the quarter of an hour that begins at a moment is working time, asked of the wall clock there."""
    local = at.astimezone(working.zone)
    day = working.hours.days[local.weekday()]
    return day is not None and not working.holidays(local.date()) and day[0] <= local.time() < day[1]


def slow_add(working: WorkingTime, at: datetime, amount: timedelta) -> datetime:
    """Walk until the amount is used up."""
    while amount > timedelta(0):
        if is_open(working, at):
            amount -= STEP
        at += STEP
    return at


@given(working=workings(), at=moments)
@settings(max_examples=150)
def test_the_opening_is_the_first_open_quarter(working: WorkingTime, at: datetime) -> None:
    slow = at
    while not is_open(working, slow):
        slow += STEP

    assert working.opening(at) == slow


@given(working=workings(), at=moments, count=st.integers(1, 120))
@settings(max_examples=150)
def test_adding_working_time_is_walking_through_open_quarters(working: WorkingTime, at: datetime, count: int) -> None:
    assert working.add(at, count * STEP) == slow_add(working, at, count * STEP)


@given(working=workings(), at=moments, span=st.integers(0, 20 * 96))
@settings(max_examples=100)
def test_time_between_is_the_count_of_open_quarters(working: WorkingTime, at: datetime, span: int) -> None:
    counted = sum(is_open(working, at + step * STEP) for step in range(span))

    assert working.between(at, at + span * STEP) == counted * STEP


@given(working=workings(), at=moments, days=st.integers(1, 15))
@settings(max_examples=150)
def test_n_working_days_later_is_the_same_clock_time(working: WorkingTime, at: datetime, days: int) -> None:
    begun = working.opening(at).astimezone(working.zone)
    day, left = begun.date(), days
    while left:
        day += timedelta(days=1)
        left -= working.hours.days[day.weekday()] is not None and not working.holidays(day)

    assert working.after_days(at, days) == datetime.combine(day, begun.time(), working.zone).astimezone(UTC)


@given(working=workings(), at=moments, days=st.integers(1, 5))
@settings(max_examples=80)
def test_a_due_lies_after_its_start_and_late_ends_after_it(working: WorkingTime, at: datetime, days: int) -> None:
    clock = Within(amount=days, unit=Unit.DAYS, event=Event.REQUEST)
    due = due_of_event(clock, at, working)

    assert at <= due.started < due.due < due.late_until
    assert due_of_event(Within(amount=days * 24, unit=Unit.HOURS, event=Event.REQUEST), at, working) == due


@given(made=hours())
@settings(max_examples=100)
def test_hours_come_back_as_they_were_written(made: WorkingHours) -> None:
    assert WorkingHours.from_text(made.to_text()) == made


@pytest.mark.parametrize(
    "text", ["", "Mon", "Mon-Fri 9-17", "Mon-Fri 17:00-09:00", "Xyz 09:00-17:00", "Mon 25:00-26:00"]
)
def test_hours_that_are_none_are_one_sentence(text: str) -> None:
    with pytest.raises(InputError, match="working"):
        WorkingHours.from_text(text)


def test_a_calendar_without_a_working_day_ends() -> None:
    closed = WorkingTime(WorkingHours(((time(9), time(17)), *[None] * 6)), ZONES[0], lambda _day: True)
    for ask in (closed.opening, lambda at: closed.add(at, STEP), lambda at: closed.after_days(at, 1)):
        with pytest.raises(InputError, match="no working day"):
            ask(datetime(2026, 3, 1, tzinfo=UTC))
