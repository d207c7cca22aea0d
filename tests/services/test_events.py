"""Promises that run from events: each opens with its event, closes with its answer, and goes back with Undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from app.domain.clock_words import parse_clock
from app.domain.clocks import Outcome
from app.domain.expectations import CheckIn, ExpectationId, Side
from app.domain.issued import IssuedDocumentId
from app.domain.meetings import MeetingKind
from app.domain.offers import OfferId, Step, VerbalAnswer
from app.domain.role import SourcingChannel, SourcingChannelId
from app.domain.searches import Answer, InterviewId, PresentationId, SearchId
from app.domain.talks import MeetingId
from app.services import candidates, ending, expectations, meetings, offers, reading, searches
from app.services.briefing import brief
from app.services.documents import issue_summary, sent
from app.services.dues import open_dues_of, open_promises, open_promises_of
from app.services.today import today
from tests.builders import Clock, amara, memory_office

HOUR = timedelta(hours=1)
TUESDAY = datetime(2026, 11, 24, 10, tzinfo=UTC)


class Story:
    """A search from its request on; each step is one action at the hour the clock stands on."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(TUESDAY - timedelta(days=1))
        self.office = memory_office(folder, self.clock)
        self.manager = amara(self.office)
        self.search = SearchId(searches.open_search(self.office, self.manager, title="Backend").id)
        self.clock.at = TUESDAY
        self.ids: dict[str, int] = {}

    def promise(self, clock: str, side: Side, *, search: bool = False) -> ExpectationId:
        made = expectations.add(
            self.office, self.manager, side=side, statement="Kept by its event", measure="Seen",
            agreed_on=date(2026, 11, 1), clock=parse_clock(clock, self.office.today()),
            search=self.search if search else None,
        )  # fmt: skip
        return ExpectationId(made.id)

    def do(self, *steps: str) -> None:
        for step in steps:
            self.ids[step] = STEPS[step](self)

    def dues(self, promise: ExpectationId) -> list[tuple[str, str]]:
        found = open_dues_of(self.office, self.office.expectations.get(promise))
        return [(due.side.value, f"{due.due:%a %H:%M}") for due in found]

    def made(self, promise: ExpectationId) -> list[tuple[str, str]]:
        return [(each.side.value, each.outcome.value) for each in self.office.check_ins.of(promise)]

    def only(self, promise: ExpectationId) -> CheckIn:
        (check_in,) = self.office.check_ins.of(promise)
        return check_in


def _present(story: Story) -> int:
    return candidates.present(story.office, story.search, candidate="Ottilie Bell").id


def _person(story: Story) -> PresentationId:
    return PresentationId(story.ids["present"])


def _offer(story: Story) -> OfferId:
    return story.office.offers.of(story.search)[-1].id


def _hold(kind: MeetingKind) -> Callable[[Story], int]:
    def hold(story: Story) -> int:
        office = story.office
        held = MeetingId(meetings.start_now(office, story.manager, kind=kind, search=story.search).id)
        story.clock.pass_by(minutes=20)
        return ending.end(office, held).id

    return hold


def _plan(story: Story) -> int:
    channel = SourcingChannel(id=SourcingChannelId(0), search=story.search, channel="Referrals")
    with story.office.write("Channel added"):
        return story.office.sourcing_channels.insert(channel)


def _left(story: Story) -> tuple[str, str]:
    """What Today and the briefing say is to be done."""
    briefing = brief(story.office, story.manager)
    return " ".join(each.text for each in today(story.office).keep), " ".join(briefing.mine)


def _send(story: Story) -> int:
    meeting = story.office.meetings.latest()
    assert meeting is not None
    document = IssuedDocumentId(issue_summary(story.office, meeting)[1].id)
    return sent(story.office, document).id


