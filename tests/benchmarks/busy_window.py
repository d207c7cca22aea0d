"""A day's work in the real window, for the memory it takes: ten tabs, fifty searches, ten summaries; then it waits.

    python -m tests.benchmarks.busy_window MARKER [the program's own arguments]

The marker is a file that is written when the work is done.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.services.preferences import set_setting
from ui.desk import Place
from ui.document.window import DocumentWindow
from ui.main import main as program
from ui.palette.palette import Palette
from ui.theme import look
from ui.window import Window

TABS, SEARCHES, SUMMARIES = 10, 50, 10
BUSIEST = "SELECT manager FROM talk GROUP BY 1 ORDER BY count(*) DESC LIMIT ?"
HELD = "SELECT id FROM meeting WHERE state = 'held' ORDER BY planned_at DESC LIMIT ?"
WORDS = ("panel", "salary", "offer", "on call", "Rust", "notice", "feedback", "remote", "intake", "Friday")
_BEGIN_MS, _LOOK_MS, _SEARCH_MS, _DRAW_MS = 1_500, 300, 150, 1_500


def main(argv: Sequence[str]) -> int:
    """Show the window, work in it, and stay until it is ended."""
    app = QApplication(["rapport", *look.BASE_STYLE])
    begun: list[Iterator[int]] = []

    def go_on() -> None:
        """One step further; each begins in a turn of its own, so that what was closed is gone by then."""
        begun.append(work(Path(argv[0]))) if not begun else None
        pause = next(begun[0], None)
        if pause is not None:
            QTimer.singleShot(pause, app, go_on)

    QTimer.singleShot(_BEGIN_MS, app, go_on)
    return program(argv[1:])


def work(marker: Path) -> Iterator[int]:
    """Do it all, one after the other, as a person would; the milliseconds to wait after each step."""
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
    set_setting(window.desk.office, key="name", value="Robin Vale")
    for manager in numbers(window, BUSIEST, TABS):
        window.open(Place("manager", manager))
        yield _LOOK_MS
    window.run("palette")
    palette = window.findChild(Palette)
    for turned in range(SEARCHES):
        palette.field.setText(WORDS[turned % len(WORDS)][: 2 + turned // len(WORDS)])
        yield _SEARCH_MS
    palette.close()
    for meeting in numbers(window, HELD, SUMMARIES):
        window.open(Place("document", meeting))
        yield _DRAW_MS
        window.findChild(DocumentWindow).close()
        yield _LOOK_MS
    marker.touch()


def numbers(window: Window, sql: str, count: int) -> list[int]:
    """The records to look at."""
    return [row[0] for row in window.desk.office.conn.execute(sql, (count,))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
