"""Clocks where they broke before: forms that look like another, far years, damaged rows, hours the clocks jump over."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.clock_words import clock_words, parse_clock
from app.domain.clocks import Clock, Event, Every, Once, Standing, Unit, Within, clock_from_text, is_at_risk, open_dues
from app.domain.errors import InputError
from app.domain.working_time import DEFAULT_HOURS, WorkingHours, WorkingTime

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 10, tzinfo=LONDON)
WORKING = WorkingTime(DEFAULT_HOURS, LONDON, lambda _day: False)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("every 14 days", Every(days=14)),
        ("every 2 weeks, 10:30", Every(days=14, at=time(10, 30))),
        ("every 1 day", Every(days=1)),
        ("within 2 days", Within(amount=2, unit=Unit.DAYS, event=Event.REQUEST)),
        ("within 48 hours", Within(amount=48, unit=Unit.HOURS, event=Event.REQUEST)),
    ],
)
def test_a_number_before_a_word_is_not_always_a_date(typed: str, clock: Clock) -> None:
    assert parse_clock(typed, TODAY) == clock
    assert parse_clock(clock_words(clock, TODAY), TODAY) == clock


def test_what_a_promise_lasts_until_is_kept_as_it_was_typed() -> None:
    clock = parse_clock("Until Żaneta’s Offer is signed", TODAY)

    assert isinstance(clock, Standing)
    assert clock.until == "Żaneta’s Offer is signed"


@pytest.mark.parametrize(
    "typed", ["by 9999-12-31", "by 8000-01-01", "by 27 Nov 0206", "by 2200-01-01", "by 0001-01-01 00:00"]
)
def test_a_year_nobody_means_is_refused_before_it_overflows(typed: str) -> None:
    with pytest.raises(InputError, match="by 27 Nov"):
        parse_clock(typed, TODAY)


@pytest.mark.parametrize(
    "stored",
    [
        "", "[]", "null", "1", "{}", '{"kind":"once"}', '{"kind":"nix"}', '{"kind":"once","by":5,"at":null}',
        '{"kind":"every","days":null,"weekdays":[],"monthday":null,"at":null}',
        '{"kind":"within","amount":"x","unit":"days","event":"request"}',
    ],
)  # fmt: skip
def test_a_damaged_clock_is_a_value_error(stored: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (the type is the contract)
        clock_from_text(stored)


def test_a_repetition_that_never_comes_is_none() -> None:
    for make in (Every, lambda: Every(days=0), lambda: Every(monthday=32), lambda: Every(days=7, weekdays=(1,))):
        with pytest.raises(ValueError, match="Every"):
            make()


def test_after_years_of_silence_the_next_due_is_still_there() -> None:
    found = open_dues(Every(days=1), date(2020, 1, 1), [], NOW, WORKING)

    assert found[-1].due == datetime(2026, 11, 24, 17, tzinfo=UTC)


def test_a_promise_for_the_weekend_is_not_at_risk_from_its_first_minute() -> None:
    due = open_dues(Once(by=date(2026, 11, 29)), date(2026, 11, 28), [], NOW, WORKING)[0]

    assert not is_at_risk(due, datetime(2026, 11, 28, 12, tzinfo=UTC), WORKING)
    assert is_at_risk(due, datetime(2026, 11, 29, 12, tzinfo=UTC), WORKING)


@pytest.mark.parametrize(
    ("opens", "closes", "span"),
    [
        (time(1, 30), time(2, 15), timedelta(minutes=15)),
        (time(0, 30), time(1, 30), timedelta(minutes=30)),
        (time(1, 15), time(1, 45), timedelta(0)),
        (time(0), time(4), timedelta(hours=3)),
    ],
)
def test_an_hour_the_clocks_jump_over_is_not_worked(opens: time, closes: time, span: timedelta) -> None:
    """London, Sunday 29 March 2026: 01:00 to 02:00 is not there."""
    made = WorkingTime(WorkingHours((*[None] * 6, (opens, closes))), LONDON, lambda _day: False)
    midnight = datetime(2026, 3, 29, tzinfo=UTC)

    assert made.between(midnight, midnight + timedelta(days=1)) == span
    assert (made.opening(midnight) < midnight + timedelta(days=1)) is bool(span)


everies = st.one_of(
    st.builds(Every, days=st.integers(1, 60)),
    st.builds(Every, weekdays=st.frozensets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))),
    st.builds(Every, monthday=st.integers(1, 31)),
)


@given(every=everies, agreed=st.dates(date(2025, 12, 1), date(2026, 9, 1)), data=st.data())
@settings(max_examples=200)
def test_beginning_at_the_last_check_in_leaves_out_only_what_was_before(
    every: Every, agreed: date, data: st.DataObject
) -> None:
    """The quick way gives what the whole list gives, with the same beginnings."""
    whole = open_dues(every, agreed, [], NOW, WORKING)
    last = data.draw(st.sampled_from(whole[:-1])).due + timedelta(days=data.draw(st.integers(0, 10)))
    # An older wording of the promise may have been due on any day.
    answered = min(last, whole[-2].due)

    found = open_dues(every, agreed, [answered], NOW, WORKING)

    assert found == tuple(due for due in whole if due.due > answered)