STEPS: dict[str, Callable[[Story], int]] = {
    "present": _present,
    "present again": _present,
    "present a third": _present,
    "say yes": lambda story: candidates.answer(story.office, _person(story), answer=Answer.YES).id,
    "interview": lambda story: candidates.add_interview(story.office, _person(story)).id,
    "book": lambda story: candidates.book_interview(
        story.office, _person(story), at=story.office.now() + timedelta(days=4)).id,
    "say no": lambda story: candidates.answer(story.office, _person(story), answer=Answer.NO, reason="Far").id,
    "tell": lambda story: candidates.told(story.office, _person(story)).id,
    "feedback": lambda story: candidates.answer_interview(
        story.office, InterviewId(story.ids["interview"]), words="Clear and calm").id,
    "choose": lambda story: offers.choose(story.office, _person(story)).id,
    "salary talk": lambda story: offers.salary_talk(story.office, story.search).id,
    "terms": lambda story: offers.terms(story.office, _offer(story)).id,
    "verbal": lambda story: offers.verbal(story.office, _offer(story)).id,
    "verbal yes": lambda story: offers.answer(story.office, _offer(story), answer=VerbalAnswer.YES).id,
    "written": lambda story: offers.written(story.office, _offer(story)).id,
    "intake": _hold(MeetingKind.INTAKE),
    "call": _hold(MeetingKind.CALIBRATION),
    "send": _send,
    "plan": _plan,
}  # fmt: skip

CV, BOTH = "within 2 days of a CV", ["mine", "theirs"]
SHOWN, CHOSEN = ["present", "say yes", "interview"], ["present", "salary talk", "choose", "terms"]
SAID = [*CHOSEN, "verbal", "verbal yes"]


class Run(NamedTuple):
    """A clock, whose promise, what starts it on Tuesday at 10, when it is due, hours later what answers it, its end."""

    clock: str
    side: str
    starts: list[str]
    due: str
    hours: int
    answer: str
    ends: str


RUNS = [
    Run(CV, "theirs", ["present"], "Thu 10:00", 48, "say yes", "kept"),
    Run(CV, "theirs", ["present"], "Thu 10:00", 72, "say yes", "late"),
    Run(CV, "theirs", ["present"], "Thu 10:00", 24 * 6 + 1, "say yes", "missed"),
    Run("within 24 h of an interview", "theirs", SHOWN, "Wed 10:00", 23, "feedback", "kept"),
    Run("within 2 days of the last interview", "theirs", SHOWN, "Thu 10:00", 49, "choose", "kept"),
    Run("within 2 days of the last interview", "theirs", SHOWN, "Thu 10:00", 72, "choose", "late"),
    Run("within 48 h of the decision, closed by the terms", "theirs", CHOSEN[:3], "Thu 17:00", 50, "terms", "kept"),
    Run("within 48 h of the decision, closed by the terms", "theirs", CHOSEN[:3], "Thu 17:00", 72, "terms", "late"),
    Run("within 1 day of the decision, closed by the verbal offer", "mine", CHOSEN, "Wed 17:00", 26, "verbal", "kept"),
    Run("within 1 day of the verbal yes", "both", SAID, "Wed 17:00", 24, "written", "kept"),
    Run("within 24 h of each yes to a CV", "mine", ["present", "say yes"], "Wed 10:00", 1, "book", "kept"),
    Run("within 24 h of each yes to a CV", "mine", ["present", "say yes"], "Wed 10:00", 25, "interview", "late"),
    Run("within 3 days of each answer on a CV", "mine", ["present", "say no"], "Fri 10:00", 72, "tell", "kept"),
    Run("within 3 days of each answer on a CV", "mine", ["present", "say yes"], "Fri 10:00", 73, "tell", "late"),
    Run("within 24 h of each yes to a CV, closed by the word to the candidate", "mine", ["present", "say yes"],
     "Wed 10:00", 49, "tell", "missed"),
    Run("within 1 day of the verbal yes", "both", SAID, "Wed 17:00", 48, "written", "late"),
    Run("within 24 h of a meeting, closed by the summary", "mine", ["call"], "Wed 10:20", 1, "send", "kept"),
    Run("within 2 days of a request, closed by the intake", "both", [], "Wed 17:00", 1, "intake", "kept"),
    Run("within 1 day of the intake, closed by the plan", "mine", ["intake"], "Wed 10:20", 25, "plan", "late"),
    Run("within 7 days of a request, closed by three people", "mine", ["present", "present again"], "Wed 17:00", 1,
     "present a third", "kept"),
    Run("within 7 days of the intake, closed by three people", "mine", ["intake", "present", "present again"],
     "Thu 10:20", 1, "present a third", "kept"),
]  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story(tmp_path)


