"""An agenda: its points with their minutes, the order they stand in, what a template brings, what is asked anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.agenda import point_words, understand_point
from app.domain.errors import InputError
from app.domain.managers import ManagerId
from app.domain.meetings import AgendaItemId, MeetingKind
from app.domain.talks import MeetingId
from app.services import agenda, live, meetings, preferences, satisfaction
from app.services.office import Office
from tests.builders import NOW, Clock, amara, memory_office


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


@pytest.mark.parametrize(
    ("line", "text", "minutes"),
    [
        ("Panel of two, dates · 5 min", "Panel of two, dates", 5),
        ("Next slate 10m", "Next slate", 10),
        ("Pay, timing, 5 minutes", "Pay, timing", 5),
        ("First 90 days", "First 90 days", None),
        ("5 min", "5 min", None),
        ("  Bell  ", "Bell", None),
        ("Ablauf – 15 Minuten", "Ablauf", 15),
    ],
)
def test_a_point_is_read_with_its_minutes(line: str, text: str, minutes: int | None) -> None:
    assert understand_point(line) == (text, minutes)
    assert understand_point(point_words(text, minutes)) == (text, minutes)


def points(office: Office, meeting: int) -> list[tuple[str, int | None, bool]]:
    return [(each.text, each.minutes, each.done) for each in office.agenda_items.of(meeting)]


def test_an_agenda_is_written_as_lines_and_keeps_its_ticks(office: Office, manager: ManagerId) -> None:
    planned = meetings.plan(office, manager, kind=MeetingKind.OTHER, at=NOW, agenda=("One 5 min", "", "Two")).id
    meeting = MeetingId(planned)
    agenda.tick(office, office.agenda_items.of(meeting)[1].id)
    before = points(office, meeting)
    meetings.edit(office, meeting, agenda=("Two 7m", "Three"), minutes=45)

    assert before == [("One", 5, False), ("Two", None, True)]
    assert points(office, meeting) == [("Two", 7, True), ("Three", None, False)]
    live.undo(office)
    assert points(office, meeting) == before
    assert office.meetings.get(meeting).minutes == 30


def test_points_are_moved_written_anew_and_refused(office: Office, manager: ManagerId) -> None:
    meeting = MeetingId(meetings.plan(office, manager, kind=MeetingKind.OTHER, at=NOW, agenda=("A", "B", "C")).id)
    first, _second, third = [AgendaItemId(each.id) for each in office.agenda_items.of(meeting)]
    agenda.place(office, third, position=0)
    agenda.place(office, first, position=99)
    agenda.edit_line(office, first, line="A again 3 min")
    agenda.add_line(office, meeting, line="D")

    assert [each.text for each in office.agenda_items.of(meeting)] == ["C", "B", "A again", "D"]
    assert agenda.lines_of(office, meeting)[2] == "A again · 3 min"
    for line in ("", "  ", "Long 9999 min"):
        with pytest.raises(InputError):
            agenda.edit_line(office, first, line=line)


def test_satisfaction_is_asked_at_most_once_a_month(office: Office, manager: ManagerId, clock: Clock) -> None:
    asked = "Satisfaction, what to improve · 3 min"
    kind = MeetingKind.CALIBRATION
    assert agenda.template_lines(office, kind, manager)[-1] == asked
    satisfaction.record(office, manager, score=4)
    assert asked not in agenda.template_lines(office, kind, manager)
    clock.pass_by(days=30)
    assert agenda.template_lines(office, kind, manager)[-1] == asked
    assert (
        agenda.template_lines(office, MeetingKind.LOOK_BACK, manager).count("Satisfaction, what to improve · 6 min")
        == 1
    )
    assert agenda.template_lines(office, MeetingKind.OTHER, manager) == ()


def test_satisfaction_is_not_asked_when_the_settings_say_so(office: Office, manager: ManagerId) -> None:
    preferences.set_setting(office, key="ask_satisfaction", value="off")
    assert not any("Satisfaction" in line for line in agenda.template_lines(office, MeetingKind.CALIBRATION, manager))
    preferences.set_setting(office, key="ask_satisfaction", value="on")

    assert agenda.template_lines(office, MeetingKind.CALIBRATION, manager)[-1].startswith("Satisfaction")


@pytest.mark.parametrize("kind", MeetingKind)
def test_how_long_it_is_planned_for_is_among_the_usual_lengths(kind: MeetingKind) -> None:
    usual = agenda.usual_minutes(kind)

    assert agenda.default_minutes(kind) in usual
    assert list(usual) == sorted(usual)
