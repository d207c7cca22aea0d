"""What the first preview of a run needs is loaded before anybody waits for it, beside the window.

Loading takes a few tenths of a second, once. A meeting that is open will want its summary, and leaves the time for it;
so does the moment between choosing a meeting that was held and pressing its button.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from ui import tasks
from ui.desk import Desk, Place

_SEEN_MS = 500  # the page itself is there first


class Warming(QObject):
    """Begins soon after its owner is shown, and not at all when that is gone by then."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        QTimer.singleShot(_SEEN_MS, self, self._begin)

    def _begin(self) -> None:
        tasks.run(self, _load, _loaded, _loaded)


class Foreseen(QObject):
    """Begins when a document is expected, once in the life of the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.expected.connect(self._begin)

    def _begin(self, place: Place) -> None:
        if place.kind == "document":
            self._desk.expected.disconnect(self._begin)
            tasks.run(self, _load, _loaded, _loaded)


def _load() -> None:
    import_module("ui.document.window")
    import_module("app.services.preview").warm()


def _loaded(_outcome: object) -> None:
    """Nobody waits for it; whatever is missing is said where a page is asked for."""
