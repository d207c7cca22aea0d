"""One point of an agenda while it is typed: Enter keeps it, Esc gives it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.words import _
from ui.kit.field import Line


class PointLine(Line):
    """Text with its minutes behind it, as in "Panel of two, dates · 5 min"."""

    typed = Signal(str)
    given_up = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("such as next slate, 5 min"), parent=parent)
        self.setAccessibleName(_("Agenda point"))
        self.setText(text)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end the typing; an empty point is given up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typed.emit(self.text()) if self.text().strip() else self.given_up.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
            event.accept()  # Up, Down and F2 are the list's, but not while a point is written
