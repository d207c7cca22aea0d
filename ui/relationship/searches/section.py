"""The searches of one manager: the open ones by stage, the closed ones below, and opening another in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.services import search_list, searches
from app.services.changes import Change
from app.services.search_list import Entry, days_words, feedback_words, stage_label
from app.words import _
from ui.desk import Desk, Place
from ui.kit.beside import beside
from ui.kit.button import Button
from ui.kit.empty import Empty
from ui.kit.grouped import Heading, Page, Row
from ui.kit.lines import Action, Fact, Line
from ui.kit.list_page import ListPage
from ui.kit.order import follow
from ui.relationship.searches.opening import OpeningEditor


class SearchesSection(ListPage):
    """All of them at once: one manager has few."""

    tables = frozenset({"search", "stage_change", "presentation", "manager"})

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        first = Button(_("Open the first search"), icon="briefcase")
        name = desk.office.managers.get(ManagerId(manager)).first_name
        why = _("Each position that {name} wants to fill has a page of its own.").format(name=name)
        super().__init__(desk, _("Searches"), Empty(_("No searches yet"), why, first), parent)
        self._first = first
        self._manager = ManagerId(manager)
        self._place = f"manager:{manager}:search:new"
        self._editor: OpeningEditor | None = None
        self._open = Button(_("Open a search"), icon="plus")
        row, self._head = QHBoxLayout(), QVBoxLayout()
        row.addStretch(1)
        row.addWidget(self._open)
        self._head.addLayout(row)
        self.lay_out(self._head, spacing=4)
        for button in (self._open, self._first):
            button.clicked.connect(self.open_search)
        self.listing.acted.connect(self._act)
        self.listing.edited.connect(self._edit_row)
        self.listing.deleted.connect(self._delete_row)
        self.read()
        if desk.bridge.draft(self._place):
            self.open_search()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What it answers while it is shown."""
        return {"open-search": self.open_search}

    def focus_content(self) -> None:
        """The keyboard into the form, the list, or to the button while there is none."""
        if self._editor is not None:
            self._editor.focus_first()
        else:
            (self.listing if self.listing.rows.records else self._first).setFocus()

    def show_record(self, record: str, number: int) -> None:
        """Bring a search into sight and mark it."""
        at = next((at for at in range(len(self.listing.rows.records)) if self._is(at, record, number)), -1)
        if at >= 0:
            self.listing.select(at)
            self.listing.setFocus()

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._editor is not None:
            self._editor.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: what is typed is kept."""
        super().hideEvent(event)
        self.settle()

    def read(self) -> None:
        """Read all of them; without any, only the way to the first is shown."""
        found = search_list.of_manager(self._desk.office, self._manager)
        self.show_first((_by_stage(found), False))
        self._open.setVisible(bool(found))

    def more(self) -> Page:
        """There is no more."""
        return [], False

    def open_search(self) -> None:
        """Ask for a new one over the list."""
        if self._editor is None:
            self._editor = editor = OpeningEditor(self._desk.office, self._manager)
            editor.keep_draft(self._place, self._desk.bridge)
            editor.saved.connect(self._save)
            editor.cancelled.connect(self._close)
            self._head.addWidget(editor)
            follow(self._open, editor)
            editor.show()
        self._editor.focus_first()

    def _save(self) -> None:
        editor = self._editor
        if editor is None:
            return
        try:
            use_case = editor.use_case()
        except AppError as error:
            editor.refuse(error)
            return
        self._desk.bridge.do(use_case, then=self._opened, failed=editor.refuse)

    def _opened(self, change: Change) -> None:
        """It is there: its page opens."""
        if self._editor is not None:
            self._editor.forget_draft()
        self._close()
        self._desk.say(change.label, undo=True)
        self._desk.open(Place("search", change.id))

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            self.focus_content()
            self._head.removeWidget(editor)
            editor.hide()
            editor.deleteLater()

    def _act(self, line: Line, key: str) -> None:
        {"edit": self._edit, "delete": self._delete}.get(key, self._go)(line)

    def _go(self, line: Line) -> None:
        self._desk.open(line.place)

    def _edit(self, line: Line) -> None:
        """Its details are edited on its page."""
        self._desk.open(line.place)
        self._desk.command("edit-search")

    def _delete(self, line: Line) -> None:
        self._desk.bridge.do(partial(searches.delete, self._desk.office, SearchId(line.id)), then=self._deleted)

    def _deleted(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)

    def _edit_row(self, at: int) -> None:
        line = self.listing.line(at)
        if line is not None:
            self._edit(line)

    def _delete_row(self, at: int) -> None:
        line = self.listing.line(at)
        if line is not None:
            self._delete(line)

    def _is(self, at: int, record: str, number: int) -> bool:
        line = self.listing.line(at)
        return line is not None and (line.record, line.id) == (record, number)


def _by_stage(entries: list[Entry]) -> list[Row]:
    rows: list[Row] = []
    for stage, found in groupby(entries, key=lambda each: each.search.stage):
        rows += [Heading(stage_label(stage)), *(_line(each) for each in found)]
    return rows


def _line(entry: Entry) -> Line:
    search, feedback = entry.search, feedback_words(entry)
    return Line(
        record="search", id=search.id, lead="briefcase", title=search.title,
        second=beside(days_words(entry), search.location or ""), manager=search.manager, name=entry.name,
        place=Place("search", search.id), fact=Fact(feedback, "plain", "timer") if feedback else None,
        extras=(Action("edit", _("Edit"), "pencil"), Action("delete", _("Delete"), "trash-2")),
    )  # fmt: skip
