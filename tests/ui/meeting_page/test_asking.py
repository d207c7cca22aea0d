"""Intake mode: the questions one after the other, their answers, what is left for later, and what is still typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.domain.meetings import MeetingKind, MeetingState
from app.domain.searches import SearchId
from app.domain.talks import MeetingId
from app.services import live, meetings, questions, searches
from app.services.office import Office
from tests.ui.meeting_page.screen import line_of, shown
from ui.desk import Desk
from ui.kit.press_row import PressRow
from ui.kit.words import Label
from ui.meeting.asking import AskingBar
from ui.meeting.page import MeetingPage

WHY, BREAKS = "Why is the role open?", "What breaks without it?"
Named = Callable[[QWidget, type, str], Any]


@pytest.fixture
def meeting(office: Office) -> MeetingId:
    """An intake that runs, in place of the calibration call."""
    search = SearchId(searches.open_search(office, 1, title="Staff SRE", location="x", target_start=office.today(),
                                           salary_max=1).id)  # fmt: skip
    return MeetingId(meetings.start_now(office, 1, kind=MeetingKind.INTAKE, search=search).id)


def bar(page: QWidget) -> AskingBar:
    return page.findChildren(AskingBar)[0]


def words(page: QWidget) -> list[str]:
    """What the bar says, from above."""
    return [each.text() for each in bar(page).findChildren(Label) if each.isVisible()]


def rows(page: QWidget) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(PressRow) if each.isVisible()]


def click(page: QWidget, named: Named, name: str, qtbot: Any, kind: type = QPushButton) -> None:
    qtbot.mouseClick(named(page, kind, name), Qt.MouseButton.LeftButton)


def test_enter_keeps_the_answer_and_goes_on(page: MeetingPage, office: Office, named: Named, qtbot: Any) -> None:
    assert words(page)[:2] == ["Question 1 of 18", WHY]
    answer = named(page, QLineEdit, "The answer")
    qtbot.keyClicks(answer, "Growth")
    qtbot.keyClick(answer, Qt.Key.Key_Return)

    assert words(page)[:2] == ["Question 2 of 18", BREAKS]
    assert (answer.text(), answer.hasFocus()) == ("", True)
    assert [(each.text, each.answer) for each in office.questions.of(1)] == [(WHY, "Growth")]
    assert rows(page) == [WHY]
    live.undo(office)
    assert office.questions.of(1) == []


def test_an_answer_is_kept_as_a_must_have_too(page: MeetingPage, office: Office, named: Named, qtbot: Any) -> None:
    qtbot.keyClicks(named(page, QLineEdit, "The answer"), "Two years on call")
    kind = named(page, QComboBox, "Keep it also as")
    kind.setCurrentIndex(1)
    click(page, named, "Asked", qtbot)

    assert [(each.kind.value, each.text) for each in office.requirements.of(1)] == [("must", "Two years on call")]
    assert kind.currentIndex() == 0


def test_what_is_refused_stays_with_its_sentence(page: MeetingPage, office: Office, named: Named, qtbot: Any) -> None:
    named(page, QComboBox, "Keep it also as").setCurrentIndex(1)
    click(page, named, "Asked", qtbot)

    assert "Write the answer that becomes a requirement." in words(page)
    assert office.questions.of(1) == []


def test_later_makes_a_gap_and_a_press_asks_it(page: MeetingPage, office: Office, named: Named, qtbot: Any) -> None:
    click(page, named, "Later", qtbot)
    assert words(page)[1] == BREAKS
    qtbot.waitUntil(lambda: rows(page) == [WHY])
    click(page, named, WHY, qtbot, PressRow)
    assert words(page)[:2] == ["A gap in the intake", WHY]
    qtbot.keyClicks(named(page, QLineEdit, "The answer"), "Growth")
    click(page, named, "Asked", qtbot)

    assert words(page)[:2] == ["Question 2 of 18", BREAKS]
    assert [(each.text, each.answer) for each in office.questions.of(1)] == [(WHY, "Growth")]


def test_an_answer_that_is_typed_is_asked_for_first(
    page: MeetingPage, office: Office, named: Named, qtbot: Any
) -> None:
    click(page, named, "Later", qtbot)
    qtbot.keyClicks(named(page, QLineEdit, "The answer"), "half an answer")
    click(page, named, WHY, qtbot, PressRow)
    assert words(page)[1] == BREAKS
    assert "This answer is not kept yet. Press Asked, or clear it." in words(page)
    click(page, named, "End without summary", qtbot)

    assert office.meetings.running() is not None


def test_what_is_typed_and_which_question_it_was_come_back(
    page: MeetingPage, desk: Desk, meeting: MeetingId, named: Named, qtbot: Any
) -> None:
    click(page, named, "Later", qtbot)
    click(page, named, WHY, qtbot, PressRow)
    qtbot.keyClicks(named(page, QLineEdit, "The answer"), "half")
    page.settle()
    again = shown(desk, meeting, qtbot)

    assert (words(again)[1], named(again, QLineEdit, "The answer").text()) == (WHY, "half")


def test_an_answer_is_written_anew_and_taken_back(page: MeetingPage, office: Office, named: Named, qtbot: Any) -> None:
    click(page, named, "Asked", qtbot)
    click(page, named, WHY, qtbot, PressRow)
    area = named(page, QPlainTextEdit, "The answer")
    area.setPlainText("Somebody left")
    qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert office.questions.of(1)[0].answer == "Somebody left"
    click(page, named, WHY, qtbot, PressRow)
    click(page, named, "It was not asked", qtbot)

    assert (office.questions.of(1)[0].answer, office.questions.of(1)[0].asked_on) == (None, None)


def test_at_the_end_it_says_so_and_ending_is_one_action(
    page: MeetingPage, office: Office, meeting: MeetingId, named: Named, qtbot: Any
) -> None:
    while (ahead := questions.asking(office, office.meetings.get(meeting)).ahead)[1:]:
        questions.ask(office, meeting, text=ahead[0])
    click(page, named, "Asked", qtbot)
    click(page, named, "Later", qtbot)
    assert words(page) == ["Every question was asked or left for later."]
    assert line_of(page).hasFocus()
    actions = office.conn.execute("SELECT count(*) FROM action").fetchone()[0]
    click(page, named, "End without summary", qtbot)

    assert office.meetings.get(meeting).state is MeetingState.HELD
    assert office.conn.execute("SELECT count(*) FROM action").fetchone()[0] == actions + 1


def test_other_meetings_ask_only_what_is_pressed(desk: Desk, office: Office, named: Named, qtbot: Any) -> None:
    search = SearchId(searches.open_search(office, 1, title="Staff SRE").id)
    made = meetings.start_now(office, 1, kind=MeetingKind.CALIBRATION, search=search).id
    page = shown(desk, made, qtbot)
    assert not bar(page).isVisible()
    assert line_of(page).hasFocus()
    click(page, named, "When should they start?", qtbot, PressRow)
    assert words(page)[:2] == ["A gap in the intake", "When should they start?"]
    qtbot.keyClick(named(page, QLineEdit, "The answer"), Qt.Key.Key_Return)

    assert not bar(page).isVisible()
    assert line_of(page).hasFocus()
    said = ["When should they start?", "Where is the work done?", "What is the salary band?"]
    qtbot.waitUntil(lambda: sorted(rows(page)) == sorted(said))
