"""What the fault tests share: how many of each, the recorder, and running the program as a person does.

For a long night: `pytest tests/faults -m faults --states 20000 --kills 1000 --copies 6000 --all-calls`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from app.storage.database import FILE_NAME, new_office

TOP = Path(__file__).parent.parent.parent
Figures = Callable[[str, object], None]
NOW = "2026-11-24T11:00"


class Said(NamedTuple):
    """How one run of the terminal ended."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    """How far to go; the defaults fit into four minutes on two cores."""
    group = parser.getgroup("faults")
    group.addoption("--states", type=int, default=1000, help="power cuts to replay")
    group.addoption("--kills", type=int, default=60, help="processes to kill")
    group.addoption("--copies", type=int, default=300, help="damaged copies to read")
    group.addoption("--all-calls", action="store_true", default=False, help="fail every call with every error")


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that writes down what a program does to its files."""
    if sys.platform != "linux" or shutil.which("gcc") is None:
        pytest.skip("recording needs Linux and gcc")
    made = tmp_path_factory.mktemp("recorder") / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=True)
    return made


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office without a single action, to be copied; all copies have the same identity."""
    folder = tmp_path_factory.mktemp("empty") / "office"
    new_office(folder)
    return folder


@pytest.fixture
def office(empty_office: Path, tmp_path: Path) -> Path:
    """A fresh copy of the empty office."""
    return copied(empty_office, tmp_path / "office")


def copied(office: Path, to: Path) -> Path:
    """A copy of an office's folder."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(office, to)
    return to


def command(folder: Path, *verb: str) -> list[str]:
    """The terminal's own command line, with a fixed clock."""
    return [sys.executable, "-m", "ui.main", "--data-dir", str(folder), "--now", NOW, *verb]


def terminal(folder: Path, *verb: str, before: tuple[str, ...] = (), **details: object) -> Said:
    """Run one verb of the terminal, under another program if `before` names one."""
    done = subprocess.run(
        [*before, *command(folder, *verb)], capture_output=True, text=True, cwd=TOP, timeout=60, check=False,
        **details,  # type: ignore[call-overload]
    )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)


def child(folder: Path, *options: str) -> list[str]:
    """The command line of the driven program."""
    return [sys.executable, "-m", "tests.faults.child", str(folder), *options]


def with_recorder(recorder: Path, folder: Path, to: Path, kill: int = 0) -> dict[str, str]:
    """The surroundings in which a program is recorded, and killed after `kill` recorded calls."""
    own = {"LD_PRELOAD": recorder, "RECORD_FOLDER": folder, "RECORD_TO": to, "RECORD_KILL": kill}
    return os.environ | {name: str(value) for name, value in own.items()}


def one_sentence(text: str) -> bool:
    """Whether a person can read it: one line, from its capital letter to its full stop, no mistake of ours."""
    line = text.rstrip("\n")
    ours = "Traceback" in line or "a mistake in Rapport" in line
    return "\n" not in line and line[:1].isupper() and line.endswith(".") and not ours


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def has_office(folder: Path) -> bool:
    """Whether there is an office under its name."""
    return (folder / FILE_NAME).exists()
