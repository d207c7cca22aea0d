"""What every test of the overview begins with: the section of Amara's tab, and what it asks of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.services.office import Office
from tests.ui.screens import amara
from ui.desk import Desk, Place
from ui.relationship.overview.section import OverviewSection


class Asked(NamedTuple):
    """Where the section wanted to go, what it commanded and said."""

    places: list[Place]
    commands: list[str]
    said: list[tuple[str, bool]]


def hear(desk: Desk) -> Asked:
    """Listen to a desk."""
    found = Asked([], [], [])
    desk.asked.connect(found.places.append)
    desk.commanded.connect(found.commands.append)
    desk.said.connect(lambda words, undo: found.said.append((words, undo)))
    return found


class Scene(NamedTuple):
    """Amara's overview with everything a test presses and looks at."""

    section: OverviewSection
    desk: Desk
    office: Office
    manager: ManagerId
    asked: Asked
    named: Callable[..., QPushButton]
    qtbot: QtBot

    def press(self, words: str) -> None:
        """Click a button by its words or its name."""
        self.qtbot.mouseClick(self.named(self.section, QPushButton, words), Qt.MouseButton.LeftButton)


@pytest.fixture
def scene(section: OverviewSection, sample_desk: Desk, asked: Asked, request: pytest.FixtureRequest) -> Scene:
    found = request.getfixturevalue
    return Scene(section, sample_desk, sample_desk.office, found("manager"), asked, found("named"), found("qtbot"))


@pytest.fixture
def asked(sample_desk: Desk) -> Asked:
    return hear(sample_desk)


@pytest.fixture
def manager(sample_office: Office) -> ManagerId:
    """Amara."""
    return amara(sample_office)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., OverviewSection]:
    """Shows somebody's overview."""

    def shown(desk: Desk, manager: int, width: int = 1028, height: int = 640) -> OverviewSection:
        section = OverviewSection(desk, manager)
        qtbot.addWidget(section)
        section.resize(width, height)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(lambda: section.isActiveWindow() and section.is_whole)
        return section

    return shown


@pytest.fixture
def section(sample_desk: Desk, manager: ManagerId, show: Callable[..., OverviewSection]) -> OverviewSection:
    """Amara's overview in the office of the pictures."""
    return show(sample_desk, manager)
