"""The searches of all managers, by stage: whose, how long open, how quickly they answer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import search_list
from app.services.search_list import Entry, days_words, feedback_words, stage_label
from app.words import _, plural_in_words
from ui.desk import Desk, Place
from ui.kit.beside import beside
from ui.kit.empty import Empty
from ui.kit.grouped import Heading, Page, Row
from ui.kit.lines import Fact, Line
from ui.kit.list_page import ListPage
from ui.kit.words import Label


class SearchesPage(ListPage):
    """The open ones at once, the closed ones below them as far as they are seen."""

    tables = frozenset({"search", "stage_change", "presentation", "manager"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        none = Empty(_("No searches yet"), _("The searches of everybody you recruit for stand here, by stage."))
        super().__init__(desk, _("Searches"), none, parent)
        self._last: search_list.Key | None = None
        self._lead = Label("", "lead", "text2", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(_("Searches"), "display"))
        head.addWidget(self._lead)
        self.lay_out(head, spacing=4)
        self.listing.acted.connect(self._act)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def focus_content(self) -> None:
        """The keyboard into the list."""
        self.listing.setFocus()

    def read(self) -> None:
        """The open ones and the first page of the closed; as many of those as were shown before."""
        office = self._desk.office
        opened = search_list.opened(office)
        shown = sum(isinstance(each, Line) for each in self.listing.rows.records) - len(opened)
        limit = max(search_list.PAGE, shown)
        closed = search_list.closed(office, limit=limit)
        self._last = closed[-1].key if closed else None
        self._lead.setText(_sentence(len(opened)))
        self.show_first(([*_by_stage(opened), *_by_stage(closed)], len(closed) == limit))

    def more(self) -> Page:
        """The next page of the closed ones."""
        found = search_list.closed(self._desk.office, before=self._last)
        self._last = found[-1].key if found else self._last
        return _by_stage(found), len(found) == search_list.PAGE

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
        place=Place("search", search.id), fact=Fact(feedback, "plain", "timer") if feedback else None,
    )  # fmt: skip
