"""What every test of the notes begins with: Amara, short pauses, and a way to show the section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.services.office import Office
from builders import amara
from tests.ui.conftest import gone
from ui.actions import Actions
from ui.desk import Desk
from ui.relationship.notes import saving
from ui.relationship.notes.section import NotesSection


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause is over soon; nothing else about it changes."""
    monkeypatch.setattr(saving, "DRAFT_MS", 10)
    monkeypatch.setattr(saving, "PAUSE_MS", 40)
    monkeypatch.setattr(saving, "AGAIN_MS", 40)


@pytest.fixture
def manager(office: Office) -> ManagerId:
    """Amara, without a note."""
    return amara(office)


@pytest.fixture
def said(desk: Desk) -> list[tuple[str, bool]]:
    """What the toast says."""
    heard: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, undo: heard.append((words, undo)))
    return heard


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Iterator[Callable[..., NotesSection]]:
    """Shows the section as a window with its commands."""
    windows: list[QWidget] = []

    def shown(over: Desk, manager: int) -> NotesSection:
        section = NotesSection(over, manager)
        holder = QWidget()
        windows.append(holder)
        QVBoxLayout(holder).addWidget(section)
        holder.resize(1028, 640)
        Actions(holder).answer_on_page(section.commands())
        with qtbot.waitActive(holder):
            holder.show()
            holder.activateWindow()
        return section

    yield shown
    for window in windows:
        gone(window)
