"""Typing is kept before it is saved: at the latest half a second after the first unsaved key.

A timer started by each key would never fire during steady typing; this one starts with the first and runs out.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from ui.bridge import Bridge

WITHIN_MS = 500


class DraftKeeper(QObject):
    """Keeps one control's text at a place in the store, and gives back what a killed run left there."""

    def __init__(self, control: QLineEdit | QPlainTextEdit | QTextEdit, place: str, bridge: Bridge) -> None:
        super().__init__(control)
        self._control, self._place, self._bridge = control, place, bridge
        self._timer = QTimer(self, singleShot=True, interval=WITHIN_MS)
        self._timer.timeout.connect(self.keep)
        left = bridge.draft(place)
        if left and left != _text(control):
            _set_text(control, left)
        self.restored = bool(left)
        control.textChanged.connect(self._typed)
        bridge.destroyed.connect(self._timer.stop)

    def keep(self) -> None:
        """Keep the text now."""
        self._timer.stop()
        self._bridge.keep_draft(self._place, _text(self._control))

    def forget(self) -> None:
        """The text was saved or given up."""
        self._timer.stop()
        self._bridge.keep_draft(self._place, "")

    def saved(self) -> None:
        """The action that saved the text forgot its draft with it; only what was typed since is kept."""
        if not _text(self._control):
            self._timer.stop()
        else:
            self._typed()

    def is_waiting(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._timer.isActive()

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


def _text(control: QLineEdit | QPlainTextEdit | QTextEdit) -> str:
    return control.text() if isinstance(control, QLineEdit) else control.toPlainText()


def _set_text(control: QLineEdit | QPlainTextEdit | QTextEdit, text: str) -> None:
    if isinstance(control, QLineEdit):
        control.setText(text)
    else:
        control.setPlainText(text)
