"""The section "Expectations", by its keys and clicks, over real promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from app.domain.clock_words import parse_clock
from app.domain.clocks import Outcome
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import ManagerId
from app.domain.searches import Answer, PresentationId, SearchId
from app.services import board, candidates, expectations, live, searches
from builders import amara
from ui.desk import Desk, Place
from ui.kit.button import Button
from ui.kit.field import Check
from ui.relationship.expectations.card import MIME, PromiseCard
from ui.relationship.expectations.legend import Legend
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


def test_the_keyboard_goes_on_beside_what_was_deleted(shown: ExpectationsSection) -> None:
    """And back to the card when an editor is left."""
    QTest.keyClick(cards(shown)[1], Qt.Key.Key_Delete)
    assert shown.focusWidget() is cards(shown)[1]

    QTest.keyClick(cards(shown)[1], Qt.Key.Key_F2)
    QTest.keyClick(shown._editor(), Qt.Key.Key_Escape)

    assert statements(shown) == ["Send a note", "Name dates"]
    assert shown.focusWidget() is cards(shown)[1]


def test_a_click_edits_but_not_what_is_closed(shown: ExpectationsSection, desk: Desk, named: Find) -> None:
    """What is closed is opened again first."""
    desk.bridge.do(lambda: expectations.close(desk.office, cards(shown)[0].promise.id))
    QTest.mouseClick(cards(shown)[0], Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    editor = shown._editor()
    assert editor is not None
    assert editor.fields["statement"].control.text() == "Call first"
    QTest.keyClick(editor, Qt.Key.Key_Escape)

    QTest.mouseClick(named(shown, QRadioButton, "Closed"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(cards(shown)[0], Qt.MouseButton.LeftButton, pos=QPoint(40, 20))

    assert statements(shown) == ["Send a note"]
    assert shown._editor() is None


def test_a_card_is_dropped_between_others(shown: ExpectationsSection, qtbot: QtBot) -> None:
    """Before the card whose middle lies below the pointer; what is of the other side is not taken."""
    column = cards(shown)[0].parentWidget()
    for side, taken in (("theirs", False), ("mine", True)):
        data = QMimeData()
        data.setData(MIME, f"{side} {cards(shown)[0].promise.id}".encode())
        where, held = cards(shown)[2].geometry().center() - QPoint(0, 10), Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(where, Qt.DropAction.MoveAction, data, held, none)
        enter.ignore()
        QApplication.sendEvent(column, enter)
        assert enter.isAccepted() is taken
    QApplication.sendEvent(column, QDropEvent(where.toPointF(), Qt.DropAction.MoveAction, data, held, none))

    qtbot.waitUntil(lambda: statements(shown) == ["Call first", "Send a note", "Name dates"])


def test_a_remark_is_written_and_outlives_a_kill(shown: ExpectationsSection, desk: Desk, qtbot: QtBot) -> None:
    """Under the card, about its newest check-in; a new section finds it as it was left."""
    card = cards(shown)[0]
    QTest.keyClick(card, Qt.Key.Key_M)
    card.findChild(Button, "remark").click()
    line = card.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "Amara was ill")
    shown.settle()

    again = section(desk, qtbot).findChild(QLineEdit)
    assert again is not None
    assert again.text() == "Amara was ill"
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert [each.remark for each in desk.office.check_ins.of(card.promise.id)] == ["Amara was ill"]
    assert (card.asking, desk.bridge.draft("promise/1/remark")) == (None, "")


def test_a_check_in_that_its_event_made_is_corrected_with_a_remark_and_shows_its_evidence(
    desk: Desk, qtbot: QtBot, named: Find
) -> None:
    manager = amara(desk.office)
    expectations.add(desk.office, manager, side=Side.THEIRS, statement="Feedback", measure="yes or no",
                     clock=parse_clock("within 2 days of a cv", TODAY), agreed_on=date(2026, 11, 2))  # fmt: skip
    search = SearchId(searches.open_search(desk.office, manager, title="Backend").id)
    person = PresentationId(candidates.present(desk.office, search, candidate="Ottilie Bell").id)
    candidates.answer(desk.office, person, answer=Answer.YES)
    card = cards(section(desk, qtbot), Side.THEIRS)[0]
    with qtbot.waitSignal(desk.asked) as asked:
        card.wanted.emit("evidence")
    assert asked.args == [Place("search", search)]

    card.wanted.emit("remark")
    named(card, QRadioButton, "Late").click()
    save = named(card, Button, "Save")
    save.click()
    line = named(card, QLineEdit, "Remark on the last check-in, only for you")
    assert "why" in line.accessibleDescription()
    QTest.keyClicks(line, "Said it on Friday")
    save.click()

    (made,) = desk.office.check_ins.of(card.promise.id)
    assert (made.outcome, made.remark) == (Outcome.LATE, "Said it on Friday")


def test_the_editor_stays_where_it_is_when_others_write(shown: ExpectationsSection, desk: Desk, qtbot: QtBot) -> None:
    """The cards around it are read again, its text stays."""
    QTest.keyClick(cards(shown)[1], Qt.Key.Key_F2)
    editor = shown._editor()
    write(editor, statement="Call at nine")
    desk.bridge.do(lambda: expectations.keep(desk.office, cards(shown)[0].promise.id))

    assert editor is not None
    qtbot.waitUntil(lambda: cards(shown)[0].y() < editor.y() < cards(shown)[1].y())
    assert cards(shown)[0].promise.marks[0].kind == "kept"
    assert editor.fields["statement"].control.text() == "Call at nine"


def test_what_a_clock_does_not_say_stays(desk: Desk, qtbot: QtBot) -> None:
    """ "Always" does not say when it is looked at; another measure leaves that as it was."""
    clock = parse_clock("always, looked at every Friday", TODAY)
    made = expectations.add(desk.office, amara(desk.office), side=Side.MINE, statement="Be kind", measure="seen",
                            clock=clock, agreed_on=date(2026, 11, 10))  # fmt: skip
    shown = section(desk, qtbot)
    QTest.keyClick(cards(shown)[0], Qt.Key.Key_Return)
    write(shown._editor(), measure="seen by both")
    QTest.keyClick(shown._editor(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    wording = board.wording_of(desk.office, ExpectationId(made.id))
    assert (wording.measure, wording.clock) == ("seen by both", clock)


def test_hidden_it_waits_and_reads_when_shown(shown: ExpectationsSection, desk: Desk) -> None:
    """A tab in the background costs nothing while others write."""
    shown.hide()
    desk.bridge.do(lambda: expectations.delete(desk.office, ExpectationId(1)))
    shown.show()

    assert statements(shown) == ["Call first", "Name dates"]


@pytest.mark.parametrize(("width", "beside"), [(1000, True), (783, False)])
def test_columns_stack_when_narrow(shown: ExpectationsSection, qtbot: QtBot, width: int, beside: bool) -> None:
    """Below 720 of content."""
    shown.resize(width, 700)
    mine, theirs = (shown._columns[side] for side in (Side.MINE, Side.THEIRS))

    qtbot.waitUntil(lambda: (mine.y() == theirs.y()) is beside)


def test_what_is_typed_outlives_a_kill(shown: ExpectationsSection, desk: Desk, qtbot: QtBot) -> None:
    """A new section finds the editor as it was left."""
    shown.commands()["add-mine"]()
    editor = shown._editor()
    assert editor is not None
    write(editor, statement="Half a sent")
    qtbot.waitUntil(lambda: desk.bridge.draft("promise/1/mine") == '{"statement": "Half a sent"}', timeout=1500)

    another = section(desk, qtbot)
    again = another._editor()

    assert again is not None
    assert again.fields["statement"].control.text() == "Half a sent"


@pytest.mark.parametrize(("command", "words"), [("add-mine", "Amara keeps it too"), ("add-theirs", "I keep it too")])
def test_a_promise_of_both_is_written_once_and_stands_in_both_columns(
    shown: ExpectationsSection, desk: Desk, named: Find, command: str, words: str
) -> None:
    shown.commands()[command]()
    editor = shown._editor()
    assert editor is not None
    QTest.keyClick(named(editor, Check, words), Qt.Key.Key_Space)
    assert editor.fields["statement"].control.accessibleName() == "We both will"
    write(editor, statement="Answer within a day")
    editor.saved.emit()

    written = next(each for each in desk.office.expectations.of(ManagerId(1)) if each.side is Side.BOTH)
    for side in (Side.MINE, Side.THEIRS):
        assert "Answer within a day" in [card.promise.statement for card in cards(shown, side)]
    shown._edit(shown._columns[Side.THEIRS], shown._columns[Side.THEIRS].card_of(written.id), "proposed")
    again = shown._editor()
    assert again is not None
    assert again.fields["statement"].control.accessibleName() == "We both will"
    assert not named(again, Check, "I keep it too").isVisible()


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


def test_what_a_clock_says_is_never_cut(desk: Desk, qtbot: QtBot) -> None:
    """Where the dots leave it too little room it stands on lines of its own above them."""
    manager, clocks = amara(desk.office), ("always until " + "the offer is signed by both " * 2, "every Friday")
    for clock in clocks:
        expectations.add(
            desk.office, manager, side=Side.MINE, statement="Call", measure="A call", clock=parse_clock(clock, TODAY)
        )
    taller, same = (PromiseCard(card) for card in board.board(desk.office, manager)[0].cards)
    for each in (taller, same):
        qtbot.addWidget(each)

    assert taller.heightForWidth(300) > taller.heightForWidth(420) > taller.heightForWidth(1000)
    assert same.heightForWidth(300) == same.heightForWidth(1000)


@pytest.mark.parametrize(("width", "seen"), [(1000, True), (480, False)])
def test_what_the_dots_mean_is_said_whole_or_not_at_all(
    shown: ExpectationsSection, qtbot: QtBot, width: int, seen: bool
) -> None:
    shown.resize(width, 700)
    (legend,) = shown.findChildren(Legend)

    qtbot.waitUntil(lambda: legend.isVisible() is seen)
    assert not seen or legend.width() >= legend.sizeHint().width()
