"""Satisfaction is asked at most monthly; what is low leads to proposals that come back until they are settled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.satisfaction import Approval, ProposalId, SatisfactionId
from app.services import agenda, live, proposals, satisfaction, templates
from app.services.arguments import perform
from app.services.bring_up import first_lines
from app.services.changes import Change
from app.services.office import Office
from builders import Clock, amara, memory_office

TODAY = date(2026, 11, 24)
ANSWER = SatisfactionId(1)
FIRST = ProposalId(1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    """Amara, who was not content: a half-day together is proposed."""
    made = memory_office(tmp_path, clock)
    manager = amara(made)
    satisfaction.record(made, manager, score=2, parts={"speed": 1, "People shown": 3}, cause="Too slow in August",
                        words="Too few", proposal="A half-day together\nin the lab")  # fmt: skip
    return made


def brought_up(office: Office) -> list[str]:
    """What a new meeting takes along besides its own agenda."""
    manager = office.managers.get(ManagerId(1))
    own = agenda.template_lines(office, MeetingKind.STATUS, 1)
    return list(first_lines(office, manager, MeetingKind.STATUS)[len(own) :])


def test_an_answer_is_kept_whole_and_by_part(office: Office) -> None:
    known = office.satisfactions.get(ANSWER)

    assert (known.score, known.words, known.cause) == (2, "Too few", "Too slow in August")
    assert dict(known.parts) == {"Speed": 1, "People shown": 3}
    assert [each.text for each in office.proposals.of(ANSWER)] == ["A half-day together\nin the lab"]


def test_one_undo_takes_answer_and_proposal_back(office: Office) -> None:
    live.undo(office)

    assert office.satisfactions.find(ANSWER) is None
    assert office.proposals.find(FIRST) is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"score": 0}, "score"), ({"score": 6}, "score"), ({"score": 4, "parts": {"Speed": 9}}, "parts"),
        ({"score": 4, "parts": {"Weather": 3}}, "parts"), ({"score": 4, "on": TODAY + timedelta(days=1)}, "on"),
        ({"score": 4, "on": TODAY + timedelta(days=-29)}, "on"), ({"score": 4}, "on"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_named(office: Office, values: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as refused:
        satisfaction.record(office, ManagerId(1), **values)  # type: ignore[arg-type]

    assert refused.value.field == field
    assert len(office.satisfactions.where("1")) == 1


def test_it_is_asked_again_after_a_month(office: Office, clock: Clock) -> None:
    said = "Asked this month already, on Tue 24 Nov. The next time is from Thu 24 Dec on."
    assert satisfaction.asked_already(office, ManagerId(1)) == said
    clock.pass_by(days=30)

    assert satisfaction.asked_already(office, ManagerId(1)) == ""
    satisfaction.record(office, ManagerId(1), score=4)
    assert office.satisfactions.last_of(1) == office.satisfactions.get(2)


def test_the_parts_are_the_office_s_own(office: Office, clock: Clock) -> None:
    templates.add(office, kind="satisfaction", name="Own", body='[{"text": "Warmth"}]')
    clock.pass_by(days=40)
    satisfaction.record(office, ManagerId(1), score=4, parts={"Warmth": 5})
    satisfaction.edit(office, ANSWER, words="Still too few")  # its parts are not in the template any more

    assert satisfaction.parts(office) == ("Warmth",)
    assert dict(office.satisfactions.get(ANSWER).parts) == {"Speed": 1, "People shown": 3}


def answered(answer: Approval) -> Callable[[Office], Change]:
    return lambda office: proposals.answer(office, FIRST, answer=answer)


def checked(office: Office) -> Change:
    proposals.answer(office, FIRST, answer=Approval.APPROVED)
    return proposals.check(office, FIRST, better=True, result="Fewer surprises")


@pytest.mark.parametrize(
    ("act", "days", "points"),
    [
        (None, 0, ["Yes or no: A half-day together"]),
        (answered(Approval.APPROVED), 0, []),
        (answered(Approval.APPROVED), 14, ["Is it better since: A half-day together"]),
        (answered(Approval.DECLINED), 14, []),
        (checked, 14, []),
    ],
)
def test_an_open_proposal_comes_back_in_the_agenda(
    office: Office, clock: Clock, act: Callable[[Office], Change] | None, days: int, points: list[str]
) -> None:
    if act is not None:
        act(office)
    clock.pass_by(days=days)

    assert brought_up(office) == points


def test_a_proposal_is_answered_and_checked(office: Office) -> None:
    checked(office)
    known = office.proposals.get(FIRST)

    assert (known.answer, known.better, known.result) == (Approval.APPROVED, True, "Fewer surprises")
    assert known.checked_on == TODAY
    live.undo(office)
    assert office.proposals.get(FIRST).checked_on is None


@pytest.mark.parametrize(
    "act",
    [
        lambda office: proposals.check(office, FIRST, better=True),
        lambda office: proposals.answer(office, FIRST, answer=Approval.APPROVED, on=TODAY + timedelta(days=1)),
        lambda office: proposals.add(office, ANSWER, text="  "),
        lambda office: (checked(office), proposals.answer(office, FIRST, answer=Approval.DECLINED)),
    ],
)
def test_steps_out_of_order_are_refused(office: Office, act: Callable[[Office], Change]) -> None:
    with pytest.raises(InputError):
        act(office)


def test_the_terminal_does_the_same(office: Office, clock: Clock) -> None:
    clock.pass_by(days=31)
    perform(office, "satisfaction.record", {"manager": "Amara", "score": "3", "parts": "Speed=2, working together=4"})
    perform(office, "proposal.add", {"satisfaction": "2", "text": "Two fixed slots"})
    perform(office, "proposal.answer", {"proposal": "2", "answer": "approved"})
    perform(office, "proposal.check", {"proposal": "2", "better": "no", "result": "As slow"})

    assert dict(office.satisfactions.get(2).parts) == {"Speed": 2, "Working together": 4}
    assert (office.proposals.get(2).better, office.proposals.get(2).result) == (False, "As slow")
    with pytest.raises(InputError, match="Speed=3"):
        perform(office, "satisfaction.edit", {"satisfaction": "2", "parts": "Speed"})
