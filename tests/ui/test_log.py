"""The Log section by its keys and clicks: read, filtered, found, edited, deleted, ticked, kept in its place."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.talks import TalkId
from app.services import follow_ups, live, managers, searches, talks
from app.services.office import open_office
from builders import LONDON, NOW, Clock, amara
from tests.ui.log_screen import labels, list_of, model_of, press, said, shown, texts
from ui.desk import Desk, Place
from ui.relationship.log.section import LogSection

Key = Qt.Key


@pytest.fixture
def pictured(sample_desk: Desk, qtbot: QtBot) -> LogSection:
    """The log of the render."""
    found = next(each.id for each in sample_desk.office.managers.everyone() if each.name == "Amara Okonkwo")
    return shown(sample_desk, found, qtbot)


@pytest.fixture
def manager(desk: Desk) -> ManagerId:
    """Amara with forty talks, an hour apart: "talk 0" is the newest."""
    found = amara(desk.office)
    for n in range(40):
        talks.add(desk.office, found, text=f"talk {n}", at=NOW - timedelta(hours=n))
    return found


@pytest.fixture
def section(desk: Desk, manager: ManagerId, qtbot: QtBot) -> LogSection:
    """Their log."""
    return shown(desk, manager, qtbot)


ROWS = [
    "Yesterday Mon 23 Nov 16:40. Call. Salary band: finance will accept 82–98k if the start is January. Amara worries"
    " about losing Iversen.. you called. 25 min. Senior Backend Engineer. Agreed: band 82–98k. Wed: Write it up",
    "Yesterday Mon 23 Nov 11:05. Message. Iversen liked the team. Could the panel be two people instead of four?."
    " from Amara. Senior Backend Engineer. Done: Cut the panel to two",
    "Friday 20 Nov 09:30. Email. Sent 3 CVs with notes against each deal maker: Bell, Haddad, Zhang.. from you."
    " Senior Backend Engineer. Feedback 1 of 3",
    "Tuesday 17 Nov 10:30. Video. Calibration: system design matters more than Rust. Two years of on-call is now a deal"
    " maker.. both. 22 min. Senior Backend Engineer. 2 decisions",
    "Thursday 12 Nov 14:00. In person. Monthly look back. Satisfaction 4 of 5: “faster than last time, keep the Friday"
    " note.”. in person. 30 min",
]


def test_the_rows_of_the_render_are_said_in_words(pictured: LogSection) -> None:
    """Day, time, channel, text and every chip."""
    assert [said(pictured, row) for row in range(len(ROWS))] == ROWS
    assert "62 entries since March" in labels(pictured)


def test_the_empty_log_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    """In the words of the design; the first talk takes their place."""
    manager = amara(desk.office)
    empty = shown(desk, manager, qtbot)
    assert {"Nothing logged yet", "Write what you just talked about, as you would say it."} <= labels(empty)
    empty.commands()["log"]()
    assert empty.quick_add.field.hasFocus()
    qtbot.keyClicks(empty.quick_add.field, "call: hello")
    qtbot.keyClick(empty.quick_add.field, Key.Key_Return)

    assert texts(empty) == ["hello"]
    assert "Nothing logged yet" not in labels(empty)
    assert "1 entry since November" in labels(empty)


def test_filters_narrow_the_list(pictured: LogSection, qtbot: QtBot, named: Callable[..., QRadioButton]) -> None:
    """And the count says how far."""
    qtbot.mouseClick(named(pictured, QRadioButton, "Messages"), Qt.MouseButton.LeftButton)

    channels = {said(pictured, row).split(". ")[1] for row in range(model_of(pictured).rowCount())}
    assert channels == {"Message"}
    assert f"{model_of(pictured).rowCount()} entries" in labels(pictured)


def test_find_narrows_while_typing_and_esc_clears(
    pictured: LogSection, qtbot: QtBot, named: Callable[..., QLineEdit]
) -> None:
    """Ctrl+F is the command "find"; Down leads into what was found."""
    pictured.commands()["find"]()
    field = named(pictured, QLineEdit, "Find in the log")
    assert field.hasFocus()
    qtbot.keyClicks(field, "iversen pan")
    assert texts(pictured) == ["Iversen liked the team. Could the panel be two people instead of four?"]
    qtbot.keyClick(field, Key.Key_Down)
    assert list_of(pictured).hasFocus()
    qtbot.keyClicks(field, "zzz")
    assert "Nothing in the log for “iversen panzzz”." in labels(pictured)
    qtbot.keyClick(field, Key.Key_Escape)

    assert model_of(pictured).rowCount() == 62
    assert not field.isVisible()


def test_too_much_to_look_for_is_refused(
    section: LogSection, desk: Desk, qtbot: QtBot, named: Callable[..., QLineEdit]
) -> None:
    """In the toast, and the list stays as it is."""
    section.commands()["find"]()
    QGuiApplication.clipboard().setText("word " * 1_000)
    with qtbot.waitSignal(desk.said) as heard:
        qtbot.keyClick(named(section, QLineEdit, "Find in the log"), Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert "still on the clipboard" in heard.args[0]
    assert model_of(section).rowCount() == 40


def test_an_entry_is_edited_in_place(
    section: LogSection, desk: Desk, manager: ManagerId, qtbot: QtBot, named: Callable[..., QPlainTextEdit]
) -> None:
    """F2, type, Ctrl+Enter; the keyboard is back on its row."""
    rows = list_of(section)
    rows.setFocus()
    rows.select(2)
    qtbot.keyClick(rows, Key.Key_F2)
    text = named(section, QPlainTextEdit, "What you talked about")
    assert text.hasFocus()
    text.selectAll()
    qtbot.keyClicks(text, "other words")
    named(section, QComboBox, "How you talked").setCurrentIndex(0)
    qtbot.keyClick(text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert texts(section)[1:4] == ["talk 1", "other words", "talk 3"]
    assert "Call" in said(section, 2)
    assert (rows.hasFocus(), rows.current_row()) == (True, 2)
    assert desk.office.talks.newest(manager)[2].at == NOW - timedelta(hours=2)
    assert not [each for each in section.findChildren(QPlainTextEdit, "") if each is text and each.isVisible()]


def test_esc_leaves_an_entry_as_it_was(section: LogSection, qtbot: QtBot, named: Callable[..., QPlainTextEdit]) -> None:
    """Nothing of it is saved or kept as a draft."""
    rows = list_of(section)
    rows.setFocus()
    rows.select(2)
    qtbot.keyClick(rows, Key.Key_Return)
    qtbot.keyClicks(named(section, QPlainTextEdit, "What you talked about"), "x")
    qtbot.keyClick(named(section, QPlainTextEdit, "What you talked about"), Key.Key_Escape)

    assert texts(section)[2] == "talk 2"
    assert rows.rowHeight(2) == rows.rowHeight(3)


def test_an_entry_that_moves_in_time_moves_in_the_list(
    section: LogSection, qtbot: QtBot, named: Callable[..., QLineEdit]
) -> None:
    """To where it belongs, still the current one."""
    rows = list_of(section)
    rows.setFocus()
    rows.select(0)
    qtbot.keyClick(rows, Key.Key_F2)
    when = named(section, QLineEdit, "When")
    when.setText("yesterday 08:00")
    qtbot.keyClick(when, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert texts(section)[24:27] == ["talk 25", "talk 0", "talk 26"]
    assert rows.current_row() == 25
    assert rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex()))


def test_delete_offers_undo(section: LogSection, desk: Desk, qtbot: QtBot) -> None:
    """The row is gone; undo brings it back to its place."""
    rows = list_of(section)
    rows.setFocus()
    rows.select(1)
    with qtbot.waitSignal(desk.said) as heard:
        qtbot.keyClick(rows, Key.Key_Delete)
    assert heard.args == ["Talk deleted", True]
    assert texts(section)[:2] == ["talk 0", "talk 2"]

    desk.bridge.do(partial(live.undo, desk.office))

    assert texts(section)[:3] == ["talk 0", "talk 1", "talk 2"]
    assert "40 entries since November" in labels(section)


def test_space_ticks_a_follow_up(section: LogSection, desk: Desk, manager: ManagerId, qtbot: QtBot) -> None:
    """And takes the tick back; the chip says which."""
    talk = desk.office.talks.newest(manager)[0].id
    desk.bridge.do(partial(follow_ups.add, desk.office, manager, text="send it", due=date(2026, 11, 27), talk=talk))
    assert said(section, 0).endswith("Fri: send it")
    rows = list_of(section)
    rows.setFocus()
    qtbot.keyClick(rows, Key.Key_Space)
    assert said(section, 0).endswith("Done: send it")
    qtbot.keyClick(rows, Key.Key_Space)

    assert said(section, 0).endswith("Fri: send it")


def test_chips_and_signs_are_pressed_where_they_are_drawn(pictured: LogSection, qtbot: QtBot) -> None:
    """A follow-up is ticked; the bin deletes; the pencil edits."""
    press(pictured, qtbot, 0, "Wed: Write it up")
    assert said(pictured, 0).endswith("Done: Write it up")
    press(pictured, qtbot, 1, "Delete")
    assert "Iversen liked" not in said(pictured, 1)
    press(pictured, qtbot, 0, "Edit")

    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_the_menu_of_a_row_offers_the_same(pictured: LogSection, qtbot: QtBot) -> None:
    """For the menu key, and for those who look there."""
    rows = list_of(pictured)
    rows.setFocus()
    rows.select(0)
    rows.menu_asked.emit(0, rows.mapToGlobal(QPoint(5, 5)))
    menu = QApplication.activePopupWidget()

    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["Edit", "Open the search", "Done: Write it up", "Delete"]
    menu.setActiveAction(menu.actions()[2])
    qtbot.keyClick(menu, Key.Key_Return)
    assert said(pictured, 0).endswith("Done: Write it up")


def test_a_summary_is_opened_from_its_chip(section: LogSection, desk: Desk, manager: ManagerId, qtbot: QtBot) -> None:
    """The window is asked for the issued document."""
    office = desk.office
    office.conn.executescript(
        f"""INSERT INTO meeting (id, manager, kind, planned_at, zone, minutes, channel, attendees, uid, sequence, state,
          folded, created, changed)
        VALUES (7, {manager}, 'other', '2026-11-24', 'UTC', 5, 'call', '[]', 'u', 0, 'held', '', '', '');
        INSERT INTO issued_document (id, manager, meeting, kind, title, file_name, made_at, pages, sha256, folded,
          created, changed)
        VALUES (9, {manager}, 7, 'summary', 't', 'f', '2026-11-24', 1, '{"0" * 64}', '', '', '');"""
    )
    talks.edit(office, TalkId(office.talks.newest(manager)[0].id), meeting=7)
    desk.bridge.look()
    model_of(section).reread()
    with qtbot.waitSignal(desk.asked) as heard:
        press(section, qtbot, 0, "Summary made")

    assert heard.args == [Place("issued", 9)]


def test_a_search_is_opened_from_its_chip(section: LogSection, desk: Desk, manager: ManagerId, qtbot: QtBot) -> None:
    """And from the row's menu, where the chip is not in sight."""
    office = desk.office
    search = searches.open_search(office, manager, title="Data Lead").id
    talks.edit(office, TalkId(office.talks.newest(manager)[0].id), search=search)
    desk.bridge.look()
    model_of(section).reread()
    with qtbot.waitSignal(desk.asked) as heard:
        press(section, qtbot, 0, "Data Lead")

    assert heard.args == [Place("search", search)]
    list_of(section).menu_asked.emit(0, list_of(section).mapToGlobal(QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Open the search" in [each.text() for each in menu.actions()]
    menu.close()


def test_what_comes_in_above_does_not_move_what_is_read(
    section: LogSection, desk: Desk, manager: ManagerId, qtbot: QtBot
) -> None:
    """An entry written in the terminal appears; the list stands still, and so does the current row."""
    rows = list_of(section)
    rows.select(20)
    rows.go_to(15, 7)
    before, current = rows.place(), model_of(section).id_at(rows.current_row())
    desk.bridge.do(partial(talks.log, desk.office, manager, "from the terminal"))

    assert texts(section)[0] == "from the terminal"
    assert rows.place() == before
    assert model_of(section).id_at(rows.current_row()) == current


def test_another_program_writes_and_the_list_shows_it(sample_desk: Desk, qtbot: QtBot) -> None:
    """The terminal has its own connection to the same file."""
    there = open_office(sample_desk.office.folder, clock=Clock(), zone=LONDON, patience=2.0)
    manager = amara(there)
    section = shown(sample_desk, manager, qtbot)
    talks.log(there, manager, "call: from the terminal")
    sample_desk.bridge.look()

    assert texts(section) == ["from the terminal"]
    managers.edit(there, manager, called="Ama")
    talks.log(there, manager, "> call: again")
    sample_desk.bridge.look()
    assert "Ama called" in said(section, 0)
    there.close()


def test_the_section_stands_where_it_stood(section: LogSection, desk: Desk, manager: ManagerId, qtbot: QtBot) -> None:
    """Scroll and filter come back at the next start; nonsense is ignored."""
    list_of(section).go_to(12, 5)
    state = section.state()

    again = shown(desk, manager, qtbot, state=state)
    assert list_of(again).place() == list_of(section).place()
    again.restore({"talk": "x", "past": None, "group": "nobody"})
    assert again.state() == state


def test_a_record_is_shown_and_marked(
    section: LogSection, desk: Desk, manager: ManagerId, named: Callable[..., QRadioButton], qtbot: QtBot
) -> None:
    """Also when a filter hid it; a follow-up is shown at its talk."""
    talk = desk.office.talks.newest(manager)[33].id
    plan = follow_ups.add(desk.office, manager, text="send it", due=date(2026, 11, 27), talk=talk).id
    qtbot.mouseClick(named(section, QRadioButton, "Email"), Qt.MouseButton.LeftButton)
    section.show_record("follow_up", plan)

    rows = list_of(section)
    assert model_of(section).id_at(rows.current_row()) == talk
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    section.show_record("talk", 999_999)


def test_a_closed_log_is_freed(desk: Desk, manager: ManagerId, qtbot: QtBot) -> None:
    """Also after it was used: nothing that lives longer holds it."""
    section = shown(desk, manager, qtbot)
    qtbot.keyClicks(section.quick_add.field, "call: agreed x !fri y")
    qtbot.keyClick(section.quick_add.field, Key.Key_Tab)
    press(section, qtbot, 0, "Edit")
    gone = weakref.ref(section)
    with qtbot.waitSignal(section.destroyed):
        section.close()
        section.deleteLater()
    del section
    gc.collect()

    assert gone() is None
    desk.bridge.do(partial(talks.log, desk.office, manager, "call: nobody listens"))
