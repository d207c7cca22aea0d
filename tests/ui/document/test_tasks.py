"""Pages are made beside the window: on another thread, for as long as somebody wants them."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.domain.talks import MeetingId
from app.services import preview
from tests.ui.document.screen import opened
from ui import tasks
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow


def test_pages_are_made_beside_the_window(
    sample_desk: Desk, meeting: MeetingId, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: set[int] = set()
    press_page, draw = preview.press, preview.picture
    monkeypatch.setattr(preview, "press", lambda *given: (made.add(threading.get_ident()), press_page(*given))[1])
    monkeypatch.setattr(preview, "picture", lambda *given: (made.add(threading.get_ident()), draw(*given))[1])
    opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)

    assert len(made) == 1
    assert threading.get_ident() not in made


def test_a_closed_window_is_freed_even_while_its_page_is_drawn(
    sample_desk: Desk, meeting: MeetingId, qtbot: QtBot
) -> None:
    window = DocumentWindow(sample_desk, Place("document", meeting))
    window.show()
    freed = weakref.ref(window)
    with qtbot.waitSignal(window.destroyed):
        window.close()
    del window
    done: list[str] = []
    tasks.run(sample_desk, lambda: "after it", done.append, lambda error: done.append(str(error)))
    qtbot.waitUntil(lambda: bool(done))
    gc.collect()

    assert freed() is None


def test_a_bug_in_a_task_surfaces_on_the_window_s_thread(qtbot: QtBot) -> None:
    owner, threads = QObject(), []
    with qtbot.captureExceptions() as caught:
        tasks.run(owner, lambda: 1 // 0, threads.append, lambda error: threads.append(str(error)))
        qtbot.waitUntil(lambda: bool(caught))

    assert (caught[0][0], threads) == (ZeroDivisionError, [])


def test_a_task_tells_a_failure_and_nothing_once_its_owner_is_gone(qtbot: QtBot) -> None:
    told: list[str] = []

    def fail() -> str:
        raise AppError("Choose another.")

    owner, gone = QObject(), QObject()
    tasks.run(gone, lambda: "late", told.append, lambda error: told.append(str(error)))
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    tasks.run(owner, fail, told.append, lambda error: told.append(str(error)))
    tasks.run(owner, lambda: "done", told.append, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: "done" in told)

    assert [words for words in told if words != "late"] == ["Choose another.", "done"]
