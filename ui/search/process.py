"""The card of the process as it was walked through: each step with its owner and its length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.process_lines import BOTH, ME, THEM, length_of, length_words, owner_words
from app.domain.role import ProcessStep
from app.domain.searches import SearchId
from app.services import process
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.editor import Editor
from ui.kit.field import Choice, Field, Line
from ui.search.line_row import INSET, Shown
from ui.search.lines import LineList
from ui.search.ordered import OrderedCard, heading
from ui.theme import size

_SIDE = 16


class ProcessCard(OrderedCard):
    """One line a step; an empty one starts from what usually works."""

    TABLES = frozenset({"process_step", "manager", "search"})
    KIND = "process_step"

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        words = _("Process, as walked through")
        lines = LineList(words, _("Add a step"), title=heading(words), empty=_("Not walked through yet"))
        super().__init__(desk, search, lines, side=_SIDE, parent=parent)
        self._begin = Button(_("Start from what usually works"), kind="link")
        self._begin.clicked.connect(self._start)
        row = QHBoxLayout()
        row.setContentsMargins(size(INSET - 4), 0, size(INSET), 0)
        row.addWidget(self._begin)
        row.addStretch(1)
        self.column.addLayout(row)
        self.refresh()

    def read(self) -> Sequence[ProcessStep]:
        """The steps in their order."""
        manager = self.office.searches.get(self.search).manager
        self._manager = self.office.managers.get(manager)
        return self.office.process_steps.of(self.search)

    def refresh(self) -> None:
        """Read anew; what usually works is only offered where nothing is."""
        super().refresh()
        self._begin.setVisible(not self.known)

    def line(self, record: ProcessStep) -> Shown:
        """What, and at the end whose and how long."""
        parts = (owner_words(record.owner, self._manager.first_name), _takes(record))
        return Shown(record.id, "", "", record.what, tail=" · ".join(part for part in parts if part))

    def form(self, record: ProcessStep | None) -> Editor:
        """The form of a step."""
        company = self._manager.company or ""
        return StepForm(self.office, self.search, self._manager.first_name, company, record)

    def place_at(self, record: ProcessStep, position: int) -> Change:
        """Move a step."""
        return process.place(self.office, record.id, position=position)

    def delete(self, record: ProcessStep) -> Change:
        """Remove a step."""
        return process.delete(self.office, record.id)

    def _start(self) -> None:
        self.forms.do(partial(process.begin, self.office, self.search))


class StepForm(Editor):
    """What is done, whose step it is, how long it takes."""

    def __init__(
        self, office: Office, search: SearchId, called: str, company: str, known: ProcessStep | None = None,
    ) -> None:  # fmt: skip
        super().__init__(_("A step of the process"))
        self._office, self._search, self._known = office, search, known
        self._owners = {owner_words(each, called): each for each in (ME, THEM, BOTH)}
        offered = [*self._owners, *([company] if company else [])]
        self._what, self._takes = Line(), Line(_("such as 5 days, 1 week or 30 min"))
        self._owner = Choice(((each, each) for each in offered), editable=True)
        self.add("what", Field(_("Step"), self._what))
        self.add("owner", Field(_("Whose step it is"), self._owner))
        self.add("takes", Field(_("How long it takes"), self._takes))
        self._owner.setCurrentText(owner_words(known.owner if known else ME, called))
        if known is not None:
            self._what.setText(known.what)
            self._takes.setText(_takes(known))
        self.finish()
        for line in (self._what, self._takes):
            line.returnPressed.connect(self.saved)

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a length that cannot be read."""
        words = self._owner.currentText().strip()
        what, owner, length = self._what.text(), self._owners.get(words, words), length_of(self._takes.text())
        if self._known is None:
            return partial(process.add, self._office, self._search, what=what, owner=owner, **length)
        return partial(process.edit, self._office, self._known.id, what=what, owner=owner, **length)


def _takes(step: ProcessStep) -> str:
    return length_words(step.days, step.weeks, step.minutes)
