"""The window is killed while somebody types: what it said is saved is there, and all but a second of typing.


For a long night: `pytest tests/faults -m faults --kills 1000`.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from app.services import managers
from app.services.office import open_office
from app.storage.database import FILE_NAME
from tests.faults.conftest import TOP, Figures
from tests.faults.journey import LONDON, wrong_with

pytest.importorskip("PySide6.QtWidgets")
pytestmark = [pytest.mark.faults, pytest.mark.timeout(3600)]
KILLED, MOST_LOST_S = -9, 1.0
SURROUNDINGS = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


class Fact(NamedTuple):
    """What the window had shown, and when."""

    at: float
    kind: str
    text: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office with one manager."""
    office = open_office(tmp_path / "office", clock=lambda: datetime.now(UTC), zone=LONDON, create=True)
    managers.add(office, name="Amara Okonkwo")
    office.close()
    return tmp_path / "office"


def killed(folder: Path, section: str, seed: int, after: float) -> tuple[list[Fact], float]:
    """Let the window be typed in for some seconds after its first letter, then kill it; what it showed, and when."""
    command = [
        sys.executable,
        "-m",
        "tests.faults.window_child",
        str(folder),
        "--section",
        section,
        "--seed",
        str(seed),
    ]
    with subprocess.Popen(command, cwd=TOP, env=SURROUNDINGS, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
        said = (first + process.stdout.read()).decode().split("\n")[:-1]
    assert process.returncode == KILLED
    facts = [Fact(float(at), kind, text) for at, kind, text in (line.split(" ", 2) for line in said)]
    return facts, facts[-1].at


def store(folder: Path) -> tuple[list[str], list[str]]:
    """Every saved text, and every draft, as the next start finds them."""
    conn = sqlite3.connect(folder / FILE_NAME)
    try:
        saved = [row[0] for table in ("talk", "captured_item") for row in conn.execute(f"SELECT text FROM {table}")]
        return saved, [row[0] for row in conn.execute("SELECT text FROM draft WHERE place <> 'window'")]
    finally:
        conn.close()


def lost_seconds(facts: list[Fact], ended: float, saved: list[str], drafts: list[str]) -> float:
    """How long before the kill the oldest letter was typed that is neither saved nor a draft."""
    typed = [fact for fact in facts if fact.kind == "typed"]
    line = typed[-1].text.split(" ")[0]
    letters = [fact for fact in typed if fact.text.startswith(line)]
    kept = max((len(text) for text in (*saved, *drafts) if text.startswith(line)), default=0)
    missing = [fact.at for fact in letters if len(fact.text.rstrip()) > kept]
    return ended - missing[0] if missing else 0.0


@pytest.mark.parametrize("section", ["log", "meeting"])
def test_a_killed_window_loses_nothing_saved_and_a_second_of_typing_at_most(
    folder: Path, section: str, pytestconfig: pytest.Config, record_property: Figures
) -> None:
    """One office goes through all the kills of a place."""
    chance = random.Random(23)
    lost: list[float] = []
    acknowledged = 0
    for turn in range(max(pytestconfig.getoption("--kills", 60) * 50 // 60 // 2, 1)):
        facts, ended = killed(folder, section, turn, 0.2 + chance.random() * 2.5)
        assert wrong_with(folder) == ""
        saved, drafts = store(folder)
        promised = [fact.text for fact in facts if fact.kind == "saved"]
        assert [text for text in promised if text not in saved] == [], "a saved line is lost"
        acknowledged += len(promised)
        lost.append(lost_seconds(facts, ended, saved, drafts))
    record_property(section, f"{len(lost)} kills, at most {max(lost):.2f} s of typing lost")
    print(f"\n{section}: {len(lost)} kills, {acknowledged} saved, at most {max(lost):.2f} s of typing lost")

    assert max(lost) <= MOST_LOST_S
    assert acknowledged > len(lost)
