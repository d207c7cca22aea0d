"""What was opened is seen: the page around it scrolls once it has grown by it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import size

_ROOM = 12


class InSight(QTimer):
    """`start` it when a part was opened: all of the part is brought into sight, and what has the keyboard in any case.

    A form has its place only after the page was laid out anew, so it is looked for on the next turn of the events.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part, singleShot=True, interval=0)
        self._part = part
        self.timeout.connect(self._scroll)

    def _scroll(self) -> None:
        around: QObject | None = self._part.parent()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parent()
        if around is None or not self._part.isVisible():
            return
        _show(around, self._part)
        keyboard: QWidget | None = around.focusWidget()
        if keyboard is not None and self._part.isAncestorOf(keyboard):
            _show(around, keyboard)


def _show(page: QScrollArea, part: QWidget) -> None:
    """Scroll as little as needed; of what is higher than the page the beginning is seen."""
    top = part.mapTo(page.viewport(), QPoint(0, 0)).y()
    below = top + part.height() - page.viewport().height()
    bar = page.verticalScrollBar()
    if top < 0:
        bar.setValue(bar.value() + top - size(_ROOM))
    elif below > 0:
        bar.setValue(bar.value() + min(below + size(_ROOM), top))
