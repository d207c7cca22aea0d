"""A new note is private, kept with its first words, and nothing when it stays empty."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.notes import NoteId
from app.services import live, notes
from tests.ui.notes.screen import Named, settled, sheet_of, stored, three_notes
from ui.desk import Desk
from ui.relationship.notes.section import NotesSection


def test_a_new_note_is_private_and_kept_with_its_first_words(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, named: Named[QAbstractButton]
) -> None:
    section = show(desk, manager)
    QTest.mouseClick(named(section, QAbstractButton, "New note"), Qt.MouseButton.LeftButton)
    sheet = sheet_of(section)
    assert section.window().focusWidget() is sheet.title
    assert section.page.foot.said == "Not written yet"
    QTest.keyClick(sheet.title, Qt.Key.Key_Return)
    assert section.window().focusWidget() is sheet.source
    QTest.keyClicks(sheet.source, "# Reasons")
    settled(qtbot, section)

    (note,) = desk.office.notes.of(manager)
    assert (note.title, note.body, note.shareable) == ("Reasons", "# Reasons", False)
    assert section.pane.listing.current_id() == note.id
    QTest.keyClicks(sheet.source, " and more")
    settled(qtbot, section)
    assert stored(desk.office, note.id)[1] == "# Reasons and more"
    assert len(desk.office.notes.of(manager)) == 1


def test_a_new_note_left_empty_leaves_nothing(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    three_notes(desk.office, manager)
    section = show(desk, manager)
    section.new_note()
    section.pane.listing.select(1)

    assert len(desk.office.notes.of(manager)) == 3
    assert len(section.page.sheets) == 2
    assert sheet_of(section).title.text() == "two"


def test_without_notes_the_page_says_what_goes_here(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    section = show(desk, manager)
    assert section._stack.currentIndex() == 1
    section.focus_content()
    assert section._first.hasFocus()
    QTest.keyClick(section._first, Qt.Key.Key_Space)
    QTest.keyClicks(sheet_of(section).title, "First")
    settled(qtbot, section)
    assert section._stack.currentIndex() == 0
    desk.bridge.do(lambda: live.undo(desk.office))

    assert section._stack.currentIndex() == 1


def test_the_switch_says_what_it_means_and_can_be_undone(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, said: list[tuple[str, bool]],
    named: Named[QAbstractButton],
) -> None:  # fmt: skip
    note = notes.add(desk.office, manager, title="Rates").id
    section = show(desk, manager)
    QTest.keyClicks(sheet_of(section).source, "typed")
    QTest.mouseClick(named(section, QAbstractButton, "Shareable"), Qt.MouseButton.LeftButton)
    assert desk.office.notes.get(NoteId(note)).shareable
    assert stored(desk.office, note)[1] == "typed"
    assert said == [("Note shareable: Rates", True)]
    assert section.page.banner._sentence.text() == "You choose when it goes into a summary."
    assert section.pane.rows.records[0].access == "Shareable"
    desk.bridge.do(lambda: live.undo(desk.office))

    assert not desk.office.notes.get(NoteId(note)).shareable
    assert section.page.access.key == "private"
    assert section.page.banner._sentence.text() == "Never in a summary, an email or anything made for others."


def test_a_new_note_can_be_shareable_from_the_start(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, named: Named[QAbstractButton]
) -> None:
    section = show(desk, manager)
    section.new_note()
    QTest.mouseClick(named(section, QAbstractButton, "Shareable"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(sheet_of(section).title, "Market")
    settled(qtbot, section)

    assert [(note.title, note.shareable) for note in desk.office.notes.of(manager)] == [("Market", True)]
