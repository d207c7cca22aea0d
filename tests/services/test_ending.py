"""Ending a meeting: what each captured line becomes, in the office and on the page, and how it is taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel, Direction
from app.domain.clocks import Every, Once, Within
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.meetings import CaptureKind, MeetingState
from app.domain.summary import MeetingSummary
from app.domain.talks import FollowUp, MeetingId, Origin, Owner
from app.services import ending, meetings, reading, talks
from app.services.office import Office
from app.services.summaries import summary_of
from tests.builders import NOW, Clock, amara, memory_office, running_meeting

DECISION, I_WILL, THEY_WILL = CaptureKind.DECISION, CaptureKind.I_WILL, CaptureKind.THEY_WILL


def held(folder: Path, *caught: tuple[CaptureKind, str], promise: bool = False) -> tuple[Office, MeetingId]:
    """An office with one meeting, begun on Tue 24 Nov at 09:10, that caught these lines and was ended at 09:35."""
    clock = Clock()
    office = memory_office(folder, clock)
    meeting = running_meeting(office, amara(office))
    for kind, text in caught:
        meetings.capture(office, meeting, kind=kind, text=text, promise=promise)
    clock.pass_by(minutes=25)
    ending.end(office, meeting)
    return office, meeting


def follow_ups(office: Office) -> list[FollowUp]:
    return office.follow_ups.where("1", then="ORDER BY t.id")


def test_decisions_stay_and_become_the_talks_decision(tmp_path: Path) -> None:
    office, meeting = held(tmp_path, (DECISION, "Bell goes on\nStrong writing"), (DECISION, "Two people"))
    talk = office.talks.newest(1)[0]
    said = summary_of(office, meeting)

    assert talk.decision == "Bell goes on; Two people"
    assert (talk.meeting, talk.minutes, talk.origin, talk.direction) == (meeting, 25, Origin.MEETING, Direction.BOTH)
    assert (talk.at, talk.channel) == (NOW, Channel.VIDEO)
    assert [(each.statement, each.reason) for each in said.decisions] == [
        ("Bell goes on.", "Strong writing"), ("Two people.", "")]  # fmt: skip
    assert [item.became for item in office.captured_items.of(meeting)] == [None, None]


@pytest.mark.parametrize("kind", [I_WILL, THEY_WILL])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Send dates by Fri 27 Nov", ("Send dates", date(2026, 11, 27), "Fri 27 Nov")),
        ("Send dates", ("Send dates", date(2026, 11, 25), "Wed 25 Nov")),
        ("Send dates every blue moon", ("Send dates every blue moon", date(2026, 11, 25), "Wed 25 Nov")),
        ("Call every candidate by 4 Jan", ("Call every candidate", date(2027, 1, 4), "Mon 4 Jan 2027")),
        (
            "Send tape every morning",
            ("Send tape every morning", date(2026, 11, 25), "Wed 25 Nov"),
        ),
    ],
)
def test_what_is_done_once_becomes_a_follow_up(
    tmp_path: Path, kind: CaptureKind, text: str, left: tuple[str, date, str]
) -> None:
    statement, due, when = left
    owner, who = (Owner.ME, "I") if kind is I_WILL else (Owner.THEM, "Amara")
    office, meeting = held(tmp_path, (kind, text))
    made = follow_ups(office)
    steps = [(step.text, step.who, step.when) for step in summary_of(office, meeting).steps]

    assert [(each.owner, each.text, each.due, each.meeting) for each in made] == [(owner, statement, due, meeting)]
    assert office.captured_items.of(meeting)[0].became == f"follow_up:{made[0].id}"
    assert steps == [(statement, who, when)]
    assert office.expectations.of(1) == []


def test_on_a_friday_the_next_working_day_is_monday(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 11, 27, 16, 0, tzinfo=UTC))
    office = memory_office(tmp_path, clock)
    meeting = running_meeting(office, amara(office))
    meetings.capture(office, meeting, kind=I_WILL, text="Send dates")
    clock.pass_by(minutes=10)
    ending.end(office, meeting)

    assert [each.due for each in follow_ups(office)] == [date(2026, 11, 30)]


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS])
@pytest.mark.parametrize(
    ("text", "clock", "when"),
    [
        ("Send a note every Friday\nIn the inbox", Every(weekdays=(4,)), "every Friday"),
        ("Send a note every 14 days\nIn the inbox", Every(days=14), "every 14 days"),
        ("Send a note within 2 days of a CV\nIn the inbox", Within, "within 2 working days of each CV"),
    ],
)
def test_what_repeats_becomes_a_promise_agreed_in_the_meeting(
    tmp_path: Path, side: Side, text: str, clock: object, when: str
) -> None:
    kind = I_WILL if side is Side.MINE else THEY_WILL
    office, meeting = held(tmp_path, (kind, text))
    promise, wording = office.expectations.of(1)[0], office.wordings.where("1")[0]
    said = summary_of(office, meeting)
    mine, theirs = (said.mine.promises, said.theirs.promises)

    assert promise.side is side
    assert (wording.statement, wording.measure) == ("Send a note", "In the inbox")
    assert (wording.agreed_on, wording.agreed_in) == (date(2026, 11, 24), meeting)
    assert wording.clock == clock or isinstance(wording.clock, Within)
    assert [(k.statement, k.measure, k.when) for k in mine + theirs] == [("Send a note", "In the inbox", when)]
    assert bool(mine) is (side is Side.MINE)
    assert office.captured_items.of(meeting)[0].became == f"expectation:{promise.id}"
    assert follow_ups(office) == []


def test_make_it_a_promise_makes_one_of_a_single_thing(tmp_path: Path) -> None:
    office, _meeting = held(tmp_path, (THEY_WILL, "Name the panel by Fri 27 Nov at 12:00"), promise=True)
    wording = office.wordings.where("1")[0]

    assert (wording.statement, wording.measure) == ("Name the panel", "Name the panel")
    assert wording.clock == Once(by=date(2026, 11, 27), at=datetime(2026, 1, 1, 12).time())  # noqa: DTZ001
    assert office.expectations.of(1)[0].side is Side.THEIRS


def everything_on(summary: MeetingSummary) -> str:
    return repr(summary)


def test_notes_are_on_the_page_and_private_lines_are_nowhere(tmp_path: Path) -> None:
    caught = [(CaptureKind.NOTE, "January matters"), (CaptureKind.PRIVATE, "Sounded tired by Fri 27 Nov")]
    office, meeting = held(tmp_path, *caught)
    said = summary_of(office, meeting)
    talk = office.talks.newest(1)[0]
    plain, other = held(tmp_path / "other", (CaptureKind.NOTE, "January matters"))

    assert said.notes == ("January matters",)
    assert said == summary_of(plain, other)
    assert follow_ups(office) == []
    assert "tired" not in talk.text + (talk.decision or "")
    assert [item.kind for item in office.captured_items.of(meeting)] == [CaptureKind.NOTE, CaptureKind.PRIVATE]


def test_a_quick_add_line_becomes_its_records_and_stays_off_the_page(tmp_path: Path) -> None:
    office, meeting = held(tmp_path, (CaptureKind.NOTE, "Kept"))
    before = everything_on(summary_of(office, meeting))
    line = "call 5m: agreed Rust is out !fri send !them mon answer // hush"
    made = talks.log(office, office.managers.everyone()[0].id, line)
    talk = office.talks.newest(1)[0]

    assert (talk.id, talk.decision, talk.private, talk.minutes) == (made.id, "Rust is out", "hush", 5)
    assert [(each.owner, each.text, each.due) for each in follow_ups(office)] == [
        (Owner.ME, "send", date(2026, 11, 27))]  # fmt: skip
    assert [each.side for each in office.expectations.of(1)] == [Side.THEIRS]
    assert office.wordings.where("1")[0].statement == "answer"
    assert everything_on(summary_of(office, meeting)) == before


def test_one_undo_takes_the_whole_ending_back(tmp_path: Path) -> None:
    caught = [(DECISION, "A"), (I_WILL, "B"), (THEY_WILL, "C every Friday"), (CaptureKind.NOTE, "D")]
    office, meeting = held(tmp_path, *caught)
    assert reading.undo(office) == "Calibration call with Amara Okonkwo ended"

    assert office.meetings.get(meeting).state is MeetingState.RUNNING
    assert office.meetings.get(meeting).ended_at is None
    assert (follow_ups(office), office.expectations.of(1), office.talks.newest(1)) == ([], [], [])
    assert [item.became for item in office.captured_items.of(meeting)] == [None] * 4


def test_pauses_do_not_count(tmp_path: Path) -> None:
    clock = Clock()
    office = memory_office(tmp_path, clock)
    meeting = running_meeting(office, amara(office))
    for minutes, turn in ((10, meetings.pause), (30, meetings.go_on), (5, meetings.pause), (7, ending.end)):
        clock.pass_by(minutes=minutes)
        turn(office, meeting)

    assert office.talks.newest(1)[0].minutes == 15
    assert office.meetings.get(meeting).pauses[-1].ended == clock.at


@pytest.mark.parametrize(("begins", "ends"), [(-60, 1), (-30, -31), (5, 10)])
def test_a_meeting_ends_after_it_began_and_not_in_the_future(tmp_path: Path, begins: int, ends: int) -> None:
    office = memory_office(tmp_path)
    planned = meetings.plan(office, amara(office), kind=meetings.MeetingKind.OTHER, at=NOW - timedelta(days=1))
    begun, ended = (NOW + timedelta(minutes=minutes) for minutes in (begins, ends))

    with pytest.raises(InputError):
        ending.held(office, MeetingId(planned.id), started_at=begun, ended_at=ended)

    assert office.meetings.latest() is None


def test_a_meeting_is_ended_once(tmp_path: Path) -> None:
    office, meeting = held(tmp_path, (I_WILL, "A"))

    with pytest.raises(InputError, match="not running"):
        ending.end(office, meeting)
    assert len(follow_ups(office)) == 1


def test_latest_means_the_last_one_held(tmp_path: Path) -> None:
    office, first = held(tmp_path)
    meetings.plan(office, office.managers.everyone()[0].id, kind=meetings.MeetingKind.OTHER, at=NOW + timedelta(days=1))
    latest = office.meetings.latest()

    assert latest is not None
    assert latest.id == first
