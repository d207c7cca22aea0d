"""Every kind of clock against a slow, obvious calculation: days walked one by one, working time quarter by quarter.

Zones with and without daylight saving, holidays, and weeks whose days differ; the drawing is that of the working time.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.clocks import (
    Clock,
    Due,
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
    moment_of,
    next_due,
    open_dues,
    outcome,
)
from app.domain.working_time import WorkingTime
from tests.domain.test_clock_properties import STEP, is_open, moments, slow_add, workings

DAY = timedelta(days=1)
FIRST = date(2026, 3, 1)
# No time between 01:00 and 03:00, which the clocks may jump over or pass twice.
times = st.none() | st.sampled_from([0, 12, 31, 36, 40, 68, 95]).map(lambda number: time(number // 4, number % 4 * 15))
turns = st.one_of(
    st.builds(Every, days=st.integers(1, 40), at=times),
    st.builds(Every, weekdays=st.sets(st.integers(0, 6), min_size=1).map(lambda found: tuple(sorted(found))), at=times),
    st.builds(Every, monthday=st.integers(1, 31), at=times),
)
repeating = turns | st.builds(Standing, look=turns)
agreed_days = st.integers(0, 60).map(lambda step: FIRST + step * DAY)
amounts = st.tuples(st.integers(1, 30), st.sampled_from(Unit)).filter(lambda each: each[1] is Unit.DAYS or each[0] < 24)


def at_clock(day: date, at: time | None, working: WorkingTime) -> datetime:
    """The moment of a due on a day, 17:00 where it says no time."""
    return datetime.combine(day, time(17) if at is None else at, working.zone).astimezone(UTC)


def comes_on(every: Every, day: date, agreed_on: date) -> bool:
    """Whether a repeating clock comes round on a day, asked of that day alone."""
    if every.days:
        return (day - agreed_on).days % every.days == 0
    if every.monthday:
        return day.day == min(every.monthday, monthrange(day.year, day.month)[1])
    return day.weekday() in every.weekdays


def slow_dues(clock: Clock, agreed_on: date, working: WorkingTime) -> Iterator[datetime]:
    """Every due from the day after it was agreed on, walking through the days."""
    every = clock.look if isinstance(clock, Standing) else clock
    assert isinstance(every, Every)
    for step in range(1, 800):
        day = agreed_on + step * DAY
        if comes_on(every, day, agreed_on):
            yield at_clock(day, every.at, working)


def slow_open(
    clock: Clock, agreed_on: date, done: list[datetime], now: datetime, working: WorkingTime
) -> list[datetime]:
    """What waits: nothing before the last answer, all that is past, and one that is to come."""
    found = []
    for due in slow_dues(clock, agreed_on, working):
        if not done or due > max(done):
            found.append(due)
            if due > now:
                return found
    return found


def slow_after(working: WorkingTime, started: datetime, amount: int, unit: Unit) -> datetime:
    """Days keep the time of day and count the days that are open; hours are walked through."""
    if unit is Unit.HOURS:
        return slow_add(working, started, amount * timedelta(hours=1))
    local = started.astimezone(working.zone)
    day = local.date()
    while amount:
        day += DAY
        amount -= working.is_working_day(day)
    return datetime.combine(day, local.time(), working.zone).astimezone(UTC)


def slow_opening(working: WorkingTime, at: datetime) -> datetime:
    while not is_open(working, at):
        at += STEP
    return at


@given(working=workings(), clock=repeating, agreed_on=agreed_days, answers=st.integers(0, 6), days=st.integers(0, 120))
@settings(max_examples=200, deadline=None)
def test_a_repeating_clock_waits_for_each_day_it_comes_round(
    working: WorkingTime, clock: Clock, agreed_on: date, answers: int, days: int
) -> None:
    now = at_clock(agreed_on + days * DAY, time(12), working)
    done = list(islice(slow_dues(clock, agreed_on, working), answers))
    slow = slow_open(clock, agreed_on, done, now, working)

    assert [each.due for each in open_dues(clock, agreed_on, done, now, working)] == slow
    assert next_due(clock, agreed_on, done, now, working) == next((due for due in slow if due >= now), None)


@given(working=workings(), clock=repeating, agreed_on=agreed_days, days=st.integers(0, 90))
@settings(max_examples=100, deadline=None)
def test_a_repeating_due_begins_with_the_one_before_and_is_late_until_the_next(
    working: WorkingTime, clock: Clock, agreed_on: date, days: int
) -> None:
    now = at_clock(agreed_on + days * DAY, time(12), working)
    found = open_dues(clock, agreed_on, [], now, working)
    slow = list(islice(slow_dues(clock, agreed_on, working), len(found) + 1))

    assert [(each.due, each.late_until) for each in found] == list(pairwise(slow))
    assert [each.started for each in found] == [at_clock(agreed_on, time(0), working), *slow[: len(found) - 1]]


@given(working=workings(), agreed_on=agreed_days, days=st.integers(0, 60), at=times, answered=st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_promise_by_a_day_is_due_then_and_late_for_as_long_again(
    working: WorkingTime, agreed_on: date, days: int, at: time | None, answered: bool
) -> None:
    clock = Once(by=agreed_on + days * DAY, at=at)
    due, begun = at_clock(clock.by, at, working), at_clock(agreed_on, time(0), working)
    found = open_dues(clock, agreed_on, [due] if answered else [], begun, working)

    assert [(each.started, each.due, each.late_until) for each in found] == (
        [] if answered else [(min(begun, due), due, due + max(due - begun, timedelta(0)))]
    )


@given(working=workings(), at=moments, amount=amounts)
@settings(max_examples=200, deadline=None)
def test_a_clock_of_an_event_is_walked_through_once_and_twice(
    working: WorkingTime, at: datetime, amount: tuple[int, Unit]
) -> None:
    count, unit = amount
    found = due_of_event(Within(amount=count, unit=unit, event=Event.REQUEST), at, working)
    started = slow_opening(working, at)

    assert found.started == started
    assert found.due == slow_after(working, started, count, unit)
    assert found.late_until == slow_after(working, started, 2 * count, unit)


@given(working=workings(), day=agreed_days, amount=amounts)
@settings(max_examples=150, deadline=None)
def test_an_event_of_which_only_the_day_is_known_has_until_the_last_day_closes(
    working: WorkingTime, day: date, amount: tuple[int, Unit]
) -> None:
    count, unit = amount
    found = due_of_event(Within(amount=count, unit=unit, event=Event.DECISION), day, working)
    if unit is Unit.HOURS:
        midnight = at_clock(day + DAY, time(0), working)
        assert found.due == slow_add(working, slow_opening(working, midnight), count * timedelta(hours=1))
        return
    last, left = day, count
    while left:
        last += DAY
        left -= working.is_working_day(last)
    hours = working.hours.days[last.weekday()]

    assert hours is not None
    assert found.due == at_clock(last, hours[1], working)
    assert [moment_of(each, working) <= found.due for each in (last, last + DAY)] == [True, False]


@given(working=workings(), at=moments, amount=amounts, step=st.integers(-8, 30 * 96))
@settings(max_examples=150, deadline=None)
def test_an_answer_is_kept_late_or_missed_by_where_it_falls(
    working: WorkingTime, at: datetime, amount: tuple[int, Unit], step: int
) -> None:
    due = due_of_event(Within(amount=amount[0], unit=amount[1], event=Event.REQUEST), at, working)
    done = at + step * STEP
    ended = outcome(due.due, due.late_until, done)

    assert (ended is Outcome.KEPT, ended is Outcome.MISSED) == (done <= due.due, done > due.late_until)
    assert outcome(due.due, due.late_until, due.late_until) is (
        Outcome.LATE if due.late_until > due.due else Outcome.KEPT
    )


@given(working=workings(), at=moments, count=st.integers(1, 23), step=st.integers(-8, 12 * 96))
@settings(max_examples=150, deadline=None)
def test_a_clock_is_at_risk_when_a_quarter_of_its_open_quarters_is_left(
    working: WorkingTime, at: datetime, count: int, step: int
) -> None:
    due = due_of_event(Within(amount=count, unit=Unit.HOURS, event=Event.REQUEST), at, working)
    now = due.started + step * STEP
    left = sum(is_open(working, each) for each in quarters_between(now, due.due))
    whole = sum(is_open(working, each) for each in quarters_between(due.started, due.due))

    assert is_at_risk(due, now, working) == (now >= due.due or (now >= due.started and 4 * left <= whole))


def quarters_between(begin: datetime, end: datetime) -> Iterator[datetime]:
    while begin < end:
        yield begin
        begin += STEP


@given(working=workings(), started=moments, span=st.integers(1, 96), step=st.integers(0, 96))
@settings(max_examples=80, deadline=None)
def test_a_promise_without_an_open_quarter_runs_by_the_wall_clock(
    working: WorkingTime, started: datetime, span: int, step: int
) -> None:
    closed = WorkingTime(working.hours, working.zone, lambda day: day < date(2026, 12, 1))
    due = Due(started=started, due=started + span * STEP, late_until=started + 2 * span * STEP)
    now = started + step * STEP

    assert is_at_risk(due, now, closed) == (4 * (due.due - now) <= due.due - due.started)


@given(clock=repeating | st.builds(Once, by=agreed_days, at=times) | st.builds(
    Within, amount=st.integers(1, 2000), unit=st.sampled_from(Unit), event=st.sampled_from(Event)))  # fmt: skip
@example(clock=Standing(look=Every(monthday=22), until="the offer is signed"))
@settings(max_examples=150, deadline=None)
def test_every_clock_comes_back_as_it_was_stored(clock: Clock) -> None:
    assert clock_from_text(clock_to_text(clock)) == clock
