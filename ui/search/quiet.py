"""An action that is only seen while the pointer or the keyboard is near."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.button import IconButton


class QuietButton(IconButton):
    """An icon button that paints itself while the pointer is over a widget around it, or the keyboard is in there."""

    def __init__(self, icon: str, name: str, around: QWidget) -> None:
        super().__init__(icon, name, kind="quietCompact", parent=around)
        self._around = around
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer comes or goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing while nobody is near."""
        keyboard = QApplication.focusWidget()
        near = keyboard is not None and (keyboard is self._around or self._around.isAncestorOf(keyboard))
        if near or self._around.underMouse():
            super().paintEvent(event)
