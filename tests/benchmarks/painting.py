"""From an event to its picture: what a key, a click or a scroll takes until what it changed is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import look

_LIMIT_S = 5.0


def application() -> QApplication:
    """The one application, with the program's look on."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["rapport", *look.BASE_STYLE])
    if not look.generation():
        look.start(app)
    look.show(app, theme="light")
    return app


def shown(widget: QWidget, width: int = 1280, height: int = 800) -> QWidget:
    """The widget on the screen, painted once, and everything that was put off for later done."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    settle()
    return widget


def settle(seconds: float = 0.4) -> None:
    """Let timers and paints have their turn, and what was closed go, as it would once the program waits."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def left(window: QWidget) -> None:
    """Close a window and be rid of it, before its office is closed."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Paints(QObject):
    """Notices when anything inside a widget is painted, but for one part of it, such as the field that is typed in."""

    def __init__(self, inside: QWidget, but: QWidget | None = None) -> None:
        super().__init__(inside)
        self.count = 0
        self.watch(inside, but)

    def watch(self, inside: QWidget, but: QWidget | None = None) -> None:
        """Notice the paints of this widget and of what is in it now, too."""
        for each in (inside, *inside.findChildren(QWidget)):
            if each is not but:
                each.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        """Count, and let it happen."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def to_painted(act: Callable[[], object], paints: Paints) -> float:
    """Seconds from before an act until the widget has been painted and nothing more waits."""
    before, start = paints.count, time.perf_counter()
    act()
    while paints.count == before:
        QCoreApplication.processEvents()
        assert time.perf_counter() - start < _LIMIT_S, "nothing was painted"
    QCoreApplication.sendPostedEvents()
    return time.perf_counter() - start
