"""Row 3: a second start, which brings the window that is open to the front and loads no Qt."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.one_window import ask
from tests.benchmarks.measuring import LEAST_PAIRS, Limits, Pairs, Report, seconds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes instead of sockets")
TOP = Path(__file__).parents[2]
SECOND = Limits(0.25, 0.5)
OURS = "import sys; from ui.main import main; sys.exit(main(sys.argv[1:]))"
# The empty window: the same toolkit, shown and closed again.
EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTabWidget())
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An office whose window is open."""
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    folder = tmp_path / "office"
    program = subprocess.Popen(
        [sys.executable, "-m", "ui.main", "--data-dir", str(folder)], cwd=TOP, stderr=subprocess.DEVNULL
    )
    while not ask(folder):
        assert program.poll() is None
        time.sleep(0.05)
    yield folder
    program.terminate()
    program.wait(30)


def run(code: str, *arguments: str) -> None:
    """One process, to its good end."""
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, cwd=TOP, stderr=subprocess.DEVNULL)


def test_a_second_start_against_an_empty_window(office: Path, report: Report) -> None:
    turns = range(LEAST_PAIRS + 1)
    pairs = [(seconds(lambda: run(OURS, "--data-dir", str(office))), seconds(lambda: run(EMPTY))) for _turn in turns][
        1:
    ]
    measured = Pairs([ours for ours, _bare in pairs], [bare for _ours, bare in pairs])

    report.row("3", "second start / empty window", measured.ratio, SECOND,
               more=f"{min(measured.ours) * 1000:.0f} against {min(measured.bare) * 1000:.0f} ms")  # fmt: skip
