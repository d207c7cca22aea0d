"""A day's work in the real window, for the memory it takes: ten tabs, fifty searches, ten summaries; then it waits.

    python -m tests.benchmarks.busy_window MARKER [the program's own arguments]

The marker is a file that is written when the work is done.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.services.preferences import set_setting
from tests.benchmarks.test_window_sheets import BUSIEST
from ui.desk import Place
from ui.document.window import DocumentWindow
from ui.main import main as program
from ui.palette.palette import Palette
from ui.theme import look
from ui.window import Window

TABS, SEARCHES, SUMMARIES = 10, 50, 10
HELD = "SELECT id FROM meeting WHERE state = 'held' ORDER BY planned_at DESC LIMIT ?"
WORDS = ("panel", "salary", "offer", "on call", "Rust", "notice", "feedback", "remote", "intake", "Friday")
_BEGIN_MS, _LOOK_MS, _SEARCH_MS, _DRAW_MS = 1_500, 300, 150, 1_500


def main(argv: Sequence[str]) -> int:
    """Show the window, work in it, and stay until it is ended."""
    app = QApplication(["rapport", *look.BASE_STYLE])
    QTimer.singleShot(_BEGIN_MS, app, partial(work, Path(argv[0])))
    return program(argv[1:])


def work(marker: Path) -> None:
    """Do it all, one after the other, as a person would."""
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
    office = window.desk.office
    set_setting(office, key="name", value="Robin Vale")
    for manager in numbers(window, BUSIEST, TABS):
        window.open(Place("manager", manager))
        turn(_LOOK_MS)
    window.run("palette")
    palette = window.findChild(Palette)
    for turned in range(SEARCHES):
        palette.field.setText(WORDS[turned % len(WORDS)][: 2 + turned // len(WORDS)])
        turn(_SEARCH_MS)
    palette.close()
    for meeting in numbers(window, HELD, SUMMARIES):
        window.open(Place("document", meeting))
        turn(_DRAW_MS)
        shown: QWidget = window.findChild(DocumentWindow)
        shown.close()
        turn(_LOOK_MS)
    marker.touch()


def numbers(window: Window, sql: str, count: int) -> list[int]:
    """The records to look at."""
    return [row[0] for row in window.desk.office.conn.execute(sql, (count,))]


def turn(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
