"""The palette: what it shows for what is typed, the keys that move in it, and what happens when a row is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.office import Office
from tests.ui.palette.conftest import Hand
from tests.ui.screens import amara
from ui.desk import Place
from ui.kit.quick_line import QuickField
from ui.kit.words import Label
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_empty_field_shows_recent_people_and_what_can_be_done_here(hand: Hand) -> None:
    rows = hand.open().rows.records
    groups = [row.title for row in rows if row.is_heading]

    assert groups == ["Recent", "Do"]
    assert "Amara Okonkwo" in [row.title for row in rows if row.group == "Recent"]
    assert {"Log a talk": "Ctrl L", "New note": "Ctrl Shift N"}.items() <= {r.title: r.right for r in rows}.items()


def test_a_name_finds_the_person_what_to_do_with_them_and_what_was_written(hand: Hand) -> None:
    rows = hand.look_for("amara")

    assert [row.title for row in rows if row.is_heading] == ["Relationship", "Do", "Found in"]
    assert [row.title for row in rows if row.group == "Do" and row.deed] == [
        "Log a talk with Amara", "Start meeting with Amara", "Add an expectation Amara keeps",
    ]  # fmt: skip
    assert next(row.second for row in rows if row.title.startswith("Start")) == "Calibration call, today 10:30"
    assert hand.palette.list.current_row() == 1


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("lukasz", "Łukasz Wiśniewski"), ("ŁUKASZ", "Łukasz Wiśniewski"), ("sato", "佐藤 美咲"), ("佐藤", "佐藤 美咲"),
        ("dimitra", "Δήμητρα Παππά"), ("amarra", "Amara Okonkwo"), ("okonkow", "Amara Okonkwo"),
        ("halden", "Amara Okonkwo"), ("log amara", "Log a talk with Amara"), ("setings", "Settings"),
        ("salary band", "Salary band: finance"),
    ],
)  # fmt: skip
def test_any_script_and_one_wrong_letter(hand: Hand, words: str, finds: str) -> None:
    assert any(title.startswith(finds) for title in hand.titles(words))


def test_a_private_note_carries_the_lock(hand: Hand) -> None:
    rows = {row.title: row for row in hand.look_for("how amara decides")}

    assert rows["How Amara decides"].icon == "lock"
    assert rows["How Amara decides"].second == "private note"


def test_what_was_found_comes_newest_first(hand: Hand, sample_office: Office) -> None:
    found = [row.deed.place.record for row in hand.look_for("salary") if row.deed and row.right == "Log"
             and row.deed.place and row.deed.place.record and row.icon == "message-circle"]  # fmt: skip
    times = [sample_office.talks.get(number).at for _table, number in found]

    assert len(times) > 3
    assert times == sorted(times, reverse=True)


def test_up_and_down_go_round_and_pass_headings_by(hand: Hand) -> None:
    hand.look_for("amara")
    palette, seen = hand.palette, []
    for _step in range(palette.rows.count() + 1):
        seen.append(palette.list.current_row())
        QTest.keyClick(palette.field, Qt.Key.Key_Down)

    assert seen[0] == seen[-1] == 1
    assert not any(palette.rows.records[row].is_heading for row in seen)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.current_row() == 1


def test_escape_gives_the_keyboard_back(hand: Hand, window: Window) -> None:
    window.run("find")
    before = QApplication.focusWidget()
    assert isinstance(before, QLineEdit)
    hand.open()
    QTest.keyClick(hand.palette.field, Qt.Key.Key_Escape)

    assert not hand.is_open
    assert QApplication.focusWidget() is before


def test_its_own_key_and_a_click_beside_it_close_it(hand: Hand, window: Window) -> None:
    hand.open()
    QTest.keyClick(hand.palette.field, Qt.Key.Key_K, CTRL)
    assert not hand.is_open

    palette = hand.open()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert not hand.is_open


def test_the_keyboard_does_not_leave_by_tab(hand: Hand) -> None:
    palette = hand.open()
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is palette.field


def test_enter_opens_a_person(hand: Hand, window: Window, sample_office: Office) -> None:
    hand.look_for("priya")
    QTest.keyClick(hand.palette.field, Qt.Key.Key_Return)

    assert not hand.is_open
    assert window.pages.place().id == sample_office.managers.named("Priya Raghunathan")[0].id


def test_ctrl_enter_opens_a_tab_and_stays(hand: Hand, window: Window, sample_office: Office) -> None:
    tabs = window.strip.count()
    hand.look_for("priya")
    QTest.keyClick(hand.palette.field, Qt.Key.Key_Return, CTRL)

    assert window.strip.count() == tabs + 1
    assert window.pages.place().id == amara(sample_office)


def test_a_click_opens_what_lies_under_it(hand: Hand, window: Window) -> None:
    hand.look_for("lukasz")
    listing = hand.palette.list
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton,
                     pos=listing.visualRect(listing.model().index(1, 0)).center())  # fmt: skip

    assert window.desk.office.managers.get(window.pages.place().id).name == "Łukasz Wiśniewski"


def test_a_command_is_done(hand: Hand, window: Window) -> None:
    hand.look_for("settings")
    QTest.keyClick(hand.palette.field, Qt.Key.Key_Return)

    assert window.pages.place().kind == "settings"


def test_only_what_is_answered_is_offered(hand: Hand, window: Window) -> None:
    assert "Find in this list" in hand.titles("find in this")
    QTest.keyClick(hand.palette.field, Qt.Key.Key_Escape)
    window.open(Place("settings"))

    assert "Find in this list" not in hand.titles("find in this")


def test_no_match_offers_somebody_new(hand: Hand, window: Window, qtbot: QtBot) -> None:
    assert hand.titles("zzqx wv") == ["Nothing for “zzqx wv”", "New relationship “zzqx wv”", "Log this line"]
    assert [each.text() for each in hand.palette.foot.findChildren(Label) if "result" in each.text()] == ["no results"]
    QTest.keyClick(hand.palette.field, Qt.Key.Key_Return)

    field = next(
        each for each in window.findChildren(QLineEdit) if each.accessibleName() == "Name" and each.isVisible()
    )
    assert field.text() == "zzqx wv"


def test_no_match_logs_the_line(hand: Hand, window: Window) -> None:
    hand.look_for("call 5m: zzqx")
    hand.choose("Log this line")

    focused = QApplication.focusWidget()
    assert isinstance(focused, QuickField)
    assert focused.toPlainText() == "call 5m: zzqx"


def test_where_nobody_is_shown_it_asks_with_whom(hand: Hand, window: Window) -> None:
    window.open(Place("today"))
    hand.look_for("call 5m: zzqx")
    hand.choose("Log this line")
    assert hand.palette.rows.records[0].title == "Log with"
    hand.look_for("priya")
    QTest.keyClick(hand.palette.field, Qt.Key.Key_Return)

    focused = QApplication.focusWidget()
    assert isinstance(focused, QuickField)
    assert focused.toPlainText() == "call 5m: zzqx"
    assert window.desk.office.managers.get(window.pages.place().id).name == "Priya Raghunathan"
