"""The first page anybody sees, and the page of every further new relationship."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.words import _
from ui.desk import Desk, Place
from ui.first_run.form import NewRelationship
from ui.kit import mirror, paint
from ui.kit.button import Button
from ui.kit.mark import Mark
from ui.kit.scrolling import Page
from ui.kit.words import Label
from ui.theme import size

_FORM, _LEAD = 480, 540
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class NewRelationshipPage(Page):
    """The form in the middle of a page, under a question."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=size(24), centred=True)
        self._desk = desk
        self.form = NewRelationship(desk)
        self.form.setMaximumWidth(size(_FORM))
        self.form.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self.column.addStretch(1)
        self.column.addLayout(self._middle)
        self.column.addStretch(1)
        self._say()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.form, 100)
        row.addStretch(1)
        self._middle.addLayout(row)
        self.form.added.connect(self._open)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def state(self) -> dict[str, Any]:
        """The form's drafts are in the store."""
        return {}

    def restore(self, _state: dict[str, Any]) -> None:
        """The form came back with its drafts."""

    def focus_content(self) -> None:
        """The keyboard into the name."""
        self.form.focus_first()

    def show_place(self, place: Place) -> None:
        """Begin with a name that was typed elsewhere."""
        if place.typed:
            self.form.begin_with(place.typed)

    def settle(self) -> None:
        """Keep what is typed."""
        self.form.settle()

    def _open(self, manager: int) -> None:
        """The new tab takes the place of this one."""
        self._desk.command("close-tab")
        self._desk.open(Place("manager", manager))

    def _say(self) -> None:
        self._add_words(_("Who else do you recruit for?"), _("Four fields to begin with. The rest grows in their tab."))

    def _add_words(self, title: str, lead: str) -> None:
        heading, sentence = Label(title, "display", wrap=True), Label(lead, "lead", "text2", wrap=True)
        for label in (heading, sentence):
            label.setAlignment(_CENTRE)
        sentence.setMaximumWidth(size(_LEAD))
        self._middle.addWidget(heading)
        self._middle.addSpacing(size(8))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(sentence, 100)
        row.addStretch(1)
        self._middle.addLayout(row)
        self._middle.addSpacing(size(24))


class FirstRunPage(NewRelationshipPage):
    """Who do you recruit for; or a look around with sample data first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        look = Button(_("Look around with sample data"), icon="eye", kind="quiet")
        look.clicked.connect(self._look_around)
        self._middle.addSpacing(size(16))
        self._middle.addWidget(look, 0, _CENTRE)
        self.column.addWidget(_Promise(_("Your data stays in one file on this computer. No account, no cloud.")))

    def _say(self) -> None:
        self._middle.addWidget(Mark(43), 0, _CENTRE)
        self._middle.addSpacing(size(20))
        self._add_words(
            _("Who do you recruit for?"),
            _("Start with one hiring manager. Everything you agree, talk about and close together lives in their tab."),
        )

    def _open(self, manager: int) -> None:
        """Today takes the place of this page by itself."""
        self._desk.open(Place("manager", manager))

    def _look_around(self) -> None:
        self._desk.command("sample")


class _Promise(QWidget):
    """A lock and a sentence in the middle of the line."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setFixedHeight(size(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of it as fits."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        lock = size(13 + 6)
        width = min(paint.text_width(self._words, "caption") + 2, box.width() - lock)
        left = (box.width() - width - lock) / 2
        paint.draw_icon(painter, left, box.center().y() - size(13) / 2, "lock", "text2", 13)
        paint.text(painter, QRectF(left + lock, 0, width, box.height()), self._words, "caption", "text2")
