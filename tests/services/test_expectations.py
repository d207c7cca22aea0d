"""Promises of both sides: proposed, agreed, renegotiated, closed, and how the clock answers for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.clock_words import parse_clock
from app.domain.clocks import Clock as PromiseClock
from app.domain.clocks import Once, Outcome
from app.domain.errors import InputError
from app.domain.expectations import CheckInId, Expectation, ExpectationId, Side
from app.domain.managers import ManagerId
from app.domain.searches import Answer, PresentationId, SearchId
from app.services import candidates, expectations, managers, searches
from app.services.changes import Change
from app.services.dues import open_dues_of, promise_of
from app.services.office import Office
from tests.builders import Clock, amara, memory_office

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    amara(made)
    return made


MANAGER = ManagerId(1)


def agreed(
    office: Office, clock: PromiseClock, side: Side = Side.MINE, on: date = date(2026, 11, 2), search: int | None = None
) -> Expectation:
    made = expectations.add(
        office, MANAGER, side=side, statement="Send a note", measure="In the inbox", clock=clock, agreed_on=on,
        search=SearchId(search) if search else None,
    )  # fmt: skip
    return office.expectations.get(made.id)


def open_days(office: Office, promise: Expectation) -> list[tuple[str, str]]:
    return [(due.side.value, f"{due.due:%d %b %H:%M}") for due in open_dues_of(office, promise)]


def test_agreeing_needs_a_measure(office: Office) -> None:
    made = ExpectationId(expectations.add(office, MANAGER, side=Side.MINE, statement="Send a note").id)
    with pytest.raises(InputError, match="How will you both know") as refused:
        expectations.agree(office, made)
    assert refused.value.field == "measure"
    assert open_dues_of(office, office.expectations.get(made)) == []

    expectations.edit(office, made, measure="In the inbox", clock=Once(by=FRIDAY))
    expectations.agree(office, made, on=date(2026, 11, 24))

    assert promise_of(office, office.expectations.get(made)).is_agreed
    assert open_days(office, office.expectations.get(made)) == [("mine", "27 Nov 17:00")]


def test_what_is_agreed_is_renegotiated_and_never_rewritten(office: Office) -> None:
    promise = agreed(office, Once(by=date(2026, 10, 30)))
    with pytest.raises(InputError, match="Renegotiate"):
        expectations.edit(office, promise.id, statement="Another")
    with pytest.raises(InputError, match="agreed already"):
        expectations.agree(office, promise.id)

    expectations.renegotiate(office, promise.id, on=date(2026, 11, 20), clock=Once(by=date(2026, 12, 1)))
    was, now = office.wordings.of(promise.id)

    assert (was.clock, was.agreed_on) == (Once(by=date(2026, 10, 30)), date(2026, 11, 2))
    assert (now.clock, now.agreed_on) == (Once(by=date(2026, 12, 1)), date(2026, 11, 20))
    assert (now.statement, now.measure) == (was.statement, was.measure)
    assert open_days(office, promise) == [("mine", "01 Dec 17:00")]


def test_a_proposal_is_not_renegotiated(office: Office) -> None:
    made = expectations.add(office, MANAGER, side=Side.MINE, statement="Send a note")

    with pytest.raises(InputError, match="only proposed"):
        expectations.renegotiate(office, ExpectationId(made.id), statement="Another")


def test_a_closed_promise_has_no_due_until_it_is_open_again(office: Office) -> None:
    promise = agreed(office, Once(by=FRIDAY))
    expectations.close(office, promise.id)
    closed = office.expectations.get(promise.id)
    assert (closed.closed_on, open_days(office, closed)) == (date(2026, 11, 24), [])

    expectations.reopen(office, promise.id)

    assert open_days(office, office.expectations.get(promise.id)) == [("mine", "27 Nov 17:00")]


@pytest.mark.parametrize(
    ("answered", "says"),
    [
        ("2026-11-13T17:00", Outcome.KEPT),
        ("2026-11-13T17:01", Outcome.LATE),
        ("2026-11-20T17:00", Outcome.LATE),
        ("2026-11-20T17:01", Outcome.MISSED),
    ],
)
def test_the_clock_decides_between_kept_late_and_missed(office: Office, answered: str, says: Outcome) -> None:
    promise = agreed(office, parse_clock("every friday", date(2026, 11, 2)), on=date(2026, 11, 7))
    made = expectations.check_in(office, promise.id, at=datetime.fromisoformat(answered).replace(tzinfo=UTC))
    kept = office.check_ins.get(made.id)

    assert (kept.outcome, kept.due) == (says, datetime(2026, 11, 13, 17, tzinfo=UTC))
    assert made.label == f"Check-in: {says.value}"


def test_two_dues_missed_in_a_row_are_two_check_ins(office: Office) -> None:
    promise = agreed(office, parse_clock("every friday", FRIDAY), on=date(2026, 11, 7))
    assert open_days(office, promise) == [("mine", "13 Nov 17:00"), ("mine", "20 Nov 17:00"), ("mine", "27 Nov 17:00")]

    for answer in (expectations.miss, expectations.late):
        answer(office, promise.id)

    assert [(c.outcome, f"{c.due:%d}") for c in office.check_ins.of(promise.id)] == [
        (Outcome.MISSED, "13"), (Outcome.LATE, "20")]  # fmt: skip
    assert open_days(office, promise) == [("mine", "27 Nov 17:00")]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (expectations.keep, Outcome.KEPT),
        (expectations.late, Outcome.LATE),
        (expectations.miss, Outcome.MISSED),
        (expectations.waive, Outcome.WAIVED),
    ],
)
def test_a_key_answers_the_due_and_deleting_opens_it_again(
    office: Office, answer: Callable[..., Change], outcome: Outcome
) -> None:
    promise = agreed(office, Once(by=FRIDAY))
    made = answer(office, promise.id, remark="As they said")
    kept = office.check_ins.get(made.id)
    assert (kept.outcome, kept.remark, open_days(office, promise)) == (outcome, "As they said", [])

    expectations.delete_check_in(office, CheckInId(made.id))

    assert open_days(office, promise) == [("mine", "27 Nov 17:00")]


def test_a_promise_of_both_is_counted_for_each_side(office: Office) -> None:
    promise = agreed(office, Once(by=FRIDAY), Side.BOTH)
    assert open_days(office, promise) == [("mine", "27 Nov 17:00"), ("theirs", "27 Nov 17:00")]
    with pytest.raises(InputError, match="whose") as refused:
        expectations.keep(office, promise.id)
    assert refused.value.field == "side"

    expectations.keep(office, promise.id, side=Side.THEIRS)

    assert open_days(office, promise) == [("mine", "27 Nov 17:00")]
    assert [c.side for c in office.check_ins.of(promise.id)] == [Side.THEIRS]


@pytest.mark.parametrize("side", [Side.THEIRS, Side.BOTH])
def test_nobody_checks_in_for_another_side(office: Office, side: Side) -> None:
    promise = agreed(office, Once(by=FRIDAY), Side.MINE)

    with pytest.raises(InputError):
        expectations.keep(office, promise.id, side=side)


@pytest.mark.parametrize(
    ("answered", "says"),
    [("2026-11-26T10:00", Outcome.KEPT), ("2026-11-30T10:00", Outcome.LATE), ("2026-11-30T10:01", Outcome.MISSED)],
)
def test_an_answer_on_a_cv_closes_its_check_in_by_itself(office: Office, answered: str, says: Outcome) -> None:
    search = searches.open_search(office, MANAGER, title="Backend").id
    promise = agreed(office, parse_clock("within 48 h of a CV", FRIDAY), Side.THEIRS)
    office_clock = office._clock
    assert isinstance(office_clock, Clock)
    office_clock.at = datetime(2026, 12, 2, tzinfo=UTC)
    at = datetime(2026, 11, 24, 10, tzinfo=UTC)
    made = candidates.present(office, SearchId(search), candidate="Ottilie Bell", at=at)
    candidates.present(office, SearchId(search), candidate="Sami Haddad", at=at)
    assert open_days(office, promise) == [("theirs", "26 Nov 10:00")] * 2

    when = datetime.fromisoformat(answered).replace(tzinfo=UTC)
    candidates.answer(office, PresentationId(made.id), answer=Answer.YES, at=when)
    kept = office.check_ins.of(promise.id)

    assert [(c.outcome, c.event, c.on) for c in kept] == [(says, f"presentation:{made.id}", when)]
    assert open_days(office, promise) == [("theirs", "26 Nov 10:00")]


def test_what_the_clock_decided_is_corrected_with_a_remark(office: Office) -> None:
    promise = agreed(office, Once(by=FRIDAY))
    made = CheckInId(expectations.miss(office, promise.id).id)
    with pytest.raises(InputError, match="why"):
        expectations.correct(office, made, outcome=Outcome.KEPT, remark=" ")

    expectations.correct(office, made, outcome=Outcome.KEPT, remark="The mail was in another folder")
    kept = office.check_ins.get(made)

    assert (kept.outcome, kept.remark) == (Outcome.KEPT, "The mail was in another folder")


def test_a_promise_for_one_search_ignores_the_others(office: Office) -> None:
    first, second = (searches.open_search(office, MANAGER, title=title).id for title in ("Backend", "Frontend"))
    promise = agreed(office, parse_clock("within 2 days of a CV", FRIDAY), Side.THEIRS, search=first)
    for search in (first, second):
        candidates.present(office, SearchId(search), candidate="Ottilie Bell")

    assert len(open_days(office, promise)) == 1


def test_hours_are_the_managers_own_and_count_anew_when_they_change(office: Office) -> None:
    search = searches.open_search(office, MANAGER, title="Backend").id
    promise = agreed(office, parse_clock("within 8 hours of a CV", FRIDAY), Side.THEIRS)
    candidates.present(office, SearchId(search), candidate="Ottilie Bell")
    assert open_days(office, promise) == [("theirs", "25 Nov 09:10")]

    managers.edit(office, MANAGER, zone="America/Sao_Paulo")

    assert open_days(office, promise) == [("theirs", "24 Nov 20:00")]


def test_promises_are_put_in_order(office: Office) -> None:
    ids = [agreed(office, Once(by=FRIDAY)).id for _number in range(4)]
    expectations.place(office, ids[3], position=1)
    expectations.place(office, ids[0], position=99)

    assert [each.id for each in office.expectations.of(MANAGER)] == [ids[3], ids[1], ids[2], ids[0]]
    assert [each.position for each in office.expectations.of(MANAGER)] == [0, 1, 2, 3]
