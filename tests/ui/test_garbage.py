"""Widgets in a ring of references, and work that is over, end on the window's thread."""

from __future__ import annotations

import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.desk import Desk
from ui.searches.page import SearchesPage
from ui.tasks import Task

MANY = 200_000  # far more pieces of memory than make Python look for garbage by itself


class Ring(QWidget):
    """A widget that only a search for garbage can find."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def ends(thing: object, on: list[int]) -> None:
    """Write down the thread on which a thing ends."""
    weakref.finalize(thing, lambda: on.append(threading.get_ident()))


def test_another_thread_never_finds_a_widget(qtbot: QtBot) -> None:
    on: list[int] = []
    ends(Ring(), on)
    done: list[list[list[int]]] = []
    owner = QObject()
    tasks.run(owner, lambda: [[] for _ in range(MANY)], done.append, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: bool(on))

    assert on == [threading.get_ident()]


def test_work_that_is_over_ends_on_the_window_s_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the other thread is to let go of it."""
    on: list[int] = []
    do = Task.do

    def slow(task: Task) -> None:
        do(task)
        threading.Event().wait(0.2)

    monkeypatch.setattr(Task, "do", slow)
    owner = QObject()
    ends(tasks.run(owner, lambda: None, lambda _value: None, lambda _error: None), on)
    qtbot.waitUntil(lambda: bool(on))

    assert on == [threading.get_ident()]


def test_the_rows_of_a_list_do_not_hold_its_page(sample_desk: Desk, qtbot: QtBot) -> None:
    """Such a circle goes through Qt's parents, and PySide 6.11 frees the list in it twice, which ends the program."""
    page = SearchesPage(sample_desk)
    qtbot.addWidget(page)

    assert [name for name, each in vars(page.listing.rows).items() if getattr(each, "__self__", None) is page] == []
