"""What each side keeps, as the two columns show it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.clock_words import parse_clock
from app.domain.clocks import Outcome
from app.domain.errors import InputError
from app.domain.expectations import ExpectationId, Side
from app.domain.line_dates import typed_day
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.searches import Answer, PresentationId, SearchId
from app.services import board, candidates, expectations, meetings, searches
from app.services.board import Filter, Status
from app.services.office import Office
from builders import LONDON, Clock, amara, memory_office

TODAY = date(2026, 11, 24)


@pytest.fixture
def clock() -> Clock:
    """A clock that the test moves."""
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    """An office with one manager."""
    made = memory_office(tmp_path, clock)
    amara(made)
    return made


def promise(office: Office, *, clock: str = "every Friday", side: Side = Side.MINE, **given: Any) -> ExpectationId:
    """A promise, agreed two weeks ago unless said otherwise."""
    values = {"agreed_on": TODAY - timedelta(days=14), "measure": "seen by both", **given}
    made = expectations.add(
        office, ManagerId(1), side=side, statement="Send a note", clock=parse_clock(clock, TODAY), **values
    )
    return ExpectationId(made.id)


def answered(*outcomes: Outcome) -> Any:
    """The promise's check-ins, in order."""

    def do(office: Office, number: ExpectationId) -> None:
        for outcome in outcomes:
            expectations.check_in(office, number, outcome=outcome)

    return do


STATUS: dict[str, tuple[dict[str, Any], Any, Status, str]] = {
    "proposed": ({"agreed_on": None}, answered(), Status.PROPOSED, "Proposed 24 Nov"),
    "agreed": ({"agreed_on": TODAY}, answered(), Status.AGREED, "Agreed"),
    "past its due": ({}, answered(), Status.AT_RISK, "At risk"),
    "kept, and the next is far": ({}, answered(Outcome.KEPT, Outcome.KEPT), Status.AGREED, "Agreed"),
    "missed last": ({}, answered(Outcome.KEPT, Outcome.MISSED), Status.MISSED, "Missed 24 Nov"),
    "always on, kept": ({"clock": "always, looked at monthly"}, answered(Outcome.KEPT), Status.KEPT, "Kept"),
    "once, kept": ({"clock": "by 2026-12-24"}, answered(Outcome.KEPT), Status.KEPT, "Kept"),
}


@pytest.mark.parametrize("case", STATUS)
def test_how_a_promise_stands(office: Office, case: str) -> None:
    """Stored: proposed, agreed, closed. Shown besides: kept, missed, renegotiated, at risk."""
    given, act, status, words = STATUS[case]
    number = promise(office, **given)
    act(office, number)

    card = board.card(office, number, Side.MINE)

    assert (card.status, card.status_words) == (status, words)


def test_renegotiated_says_what_it_was_and_what_it_is(office: Office) -> None:
    """The old wording and date are kept."""
    number = promise(office, clock="by 2026-12-04")
    expectations.renegotiate(office, number, clock=parse_clock("by 2026-12-11", TODAY))

    card = board.card(office, number, Side.MINE)

    assert (card.status, card.timing) == (Status.RENEGOTIATED, "Was Fri 4 Dec · now Fri 11 Dec")


TIMING = {
    "every Friday": "Every Friday · was due Fri 13 Nov",
    "by 2026-12-04": "By Fri 4 Dec",
    "always, looked at monthly": "Always · checked monthly",
    "until the offer is signed": "Until the offer is signed",
    "within 2 working days of a CV": "Each CV sent",
}


@pytest.mark.parametrize("words", TIMING)
def test_by_which_clock(office: Office, words: str) -> None:
    """In words, with what is next."""
    number = promise(office, clock=words)

    assert board.card(office, number, Side.MINE).timing == TIMING[words]


def test_dots_are_the_check_ins_oldest_first_and_the_next(office: Office, clock: Clock) -> None:
    """Each says its day and how it went; the ring is the next due."""
    number = promise(office)
    expectations.check_in(office, number, outcome=Outcome.LATE, remark="by phone")
    expectations.check_in(office, number, outcome=Outcome.KEPT)
    clock.pass_by(days=1)

    marks = board.card(office, number, Side.MINE).marks

    assert [mark.kind for mark in marks] == ["late", "kept", "next"]
    assert [mark.words for mark in marks] == ["Fri 13 Nov: late (by phone)", "Fri 20 Nov: kept", "Fri 27 Nov: next"]


def test_a_promise_of_both_stands_in_both_columns(office: Office) -> None:
    """Each side has its own check-ins."""
    number = promise(office, side=Side.BOTH)
    expectations.check_in(office, number, outcome=Outcome.KEPT, side=Side.THEIRS)

    mine, theirs = board.board(office, ManagerId(1))

    assert [card.id for card in (*mine.cards, *theirs.cards)] == [number, number]
    assert (mine.counted, theirs.kept, theirs.counted) == (0, 1, 1)


