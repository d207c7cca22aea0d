"""What nobody caught: the window stays, the text is kept, and one sentence says so.

A failure of the surroundings that surfaced while a view was reading is told in its own words; anything else is our bug,
reported without names, texts or paths (`app/bugs.py`). While the office is lost, whatever still reads it is no bug.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from app.services import live
from app.words import _


class Crashes(QObject):
    """Turns what reaches Python's last hook into a sentence for the window."""

    happened = Signal(str)

    def __init__(self, is_lost: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_lost = is_lost

    def install(self) -> None:
        """Take the hook that PySide calls for an exception in a slot; the one before it still writes the report."""
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        told = live.told(error)
        if told is None and not self._is_lost():
            self._before(kind, error, trace)
        self.happened.emit(
            str(told) if told else _("Something went wrong in Rapport. Your text is kept; please go on.")
        )
