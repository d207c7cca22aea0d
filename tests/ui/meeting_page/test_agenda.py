"""The agenda of a meeting by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.domain.text import LINE
from app.services import live
from tests.ui.meeting_page.screen import Scene, agenda_of, points
from ui.kit.field import too_long
from ui.meeting.agenda_list import laid_out

CONTROL = Qt.KeyboardModifier.ControlModifier


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


def test_a_point_that_is_too_long_to_paste_is_said(scene: Scene) -> None:
    """The line of a new point, and the line of one that is written anew."""
    said: list[str] = []
    scene.desk.said.connect(lambda words, _undo: said.append(words))
    QGuiApplication.clipboard().setText("word " * LINE)
    scene.qtbot.mouseClick(scene.named(scene.page, QAbstractButton, "Add a point"), Qt.MouseButton.LeftButton)
    scene.qtbot.keyClick(scene.named(scene.page, QLineEdit, "Agenda point"), Qt.Key.Key_V, CONTROL)
    agenda_of(scene.page).edit_row(0)
    scene.qtbot.keyClick(scene.named(agenda_of(scene.page), QLineEdit, "Agenda point"), Qt.Key.Key_V, CONTROL)

    assert said == [too_long(LINE)] * 2


def test_a_point_given_up_leaves_no_draft(scene: Scene) -> None:
    """Esc in either line; a point that was saved leaves none either."""
    listing = agenda_of(scene.page)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        listing.edit_row(0)
        line = listing.indexWidget(listing.model().index(0, 0))
        scene.qtbot.keyClicks(line, "One anew")
        scene.page.settle()
        assert drafts_of(scene) == 1
        scene.qtbot.keyClick(line, key)
        assert drafts_of(scene) == 0

    assert points(scene.office, scene.meeting)[0][0] == "One anew"


def drafts_of(scene: Scene) -> int:
    """How many texts are kept."""
    return int(scene.office.conn.execute("SELECT count(*) FROM draft").fetchone()[0])


def test_a_long_point_is_parted_between_words_and_a_word_only_where_it_must() -> None:
    text = "The pattern, and what changes in the requirements"
    for line, parts in ((text, text.split()), ("x" * 100, [])):
        laid = laid_out(line, "bodyMedium", 140)
        begins = [laid.lineAt(number).textStart() for number in range(laid.lineCount())]
        seen = [line[start:end] for start, end in zip(begins, [*begins[1:], None], strict=True)]
        assert len(seen) > 1
        assert not parts or [word for each in seen for word in each.split()] == parts
        assert all(laid.lineAt(number).naturalTextWidth() <= 140 for number in range(laid.lineCount()))


@pytest.mark.parametrize(
    ("held", "over", "below", "order"),
    [
        (0, 2, True, ["Two", "Three", "One"]),
        (2, 0, False, ["Three", "One", "Two"]),
        (0, 1, True, ["Two", "One", "Three"]),
        (1, 1, True, ["One", "Two", "Three"]),
    ],
)
def test_a_point_is_dragged_to_another_place(scene: Scene, held: int, over: int, below: bool, order: list[str]) -> None:
    listing = agenda_of(scene.page)
    boxes = [listing.visualRect(listing.model().index(row, 0)) for row in range(3)]
    to = QPoint(boxes[over].center().x(), boxes[over].bottom() - 2 if below else boxes[over].top() + 2)
    ground = listing.viewport()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=boxes[held].center())
    for where in (boxes[held].center() + QPoint(0, 12), to):
        at, button = QPointF(where), Qt.MouseButton.LeftButton
        move = QMouseEvent(QEvent.Type.MouseMove, at, ground.mapToGlobal(at), button, button, Qt.KeyboardModifier(0))
        QCoreApplication.sendEvent(ground, move)
    ground.grab()
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=to)

    assert [text for text, _minutes, _done in points(scene.office, scene.meeting)] == order
    assert not any(done for _text, _minutes, done in points(scene.office, scene.meeting))
    if order != ["One", "Two", "Three"]:
        scene.desk.bridge.do(lambda: live.undo(scene.office))
        assert [text for text, _minutes, _done in points(scene.office, scene.meeting)] == ["One", "Two", "Three"]
