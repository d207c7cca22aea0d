"""What stands on a summary, in its order, and what does not; the paper itself is tested with the documents."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel
from app.domain.clock_words import parse_clock
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.meetings import CaptureKind, MeetingKind
from app.domain.satisfaction import Approval, ProposalId
from app.domain.searches import SearchId
from app.domain.summary import Decided, Kept, Rating, Sourced, Step
from app.domain.talks import MeetingId
from app.services import ending, expectations, managers, market, meetings, notes, proposals, satisfaction, searches
from app.services.office import Office
from app.services.preferences import set_setting
from app.services.summaries import Part, summary_of
from tests.builders import NOW, Clock, amara, memory_office

MANAGER, MEETING = ManagerId(1), MeetingId(1)


def planned(folder: Path, clock: Clock) -> Office:
    """A calibration call about a search, running since 09:10."""
    office = memory_office(folder, clock)
    manager = amara(office)
    set_setting(office, key="name", value="Your Name")
    search = SearchId(searches.open_search(office, manager, title="Senior Backend Engineer").id)
    meetings.start_now(office, manager, kind=MeetingKind.CALIBRATION, search=search)
    return office


def ended(office: Office, clock: Clock) -> Office:
    clock.pass_by(minutes=25)
    ending.end(office, MEETING)
    return office


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def full(tmp_path: Path, clock: Clock) -> Office:
    """The same with something in every part, and something private beside each."""
    office = planned(tmp_path, clock)
    search = SearchId(1)
    for kind, text in (
        (CaptureKind.DECISION, "Bell goes to the panel\nStrong writing"),
        (CaptureKind.DECISION, "Why four people?"),
        (CaptureKind.I_WILL, "Send dates by Fri 27 Nov"),
        (CaptureKind.THEY_WILL, "Name the panel"),
        (CaptureKind.I_WILL, "Send a note every Friday\nIn the inbox"),
        (CaptureKind.NOTE, "January matters"),
        (CaptureKind.PRIVATE, "Sounded tired"),
    ):
        meetings.capture(office, MEETING, kind=kind, text=text)
    meetings.say_in_short(office, MEETING, text="Bell goes on.")
    for shown in (date(2026, 11, 24), date(2026, 11, 23), None):
        market.add(office, search, text=f"340 in reach {shown}", source="Two maps", shown_on=shown)
    notes.add(office, MANAGER, title="Panel", body="Two people", meeting=MEETING, shareable=True)
    notes.add(office, MANAGER, title="Worry", body="Too slow", meeting=MEETING)
    notes.add(office, MANAGER, title="Other", body="Elsewhere", shareable=True)
    satisfaction.record(
        office, MANAGER, score=4, words="Faster", cause="Slow before", proposal="Two slots", meeting=MEETING
    )
    proposals.answer(office, ProposalId(1), answer=Approval.APPROVED)
    meetings.plan(office, MANAGER, kind=MeetingKind.CALIBRATION, at=NOW + timedelta(days=7))
    return ended(office, clock)


def test_who_was_there_stands_by_name_alone(full: Office) -> None:
    """An address is for the invitation, and not for paper."""
    people = ("Amara Okonkwo", "Priya Raman <priya@halden.example>", "sam@halden.example")
    meetings.edit(full, MEETING, attendees=people)
    present = next(fact.value for fact in summary_of(full, MEETING).facts if fact.label == "Present")

    assert present == "Amara Okonkwo, Priya Raman, sam, Your Name"


def test_everything_stands_in_its_part(full: Office) -> None:
    said = summary_of(full, MEETING)

    assert said.title == "Calibration call: Senior Backend Engineer"
    assert [(fact.label, fact.value) for fact in said.facts] == [
        ("Date", "Tue 24 Nov 2026"), ("Time", "09:10 to 09:35, video"), ("Present", "Amara Okonkwo, Your Name"),
        ("Next call", "Tue 1 Dec, 09:10"),
    ]  # fmt: skip
    assert said.in_short == "Bell goes on."
    assert said.decisions == (
        Decided(statement="Bell goes to the panel.", reason="Strong writing"), Decided(statement="Why four people?"),
    )  # fmt: skip
    assert said.mine.promises == (Kept(statement="Send a note", measure="In the inbox", when="every Friday"),)
    assert (said.mine.name, said.theirs.name, said.theirs.promises) == ("Your Name", "Amara Okonkwo", ())
    assert said.steps == (
        Step(text="Name the panel", who="Amara", when="Wed 25 Nov"),
        Step(text="Send dates", who="Your Name", when="Fri 27 Nov"),
    )
    assert said.market == (Sourced(text="340 in reach 2026-11-24.", source="Two maps"),)
    assert said.notes == ("January matters", "Two people")
    assert said.satisfaction == Rating(score=4, words="“Faster” Proposed: Two slots. Approved.")


EMPTY = {
    Part.DECISIONS: {"decisions"},
    Part.KEEPS: {"mine", "theirs"},
    Part.STEPS: {"steps"},
    Part.MARKET: {"market"},
    Part.NOTES: {"notes"},
    Part.SATISFACTION: {"satisfaction"},
}


@pytest.mark.parametrize("part", list(Part))
def test_a_part_left_out_leaves_the_others_as_they_are(full: Office, part: Part) -> None:
    whole, without = summary_of(full, MEETING), summary_of(full, MEETING, without=[part])
    differing = {field.name for field in fields(whole) if getattr(whole, field.name) != getattr(without, field.name)}

    assert differing <= EMPTY[part]
    assert differing
    assert not any(getattr(without, name) for name in EMPTY[part] - {"mine", "theirs"})
    assert part is not Part.KEEPS or without.mine.promises + without.theirs.promises == ()


def test_private_text_is_nowhere_and_is_not_counted(full: Office) -> None:
    before = summary_of(full, MEETING)
    for number in range(3):
        meetings.capture(full, MEETING, kind=CaptureKind.PRIVATE, text=f"Tired {number}")
        notes.add(full, MANAGER, title=f"Tired {number}", meeting=MEETING)
    managers.edit(full, MANAGER, rapport="Tired", tick="Tired")

    assert summary_of(full, MEETING) == before
    assert not any(word in repr(before) for word in ("tired", "Worry", "Too slow", "Slow before", "Elsewhere"))


def test_a_promise_of_both_stands_in_both_columns(tmp_path: Path, clock: Clock) -> None:
    office = planned(tmp_path, clock)
    expectations.add(
        office, MANAGER, side=Side.BOTH, statement="Written offer", measure="Written offer",
        clock=parse_clock("within 1 day of the verbal yes", date(2026, 11, 24)), agreed_on=date(2026, 11, 24),
        agreed_in=MEETING,
    )  # fmt: skip
    said = summary_of(ended(office, clock), MEETING)
    kept = (Kept(statement="Written offer", when="within 1 working day of the verbal yes"),)

    assert (said.mine.promises, said.theirs.promises) == (kept, kept)


@pytest.mark.parametrize(
    ("channel", "place", "way"), [(Channel.CALL, None, "call"), (Channel.IN_PERSON, None, "in person"),
                                  (Channel.IN_PERSON, "Their office", "Their office")]
)  # fmt: skip
def test_how_they_met_is_said(tmp_path: Path, clock: Clock, channel: Channel, place: str | None, way: str) -> None:
    office = planned(tmp_path, clock)
    meetings.edit(office, MEETING, channel=channel, place=place)

    assert summary_of(ended(office, clock), MEETING).facts[1].value == f"09:10 to 09:35, {way}"


def test_an_empty_meeting_has_a_title_and_its_facts(tmp_path: Path, clock: Clock) -> None:
    said = summary_of(ended(planned(tmp_path, clock), clock), MEETING)

    assert [fact.label for fact in said.facts] == ["Date", "Time", "Present"]
    assert (said.decisions, said.steps, said.market, said.notes, said.satisfaction) == ((), (), (), (), None)


def test_without_a_name_it_is_i(tmp_path: Path, clock: Clock) -> None:
    office = planned(tmp_path, clock)
    set_setting(office, key="name", value="")
    meetings.capture(office, MEETING, kind=CaptureKind.I_WILL, text="Send dates")
    said = summary_of(ended(office, clock), MEETING)

    assert (said.mine.name, said.steps[0].who) == ("I", "I")
    assert said.facts[2].value == "Amara Okonkwo"


def test_times_are_those_of_the_meetings_own_zone(tmp_path: Path, clock: Clock) -> None:
    office = planned(tmp_path, clock)
    meetings.edit(office, MEETING, zone="Asia/Tokyo")

    assert summary_of(ended(office, clock), MEETING).facts[1].value == "18:10 to 18:35, video"


def test_a_meeting_that_was_not_held_has_no_summary(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(InputError, match="not been held yet"):
        summary_of(planned(tmp_path, clock), MEETING)
