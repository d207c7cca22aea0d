"""When the text of one note is saved. A saver belongs to one note for life, so no text can reach another note.

A draft is kept half a second after the first unsaved key, an undoable step is made when nobody typed for two seconds,
or when the field is left. What cannot be saved stays in its field and is tried again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError, NotFoundError, StorageError
from app.domain.managers import ManagerId
from app.domain.notes import Note, NoteId
from app.services import notebook, notes
from app.services.changes import Change
from app.words import _
from ui.desk import Desk

DRAFT_MS, PAUSE_MS, AGAIN_MS = 500, 2_000, 5_000


class Text(NamedTuple):
    """What stands on a sheet."""

    title: str
    body: str

    def kept(self) -> Text:
        """As the office keeps it: never without a title."""
        return Text(notebook.title_for(self.title, self.body), self.body.strip())

    def is_blank(self) -> bool:
        """Whether nothing was written."""
        return not self.title.strip() and not self.body.strip()


class Saver(QObject):
    """Saves one note. It asks its sheet for the text (`asked`) and tells when anything about saving changed (`told`).

    It has no parent: a save on its way keeps it alive until the answer is there, even when the tab is closed meanwhile.
    """

    asked = Signal()
    told = Signal()
    added = Signal(int)

    def __init__(self, desk: Desk, manager: ManagerId, note: Note | None) -> None:
        super().__init__()
        self._desk, self._manager = desk, manager
        self.note = note.id if note else NoteId(0)
        self.shareable = bool(note and note.shareable)
        self.stored = Text(note.title, note.body) if note else Text("", "")
        self.text = self.stored
        self.failure = ""
        self.waiting = False
        self._flying = False
        self._draft = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft.timeout.connect(self._keep)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)

    def draft(self) -> Text | None:
        """What was typed before and never saved, when it says something else than the note."""
        title, _break, body = self._desk.bridge.draft(self._place()).partition("\n")
        left = Text(title, body)
        return None if left.is_blank() or left.kept() == self.stored else left

    def touched(self) -> None:
        """A key was typed; called for each, so it must cost nothing."""
        self.waiting = True
        if not self._draft.isActive():
            self._draft.start()
        self._pause.start(PAUSE_MS)

    def save(self) -> None:
        """Save now, if there is something to save; while a save is on its way, the next one follows it."""
        self._draft.stop()
        self._pause.stop()
        text = self._read()
        if self._flying or not self.waiting:
            return
        if text.kept() == self.stored or (not self.note and text.is_blank()):
            self.waiting, self.failure = False, ""
            self._desk.bridge.keep_draft(self._place(), "")
            self.told.emit()
            return
        self._flying = True
        self._desk.bridge.do(
            self._use_case(text.kept()), then=partial(self._saved, text), failed=partial(self._refused, text)
        )

    def forget(self) -> None:
        """The note is given up; nothing more is saved."""
        self._draft.stop()
        self._pause.stop()
        self.waiting = False
        self._desk.bridge.keep_draft(self._place(), "")

    def saved_at(self) -> datetime | None:
        """When the note was last saved."""
        return notebook.saved_at(self._desk.office, self.note) if self.note else None

    def read_stored(self) -> Note | None:
        """The note as it is in the office now; None when it is gone."""
        try:
            note = self._desk.office.notes.get(self.note)
        except NotFoundError:
            return None
        self.shareable = note.shareable
        return note

    def _keep(self) -> None:
        """Keep a draft, unless saving fails: then only a save helps."""
        text = self._read()
        if not self.failure or self._desk.bridge.is_lost():
            self._desk.bridge.keep_draft(self._place(), "" if text.is_blank() else f"{text.title}\n{text.body}")
        self.told.emit()

    def _read(self) -> Text:
        """The text on the sheet; the last one known when the sheet is gone."""
        self.asked.emit()
        return self.text

    def _place(self) -> str:
        return notebook.draft_place(self._manager, self.note)

    def _use_case(self, text: Text) -> Callable[[], Change]:
        office = self._desk.office
        if self.note:
            return partial(notes.edit, office, self.note, title=text.title, body=text.body)
        return partial(notes.add, office, self._manager, title=text.title, body=text.body, shareable=self.shareable)

    def _saved(self, text: Text, change: Change) -> None:
        self._flying, self.failure = False, ""
        if not self.note:
            self.note = NoteId(change.id)
            self.added.emit(change.id)
        note = self.read_stored()
        self.stored = Text(note.title, note.body) if note else text.kept()
        self._look_again(text)
        self.told.emit()

    def _refused(self, text: Text, error: AppError) -> None:
        self._flying = False
        self.failure = _("Not saved. {why}").format(why=error)
        if self._desk.bridge.is_lost():
            self._keep()
            return
        self._look_again(text)
        if isinstance(error, StorageError):
            self._pause.start(AGAIN_MS)
        self.told.emit()

    def _look_again(self, text: Text) -> None:
        """What was typed while the save was on its way is the next one."""
        newer = self._read() != text
        self.waiting = newer or bool(self.failure)
        if newer:
            self.save()
