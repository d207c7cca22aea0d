"""Nothing that belongs inside the window is ever shown as a window of its own, not for a moment: it would flash."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.services.office import Office
from builders import memory_office
from tests.ui.screens import SCREENS, Screen, on_screen
from tests.ui.walking import Settled
from ui.window import Window


class Strays(QObject):
    """Notices every widget that is shown as a window, but for those that are one."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        """Count it, and let it happen."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            meant = isinstance(watched, (Window, QMenu)) or watched.objectName() == "document"
            if not meant and watched.parent() is None:
                self.found.add(type(watched).__name__)
        return False


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_nothing_flashes(screen: Screen, sample_office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    app, strays = QApplication.instance(), Strays()
    assert app is not None
    app.installEventFilter(strays)
    try:
        with on_screen(screen, memory_office(tmp_path) if screen.empty else sample_office) as top:
            qtbot.waitUntil(Settled(top))
    finally:
        app.removeEventFilter(strays)

    assert strays.found == set()
