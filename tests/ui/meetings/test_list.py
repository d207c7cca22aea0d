"""The list of meetings: grouped, opened, deleted, read by hundreds, and where one stood."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from app.domain.meetings import MeetingState
from app.services import documents, live, meetings
from tests.ui.meetings.screen import Scene, held, planned, row_of, shown, table_of
from ui.desk import Place


def test_the_list_is_grouped_by_what_can_be_done(scene: Scene) -> None:
    held(scene.office, 7)
    planned(scene.office, -2)
    planned(scene.office, 26, place="Room 4")
    running = planned(scene.office, 0)
    meetings.start(scene.office, running)
    cancelled = planned(scene.office, -24 * 9)
    meetings.cancel(scene.office, cancelled)

    assert shown(scene.section()) == [
        "Now", "Today, 09:10, Calibration call, 15 min · Video, In meeting, Enter: Continue",
        "Did it happen?", "Today, 07:10, Calibration call, 15 min · Video, Enter: Did it happen?",
        "Upcoming", "Tomorrow, 11:10, Calibration call, 15 min · Room 4, Enter: Prepare",
        "Past", "Tue 17 Nov, 09:10, Status call, took 22 min · Video, Enter: Summary",
        "Sun 15 Nov, 09:10, Calibration call, 15 min · Video, Cancelled",
    ]  # fmt: skip


@pytest.mark.parametrize("button", [True, False])
def test_enter_and_the_button_open_what_a_row_offers(scene: Scene, button: bool) -> None:
    coming, past = planned(scene.office, 26), held(scene.office, 7)
    section = scene.section()
    table = table_of(section)
    for meeting in (coming, past):
        table.select(row_of(section, meeting))
        if button:
            where = table.visualRect(table.currentIndex()).topRight() + QPoint(-70, 25)
            scene.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        else:
            scene.qtbot.keyClick(table, Qt.Key.Key_Return)

    assert scene.asked == [Place("meeting", coming), Place("document", past)]


def test_the_keyboard_passes_headings_by(scene: Scene) -> None:
    coming, past = planned(scene.office, 26), held(scene.office, 7)
    section = scene.section()
    table = table_of(section)
    first = table.current_meeting()
    scene.qtbot.keyClick(table, Qt.Key.Key_Down)
    second = table.current_meeting()

    assert (first and first.meeting.id, second and second.meeting.id) == (coming, past)


def test_delete_and_cancel_can_be_undone(scene: Scene) -> None:
    meeting = planned(scene.office, 26)
    section = scene.section()
    section._do("cancel", table_of(section).row(row_of(section, meeting)))
    table_of(section).select(row_of(section, meeting))
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_Delete)
    gone = scene.meetings()
    scene.desk.bridge.do(lambda: live.undo(scene.office))
    scene.desk.bridge.do(lambda: live.undo(scene.office))

    assert gone == []
    assert scene.said == [("Meeting cancelled", True), ("Meeting deleted", True)]
    assert scene.meetings()[0].state is MeetingState.PLANNED


def test_the_menu_offers_what_fits_the_state(scene: Scene) -> None:
    past = held(scene.office, 7)
    documents.issue_summary(scene.office, scene.office.meetings.get(past))
    section = scene.section()
    table = table_of(section)
    table.select(row_of(section, past))
    where = table.visualRect(table.currentIndex()).topRight() + QPoint(-16, 25)
    scene.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    menu = section.findChildren(QMenu)[0]
    words = [action.text() for action in menu.actions()]
    menu.actions()[1].trigger()
    menu.close()

    assert words == ["Summary", "Summary as it was made", "Edit", "Delete"]
    assert scene.asked == [Place("issued", 1)]


def test_ctrl_m_starts_the_near_meeting_and_returns_to_it(scene: Scene) -> None:
    near = planned(scene.office, 1)
    section = scene.section()
    section.commands()["meeting"]()
    section.commands()["meeting"]()

    assert scene.asked == [Place("meeting", near), Place("meeting", near)]
    assert scene.office.meetings.get(near).state is MeetingState.RUNNING


def test_a_long_past_is_read_by_hundreds_and_a_record_is_found(scene: Scene) -> None:
    oldest = held(scene.office, 260)
    for day in range(1, 251):
        held(scene.office, day)
    section = scene.section()
    first = table_of(section).meetings.rowCount()
    section.show_record("meeting", oldest)
    current = table_of(section).current_meeting()

    assert first == 101
    assert current is not None
    assert current.meeting.id == oldest


def test_it_stands_where_it_stood(scene: Scene) -> None:
    for day in range(1, 40):
        held(scene.office, day)
    section = scene.section()
    section.show_record("meeting", 20)
    state = section.state()
    again = scene.section()
    again.restore(state)

    assert again.state() == state
    assert state["meeting"] == 20


def test_every_control_has_a_name_and_a_size_to_hit(scene: Scene) -> None:
    planned(scene.office, 26)
    section = scene.section()
    section.plan()
    for widget in section.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, widget
            assert min(widget.width(), widget.height()) >= 24 or not isinstance(widget, QAbstractButton), widget


def test_the_summary_of_a_meeting_that_was_held_is_expected_where_its_row_is(scene: Scene) -> None:
    """By the keyboard and under the pointer; not at a meeting that is still to come."""
    coming, was = planned(scene.office, 24), held(scene.office, 3)
    section = scene.section()
    table = table_of(section)
    expected: list[Place] = []
    scene.desk.expected.connect(expected.append)
    table.select(row_of(section, coming))
    assert expected == []
    table.select(row_of(section, was))
    assert expected == [Place("document", was)]
    for row in (row_of(section, coming), row_of(section, was)):
        QTest.mouseMove(table.viewport(), table.visualRect(table.model().index(row, 0)).center())
        scene.qtbot.waitUntil(lambda row=row: table.hovered_row == row)

    assert expected == [Place("document", was)] * 2
