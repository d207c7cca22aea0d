"""The briefing: what one glance must hold, under 300 words however rich the office is."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel
from app.domain.clock_words import parse_clock
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.meetings import CaptureKind, MeetingKind
from app.domain.talks import Owner
from app.services import ending, expectations, follow_ups, managers, meetings, satisfaction, talks
from app.services.briefing import brief
from app.services.office import Office
from tests.builders import NOW, Clock, amara, memory_office, running_meeting

MANAGER = ManagerId(1)
LONG = "we spoke of a band that is too low for what they ask and of who may say no in the end " * 10
SHORT = "a b " * 400


def rich_office(folder: Path, text: str) -> Office:
    """More than a briefing holds, in every part of it."""
    clock = Clock()
    office = memory_office(folder, clock)
    manager = amara(office)
    for number in range(8):
        talks.add(office, manager, text=f"{number} {text}", at=NOW - timedelta(days=number), channel=Channel.CALL)
        for owner in Owner:
            follow_ups.add(office, manager, text=f"{number} {text}"[:2000], due=date(2025, 11, 20), owner=owner)
        for side in (Side.MINE, Side.THEIRS):
            expectations.add(
                office, manager, side=side, statement=f"{number} {text}"[:2000], measure="Seen",
                agreed_on=date(2025, 11, 2), clock=parse_clock("every 300 days", date(2025, 11, 2)),
            )  # fmt: skip
    meeting = running_meeting(office, manager)
    for number in range(5):
        meetings.capture(office, meeting, kind=CaptureKind.DECISION, text=f"{number} {text}"[:2000])
    clock.pass_by(minutes=20)
    ending.end(office, meeting)
    satisfaction.record(office, manager, score=2, words=text[:2000])
    meetings.plan(office, manager, kind=MeetingKind.CALIBRATION, at=NOW + timedelta(days=7))
    managers.edit(office, manager, rapport=text)
    return office


@pytest.mark.parametrize("text", [LONG, SHORT], ids=["long words", "short words"])
def test_it_stays_under_300_words(tmp_path: Path, text: str) -> None:
    found = brief(rich_office(tmp_path, text), MANAGER)
    words = " ".join(found.lines()).split()

    assert 150 < len(words) < 300
    assert (len(found.last_talks), len(found.mine), len(found.theirs), len(found.decisions)) == (3, 5, 5, 3)


def test_each_part_says_what_it_knows(tmp_path: Path) -> None:
    clock = Clock()
    office = memory_office(tmp_path, clock)
    manager = amara(office)
    for day, text in ((1, "Widen the band"), (2, "Two CVs"), (3, "Panel"), (4, "Forgotten")):
        talks.add(office, manager, text=text, at=NOW - timedelta(days=day), channel=Channel.CALL)
    follow_ups.add(office, manager, text="Send dates\nwith rooms", due=date(2026, 11, 27))
    follow_ups.add(office, manager, text="Name the panel", due=date(2026, 11, 20), owner=Owner.THEM)
    satisfaction.record(office, manager, score=4, words="Faster", on=date(2026, 11, 3))
    meetings.plan(office, manager, kind=MeetingKind.STATUS, at=NOW + timedelta(days=2))
    managers.edit(office, manager, rapport="Sails on Sundays")

    assert brief(office, manager).lines() == [
        "Amara Okonkwo: Strong",
        "", "Last talks", "  Mon 23 Nov: Widen the band", "  Sun 22 Nov: Two CVs", "  Sat 21 Nov: Panel",
        "", "You owe", "  Send dates (by Fri 27 Nov)",
        "", "Amara owes", "  Name the panel (by Fri 20 Nov)",
        "", "Satisfaction", "  4 of 5 on Tue 3 Nov: Faster",
        "", "Next meeting", "  Thu 26 Nov at 09:10: Status call",
        "", "What builds rapport (private)", "  Sails on Sundays",
    ]  # fmt: skip


def test_no_mark_stands_before_what_is_left_out(tmp_path: Path) -> None:
    office = rich_office(tmp_path, "one, two. three; four: " * 60)

    assert [line for line in brief(office, MANAGER).lines() if "…" in line]
    assert [line for line in brief(office, MANAGER).lines() if any(f"{mark}…" in line for mark in ".,;:")] == []


def test_somebody_new_has_a_name_and_a_word(tmp_path: Path) -> None:
    office = memory_office(tmp_path)

    assert brief(office, amara(office)).lines() == ["Amara Okonkwo: New"]
