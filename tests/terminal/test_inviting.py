"""An intake from the terminal alone: times, the plan, the invitation as a file, the questions, the gaps left."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path

import pytest
import vobject

from app import commands
from app.services import sample
from tests.builders import LONDON
from tests.terminal.test_commands import Run, run

__all__ = ["run"]
WHY = "Why is the role open?"


def event(path: Path) -> vobject.base.Component:
    return vobject.readOne(path.read_bytes().decode())


@pytest.fixture
def office(run: Run, capsys: pytest.CaptureFixture[str]) -> Run:
    run("add-manager", "Amara Okonkwo", "--email", "amara@halden.example", "--zone", "Europe/London")
    run("do", "search.open", "manager=Amara", "title=Staff SRE")
    return run


def test_a_time_that_is_offered_can_be_planned_as_it_stands(office: Run) -> None:
    offered = office("invite", "Amara", "--minutes", "45").out.splitlines()[-1]
    office(*shlex.split(offered.partition("rapport ")[2].rstrip(")")))

    assert office("--json", "show", "meeting", "1").data["minutes"] == 45


def test_an_intake_is_planned_invited_to_moved_and_called_off(office: Run, tmp_path: Path) -> None:
    office("do", "meeting.plan", "manager=Amara", "kind=intake", "at=2026-11-26T10:00", "search=1", "minutes=20")
    ics, eml = tmp_path / "x.ics", tmp_path / "x.eml"
    said = office("invite", "Amara", "--to", str(ics)).out
    office("invite", "1", "--to", str(eml))
    first = event(ics)
    assert "rapport do meeting.invited meeting=1" in said
    assert (first.method.value, first.vevent.summary.value) == ("REQUEST", "Intake meeting: Staff SRE")
    assert b"text/calendar" in eml.read_bytes()
    office("do", "meeting.invited", "meeting=1")
    changed = office("do", "meeting.edit", "meeting=1", "planned_at=2026-11-27T10:00").out.splitlines()
    assert changed[1:] == ["Amara Okonkwo does not know it yet.", "(To tell them: rapport invite 1 --to FILE.eml)"]
    office("invite", "1", "--to", str(ics))
    moved = event(ics).vevent
    office("do", "meeting.cancel", "meeting=1")
    office("invite", "1", "--to", str(ics))
    off = event(ics)

    assert (moved.uid.value, moved.sequence.value) == (first.vevent.uid.value, "1")
    assert (off.method.value, off.vevent.sequence.value) == ("CANCEL", "2")


def test_questions_are_asked_and_what_is_left_stays_a_gap(office: Run) -> None:
    office("do", "meeting.start-now", "manager=Amara", "kind=intake", "search=1")
    asked = office("do", "question.ask", "meeting=1", f"text={WHY}", "answer=On-call", "keep_as=must").out
    office("do", "question.skip", "meeting=1", "text=What breaks without it?")
    office("do", "meeting.end", "meeting=1")

    assert f"Asked: {WHY}" in asked
    assert office("--json", "show", "question", "1").data["answer"] == "On-call"
    assert office("--json", "show", "requirement", "1").data["text"] == "On-call"
    assert office("--json", "show", "question", "18").data["asked_on"] is None
    assert "Staff SRE: " in office("brief", "Amara").out


def test_the_sample_is_invited_to_as_well(run: Run, tmp_path: Path) -> None:
    sample.write_sample(tmp_path / "made", size="small", seed=1, day=date(2026, 11, 24), zone=LONDON)
    words = ["--data-dir", str(tmp_path / "made"), "--now", "2026-11-24T09:10", "invite", "Tomás"]

    assert commands.main([*words, "--to", str(tmp_path / "x.ics")]) == 0
    assert event(tmp_path / "x.ics").vevent.attendee.value == "mailto:tomas.ferreira@pequod.example"
