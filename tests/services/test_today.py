"""Today: its sentence, its sections, how late in working days, and who rests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel
from app.domain.clock_words import parse_clock
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.talks import FollowUpId, Owner
from app.services import expectations, follow_ups, managers, meetings, talks
from app.services.changes import Change
from app.services.office import Office
from app.services.today import Today, today
from app.services.today_words import lines
from tests.builders import NOW, Clock, amara, memory_office

MANAGER = ManagerId(1)
TWO_SILENT = "Two managers have not heard from you as often as agreed."
TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    amara(made)
    return made


def owe(office: Office, due: date, owner: Owner = Owner.ME, text: str = "Send dates") -> FollowUpId:
    return FollowUpId(follow_ups.add(office, MANAGER, text=text, due=due, owner=owner).id)


def promise(office: Office, clock: str, side: Side, on: date = date(2026, 11, 2)) -> None:
    expectations.add(
        office, MANAGER, side=side, statement="Send a note", measure="In the inbox", agreed_on=on,
        clock=parse_clock(clock, on),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("late", "due", "silent", "says"),
    [
        (0, 0, 0, "All quiet."),
        (1, 0, 0, "One promise is late."),
        (2, 0, 0, "Two promises are late."),
        (0, 1, 0, "One promise is due today."),
        (0, 3, 0, "Three promises are due today."),
        (1, 1, 0, "One promise is late and one is due today."),
        (2, 3, 0, "Two promises are late and three are due today."),
        (0, 0, 1, "One manager has not heard from you as often as agreed."),
        (1, 2, 2, f"One promise is late and two are due today. {TWO_SILENT}"),
    ],
)
def test_the_sentence_is_made_from_counts(office: Office, late: int, due: int, silent: int, says: str) -> None:
    for count, day in ((late, date(2026, 11, 20)), (due, TODAY)):
        for _number in range(count):
            owe(office, day)
    for number in range(silent):
        manager = ManagerId(managers.add(office, name=f"Silent {number}", cadence_days=7).id)
        talks.add(office, manager, text="Hello", at=NOW - timedelta(days=8), channel=Channel.CALL)

    assert today(office).sentence() == says
    assert lines(office, today(office))[:2] == ["Tue 24 Nov", says]


@pytest.mark.parametrize(
    ("due", "days", "said"),
    [
        (date(2026, 11, 24), 0, "today"),
        (date(2026, 11, 23), 1, "1 day late"),
        (date(2026, 11, 20), 2, "2 days late"),
        (date(2026, 11, 21), 2, "2 days late"),
        (date(2026, 11, 13), 7, "7 days late"),
    ],
)
def test_late_is_counted_in_the_managers_working_days(office: Office, due: date, days: int, said: str) -> None:
    owe(office, due)

    assert [item.days_late for item in today(office).keep] == [days]
    assert f"(Amara Okonkwo, {said}, follow_up 1)" in lines(office, today(office))[4]


def test_a_holiday_is_not_a_day_late(office: Office, clock: Clock) -> None:
    clock.at = datetime(2026, 11, 27, 9, tzinfo=UTC)
    managers.edit(office, MANAGER, country="US", zone="America/New_York")
    owe(office, date(2026, 11, 25))

    assert [item.days_late for item in today(office).keep] == [1]


def parts(found: Today) -> dict[str, list[str]]:
    return {"keep": [each.text for each in found.keep], "waiting": [each.text for each in found.waiting]}


@pytest.mark.parametrize(
    ("owner", "due", "keep", "waiting"),
    [
        (Owner.ME, date(2026, 11, 20), 1, 0),
        (Owner.ME, date(2026, 11, 24), 1, 0),
        (Owner.ME, date(2026, 11, 25), 0, 0),
        (Owner.THEM, date(2026, 11, 20), 0, 1),
        (Owner.THEM, date(2026, 11, 25), 0, 1),
        (Owner.THEM, date(2026, 11, 26), 0, 0),
    ],
)
def test_a_follow_up_stands_in_its_section(office: Office, owner: Owner, due: date, keep: int, waiting: int) -> None:
    done = owe(office, due, owner)
    assert parts(today(office)) == {"keep": ["Send dates"] * keep, "waiting": ["Send dates"] * waiting}

    follow_ups.done(office, done)

    assert parts(today(office)) == {"keep": [], "waiting": []}


@pytest.mark.parametrize(
    ("repeats", "side", "keep", "waiting"),
    [
        ("by 2026-11-20", Side.MINE, [2], []),
        ("by 2026-11-24", Side.MINE, [0], []),
        ("by 2026-11-25", Side.MINE, [], []),
        ("by 2026-11-25", Side.THEIRS, [], [0]),
        ("by 2026-11-24", Side.BOTH, [0], [0]),
        ("every friday", Side.MINE, [12], []),
        ("every tuesday", Side.THEIRS, [], [15]),
    ],
)
def test_a_promise_stands_once_in_its_section_with_its_oldest_due(
    office: Office, repeats: str, side: Side, keep: list[int], waiting: list[int]
) -> None:
    promise(office, repeats, side)
    found = today(office)

    assert [item.days_late for item in found.keep] == keep
    assert [item.days_late for item in found.waiting] == waiting


def test_late_comes_first(office: Office) -> None:
    for day, text in ((24, "today"), (20, "oldest"), (23, "yesterday")):
        owe(office, date(2026, 11, day), text=text)

    assert [item.text for item in today(office).keep] == ["oldest", "yesterday", "today"]


def test_what_is_put_off_comes_back_on_its_day_and_stays_as_late_as_it_is(office: Office, clock: Clock) -> None:
    follow_up = owe(office, date(2026, 11, 23))
    follow_ups.snooze(office, follow_up, until=date(2026, 11, 26))
    seen = []
    for _day in range(4):
        seen.append([item.days_late for item in today(office).keep])
        clock.at += timedelta(days=1)

    assert seen == [[], [], [3], [4]]
    assert office.follow_ups.get(follow_up).due == date(2026, 11, 23)


@pytest.mark.parametrize("rest", [managers.pause, managers.archive])
def test_who_rests_is_nowhere(office: Office, rest: Callable[..., Change]) -> None:
    owe(office, date(2026, 11, 20))
    owe(office, date(2026, 11, 20), Owner.THEM)
    promise(office, "every friday", Side.BOTH)
    talks.add(office, MANAGER, text="Hello", at=NOW - timedelta(days=30), channel=Channel.CALL)
    meetings.plan(office, MANAGER, kind=MeetingKind.OTHER, at=NOW + timedelta(hours=1))
    meetings.plan(office, MANAGER, kind=MeetingKind.OTHER, at=NOW - timedelta(hours=1))
    awake = today(office)
    assert all((awake.keep, awake.waiting, awake.reach, awake.meetings, awake.unsettled))

    rest(office, MANAGER)
    found = today(office)

    assert (found.keep, found.waiting, found.reach, found.meetings, found.unsettled) == ((), (), (), (), ())
    assert found.sentence() == "All quiet."


@pytest.mark.parametrize(
    ("days", "channel", "overdue"),
    [(7, Channel.CALL, False), (8, Channel.CALL, True), (8, Channel.LETTER, True), (1, Channel.OTHER, False)],
)
def test_reach_out_is_longer_than_the_cadence(office: Office, days: int, channel: Channel, overdue: bool) -> None:
    talks.add(office, MANAGER, text="Hello", at=NOW - timedelta(days=days), channel=channel)

    assert [(each.days, each.cadence) for each in today(office).reach] == ([(days, 7)] if overdue else [])


def test_an_entry_of_another_kind_does_not_count_as_a_talk(office: Office) -> None:
    talks.add(office, MANAGER, text="Hello", at=NOW - timedelta(days=9), channel=Channel.CALL)
    talks.add(office, MANAGER, text="Thought of them", at=NOW, channel=Channel.OTHER)

    assert [each.days for each in today(office).reach] == [9]


@pytest.mark.parametrize(("hours", "shown"), [(1, True), (30, True), (38, True), (39, False)])
def test_next_meetings_are_those_of_today_and_tomorrow(office: Office, hours: int, shown: bool) -> None:
    meetings.plan(office, MANAGER, kind=MeetingKind.INTAKE, at=NOW + timedelta(hours=hours))

    assert bool(today(office).meetings) is shown


def test_empty_sections_are_not_printed(office: Office) -> None:
    owe(office, TODAY)
    said = lines(office, today(office))

    assert said == [
        "Tue 24 Nov", "One promise is due today.", "", "Keep today",
        "  Send dates (Amara Okonkwo, today, follow_up 1)",
    ]  # fmt: skip
