"""On a real display: the window that is open comes back to the front, wherever it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.one_window import ask

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(shutil.which("xdotool") is None or not os.environ.get("DISPLAY"), reason="needs X and xdotool"),
]
TOP = Path(__file__).parents[2]


def xdotool(*words: str) -> str:
    """What xdotool answers; nothing when it finds nothing."""
    return subprocess.run(["xdotool", *words], check=False, capture_output=True, text=True).stdout.strip()


def until(true: Callable[[], object], what: str) -> None:
    """Wait for something that comes, half a minute at most."""
    ends = time.monotonic() + 30
    while not true():
        assert time.monotonic() < ends, f"waited for {what}"
        time.sleep(0.05)


def seen() -> str:
    """Rapport's windows that can be seen."""
    return xdotool("search", "--onlyvisible", "--name", "^Rapport")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The command line of an office whose window is open."""
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    words = [sys.executable, "-m", "ui.main", "--data-dir", str(tmp_path / "office")]
    program = subprocess.Popen(words, cwd=TOP)
    until(seen, "the window")
    yield words
    program.terminate()
    assert program.wait(30) == 0


def test_a_minimised_window_comes_back(command: list[str], tmp_path: Path) -> None:
    until(lambda: ask(tmp_path / "office"), "an answer")
    xdotool("windowminimize", seen())
    until(lambda: not seen(), "the window to be gone")

    assert subprocess.run(command, check=False, cwd=TOP).returncode == 0
    until(seen, "the window to be back")
    until(lambda: xdotool("getactivewindow") == seen(), "the window to have the keys")


def test_a_screen_that_answers_is_ready(command: list[str]) -> None:
    """The real libraries and the real display."""
    from app.readiness import check

    check({"DISPLAY": os.environ["DISPLAY"]})
