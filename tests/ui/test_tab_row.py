"""More tabs than fit: the current one is always in sight, and the others are in a menu at the end of the strip."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from ui.kit.button import IconButton
from ui.tab_row import TabRow
from ui.tabs import TabStrip

WIDE, NARROW = 1400, 420
NAMES = ("Today", "Amara Okonkwo", "Bo & Co", "Ines Duarte", "Jonas Weber", "Lena Hoff", "Satō Misaki")


@pytest.fixture
def row(qtbot: QtBot) -> TabRow:
    """Seven tabs, with room for all of them."""
    strip = TabStrip()
    for name in NAMES:
        strip.add(name)
    made = TabRow(strip)
    made.resize(WIDE, 41)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def strip_of(row: TabRow) -> TabStrip:
    return row.findChildren(TabStrip)[0]


def in_sight(strip: TabStrip) -> tuple[int, ...]:
    return tuple(at for at in range(strip.count()) if at not in strip.out_of_sight())


def more(row: TabRow) -> IconButton:
    return row.findChildren(IconButton)[0]


def narrow(row: TabRow, qtbot: QtBot) -> None:
    row.resize(NARROW, 41)
    qtbot.waitUntil(lambda: strip_of(row).width() < NARROW)


def offered(row: TabRow, qtbot: QtBot) -> QMenu:
    """The menu, opened by the keyboard."""
    more(row).setFocus()
    QTest.keyClick(more(row), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_there_is_no_menu_while_all_tabs_fit_and_never_a_scroll_button(row: TabRow, qtbot: QtBot) -> None:
    assert not more(row).isVisible()
    narrow(row, qtbot)
    assert more(row).isVisible()
    assert not [each for each in row.findChildren(QToolButton) if each.isVisible()]
    row.resize(WIDE, 41)
    qtbot.waitUntil(lambda: not more(row).isVisible())


def test_the_room_of_the_button_itself_does_not_make_it_come_and_go(row: TabRow, qtbot: QtBot) -> None:
    strip = strip_of(row)
    row.resize(strip.taken(), 41)
    qtbot.waitUntil(lambda: strip.width() == strip.taken())
    assert not more(row).isVisible()
    row.resize(strip.taken() - 1, 41)
    qtbot.waitUntil(lambda: more(row).isVisible() and strip.width() < strip.taken() - 1)
    row.resize(strip.taken(), 41)
    qtbot.waitUntil(lambda: not more(row).isVisible() and strip.width() == strip.taken())


def test_the_menu_lists_what_is_out_of_sight_and_leads_there(row: TabRow, qtbot: QtBot) -> None:
    narrow(row, qtbot)
    strip = strip_of(row)
    hidden = strip.out_of_sight()
    assert strip.currentIndex() == 0
    assert hidden == list(range(hidden[0], len(NAMES)))
    assert more(row).accessibleName() == f"{len(hidden)} more tabs"

    menu = offered(row, qtbot)
    assert [each.text() for each in menu.actions()] == [strip.tabText(at) for at in hidden]
    menu.actions()[-1].trigger()
    assert strip.currentIndex() == len(NAMES) - 1
    assert in_sight(strip)[0] == 0
    assert in_sight(strip)[-1] == len(NAMES) - 1
    menu.close()


def test_today_stays_and_no_tab_is_cut(row: TabRow, qtbot: QtBot) -> None:
    narrow(row, qtbot)
    strip = strip_of(row)
    for at in (*range(len(NAMES)), *reversed(range(len(NAMES)))):
        strip.setCurrentIndex(at)
        boxes = [strip.tabRect(each) for each in in_sight(strip)]
        assert strip.tabRect(0).left() == 0
        assert at in in_sight(strip)
        assert all(one.right() + 1 == other.left() for one, other in itertools.pairwise(boxes))
        assert boxes[-1].right() < strip.width()


def test_the_arrows_lead_on_to_what_is_out_of_sight(row: TabRow, qtbot: QtBot) -> None:
    narrow(row, qtbot)
    strip = strip_of(row)
    strip.setFocus()
    for key, last in ((Qt.Key.Key_Right, len(NAMES) - 1), (Qt.Key.Key_Left, 0)):
        for _step in NAMES:
            QTest.keyClick(strip, key)
        assert strip.currentIndex() == last


def test_the_current_tab_is_marked_where_it_is_not_seen_whole(row: TabRow, qtbot: QtBot) -> None:
    strip = strip_of(row)
    strip.setCurrentIndex(1)
    row.resize(150, 41)
    qtbot.waitUntil(lambda: strip.width() < strip.tabRect(1).width())
    menu = offered(row, qtbot)

    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Amara Okonkwo"]
    assert [each.text() for each in menu.actions() if each.isCheckable()] == ["Amara Okonkwo"]  # no empty boxes
    menu.close()


def test_a_tab_that_closes_gives_its_room_back(row: TabRow, qtbot: QtBot) -> None:
    narrow(row, qtbot)
    strip = strip_of(row)
    while strip.count() > 2:
        strip.take_out(strip.count() - 1)
    qtbot.waitUntil(lambda: not more(row).isVisible())
    assert strip.out_of_sight() == []
