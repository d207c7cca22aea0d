"""Garbage is looked for on the window's thread, between two events, and nowhere else.

Left alone, Python looks for it in whichever thread happens to ask for memory, in the middle of whatever it does. A
widget found by the thread that draws a document would be destroyed there, and one found while Qt walks its parents
would be gone under Qt's feet: either ends the program without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class Collector(QObject):
    """Looks for garbage now and then, as long as the event loop turns; Python no longer does so by itself."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(look)
        self._timer.start()


def look() -> None:
    """Look through the oldest generation that is due by Python's own thresholds, if one is."""
    due = [count > threshold for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
