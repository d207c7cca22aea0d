"""How long the window stood still: a timer that should fire every few milliseconds, and the longest time it did not."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY_MS = 2


class Heartbeat(QObject):
    """Beats while the event loop turns; used around what must not hold it up.

    `longest` is by the wall clock, in milliseconds; `longest_at_work` counts the thread's own work, whatever else runs.
    What other tests left is not looked through for garbage meanwhile: that takes most of a second.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=_EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.longest = self.longest_at_work = 0.0

    def __enter__(self) -> Heartbeat:
        self.longest = self.longest_at_work = 0.0
        self._last, self._last_at_work = time.perf_counter(), time.thread_time()
        gc.freeze()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        self._beat()
        gc.unfreeze()

    def _beat(self) -> None:
        now, at_work = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.longest_at_work = max(self.longest_at_work, (at_work - self._last_at_work) * 1000)
        self._last, self._last_at_work = now, at_work
