"""What every test of a manager's meetings begins with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.services.office import Office
from tests.builders import Clock, amara, memory_office
from tests.ui.meetings.screen import Named, Scene
from ui.desk import Desk, Place


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    amara(made)
    return made


@pytest.fixture
def scene(desk: Desk, clock: Clock, qtbot: Any, named: Named) -> Scene:
    asked: list[Place] = []
    said: list[tuple[str, bool]] = []
    desk.asked.connect(asked.append)
    desk.said.connect(lambda words, undo: said.append((words, undo)))
    return Scene(desk, desk.office, clock, asked, said, qtbot, named)
