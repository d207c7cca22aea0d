"""The page of settings. Each is saved as its field is left, and taken back by Undo like anything else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.text import NAME
from app.services import preferences
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Choice, Field, Line
from ui.kit.scrolling import Page
from ui.kit.segmented import Segmented
from ui.kit.words import Elided, Label
from ui.settings.logo import LogoChooser
from ui.theme import size

_WIDEST, _NARROW = 640, 180
_SIZES = (90, 100, 110, 120, 130)


class TypedSetting(Field):
    """A setting that is typed; saved as the field is left."""

    def __init__(self, desk: Desk, key: str, label: str, placeholder: str = "") -> None:
        self.line = Line(placeholder, limit=NAME)
        super().__init__(label, self.line)
        self._desk, self.key = desk, key
        self.line.left.connect(self.save)
        self.line.returnPressed.connect(self.save)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored, unless something else is being typed."""
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(self._stored())

    def save(self) -> None:
        """Save what is typed, if it is not stored already."""
        if self.line.text().strip() == self._stored():
            self.clear()
            return
        use_case = partial(preferences.set_setting, self._desk.office, key=self.key, value=self.line.text())
        self._desk.bridge.do(use_case, then=self._saved, failed=self._failed)

    def _stored(self) -> str:
        return str(getattr(self._desk.office.settings, self.key))

    def _saved(self, _change: Change) -> None:
        self.clear()
        self.line.setModified(False)

    def _failed(self, error: AppError) -> None:
        self.refuse(str(error))


class ChosenSetting(Field):
    """A setting that is one of a few; saved as it is chosen."""

    def __init__(self, desk: Desk, key: str, label: str, control: Segmented | Choice) -> None:
        super().__init__(label, control)
        self._desk, self.key, self._choice = desk, key, control
        layout = self.layout()
        assert layout is not None
        layout.setAlignment(control, Qt.AlignmentFlag.AlignLeading)
        self.refresh()
        if isinstance(control, Segmented):
            control.chosen.connect(self.save)
        else:
            control.activated.connect(self.save)

    def refresh(self) -> None:
        """Show what is stored."""
        self._choice.choose(self._stored())

    def save(self) -> None:
        """Save what is chosen."""
        if self._choice.key != self._stored():
            use_case = partial(preferences.set_setting, self._desk.office, key=self.key, value=self._choice.key)
            self._desk.bridge.do(use_case, then=self._saved, failed=self._failed)

    def _stored(self) -> str:
        return str(getattr(self._desk.office.settings, self.key))

    def _saved(self, _change: Change) -> None:
        self.clear()

    def _failed(self, error: AppError) -> None:
        self.refuse(str(error))
        self.refresh()


class SettingsPage(Page):
    """All settings, in their groups."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=24)
        self._desk = desk
        self._name = TypedSetting(desk, "name", _("Your name"))
        self._firm = TypedSetting(desk, "firm", _("Your firm"))
        self._email = TypedSetting(desk, "email", _("Your email"), _("such as you@example.com"))
        self._logo = LogoChooser(desk)
        self._chosen = _chosen_settings(desk)
        self.column.setSpacing(size(10))
        self.column.addWidget(Label(_("Settings"), "title"))
        details = [self._beside(self._name, self._firm), self._email, self._logo]
        appearance = [self._chosen["theme"], self._beside(self._chosen["text_size"], self._chosen["font"])]
        self._add_group(_("Your details"), _("They stand on what you hand over."), details)
        self._add_group(_("Appearance"), "", appearance)
        self._add_group(_("Paper"), "", [self._chosen["paper"]])
        self._add_group(_("Data"), _("Everything is in this folder. Copy it to keep it safe."), [self._place()])
        self.column.addStretch(1)
        desk.bridge.changed.connect(self._on_changed)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def state(self) -> dict[str, Any]:
        """How far it is scrolled."""
        return {"scroll": self.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Scroll there again."""
        scroll = state.get("scroll")
        self.verticalScrollBar().setValue(scroll if isinstance(scroll, int) else 0)

    def settle(self) -> None:
        """Save what is typed."""
        for field in (self._name, self._firm, self._email):
            field.save()

    def focus_content(self) -> None:
        """The keyboard into the first field."""
        self._name.line.setFocus()

    def _add_group(self, title: str, why: str, parts: list[QWidget]) -> None:
        card = Card(spacing=size(14))
        card.setMaximumWidth(size(_WIDEST))
        card.setAccessibleName(title)
        if why:
            card.column.addWidget(Label(why, "body", "text2", wrap=True))
        for part in parts:
            card.column.addWidget(part)
        self.column.addSpacing(size(8))
        self.column.addWidget(Label(title, "heading"))
        self.column.addWidget(card)

    def _beside(self, *fields: QWidget) -> QWidget:
        """Fields side by side, of equal width."""
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(12))
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        return together

    def _place(self) -> QWidget:
        """Where the file lies."""
        self._file = preferences.file_of(self._desk.office)
        together = QWidget()
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(5))
        column.addWidget(Label(_("The office’s file"), "captionMedium", "text2"))
        row = QHBoxLayout()
        row.setSpacing(size(12))
        row.addWidget(Elided(str(self._file)), 1)
        show = Button(_("Show in folder"), icon="folder", kind="compact")
        show.clicked.connect(self._show_folder)
        row.addWidget(show)
        column.addLayout(row)
        return together

    def _show_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._file).parent))):
            self._desk.say(_("No file manager answered. The folder is named on this page."))

    def _on_changed(self, change: Change) -> None:
        if any(table == "setting" for table, _row in change.touched):
            for typed in (self._name, self._firm, self._email):
                typed.refresh()
            for chosen in self._chosen.values():
                chosen.refresh()
            self._logo.refresh()


def _chosen_settings(desk: Desk) -> dict[str, ChosenSetting]:
    """The settings that are one of a few, by their key."""
    themes = [("system", _("As the system"), ""), ("light", _("Light"), ""), ("dark", _("Dark"), "")]
    fonts = [("inter", _("Inter"), ""), ("system", _("System font"), "")]
    papers = [("a4", _("A4"), ""), ("letter", _("US Letter"), "")]
    percents = sorted({*_SIZES, desk.office.settings.text_size})
    sizes = Choice([(str(percent), _("{percent} %").format(percent=percent)) for percent in percents])
    sizes.setMinimumWidth(size(_NARROW))
    made = (
        ("theme", _("Colours"), Segmented(themes, name=_("Colours"))), ("text_size", _("Text size"), sizes),
        ("font", _("Typeface"), Segmented(fonts, name=_("Typeface"))),
        ("paper", _("Sheet"), Segmented(papers, name=_("Sheet"))),
    )  # fmt: skip
    return {key: ChosenSetting(desk, key, label, control) for key, label, control in made}
