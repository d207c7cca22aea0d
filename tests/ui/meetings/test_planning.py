"""A meeting is planned in a form: what it takes, what it refuses, and that it is never lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from app.domain.channels import Channel
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.searches import SearchId
from app.services import expectations, live, questions, searches
from tests.ui.meetings.screen import Scene, shown
from ui.kit.empty import Empty
from ui.kit.when import DateTime
from ui.relationship.meetings.editor import MeetingEditor


def test_empty_offers_the_first_meeting(scene: Scene) -> None:
    section = scene.section()
    empty = section.findChildren(Empty)[0].isVisible()
    scene.qtbot.mouseClick(scene.named(section, QPushButton, "Plan the first meeting"), Qt.MouseButton.LeftButton)
    editor = section.findChildren(MeetingEditor)[0]
    scene.qtbot.mouseClick(scene.named(editor, QPushButton, "Plan meeting"), Qt.MouseButton.LeftButton)

    assert empty
    assert [(each.kind, each.minutes, each.planned_at) for each in scene.meetings()] == [
        (MeetingKind.CALIBRATION, 15, datetime(2026, 11, 25, 10, tzinfo=UTC))]  # fmt: skip
    assert scene.said == [("Calibration call with Amara Okonkwo planned", True)]
    assert shown(section)[0] == "Upcoming"


def test_everything_of_a_plan_is_saved(scene: Scene) -> None:
    section = scene.section()
    section.commands()["plan-meeting"]()
    editor = section.findChildren(MeetingEditor)[0]
    scene.named(editor, QComboBox, "Kind").setCurrentIndex(list(MeetingKind).index(MeetingKind.INTAKE))
    agenda = scene.named(editor, QPlainTextEdit, "Agenda, one point a line")
    offered = agenda.toPlainText()
    scene.qtbot.keyClicks(scene.named(editor, QLineEdit, "When"), "thu 14:30")
    for field, text in (("Minutes", "45"), ("Where", "Room 4"), ("Who is there", "Amara, Tomás")):
        scene.named(editor, QLineEdit, field).setText(text)
    scene.named(editor, QComboBox, "How").setCurrentIndex(2)
    agenda.setPlainText("Why this role 10 min\n\nPanel")
    scene.qtbot.keyClick(agenda, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = scene.meetings()[0]

    assert offered.startswith("Why this role and why now · 5 min")
    assert (made.kind, made.minutes, made.place, made.channel) == (MeetingKind.INTAKE, 45, "Room 4", Channel.IN_PERSON)
    assert (made.planned_at, made.attendees) == (datetime(2026, 11, 26, 14, 30, tzinfo=UTC), ("Amara", "Tomás"))
    assert [(p.text, p.minutes) for p in scene.office.agenda_items.of(made.id)] == [
        ("Why this role", 10),
        ("Panel", None),
    ]


def test_a_meeting_about_a_search_is_not_offered_the_gaps_it_shows_itself(scene: Scene) -> None:
    """Until its agenda is written by hand, which another search then leaves as it is."""
    search = SearchId(searches.open_search(scene.office, ManagerId(1), title="Staff SRE").id)
    questions.add(scene.office, search, text="How will the team welcome them?")
    section = scene.section()
    section.plan()
    editor = section.findChildren(MeetingEditor)[0]
    about = scene.named(editor, QComboBox, "Search")
    agenda = scene.named(editor, QPlainTextEdit, "Agenda, one point a line")
    offered = []
    for name in ("Staff SRE", "No search"):
        about.setCurrentText(name)
        offered.append("Staff SRE: " in agenda.toPlainText())
    agenda.setPlainText("Panel")
    about.setCurrentText("Staff SRE")

    assert offered == [False, True]
    assert agenda.toPlainText() == "Panel"


def test_day_and_time_can_be_set_by_hand_and_win(scene: Scene) -> None:
    section = scene.section()
    section.plan()
    editor = section.findChildren(MeetingEditor)[0]
    written, picker = scene.named(editor, QLineEdit, "When"), editor.findChildren(DateTime)[0]
    scene.qtbot.keyClicks(written, "tomorrow 9:15")
    followed = picker.dateTime().toString("yyyy-MM-dd HH:mm")
    picker.setDateTime(QDateTime(QDate(2026, 12, 3), QTime(11, 0), QTimeZone(QTimeZone.Initialization.UTC)))
    emptied = written.text()
    scene.qtbot.mouseClick(scene.named(editor, QPushButton, "Plan meeting"), Qt.MouseButton.LeftButton)

    assert (followed, emptied) == ("2026-11-25 09:15", "")
    assert scene.meetings()[0].planned_at == datetime(2026, 12, 3, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("When", "some day", "Write it like tue 10:30, 3 dec 9:00 or tomorrow 14:00."),
        ("Minutes", "half an hour", "Write how long it takes in minutes, such as 30."),
        ("Minutes", "0", "A meeting lasts between 1 and 1,440 minutes."),
        ("Where", "x" * 2_001, "The place is too long: at most 2,000 characters."),
    ],
)
def test_what_cannot_be_taken_is_said_under_its_field(scene: Scene, field: str, text: str, says: str) -> None:
    section = scene.section()
    section.plan()
    editor = section.findChildren(MeetingEditor)[0]
    control = scene.named(editor, QLineEdit, field)
    control.setText(text)
    scene.qtbot.mouseClick(scene.named(editor, QPushButton, "Plan meeting"), Qt.MouseButton.LeftButton)

    assert control.accessibleDescription() == says
    assert control.text() == text
    assert scene.meetings() == []


def test_a_point_that_cannot_be_taken_is_said_under_the_agenda(scene: Scene) -> None:
    section = scene.section()
    section.plan()
    editor = section.findChildren(MeetingEditor)[0]
    agenda = scene.named(editor, QPlainTextEdit, "Agenda, one point a line")
    agenda.setPlainText("Long 9999 min")
    scene.qtbot.mouseClick(scene.named(editor, QPushButton, "Plan meeting"), Qt.MouseButton.LeftButton)

    assert agenda.accessibleDescription() == "A point takes between 0 and 1,440 minutes."
    assert scene.meetings() == []


def test_a_plan_that_is_being_written_comes_back(scene: Scene) -> None:
    section = scene.section()
    section.plan()
    scene.qtbot.keyClicks(scene.named(section, QLineEdit, "Where"), "Room 4")
    scene.qtbot.waitUntil(lambda: "Room 4" in live.draft(scene.office, "manager:1:meeting"), timeout=900)
    again = scene.section()
    brought = scene.named(again, QLineEdit, "Where").text()
    scene.qtbot.keyClick(scene.named(again, QLineEdit, "Where"), Qt.Key.Key_Escape)

    assert brought == "Room 4"
    assert live.draft(scene.office, "manager:1:meeting") == ""
    assert again.findChildren(MeetingEditor) == [] or not again.findChildren(MeetingEditor)[0].isVisible()


def test_what_there_is_to_bring_up_comes_along(scene: Scene) -> None:
    """It is seen before it is planned, follows another kind, and can be struck out."""
    expectations.add(scene.office, 1, side=Side.THEIRS, statement="Come to the call")
    expectations.add(scene.office, 1, side=Side.THEIRS, statement="Name a date")
    section = scene.section()
    section.plan()
    editor = section.findChildren(MeetingEditor)[0]
    scene.named(editor, QComboBox, "Kind").setCurrentIndex(list(MeetingKind).index(MeetingKind.STATUS))
    area = scene.named(editor, QPlainTextEdit, "Agenda, one point a line")
    offered = area.toPlainText().splitlines()
    area.setPlainText("\n".join(offered[:-1]))
    scene.qtbot.mouseClick(scene.named(editor, QPushButton, "Plan meeting"), Qt.MouseButton.LeftButton)

    assert offered[-2:] == ["Agree: Come to the call", "Agree: Name a date"]
    assert len(offered) > 2
    assert [p.text for p in scene.office.agenda_items.of(scene.meetings()[0].id)][-1] == "Agree: Come to the call"
