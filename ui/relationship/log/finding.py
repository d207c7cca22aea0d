"""The row over the timeline: filters by channel, how much there is, and the field to find in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.timeline import Group
from app.words import _
from ui.kit.button import IconButton
from ui.kit.field import Line
from ui.kit.segmented import Segmented
from ui.kit.toast import announce
from ui.kit.words import Elided
from ui.relationship.log import wording
from ui.theme import size

_FIELD = 240


class Finder(QWidget):
    """`changed` with the group and the words; `left` when the keyboard goes back to the list."""

    changed = Signal(str, str)
    left = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = Segmented(wording.groups(), name=_("Show"))
        self._count = Elided("", "caption", "text2")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field = Line(_("Find in the log"), icon="search")
        self._field.setAccessibleName(_("Find in the log"))
        self._field.setMaximumWidth(size(_FIELD))
        self._field.hide()
        self._find = IconButton("search", _("Find in the log"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(6))
        row.addWidget(self._groups)
        row.addWidget(self._count, 1)
        row.addSpacing(size(4))
        row.addWidget(self._field, 1)
        row.addWidget(self._find)
        self._groups.chosen.connect(self._changed)
        self._field.textChanged.connect(self._changed)
        self._field.refused.connect(self.refused)
        self._find.clicked.connect(self.open_field)
        self._field.installEventFilter(self)

    @property
    def group(self) -> Group:
        """What is shown."""
        return Group(self._groups.key)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._field.text()

    def open_field(self) -> None:
        """The keyboard into the field."""
        self._field.show()
        self._find.hide()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def clear(self) -> None:
        """Look for nothing, and put the field away."""
        self._field.clear()
        self._field.hide()
        self._find.show()

    def choose(self, group: str) -> None:
        """Show another group."""
        self._groups.choose(group)
        self._changed()

    def show_count(self, words: str) -> None:
        """How much there is, in words."""
        if words != self._count.text() and self._field.isVisible():
            announce(self._field, words)
        self._count.setText(words)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Esc clears and leads back to the list, as Down and Enter do without clearing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
        return super().eventFilter(field, event)

    def _changed(self) -> None:
        self.changed.emit(self.group, self.words)
