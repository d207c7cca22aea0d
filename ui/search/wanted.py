"""The lists of what a search asks for: must, nice, deal makers, deal breakers; all are written alike."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.requirements import Requirement, RequirementId, RequirementKind
from app.domain.searches import SearchId
from app.services import requirements, search_page
from app.services.search_page import Wanted
from ui.desk import Desk
from ui.search.forms import Forms
from ui.search.line_row import Shown
from ui.search.lines import LineList
from ui.search.requirement_forms import DropForm, RequirementForm

_LOOKS = {
    RequirementKind.MUST: ("check", "accent"), RequirementKind.NICE: ("plus", "text2"),
    RequirementKind.DEAL_MAKER: ("plus", "kept"), RequirementKind.DEAL_BREAKER: ("minus", "missed"),
}  # fmt: skip
TABLES = frozenset({"requirement", "requirement_change", "manager"})


class WantedLists(QObject):
    """Keeps some lists of one search: shows them, and does what is wanted in them."""

    def __init__(
        self, desk: Desk, search: SearchId, lists: Mapping[RequirementKind, LineList], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._search, self._lists = desk, search, lists
        self.forms = Forms(desk, self)
        for each in lists.values():
            each.wanted.connect(self._wish)
            each.asked_new.connect(self._asked)
        self.found = self.read()

    def read(self) -> Wanted:
        """Read what is asked for, and show it."""
        self.found = search_page.wanted(self._desk.office, self._search)
        for kind, each in self._lists.items():
            each.show_lines([_shown(line) for line in self.found.of(kind)])
        return self.found

    def add(self, kind: RequirementKind) -> None:
        """Write one line more, and after it the next, until they are agreed."""
        agreed = self.found.agreed is not None
        form = RequirementForm(self._desk.office, self._search, kind, self.found.manager.first_name, agreed=agreed)
        lines = self._lists[kind]
        again = None if agreed else partial(self.add, kind)
        place = f"search:{self._search}:{kind.value}:new"
        self.forms.open(form, place, lines.put_form, lines.take_form, again)

    def _asked(self) -> None:
        for kind, each in self._lists.items():
            if each is self.sender():
                self.add(kind)

    def _wish(self, wish: str, record: int) -> None:
        known = next((each for each in self.found.requirements if each.id == record), None)
        if known is None:
            return
        alike = [each.id for each in self.found.of(known.kind)]
        if wish == "edit":
            self._edit(known)
        elif wish == "delete":
            self._delete(known)
        else:
            to = alike.index(known.id) + (1 if wish == "down" else -1)
            self.forms.do(partial(requirements.place, self._desk.office, RequirementId(record), position=max(to, 0)))

    def _edit(self, known: Requirement) -> None:
        form = RequirementForm(
            self._desk.office, self._search, known.kind, self.found.manager.first_name, known=known,
            agreed=known.agreed_on is not None,
        )  # fmt: skip
        lines = self._lists[known.kind]
        put = partial(lines.put_form, record=known.id)
        self.forms.open(form, f"requirement:{known.id}", put, lines.take_form)

    def _delete(self, known: Requirement) -> None:
        """Gone at once while nothing is agreed; else it is asked who wanted that."""
        if known.agreed_on is None:
            self.forms.do(partial(requirements.delete, self._desk.office, known.id))
            return
        form = DropForm(self._desk.office, known, self.found.manager.first_name)
        lines = self._lists[known.kind]
        put = partial(lines.put_form, record=known.id, instead=False)
        self.forms.open(form, f"requirement:{known.id}:drop", put, lines.take_form)


def _shown(line: Requirement) -> Shown:
    icon, tone = _LOOKS[line.kind]
    return Shown(line.id, icon, tone, line.text, line.probe or "")
