"""The page of a note: what is pasted into it, how it reads, and where one stood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.notes import NoteId
from app.services import notes
from tests.ui.heartbeat import Heartbeat
from tests.ui.notes.screen import sheet_of, three_notes
from ui.desk import Desk
from ui.relationship.notes.reading import ReadView
from ui.relationship.notes.section import NotesSection


def html(text: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(text)
    return data


def test_a_copied_page_arrives_as_its_words(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId) -> None:
    notes.add(desk.office, manager, title="x")
    source = sheet_of(show(desk, manager)).source
    QGuiApplication.clipboard().setMimeData(html('<p>Two <b>bold</b> words</p><img src="file:///etc/hostname">'))
    QTest.keySequence(source, QKeySequence.StandardKey.Paste)

    assert "Two bold words" in source.toPlainText()
    assert "<" not in source.toPlainText()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x" * 999_000, "This has more than 2,000 letters without a space."),
        ("word " * 200_000 + "word", "This takes at most 1,000,000 letters."),
        ("y" * 10_000_000, "This takes at most 1,000,000 letters."),
    ],
)
def test_what_a_note_cannot_hold_stays_on_the_clipboard(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, said: list[tuple[str, bool]],
    *, text: str, says: str,
) -> None:  # fmt: skip
    notes.add(desk.office, manager, title="x", body="before")
    source = sheet_of(show(desk, manager)).source
    QGuiApplication.clipboard().setText(text)
    with Heartbeat() as heart:
        QTest.keySequence(source, QKeySequence.StandardKey.Paste)

    assert source.toPlainText() == "before"
    assert said == [(f"{says} The text is still on the clipboard.", False)]
    assert QGuiApplication.clipboard().text() == text
    assert heart.longest < 200


def test_the_read_view_shows_markdown_and_opens_nothing(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, tmp_path: Any
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"not read")
    body = f"# Head\n**bold** <b>plain</b>\n\n![a]({picture.as_uri()}) ![b](//host/share/x.png)"
    notes.add(desk.office, manager, title="x", body=body)
    section = show(desk, manager)
    sheet_of(section).source.setFocus()
    QTest.keySequence(section.window(), "Ctrl+Shift+R")
    view = sheet_of(section)._read
    assert view is not None
    assert view.isVisible()
    assert view.isReadOnly()
    assert view.toPlainText().startswith("Head\nbold <b>plain</b>")
    loaded = view.document().resource(2, picture.as_uri())
    assert loaded.width() == 1
    sheet_of(section).bold()
    assert sheet_of(section).source.toPlainText() == body
    QTest.keySequence(section.window(), "Ctrl+Shift+R")
    assert sheet_of(section).source.isVisible()
    assert sheet_of(section).source.hasFocus()


def test_the_place_in_a_note_comes_back(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId) -> None:
    note, *_ = three_notes(desk.office, manager)
    notes.edit(desk.office, NoteId(note), body="line\n" * 300)
    first = show(desk, manager)
    first.show_record("note", note)
    first.pane.listing.select(2)
    first.show_record("note", note)
    sheet_of(first).source.verticalScrollBar().setValue(120)
    state = first.state()
    again = show(desk, manager)
    again.restore(state)

    assert state == {"note": note, "scroll": 120, "reading": 0}
    assert sheet_of(again).saver.note == note
    assert sheet_of(again).source.verticalScrollBar().value() == 120


def test_bold_reads_in_a_weight_that_is_loaded(qtbot: QtBot) -> None:
    """A heavier one than there is would be thickened by hand, until its letters touch."""
    view = ReadView()
    qtbot.addWidget(view)
    view.show_source("Plain **risk named first** and plain.")
    cursor = QTextCursor(view.document())
    weights = set()
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        weights.add(cursor.charFormat().fontWeight())

    assert max(weights) == QFont.Weight.DemiBold
