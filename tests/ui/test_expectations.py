"""The section "Expectations", by its keys and clicks, over real promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.clock_words import parse_clock
from app.domain.clocks import Outcome
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.services import board, expectations, live
from builders import amara
from ui.desk import Desk
from ui.kit.button import Button
from ui.relationship.expectations.card import PromiseCard
from ui.relationship.expectations.section import ExpectationsSection

TODAY = date(2026, 11, 24)
KEYS = {
    Qt.Key.Key_K: Outcome.KEPT, Qt.Key.Key_L: Outcome.LATE, Qt.Key.Key_M: Outcome.MISSED, Qt.Key.Key_W: Outcome.WAIVED,
}  # fmt: skip
Find = Callable[..., Any]


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> ExpectationsSection:
    """Amara's section with three agreed promises of mine."""
    manager = amara(desk.office)
    for statement in ("Send a note", "Call first", "Name dates"):
        expectations.add(desk.office, manager, side=Side.MINE, statement=statement, measure="seen by both",
                         clock=parse_clock("every Friday", TODAY), agreed_on=date(2026, 11, 10))  # fmt: skip
    return section(desk, qtbot)


def section(desk: Desk, qtbot: QtBot) -> ExpectationsSection:
    """The section in a window of its own."""
    made = ExpectationsSection(desk, ManagerId(1))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def cards(shown: ExpectationsSection, side: Side = Side.MINE) -> list[PromiseCard]:
    """A side's cards, from the top."""
    found = [card for card in shown.findChildren(PromiseCard) if card.promise.side is side and card.isVisible()]
    return sorted(found, key=lambda card: card.mapTo(shown, QPoint()).y())


def statements(shown: ExpectationsSection) -> list[str]:
    """What my cards say."""
    return [card.promise.statement for card in cards(shown)]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_answers_the_next_due(shown: ExpectationsSection, desk: Desk, key: Qt.Key) -> None:
    """K, L, M, W on the card, undone in one step."""
    card = cards(shown)[0]
    card.setFocus()
    QTest.keyClick(card, key)

    assert [each.outcome for each in desk.office.check_ins.of(card.promise.id)] == [KEYS[key]]
    live.undo(desk.office)
    assert desk.office.check_ins.of(card.promise.id) == []


def test_a_miss_asks_once_what_is_next(shown: ExpectationsSection, desk: Desk, named: Find) -> None:
    """Talk about it, renegotiate, or leave it."""
    card = cards(shown)[0]
    QTest.keyClick(card, Qt.Key.Key_M)
    named(card, Button, "Talk about it").click()

    assert [each.text for each in desk.office.follow_ups.open_of(ManagerId(1))] == ["Talk about: Send a note"]
    assert "What next?" not in [each.text() for each in card.findChildren(Button) if each.isVisible()]


def test_the_next_dot_can_be_pressed(shown: ExpectationsSection, desk: Desk) -> None:
    """It offers how it went, on at least 24 by 24; the words of all dots are read out with the card."""
    card = cards(shown)[0]
    where = card.next_dot()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=where.center())
    menu = card.findChildren(QMenu)[0]
    menu.actions()[0].trigger()

    assert min(where.width(), where.height()) >= 24
    assert [each.outcome for each in desk.office.check_ins.of(card.promise.id)] == [Outcome.KEPT]
    assert card.accessibleName() == (
        "Send a note. At risk. Measured by: seen by both. Every Friday · was due Fri 20 Nov. Fri 13 Nov: kept. "
        "Fri 20 Nov: next"
    )


def write(editor: Any, **texts: str) -> None:
    """Type into the editor's fields."""
    for name, text in texts.items():
        control = editor.fields[name].control
        line = control if isinstance(control, QLineEdit) else control.typed
        line.selectAll()
        QTest.keyClicks(line, text)


