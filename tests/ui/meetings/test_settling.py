"""What became of a meeting is asked and said: it happened, it did not, it was moved."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.domain.meetings import MeetingState
from tests.ui.meetings.screen import Scene, planned, table_of
from ui.kit.held import HeldEditor
from ui.relationship.meetings.editor import MeetingEditor


def test_did_it_happen(scene: Scene) -> None:
    meeting = planned(scene.office, -2)
    section = scene.section()
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_Space)
    editor = section.findChildren(HeldEditor)[0]
    offered = [scene.named(editor, QLineEdit, name).text() for name in ("Began at", "Ended at")]
    scene.named(editor, QLineEdit, "Ended at").setText("07:45")
    scene.qtbot.mouseClick(scene.named(editor, QPushButton, "It happened"), Qt.MouseButton.LeftButton)
    known = scene.office.meetings.get(meeting)

    assert offered == ["07:10", "07:25"]
    assert (known.state, known.ended_at) == (MeetingState.HELD, datetime(2026, 11, 24, 7, 45, tzinfo=UTC))
    assert scene.office.talks.newest(1)[0].minutes == 35


@pytest.mark.parametrize(("typed", "says"), [("soon", "Write the time like 11:05."), ("23:00", "not in the future")])
def test_real_times_are_checked(scene: Scene, typed: str, says: str) -> None:
    planned(scene.office, -2)
    section = scene.section()
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_Return)
    ended = scene.named(section, QLineEdit, "Ended at")
    ended.setText(typed)
    scene.qtbot.mouseClick(scene.named(section, QPushButton, "It happened"), Qt.MouseButton.LeftButton)

    assert says in ended.accessibleDescription()


@pytest.mark.parametrize(("button", "state"), [("It did not happen", "cancelled"), ("It was moved", "planned")])
def test_it_did_not_happen_or_was_moved(scene: Scene, button: str, state: str) -> None:
    meeting = planned(scene.office, -2)
    section = scene.section()
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_Return)
    scene.qtbot.mouseClick(scene.named(section, QPushButton, button), Qt.MouseButton.LeftButton)

    assert scene.office.meetings.get(meeting).state == state
    assert [each for each in section.findChildren(MeetingEditor) if each.isVisible()] != [] or state == "cancelled"
