"""The four fields a relationship begins with; whatever else is known comes later, in the manager's tab."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import AppError, InputError
from app.domain.text import NAME
from app.services import managers
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.cadence import CadenceChoice
from ui.kit.card import Card
from ui.kit.field import Field, Line
from ui.kit.form_draft import FormDraft
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size

_PLACE = "new-relationship"


class NewRelationship(Card):
    """Name, company, role and rhythm; `added` says who was begun with."""

    added = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=size(11))
        self._desk = desk
        name, company, role = (
            Line(example, limit=NAME)
            for example in (_("Name, in any script"), _("such as Kumo Health"), _("such as Head of Product"))
        )
        self._lines = {"name": name, "company": company, "title": role}
        self._cadence = CadenceChoice(desk.office.settings.cadence_days)
        self._fields = {
            "name": Field(_("Name"), name), "company": Field(_("Company"), company), "title": Field(_("Role"), role),
            "cadence_days": Field(_("How often do you want to speak?"), self._cadence),
        }  # fmt: skip
        self._sentence = Label("", "caption", "missed", wrap=True)
        self._sentence.hide()
        self._add = Button(_("Add relationship"), kind="primary")
        controls = {key: field.control for key, field in self._fields.items()}
        self._draft = FormDraft(self, controls, _PLACE, desk.bridge)
        self._lay_out()
        self._add.clicked.connect(self.save)
        for line in self._lines.values():
            line.returnPressed.connect(self.save)

    def focus_first(self) -> None:
        """The keyboard into the name."""
        self._lines["name"].setFocus()

    def begin_with(self, name: str) -> None:
        """A name that was typed elsewhere."""
        self._lines["name"].setText(name[:NAME])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from every field."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Begin the relationship, or say what is missing."""
        for field in self._fields.values():
            field.clear()
        self._sentence.hide()
        try:
            details = {key: self._lines[key].text().strip() or None for key in ("company", "title")}
            use_case = partial(
                managers.add, self._desk.office, name=self._lines["name"].text(), cadence_days=self._cadence.days(),
                **details,
            )  # fmt: skip
        except InputError as error:
            self._refused(error)
            return
        self._desk.bridge.do(use_case, then=self._added, failed=self._refused)

    def settle(self) -> None:
        """Keep what is typed now."""
        self._draft.settle()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(size(20), size(18), size(20), size(18))
        pair = QHBoxLayout()
        pair.setSpacing(size(10))
        for key in ("company", "title"):
            pair.addWidget(self._fields[key], 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(size(10))
        later = Label(_("You can agree this together later."), "caption", "text2", wrap=True)
        foot.addWidget(later, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._add)
        if self._draft.notice is not None:
            self.column.addWidget(self._draft.notice)
        self.column.addWidget(self._fields["name"])
        self.column.addLayout(pair)
        self.column.addWidget(self._fields["cadence_days"])
        self.column.addWidget(self._sentence)
        self.column.addLayout(foot)

    def _added(self, change: Change) -> None:
        for line in self._lines.values():
            line.clear()
        self._draft.forget()
        self.added.emit(change.id)

    def _refused(self, error: AppError) -> None:
        """Say it where it is wrong, and go there; nothing typed is lost."""
        field = self._fields.get(error.field) if isinstance(error, InputError) else None
        if field is not None:
            field.refuse(str(error))
            field.control.setFocus()
        else:
            self._sentence.setText(str(error))
            self._sentence.show()
        announce(self, str(error))
