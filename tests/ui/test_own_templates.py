"""The templates in Settings: your own copy made, changed in its place, refused with a sentence, deleted and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.meetings import MeetingKind
from app.services import agreements, live, templates
from tests.ui.conftest import gone
from ui.desk import Desk
from ui.kit.button import Button
from ui.settings.page import SettingsPage
from ui.settings.templates import TemplatesList

Find = Callable[..., Any]
POINTS = "Points, one a line, with minutes behind: Why this role · 5 min"
INTAKE = "My own: Intake meeting"
STEPS = "Steps, one a line, with whose and how long: CVs with notes · you · 5 days"
GROUPS = {"Satisfaction": "Agreement and satisfaction", "Process of a search": "Searches"}
COPY = "Make my own copy: Two-way agreement, Agreement and satisfaction"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[SettingsPage]:
    shown = opened(qtbot, desk)
    yield shown
    gone(shown)


def opened(qtbot: QtBot, desk: Desk) -> SettingsPage:
    shown = SettingsPage(desk)
    shown.resize(1028, 900)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def press(found: QWidget) -> None:
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def copied(page: SettingsPage, named: Find, kind: str) -> None:
    """A copy of the first template of that name; the form stands open."""
    press(named(page, Button, f"Make my own copy: {kind}, {GROUPS.get(kind, 'Agendas')}"))


def test_a_copy_is_changed_and_counts(page: SettingsPage, desk: Desk, named: Find) -> None:
    copied(page, named, "Intake meeting")
    assert named(page, QLineEdit, "Name").text() == INTAKE
    area = named(page, QPlainTextEdit, POINTS)
    area.setPlainText("Why now · 10 min\n\nWho decides")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert templates.agenda_for(desk.office, MeetingKind.INTAKE) == [("Why now", 10), ("Who decides", None)]
    assert named(page, Button, f"Edit: {INTAKE}, Agendas").hasFocus()

    press(named(page, Button, f"Delete: {INTAKE}, Agendas"))
    assert len(templates.agenda_for(desk.office, MeetingKind.INTAKE)) == 6
    desk.bridge.do(lambda: live.undo(desk.office))
    assert len(templates.agenda_for(desk.office, MeetingKind.INTAKE)) == 2
    assert named(page, Button, f"Edit: {INTAKE}, Agendas").isVisible()


def test_a_process_is_changed_line_by_line(page: SettingsPage, desk: Desk, named: Find) -> None:
    copied(page, named, "Process of a search")
    area = named(page, QPlainTextEdit, STEPS)
    assert area.toPlainText().splitlines()[1] == "Feedback, with a reason · the manager · 2 days"
    area.setPlainText("CVs · 3 days\nPanel · the manager · 9999 days")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert named(page, QPlainTextEdit, STEPS).isVisible()

    area.setPlainText("CVs · 3 days\nPanel · the manager · 1 week")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert templates.points_for(desk.office, "process") == [
        {"text": "CVs", "owner": "me", "days": 3}, {"text": "Panel", "owner": "them", "weeks": 1},
    ]  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), [("\n", "Write at least one line."), ("Long · 9000 min", "Line 1: ")])
def test_what_cannot_be_one_is_said_under_its_field(
    page: SettingsPage, desk: Desk, named: Find, typed: str, said: str
) -> None:
    copied(page, named, "Intake meeting")
    field = named(page, QPlainTextEdit, POINTS)
    field.setPlainText(typed)
    press(named(page, Button, "Save"))

    assert said in field.accessibleDescription()
    assert len(templates.agenda_for(desk.office, MeetingKind.INTAKE)) == 6


def test_esc_leaves_it_as_it_was(page: SettingsPage, desk: Desk, named: Find) -> None:
    copied(page, named, "Satisfaction")
    field = named(page, QLineEdit, "Name")
    field.setText("Other")
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert [each.name for each in desk.office.templates.everything()] == ["My own: Satisfaction"]
    assert named(page, Button, "Edit: My own: Satisfaction, Agreement and satisfaction").hasFocus()


def test_a_promise_of_an_agreement_is_added_changed_and_removed(page: SettingsPage, desk: Desk, named: Find) -> None:
    named(page, Button, COPY).click()
    named(page, Button, "Change: Send the status").click()
    named(page, Button, "Remove").click()
    named(page, Button, "Add a promise").click()
    named(page, QLineEdit, "Promise").setText("Call back")
    named(page, QLineEdit, "Due or repeats").setText("every Monday")
    named(page, QRadioButton, "Theirs").click()
    named(page, Button, "Done").click()
    named(page, Button, "Save").click()

    terms = agreements.offered(desk.office)[0].terms
    assert len(terms) == 16
    assert [(each.side, each.clock) for each in terms if each.statement == "Call back"] == [("theirs", "every Monday")]
    assert "Send the status" not in [each.statement for each in terms]


def test_what_is_typed_outlives_a_kill(page: SettingsPage, desk: Desk, qtbot: QtBot, named: Find) -> None:
    copied(page, named, "Intake meeting")
    named(page, QPlainTextEdit, POINTS).setPlainText("Why now")
    page.settle()
    again = opened(qtbot, desk)

    assert named(again, QPlainTextEdit, POINTS).toPlainText() == "Why now"
    gone(again)


def test_a_form_whose_template_went_goes_too(page: SettingsPage, desk: Desk, named: Find) -> None:
    copied(page, named, "Intake meeting")
    desk.bridge.do(lambda: live.undo(desk.office))

    listed = page.findChild(TemplatesList)
    assert not [each for each in listed.findChildren(QPlainTextEdit) if each.isVisible()]
    assert named(page, Button, "Make my own copy: Intake meeting, Agendas").isVisible()


def test_what_was_typed_for_another_kind_is_not_put_into_a_new_one(
    page: SettingsPage, desk: Desk, named: Find
) -> None:  # fmt: skip
    """A copy that is undone leaves its number to the next one, of whatever kind."""
    copied(page, named, "Process of a search")
    named(page, QPlainTextEdit, STEPS).setPlainText("CVs · 3 days")
    page.settle()
    desk.bridge.do(lambda: live.undo(desk.office))
    press(named(page, Button, COPY))

    assert len(templates.points_for(desk.office, "agreement")) > 10
    assert named(page, QLineEdit, "Name").text() == "My own: Two-way agreement"