@pytest.mark.parametrize(("shown", "count"), [(Filter.OPEN, 1), (Filter.ALL, 2), (Filter.CLOSED, 1)])
def test_the_filter(office: Office, shown: Filter, count: int) -> None:
    """Closed promises are kept, and counted in what was kept."""
    promise(office)
    expectations.close(office, promise(office))

    assert len(board.board(office, ManagerId(1), shown)[0].cards) == count


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS])
def test_every_suggestion_can_be_taken_and_agreed(office: Office, side: Side) -> None:
    """A suggestion is a proposal with measure and clock; taken, it is not offered again."""
    before = board.suggestions(side)
    made = [board.take(office, ManagerId(1), each).id for each in before]

    for number in made:
        expectations.agree(office, ExpectationId(number))

    column = next(each for each in board.board(office, ManagerId(1)) if each.side is side)
    assert (len(before), len(column.cards)) == (3, 3)
    assert board.suggestions(side, [card.statement for card in column.cards]) == ()
    assert board.is_begun(office, ManagerId(1))


def test_to_talk_about_goes_into_the_next_agenda(office: Office) -> None:
    """Where no meeting is planned, it is a follow-up for the next working day."""
    number = promise(office)
    first = expectations.talk_about(office, number)
    meetings.plan(office, ManagerId(1), kind=MeetingKind.OTHER, at=datetime(2026, 11, 25, 9, tzinfo=LONDON))
    second = expectations.talk_about(office, number)

    follow_up = office.follow_ups.get(first.id)
    assert (follow_up.text, follow_up.due) == ("Talk about: Send a note", date(2026, 11, 25))
    assert (second.record, office.agenda_items.get(second.id).text) == ("agenda_item", "Talk about: Send a note")


def test_agreed_by_mistake_is_a_proposal_again(office: Office) -> None:
    """Unless something was answered since: history is never rewritten."""
    number = promise(office)
    expectations.propose(office, number, statement="Send a longer note")
    card = board.card(office, number, Side.MINE)
    assert (card.status, card.statement) == (Status.PROPOSED, "Send a longer note")

    expectations.agree(office, number)
    expectations.check_in(office, number, outcome=Outcome.KEPT)

    with pytest.raises(InputError, match="has a history already"):
        expectations.propose(office, number)


def test_a_remark_on_the_newest_check_in(office: Office) -> None:
    """Written, read for its field, and taken away again."""
    number = promise(office)
    for outcome in (Outcome.KEPT, Outcome.LATE):
        expectations.check_in(office, number, outcome=outcome)
    expectations.remark(office, number, remark=" by phone ")
    newest = board.newest_check_in(office, number, Side.MINE)
    assert newest is not None
    assert newest.remark == "by phone"
    assert [each.remark for each in office.check_ins.of(number)] == [None, "by phone"]

    expectations.remark(office, number, remark="")

    newest = board.newest_check_in(office, number, Side.MINE)
    assert newest is not None
    assert newest.remark is None


def test_no_more_dots_than_there_is_room_for(office: Office) -> None:
    """Eight, the next one among them; what was kept is counted whole."""
    number = promise(office, agreed_on=date(2026, 8, 1))
    for _turn in range(12):
        expectations.check_in(office, number, outcome=Outcome.KEPT)

    mine, _theirs = board.board(office, ManagerId(1))

    assert [mark.kind for mark in mine.cards[0].marks] == ["kept"] * 7 + ["next"]
    assert mine.cards[0] == board.card(office, number, Side.MINE)
    assert (mine.kept, mine.counted) == (12, 12)


def test_how_many_of_those_shown_together_wait(office: Office) -> None:
    """One of two has an answer; how long the clock runs stands in the statement."""
    search = SearchId(searches.open_search(office, ManagerId(1), title="Backend").id)
    number = promise(office, clock="within 2 days of a CV", side=Side.THEIRS, agreed_on=TODAY)
    shown = [candidates.present(office, search, candidate=name) for name in ("Ottilie Bell", "Sami Haddad")]
    candidates.answer(office, PresentationId(shown[0].id), answer=Answer.YES)

    assert board.card(office, number, Side.THEIRS).timing == "Each CV sent · 1 of 2 open, due Thu 26 Nov 09:10"


def test_the_last_check_in_can_be_taken_back(office: Office) -> None:
    """Its due is open again; with none left one sentence says so."""
    number = promise(office)
    expectations.check_in(office, number, outcome=Outcome.MISSED)
    expectations.take_back(office, number)

    assert [mark.kind for mark in board.card(office, number, Side.MINE).marks] == ["next"]
    with pytest.raises(InputError, match="no check-in yet"):
        expectations.take_back(office, number)


DAYS = {
    "today": TODAY, "yesterday": date(2026, 11, 23), "Tue 24 Nov": TODAY, "24 Nov": TODAY,
    "3 Feb 2025": date(2025, 2, 3),
    "Mon 4 Jan": date(2027, 1, 4), "Wed 28 Jan": date(2026, 1, 28),
    "24.11": TODAY, "2026-10-30": date(2026, 10, 30), "31 Feb": None, "soon": None,
    "": None, "24 Nov 2026 5": None, "Nov": None,
}  # fmt: skip


@pytest.mark.parametrize("text", DAYS)
def test_a_day_as_a_field_takes_it(text: str) -> None:
    """What the field shows can be typed; without a year it is the nearest."""
    assert typed_day(text, TODAY) == DAYS[text]
