"""What the page and the list of meetings show: captions, what is open, the timer, planned times, paging."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.domain.channels import Channel
from app.domain.clock_words import parse_clock
from app.domain.errors import NotFoundError
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.meeting_timer import Stage, read_timer
from app.domain.meetings import CaptureKind, MeetingKind, MeetingState
from app.domain.talks import MeetingId, Owner
from app.domain.when import planned_moment
from app.services import (
    candidates,
    ending,
    expectations,
    follow_ups,
    live,
    meeting_list,
    meetings,
    searches,
)
from app.services.beside_meeting import beside
from app.services.meeting_page import meeting_page
from app.services.office import Office
from tests.builders import LONDON, NOW, Clock, amara, memory_office, running_meeting

DECISION, I_WILL, THEY_WILL = CaptureKind.DECISION, CaptureKind.I_WILL, CaptureKind.THEY_WILL
NOTE, PRIVATE = CaptureKind.NOTE, CaptureKind.PRIVATE


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    amara(made)
    return made


@pytest.fixture
def manager() -> ManagerId:
    return ManagerId(1)


@pytest.fixture
def meeting(office: Office, manager: ManagerId) -> MeetingId:
    return running_meeting(office, manager)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (DECISION, "Bell goes on\nStrong writing", ("Bell goes on", "Decision · 09:10")),
        (NOTE, "Start in January matters", ("Start in January matters", "Note · 09:10")),
        (PRIVATE, "Sounded tired", ("Sounded tired", "Private · 09:10")),
        (I_WILL, "send two panel dates", ("I will send two panel dates", "by Wed 25 Nov · follow-up")),
        (THEY_WILL, "answer on Haddad by today 17:00", ("Amara will answer on Haddad", "by today 17:00 · follow-up")),
        (I_WILL, "Send dates by Fri 27 Nov", ("Send dates", "by Fri 27 Nov · follow-up")),
        (I_WILL, "send a note every Friday", ("I will send a note", "every Friday · promise")),
        (THEY_WILL, "answer within 2 days of a CV", ("Amara will answer", "within 2 days of a CV · promise")),
        (I_WILL, "send tape every morning", ("I will send tape", "by Wed 25 Nov · follow-up")),
        (I_WILL, "DATEN senden", ("DATEN senden", "by Wed 25 Nov · follow-up")),
        (THEY_WILL, "王小明に返事", ("王小明に返事", "by Wed 25 Nov · follow-up")),
    ],
)
def test_a_captured_line_says_what_it_becomes(
    office: Office, meeting: MeetingId, kind: CaptureKind, text: str, shown: tuple[str, str]
) -> None:
    meetings.capture(office, meeting, kind=kind, text=text)
    page = meeting_page(office, meeting)
    caught = (page.private if kind is PRIVATE else page.shared)[0]

    assert (caught.statement, caught.caption) == shown
    assert len(page.shared) + len(page.private) == 1


def test_a_line_made_a_promise_says_so(office: Office, meeting: MeetingId) -> None:
    item = meetings.capture(office, meeting, kind=I_WILL, text="send dates", promise=True)

    assert meeting_page(office, meeting).shared[0].caption == "by Wed 25 Nov · promise"
    assert item.record == "captured_item"


@pytest.mark.parametrize(
    ("text", "becomes"),
    [("send dates", "Send dates"), ("iPhone test", "iPhone test"), ("Ask Bell", "Ask Bell"), ("9 CVs", "9 CVs")],
)
def test_a_line_that_went_on_from_its_button_becomes_a_sentence(
    office: Office, meeting: MeetingId, text: str, becomes: str
) -> None:
    meetings.capture(office, meeting, kind=I_WILL, text=text)
    ending.end(office, meeting)

    assert [each.text for each in office.follow_ups.open_of(1)] == [becomes]
    assert office.captured_items.of(meeting)[0].text == text


def test_capturing_forgets_the_draft_of_the_line_in_the_same_action(office: Office, meeting: MeetingId) -> None:
    live.keep_draft(office, meetings.draft_place(meeting), "Bell goes on")
    meetings.capture(office, meeting, kind=DECISION, text="Bell goes on")

    assert live.draft(office, meetings.draft_place(meeting)) == ""


@pytest.mark.parametrize(
    ("rhythm", "agreed", "says"),
    [
        ("every friday", date(2026, 11, 20), ("next Fri 27 Nov", False)),
        ("every tuesday", date(2026, 11, 17), ("due today", True)),
        ("by 2026-11-20", date(2026, 11, 2), ("2 days late", True)),
        ("within 2 days of a CV", date(2026, 11, 2), ("nothing due", False)),
    ],
)
def test_promises_stand_beside_the_meeting(
    office: Office, meeting: MeetingId, rhythm: str, agreed: date, says: tuple[str, bool]
) -> None:
    expectations.add(office, ManagerId(1), side=Side.THEIRS, statement="Send a note", measure="In the inbox",
                     clock=parse_clock(rhythm, agreed), agreed_on=agreed)  # fmt: skip
    page = beside(office, meeting)

    assert [(each.statement, each.when, each.pressing) for each in page.theirs] == [("Send a note", *says)]
    assert page.mine == ()


def test_cvs_that_wait_are_counted(office: Office, manager: ManagerId, clock: Clock) -> None:
    search = searches.open_search(office, manager, title="Engineer").id
    expectations.add(office, manager, side=Side.THEIRS, statement="Feedback", measure="A yes or no",
                     clock=parse_clock("within 1 day of a CV", NOW.date()), agreed_on=NOW.date())  # fmt: skip
    shown = [candidates.present(office, search, candidate=name) for name in ("Bell", "Haddad", "Zhang")]
    candidates.answer(office, shown[0].id, answer="yes")
    clock.pass_by(days=1)
    page = beside(office, running_meeting(office, manager))

    assert [each.when for each in page.theirs] == ["2 of 3 open, due today"]


def test_what_is_most_pressing_stands_first_and_at_most_five(
    office: Office, manager: ManagerId, meeting: MeetingId
) -> None:
    for days in range(7, 0, -1):
        follow_ups.add(office, manager, text=f"In {days}", due=NOW.date() + timedelta(days=days), owner=Owner.ME)

    assert [each.statement for each in beside(office, meeting).mine] == [f"In {n}" for n in range(1, 6)]


def test_last_time_and_gaps(office: Office, manager: ManagerId, clock: Clock) -> None:
    first = running_meeting(office, manager)
    for kind, text in ((DECISION, "Two people\nNot three"), (PRIVATE, "Tired"), (NOTE, "Later")):
        meetings.capture(office, first, kind=kind, text=text)
    ending.end(office, first)
    clock.pass_by(days=7)
    search = searches.open_search(office, manager, title="Engineer", location="London").id
    page = beside(office, meetings.start_now(office, manager, search=search).id)

    assert page.last is not None
    assert (page.last.title(date(2026, 12, 1)), page.last.decisions) == ("Last time, 24 Nov", ("Two people",))
    assert page.gaps == ("When should they start?", "What is the salary band?")


def test_two_questions_that_change_from_meeting_to_meeting(office: Office, manager: ManagerId, clock: Clock) -> None:
    asked = []
    for _turn in range(3):
        meeting = running_meeting(office, manager)
        asked.append(meeting_page(office, meeting).questions)
        clock.pass_by(minutes=10)
        ending.end(office, meeting)
        clock.pass_by(days=1)

    assert [len(questions) for questions in asked] == [2, 2, 2]
    assert set(asked[0]).isdisjoint(asked[1])
    assert asked[2] == asked[0]


@pytest.mark.parametrize(
    ("minutes", "stage", "says"),
    [
        (0, Stage.RUNNING, ("0:00", "of 25:00")),
        (12, Stage.RUNNING, ("12:00", "of 25:00")),
        (19.99, Stage.RUNNING, ("19:59", "of 25:00")),
        (20, Stage.NEARLY, ("20:00", "5 min left")),
        (24.5, Stage.NEARLY, ("24:30", "1 min left")),
        (25, Stage.OVER, ("+0:00", "of 25:00")),
        (27.17, Stage.OVER, ("+2:10", "of 25:00")),
        (90, Stage.OVER, ("+65:00", "of 25:00")),
    ],
)
def test_the_timer_turns_at_eighty_per_cent(
    office: Office, manager: ManagerId, minutes: float, stage: Stage, says: tuple[str, str]
) -> None:
    planned = meetings.plan(office, manager, kind=MeetingKind.CALIBRATION, at=NOW, minutes=25).id
    meetings.start(office, MeetingId(planned))
    reading = read_timer(office.meetings.get(planned), NOW + timedelta(minutes=minutes))

    assert (reading.stage, reading.clock, reading.beside) == (stage, *says)
    assert 0 <= reading.part <= 1


def test_a_paused_timer_stands_still_and_more_time_takes_it_back(
    office: Office, meeting: MeetingId, clock: Clock
) -> None:
    clock.pass_by(minutes=13)
    meetings.pause(office, meeting)
    clock.pass_by(minutes=30)
    paused = read_timer(office.meetings.get(meeting), office.now())
    meetings.go_on(office, meeting)
    meetings.extend(office, meeting)
    going = read_timer(office.meetings.get(meeting), office.now())

    assert (paused.clock, paused.beside, paused.stage) == ("13:00", "paused", Stage.NEARLY)
    assert (going.clock, going.beside, going.stage) == ("13:00", "of 20:00", Stage.RUNNING)
    assert live.names(office).undo == "5 minutes more"


def test_a_meeting_nobody_ended_is_asked_about_with_its_last_sign_of_life(
    office: Office, meeting: MeetingId, clock: Clock
) -> None:
    clock.pass_by(minutes=40)
    meetings.capture(office, meeting, kind=NOTE, text="Last word")
    clock.pass_by(hours=3)
    assert meeting_page(office, meeting).forgotten is None
    clock.pass_by(hours=1)

    assert meeting_page(office, meeting).forgotten == NOW + timedelta(minutes=40)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("tue 10:30", (2026, 12, 1, 10, 30)),
        ("10:30 thursday", (2026, 11, 26, 10, 30)),
        ("tomorrow at 14:00", (2026, 11, 25, 14, 0)),
        ("10:30", (2026, 11, 24, 10, 30)),
        ("09:00", (2026, 11, 25, 9, 0)),
        ("3 dec 9:00", (2026, 12, 3, 9, 0)),
        ("Thu 3 December 2026, 9:15", (2026, 12, 3, 9, 15)),
        ("27.11. 16:00", (2026, 11, 27, 16, 0)),
        ("2027-01-04 08:30", (2027, 1, 4, 8, 30)),
        ("mo 11:00", (2026, 11, 30, 11, 0)),
        ("4 jul 10:00", (2027, 7, 4, 10, 0)),
        ("", None), ("tue", None), ("soon 10:30", None), ("31 feb 10:00", None), ("10:30 11:30", None), ("25:00", None),
        ("3 dec jan 9:00", None), ("1 2 3 dec 9:00", None),
    ],
)  # fmt: skip
def test_a_planned_time_is_understood(typed: str, at: tuple[int, ...] | None) -> None:
    expected = None if at is None else datetime(*at, tzinfo=LONDON).astimezone(UTC)

    assert planned_moment(typed, NOW, LONDON) == expected


def test_a_planned_time_is_meant_where_the_person_sits() -> None:
    assert planned_moment("tomorrow 09:00", NOW, ZoneInfo("Asia/Tokyo")) == datetime(2026, 11, 25, 0, tzinfo=UTC)


def test_begin_takes_the_meeting_planned_for_about_now(office: Office, manager: ManagerId, clock: Clock) -> None:
    later = meetings.plan(office, manager, kind=MeetingKind.INTAKE, at=NOW + timedelta(hours=5)).id
    near = meetings.plan(office, manager, kind=MeetingKind.OFFER, at=NOW + timedelta(minutes=80)).id
    begun = meetings.begin(office, manager).id
    ending.end(office, MeetingId(begun))
    clock.pass_by(minutes=1)
    other = meetings.begin(office, manager).id

    assert begun == near
    assert other not in (later, near)
    assert office.meetings.get(other).state is MeetingState.RUNNING


def test_lists_by_what_can_be_done_and_pages_by_key(office: Office, manager: ManagerId, clock: Clock) -> None:
    for day in range(7):
        planned = meetings.plan(office, manager, kind=MeetingKind.STATUS, at=NOW - timedelta(days=day)).id
        ending.held(
            office, MeetingId(planned), started_at=NOW - timedelta(days=day), ended_at=NOW - timedelta(days=day)
        )
    past = meetings.plan(office, manager, kind=MeetingKind.INTAKE, at=NOW - timedelta(hours=1)).id
    coming = meetings.plan(office, manager, kind=MeetingKind.OFFER, at=NOW + timedelta(days=1)).id
    cancelled = meetings.plan(office, manager, kind=MeetingKind.OTHER, at=NOW - timedelta(days=20)).id
    meetings.cancel(office, MeetingId(cancelled))
    unsettled, upcoming = meeting_list.planned_rows(office, manager)
    first = meeting_list.past_rows(office, manager, limit=5)
    second = meeting_list.past_rows(office, manager, before=first[-1].key, limit=5)

    assert [row.meeting.id for row in unsettled] == [past]
    assert [row.meeting.id for row in upcoming] == [coming]
    assert [len(first), len(second), second[-1].meeting.id] == [5, 3, cancelled]
    assert len({row.meeting.id for row in (*first, *second)}) == 8
    assert meeting_list.running_meeting(office) is None


def test_one_that_is_cancelled_stays_among_those_to_come_until_its_time_is_over(
    office: Office, manager: ManagerId, clock: Clock
) -> None:
    later = meetings.plan(office, manager, kind=MeetingKind.OFFER, at=NOW + timedelta(days=2)).id
    off = meetings.plan(office, manager, kind=MeetingKind.INTAKE, at=NOW + timedelta(days=1)).id
    meetings.cancel(office, MeetingId(off))

    assert [row.meeting.id for row in meeting_list.planned_rows(office, manager)[1]][-2:] == [off, later]
    assert off not in {row.meeting.id for row in meeting_list.past_rows(office, manager)}
    clock.pass_by(days=1, hours=1)
    assert off not in {row.meeting.id for row in meeting_list.planned_rows(office, manager)[1]}
    assert off in {row.meeting.id for row in meeting_list.past_rows(office, manager)}


def test_the_running_meeting_is_found_after_a_restart(office: Office, manager: ManagerId, meeting: MeetingId) -> None:
    found = meeting_list.running_meeting(office)

    assert found is not None
    assert (found[0].id, found[1].name) == (meeting, "Amara Okonkwo")
    assert [row.meeting.id for row in meeting_list.running_row(office, manager)] == [meeting]
    assert meeting_list.running_row(office, 99) == []


def test_the_page_of_a_meeting_that_is_gone(office: Office, meeting: MeetingId) -> None:
    meetings.delete(office, meeting)

    with pytest.raises(NotFoundError):
        meeting_page(office, meeting)


def test_a_meeting_in_the_room(office: Office, manager: ManagerId) -> None:
    planned = meetings.plan(office, manager, kind=MeetingKind.INTAKE, at=NOW, channel=Channel.IN_PERSON, place="Room 4")

    assert office.meetings.get(planned.id).place == "Room 4"
    assert office.meetings.get(planned.id).minutes == 30
