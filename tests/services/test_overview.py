"""The overview of a relationship: its figures, what is owed, what to bring up, the facts with their entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel
from app.domain.clock_words import parse_clock
from app.domain.clocks import Outcome
from app.domain.errors import InputError, NotFoundError
from app.domain.expectations import ExpectationId, Side
from app.domain.health import Word
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.searches import Answer, SearchId
from app.domain.talks import MeetingId, Owner
from app.services import (
    agenda,
    bring_up,
    candidates,
    expectations,
    follow_ups,
    live,
    managers,
    meetings,
    sample,
    satisfaction,
    searches,
    talks,
)
from app.services.balance import Tally
from app.services.office import Office, open_office
from app.services.overview import Overview, Rest, overview, rest_of
from tests.builders import LONDON, NOW, Clock, amara, memory_office, running_meeting

TODAY = date(2026, 11, 24)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    return memory_office(tmp_path, clock)


@pytest.fixture
def manager(office: Office) -> ManagerId:
    return amara(office)


@pytest.fixture(scope="module")
def amaras(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Overview, Rest]]:
    """Amara in the office of the pictures."""
    folder = tmp_path_factory.mktemp("sample") / "office"
    sample.write_sample(folder, size="small", seed=1, day=TODAY, zone=LONDON)
    opened = open_office(folder, clock=Clock(), zone=LONDON)
    who = ManagerId(opened.managers.named("Amara Okonkwo")[0].id)
    yield overview(opened, who), rest_of(opened, who)
    opened.close()


def promise(office: Office, manager: ManagerId, statement: str, clock: str, side: Side = Side.THEIRS) -> ExpectationId:
    """A promise agreed at the beginning of November."""
    made = expectations.add(
        office, manager, side=side, statement=statement, measure="Seen", agreed_on=date(2026, 11, 2),
        clock=parse_clock(clock, date(2026, 11, 2)),
    )  # fmt: skip
    return ExpectationId(made.id)


def texts(found: Rest) -> list[str]:
    """What there is to bring up."""
    return [each.text for each in found.points]


def test_the_office_of_the_pictures_reads_as_in_the_render(amaras: tuple[Overview, Rest]) -> None:
    pictured, rest = amaras
    assert [(share.title, share.kept, share.total) for share in (pictured.balance.mine, pictured.balance.theirs)] == [
        ("You kept", 11, 12), ("Amara kept", 8, 11),
    ]  # fmt: skip
    assert pictured.balance.span == "kept and missed, June to November"
    assert [each.words for each in pictured.owed] == ["You owe 3", "Amara owes 2"]
    assert [(each.day, each.length) for each in pictured.recent] == [
        ("Yesterday", "25 min"), ("Yesterday", ""), ("Fri 20 Nov", ""), ("Tue 17 Nov", "22 min"),
        ("Thu 12 Nov", "30 min"),
    ]  # fmt: skip
    assert texts(rest) == [
        "Two CVs still wait for an answer: Bell and Haddad", "Agree: Leave salary talk with candidates to me",
    ]  # fmt: skip
    assert pictured.next is not None
    assert pictured.next[1:4] == ("Calibration call", "Today 10:30 · video · 25 min", "in 80 min")
    assert [each[1:] for each in rest.searches] == [
        ("Senior Backend Engineer", "day 34 · 2 finalists", "Interviews"), ("Staff SRE", "day 12", "Sourcing"),
    ]  # fmt: skip
    assert [each.words for each in rest.contact][2:] == ["London, 09:10 now", "Mornings, prefers short calls"]


def test_the_balance_is_told_month_by_month(amaras: tuple[Overview, Rest]) -> None:
    pictured, _rest = amaras
    assert pictured.balance.lines() == [
        "June: you kept 2; Amara kept 2",
        "July: you kept 2; Amara kept 1, late 1",
        "August: you kept 1; Amara kept 1",
        "September: you kept 2; Amara kept 2",
        "October: you kept 2, late 1; Amara kept 1, missed 2",
        "November: you kept 2; Amara kept 1",
    ]
    assert (pictured.balance.mine.detail, pictured.balance.theirs.detail) == (
        "1 late, in October", "3 late or missed, 2 in October",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("at", "month"),
    [
        (datetime(2026, 5, 31, 22, 59, tzinfo=UTC), None),
        (datetime(2026, 5, 31, 23, 0, tzinfo=UTC), "Jun"),  # midnight in London, where summer time runs
        (datetime(2026, 10, 31, 23, 59, tzinfo=UTC), "Oct"),
        (datetime(2026, 11, 1, 0, 0, tzinfo=UTC), "Nov"),
    ],
)
def test_months_are_those_of_this_computer(
    office: Office, manager: ManagerId, at: datetime, month: str | None
) -> None:  # fmt: skip
    kept = promise(office, manager, "Answer", "every Friday")
    expectations.check_in(office, kept, outcome=Outcome.KEPT, side=Side.THEIRS, at=at)

    found = overview(office, manager).balance

    assert [each.name for each in found.months if each.theirs == Tally(kept=1)] == ([month] if month else [])


def test_waived_counts_nowhere_and_late_is_not_kept(office: Office, manager: ManagerId) -> None:
    for outcome in (Outcome.KEPT, Outcome.WAIVED, Outcome.LATE, Outcome.MISSED):
        promised = promise(office, manager, f"To be {outcome}", "every Friday", Side.MINE)
        expectations.check_in(office, promised, outcome=outcome, side=Side.MINE)

    found = overview(office, manager).balance

    assert found.months[-1].mine == Tally(kept=1, late=1, missed=1)
    assert (found.mine.kept, found.mine.total, found.mine.detail) == (1, 3, "2 late or missed, in November")
    assert found.theirs.detail == "Nothing was due yet"


def test_what_is_always_on_is_not_owed(office: Office, manager: ManagerId) -> None:
    later = promise(office, manager, "Later", "by 2026-12-04")
    first = promise(office, manager, "First", "by 2026-11-27")
    promise(office, manager, "Always", "always, looked at every month")

    assert [(each.words, each.first) for each in overview(office, manager).owed] == [("Amara owes 2", first)]
    expectations.close(office, first)
    assert [(each.words, each.first) for each in overview(office, manager).owed] == [("Amara owes 1", later)]


def open_search(office: Office, manager: ManagerId, **details: object) -> SearchId:
    """A search with nothing left to ask."""
    known = {"location": "London", "target_start": date(2027, 1, 4), "salary_max": 90_000_00, **details}
    return SearchId(searches.open_search(office, manager, title="Backend", **known).id)


def test_what_is_open_is_brought_up_until_it_is_settled(office: Office, manager: ManagerId) -> None:
    search = open_search(office, manager, location=None)
    shown = [
        candidates.present(office, search, candidate=f"{name}, First", at=NOW - timedelta(days=1)).id
        for name in "ABCDE"
    ]
    candidates.answer(office, shown[0], answer=Answer.QUESTION)  # type: ignore[arg-type]
    promise(office, manager, "Name the panel", "by 2026-11-20")
    promise(office, manager, "Send the note", "by 2026-11-23", Side.MINE)
    promise(office, manager, "Not due yet", "by 2026-12-20")
    follow_ups.add(office, manager, text="Ask finance", due=date(2026, 11, 20), owner=Owner.THEM)
    expectations.add(office, manager, side=Side.THEIRS, statement="Come to the call")

    assert texts(rest_of(office, manager)) == [
        "Four CVs still wait for an answer: B, C, D and 1 more",
        "Answer what Amara asked about A",
        "Name the panel, was due Fri 20 Nov",
        "Say how it stands: Send the note, was due Mon 23 Nov",
        "Ask finance, was due Fri 20 Nov",
        "Agree: Come to the call",
        "Backend: Where is the work done?",
    ]
    searches.close(office, search)
    assert [each for each in texts(rest_of(office, manager)) if "CV" in each or "Backend" in each] == []


def test_one_press_puts_it_all_into_the_next_agenda(office: Office, manager: ManagerId) -> None:
    expectations.add(office, manager, side=Side.THEIRS, statement="Come to the call")
    expectations.add(office, manager, side=Side.MINE, statement="Send a note")
    made = meetings.plan(office, manager, kind=MeetingKind.STATUS, at=NOW + timedelta(days=1), agenda=("Hello",))
    agenda.add(office, MeetingId(made.id), text="Agree: Send a note")

    change = bring_up.bring_up(office, manager)

    assert change.label == "1 point added to the agenda"
    planned = [item.text for item in office.agenda_items.of(made.id)]
    assert planned == ["Hello", "Agree: Send a note", "Agree: Come to the call"]
    assert all(each.is_planned for each in rest_of(office, manager).points)
    with pytest.raises(InputError, match="in the agenda already"):
        bring_up.bring_up(office, manager)
    live.undo(office)
    assert [item.text for item in office.agenda_items.of(made.id)] == planned[:2]


def test_without_a_meeting_there_is_no_agenda(office: Office, manager: ManagerId) -> None:
    expectations.add(office, manager, side=Side.THEIRS, statement="Come to the call")

    assert not rest_of(office, manager).has_agenda
    with pytest.raises(InputError, match="Plan the next one first"):
        bring_up.bring_up(office, manager)


def test_every_fact_opens_the_entry_behind_it(office: Office, manager: ManagerId) -> None:
    early = talks.add(office, manager, text="Asked", channel=Channel.CALL, at=NOW - timedelta(days=9)).id
    last = talks.add(office, manager, text="Spoke", channel=Channel.CALL, at=NOW - timedelta(days=1)).id
    talks.add(office, manager, text="Upload", channel=Channel.OTHER, at=NOW - timedelta(hours=1))
    satisfaction.record(office, manager, score=4, on=TODAY - timedelta(days=8))
    promised = promise(office, manager, "Send", "every Friday", Side.MINE)
    made = [
        expectations.check_in(office, promised, outcome=each, side=Side.MINE).id
        for each in (Outcome.KEPT, Outcome.MISSED, Outcome.KEPT)
    ]

    facts = {each.text: each.record for each in overview(office, manager).health.facts}

    assert facts == {
        "Spoke 2 times in 30 days": ("talk", last),
        "You kept 2 of 3": ("check_in", made[1]),
        "Satisfaction 4 of 5 on 16 Nov": ("talk", early),
    }


def test_a_word_set_by_hand_stands_with_its_reason_and_the_computed_one(office: Office, manager: ManagerId) -> None:
    managers.set_health(office, manager, word=Word.ATTENTION, reason="Sounded tired")
    found = overview(office, manager).health

    assert found.word is Word.ATTENTION
    assert (found.set_words, found.reason, found.computed) == (
        "Set by you on 24 Nov", "Sounded tired", "The facts say: New",
    )  # fmt: skip
    managers.set_health(office, manager, word=None)
    assert not overview(office, manager).health.is_set


@pytest.mark.parametrize(
    ("ahead", "near"),
    [
        (timedelta(0), "now"), (timedelta(minutes=80), "in 80 min"), (timedelta(hours=3, minutes=50), "in 3 h"),
        (timedelta(hours=23), "in 1 day"), (timedelta(days=9), "in 9 days"),
    ],
)  # fmt: skip
def test_the_next_meeting_says_how_near_it_is(
    office: Office, manager: ManagerId, ahead: timedelta, near: str
) -> None:  # fmt: skip
    meetings.plan(office, manager, kind=MeetingKind.STATUS, at=NOW + ahead)

    found = overview(office, manager).next

    assert found is not None
    assert found.near == near


def test_a_running_meeting_goes_before_the_next(office: Office, manager: ManagerId) -> None:
    running = running_meeting(office, manager)
    meetings.plan(office, manager, kind=MeetingKind.STATUS, at=NOW + timedelta(days=1))

    found = overview(office, manager)

    assert found.next is not None
    assert (found.next.id, found.next.is_running) == (running, True)
    assert rest_of(office, manager).has_agenda


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/London", "London, 09:10 now"), ("America/Argentina/Buenos_Aires", "Buenos Aires, 06:10 now"),
        ("Pacific/Kiritimati", "Kiritimati, 23:10 now"), ("Pacific/Niue", "Niue, Mon 23 Nov 22:10 now"),
    ],
)  # fmt: skip
def test_the_time_there(office: Office, manager: ManagerId, zone: str, words: str) -> None:
    managers.edit(office, manager, zone=zone)

    assert next(each.words for each in rest_of(office, manager).contact if each.kind == "time") == words


def test_somebody_new_has_an_empty_page_and_somebody_gone_none(office: Office, manager: ManagerId) -> None:
    found = overview(office, manager)

    rest = rest_of(office, manager)
    assert (found.recent, rest.points, found.next, rest.searches, found.owed) == ((), (), None, (), ())
    assert found.balance.is_empty
    assert found.health.facts == ()
    managers.delete(office, manager)
    with pytest.raises(NotFoundError):
        overview(office, manager)


def test_the_page_reads_no_more_for_a_long_log(office: Office, manager: ManagerId) -> None:
    """What SQLite steps through stays the same when a thousand old talks are there."""

    def steps() -> int:
        counted = [0]

        def step() -> int:
            counted[0] += 1
            return 0

        office.conn.set_progress_handler(step, 1)
        overview(office, manager)
        office.conn.set_progress_handler(None, 0)
        return counted[0]

    for number in range(12):
        talks.add(office, manager, text="Talk", channel=Channel.CALL, at=NOW - timedelta(days=number))
    few = steps()
    for number in range(300):
        talks.add(office, manager, text="Old", channel=Channel.CALL, at=NOW - timedelta(days=40 + number))

    assert steps() < few * 1.05
