"""What was opened is seen: the page around it scrolls as it grows by it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import size

_ROOM, _GROWN_MS = 12, 150


class InSight(QObject):
    """`start` it when a part was opened: all of the part is brought into sight, and what has the keyboard in any case.

    A page takes a few turns of the events until it has grown by a form: a text field is as high as its words, and rows
    around it follow. Until then it is scrolled each time it grows.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._page: QScrollArea | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)
        self._grown = QTimer(self, singleShot=True, interval=_GROWN_MS)
        self._grown.timeout.connect(self._end)

    def start(self) -> None:
        """Scroll once the part has its place, and as long as the page grows."""
        self._soon.start()

    def _begin(self) -> None:
        self._end()
        self._page = _page_around(self._part)
        if self._page is not None:
            self._page.verticalScrollBar().rangeChanged.connect(self._scroll)
            self._grown.start()
            self._scroll()

    def _end(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.verticalScrollBar().rangeChanged.disconnect(self._scroll)

    def _scroll(self) -> None:
        page = self._page
        if page is None or not self._part.isVisible():
            return
        _show(page, self._part)
        keyboard: QWidget | None = page.focusWidget()
        if keyboard is not None and self._part.isAncestorOf(keyboard):
            _show(page, keyboard)


def _page_around(part: QWidget) -> QScrollArea | None:
    around: QObject | None = part.parent()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parent()
    return around


def _show(page: QScrollArea, part: QWidget) -> None:
    """Scroll as little as needed; of what is higher than the page the beginning is seen."""
    top = part.mapTo(page.viewport(), QPoint(0, 0)).y()
    below = top + part.height() - page.viewport().height()
    bar = page.verticalScrollBar()
    if top < 0:
        bar.setValue(bar.value() + top - size(_ROOM))
    elif below > 0:
        bar.setValue(bar.value() + min(below + size(_ROOM), top))
