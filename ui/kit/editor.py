"""The inline editor: the card itself becomes a form, no dialog. Ctrl+Enter saves, Esc cancels."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.domain.errors import AppError, InputError
from app.words import _
from ui.bridge import Bridge
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Field
from ui.kit.form_draft import FormDraft
from ui.kit.in_sight import InSight
from ui.kit.order import lead
from ui.kit.save_cancel import add_buttons
from ui.kit.scrolling import Page
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size


class _Rows(Page):
    """The rows of a form on no page: as high as all of them, and they scroll where that is too high."""

    def __init__(self, spacing: int) -> None:
        super().__init__(top=0, margin=0)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """All rows."""
        return self.body.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row came, or is higher now: another height is wanted."""
        if watched is self.body and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Editor(Card):
    """Fields by name, in the order they are added; `saved` and `cancelled` are for the screen to answer.

    One that `scrolls` scrolls its fields itself and keeps its buttons in sight: it stands where no page scrolls.
    """

    saved = Signal()
    cancelled = Signal()

    def __init__(self, name: str, *, save: str = "", scrolls: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=size(10))
        rows = _Rows(self.column.spacing()) if scrolls else None
        self._into = self.column if rows is None else rows.column
        if rows is not None:
            self.column.addWidget(rows)
        self.setAccessibleName(name)
        self.outline("accent")
        self.fields: dict[str, Field] = {}
        self._sentence = Label("", "caption", "missed", wrap=True)
        self._sentence.hide()
        self._draft: FormDraft | None = None
        self._in_sight = InSight(self if rows is None else rows.body)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(size(8))
        self._save = Button(save or _("Save"), kind="primary")
        self._cancel = Button(_("Cancel"), kind="quiet")
        self._save.clicked.connect(self.saved)
        self._cancel.clicked.connect(self.cancelled)
        self.cancelled.connect(self.forget_draft)

    def add(self, name: str, field: Field) -> Field:
        """Add a field on a line of its own."""
        return self.add_row((name, field))[0]

    def add_row(self, *named: tuple[str, Field]) -> list[Field]:
        """Add fields side by side, of equal width."""
        row = QHBoxLayout()
        row.setSpacing(size(10))
        for name, field in named:
            self.fields[name] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._into.addLayout(row)
        return [field for _name, field in named]

    def finish(self) -> None:
        """Put the sentence and the buttons below; what stands in `foot` comes before them."""
        self.column.addWidget(self._sentence)
        self.foot.addStretch()
        self.column.addLayout(self.foot)
        add_buttons(self.foot, self._save, self._cancel)

    def controls(self) -> dict[str, Any]:
        """What a draft of the form holds, by name."""
        return {name: field.control for name, field in self.fields.items()}

    def keep_draft(self, place: str, bridge: Bridge) -> None:
        """Keep what is typed at a place until it is saved or cancelled; what was left there is shown, and said."""
        if self._draft is not None:
            self._draft.end()
        self._draft = FormDraft(self, self.controls(), place, bridge)
        if self._draft.notice is not None:
            self.column.insertWidget(0, self._draft.notice)
            lead(self._draft.notice.button, self)

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._draft is not None:
            self._draft.settle()

    def forget_draft(self) -> None:
        """It was saved, or given up."""
        if self._draft is not None:
            self._draft.forget()

    def refuse(self, error: AppError) -> None:
        """Show what is wrong where it is wrong, and go there; nothing typed is lost."""
        self.clear()
        field = self.fields.get(error.field) if isinstance(error, InputError) else None
        if field is not None:
            field.refuse(str(error))
            field.control.setFocus()
        else:
            self._sentence.setText(str(error))
            self._sentence.show()
        announce(self, str(error))
        self._in_sight.start()

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._sentence.hide()
        for field in self.fields.values():
            field.clear()

    def focus_first(self) -> None:
        """The keyboard into the first field, all of the form into sight, every other line from its beginning."""
        first, *others = (field.control for field in self.fields.values())
        for line in others:
            if isinstance(line, QLineEdit):
                line.home(False)
        first.setFocus()
        self._in_sight.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc cancels; both also from inside a field."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
