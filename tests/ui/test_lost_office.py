"""A save fails in its last step: the page with "Try again" takes the window's place, and what was typed comes back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import one_window
from app.services import managers
from app.services.office import open_office
from builders import LONDON, Clock, amara, file_office
from tests.ui.conftest import gone
from tests.ui.failing_disk import let_the_disk_fail
from ui.desk import Place
from ui.kit.quick_line import QuickField
from ui.program import Program
from ui.window import Window

NOT_THERE = "The disk failed while saving. The change is not in the file; check the disk and do it again."


@pytest.fixture
def program(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program with the window of an office that knows Amara, at her log."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folder = file_office(tmp_path / "office").parent
    office = open_office(folder, clock=Clock(), zone=LONDON)
    amara(office)
    office.close()
    claim = one_window.enter(folder)
    assert claim is not None
    hook = sys.excepthook
    made = Program(qapp, Clock(), LONDON)
    made.begin(folder, claim)
    shown(made).open(Place("manager", 1, "log"))
    yield made
    window = made.window
    made._leave()
    if window is not None:
        gone(window)
    made._drop_trouble()
    gone(made)
    sys.excepthook = hook


def shown(program: Program) -> Window:
    """The window, which is open."""
    assert program.window is not None
    return program.window


def lose(program: Program) -> None:
    """A save of the window fails."""
    window = shown(program)
    let_the_disk_fail(window.desk.office)
    window.bridge.do(partial(managers.pause, window.desk.office, 1))


def trouble(program: Program, qtbot: QtBot) -> str:
    """What the page says that came in place of the window."""
    qtbot.waitUntil(lambda: program.trouble is not None)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the program's own loop does
    assert program.trouble is not None
    assert program.window is None
    return program.trouble.sentence


def test_the_page_says_what_happened(program: Program, qtbot: QtBot) -> None:
    lose(program)

    assert trouble(program, qtbot) == NOT_THERE


def test_what_was_typed_comes_back_after_try_again(
    program: Program, named: Callable[..., QPushButton], qtbot: QtBot
) -> None:
    """The line was half written when the disk failed, and its half second was not over."""
    QTest.keyClicks(shown(program).findChild(QuickField), "call 25m: agre")
    lose(program)
    trouble(program, qtbot)
    qtbot.mouseClick(named(program.trouble, QPushButton, "Try again"), Qt.MouseButton.LeftButton)

    again = shown(program)
    assert program.trouble is None
    assert again.findChild(QuickField).toPlainText() == "call 25m: agre"
    assert again.desk.office.managers.get(1).status.value == "active"
    again.bridge.do(partial(managers.pause, again.desk.office, 1))
    assert again.desk.office.managers.get(1).status.value == "paused"


def test_a_disk_that_still_fails_stays_on_the_page(
    program: Program, named: Callable[..., QPushButton], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing typed is forgotten meanwhile: it comes back with the first opening that lasts."""
    QTest.keyClicks(shown(program).findChild(QuickField), "call 25m: agre")
    lose(program)
    trouble(program, qtbot)
    monkeypatch.setattr("ui.program.open_office", failing_office)
    qtbot.mouseClick(named(program.trouble, QPushButton, "Try again"), Qt.MouseButton.LeftButton)
    assert trouble(program, qtbot) == NOT_THERE
    monkeypatch.setattr("ui.program.open_office", open_office)
    qtbot.mouseClick(named(program.trouble, QPushButton, "Try again"), Qt.MouseButton.LeftButton)

    assert shown(program).findChild(QuickField).toPlainText() == "call 25m: agre"


def failing_office(*given: object, **details: object) -> object:
    """An office on a disk that fails from the start."""
    office = open_office(*given, **details)  # type: ignore[arg-type]
    let_the_disk_fail(office)
    return office


def test_a_view_that_reads_meanwhile_is_no_crash(program: Program, qtbot: QtBot) -> None:
    """A slot that reads the closed file leads to the page; nothing is reported as a mistake of ours."""
    window = shown(program)
    toasts: list[str] = []
    window.desk.said.connect(lambda words, _undo: toasts.append(words))
    let_the_disk_fail(window.desk.office)
    window.keep_state()
    window._kept = {}
    window.keep_state()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    window.strip.setCurrentIndex(0)

    assert trouble(program, qtbot) == NOT_THERE
    assert toasts == []


def fields(window: Window, kind: type[QWidget]) -> list[QWidget]:
    """What can be typed into on the page."""
    return [each for each in window.pages.findChildren(kind) if each.isVisible()]


@pytest.mark.parametrize(
    ("section", "command"), [("expectations", "add-mine"), ("meetings", "plan-meeting"), ("notes", "new-note")]
)
def test_what_stands_in_any_form_is_taken_along(program: Program, qtbot: QtBot, section: str, command: str) -> None:
    window = shown(program)
    window.open(Place("manager", 1, section))
    window.run(command)
    kind = QLineEdit if section == "expectations" else QPlainTextEdit
    qtbot.waitUntil(lambda: bool(fields(window, kind)))
    QTest.keyClicks(fields(window, kind)[0], "half a sentence")
    lose(program)
    trouble(program, qtbot)

    assert program._left is not None
    assert any("half a sentence" in text for text in program._left.typed.values()), program._left.typed


def test_a_draft_that_cannot_be_kept_leads_there_too(program: Program, qtbot: QtBot) -> None:
    """Nobody pressed anything: the half second of typing was over."""
    window = shown(program)
    let_the_disk_fail(window.desk.office)
    QTest.keyClicks(window.findChild(QuickField), "call 25m")

    assert trouble(program, qtbot) == NOT_THERE
    assert program._left is not None
    assert "call 25m" in program._left.typed.values()