@pytest.mark.parametrize("run", RUNS)
def test_a_promise_opens_with_its_event_and_closes_with_the_answer(story: Story, run: Run) -> None:
    promise, whose = story.promise(run.clock, Side(run.side)), BOTH if run.side == "both" else [run.side]
    story.do(*run.starts)
    assert story.dues(promise) == [(each, run.due) for each in whose]
    assert story.made(promise) == []

    story.clock.at += run.hours * HOUR
    story.do(run.answer)

    assert story.dues(promise) == []
    assert story.made(promise) == [(each, run.ends) for each in whose]
    for made in story.office.check_ins.of(promise):
        table, _colon, number = (made.evidence or "").partition(":")
        assert reading.show(story.office, table, int(number))["id"] == int(number)


@pytest.mark.parametrize("run", [each for each in RUNS if each.answer != "send"])
def test_one_undo_takes_back_the_answer_and_its_check_in(story: Story, run: Run) -> None:
    promise = story.promise(run.clock, Side(run.side))
    story.do(*run.starts, run.answer)
    made = story.made(promise)
    assert made
    reading.undo(story.office)

    assert story.made(promise) == []
    assert [due for _side, due in story.dues(promise)] == [run.due] * len(made)

    reading.redo(story.office)

    assert story.made(promise) == made


@pytest.mark.parametrize(
    ("clock", "side", "starts", "due"),
    [
        ("within 24 h of a meeting", "mine", ["call"], "Wed 10:20"),
        # The deed that usually answers it is one of the other side, and keeps no promise of this one.
        ("within 24 h of an interview", "mine", [*SHOWN, "feedback"], "Wed 10:00"),
        (CV, "mine", ["present", "say yes"], "Thu 10:00"),
        ("within 3 days of each answer on a CV", "theirs", ["present", "say no", "tell"], "Fri 10:00"),
    ],
)
def test_what_leaves_no_fact_is_answered_by_the_person(
    story: Story, clock: str, side: str, starts: list[str], due: str
) -> None:
    promise = story.promise(clock, Side(side))
    story.do(*starts)
    assert story.dues(promise) == [(side, due)]

    expectations.keep(story.office, promise)

    assert (story.dues(promise), story.made(promise)) == ([], [(side, "kept")])


def test_an_answer_that_is_corrected_corrects_its_check_in(story: Story) -> None:
    promise = story.promise(CV, Side.THEIRS)
    story.do("present")
    story.clock.at += 72 * HOUR
    story.do("say yes")
    first = story.only(promise)
    candidates.answer(story.office, _person(story), answer=Answer.YES, at=TUESDAY + HOUR)
    now = story.only(promise)

    assert (first.outcome, now.outcome, now.id) == (Outcome.LATE, Outcome.KEPT, first.id)
    assert now.on == TUESDAY + HOUR


def test_a_step_that_is_taken_back_opens_its_due_again(story: Story) -> None:
    promise = story.promise("within 48 h of the decision, closed by the terms", Side.THEIRS)
    story.do(*CHOSEN)
    assert story.made(promise) == [("theirs", "kept")]

    offers.take_back(story.office, _offer(story), step=Step.TERMS)

    assert (story.made(promise), story.dues(promise)) == ([], [("theirs", "Thu 17:00")])


