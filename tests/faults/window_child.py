"""The window as a process of its own, driven at random by Qt's own key events, until somebody kills it.

Each line it writes to standard output is one fact: `typed N text` once so much stands in a field, `saved text` once the
window said that it is saved. Nothing it writes is ahead of what a person could have seen.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.changes import Change
from app.services.office import open_office
from tests.faults.journey import LONDON, TEXTS
from ui.desk import Place
from ui.places import makers
from ui.theme import look
from ui.window import Window

_EVERY_MS = 8
_COMMANDS = {"log": "log", "meeting": "meeting", "expectations": "add-mine"}
_WORDS = ("call", "band", "panel", "offer", "shortlist", "brief", "Tuesday", "answer")


class Typist(QObject):
    """Types a line letter by letter into the log, a meeting or a form, saves it, and goes on with the next."""

    def __init__(self, window: Window, seed: int, command: str) -> None:
        super().__init__(window)
        self._command = command
        self._window, self._chance = window, random.Random(seed)
        self._line, self._at, self._count = "", 0, 0
        self._timer = QTimer(window, interval=_EVERY_MS)
        self._timer.timeout.connect(self._act)
        window.bridge.changed.connect(self._saved)
        self._next()
        self._timer.start()

    def _next(self) -> None:
        self._count += 1
        mark = f"line{os.getpid()}x{self._count}"
        words = " ".join(self._chance.choices(_WORDS, k=self._chance.randint(3, 12)))
        self._line, self._at = f"{mark} {words}", 0

    def _act(self) -> None:
        field = self._window.focusWidget() or self._window
        if self._at < len(self._line):
            QTest.keyClicks(field, self._line[self._at])
            self._at += 1
            say("typed", self._line[: self._at])
        else:
            in_form = self._command == "add-mine"
            keys = Qt.KeyboardModifier.ControlModifier if in_form else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(field, Qt.Key.Key_Return, keys)
            if in_form:
                self._window.run(self._command)
            self._next()

    def _saved(self, change: Change) -> None:
        office = self._window.desk.office
        for table, row in change.touched:
            if table in TEXTS:
                found = office.conn.execute(f"SELECT {TEXTS[table]} FROM {table} WHERE id = ?", (row,)).fetchone()
                say("saved", found[0])


def say(kind: str, text: str) -> None:
    """One fact, with its moment, written before anything else happens."""
    os.write(1, f"{time.monotonic():.4f} {kind} {text}\n".encode())


def main() -> int:
    """Open the office's window and type."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--section", default="log")
    options = parser.parse_args()
    app = QApplication([*sys.argv[:1], *look.BASE_STYLE])
    look.start(app)
    window = Window(open_office(options.folder, clock=_now, zone=LONDON), makers())
    window.show()
    window.open(Place("manager", 1, options.section))
    window.run(_COMMANDS[options.section])
    QCoreApplication.sendPostedEvents()
    Typist(window, options.seed, _COMMANDS[options.section])
    return app.exec()


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
