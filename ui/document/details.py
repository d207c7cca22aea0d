"""Whose name stands on paper: asked once, at the first summary; later it is a matter of Settings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError, InputError
from app.domain.text import NAME
from app.services import preferences
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Field, Line
from ui.kit.form_draft import FormDraft
from ui.kit.words import Elided, Label
from ui.theme import size

_ASKED = "own-details"


class Details(QWidget):
    """Name, firm and logo in a card; it goes when they are saved, and when they are not wanted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._picture = ""
        self._name, self._firm = Line(limit=NAME), Line(limit=NAME)
        self._logo = Button(_("Choose a picture…"), kind="compact")
        self._chosen = Elided(_("PNG or JPEG"), "caption", "text2")
        self._fields = {"name": Field(_("Your name"), self._name), "firm": Field(_("Your firm"), self._firm)}
        self._sentence = Label("", "caption", "missed", wrap=True)
        self._sentence.hide()
        controls = {"name": self._name, "firm": self._firm}
        self._draft = FormDraft(self, controls, f"{_ASKED}/fields", desk.bridge)
        self._build()

    @staticmethod
    def are_wanted(desk: Desk) -> bool:
        """Whether nobody has said or skipped them yet."""
        settings = desk.office.settings
        return not (settings.name or settings.firm or desk.bridge.draft(_ASKED))

    def _build(self) -> None:
        around, card = QVBoxLayout(self), Card(spacing=8)
        around.setContentsMargins(0, size(4), 0, size(20))
        around.addWidget(card)
        column = card.column
        column.addWidget(Label(_("Whose name stands on paper?"), "heading", wrap=True))
        column.addWidget(Label(_("Asked once. It stays in Settings."), "caption", "text2", wrap=True))
        if self._draft.notice is not None:
            column.addWidget(self._draft.notice)
        for field in self._fields.values():
            column.addWidget(field)
        label = Label(_("Your logo"), "captionMedium", "text2")
        label.setBuddy(self._logo)
        column.addWidget(label)
        logo, answer = QHBoxLayout(), QHBoxLayout()
        logo.addWidget(self._logo)
        logo.addWidget(self._chosen, 1)
        column.addLayout(logo)
        column.addWidget(self._sentence)
        save, skip = Button(_("Put it on paper")), Button(_("Skip"), kind="quiet")
        for button in (save, skip):
            answer.addWidget(button)
        answer.addStretch()
        column.addSpacing(size(4))
        column.addLayout(answer)
        self._logo.clicked.connect(self._choose)
        save.clicked.connect(self._save)
        skip.clicked.connect(self._skip)
        self._name.returnPressed.connect(self._save)
        self._firm.returnPressed.connect(self._save)

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("Choose your logo"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(_("Pictures (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(self._take_picture)
        dialog.open()

    def _take_picture(self, path: str) -> None:
        self._picture = path
        self._chosen.setText(path.replace("\\", "/").rpartition("/")[2])

    def _save(self) -> None:
        for field in self._fields.values():
            field.clear()
        introduce = partial(
            preferences.introduce, self._desk.office, name=self._name.text(), firm=self._firm.text(), logo=self._picture
        )
        self._desk.bridge.do(introduce, then=self._saved, failed=self._refuse)

    def _saved(self, _change: Change) -> None:
        self._skip()

    def _skip(self) -> None:
        self._draft.forget()
        self._desk.bridge.keep_draft(_ASKED, "asked")
        self.hide()

    def _refuse(self, error: AppError) -> None:
        field = self._fields.get(error.field) if isinstance(error, InputError) else None
        if field is not None:
            field.refuse(str(error))
        else:
            self._sentence.setText(str(error))
            self._sentence.show()
