"""What the first preview of a run needs is loaded before anybody waits for it, beside the window.

Loading takes a few tenths of a second, once. A meeting that is open will want its summary, and leaves the time for it.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from app.services import preview
from ui import tasks

_SEEN_MS = 500  # the page itself is there first


class Warming(QObject):
    """Begins soon after its owner is shown, and not at all when that is gone by then."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        QTimer.singleShot(_SEEN_MS, self, self._begin)

    def _begin(self) -> None:
        tasks.run(self, _load, _loaded, _loaded)


def _load() -> None:
    import_module("ui.document.window")
    preview.warm()


def _loaded(_outcome: object) -> None:
    """Nobody waits for it; whatever is missing is said where a page is asked for."""
