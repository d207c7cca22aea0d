"""Whether the program ends with its window: it does, but on macOS a closed window comes back from the Dock."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from ui.actions import MAC
from ui.window import Window

_STAYS = frozenset({MAC})


class Staying(QObject):
    """Watches one window; `end` ends the program. "Quit" ends it everywhere."""

    def __init__(self, window: Window, end: Callable[[], None], platform: str = sys.platform) -> None:
        super().__init__(window)
        self._window = window
        self._links = [window.left.connect(end)]
        if platform in _STAYS:
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            # macOS says so for each click on the Dock, also when the program is the active one already.
            self._links.append(app.applicationStateChanged.connect(self._on_state))
        else:
            self._links.append(window.closed.connect(end))

    def release(self) -> None:
        """The window goes for another one: its closing is not the end."""
        while self._links:
            QObject.disconnect(self._links.pop())

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and not self._window.isVisible():
            self._window.raise_up()
