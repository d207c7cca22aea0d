"""The searches of all managers, by stage: whose, how long open, how quickly they answer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.services import search_list
from app.services.changes import Change
from app.services.search_list import Entry, days_words, feedback_words, stage_label
from app.words import _, plural_in_words
from ui.desk import Desk, Place
from ui.kit import mirror
from ui.kit.beside import beside
from ui.kit.empty import Empty
from ui.kit.grouped import GroupedList, Heading, Page, Row
from ui.kit.lines import SIDE, Fact, Line
from ui.kit.scrolling import MARGIN, PAGE_LIMIT
from ui.kit.words import Label
from ui.theme import size

_SHOWN = {"search", "stage_change", "presentation", "manager"}


class SearchesPage(QWidget):
    """The open ones at once, the closed ones below them as far as they are seen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._last: search_list.Key | None = None
        self._stale = True
        self._lead = Label("", "lead", "text2", wrap=True)
        self.listing = GroupedList(_("Searches"), self._more)
        self._empty = Empty(_("No searches yet"), _("The searches of everybody you recruit for stand here, by stage."))
        self._lay_out()
        self.listing.acted.connect(self._act)
        desk.bridge.changed.connect(self._on_changed)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def state(self) -> dict[str, Any]:
        """How far it is scrolled."""
        return {"scroll": self.listing.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again."""
        scroll = state.get("scroll")
        if isinstance(scroll, int):
            self._read()
            self.listing.verticalScrollBar().setValue(scroll)

    def focus_content(self) -> None:
        """The keyboard into the list."""
        self.listing.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is read now."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(size(SIDE), 0, size(SIDE), 0)
        head.setSpacing(0)
        head.addWidget(Label(_("Searches"), "display"))
        head.addWidget(self._lead)
        self._shown = QStackedLayout()
        self._shown.addWidget(self.listing)
        self._shown.addWidget(self._empty)
        limit = QWidget()
        limit.setMaximumWidth(PAGE_LIMIT + 2 * SIDE)
        column = QVBoxLayout(limit)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(4))
        column.addLayout(head)
        column.addLayout(self._shown, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(MARGIN - SIDE, size(22), MARGIN - SIDE, 0))
        row.addWidget(limit, 1)

    def _read(self) -> None:
        """The open ones and the first page of the closed; as many of those as were shown before."""
        self._stale = False
        office, scroll = self._desk.office, self.listing.verticalScrollBar().value()
        opened = search_list.opened(office)
        shown = sum(isinstance(each, Line) for each in self.listing.rows.records) - len(opened)
        limit = max(search_list.PAGE, shown)
        closed = search_list.closed(office, limit=limit)
        self._last = closed[-1].key if closed else None
        self._lead.setText(_sentence(len(opened)))
        self.listing.show_page(([*_by_stage(opened), *_by_stage(closed)], len(closed) == limit))
        self.listing.verticalScrollBar().setValue(scroll)
        self._shown.setCurrentIndex(0 if opened or closed else 1)

    def _more(self) -> Page:
        """The next page of the closed ones."""
        found = search_list.closed(self._desk.office, before=self._last)
        self._last = found[-1].key if found else self._last
        return _by_stage(found), len(found) == search_list.PAGE

    def _on_changed(self, change: Change) -> None:
        if any(table in _SHOWN for table, _row in change.touched):
            if self.isVisible():
                self._read()
            else:
                self._stale = True

    def _act(self, line: Line, _key: str) -> None:
        self._desk.open(line.place)


def _sentence(count: int) -> str:
    if not count:
        return _("No search is open.")
    said = plural_in_words("{count} search is open.", "{count} searches are open.", count)
    return said[0].upper() + said[1:]


def _by_stage(entries: list[Entry]) -> list[Row]:
    rows: list[Row] = []
    for stage, found in groupby(entries, key=lambda each: each.search.stage):
        rows += [Heading(stage_label(stage)), *(_line(each) for each in found)]
    return rows


def _line(entry: Entry) -> Line:
    search = entry.search
    archived, feedback = _("archived") if entry.set_aside else "", feedback_words(entry)
    return Line(
        record="search", id=search.id, lead="avatar", title=search.title,
        second=beside(entry.name, archived, days_words(entry)), manager=search.manager, name=entry.name,
        place=Place("manager", search.manager), fact=Fact(feedback, "plain", "timer") if feedback else None,
    )  # fmt: skip
