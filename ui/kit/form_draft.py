"""A whole form is kept as one draft while it is filled in: what differs from how it was opened, by field.

Opened again, the form shows what was typed, with one quiet line that says so and offers to drop it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QDateTime, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDateTimeEdit, QHBoxLayout, QPlainTextEdit, QWidget

from app.words import _
from ui.bridge import Bridge
from ui.kit.button import Button
from ui.kit.drafts import WITHIN_MS
from ui.kit.field import Choice
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size


class FormDraft(QObject):
    """Keeps the controls of a form at a place in the store, half a second after the first change at the latest.

    A control is one of the kit's, or anything with `text()`, `setText()` and `textChanged`.
    """

    def __init__(self, form: QWidget, controls: Mapping[str, Any], place: str, bridge: Bridge) -> None:
        super().__init__(form)
        self._controls, self._place, self._bridge = controls, place, bridge
        self._timer = QTimer(self, singleShot=True, interval=WITHIN_MS)
        self._timer.timeout.connect(self.keep)
        bridge.destroyed.connect(self._timer.stop)
        self._opened = self._values()
        self._restore(_left(bridge, place))
        self.notice: Kept | None = None
        if self._changes():
            self.notice = Kept()
            self.notice.dropped.connect(self._drop)
        for control in controls.values():
            _changed(control).connect(self._typed)

    def keep(self) -> None:
        """Keep it now; a form as it was opened is nothing to keep."""
        self._timer.stop()
        changes = self._changes()
        self._bridge.keep_draft(self._place, json.dumps(changes, ensure_ascii=False) if changes else "")

    def settle(self) -> None:
        """Keep what waits to be kept."""
        if self._timer.isActive():
            self.keep()

    def forget(self) -> None:
        """It was saved or given up."""
        self._timer.stop()
        if self._bridge.draft(self._place):
            self._bridge.keep_draft(self._place, "")

    def end(self) -> None:
        """Listen no more: the same controls show something else now."""
        self._timer.stop()
        for control in self._controls.values():
            _changed(control).disconnect(self._typed)
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
        self.deleteLater()

    def _values(self) -> dict[str, str]:
        return {name: _value(control) for name, control in self._controls.items()}

    def _changes(self) -> dict[str, str]:
        return {name: value for name, value in self._values().items() if value != self._opened[name]}

    def _restore(self, values: Mapping[str, str]) -> None:
        """What was chosen first: a choice may bring words with it, which what was typed then replaces."""
        for name, control in sorted(self._controls.items(), key=lambda each: not _is_chosen(each[1])):
            if name in values:
                _put(control, values[name])

    def _drop(self) -> None:
        """The form as it was opened."""
        self._restore(self._opened)
        self.forget()

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


class Kept(QWidget):
    """The line over a form that came back; `dropped` when the person wants it as it is saved."""

    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = drop = Button(_("Drop it"), kind="link")
        drop.setAccessibleName(_("Drop what was kept"))
        drop.clicked.connect(self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(4))
        words = Label(_("Not saved yet. Kept from before."), "caption", "text2", wrap=True)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(drop)
        self._words = words.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Said as it is seen."""
        super().showEvent(event)
        if not event.spontaneous():
            announce(self, self._words)

    def _drop(self) -> None:
        self.focusNextChild()
        self.hide()
        self.dropped.emit()


def _is_chosen(control: Any) -> bool:
    if isinstance(control, Choice):
        return not control.isEditable()
    return isinstance(control, QDateTimeEdit | QAbstractButton)


def _value(control: Any) -> str:
    if isinstance(control, Choice):
        return control.currentText() if control.isEditable() else control.key
    if isinstance(control, QDateTimeEdit):
        return str(control.dateTime().toString(Qt.DateFormat.ISODate))
    if isinstance(control, QAbstractButton):
        return "1" if control.isChecked() else ""
    return control.toPlainText() if isinstance(control, QPlainTextEdit) else str(control.text())


def _put(control: Any, value: str) -> None:
    if isinstance(control, Choice):
        control.setCurrentText(value) if control.isEditable() else control.choose(value)
    elif isinstance(control, QDateTimeEdit):
        control.setDateTime(QDateTime.fromString(value, Qt.DateFormat.ISODate))
    elif isinstance(control, QAbstractButton):
        control.setChecked(bool(value))
    elif isinstance(control, QPlainTextEdit):
        control.setPlainText(value)
    else:
        control.setText(value)


def _changed(control: Any) -> Any:
    """The signal that says that a control holds something else."""
    if isinstance(control, Choice):
        return control.currentTextChanged if control.isEditable() else control.currentIndexChanged
    if isinstance(control, QDateTimeEdit):
        return control.dateTimeChanged
    return control.toggled if isinstance(control, QAbstractButton) else control.textChanged


def _left(bridge: Bridge, place: str) -> dict[str, str]:
    """What was typed there and not saved; nothing when it makes no sense."""
    try:
        kept = json.loads(bridge.draft(place) or "{}")
    except ValueError:
        return {}
    fine = isinstance(kept, dict) and all(isinstance(value, str) for value in kept.values())
    return kept if fine else {}
