"""A meeting begins, pauses, runs on and ends, and ending makes everything in one action."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.domain.meetings import CaptureKind, MeetingKind, MeetingState
from app.services import live, meetings
from tests.builders import NOW, Clock
from tests.ui.meeting_page.screen import Scene, cards_of, line_of, shown
from ui.desk import Place
from ui.kit.words import Label
from ui.meeting.continue_bar import ContinueBar
from ui.meeting.page import MeetingPage
from ui.meeting.ring import Ring


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
