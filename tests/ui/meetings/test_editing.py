"""A meeting is edited in its row, and no key of the form reaches the list."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from app.domain.meetings import MeetingKind
from app.services import meetings
from tests.builders import NOW
from tests.ui.meetings.screen import Scene, planned, row_of, shown, table_of
from ui.relationship.meetings.editor import MeetingEditor


def test_f2_edits_in_the_row(scene: Scene) -> None:
    meeting = planned(scene.office, 26, agenda=("One 5 min", "Two"))
    section = scene.section()
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_F2)
    editor = section.findChildren(MeetingEditor)[0]
    height = table_of(section).rowHeight(row_of(section, meeting))
    agenda = scene.named(editor, QPlainTextEdit, "Agenda, one point a line")
    read = agenda.toPlainText()
    agenda.setPlainText("Two\nThree")
    scene.named(editor, QLineEdit, "Minutes").setText("40")
    scene.qtbot.mouseClick(scene.named(editor, QPushButton, "Save"), Qt.MouseButton.LeftButton)
    known = scene.office.meetings.get(meeting)

    assert read == "One · 5 min\nTwo"
    assert height >= editor.sizeHint().height()
    assert (known.minutes, known.planned_at) == (40, NOW + timedelta(hours=26))
    assert [each.text for each in scene.office.agenda_items.of(meeting)] == ["Two", "Three"]
    assert table_of(section).rowHeight(row_of(section, meeting)) < height


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_Delete])
def test_the_list_takes_no_key_of_its_form(scene: Scene, key: Qt.Key) -> None:
    meeting = planned(scene.office, 26)
    planned(scene.office, 50)
    section = scene.section()
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_F2)
    editor = section.findChildren(MeetingEditor)[0]
    line = scene.named(editor, QLineEdit, "Where")
    scene.qtbot.keyClick(line, key)
    scene.qtbot.mouseClick(editor, Qt.MouseButton.LeftButton, pos=QPoint(editor.width() - 70, 8))

    assert (scene.asked, len(scene.meetings()), table_of(section).current_row()) == ([], 2, row_of(section, meeting))
    assert section.findChildren(MeetingEditor) == [editor]


def test_an_edit_that_was_cut_off_comes_back(scene: Scene) -> None:
    planned(scene.office, 26)
    section = scene.section()
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_F2)
    scene.qtbot.keyClicks(scene.named(section, QLineEdit, "Where"), "Room 4")
    section.settle()
    again = scene.section()
    scene.qtbot.keyClick(table_of(again), Qt.Key.Key_F2)
    brought = scene.named(again, QLineEdit, "Where").text()
    scene.qtbot.mouseClick(scene.named(again, QPushButton, "Save"), Qt.MouseButton.LeftButton)

    assert (brought, scene.meetings()[0].place) == ("Room 4", "Room 4")
    assert scene.office.conn.execute("SELECT count(*) FROM draft").fetchone()[0] == 0


def test_an_open_form_outlives_what_the_terminal_writes(scene: Scene) -> None:
    planned(scene.office, 26)
    section = scene.section()
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_F2)
    editor = section.findChildren(MeetingEditor)[0]
    scene.named(editor, QLineEdit, "Where").setText("Room 4")
    scene.desk.bridge.do(lambda: meetings.plan(scene.office, 1, kind=MeetingKind.OFFER, at=NOW + timedelta(days=3)))
    kept = scene.named(editor, QLineEdit, "Where").text()
    scene.qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert kept == "Room 4"
    assert any("Offer walk-through" in words for words in shown(section))
