"""The window is killed while somebody types: what it said is saved is there, and all but a second of typing.


For a long night: `pytest tests/faults -m faults --kills 1000`.
"""

from __future__ import annotations

import json
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
from tests.faults.journey import LONDON, TEXTS, wrong_with

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
        saved = [row[0] for table, text in TEXTS.items() for row in conn.execute(f"SELECT {text} FROM {table}")]
        drafts = [row[0] for row in conn.execute("SELECT text FROM draft WHERE place <> 'window'")]
        return saved, [text for draft in drafts for text in (draft, *fields(draft))]
    finally:
        conn.close()


def fields(draft: str) -> list[str]:
    """What stands in the fields of a form that is kept whole."""
    return list(json.loads(draft).values()) if draft.startswith("{") else []


def lost_seconds(facts: list[Fact], ended: float, stored: list[str]) -> float:
    """How long before the kill the oldest letter of the last line was typed that is in no saved text and no draft.

    A line may stand behind what an earlier kill left in the field, and lines of one run begin alike: what counts is
    where the line itself begins, which is at its first letter, and whether the store has it anywhere.
    """
    typed = [fact for fact in facts if fact.kind == "typed"]
    begins = max(at for at, fact in enumerate(typed) if len(fact.text) == 1)
    line = typed[begins:]
    kept = max((len(fact.text) for fact in line if is_kept(fact.text.rstrip(), stored)), default=0)
    missing = [fact.at for fact in line if len(fact.text.rstrip()) > kept]
    return ended - missing[0] if missing else 0.0


def is_kept(letters: str, stored: list[str]) -> bool:
    """Whether so much of a line is in the store; before its mark is whole, other lines begin with the same letters."""
    if " " in letters:
        return any(letters in text for text in stored)
    return any(text.rstrip().endswith(letters) or f"{letters} " in text for text in stored)


@pytest.mark.parametrize(
    ("stored", "lost"),
    [
        (["line7x1 call", "line7x2 band"], 0.0),
        (["line7x1 call", "line7x2"], 0.4),
        (["line6x9 left over line7x1 call", "line7x2 ba"], 0.1),
        (["line6x9 left over line7x1 offer"], 0.7),
        (["line7x1 call", "left over line7x2 band"], 0.0),
        (["line7x1 call", "left over li"], 0.5),
    ],
)
def test_what_a_kill_lost_is_measured_from_its_own_line(stored: list[str], lost: float) -> None:
    """The measure itself: lines that begin alike, and a line behind what was left in the field."""
    typed = ["l", "line7x1 call", "l", "li", "line7x2", "line7x2 b", "line7x2 ba", "line7x2 band"]
    at = [0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9]
    facts = [Fact(moment, "typed", text) for moment, text in zip(at, typed, strict=True)]

    assert lost_seconds(facts, 1.0, stored) == pytest.approx(lost)


@pytest.mark.parametrize("section", ["log", "meeting", "expectations"])
def test_a_killed_window_loses_nothing_saved_and_a_second_of_typing_at_most(
    folder: Path, section: str, pytestconfig: pytest.Config, record_property: Figures
) -> None:
    """One office goes through all the kills of a place."""
    chance = random.Random(23)
    lost: list[float] = []
    acknowledged = 0
    for turn in range((pytestconfig.getoption("--kills", 60) * 50 // 60 + 2) // 3):
        facts, ended = killed(folder, section, turn, 0.2 + chance.random() * 2.5)
        assert wrong_with(folder) == ""
        saved, drafts = store(folder)
        promised = [fact.text for fact in facts if fact.kind == "saved"]
        assert [text for text in promised if text not in saved] == [], "a saved line is lost"
        acknowledged += len(promised)
        lost.append(lost_seconds(facts, ended, [*saved, *drafts]))
    record_property(section, f"{len(lost)} kills, at most {max(lost):.2f} s of typing lost")
    print(f"\n{section}: {len(lost)} kills, {acknowledged} saved, at most {max(lost):.2f} s of typing lost")

    assert max(lost) <= MOST_LOST_S
    assert acknowledged > len(lost)
