"""A promise's clock in words and from words: every way to write one, and every way not to."""

from __future__ import annotations

from datetime import date, time

import pytest

from app.domain.clock_words import clock_words, parse_clock, written_clock
from app.domain.clocks import (
    ANSWERS,
    Clock,
    Deed,
    Event,
    Every,
    Once,
    Standing,
    Unit,
    Within,
    clock_from_text,
    clock_to_text,
)
from app.domain.errors import InputError

TODAY = date(2026, 11, 24)  # a Tuesday
DAYS, HOURS = Unit.DAYS, Unit.HOURS
CV, MEETING, REQUEST = Event.CV_PRESENTED, Event.MEETING_HELD, Event.REQUEST


def until(event: str) -> Standing:
    return Standing(look=Every(monthday=24), until=event)


def within(amount: int, unit: Unit, event: Event) -> Within:
    return Within(amount=amount, unit=unit, event=event)


WRITTEN: list[tuple[str, Clock, str]] = [
    ("by 2026-11-27", Once(by=date(2026, 11, 27)), "by Fri 27 Nov"),
    ("2026-11-27", Once(by=date(2026, 11, 27)), "by Fri 27 Nov"),
    ("by 2026-11-27 16:30", Once(by=date(2026, 11, 27), at=time(16, 30)), "by Fri 27 Nov, 16:30"),
    ("by today", Once(by=TODAY), "by Tue 24 Nov"),
    ("Tomorrow at 9:00", Once(by=date(2026, 11, 25), at=time(9)), "by Wed 25 Nov, 09:00"),
    ("by tomorrow, 00:00", Once(by=date(2026, 11, 25), at=time(0)), "by Wed 25 Nov, 00:00"),
    ("by 27 Nov", Once(by=date(2026, 11, 27)), "by Fri 27 Nov"),
    ("by Fri 27. November", Once(by=date(2026, 11, 27)), "by Fri 27 Nov"),
    ("by 3 dec 2027", Once(by=date(2027, 12, 3)), "by Fri 3 Dec 2027"),
    ("by 4 Jan", Once(by=date(2027, 1, 4)), "by Mon 4 Jan 2027"),
    ("by 20 Nov", Once(by=date(2026, 11, 20)), "by Fri 20 Nov"),
    ("by friday", Once(by=date(2026, 11, 27)), "by Fri 27 Nov"),
    ("by Tuesday", Once(by=date(2026, 12, 1)), "by Tue 1 Dec"),
    ("every Friday", Every(weekdays=(4,)), "every Friday"),
    ("EVERY FRI 17:00", Every(weekdays=(4,), at=time(17)), "every Friday, 17:00"),
    ("every friday and monday", Every(weekdays=(0, 4)), "every Monday and Friday"),
    ("each Mon, Wed and Fri", Every(weekdays=(0, 2, 4)), "every Monday and Wednesday and Friday"),
    ("weekly on thursdays", Every(weekdays=(3,)), "every Thursday"),
    ("weekly", Every(weekdays=(1,)), "every Tuesday"),
    ("every day", Every(days=1), "every 1 day"),
    ("every 14 days", Every(days=14), "every 14 days"),
    ("every 2 weeks", Every(days=14), "every 14 days"),
    ("every week", Every(days=7), "every 7 days"),
    ("monthly on the 1st", Every(monthday=1), "monthly on the 1"),
    ("every month", Every(monthday=24), "monthly on the 24"),
    ("always", Standing(look=Every(monthday=24)), "always"),
    ("always, looked at every 2 weeks", Standing(look=Every(days=14)), "always"),
    ("until the offer is signed", until("the offer is signed"), "until the offer is signed"),
    ("always until Priya says Stop", until("Priya says Stop"), "until Priya says Stop"),
    ("within 2 days of a CV", within(2, DAYS, CV), "within 2 working days of each CV"),
    ("within 48h of each CV", within(48, HOURS, CV), "within 48 hours of each CV"),
    ("within 1 working day after the meeting", within(1, DAYS, MEETING),
     "within 1 working day of each meeting"),
    ("within 24 hours of an interview", within(24, HOURS, Event.INTERVIEW_HELD),
     "within 24 hours of each interview"),
    ("Within 1 d of the verbal Yes", within(1, DAYS, Event.VERBAL_YES),
     "within 1 working day of the verbal yes"),
    ("within 2 days", within(2, DAYS, REQUEST), "within 2 working days of a request"),
    ("within 2 days of each yes to a CV", within(2, DAYS, Event.CV_YES), "within 2 working days of each yes to a CV"),
    ("within 3 days of an answer", within(3, DAYS, Event.CV_ANSWERED),
     "within 3 working days of each answer on a CV"),
    ("within 2 days of the last interview", within(2, DAYS, Event.LAST_INTERVIEW),
     "within 2 working days of the last interview"),
    ("within 48 h after the decision", within(48, HOURS, Event.DECISION), "within 48 hours of the decision"),
    ("within 1 day of the intake", within(1, DAYS, Event.INTAKE_HELD), "within 1 working day of the intake"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "clock", "said"), WRITTEN)
