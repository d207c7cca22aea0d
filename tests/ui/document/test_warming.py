"""The libraries of paper are loaded beside the window, before the first preview where a meeting left time for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.services import preview
from app.services.office import Office
from tests.ui.first_preview import fresh
from ui import tasks
from ui.desk import Desk, Place
from ui.document import warming
from ui.document.warming import Foreseen, Warming


@pytest.fixture
def folder(sample_office: Office) -> Path:
    """The office of the pictures, free for another process."""
    sample_office.close()
    return sample_office.folder


@pytest.mark.parametrize("way", [(), ("--after-a-meeting",)])
def test_paper_is_loaded_beside_the_window(folder: Path, way: tuple[str, ...]) -> None:
    """How long the window is busy meanwhile is measured in `tests/benchmarks/test_first_preview.py`."""
    assert fresh(folder, *way)["threads"] == ["rapport-task_0"]


def test_nothing_is_loaded_for_a_page_that_was_left_at_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(warming, "_SEEN_MS", 20)
    monkeypatch.setattr(preview, "warm", lambda: loaded.append("warm"))
    stayed, left = QObject(), QObject()
    for owner in (left, stayed):
        Warming(owner)
    left.deleteLater()
    done: list[str] = []
    qtbot.waitUntil(lambda: bool(loaded))
    tasks.run(stayed, lambda: "after it", done.append, lambda error: done.append(str(error)))
    qtbot.waitUntil(lambda: bool(done))

    assert loaded == ["warm"]


def test_a_document_that_is_expected_is_made_ready_once(
    sample_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(preview, "warm", lambda: loaded.append("warm"))
    foreseen, done = Foreseen(sample_desk), list[str]()
    sample_desk.expect(Place("meeting", 1))
    tasks.run(foreseen, lambda: list(loaded), done.extend, lambda error: done.append(str(error)))
    for _time in range(2):
        sample_desk.expect(Place("document", 1))
    qtbot.waitUntil(lambda: bool(loaded))
    tasks.run(foreseen, lambda: ["after it"], done.extend, lambda error: done.append(str(error)))
    qtbot.waitUntil(lambda: bool(done))

    assert (loaded, done) == (["warm"], ["after it"])
