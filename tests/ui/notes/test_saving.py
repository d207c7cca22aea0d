"""A note is a draft at once and saved on a pause and on every way out; what cannot be saved stays."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError, StorageError
from app.domain.managers import ManagerId
from app.domain.notes import NoteId
from app.services import live, notebook, notes
from tests.ui.notes.screen import Named, settled, sheet_of, steps, stored, three_notes
from ui.bridge import Bridge
from ui.desk import Desk
from ui.relationship.notes import saving
from ui.relationship.notes.section import NotesSection


def test_typing_is_a_draft_at_once_and_one_step_after_a_pause(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = notes.add(desk.office, manager, title="How Amara decides").id
    monkeypatch.setattr(saving, "PAUSE_MS", 400)
    section = show(desk, manager)
    before = steps(desk.office)
    sheet_of(section).source.setFocus()
    for letter in "the risk first":
        QTest.keyClick(sheet_of(section).source, letter)
    qtbot.waitUntil(lambda: live.draft(desk.office, f"note:{note}") == "How Amara decides\nthe risk first")
    assert steps(desk.office) == before
    settled(qtbot, section)

    assert stored(desk.office, note) == ("How Amara decides", "the risk first")
    assert steps(desk.office) == ["Note edited: How Amara decides", *before]
    assert live.draft(desk.office, f"note:{note}") == ""
    assert section.page.foot.said == "Saved 09:10"
    assert section.pane.rows.records[0].first_line == "the risk first"


def test_leaving_the_field_saves(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId) -> None:
    note = notes.add(desk.office, manager, title="x").id
    section = show(desk, manager)
    sheet_of(section).source.setFocus()
    QTest.keyClicks(sheet_of(section).source, "kept")
    section.pane.words.setFocus()

    assert stored(desk.office, note) == ("x", "kept")


@pytest.mark.parametrize("leave", ["hide", "settle", "other note", "new note", "close"])
def test_every_way_out_saves(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, leave: str) -> None:
    _one, _two, note = three_notes(desk.office, manager)
    section = show(desk, manager)
    QTest.keyClicks(sheet_of(section).source, "typed ")
    ways: dict[str, Callable[[], object]] = {
        "hide": section.hide, "settle": section.settle, "other note": lambda: section.pane.listing.select(2),
        "new note": section.new_note, "close": section.window().close,
    }  # fmt: skip
    ways[leave]()

    assert stored(desk.office, note) == ("three", "typed three body")


@pytest.mark.parametrize("seed", [*range(8), *(pytest.param(n, marks=pytest.mark.slow) for n in range(8, 1_000))])
def test_no_text_ever_reaches_another_note(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, seed: int
) -> None:
    chance = random.Random(seed)
    model = {note: stored(desk.office, note)[1] for note in three_notes(desk.office, manager)}
    section = show(desk, manager)
    for step in range(25):
        section.pane.listing.select(chance.randrange(section.pane.rows.rowCount()))
        sheet = sheet_of(section)
        typed = f"<{seed}.{step}>"
        QTest.keyClicks(sheet.source, typed)
        model[sheet.saver.note] = sheet.source.toPlainText()
        assert typed in model[sheet.saver.note]
        match chance.randrange(8):
            case 0:
                section.hide()
                section.show()
            case 1:
                QTest.keySequence(sheet.source, QKeySequence.StandardKey.Undo)
                model[sheet.saver.note] = sheet.source.toPlainText()
            case 2:
                section.pane.words.setFocus()
            case 3:
                desk.bridge.do(lambda sheet=sheet: notes.pin(desk.office, sheet.saver.note))
            case 4:
                notes.edit(desk.office, NoteId(chance.choice(list(model))), pinned=bool(step % 2))
                desk.bridge.look()
    section.settle()

    assert {note: stored(desk.office, note)[1] for note in model} == {
        note: text.strip() for note, text in model.items()
    }


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Saving notes fails, or works again."""
    works = notes.edit

    def switch(on: bool) -> None:
        def fails(*_given: Any, **_named: Any) -> None:
            raise StorageError("The disk is full. Free some space and try again; nothing was changed.")

        monkeypatch.setattr(notes, "edit", fails if on else works)

    return switch


def test_what_cannot_be_saved_stays_and_can_be_copied(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, named: Named[QAbstractButton],
    *, full_disk: Callable[[bool], None],
) -> None:  # fmt: skip
    note = notes.add(desk.office, manager, title="x").id
    other = notes.add(desk.office, manager, title="y", pinned=True).id
    section = show(desk, manager)
    section.show_record("note", note)
    full_disk(True)
    QTest.keyClicks(sheet_of(section).source, "precious")
    qtbot.waitUntil(lambda: section.page.foot.said.startswith("Not saved. The disk is full."))
    QTest.mouseClick(named(section, QAbstractButton, "Copy text"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x\n\nprecious"

    section.show_record("note", other)
    assert not section.page.foot.copy.isVisible()
    section.show_record("note", note)
    assert sheet_of(section).source.toPlainText() == "precious"
    full_disk(False)
    qtbot.waitUntil(lambda: section.page.foot.said == "Saved 09:10")
    assert stored(desk.office, note) == ("x", "precious")
    assert not section.page.foot.copy.isVisible()


def test_what_is_typed_while_a_save_waits_is_saved_next(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
    section = show(desk, manager)
    section.new_note()
    sheet = sheet_of(section)
    with monkeypatch.context() as patch:
        patch.setattr(Bridge, "do", lambda _bridge, *given, **named: waiting.append((given, named)))
        QTest.keyClicks(sheet.title, "New")
        sheet.saver.save()
        QTest.keyClicks(sheet.source, "more, and the tab is closed")
        sheet.saver.save()
        section.window().close()
    assert len(waiting) == 1
    given, answers = waiting.pop()
    desk.bridge.do(*given, **answers)

    found = desk.office.notes.of(manager)
    assert [(note.title, note.body) for note in found] == [("New", "more, and the tab is closed")]


def test_a_refused_text_says_why_and_is_not_tried_forever(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    notes.add(desk.office, manager, title="x")

    def refuses(*_given: Any, **_named: Any) -> None:
        tries.append(1)
        raise InputError("body", "The body is too long: at most 1,000,000 characters.")

    section = show(desk, manager)
    monkeypatch.setattr(notes, "edit", refuses)
    QTest.keyClicks(sheet_of(section).source, "a")
    qtbot.waitUntil(lambda: bool(tries))

    assert section.page.foot.said == "Not saved. The body is too long: at most 1,000,000 characters."
    assert sheet_of(section).saver.waiting
    assert not sheet_of(section).saver._pause.isActive()
    assert len(tries) == 1


@pytest.mark.parametrize("existing", [True, False])
def test_a_killed_run_gives_its_text_back(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, existing: bool
) -> None:
    note = notes.add(desk.office, manager, title="Kept", body="old").id if existing else 0
    desk.bridge.keep_draft(notebook.draft_place(manager, NoteId(note)), "Kept\nold and new\nlines")
    section = show(desk, manager)

    assert sheet_of(section).source.toPlainText() == "old and new\nlines"
    settled(qtbot, section)
    assert [(each.title, each.body) for each in desk.office.notes.of(manager)] == [("Kept", "old and new\nlines")]