def test_what_is_written_is_the_clock_and_is_said_again(typed: str, clock: Clock, said: str) -> None:
    assert parse_clock(typed, TODAY) == clock
    assert clock_words(clock, TODAY) == said


@pytest.mark.parametrize(("said", "clock"), [(said, clock) for _typed, clock, said in WRITTEN if "Jan" not in said])
def test_what_is_said_can_be_written(said: str, clock: Clock) -> None:
    """Somebody who copies the words gets the same clock; only how often a standing one is looked at is not said."""
    read = parse_clock(said, TODAY)

    assert read == clock or (isinstance(clock, Standing) and isinstance(read, Standing) and read.until == clock.until)


@pytest.mark.parametrize(("event", "deed"), [(event, deed) for event, deeds in ANSWERS.items() for deed in deeds])
def test_what_closes_a_clock_is_written_and_read_again(event: Event, deed: Deed) -> None:
    clock = Within(amount=2, unit=DAYS, event=event, deed=deed)
    written = written_clock(clock, TODAY)

    assert ", closed by the " in written
    assert parse_clock(written, TODAY) == clock
    assert clock_from_text(clock_to_text(clock)) == clock
    assert ", closed by" not in clock_words(clock, TODAY)


def test_a_clock_stored_before_deeds_were_known_is_closed_by_what_usually_does() -> None:
    clock = clock_from_text('{"amount": 48, "event": "cv_presented", "kind": "within", "unit": "hours"}')

    assert clock == within(48, HOURS, CV)
    assert isinstance(clock, Within)
    assert clock.closed_by is Deed.ANSWER


@pytest.mark.parametrize("spaces", ["  by   27  Nov ", "by\t27\nNov"])
def test_white_space_does_not_matter(spaces: str) -> None:
    assert parse_clock(spaces, TODAY) == Once(by=date(2026, 11, 27))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "by",
        "by 30 Feb",
        "by 31 Foo",
        "by 2026-13-01",
        "by 0001-01-01",
        "by 9999-12-31",
        "by 3 dec 9999",
        "by s",
        "every s",
        "every blue moon",
        "every 0 days",
        "every 9999 days",
        "every friday 25:00",
        "monthly on the 32",
        "monthly on the 0",
        "always, looked at within 2 days",
        "until " + "x" * 201,
        "within 0 days",
        "within 9999 days",
        "within 2 days of a wedding",
        "within 2 days of a CV, closed by the summary",
        "within 2 days of a meeting, closed by luck",
        "by ٢٠٢٦-١١-٢٧x",
        "\ud800",
        "x" * 3000,
    ],
)
def test_anything_else_is_told_with_examples(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_clock(typed, TODAY)

    assert refused.value.field == "clock"
    assert "every Friday" in str(refused.value) or "characters" in str(refused.value)


def test_what_ends_a_standing_promise_is_kept_as_written() -> None:
    """Also its capitals and what no text may keep."""
    clock = parse_clock("until Halden's CTO <b>signs</b> \ud800", TODAY)

    assert isinstance(clock, Standing)
    assert clock.until == "Halden's CTO <b>signs</b> \N{REPLACEMENT CHARACTER}"
