"""The next meeting, or the way to plan one; a meeting that is running is one press away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.overview import Next
from app.words import _
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import Chip
from ui.kit.words import Elided, Label
from ui.theme import size


class NextCard(Card):
    """`prepared` opens the meeting's page, `looked` its place in the list, `planned` the form of a new one."""

    prepared = Signal()
    looked = Signal()
    planned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.column.setContentsMargins(size(16), size(12), size(16), size(14))
        self._near = Chip("", "you")
        self._title, self._when = Label("", "heading"), Elided("", "body", "text2")
        self._prepare = Button(_("Prepare"), icon="list-checks", kind="compact")
        self._look = Button(_("Open agenda"), kind="quietCompact")
        self._plan = Button(_("Plan the next one"), icon="calendar-plus", kind="compact")
        self._prepare.clicked.connect(self.prepared)
        self._look.clicked.connect(self.looked)
        self._plan.clicked.connect(self.planned)
        head = QHBoxLayout()
        head.addWidget(Label(_("Next meeting"), "captionMedium", "text2"))
        head.addStretch(1)
        head.addWidget(self._near)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, size(8), 0, 0)
        foot.setSpacing(size(6))
        for button in (self._prepare, self._look, self._plan):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addLayout(head)
        self.column.addSpacing(size(4))
        self.column.addWidget(self._title)
        self.column.addWidget(self._when)
        self.column.addLayout(foot)

    def show_next(self, found: Next | None) -> None:
        """Show the meeting, or that there is none."""
        for each in (self._near, self._prepare, self._look):
            each.setVisible(found is not None)
        self._plan.setVisible(found is None)
        if found is None:
            self._title.setText(_("None planned"))
            self._when.setText(_("A talk is easier to keep with a date."))
            return
        self._near.show_fact(found.near, "you")
        self._near.setToolTip(found.when)
        self._title.setText(found.title)
        self._when.setText(found.when)
        self._prepare.setText(_("Continue") if found.is_running else _("Prepare"))
        self._prepare.set_icon("play" if found.is_running else "list-checks")

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order it is seen."""
        return [self._prepare, self._look, self._plan]
