"""A captured line as a card: edited in place, made another kind, deleted, promised."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu

from app.domain.meetings import CaptureKind
from app.services import live
from tests.ui.meeting_page.screen import Scene, cards_of, caught, line_of, shown
from ui.meeting.card import CaughtCard, CaughtEditor


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
    scene.qtbot.waitUntil(lambda: "Bell goes on to the panel" in live.draft(scene.office, place), timeout=900)
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
