"""The section Notes of a manager's tab: the list, the page beside it, and what is done with a note."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import NotFoundError
from app.domain.managers import ManagerId
from app.domain.notes import NoteId
from app.services import notebook, notes
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit import mirror
from ui.kit.button import Button
from ui.kit.card import Ground
from ui.kit.empty import Empty
from ui.relationship.notes.list_pane import NotesPane
from ui.relationship.notes.pane import NotePage
from ui.relationship.notes.sheet import Sheet


class NotesSection(QWidget):
    """Everything about one manager's notes."""

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._manager = desk, ManagerId(manager)
        self.pane = NotesPane(desk.office, self._manager)
        self.page = NotePage(desk)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._beside())
        self._stack.addWidget(self._nothing_yet())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        listing = self.pane.listing
        listing.moved.connect(self._moved)
        listing.opened.connect(self._open_row)
        listing.edited.connect(self._open_row)
        listing.pinned.connect(self._pin)
        listing.deleted.connect(self._delete)
        self.pane.new.clicked.connect(self.new_note)
        self.pane.words.refused.connect(desk.say)
        self.page.access_chosen.connect(self._set_access)
        desk.bridge.changed.connect(self._on_changed)
        self.pane.refresh()
        self._begin()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What this section answers."""
        page = self.page
        return {
            "new-note": self.new_note, "find": self._find, "bold": page.bold, "italic": page.italic, "link": page.link,
            "read-view": page.toggle_reading,
        }  # fmt: skip

    def state(self) -> dict[str, Any]:
        """The note on the page and how far it is scrolled."""
        sheet = self.page.sheet
        if sheet is None:
            return {}
        return {
            "note": sheet.saver.note,
            "scroll": sheet.source.verticalScrollBar().value(),
            "reading": int(sheet.reading),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Show that note there again."""
        note, scroll = state.get("note"), state.get("scroll")
        if isinstance(note, int) and note and self._show(note) and self.page.sheet is not None:
            self.page.sheet.source.verticalScrollBar().setValue(scroll if isinstance(scroll, int) else 0)
            self.page.sheet.show_reading(bool(state.get("reading")))
            self.page.tell()

    def settle(self) -> None:
        """Save whatever is typed, on every sheet."""
        for sheet in list(self.page.sheets):
            sheet.saver.save()

    def focus_content(self) -> None:
        """The keyboard into the list, or onto the button where there is none yet."""
        if self._stack.currentIndex() == 0:
            self.pane.listing.setFocus() if self.pane.rows.records else self._focus_sheet()
        else:
            self._first.setFocus()

    def show_record(self, record: str, record_id: int) -> None:
        """Show a note."""
        if record == "note":
            self.pane.words.clear()
            self._show(record_id)

    def mark_words(self, words: str) -> None:
        """Let words stand out in the note, and the keyboard on the first of them."""
        if self.page.sheet is not None:
            self.page.sheet.mark_words(words)

    def new_note(self) -> None:
        """A new sheet; it becomes a note with the first words on it."""
        sheet = self.page.sheet_of(0) or self._open(Sheet(self._desk, self._manager, None))
        self._stack.setCurrentIndex(0)
        self.page.show_sheet(sheet)
        self.pane.listing.choose(0)
        sheet.title.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another section, tab or no window at all: what is typed is saved."""
        super().hideEvent(event)
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new width of the list."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "pane"):
            self.pane.fit()

    def _beside(self) -> QWidget:
        left, both = Ground("canvas", right=True), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(mirror.margins(0, 0, 1, 0))
        column.addWidget(self.pane)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.page, 1)
        return both

    def _nothing_yet(self) -> QWidget:
        self._first = Button(_("New note"), icon="plus", kind="primary")
        self._first.clicked.connect(self.new_note)
        name = self._desk.office.managers.get(self._manager).first_name
        why = _("Write down how {name} decides. Private unless you say otherwise.").format(name=name)
        return Empty(_("No notes yet"), why, self._first)

    def _begin(self) -> None:
        """The first note, and a new one that was being written when the program ended."""
        if self._desk.bridge.draft(notebook.draft_place(self._manager, NoteId(0))):
            self.page.show_sheet(self._open(Sheet(self._desk, self._manager, None)))
        elif self.pane.rows.records:
            self._show(self.pane.rows.records[0].id)
        self._show_nothing_yet()

    def _show_nothing_yet(self) -> None:
        empty = not self.pane.rows.records and not self.pane.words.text() and self.page.sheet is None
        self._stack.setCurrentIndex(1 if empty else 0)

    def _open(self, sheet: Sheet) -> Sheet:
        sheet.saver.added.connect(self._added)
        return sheet

    def _show(self, note: int) -> bool:
        """Put a note's sheet on top and mark its row; whether it is there."""
        sheet = self.page.sheet_of(note)
        if sheet is None:
            try:
                sheet = self._open(Sheet(self._desk, self._manager, self._desk.office.notes.get(note)))
            except NotFoundError:
                return False
        self.page.show_sheet(sheet)
        self.pane.listing.choose(sheet.saver.note)
        self._drop_blank()
        return True

    def _drop_blank(self) -> None:
        """A new sheet that nothing was written on goes when it is left."""
        blank = self.page.sheet_of(0)
        if blank is not None and blank is not self.page.sheet and not blank.saver.waiting:
            self.page.drop(blank)

    def _moved(self, row: int) -> None:
        record = self.pane.listing.record_at(row)
        if record is not None and (self.page.sheet is None or self.page.sheet.saver.note != record.id):
            self._show(record.id)

    def _open_row(self, _row: int) -> None:
        self._focus_sheet()

    def _focus_sheet(self) -> None:
        if self.page.sheet is not None:
            self.page.sheet.focus_text()

    def _find(self) -> None:
        self.pane.words.setFocus()
        self.pane.words.selectAll()

    def _added(self, _note: int) -> None:
        """A new sheet became a note; the list shows it when the change is announced."""
        self.page.tell()

    def _pin(self, row: int) -> None:
        record = self.pane.listing.record_at(row)
        if record is not None:
            self._desk.bridge.do(partial(notes.pin, self._desk.office, record.id, pinned=not record.pinned))

    def _delete(self, row: int) -> None:
        record = self.pane.listing.record_at(row)
        if record is None:
            return
        sheet = self.page.sheet_of(record.id)
        if sheet is not None:
            sheet.saver.save()
        self._desk.bridge.do(partial(notes.delete, self._desk.office, record.id), then=self._deleted)

    def _deleted(self, _change: Change) -> None:
        self._desk.say(_("Note deleted"), undo=True)

    def _set_access(self, shareable: bool) -> None:
        """Private or shareable, at once and undoable; for a sheet not yet saved, when it is."""
        sheet = self.page.sheet
        if sheet is None:
            return
        sheet.saver.save()
        if not sheet.saver.note:
            sheet.saver.shareable = shareable
            self.page.tell()
            return
        use_case = notes.share if shareable else notes.keep_private
        self._desk.bridge.do(partial(use_case, self._desk.office, sheet.saver.note), then=self._access_set)

    def _access_set(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)

    def _on_changed(self, change: Change) -> None:
        """Read the list again; sheets follow what others wrote, and go with their note."""
        touched = {row for table, row in change.touched if table == "note"}
        if not touched:
            return
        shown = self.page.sheet
        at = self.pane.rows.place_of(shown.saver.note) if shown else 0
        self.pane.refresh()
        for sheet in [each for each in self.page.sheets if each.saver.note in touched]:
            note = sheet.saver.read_stored()
            if note is not None:
                sheet.show_stored(note)
            elif not sheet.saver.waiting:
                self.page.drop(sheet)
        self._stand_again(max(at, 0))

    def _stand_again(self, at: int) -> None:
        """The note on top stays chosen; where it is gone, the one that took its place."""
        sheet, records = self.page.sheet, self.pane.rows.records
        if sheet is not None and sheet in self.page.sheets:
            self.pane.listing.choose(sheet.saver.note)
            self.page.tell()
        elif records:
            self._show(records[min(at, len(records) - 1)].id)
        self._show_nothing_yet()
