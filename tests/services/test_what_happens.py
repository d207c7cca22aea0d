"""What happens to X when Y: the domain's table, for the records there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.clock_words import parse_clock
from app.domain.clocks import Outcome
from app.domain.errors import InputError, NotFoundError
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import HiringManager, ManagerStatus
from app.domain.meetings import CaptureKind, MeetingKind, MeetingState
from app.domain.notes import NoteId
from app.domain.searches import SearchId, Stage
from app.domain.talks import MeetingId
from app.domain.working_time import WorkingHours
from app.services import (
    candidates,
    ending,
    expectations,
    follow_ups,
    managers,
    meetings,
    notes,
    reading,
    satisfaction,
    searches,
    talks,
)
from app.services.documents import issue_summary, read_issued
from app.services.dues import open_dues_of
from app.services.office import Office
from app.services.summaries import summary_of
from app.services.today import today
from tests.builders import NOW, Clock, amara, memory_office, running_meeting

DAY = timedelta(days=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    manager = amara(made)
    follow_ups.add(made, manager, text="Send dates", due=date(2026, 11, 23))
    return made


def the_manager(office: Office) -> HiringManager:
    return office.managers.everyone()[0]


def promise(office: Office, clock: str, search: int | None = None, side: Side = Side.THEIRS) -> ExpectationId:
    """A promise agreed on 2 November."""
    made = expectations.add(
        office, the_manager(office).id, side=side, statement="Answer", measure="By mail", agreed_on=date(2026, 11, 2),
        clock=parse_clock(clock, date(2026, 11, 2)), search=SearchId(search) if search else None,
    )  # fmt: skip
    return ExpectationId(made.id)


def held_meeting(office: Office, clock: Clock) -> MeetingId:
    """A meeting that left something of each kind."""
    manager = the_manager(office).id
    meeting = running_meeting(office, manager)
    for kind, text in (
        (CaptureKind.DECISION, "Two people"),
        (CaptureKind.I_WILL, "Send two CVs"),
        (CaptureKind.THEY_WILL, "Answer every Friday"),
    ):
        meetings.capture(office, meeting, kind=kind, text=text)
    notes.add(office, manager, title="Panel", body="Two people read it", meeting=meeting, shareable=True)
    satisfaction.record(office, manager, score=4, meeting=meeting)
    clock.pass_by(minutes=25)
    ending.end(office, meeting)
    return meeting


def test_a_paused_manager_rests_until_the_day(office: Office, clock: Clock) -> None:
    managers.pause(office, the_manager(office).id, until=date(2026, 11, 27))
    seen = []
    for _day in range(5):
        seen.append((clock.at.day, len(today(office).keep)))
        clock.at += DAY

    assert seen == [(24, 0), (25, 0), (26, 0), (27, 1), (28, 1)]


def test_a_pause_ends_after_today_or_by_hand(office: Office) -> None:
    manager = the_manager(office).id
    with pytest.raises(InputError, match="after today"):
        managers.pause(office, manager, until=date(2026, 11, 24))
    managers.pause(office, manager)
    assert today(office).keep == ()

    managers.resume(office, manager)

    assert len(today(office).keep) == 1


def test_an_archived_manager_rests_stays_findable_and_comes_back(office: Office) -> None:
    manager = the_manager(office).id
    planned = meetings.plan(office, manager, kind=MeetingKind.STATUS, at=NOW + DAY)
    before = office.meetings.get(MeetingId(planned.id))
    managers.archive(office, manager)
    after = office.meetings.get(MeetingId(planned.id))

    assert (after.state, after.sequence) == (MeetingState.CANCELLED, before.sequence + 1)
    assert (today(office).keep, today(office).meetings) == ((), ())
    assert [hit.record for hit in reading.find(office, "okonkwo")] == ["manager"]
    assert "follow_up" in {hit.record for hit in reading.find(office, "dates")}

    reading.undo(office)

    assert the_manager(office).status is ManagerStatus.ACTIVE
    assert office.meetings.get(MeetingId(planned.id)) == before


def test_a_closed_search_closes_its_promises_and_waives_what_is_open(office: Office) -> None:
    mine, other = (searches.open_search(office, the_manager(office).id, title=title).id for title in ("A", "B"))
    event, weekly = promise(office, "within 2 days of a cv", mine), promise(office, "every friday", mine, Side.BOTH)
    untouched = promise(office, "within 2 days of a cv", other)
    for search in (mine, other):
        candidates.present(office, SearchId(search), candidate="Ottilie Bell")
    searches.close(office, SearchId(mine), outcome="Filled")

    search = office.searches.get(SearchId(mine))
    assert (search.stage, search.closed_on, search.outcome) == (Stage.CLOSED, date(2026, 11, 24), "Filled")
    assert [office.expectations.get(each).closed_on for each in (event, weekly)] == [date(2026, 11, 24)] * 2
    waived = [*office.check_ins.of(event), *office.check_ins.of(weekly)]
    assert len(waived) == 1 + 2 * 4
    assert {(each.outcome, each.remark) for each in waived} == {(Outcome.WAIVED, "The search was closed.")}
    assert office.expectations.get(untouched).closed_on is None
    assert len(open_dues_of(office, office.expectations.get(untouched))) == 1


def test_what_a_deleted_meeting_became_stays_without_the_link(office: Office, clock: Clock) -> None:
    meeting = held_meeting(office, clock)
    office_before = summary_of(office, meeting)
    manager = the_manager(office).id
    meetings.delete(office, meeting)

    with pytest.raises(NotFoundError):
        office.meetings.get(meeting)
    assert [(each.text, each.meeting) for each in office.follow_ups.open_of(manager)] == [
        ("Send dates", None), ("Send two CVs", None)]  # fmt: skip
    assert [(each.text, each.decision, each.meeting) for each in office.talks.newest(manager)] == [
        ("Calibration call", "Two people", None)]  # fmt: skip
    assert [each.agreed_in for each in office.wordings.where("1")] == [None]
    assert [each.meeting for each in office.notes.of(manager)] == [None]
    assert office.captured_items.of(meeting) == []

    reading.undo(office)

    assert summary_of(office, meeting) == office_before
    assert office.talks.newest(manager)[0].meeting == meeting


def test_a_note_that_became_private_stays_in_what_was_sent(office: Office, clock: Clock) -> None:
    meeting = office.meetings.get(held_meeting(office, clock))
    made, change = issue_summary(office, meeting)
    notes.keep_private(office, office.notes.of(meeting.manager)[0].id)
    again, new = issue_summary(office, meeting)

    assert read_issued(office, office.issued.get(change.id).id) == made.data
    assert again.data != made.data
    assert new.id != change.id
    assert summary_of(office, meeting.id).notes == ()


@pytest.mark.parametrize(
    ("changed", "due"),
    [
        ({}, "26 Nov 10:00"),
        ({"zone": "America/Sao_Paulo"}, "26 Nov 12:00"),
        ({"hours": WorkingHours.from_text("Tue 09:00-17:00")}, "08 Dec 10:00"),
        ({"country": "US"}, "27 Nov 10:00"),
    ],
)
def test_due_times_are_computed_anew_and_past_check_ins_stay(
    office: Office, clock: Clock, changed: dict[str, object], due: str
) -> None:
    search = searches.open_search(office, the_manager(office).id, title="A").id
    event, weekly = promise(office, "within 2 days of a cv"), promise(office, "every friday")
    expectations.late(office, weekly)
    kept = office.check_ins.of(weekly)
    clock.at = datetime(2026, 11, 24, 10, tzinfo=UTC)
    candidates.present(office, SearchId(search), candidate="Ottilie Bell")
    managers.edit(office, the_manager(office).id, **changed)
    found = open_dues_of(office, office.expectations.get(event))

    assert [f"{each.due:%d %b %H:%M}" for each in found] == [due]
    assert office.check_ins.of(weekly) == kept


def test_two_meetings_never_run_at_once(office: Office) -> None:
    running = running_meeting(office, the_manager(office).id)
    other = managers.add(office, name="Priya Raghunathan").id
    before = len(office.meetings.where("1"))

    with pytest.raises(InputError, match="A meeting with Amara Okonkwo is running"):
        meetings.start_now(office, office.managers.get(other).id)

    assert len(office.meetings.where("1")) == before
    ending.end(office, running)
    meetings.start_now(office, office.managers.get(other).id)


@pytest.mark.parametrize("settle", ["held", "moved", "cancelled"])
def test_a_meeting_planned_and_never_held_waits_until_it_is_settled(office: Office, clock: Clock, settle: str) -> None:
    made = meetings.plan(office, the_manager(office).id, kind=MeetingKind.STATUS, at=NOW + timedelta(hours=1))
    meeting = MeetingId(made.id)
    assert [each.id for each, _manager in today(office).meetings] == [meeting]
    clock.at += 3 * DAY
    assert [each.id for each, _manager in today(office).unsettled] == [meeting]

    match settle:
        case "held":
            begun = NOW + timedelta(hours=1)
            ending.held(office, meeting, started_at=begun, ended_at=begun + timedelta(minutes=20))
        case "moved":
            meetings.edit(office, meeting, planned_at=clock.at + DAY)
        case _:
            meetings.cancel(office, meeting)

    assert today(office).unsettled == ()
    assert bool(office.talks.newest(the_manager(office).id)) is (settle == "held")
    assert len(today(office).meetings) == (settle == "moved")


def test_a_search_is_deleted_and_its_talks_and_promises_stay(office: Office) -> None:
    manager = the_manager(office)
    search = SearchId(searches.open_search(office, manager.id, title="Backend").id)
    talks.add(office, manager.id, text="Hello", search=search)
    kept = promise(office, "every friday", search)
    talk, expectation = office.talks.newest(manager.id)[0], office.expectations.get(kept)
    assert (talk.search, expectation.search) == (search, search)
    searches.delete(office, search)

    assert office.talks.newest(manager.id) == [replace(talk, search=None)]
    assert office.expectations.get(kept) == replace(expectation, search=None)


def test_a_manager_is_deleted_whole_and_one_undo_brings_everything_back(office: Office, clock: Clock) -> None:
    meeting = held_meeting(office, clock)
    before = summary_of(office, meeting)
    managers.delete(office, the_manager(office).id)
    assert reading.find(office, "dates") == []
    assert office.conn.execute("SELECT count(*) FROM meeting").fetchone()[0] == 0

    reading.undo(office)

    assert summary_of(office, meeting) == before
    assert "follow_up" in {hit.record for hit in reading.find(office, "dates")}


def test_a_promise_caught_after_the_end_is_refused(tmp_path: Path) -> None:
    """It would become nothing: what a line becomes is made when the meeting ends."""
    office = memory_office(tmp_path)
    meeting = running_meeting(office, amara(office))
    ending.end(office, meeting)

    with pytest.raises(InputError, match="is over"):
        meetings.capture(office, meeting, kind=CaptureKind.I_WILL, text="Send dates")


@pytest.mark.parametrize(("hours", "asked"), [(3.9, False), (4, True)])
def test_a_meeting_never_ended_is_asked_about_after_four_hours(tmp_path: Path, hours: float, asked: bool) -> None:
    clock = Clock()
    office = memory_office(tmp_path, clock)
    meeting = running_meeting(office, amara(office))
    clock.pass_by(hours=hours)

    assert [each.id for each, _manager in today(office).forgotten] == ([meeting] if asked else [])


def test_a_note_made_private_after_it_went_out_says_that_documents_stay(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    manager = amara(office)
    meeting = running_meeting(office, manager)
    note = NoteId(notes.add(office, manager, title="Market", body="Two sources", meeting=meeting, shareable=True).id)
    ending.end(office, meeting)
    before = notes.keep_private(office, note).label
    notes.share(office, note)
    issue_summary(office, office.meetings.get(meeting))

    assert "stay" not in before
    assert "Documents already made stay" in notes.keep_private(office, note).label
