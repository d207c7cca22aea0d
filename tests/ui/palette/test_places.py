"""A hit opens at its place, with the words marked there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.meetings import CaptureKind
from app.services import meetings
from tests.ui.palette.conftest import Hand
from ui.relationship.expectations.card import PromiseCard
from ui.relationship.log.section import LogSection
from ui.relationship.meetings.section import MeetingsSection
from ui.relationship.notes.source import SourceField
from ui.window import Window


def shown(window: Window, kind: type[QWidget]) -> QWidget:
    """The visible widget of a kind."""
    return next(each for each in window.findChildren(kind) if each.isVisible())


def test_a_talk_is_marked_in_the_log(hand: Hand, window: Window, qtbot: QtBot) -> None:
    hand.look_for("worries about losing")
    hand.choose("…is January. Amara worries")
    log = shown(window, LogSection)
    assert isinstance(log, LogSection)
    qtbot.waitUntil(lambda: log._waiting is None)

    entry = log._model.entry(log._list.current_row())
    assert entry is not None
    assert "worries about losing" in entry.talk.text
    assert (log._delegate.marked, log._delegate.words) == (entry.talk.id, "worries about losing")


def test_a_note_is_marked_where_the_words_are(hand: Hand, window: Window) -> None:
    hand.look_for("salary figures before")
    hand.choose("How Amara decides")
    source = shown(window, SourceField)
    assert isinstance(source, SourceField)

    marked = [each.cursor.selectedText() for each in source.extraSelections()]
    assert QApplication.focusWidget() is source
    assert {"Salary", "figures", "before"} <= set(marked)
    assert source.textCursor().position() == source.extraSelections()[0].cursor.selectionStart()
    source.insertPlainText("x")
    assert source.extraSelections() == []


def test_an_expectation_is_marked_on_its_card(hand: Hand, window: Window) -> None:
    hand.look_for("salary talk with candidates")
    hand.choose("Leave salary talk")
    card = QApplication.focusWidget()

    assert isinstance(card, PromiseCard)
    assert card.promise.statement.startswith("Leave salary talk")
    assert [card._face._statement.text[m.start : m.start + m.length] for m in card._face._statement.marks] == [
        "salary", "talk", "with", "candidates",
    ]  # fmt: skip


def test_a_meeting_is_chosen_in_its_list(hand: Hand, window: Window) -> None:
    rows = hand.look_for("no longer a must-have")
    hit = next(row for row in rows if row.right == "Meeting")
    hand.choose(hit.title)
    section = shown(window, MeetingsSection)
    assert isinstance(section, MeetingsSection)

    row = section.table.current_meeting()
    assert row is not None
    assert hit.deed is not None
    assert hit.deed.place is not None
    assert hit.deed.place.record == ("meeting", row.meeting.id)


def test_a_hit_in_a_tab_opened_beside_waits_until_it_is_shown(hand: Hand, window: Window) -> None:
    hand.look_for("how priya decides")
    hand.choose("How Priya decides", Qt.KeyboardModifier.ControlModifier)
    window.pages.last()

    assert isinstance(shown(window, SourceField), SourceField)


def test_the_words_found_in_a_meeting_stand_in_its_row(hand: Hand, window: Window) -> None:
    """The line they are in, heard as well as seen, until another meeting is chosen."""
    office = window.desk.office
    latest = office.meetings.latest()
    assert latest is not None
    meetings.capture(office, latest.id, kind=CaptureKind.PRIVATE, text="Zaragoza is off: do not mention the visa")
    hand.look_for("zaragoza visa")
    hand.choose("Zaragoza")
    section = shown(window, MeetingsSection)
    assert isinstance(section, MeetingsSection)
    table, at = section.table, section.table.current_row()

    row = table.row(at)
    assert row is not None
    assert row.meeting.id == latest.id
    found = table.meetings.found_in(row)
    assert found is not None
    assert found.is_private
    assert [found.excerpt.text[m.start : m.start + m.length] for m in found.excerpt.marks] == ["Zaragoza", "visa"]
    said = table.model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Found, private: Zaragoza is off: do not mention the visa")
    table.select(at + 1)
    assert table.meetings.found_in(row) is None
