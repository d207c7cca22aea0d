"""An honest look says what both sides gave and cost, from facts alone; each of its three choices is kept and undone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel, Direction
from app.domain.clocks import Once
from app.domain.errors import InputError
from app.domain.expectations import ExpectationId, Side
from app.domain.health import Word
from app.domain.managers import ManagerId, ManagerStatus
from app.domain.meetings import MeetingKind, MeetingState
from app.domain.partings import PartingChoice
from app.domain.searches import Answer, PresentationId, SearchId
from app.domain.talks import MeetingId, Owner
from app.services import candidates, expectations, live, managers, meetings, partings, searches, talks, today
from app.services.arguments import perform
from app.services.honest_look import Span, look, one_sided_for_long
from app.services.office import Office
from app.services.relationship import relationship
from builders import NOW, Clock, amara, memory_office

AMARA = ManagerId(1)
TODAY = date(2026, 11, 24)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW - timedelta(days=100))


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    """A hundred days with Amara: you kept yours, they did not; one search waits."""
    made = memory_office(tmp_path, clock)
    manager = amara(made)
    search = SearchId(searches.open_search(made, manager, title="Senior Backend Engineer").id)
    talks.add(made, manager, text="Long ago", channel=Channel.CALL, minutes=90)
    for _week in range(6):
        clock.pass_by(days=7)
        promise(made, Side.MINE, kept=True)
        promise(made, Side.THEIRS, kept=False)
    shown = PresentationId(candidates.present(made, search, candidate="Ottilie Bell").id)
    clock.pass_by(days=9)
    candidates.answer(made, shown, answer=Answer.NO, reason="No time")
    talks.add(made, manager, text="Hello?", channel=Channel.EMAIL, direction=Direction.THEIRS)
    clock.pass_by(hours=4)
    talks.add(made, manager, text="Yes", channel=Channel.CALL, minutes=30)
    clock.at = NOW
    planned = [plan(made, days) for days in (1, 2)]
    meetings.cancel(made, planned[0], by=Owner.THEM)
    meetings.edit(made, planned[1], planned_at=NOW + timedelta(days=9), moved_by=Owner.THEM)
    return made


def promise(office: Office, side: Side, *, kept: bool) -> None:
    day = office.today()
    made = expectations.add(office, AMARA, side=side, statement="An answer", measure="It is there",
                            clock=Once(by=day), agreed_on=day)  # fmt: skip
    settle = expectations.keep if kept else expectations.miss
    settle(office, ExpectationId(made.id), side=side)


def plan(office: Office, days: float) -> MeetingId:
    at = office.now() + timedelta(days=days)
    return MeetingId(meetings.plan(office, AMARA, kind=MeetingKind.STATUS, at=at, agenda=()).id)


def choose(office: Office, choice: PartingChoice) -> None:
    partings.choose(office, AMARA, choice=choice, reason="Eight promises slipped", message="Thank you")


@pytest.mark.parametrize(
    ("span", "lines"),
    [
        (Span.LATELY, (
            "Promises kept: you 5 of 5, Amara 0 of 5", "Talks started: you 1, Amara 1",
            "Hours given: you 0.5, Amara 0", "Meetings moved or cancelled: you 0, Amara 2",
            "Days to answer: you 0.5, Amara 6.1",
        )),
        (Span.ALWAYS, (
            "Promises kept: you 6 of 6, Amara 0 of 6", "Talks started: you 2, Amara 1", "Hours given: you 2, Amara 0",
            "Meetings moved or cancelled: you 0, Amara 2", "Days to answer: you 0.5, Amara 6.1",
        )),
    ],
)  # fmt: skip
def test_the_facts_of_both_sides(office: Office, span: Span, lines: tuple[str, ...]) -> None:
    assert look(office, AMARA, span).lines() == lines


def test_what_came_of_it_is_shown_where_it_is_known(office: Office) -> None:
    office.conn.execute(
        "INSERT INTO requirement (search, kind, text, position, source, created, changed)"
        " VALUES (1, 'must', 'Go', 1, 'asked', '', '')"
    )
    office.conn.execute(
        "INSERT INTO requirement_change (search, requirement, was, now, on_day, asked_by, days_lost, created, changed)"
        " VALUES (1, 1, 'Java', 'Go', '2026-11-01', 'them', 9, '', '')"
    )
    searches.close(office, SearchId(1))
    found = look(office, AMARA)

    assert found.lines()[-3:] == (
        "Changes of agreed requirements: you 0, Amara 1", "Noes though the profile fits: Amara 1 of 1",
        "Searches filled: 0 of 1",
    )  # fmt: skip


def test_each_fact_opens_its_evidence(office: Office) -> None:
    found = look(office, AMARA)
    records = [side.record for fact in (*found.gave, *found.cost) for side in (fact.mine, fact.theirs) if side]

    assert ("check_in", 12) in records
    assert ("meeting", 2) in records
    assert ("search", 1) in records
    for table, number in [each for each in records if each is not None]:
        assert office.conn.execute(f"SELECT count(*) FROM {table} WHERE id = ?", (number,)).fetchone()[0] == 1


def test_nothing_is_known_of_somebody_new(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    manager = amara(office)

    assert look(office, manager).lines() == ()
    partings.choose(office, manager, choice=PartingChoice.LOOK_AGAIN)
    assert office.partings.get(1).facts == "No facts yet."


@pytest.mark.parametrize(("days", "is_offered"), [(100, True), (80, True), (55, False)])
def test_a_look_is_offered_after_thirty_days_of_the_word(tmp_path: Path, days: int, is_offered: bool) -> None:
    clock = Clock(NOW - timedelta(days=days + 1))
    office = memory_office(tmp_path, clock)
    talks.add(office, amara(office), text="The last talk", channel=Channel.CALL)
    clock.pass_by(days=1)
    for _turn in range(days // 5):
        promise(office, Side.MINE, kept=True)
        promise(office, Side.THEIRS, kept=False)
        clock.pass_by(days=5)
    known = office.managers.get(AMARA)

    assert relationship(office, known).health.word is Word.ONE_SIDED
    assert one_sided_for_long(office, known) is is_offered


def test_talking_first_plans_half_an_hour_with_its_agenda(office: Office) -> None:
    choose(office, PartingChoice.TALK)
    meeting = office.meetings.next_of(1, NOW)

    assert meeting is not None
    assert (meeting.kind, meeting.minutes) == (MeetingKind.LOOK_BACK, 30)
    assert [each.text for each in office.agenda_items.of(meeting.id)][1:3] == [
        "What you need from me", "What I need from you",
    ]  # fmt: skip
    assert office.managers.get(AMARA).status is ManagerStatus.ACTIVE
    live.undo(office)
    assert office.partings.of(1) == []


def test_keeping_going_comes_back_in_thirty_days(office: Office, clock: Clock) -> None:
    choose(office, PartingChoice.LOOK_AGAIN)
    assert office.managers.get(AMARA).look_again_on == TODAY + timedelta(days=30)
    assert "look" not in [each.record for each in today.today(office).keep]
    clock.pass_by(days=30)
    assert "look" in [each.record for each in today.today(office).keep]
    partings.looked(office, AMARA)

    assert "look" not in [each.record for each in today.today(office).keep]


def test_letting_go_sets_aside_and_keeps_everything(office: Office) -> None:
    handed = partings.hand_over(office, AMARA)
    assert [each.title for each in handed.open.searches] == ["Senior Backend Engineer"]
    choose(office, PartingChoice.LET_GO)
    parting = office.partings.get(1)

    assert office.managers.get(AMARA).status is ManagerStatus.PARTED
    assert [each.state for each in office.meetings.of(1)] == [MeetingState.CANCELLED] * 2
    assert parting.facts.splitlines()[0] == "Promises kept: you 5 of 5, Amara 0 of 5"
    assert (parting.message, parting.reason) == ("Thank you", "Eight promises slipped")
    assert len(office.talks.newest(1, 10)) == 3
    with pytest.raises(InputError, match="set aside already"):
        choose(office, PartingChoice.LET_GO)


def test_it_is_taken_back_by_undo_or_on_another_day(office: Office, clock: Clock) -> None:
    choose(office, PartingChoice.LET_GO)
    live.undo(office)
    assert office.managers.get(AMARA).status is ManagerStatus.ACTIVE
    assert office.partings.of(1) == []
    live.redo(office)
    clock.pass_by(days=3)
    partings.take_back(office, AMARA)

    assert office.managers.get(AMARA).status is ManagerStatus.ACTIVE
    assert office.partings.get(1).taken_back_on == TODAY + timedelta(days=3)
    with pytest.raises(InputError, match="was not let go"):
        partings.take_back(office, AMARA)


def test_somebody_archived_is_not_let_go(office: Office) -> None:
    managers.archive(office, AMARA)

    with pytest.raises(InputError, match="was not let go"):
        partings.take_back(office, AMARA)


def test_the_last_letter_is_kind_and_names_what_is_handed_over(office: Office) -> None:
    managers.edit(office, AMARA, rapport="Two cats", tick="Calm people")
    letter = partings.closing_message(office, AMARA)

    assert letter.to == "amara.okonkwo@halden.example"
    assert letter.body.startswith("Hello Amara,\n\nThank you for")
    assert "Still open is Senior Backend Engineer." in letter.body
    assert not any(word in letter.body for word in ("cats", "Calm", "slipped", "late", "missed"))


def test_the_terminal_does_the_same(office: Office) -> None:
    perform(office, "parting.choose", {"manager": "Amara", "choice": "let_go", "message": "Thank you"})
    assert office.managers.get(AMARA).status is ManagerStatus.PARTED
    perform(office, "parting.take-back", {"manager": "Amara"})

    assert office.managers.get(AMARA).status is ManagerStatus.ACTIVE
