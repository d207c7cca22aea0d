"""Real keys and clicks at the real program on an X display, and what is then in its store."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from app.storage.database import FILE_NAME
from tests.ui.main_job import Click, Press, Shown, Step, Until, Write

_WAIT_S, _AGAIN_S, _LOOK_S = 40.0, 5.0, 0.05
_BETWEEN_KEYS_MS = "25"  # a busy server loses one now and then when they come faster
NEEDED = ("xdotool", "openbox")


def is_possible() -> bool:
    """Whether what it takes is installed."""
    return all(shutil.which(name) for name in NEEDED)


def xdotool(*words: str) -> str:
    """What xdotool answers; empty when it found nothing."""
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False, timeout=60).stdout.strip()


def wait(condition: Callable[[], object], seconds: float = _WAIT_S) -> bool:
    """Whether it comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(_LOOK_S)
    return False


def asked(office: Path, sql: str) -> object:
    """What the store of an office answers now; nothing while it is being written."""
    try:
        conn = sqlite3.connect(f"file:{office / FILE_NAME}?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return None
    try:
        found = conn.execute(sql).fetchone()
    except sqlite3.OperationalError:
        return None
    finally:
        conn.close()
    return found[0] if found else None


class Driver:
    """Does the steps at one window of a running program."""

    def __init__(self, office: Path, title: str) -> None:
        self._office = office
        self._last: tuple[str, ...] = ()
        self.take(title)

    def take(self, title: str) -> None:
        """Go on at the window whose title begins so."""
        assert wait(lambda: self._windows(title)), f"no window is called {title}"
        self._window = self._windows(title)[-1]
        xdotool("windowactivate", "--sync", self._window)
        assert wait(lambda: xdotool("getwindowfocus") == self._window), f"{title} does not get the keyboard"

    def do(self, step: Step) -> None:
        """One step."""
        match step:
            case Write(words):
                xdotool("type", "--delay", _BETWEEN_KEYS_MS, words)
            case Press(key):
                self._act("key", _as_keysym(key))
            case Click(_name, right, up):
                self._click(right, up)
            case Shown(title):
                self.take(title)
            case Until(sql, answer):
                self._until(sql, answer)

    def _click(self, right: int, up: int) -> None:
        lines = xdotool("getwindowgeometry", "--shell", self._window).splitlines()
        size = {name: int(value) for name, value in (line.split("=") for line in lines)}
        x, y = str(size["WIDTH"] - right), str(size["HEIGHT"] - up)
        self._act("mousemove", "--window", self._window, x, y, "click", "1")

    def _act(self, *words: str) -> None:
        self._last = words
        xdotool(*words)

    def _until(self, sql: str, answer: object) -> None:
        if wait(lambda: self.asked(sql) == answer, _AGAIN_S):
            return
        xdotool(*self._last)  # a page that was still being drawn answers nothing
        assert wait(lambda: self.asked(sql) == answer), f"{sql}: {self.asked(sql)} instead of {answer}"

    def asked(self, sql: str) -> object:
        """What the store answers now; nothing while it is being written."""
        return asked(self._office, sql)

    def _windows(self, title: str) -> list[str]:
        return xdotool("search", "--onlyvisible", "--name", f"^{title}").split()


def _as_keysym(key: str) -> str:
    """A key in the words of X, where a capital letter would press Shift too."""
    *held, last = key.split("+")
    return "+".join([*(each.lower() for each in held), last.lower() if len(last) == 1 else last])
