"""The few lines of a summary that a person writes: on the page with each key, never lost, refused in a sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.talks import MeetingId
from app.domain.text import clean
from app.services import documents, reading
from app.services.office import Office
from tests.ui.document.screen import Named, drawn, last, opened, settled, shown
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow
from ui.kit.field import Area, Line


def test_the_page_follows_each_key_and_the_office_the_field(
    window: DocumentWindow, office: Office, meeting: MeetingId, named: Named, qtbot: QtBot
) -> None:
    before = office.meetings.get(meeting).in_short
    area = named(window, Area, "In short")
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(area, "Two people, 60 minutes.")
    qtbot.waitUntil(lambda: drawn(window).summary.in_short == "Two people, 60 minutes.")
    assert office.meetings.get(meeting).in_short == before
    assert area.toPlainText() == "Two people, 60 minutes."
    named(window, Line, "File name").setFocus()
    area.left.emit()

    assert office.meetings.get(meeting).in_short == "Two people, 60 minutes."
    assert reading.undo(office) == "In short written"
    assert office.meetings.get(meeting).in_short == before


def test_undo_brings_the_lines_back_into_the_field(
    window: DocumentWindow, office: Office, meeting: MeetingId, named: Named, qtbot: QtBot
) -> None:
    area = named(window, Area, "In short")
    before = area.toPlainText()
    area.setPlainText("Something else")
    window.subject.settle()
    window.view.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)

    assert area.toPlainText() == before
    assert drawn(window).summary.in_short == before


def test_typing_that_was_cut_off_comes_back(sample_desk: Desk, meeting: MeetingId, named: Named, qtbot: QtBot) -> None:
    sample_desk.bridge.keep_draft(f"in-short:{meeting}", "Half a sent")
    window = opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)
    settled(window, qtbot)

    assert named(window, QPlainTextEdit, "In short").toPlainText() == "Half a sent"
    assert drawn(window).summary.in_short == "Half a sent"
    window.subject.settle()
    assert sample_desk.bridge.draft(f"in-short:{meeting}") == ""
    assert sample_desk.office.meetings.get(meeting).in_short == "Half a sent"


def test_more_than_three_lines_are_said_and_kept(window: DocumentWindow, named: Named, qtbot: QtBot) -> None:
    area = named(window, Area, "In short")
    area.setPlainText("a\nb\nc\nd\ne")
    qtbot.waitUntil(lambda: area.wrong)

    assert area.accessibleDescription() == "This takes 5 lines on paper. Please keep it to 3."
    area.setPlainText("a\nb\nc")
    qtbot.waitUntil(lambda: not area.wrong)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_W])
def test_closing_saves_what_was_typed(
    *, sample_desk: Desk, office: Office, meeting: MeetingId, key: Qt.Key, named: Named, qtbot: QtBot
) -> None:
    window = DocumentWindow(sample_desk, Place("document", meeting))
    shown(window, qtbot)
    named(window, Area, "In short").setPlainText("Typed last")
    modifier = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_W else Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(window.destroyed):
        qtbot.keyClick(window, key, modifier)

    assert office.meetings.get(meeting).in_short == "Typed last"


HOSTILE = [
    "",
    "<b>&amp;</b> {name} %s",
    "\u202e".join("abc"),
    "王小明 محمد שלום",
    "\x00\x07",
    "a" * 1900,
    "e\u0301" * 300,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_drawn_and_saved_as_it_is(
    *, window: DocumentWindow, office: Office, meeting: MeetingId, text: str, named: Named, qtbot: QtBot
) -> None:
    named(window, Area, "In short").setPlainText(text)
    settled(window, qtbot)
    window.subject.settle()
    kept = office.meetings.get(meeting).in_short or ""
    again = documents.make_summary(office, office.meetings.get(meeting))
    settled(window, qtbot)

    assert last(window).pressed.data == again.data
    assert kept == clean(text, "in_short", "text", 5_000, lines=True)


def test_a_text_that_cannot_be_kept_is_said_and_stays(window: DocumentWindow, named: Named, qtbot: QtBot) -> None:
    area = named(window, Area, "In short")
    before = last(window).pressed.data
    area.setPlainText("a" * 2_001)
    settled(window, qtbot)

    assert "characters without a space" in area.accessibleDescription()
    assert (len(area.toPlainText()), last(window).pressed.data) == (2_001, before)
    area.setPlainText("Short again")
    settled(window, qtbot)
    assert not area.wrong
