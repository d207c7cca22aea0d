"""The page of settings. Each is saved as its field is left, and taken back by Undo like anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import clock_time, long_day_words
from app.services import preferences
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.scrolling import Page
from ui.kit.words import Elided, Label
from ui.settings.logo import LogoChooser
from ui.settings.setting import RhythmSetting, TypedSetting, chosen_settings
from ui.settings.templates import TemplatesList
from ui.theme import size

_WIDEST = 640


class SettingsPage(Page):
    """All settings, in their groups."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=24)
        self._desk = desk
        self._name = TypedSetting(desk, "name", _("Your name"))
        self._firm = TypedSetting(desk, "firm", _("Your firm"))
        self._email = TypedSetting(desk, "email", _("Your email"), _("such as you@example.com"))
        self._logo = LogoChooser(desk)
        self._chosen = chosen_settings(desk)
        self._rhythm = RhythmSetting(desk)
        self.column.setSpacing(size(10))
        self.column.addWidget(Label(_("Settings"), "title"))
        details = [self._beside(self._name, self._firm), self._email, self._logo]
        appearance = [self._chosen["theme"], self._beside(self._chosen["text_size"], self._chosen["font"])]
        self._add_group(_("Your details"), _("They stand on what you hand over."), details)
        reminders: list[QWidget] = [self._chosen["meeting_sound"], self._chosen["ask_satisfaction"], self._rhythm]
        self._add_group(
            _("Language and dates"), _("Documents are in English. Screen readers speak the language you choose here."),
            [self._chosen["language"], self._zone()],
        )  # fmt: skip
        self._add_group(_("Appearance"), "", appearance)
        self._add_group(_("Paper"), "", [self._chosen["paper"]])
        self._add_group(_("Reminders"), "", reminders)
        self._templates = TemplatesList(desk)
        self._add_group(
            _("Templates"), _("What meetings and agreements start from. Your own copy counts instead."),
            [self._templates],
        )  # fmt: skip
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
        self._templates.settle()

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

    def _zone(self) -> QWidget:
        """The computer's time zone, and a date as the program writes it."""
        office = self._desk.office
        now = _("{day}, {time}").format(
            day=long_day_words(office.today(), office.today()), time=clock_time(office.now(), office.zone)
        )
        together = QWidget()
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(5))
        column.addWidget(Label(_("Time zone, as this computer has it"), "captionMedium", "text2"))
        column.addWidget(Label(_("{zone} · {now}").format(zone=office.zone.key, now=now), wrap=True))
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
        if any(table == "template" for table, _row in change.touched):
            self._templates.refresh()
        if any(table == "setting" for table, _row in change.touched):
            for typed in (self._name, self._firm, self._email):
                typed.refresh()
            for chosen in self._chosen.values():
                chosen.refresh()
            self._rhythm.refresh()
            self._logo.refresh()
