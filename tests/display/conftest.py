"""The real program, started for the first time in a home with nothing in it, on an X display."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
NOW = "2026-11-24T09:10"
# Stands in for the desktop's opener, and writes down what it was asked to open.
_OPENER = '#!/bin/sh\nprintf "%s\\n" "$@" >> "$OPENED"\n'


@pytest.fixture
def window_manager() -> Iterator[None]:
    """Something that hands the keyboard from window to window; one that is there already stays."""
    with subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL) as process:
        yield
        process.terminate()


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """A person's home with nothing in it, and an opener that only takes notes."""
    programs = tmp_path / "programs"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(_OPENER, encoding="ascii")
    opener.chmod(0o755)
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    return {**os.environ, **home, "PATH": f"{programs}:{os.environ['PATH']}", "OPENED": str(tmp_path / "opened"),
            "TZ": "Europe/London", "QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "X-Generic"}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the office lies; empty, unless a test writes one there first."""
    return tmp_path / "office"


@pytest.fixture
def moment() -> str:
    """The moment at which the program's clock stands still; empty for a clock that goes."""
    return NOW


@pytest.fixture
def office(folder: Path, moment: str, surroundings: dict[str, str], window_manager: None) -> Iterator[Path]:
    """The folder of a program that was just started; it ends well, and reports no mistake of its own."""
    command = [sys.executable, "-m", "ui.main", "--data-dir", str(folder), *(("--now", moment) if moment else ())]
    with subprocess.Popen(command, cwd=TOP, env=surroundings, stderr=subprocess.PIPE, text=True) as process:
        yield folder
        process.terminate()
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 0
    assert "Traceback" not in said
    assert "mistake" not in said
