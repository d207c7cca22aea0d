"""The questions of an intake: asked with their answers, left for later, still open, and back at the next meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.domain.intake import QuestionId
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.requirements import RequirementKind
from app.domain.searches import SearchId
from app.domain.talks import MeetingId
from app.services import agenda, ending, live, meetings, questions, requirements, searches, templates
from app.services.beside_meeting import beside
from app.services.briefing import brief
from app.services.bring_up import first_lines
from app.services.gaps import intake_gaps
from app.services.meeting_page import meeting_page
from app.services.office import Office
from app.services.overview import rest_of
from app.services.questions import Asking
from tests.builders import Clock, amara, memory_office

WHY, BREAKS = "Why is the role open?", "What breaks without it?"
FACTS = ("Where is the work done?", "When should they start?", "What is the salary band?")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    return memory_office(tmp_path, clock)


@pytest.fixture
def search(office: Office) -> SearchId:
    return SearchId(searches.open_search(office, amara(office), title="Staff SRE").id)


@pytest.fixture
def meeting(office: Office, search: SearchId) -> MeetingId:
    return MeetingId(meetings.start_now(office, ManagerId(1), kind=MeetingKind.INTAKE, search=search).id)


def asking(office: Office, meeting: int) -> Asking:
    return questions.asking(office, office.meetings.get(MeetingId(meeting)))


def gaps(office: Office, search: SearchId) -> tuple[str, ...]:
    return intake_gaps(office, office.searches.get(search))


def test_the_template_is_asked_in_its_order(office: Office, meeting: MeetingId, search: SearchId) -> None:
    assert (asking(office, meeting).ahead[:2], asking(office, meeting).number) == ((WHY, BREAKS), 1)
    questions.ask(office, meeting, text=WHY, answer="Growth")
    found = asking(office, meeting)

    assert (found.ahead[0], found.number, found.total) == (BREAKS, 2, 18)
    assert [(each.text, each.answer, each.asked_on) for each in found.asked] == [(WHY, "Growth", office.today())]
    assert meeting_page(office, meeting).questions == found.ahead[1:3]


def test_what_is_left_for_later_is_a_gap_until_it_is_asked(
    office: Office, meeting: MeetingId, search: SearchId
) -> None:
    questions.skip(office, meeting, text=WHY)
    assert (asking(office, meeting).ahead[0], asking(office, meeting).skipped) == (BREAKS, (WHY,))
    assert gaps(office, search) == (*FACTS, WHY)
    questions.ask(office, meeting, text=WHY)

    assert gaps(office, search) == FACTS
    assert asking(office, meeting).skipped == ()
    with pytest.raises(InputError, match="asked already"):
        questions.skip(office, meeting, text=WHY)


def test_ending_keeps_what_was_not_asked_in_one_action(
    office: Office, meeting: MeetingId, search: SearchId, clock: Clock
) -> None:
    questions.ask(office, meeting, text=WHY)
    clock.pass_by(minutes=20)
    ending.end(office, meeting)
    assert len(office.questions.of(search)) == 18
    assert (WHY in gaps(office, search), BREAKS in gaps(office, search)) == (False, True)
    live.undo(office)

    assert [each.text for each in office.questions.of(search)] == [WHY]
    assert gaps(office, search) == FACTS


def test_the_next_intake_asks_only_what_is_open(
    office: Office, meeting: MeetingId, search: SearchId, clock: Clock
) -> None:
    for text in asking(office, meeting).ahead[:15]:
        questions.ask(office, meeting, text=text)
    clock.pass_by(minutes=20)
    ending.end(office, meeting)
    again = meetings.start_now(office, ManagerId(1), kind=MeetingKind.INTAKE, search=search).id

    assert [len(part) for part in (asking(office, again).ahead, asking(office, again).asked)] == [3, 0]
    assert asking(office, again).number == 16


def test_gaps_come_back_wherever_the_manager_is_met(office: Office, search: SearchId) -> None:
    searches.edit(office, search, location="London", target_start=office.today(), salary_max=1)
    questions.add(office, search, text="How will the team welcome them?")
    manager = office.managers.get(ManagerId(1))
    said = "Staff SRE: How will the team welcome them?"

    assert said in first_lines(office, manager, MeetingKind.CALIBRATION)
    assert said not in first_lines(office, manager, MeetingKind.CALIBRATION, search=search)
    assert [each.text for each in rest_of(office, manager.id).points] == [said]
    assert brief(office, manager.id).gaps == (said,)
    meetings.plan(office, manager.id, kind=MeetingKind.CALIBRATION, at=office.now(), search=search)
    assert rest_of(office, manager.id).points == ()
    planned = office.meetings.planned_of(manager.id)[0]
    assert beside(office, planned.id).gaps == ("How will the team welcome them?",)


def test_many_gaps_are_one_point(office: Office, search: SearchId) -> None:
    questions.add(office, search, text=WHY)

    assert [each.text for each in rest_of(office, ManagerId(1)).points] == [
        "Staff SRE: 4 questions of the intake are still open"
    ]


KEPT = {
    RequirementKind.MUST: "must", RequirementKind.NICE: "nice", RequirementKind.DEAL_MAKER: "deal_maker",
    RequirementKind.DEAL_BREAKER: "deal_breaker",
}  # fmt: skip


@pytest.mark.parametrize("kind", KEPT)
def test_an_answer_becomes_a_line_of_the_requirements_in_one_action(
    office: Office, meeting: MeetingId, search: SearchId, kind: RequirementKind
) -> None:
    questions.ask(office, meeting, text=WHY, answer="On-call\nfor two years", keep_as=kind)

    assert [(each.kind.value, each.text) for each in office.requirements.of(search)] == [(KEPT[kind], "On-call")]
    live.undo(office)
    assert (office.requirements.of(search), office.questions.of(search)) == ([], [])


def test_after_agreement_the_manager_asked_for_it(office: Office, meeting: MeetingId, search: SearchId) -> None:
    requirements.add(office, search, kind=RequirementKind.MUST, text="Python")
    requirements.agree(office, search)
    questions.ask(office, meeting, text=WHY, answer="Rust", keep_as=RequirementKind.MUST)

    assert [(each.now, each.asked_by.value) for each in office.requirement_changes.of(search)] == [("Rust", "them")]


def test_what_cannot_be_kept_says_why_and_keeps_nothing(office: Office, meeting: MeetingId, search: SearchId) -> None:
    with pytest.raises(InputError, match="Write the answer"):
        questions.ask(office, meeting, text=WHY, keep_as=RequirementKind.MUST)
    with pytest.raises(InputError, match="write the text"):
        questions.ask(office, meeting, text=" ")
    plain = MeetingId(meetings.plan(office, ManagerId(1), kind=MeetingKind.INTAKE, at=office.now()).id)
    with pytest.raises(InputError, match="which search"):
        questions.ask(office, plain, text=WHY, answer="x", keep_as=RequirementKind.MUST)
    meetings.cancel(office, plain)
    with pytest.raises(InputError, match="cancelled"):
        questions.ask(office, plain, text=WHY)

    assert office.questions.where("1") == []


def test_an_answer_is_written_anew_and_taken_back(office: Office, meeting: MeetingId, search: SearchId) -> None:
    number = QuestionId(questions.ask(office, meeting, text=WHY, answer="Growth").id)
    questions.answer(office, number, answer="Somebody left")
    assert office.questions.get(number).answer == "Somebody left"
    questions.take_back(office, number)

    assert (office.questions.get(number).answer, WHY in gaps(office, search)) == (None, True)
    questions.delete(office, number)
    assert gaps(office, search) == FACTS


def test_an_own_set_of_questions_is_asked_instead(office: Office, meeting: MeetingId) -> None:
    templates.add(office, kind="questions.intake", name="Own", body='[{"text": "One?"}, {"text": "Two?"}]')

    assert asking(office, meeting).ahead == ("One?", "Two?")


def test_an_intake_about_no_search_keeps_its_questions_with_it(office: Office, search: SearchId) -> None:
    made = MeetingId(meetings.start_now(office, ManagerId(1), kind=MeetingKind.INTAKE).id)
    questions.ask(office, made, text=WHY, answer="Growth")

    assert (asking(office, made).ahead[0], office.questions.of(search)) == (BREAKS, [])
    ending.end(office, made)
    assert len(office.questions.of_meeting(made)) == 1


def test_a_gap_is_asked_in_a_meeting_of_another_kind(office: Office, search: SearchId) -> None:
    questions.add(office, search, text=WHY)
    made = MeetingId(meetings.start_now(office, ManagerId(1), kind=MeetingKind.CALIBRATION, search=search).id)
    assert asking(office, made) == Asking(total=1)
    questions.ask(office, made, text=WHY, answer="Growth")

    assert [each.text for each in asking(office, made).asked] == [WHY]
    assert len(office.questions.of(search)) == 1


SHARES = {20: [3, 4, 3, 3, 4, 3], 30: [5] * 6, 45: [8, 7, 7, 8, 8, 7], 60: [10] * 6}


@pytest.mark.parametrize("minutes", SHARES)
def test_the_agenda_shares_the_minutes_there_are(office: Office, minutes: int) -> None:
    lines = agenda.template_lines(office, MeetingKind.INTAKE, amara(office), minutes)
    made = [int(line.rpartition("·")[2].split()[0]) for line in lines[:6]]

    assert sum(made) == minutes
    assert made == SHARES[minutes]
