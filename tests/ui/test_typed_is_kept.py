"""Whatever is typed into any form outlives a kill: half a second later it is in the store, and comes back by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services.office import Office
from tests.ui import intake_screen
from tests.ui.conftest import gone
from tests.ui.screens import (
    SEARCH,
    Step,
    at,
    document,
    edit_line,
    issued,
    meeting,
    press,
    press_button,
    press_called,
    run,
    write,
)
from ui.desk import Place
from ui.document.subject import Subject
from ui.first_run.form import NewRelationship
from ui.kit.drafts import DraftKeeper
from ui.kit.editor import Editor
from ui.kit.field import Area, Choice, Line
from ui.kit.form_draft import FormDraft, Kept
from ui.meeting.point_line import PointLine
from ui.places import makers
from ui.relationship.expectations.asking import Remark
from ui.relationship.log.place import LogList
from ui.window import Window

WITHIN_MS = 1_000


class Form(NamedTuple):
    """A form: how a person comes to it, and how to it again after a kill."""

    steps: tuple[Step, ...]
    again: tuple[Step, ...] = ()
    says_so: bool = True


def captured(window: Window) -> None:
    """A line caught in a meeting."""
    meeting(window)
    write("Bell goes on")(window)
    press(Qt.Key.Key_Return)(window)


def card(window: Window) -> None:
    """The card that was caught last, as a form."""
    shown(window, "CaughtCard").setFocus()
    press(Qt.Key.Key_F2)(window)


def point(window: Window) -> None:
    """A new point of the agenda."""
    window._full._side.add_point()


def first_point(window: Window) -> None:
    """The first point of the agenda, written anew."""
    window._full._side.agenda.edit_row(0)


def back(window: Window) -> None:
    """To the meeting that runs."""
    running = window.desk.office.meetings.running()
    assert running is not None
    window.open(Place("meeting", running.id))


def open_issued(window: Window) -> None:
    """The document that was issued last."""
    window.open(Place("issued", window.desk.office.issued.where("1", then="ORDER BY t.id")[-1].id))


def entry(window: Window) -> None:
    """An entry of the log, written anew in its place."""
    entries = window.findChild(LogList)
    entries.setFocus()
    entries.select(2)
    QTest.keyClick(entries, Qt.Key.Key_F2)


def remark(window: Window) -> None:
    """Why the first promise was missed."""
    shown(window, "PromiseCard").setFocus()
    press(Qt.Key.Key_M)(window)
    press_button("Write why")(window)


LOG = (at("manager", "log"), entry)
DETAILS = (at("manager"), run("edit-manager"))
MEETING = (at("manager", "meetings"), press(Qt.Key.Key_F2))
SEARCHED = (at("search", SEARCH),)
MUST, OTHER = edit_line("Distributed systems design"), edit_line("Four days a week, if on-call is covered")
FACT = edit_line("Median ask 94k, accepted 91k")
WRONG = edit_line("Hired for Rust, spent the year on incidents. Nobody had said so.")
FORMS = {
    "details": Form(DETAILS, DETAILS),
    "new promise": Form((at("manager", "expectations"), run("add-theirs"))),
    "promise": Form((at("manager", "expectations"), press(Qt.Key.Key_F2))),
    "talk": Form(LOG, LOG),
    "talk as fields": Form((at("manager", "log"), run("log"), press(Qt.Key.Key_Tab))),
    "plan": Form((at("manager", "meetings"), run("plan-meeting"))),
    "meeting": Form(MEETING, MEETING),
    "intake": Form((intake_screen.plan_intake,), (intake_screen.plan_intake,)),
    "invitation": Form((intake_screen.invite,), (intake_screen.invite_again,)),
    "answer of an intake": Form((intake_screen.intake, intake_screen.press_asked), (back, intake_screen.press_asked)),
    "new relationship": Form((at("new"),)),
    "captured line": Form((captured, card), (back, card)),
    "remark": Form((at("manager", "expectations"), remark)),
    "search": Form((*SEARCHED, run("edit-search")), (run("edit-search"),)),
    "outcome": Form((*SEARCHED, press_called("stage-closed")), (press_called("stage-closed"),)),
    "must-have": Form((*SEARCHED, MUST), (MUST,)),
    "alternative": Form((*SEARCHED, OTHER), (OTHER,)),
    "market fact": Form((*SEARCHED, FACT), (FACT,)),
    "what went wrong": Form((*SEARCHED, WRONG), (WRONG,)),
    "summary": Form((document,), (document,)),
    "issued": Form((issued,), (open_issued,)),
    "new point": Form((meeting, point), (back,), says_so=False),
    "point": Form((meeting, first_point), (back, first_point), says_so=False),
}  # fmt: skip


def shown(window: Window, name: str) -> QWidget:
    """The visible widget of a class."""
    return next(each for each in window.findChildren(QWidget) if type(each).__name__ == name and each.isVisible())


def form(window: Window) -> QWidget | None:
    """The form that is open."""
    kinds = (Editor, NewRelationship, PointLine, Remark, Subject)
    return next((each for kind in kinds for each in window.findChildren(kind) if each.isVisible()), None)


def controls(window: Window) -> list[QWidget]:
    """Everything that can be filled in."""
    inside = form(window)
    assert inside is not None
    return [inside] if isinstance(inside, PointLine) else [
        each for each in inside.findChildren(QWidget)
        if isinstance(each, Line | Area | Choice) and each.isVisible() and not isinstance(each.parent(), Choice)
    ]  # fmt: skip


def texts(window: Window) -> list[str]:
    """What stands in it."""
    return [
        each.currentText() if isinstance(each, Choice)
        else each.text() if isinstance(each, QLineEdit) else each.toPlainText()  # type: ignore[attr-defined]
        for each in controls(window)
    ]  # fmt: skip


def waiting(window: Window) -> bool:
    """Whether something typed is in nothing but memory."""
    keepers = (*window.findChildren(FormDraft), *window.findChildren(DraftKeeper))
    return any(timer.isActive() for keeper in keepers for timer in keeper.findChildren(QTimer))


def fill(window: Window) -> None:
    """Another choice everywhere, a letter more everywhere."""
    for each in controls(window):
        if isinstance(each, Choice) and not each.isEditable():
            each.setCurrentIndex((each.currentIndex() + 1) % each.count())
    for each in controls(window):
        if not isinstance(each, Choice):
            QTest.keyClicks(each, " 7")
        elif each.isEditable():
            QTest.keyClicks(each.typed, " 7")


@pytest.fixture
def opened(sample_office: Office, qtbot: QtBot) -> Iterator[Callable[..., Window]]:
    """Opens the program's window and goes these steps; a window before it is killed: it goes without a word."""
    windows: list[Window] = []

    def open_one(steps: tuple[Step, ...]) -> Window:
        while windows:
            gone(windows.pop())
        windows.append(Window(sample_office, makers()))
        windows[0].show()
        windows[0].activateWindow()
        qtbot.waitUntil(windows[0].isActiveWindow)
        for step in steps:
            step(windows[0])
        qtbot.waitUntil(lambda: form(windows[0]) is not None)
        return windows[0]

    yield open_one
    windows[0].close()
    gone(windows[0])


@pytest.mark.parametrize("name", FORMS)
def test_typing_outlives_a_kill(opened: Callable[..., Window], qtbot: QtBot, name: str) -> None:
    """The window goes without a word; the next one shows the form as it was left, and says so."""
    wanted = FORMS[name]
    window = opened(wanted.steps)
    before = texts(window)
    fill(window)
    typed = texts(window)
    assert all(one != other for one, other in zip(before, typed, strict=True))
    qtbot.waitUntil(lambda: not waiting(window), timeout=WITHIN_MS)
    window.keep_state()

    again = opened(wanted.again)
    assert texts(again) == typed
    assert any(each.isVisible() for each in again.findChildren(Kept)) is wanted.says_so
