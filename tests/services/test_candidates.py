"""People presented: answers with what they touched, stages, interviews, and the feedback time in the manager's days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.clocks import Clock as PromiseClock
from app.domain.clocks import Event, Outcome, Unit, Within
from app.domain.errors import InputError
from app.domain.expectations import ExpectationId, Side
from app.domain.requirements import RequirementId, RequirementKind
from app.domain.searches import Answer, CandidateStage, InterviewId, PresentationId, SearchId
from app.services import candidates, expectations, live, requirements, searches
from app.services.office import Office
from app.services.presented import Presented, presented
from tests.builders import NOW, Clock, amara, memory_office

SEARCH = SearchId(1)
TWO_DAYS = Within(amount=2, unit=Unit.DAYS, event=Event.CV_PRESENTED)
OPENED = date(2026, 10, 21)
MONDAY = datetime(2026, 11, 16, 10, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    searches.open_search(made, amara(made), title="Senior Backend Engineer", opened_on=OPENED)
    return made


def agree(office: Office, clock: PromiseClock = TWO_DAYS, *, search: SearchId | None = None) -> None:
    expectations.add(
        office, office.searches.get(SEARCH).manager, side=Side.THEIRS, statement="Feedback on every CV",
        measure="A word for each", clock=clock, agreed_on=OPENED, search=search,
    )  # fmt: skip


def show(office: Office, name: str = "Bell, Ottilie", at: datetime = MONDAY) -> PresentationId:
    return PresentationId(candidates.present(office, SEARCH, candidate=name, at=at).id)


def must(office: Office, text: str = "On call") -> RequirementId:
    return RequirementId(requirements.add(office, SEARCH, kind=RequirementKind.MUST, text=text).id)


def row(found: Presented, at: int = 0) -> tuple[str, str]:
    return found.people[at].second, found.people[at].chip


def test_an_answer_keeps_its_reason_and_the_requirement_it_touched(office: Office) -> None:
    touched = must(office)
    person = show(office)
    candidates.answer(office, person, answer=Answer.NO, reason=" Never on call ", requirement=touched)

    known = office.presentations.get(person)
    assert (known.answer, known.reason, known.requirement) == (Answer.NO, "Never on call", touched)
    assert known.answered_at == NOW


def test_a_corrected_answer_keeps_its_time_unless_another_is_given(office: Office, clock: Clock) -> None:
    person = show(office)
    candidates.answer(office, person, answer=Answer.QUESTION, reason="When?", at=MONDAY + timedelta(hours=3))
    clock.pass_by(days=1)
    candidates.answer(office, person, answer=Answer.YES)
    assert office.presentations.get(person).answered_at == MONDAY + timedelta(hours=3)

    candidates.answer(office, person, answer=Answer.YES, at=MONDAY + timedelta(days=1))
    assert office.presentations.get(person).answered_at == MONDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (lambda o, p: candidates.answer(o, p, answer=Answer.NO, reason=" "), "reason"),
        (lambda o, p: candidates.answer(o, p, answer=Answer.YES, at=MONDAY - timedelta(hours=1)), "at"),
        (lambda o, p: candidates.answer(o, p, answer=Answer.YES, at=NOW + timedelta(hours=1)), "at"),
        (lambda o, p: candidates.answer(o, p, answer=Answer.YES, requirement=RequirementId(2)), "requirement"),
        (lambda o, p: candidates.stage(o, p, stage=CandidateStage.CHOSEN), "stage"),
        (lambda o, p: candidates.edit(o, p, candidate=" "), "candidate"),
        (lambda o, p: candidates.add_interview(o, p, at=NOW + timedelta(days=1)), "at"),
        (lambda o, p: candidates.add_interview(o, p, at=NOW, words="Good", answered_at=MONDAY), "at"),
        (lambda o, p: candidates.book_interview(o, p, at=NOW), "at"),
        (lambda o, p: candidates.book_interview(o, p, at=NOW + timedelta(days=367)), "at"),
        (lambda o, p: candidates.move_interview(o, InterviewId(candidates.add_interview(o, p).id), at=NOW), "at"),
        (lambda o, p: candidates.answer_interview(
            o, InterviewId(candidates.book_interview(o, p, at=NOW + timedelta(days=1)).id), words="Good"), "at"),
        (lambda o, p: candidates.present(o, SEARCH, candidate="A", at=NOW + timedelta(days=1)), "at"),
        (candidates.told, "presentation"),
        (lambda o, p: (candidates.answer(o, p, answer=Answer.QUESTION), candidates.told(o, p)), "presentation"),
        (lambda o, p: (candidates.answer(o, p, answer=Answer.YES), candidates.told(o, p, at=MONDAY)), "at"),
        (lambda o, p: (candidates.answer(o, p, answer=Answer.YES),
                       candidates.told(o, p, at=NOW + timedelta(hours=1))), "at"),
        (lambda o, p: (candidates.answer(o, p, answer=Answer.YES, at=MONDAY),
                       candidates.told(o, p, at=MONDAY + timedelta(hours=1)),
                       candidates.answer(o, p, answer=Answer.NO, reason="Far", at=NOW)), "at"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(office: Office, act: Callable[[Office, Any], Any], field: str) -> None:
    other = searches.open_search(office, office.searches.get(SEARCH).manager, title="Staff SRE")
    must(office)
    requirements.add(office, SearchId(other.id), kind=RequirementKind.MUST, text="Elsewhere")
    person = show(office)

    with pytest.raises(InputError) as refused:
        act(office, person)
    assert refused.value.field == field


def test_nobody_is_presented_for_a_closed_search(office: Office) -> None:
    searches.close(office, SEARCH)

    with pytest.raises(InputError, match="closed"):
        show(office)


def test_who_is_out_waits_for_no_answer(office: Office) -> None:
    agree(office)
    person = show(office)
    candidates.stage(office, person, stage=CandidateStage.OUT)

    made = office.check_ins.where("t.event = ?", (f"presentation:{person}",))
    assert [(each.outcome, each.remark) for each in made] == [(Outcome.WAIVED, "Bell, Ottilie is out.")]
    assert office.presentations.waiting(office.searches.get(SEARCH).manager) == []
    assert row(presented(office, SEARCH)) == ("without an answer", "Out")

    live.undo(office)
    assert office.check_ins.where("t.event = ?", (f"presentation:{person}",)) == []
    assert office.presentations.get(person).stage is CandidateStage.PRESENTED


def test_an_interview_is_noted_and_what_they_said_after_it(office: Office) -> None:
    person = show(office)
    held = InterviewId(candidates.add_interview(office, person, at=NOW - timedelta(days=1)).id)
    assert office.presentations.get(person).stage is CandidateStage.INTERVIEW
    assert "interviewed Mon 23 Nov, no word yet" in presented(office, SEARCH).people[0].second

    candidates.answer_interview(office, held, words=" Calm under questions ")
    known = office.interviews.get(held)
    assert (known.words, known.answered_at) == ("Calm under questions", NOW)
    assert "no word" not in presented(office, SEARCH).people[0].second

    candidates.delete_interview(office, held)
    assert office.interviews.of(person) == []


def test_an_interview_is_booked_moved_and_then_held(office: Office, clock: Clock) -> None:
    person = show(office)
    booked = InterviewId(candidates.book_interview(office, person, at=NOW + timedelta(days=2)).id)
    assert office.presentations.get(person).stage is CandidateStage.INTERVIEW
    assert "interview Thu 26 Nov 09:10" in presented(office, SEARCH).people[0].second

    candidates.move_interview(office, booked, at=NOW + timedelta(days=1))
    assert "interview Wed 25 Nov 09:10" in presented(office, SEARCH).people[0].second

    clock.pass_by(hours=25)
    assert "interviewed Wed 25 Nov, no word yet" in presented(office, SEARCH).people[0].second


def test_somebody_is_told_where_they_stand_on_another_day_and_not_yet(office: Office) -> None:
    person = show(office)
    candidates.answer(office, person, answer=Answer.NO, reason="Far", at=MONDAY + timedelta(hours=3))
    assert "told" not in presented(office, SEARCH).people[0].second

    change = candidates.told(office, person)
    assert change.label == "Bell, Ottilie told where they stand"
    assert (office.presentations.get(person).told_at, presented(office, SEARCH).people[0].second) == (
        NOW, "answered the same day · Far · told Tue 24 Nov")  # fmt: skip
    candidates.told(office, person, at=MONDAY + timedelta(days=1))
    assert presented(office, SEARCH).people[0].second.endswith("told Tue 17 Nov")

    candidates.not_told(office, person)
    assert office.presentations.get(person).told_at is None
    live.undo(office)
    assert office.presentations.get(person).told_at == MONDAY + timedelta(days=1)


def test_who_is_out_is_still_to_be_told(office: Office) -> None:
    clock = Within(amount=3, unit=Unit.DAYS, event=Event.CV_ANSWERED)
    manager = office.searches.get(SEARCH).manager
    promise = ExpectationId(expectations.add(
        office, manager, side=Side.MINE, statement="Tell them", measure="A date", clock=clock, agreed_on=OPENED
    ).id)  # fmt: skip
    person = show(office)
    candidates.answer(office, person, answer=Answer.NO, reason="Far")
    candidates.stage(office, person, stage=CandidateStage.OUT)
    assert office.check_ins.of(promise) == []

    candidates.told(office, person)
    assert [(each.outcome, each.on) for each in office.check_ins.of(promise)] == [(Outcome.KEPT, NOW)]


# Presented Monday 10:00; working days are 9 to 17.
FEEDBACK = [
    ([timedelta(days=1)], "1 day, agreed 2", [False]),
    ([timedelta(hours=4)], "0.5 days, agreed 2", [False]),
    ([timedelta(days=1), timedelta(days=2, hours=4)], "1.8 days, agreed 2", [False, True]),
    ([timedelta(days=1), timedelta(days=1), timedelta(days=4)], "1 day, agreed 2", [False, False, True]),
]


@pytest.mark.parametrize(("after", "words", "late"), FEEDBACK)
def test_feedback_is_counted_in_working_days_against_the_promise(
    office: Office, after: list[timedelta], words: str, late: list[bool]
) -> None:
    agree(office)
    for at, each in enumerate(after):
        candidates.answer(office, show(office, f"Person {at}"), answer=Answer.YES, at=MONDAY + each)
    found = presented(office, SEARCH)

    assert (found.feedback, found.agreed) == (words, 2.0)
    assert [bar.is_late for bar in found.bars] == late
    assert found.described().count("Person") == len(after)


@pytest.mark.parametrize(
    ("promise", "agreed", "words"),
    [
        (None, None, "1 day, nothing agreed"),
        (Within(amount=48, unit=Unit.HOURS, event=Event.CV_PRESENTED), 2.0, "1 day, agreed 2"),
        (Within(amount=4, unit=Unit.HOURS, event=Event.CV_PRESENTED), 0.5, "1 day, agreed 4 hours"),
        (Within(amount=3, unit=Unit.DAYS, event=Event.INTERVIEW_HELD), None, "1 day, nothing agreed"),
    ],
)
def test_only_the_promise_about_presented_people_counts(
    office: Office, promise: PromiseClock | None, agreed: float | None, words: str
) -> None:
    if promise is not None:
        agree(office, promise)
    candidates.answer(office, show(office), answer=Answer.YES, at=MONDAY + timedelta(days=1))
    found = presented(office, SEARCH)

    assert (found.agreed, found.feedback) == (agreed, words)


def test_the_promise_of_the_search_counts_before_that_of_the_relationship(office: Office) -> None:
    agree(office)
    agree(office, Within(amount=5, unit=Unit.DAYS, event=Event.CV_PRESENTED), search=SEARCH)

    assert presented(office, SEARCH).agreed == 5


# What is waited for since when, seen on Tuesday 24 November 09:10 with two days agreed.
WAITING = [
    (datetime(2026, 11, 23, 12, tzinfo=UTC), "day 1 of 2, due Wed 25 Nov 12:00", "text2"),
    (datetime(2026, 11, 20, 12, tzinfo=UTC), "day 2 of 2, due today 12:00", "risk"),
    (datetime(2026, 11, 20, 9, 5, tzinfo=UTC), "late, was due today 09:05", "missed"),
    (datetime(2026, 11, 18, 12, tzinfo=UTC), "2 working days late", "missed"),
]


@pytest.mark.parametrize(("at", "words", "tone"), WAITING)
def test_who_waits_says_since_when_and_until_when(office: Office, at: datetime, words: str, tone: str) -> None:
    agree(office)
    show(office, at=at)
    person = presented(office, SEARCH).people[0]

    assert (person.second, person.tone, person.chip) == (words, tone, "Waiting")


def test_whoever_needs_something_stands_first(office: Office) -> None:
    for name in ("No", "Yes", "Question", "Waiting", "Finalist", "Out"):
        person = show(office, name)
        if name in ("No", "Yes", "Question"):
            candidates.answer(office, person, answer=Answer(name.lower()), reason="So")
        elif name != "Waiting":
            candidates.stage(office, person, stage=CandidateStage(name.lower()))

    chips = [each.chip for each in presented(office, SEARCH).people]
    assert chips == ["Finalist", "Waiting", "Question", "Yes", "No", "Out"]


def test_a_deleted_person_takes_their_interviews_along_and_comes_back_with_them(office: Office) -> None:
    person = show(office)
    candidates.add_interview(office, person, words="Good")
    candidates.delete(office, person)
    assert (office.presentations.find(person), office.interviews.of(person)) == (None, [])

    live.undo(office)
    assert [each.words for each in office.interviews.of(person)] == ["Good"]
