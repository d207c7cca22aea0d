"""The live meeting by keys and clicks: what is captured is saved at once, and ending makes everything in one action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QPushButton, QWidget

from app.domain.meetings import CaptureKind, MeetingKind, MeetingState
from app.domain.talks import MeetingId
from app.services import agenda, live, managers, meetings
from app.services.office import Office
from tests.builders import NOW, Clock, amara, memory_office
from tests.meeting_state import start_render_meeting
from ui.bridge import Bridge
from ui.desk import Desk, Place
from ui.kit.keycap import KeyCap
from ui.kit.words import Label
from ui.meeting.agenda_list import AgendaList
from ui.meeting.capture import CaptureLine
from ui.meeting.card import CaughtCard, CaughtEditor
from ui.meeting.continue_bar import ContinueBar
from ui.meeting.page import MeetingPage
from ui.meeting.ring import Ring

KINDS = tuple(CaptureKind)
Named = Callable[[QWidget, type, str], Any]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Any, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    amara(made)
    return made


@pytest.fixture
def meeting(office: Office) -> MeetingId:
    planned = meetings.plan(
        office, 1, kind=MeetingKind.CALIBRATION, at=NOW, minutes=25, agenda=("One 5m", "Two", "Three")
    )
    meetings.start(office, MeetingId(planned.id))
    return MeetingId(planned.id)


@pytest.fixture
def asked(desk: Desk) -> list[Place]:
    found: list[Place] = []
    desk.asked.connect(found.append)
    return found


@pytest.fixture
def page(desk: Desk, meeting: MeetingId, qtbot: Any) -> MeetingPage:
    return shown(desk, meeting, qtbot)


class Scene(NamedTuple):
    """A running meeting with its page open, and what a test needs to act on it."""

    page: MeetingPage
    desk: Desk
    office: Office
    meeting: MeetingId
    asked: list[Place]
    clock: Clock
    qtbot: Any
    named: Named


@pytest.fixture
def scene(page: MeetingPage, desk: Desk, asked: list[Place], clock: Clock, request: pytest.FixtureRequest) -> Scene:
    found = request.getfixturevalue
    return Scene(page, desk, desk.office, found("meeting"), asked, clock, found("qtbot"), found("named"))


def shown(desk: Desk, meeting: int, qtbot: Any, size: tuple[int, int] = (1280, 800)) -> MeetingPage:
    made = MeetingPage(desk, meeting)
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitExposed(made):
        made.show()
    made.focus_content()
    return made


def line_of(page: QWidget) -> CaptureLine:
    return page.findChildren(CaptureLine)[0]


def cards_of(page: QWidget) -> list[CaughtCard]:
    return [card for card in page.findChildren(CaughtCard) if card.isVisible()]


def caught(office: Office, meeting: int) -> list[tuple[CaptureKind, str]]:
    return [(item.kind, item.text) for item in office.captured_items.of(meeting)]


@pytest.mark.parametrize("number", range(1, 6))
def test_each_kind_has_its_key(scene: Scene, number: int) -> None:
    scene.qtbot.keyClicks(line_of(scene.page), "Bell goes on")
    scene.page.commands()[f"capture-{number}"]()

    assert caught(scene.office, scene.meeting) == [(KINDS[number - 1], "Bell goes on")]
    assert line_of(scene.page).text() == ""
    assert line_of(scene.page).hasFocus() or not scene.page.isActiveWindow()
    assert [card.caught.item.text for card in cards_of(scene.page)] == ["Bell goes on"]


def test_a_button_keeps_a_line_and_enter_repeats_its_kind(scene: Scene) -> None:
    scene.qtbot.keyClicks(line_of(scene.page), "answer on Haddad")
    scene.qtbot.mouseClick(scene.named(scene.page, QAbstractButton, "Amara will"), Qt.MouseButton.LeftButton)
    scene.qtbot.keyClicks(line_of(scene.page), "name the panel")
    scene.qtbot.keyClick(line_of(scene.page), Qt.Key.Key_Return)

    assert caught(scene.office, scene.meeting) == [
        (CaptureKind.THEY_WILL, "answer on Haddad"), (CaptureKind.THEY_WILL, "name the panel")]  # fmt: skip
    assert "Amara" in line_of(scene.page).placeholderText()


def test_enter_in_an_empty_field_keeps_nothing(scene: Scene) -> None:
    scene.qtbot.keyClicks(line_of(scene.page), "   ")
    scene.qtbot.keyClick(line_of(scene.page), Qt.Key.Key_Return)

    assert caught(scene.office, scene.meeting) == []


def test_what_is_refused_stays_in_the_field(page: MeetingPage, office: Office, meeting: MeetingId) -> None:
    text = "x" * 2_001
    line_of(page).setText(text)
    page.commands()["capture-1"]()

    assert line_of(page).text() == text
    assert "2,0" in line_of(page).accessibleDescription()
    assert caught(office, meeting) == []


def test_what_is_typed_is_a_kept_draft_and_comes_back(scene: Scene) -> None:
    scene.qtbot.keyClicks(line_of(scene.page), "half a thou")
    scene.qtbot.waitUntil(
        lambda: live.draft(scene.office, meetings.draft_place(scene.meeting)) == "half a thou", timeout=900
    )
    again = shown(scene.desk, scene.meeting, scene.qtbot)

    assert line_of(again).text() == "half a thou"
    again.commands()["capture-4"]()
    assert live.draft(scene.office, meetings.draft_place(scene.meeting)) == ""


def test_esc_leaves_the_page_and_the_meeting_runs_on(scene: Scene) -> None:
    scene.qtbot.keyClicks(line_of(scene.page), "unsaved")
    scene.qtbot.keyClick(line_of(scene.page), Qt.Key.Key_Escape)

    assert scene.asked == [Place("manager", 1)]
    assert scene.office.meetings.get(scene.meeting).state is MeetingState.RUNNING
    assert live.draft(scene.office, meetings.draft_place(scene.meeting)) == "unsaved"


@pytest.mark.parametrize(("button", "opens"), [("End without summary", 1), ("End and make Summary PDF", 2)])
def test_ending_makes_everything_in_one_action(scene: Scene, button: str, opens: int) -> None:
    meetings.capture(scene.office, scene.meeting, kind=CaptureKind.I_WILL, text="send dates")
    scene.clock.pass_by(minutes=22)
    actions = len(scene.office.conn.execute("SELECT id FROM action").fetchall())
    scene.qtbot.mouseClick(scene.named(scene.page, QPushButton, button), Qt.MouseButton.LeftButton)

    assert scene.office.meetings.get(scene.meeting).state is MeetingState.HELD
    assert len(scene.office.conn.execute("SELECT id FROM action").fetchall()) == actions + 1
    assert [each.text for each in scene.office.follow_ups.open_of(1)] == ["Send dates"]
    assert (
        scene.asked
        == [Place("manager", 1, "meetings", ("meeting", scene.meeting)), Place("document", scene.meeting)][:opens]
    )
    live.undo(scene.office)
    assert scene.office.meetings.get(scene.meeting).state is MeetingState.RUNNING


def test_a_line_that_is_not_kept_yet_is_asked_for_before_the_end(scene: Scene) -> None:
    scene.qtbot.keyClicks(line_of(scene.page), "who knows")
    scene.qtbot.mouseClick(scene.named(scene.page, QPushButton, "End without summary"), Qt.MouseButton.LeftButton)

    assert scene.office.meetings.get(scene.meeting).state is MeetingState.RUNNING
    assert "not kept yet" in line_of(scene.page).accessibleDescription()


def test_a_forgotten_meeting_asks_when_it_ended(scene: Scene) -> None:
    scene.clock.pass_by(hours=20)
    page = shown(scene.desk, scene.meeting, scene.qtbot)
    time = scene.named(page, QLineEdit, "Ended at")
    offered = time.text()
    time.setText("half past")
    scene.qtbot.mouseClick(scene.named(page, QPushButton, "End without summary"), Qt.MouseButton.LeftButton)
    refused = scene.office.meetings.get(scene.meeting).state
    time.setText("9:31")
    scene.qtbot.mouseClick(scene.named(page, QPushButton, "End without summary"), Qt.MouseButton.LeftButton)

    assert offered == "09:35"
    assert refused is MeetingState.RUNNING
    assert scene.office.meetings.get(scene.meeting).ended_at == NOW + timedelta(minutes=21)


def test_pause_and_five_more_minutes_are_one_press(scene: Scene) -> None:
    scene.qtbot.mouseClick(scene.named(scene.page, QPushButton, "Pause"), Qt.MouseButton.LeftButton)
    scene.clock.pass_by(minutes=5)
    scene.qtbot.mouseClick(scene.named(scene.page, QPushButton, "Go on"), Qt.MouseButton.LeftButton)
    scene.qtbot.mouseClick(scene.named(scene.page, QPushButton, "+5 min"), Qt.MouseButton.LeftButton)
    known = scene.office.meetings.get(scene.meeting)

    assert known.length(scene.office.now()) == timedelta(0)
    assert known.minutes == 30
    assert scene.page.findChildren(Ring)[0].reading.beside == "of 30:00"


def test_the_timer_follows_the_clock_once_a_second_and_rests_when_hidden(
    page: MeetingPage, clock: Clock, qtbot: Any
) -> None:
    ring = page.findChildren(Ring)[0]
    clock.pass_by(minutes=20)
    qtbot.waitUntil(lambda: ring.reading.clock == "20:00", timeout=3_000)

    assert ring.accessibleName() == "Timer: 20:00 5 min left"
    page.hide()
    assert not ring._tick.isActive()


def agenda_of(page: MeetingPage) -> AgendaList:
    return page.findChildren(AgendaList)[0]


def points(office: Office, meeting: int) -> list[tuple[str, int | None, bool]]:
    return [(each.text, each.minutes, each.done) for each in office.agenda_items.of(meeting)]


def test_the_agenda_by_keys(scene: Scene) -> None:
    listing = agenda_of(scene.page)
    listing.setFocus()
    listing.select(0)
    scene.qtbot.keyClick(listing, Qt.Key.Key_Space)
    scene.qtbot.keyClick(listing, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    scene.qtbot.keyClick(listing, Qt.Key.Key_Up)
    scene.qtbot.keyClick(listing, Qt.Key.Key_F2)
    line = scene.named(listing, QLineEdit, "Agenda point")
    line.setText("Two again 7 min")
    scene.qtbot.keyClick(line, Qt.Key.Key_Return)
    listing.select(2)
    scene.qtbot.keyClick(listing, Qt.Key.Key_Delete)

    assert points(scene.office, scene.meeting) == [("Two again", 7, False), ("One", 5, True)]


def test_a_new_point_is_typed_below(scene: Scene) -> None:
    scene.qtbot.mouseClick(scene.named(scene.page, QAbstractButton, "Add a point"), Qt.MouseButton.LeftButton)
    line = scene.named(scene.page, QLineEdit, "Agenda point")
    scene.qtbot.keyClicks(line, "Next slate 5 min")
    scene.qtbot.keyClick(line, Qt.Key.Key_Return)
    scene.qtbot.keyClick(line, Qt.Key.Key_Return)

    assert points(scene.office, scene.meeting)[-1] == ("Next slate", 5, False)
    assert line.isHidden()


def test_a_click_ticks_a_point(scene: Scene) -> None:
    listing = agenda_of(scene.page)
    where = listing.visualRect(listing.model().index(1, 0)).center()
    scene.qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert [done for _text, _minutes, done in points(scene.office, scene.meeting)] == [False, True, False]
    assert "done" in str(listing.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "now" in str(listing.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.fixture
def card(page: MeetingPage, desk: Desk, office: Office, meeting: MeetingId, qtbot: Any) -> CaughtCard:
    line_of(page).setText("Bell goes on")
    page.commands()["capture-5"]()
    found = cards_of(page)[0]
    found.setFocus()
    qtbot.waitUntil(found.hasFocus)
    return found


def test_a_card_is_edited_in_place(scene: Scene, card: CaughtCard) -> None:
    scene.qtbot.keyClick(card, Qt.Key.Key_F2)
    editor = scene.page.findChildren(CaughtEditor)[0]
    scene.named(editor, QLineEdit, "What was said").setText("Bell and Haddad go on")
    scene.qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert caught(scene.office, scene.meeting) == [(CaptureKind.PRIVATE, "Bell and Haddad go on")]
    assert [each.caught.item.text for each in cards_of(scene.page)] == ["Bell and Haddad go on"]


def test_a_line_that_is_edited_is_a_kept_draft(scene: Scene, card: CaughtCard) -> None:
    scene.qtbot.keyClick(card, Qt.Key.Key_F2)
    scene.qtbot.keyClicks(scene.named(scene.page, QLineEdit, "What was said"), " to the panel")
    place = f"captured_item:{card.caught.item.id}"
    scene.qtbot.waitUntil(lambda: live.draft(scene.office, place) == "Bell goes on to the panel", timeout=900)
    again = shown(scene.desk, scene.meeting, scene.qtbot)
    cards_of(again)[0].setFocus()
    scene.qtbot.keyClick(cards_of(again)[0], Qt.Key.Key_F2)
    editor = again.findChildren(CaughtEditor)[0]
    brought = scene.named(editor, QLineEdit, "What was said").text()
    scene.qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert brought == "Bell goes on to the panel"
    assert live.draft(scene.office, place) == ""


def test_a_card_becomes_another_kind_by_key_and_says_that_it_is_shared(scene: Scene, card: CaughtCard) -> None:
    said: list[tuple[str, bool]] = []
    scene.desk.said.connect(lambda words, undo: said.append((words, undo)))
    scene.page.commands()["capture-1"]()

    assert caught(scene.office, scene.meeting) == [(CaptureKind.DECISION, "Bell goes on")]
    assert said == [("This line now goes in the summary", True)]


def test_a_card_is_deleted_with_undo(scene: Scene, card: CaughtCard) -> None:
    said: list[tuple[str, bool]] = []
    scene.desk.said.connect(lambda words, undo: said.append((words, undo)))
    scene.qtbot.keyClick(card, Qt.Key.Key_Delete)
    gone = caught(scene.office, scene.meeting)
    scene.desk.bridge.do(lambda: live.undo(scene.office))

    assert (gone, said) == ([], [("Captured line deleted", True)])
    assert [each.caught.item.text for each in cards_of(scene.page)] == ["Bell goes on"]


def test_the_menu_of_a_card_makes_a_promise(scene: Scene) -> None:
    line_of(scene.page).setText("send dates")
    scene.page.commands()["capture-2"]()
    scene.qtbot.mouseClick(
        scene.named(cards_of(scene.page)[0], QAbstractButton, "More for: I will send dates"), Qt.MouseButton.LeftButton
    )
    menu = cards_of(scene.page)[0].findChildren(QMenu)[0]
    next(action for action in menu.actions() if action.text() == "Make it a promise").trigger()
    menu.close()

    assert scene.office.captured_items.of(scene.meeting)[0].promise
    assert cards_of(scene.page)[0].caught.caption == "by Wed 25 Nov · promise"


def test_what_the_terminal_writes_shows_and_what_it_ends_closes_the_page(scene: Scene) -> None:
    scene.desk.bridge.do(
        lambda: meetings.capture(scene.office, scene.meeting, kind=CaptureKind.NOTE, text="From elsewhere")
    )
    seen = [each.caught.item.text for each in cards_of(scene.page)]
    scene.desk.bridge.do(lambda: meetings.delete(scene.office, scene.meeting))

    assert seen == ["From elsewhere"]
    assert scene.asked[-1] == Place("manager", 1)


def test_a_planned_meeting_is_prepared_and_started_here(scene: Scene) -> None:
    meetings.cancel(scene.office, scene.meeting)
    planned = meetings.plan(scene.office, 1, kind=MeetingKind.INTAKE, at=NOW + timedelta(hours=1)).id
    page = shown(scene.desk, planned, scene.qtbot)
    ends = scene.named(page, QPushButton, "End without summary").isVisible()
    scene.qtbot.mouseClick(scene.named(page, QPushButton, "Start meeting"), Qt.MouseButton.LeftButton)

    assert not ends
    assert scene.office.meetings.get(planned).state is MeetingState.RUNNING
    assert scene.named(page, QPushButton, "End without summary").isVisible()


def test_the_page_of_the_picture(sample_office: Office, qapp: Any, qtbot: Any) -> None:
    """Words and counts as rendered; in a narrow window the facts stand below what was captured."""
    clock = Clock()
    sample_office._clock = clock
    meeting = start_render_meeting(sample_office, clock)
    bridge = Bridge(sample_office)
    page = shown(Desk(sample_office, bridge), meeting, qtbot)
    words = [label.text() for label in page.findChildren(Label) if label.isVisible()]

    for said in (
        "Calibration call", "Amara Okonkwo · Senior Backend Engineer · video", "Goes in the summary",
        "Decision · 10:36", "Amara will answer on Haddad", "by today 17:00 · follow-up",
        "I will send two panel dates to both finalists", "by Wed 25 Nov · follow-up", "Stays with you",
        "Between you, open", "2 of 3 open, due today", "Last time, 17 Nov", "System design over Rust",
        "Worth asking", "4 items for the summary, 1 private",
    ):  # fmt: skip
        assert said in words
    assert page.findChildren(Ring)[0].reading.clock == "12:40"
    assert [agenda_of(page).model().rowCount(), len(page.findChildren(KeyCap))] == [5, 6]
    bridge.deleteLater()


HOSTILE = (
    "<b>bold</b> & &amp; %s {name}", "ليلى منصور 10:30", "\u202edrow\u202c", "👩\u200d👩\u200d👧" * 100, "x" * 2_000,
    "ﷺ" * 200,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_shown_as_it_was_written(scene: Scene, text: str) -> None:
    line_of(scene.page).setText(text)
    scene.page.commands()["capture-1"]()
    agenda.add_line(scene.office, scene.meeting, line=text)
    scene.desk.bridge.do(lambda: managers.edit(scene.office, 1, called=text[:200]))
    again = shown(scene.desk, scene.meeting, scene.qtbot)
    again.grab()

    assert caught(scene.office, scene.meeting) == [(CaptureKind.DECISION, text)]
    assert cards_of(again)[0].findChildren(Label)[0].text() == text
    assert points(scene.office, scene.meeting)[-1][0] == text
    assert again.width() == 1280


@pytest.mark.parametrize(("width", "height"), [(960, 640), (1280, 800), (1600, 1000)])
def test_nothing_is_cut_off(scene: Scene, width: int, height: int) -> None:
    meetings.capture(scene.office, scene.meeting, kind=CaptureKind.NOTE, text="A long note " * 30)
    page = shown(scene.desk, scene.meeting, scene.qtbot, (width, height))

    for button in page.findChildren(QPushButton):
        if button.isVisible():
            right = button.mapTo(page, QPoint(button.width(), 0)).x()
            assert button.width() >= button.sizeHint().width()
            assert right <= width
    for label in page.findChildren(Label):
        if label.isVisible() and label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width())


def test_every_control_has_a_name_and_a_size_to_hit(page: MeetingPage, card: CaughtCard) -> None:
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, widget
            assert min(widget.width(), widget.height()) >= 24, widget


def test_the_bar_leads_back_to_the_running_meeting(scene: Scene) -> None:
    bar = ContinueBar(scene.desk)
    scene.qtbot.addWidget(bar)
    bar.show()
    words = bar.findChildren(Label)[0].text()
    scene.qtbot.mouseClick(scene.named(bar, QPushButton, "Continue"), Qt.MouseButton.LeftButton)
    scene.desk.bridge.do(lambda: meetings.delete(scene.office, scene.meeting))

    assert words == "Calibration call with Amara Okonkwo is running. It began: Today 09:10."
    assert scene.asked[0] == Place("meeting", scene.meeting)
    assert bar.isHidden()