def test_what_a_person_corrected_with_a_remark_stays(story: Story) -> None:
    promise = story.promise(CV, Side.THEIRS)
    story.do("present")
    story.clock.at += 72 * HOUR
    story.do("say yes")
    expectations.correct(story.office, story.only(promise).id, outcome=Outcome.KEPT, remark="Called me on Wednesday")
    candidates.answer(story.office, _person(story), answer=Answer.NO, reason="Too far")

    assert (story.only(promise).outcome, story.only(promise).remark) == (Outcome.KEPT, "Called me on Wednesday")


def test_when_a_candidate_was_told_is_corrected_and_taken_back_with_its_check_in(story: Story) -> None:
    promise = story.promise("within 3 days of each answer on a CV", Side.MINE)
    story.do("present", "say no")
    story.clock.at += 80 * HOUR
    story.do("tell")
    first = story.only(promise)
    candidates.told(story.office, _person(story), at=TUESDAY + HOUR)
    now = story.only(promise)
    assert (first.outcome, now.outcome, now.id, now.on) == (Outcome.LATE, Outcome.KEPT, first.id, TUESDAY + HOUR)

    candidates.not_told(story.office, _person(story))
    assert (story.made(promise), story.dues(promise)) == ([], [("mine", "Fri 10:00")])
    assert [("Kept by its event" in words) for words in _left(story)] == [True, True]

    story.do("tell")
    assert [("Kept by its event" in words) for words in _left(story)] == [False, False]


def test_an_answer_that_becomes_a_question_leaves_nothing_to_tell(story: Story) -> None:
    promise = story.promise("within 3 days of each answer on a CV", Side.MINE)
    story.do("present", "say no", "tell")
    candidates.answer(story.office, _person(story), answer=Answer.QUESTION, reason="When?")

    assert (story.made(promise), story.dues(promise)) == ([], [])


def test_a_check_in_that_was_made_by_hand_is_the_only_one(story: Story) -> None:
    promise = story.promise(CV, Side.THEIRS)
    story.do("present")
    expectations.waive(story.office, promise)
    story.do("say yes")

    assert story.made(promise) == [("theirs", "waived")]


def test_what_was_before_it_was_agreed_or_is_of_another_search_starts_nothing(story: Story) -> None:
    story.do("present")
    story.clock.at += 24 * HOUR
    late = expectations.add(
        story.office, story.manager, side=Side.THEIRS, statement="Feedback", measure="Yes or no",
        clock=parse_clock(CV, story.office.today()), agreed_on=story.office.today(),
    )  # fmt: skip
    story.search = SearchId(searches.open_search(story.office, story.manager, title="Frontend").id)
    other = story.promise(CV, Side.THEIRS, search=True)

    assert (story.dues(ExpectationId(late.id)), story.dues(other)) == ([], [])


def test_a_later_interview_starts_the_last_one_anew(story: Story) -> None:
    promise = story.promise("within 2 days of the last interview", Side.THEIRS)
    story.do(*SHOWN)
    story.clock.at += 24 * HOUR
    story.do("interview")

    assert story.dues(promise) == [("theirs", "Fri 10:00")]


def test_a_search_that_closes_waives_what_waits_of_it_also_in_promises_of_the_whole_relationship(story: Story) -> None:
    promise = story.promise(CV, Side.THEIRS)
    story.do("present")
    searches.close(story.office, story.search, outcome="Filled")

    assert (story.only(promise).outcome, story.only(promise).remark) == (Outcome.WAIVED, "The search was closed.")
    assert story.office.expectations.get(promise).closed_on is None


def test_what_lies_open_is_the_same_read_for_everybody_for_one_and_for_a_promise_alone(story: Story) -> None:
    promises = [story.promise(run.clock, Side(run.side)) for run in RUNS]
    story.do("present", "say yes", "interview", "call", "intake", "salary talk", "choose")
    everybody = {each.expectation.id: each.started for each in open_promises(story.office)[story.manager]}
    one = {each.expectation.id: each.started for each in open_promises_of(story.office, story.manager)}

    assert everybody == one
    for promise in promises:
        assert len(everybody[promise]) == len(story.dues(promise))
    assert sum(map(len, everybody.values())) > 5
