"""What is captured is saved at once, by key or button; what is refused or half typed stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.domain.meetings import CaptureKind
from app.domain.talks import MeetingId
from app.services import live, meetings
from app.services.office import Office
from tests.ui.meeting_page.screen import KINDS, Scene, cards_of, caught, line_of, shown
from ui.meeting.page import MeetingPage


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
