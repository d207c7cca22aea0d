"""Undo in a note is the field's own while it is written, and the program's after that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.notes import NoteId
from app.services import live, notes
from tests.ui.notes.screen import settled, sheet_of, stored, three_notes
from ui.desk import Desk
from ui.relationship.notes.section import NotesSection


def test_undo_in_the_field_is_its_own_and_stays_across_notes_and_saves(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    _one, two, three = three_notes(desk.office, manager)
    section = show(desk, manager)
    source = sheet_of(section).source
    QTest.keyClicks(source, "typed ")
    section.show_record("note", two)
    section.show_record("note", three)
    assert stored(desk.office, three)[1] == "typed three body"
    source.setFocus()
    QTest.keySequence(source, QKeySequence.StandardKey.Undo)
    assert source.toPlainText() == "three body"
    settled(qtbot, section)

    assert stored(desk.office, three)[1] == "three body"


def test_undo_of_the_program_is_shown_and_another_program_too(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    note = notes.add(desk.office, manager, title="x", body="before").id
    section = show(desk, manager)
    QTest.keyClicks(sheet_of(section).source, "now and ")
    section.settle()
    desk.bridge.do(lambda: live.undo(desk.office))
    assert sheet_of(section).source.toPlainText() == "before"

    QTest.keyClicks(sheet_of(section).source, "mine ")
    desk.bridge.do(lambda: notes.edit(desk.office, NoteId(note), body="theirs", pinned=True))
    assert sheet_of(section).source.toPlainText() == "mine before"
    settled(qtbot, section)
    assert stored(desk.office, note) == ("x", "mine before")
    desk.bridge.do(lambda: notes.edit(desk.office, NoteId(note), body="theirs"))
    assert sheet_of(section).source.toPlainText() == "theirs"


def test_deleting_keeps_what_was_just_typed_for_undo(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    *_, note = three_notes(desk.office, manager)
    section = show(desk, manager)
    QTest.keyClicks(sheet_of(section).source, "last words ")
    section.pane.listing.deleted.emit(0)
    desk.bridge.do(lambda: live.undo(desk.office))

    assert stored(desk.office, note)[1] == "last words three body"
