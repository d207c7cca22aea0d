"""The meetings of a manager: planned, edited, settled and opened by keys and clicks in one list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QDate, QDateTime, QPoint, Qt, QTime, QTimeZone
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from app.domain.channels import Channel
from app.domain.meetings import Meeting, MeetingKind, MeetingState
from app.domain.talks import MeetingId
from app.services import documents, ending, live, meetings
from app.services.office import Office
from tests.builders import NOW, Clock, amara, memory_office
from ui.desk import Desk, Place
from ui.kit.empty import Empty
from ui.relationship.meetings.editor import HeldEditor, MeetingEditor
from ui.relationship.meetings.section import MeetingsSection
from ui.relationship.meetings.table import MeetingTable
from ui.relationship.meetings.when import DateTime

Named = Callable[[QWidget, type, str], Any]


class Scene(NamedTuple):
    """A manager's meetings on screen, and what a test needs to act on them."""

    desk: Desk
    office: Office
    clock: Clock
    asked: list[Place]
    said: list[tuple[str, bool]]
    qtbot: Any
    named: Named

    def section(self) -> MeetingsSection:
        """The section, new, with the keyboard in it."""
        made = MeetingsSection(self.desk, 1)
        self.qtbot.addWidget(made)
        made.resize(1000, 640)
        with self.qtbot.waitExposed(made):
            made.show()
        made.focus_content()
        return made

    def meetings(self) -> list[Meeting]:
        """All of them, by id."""
        return self.office.meetings.where("1", then="ORDER BY t.id")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    amara(made)
    return made


@pytest.fixture
def scene(desk: Desk, clock: Clock, qtbot: Any, named: Named) -> Scene:
    asked: list[Place] = []
    said: list[tuple[str, bool]] = []
    desk.asked.connect(asked.append)
    desk.said.connect(lambda words, undo: said.append((words, undo)))
    return Scene(desk, desk.office, clock, asked, said, qtbot, named)


def planned(office: Office, hours: float, **fields: Any) -> int:
    fields.setdefault("kind", MeetingKind.CALIBRATION)
    return meetings.plan(office, 1, at=NOW + timedelta(hours=hours), **fields).id


def held(office: Office, days: int) -> int:
    at = NOW - timedelta(days=days)
    made = MeetingId(meetings.plan(office, 1, kind=MeetingKind.STATUS, at=at).id)
    ending.held(office, made, started_at=at, ended_at=at + timedelta(minutes=22))
    return made


def table_of(section: QWidget) -> MeetingTable:
    return section.findChildren(MeetingTable)[0]


def shown(section: QWidget) -> list[str]:
    model = table_of(section).meetings
    return [model.words(entry) for entry in model.records]


def row_of(section: QWidget, meeting: int) -> int:
    return table_of(section).meetings.row_of(meeting)


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