@pytest.mark.parametrize(("command", "side"), [("add-mine", Side.MINE), ("add-theirs", Side.THEIRS)])
def test_a_promise_is_written_and_agreed(shown: ExpectationsSection, desk: Desk, command: str, side: Side) -> None:
    """Ctrl+Enter saves; without a measure the hint stands under its field and nothing is lost."""
    shown.commands()[command]()
    editor = shown._editor()
    assert editor is not None
    write(editor, statement="Answer in a day", clock="within 24 hours of each meeting")
    editor.status.choose("agreed")
    QTest.keyClick(editor.fields["statement"].control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert editor.fields["measure"].control.accessibleDescription().startswith("How will you both know?")
    write(editor, measure="an answer in the log")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    added = desk.office.expectations.of(ManagerId(1))[-1]
    assert (added.side, board.wording_of(desk.office, added.id).agreed_on) == (side, TODAY)


def test_what_was_agreed_is_renegotiated(shown: ExpectationsSection, desk: Desk) -> None:
    """Typing another wording says so by itself; the old one stays in the store."""
    card = cards(shown)[0]
    QTest.keyClick(card, Qt.Key.Key_F2)
    editor = shown._editor()
    assert editor is not None
    write(editor, statement="Send a short note")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    wordings = desk.office.wordings.of(card.promise.id)
    assert [each.statement for each in wordings] == ["Send a note", "Send a short note"]
    assert cards(shown)[0].promise.status_words in {"At risk", "Renegotiated"}


@pytest.mark.parametrize(("at", "key", "order"), [
    (0, Qt.Key.Key_Down, ["Call first", "Send a note", "Name dates"]),
    (2, Qt.Key.Key_Up, ["Send a note", "Name dates", "Call first"]),
    (0, Qt.Key.Key_Up, ["Send a note", "Call first", "Name dates"]),
])  # fmt: skip
def test_cards_are_moved(shown: ExpectationsSection, qtbot: QtBot, at: int, key: Qt.Key, order: list[str]) -> None:
    """Ctrl+Up and Ctrl+Down within the column."""
    QTest.keyClick(cards(shown)[at], key, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: statements(shown) == order)


def test_deleted_and_undone(shown: ExpectationsSection, desk: Desk, qtbot: QtBot) -> None:
    """Delete asks nothing."""
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, undo: said.append((words, undo)))
    QTest.keyClick(cards(shown)[0], Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: statements(shown) == ["Call first", "Name dates"])
    assert said == [("Promise deleted", True)]
    desk.bridge.do(lambda: live.undo(desk.office))
    qtbot.waitUntil(lambda: statements(shown) == ["Send a note", "Call first", "Name dates"])


def test_what_is_typed_outlives_a_kill(shown: ExpectationsSection, desk: Desk, qtbot: QtBot) -> None:
    """A new section finds the editor as it was left."""
    shown.commands()["add-mine"]()
    editor = shown._editor()
    assert editor is not None
    write(editor, statement="Half a sent")
    qtbot.waitUntil(lambda: desk.bridge.draft("promise/1/mine/statement") == "Half a sent", timeout=1500)

    another = section(desk, qtbot)
    again = another._editor()

    assert again is not None
    assert again.fields["statement"].control.text() == "Half a sent"


def test_an_editor_with_typed_text_is_not_thrown_away(shown: ExpectationsSection) -> None:
    """Opening another goes back to the one that has text."""
    shown.commands()["add-mine"]()
    first = shown._editor()
    write(first, statement="x")
    shown.commands()["add-theirs"]()

    assert shown._editor() is first


def test_with_nothing_agreed_practice_is_offered(desk: Desk, qtbot: QtBot, named: Find) -> None:
    """One press proposes it."""
    amara(desk.office)
    shown = section(desk, qtbot)
    named(shown, QPushButton, "Add: Join a short calibration call every week").click()

    qtbot.waitUntil(lambda: len(cards(shown, Side.THEIRS)) == 1)
    assert cards(shown, Side.THEIRS)[0].promise.status_words == "Proposed 24 Nov"
