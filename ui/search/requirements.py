"""What the search asks for: must-haves and nice-to-haves side by side, agreed or not, and the drift since."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import day_words
from app.domain.requirements import RequirementKind
from app.domain.searches import SearchId
from app.services import requirements
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.words import Label
from ui.search.drift import DriftLine
from ui.search.lines import LineList
from ui.search.parts import Heading, TwoColumns
from ui.search.wanted import TABLES, WantedLists


class RequirementsPart(QWidget):
    """At most five must-haves, at most three nice-to-haves."""

    TABLES = TABLES

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._search = desk, search
        self._agree = Button(_("Mark as agreed"), kind="link")
        self._agreed = Label("", "caption", "text2")
        self._drift = DriftLine()
        must = LineList(_("Must have"), _("Add a must-have"))
        nice = LineList(_("Nice to have"), _("Add a nice-to-have"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(Heading(_("Requirements"), self._agreed, self._agree))
        column.addWidget(TwoColumns(must, nice))
        column.addWidget(self._drift)
        self.lists = WantedLists(desk, search, {RequirementKind.MUST: must, RequirementKind.NICE: nice}, self)
        self._agree.clicked.connect(self._mark)
        self._show()

    def refresh(self) -> None:
        """Read anew."""
        self.lists.read()
        self._show()

    def settle(self) -> None:
        """Keep what is typed."""
        self.lists.forms.settle()

    def _show(self) -> None:
        found = self.lists.found
        self._agree.setVisible(bool(found.requirements) and found.agreed is None)
        self._agreed.setVisible(found.agreed is not None)
        if found.agreed is not None:
            self._agreed.setText(_("agreed {day}").format(day=day_words(found.agreed, self._desk.office.today())))
        self._drift.show_drift(found.drift)

    def _mark(self) -> None:
        self.lists.forms.do(partial(requirements.agree, self._desk.office, self._search))
