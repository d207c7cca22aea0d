"""Notes: private until their owner says otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.fields import checked
from app.domain.managers import ManagerId
from app.domain.notes import Note, NoteId
from app.services.changes import Change
from app.services.notebook import draft_place
from app.services.office import Office
from app.storage import drafts
from app.words import _


def add(office: Office, manager: ManagerId, *, title: str, body: str = "", **details: Any) -> Change:
    """Write a note; it is private unless told otherwise."""
    office.managers.get(manager)
    note = checked(Note(id=NoteId(0), manager=manager, title=title, body=body, **details), "title")
    label = _("Note added: {title}").format(title=note.title)
    with office.write(label):
        note_id = office.notes.insert(note)
        drafts.forget(office.conn, draft_place(manager, NoteId(0)))
    return office.change(label, "note", note_id)


def edit(office: Office, note: NoteId, **changes: Any) -> Change:
    """Change a note; what was typed and kept for it is no draft any more."""
    known = office.notes.get(note)
    edited = checked(replace(known, **changes), "title")
    label = _("Note edited: {title}").format(title=known.title)
    with office.write(label):
        office.notes.update(edited)
        drafts.forget(office.conn, draft_place(known.manager, note))
    return office.change(label, "note", note)


def share(office: Office, note: NoteId) -> Change:
    """Let a note be chosen for a summary."""
    known = office.notes.get(note)
    return _save(office, replace(known, shareable=True), _("Note shareable: {title}").format(title=known.title))


def keep_private(office: Office, note: NoteId) -> Change:
    """Keep a note out of anything made for others; documents already made stay as they were sent."""
    known = office.notes.get(note)
    went_out = known.meeting and any(each.meeting == known.meeting for each in office.issued.of(known.manager))
    label = (
        _("Note private: {title}. Documents already made stay as they were.")
        if went_out
        else _("Note private: {title}")
    )
    return _save(office, replace(known, shareable=False), label.format(title=known.title))


def pin(office: Office, note: NoteId, *, pinned: bool = True) -> Change:
    """Keep a note at the top of its list, or let it go."""
    label = _("Note pinned") if pinned else _("Note unpinned")
    return _save(office, replace(office.notes.get(note), pinned=pinned), label)


def delete(office: Office, note: NoteId) -> Change:
    """Remove a note."""
    known = office.notes.get(note)
    label = _("Note deleted: {title}").format(title=known.title)
    with office.write(label):
        office.notes.delete(note)
    return office.change(label, "note", note)


def _save(office: Office, note: Note, label: str) -> Change:
    with office.write(label):
        office.notes.update(checked(note, "title"))
    return office.change(label, "note", note.id)
