"""The program itself, as a double click starts it: twice, ended by the session, and killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.one_window import address, ask

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a session in another way")
TOP = Path(__file__).parents[2]
WITHOUT_QT = "import sys; sys.modules['PySide6'] = None; from ui.main import main; sys.exit(main(sys.argv[1:]))"
Rapport = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def rapport(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rapport]:
    """Start the program on an office of this test; whatever still runs at its end is killed."""
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    started: list[subprocess.Popen[str]] = []

    def start(*python: str) -> subprocess.Popen[str]:
        command = [sys.executable, *(python or ("-m", "ui.main")), "--data-dir", str(tmp_path / "office")]
        started.append(subprocess.Popen(command, cwd=TOP, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.wait()
        assert each.stderr
        each.stderr.close()


def ended(program: subprocess.Popen[str]) -> tuple[int, list[str]]:
    """How a program ended, and what it said, without what the platform that shows nothing says."""
    code = program.wait(30)
    assert program.stderr
    return code, [line for line in program.stderr if not line.startswith("This plugin does not support")]


def wait_for_window(folder: Path, program: subprocess.Popen[str]) -> None:
    """Until the window answers; a program that ended says why it did not."""
    ends = time.monotonic() + 60
    while not ask(folder):
        assert program.poll() is None, program.stderr and program.stderr.read()
        assert time.monotonic() < ends, "no window within a minute"
        time.sleep(0.05)


def test_a_second_start_ends_well_and_loads_no_qt(rapport: Rapport, tmp_path: Path) -> None:
    first = rapport()
    wait_for_window(tmp_path / "office", first)
    second = rapport("-c", WITHOUT_QT)

    assert ended(second) == (0, [])
    assert first.poll() is None


@pytest.mark.parametrize("wish", [signal.SIGTERM, signal.SIGINT])
def test_the_end_of_the_session_is_a_clean_end(rapport: Rapport, tmp_path: Path, wish: signal.Signals) -> None:
    program = rapport()
    wait_for_window(tmp_path / "office", program)
    program.send_signal(wish)

    assert ended(program) == (0, [])
    assert not Path(address(tmp_path / "office")).exists()
    assert sorted(path.name for path in (tmp_path / "office").glob("*journal*")) == []


def test_a_killed_window_opens_again(rapport: Rapport, tmp_path: Path) -> None:
    for _turn in range(2):
        program = rapport()
        wait_for_window(tmp_path / "office", program)
        os.kill(program.pid, signal.SIGKILL)
        program.wait(30)

    assert Path(address(tmp_path / "office")).exists()
    assert not ask(tmp_path / "office")
