"""The overview in the window: the first section, its key, the briefing over any page, the minute."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import managers
from app.services.office import Office
from builders import Clock, memory_office
from builders import amara as new_amara
from tests.ui.conftest import gone
from tests.ui.overview.test_balance import visible
from tests.ui.screens import amara
from ui.bridge import Bridge
from ui.desk import Desk, Place
from ui.kit.chip import Chip
from ui.places import makers
from ui.relationship.overview.briefing import BriefingSheet
from ui.relationship.overview.section import OverviewSection
from ui.window import Window

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(sample_office: Office, qtbot: QtBot) -> Iterator[Window]:
    made = Window(sample_office, makers())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open(Place("manager", amara(sample_office)))
    yield made
    made.close()
    gone(made)


def sheet(window: Window) -> BriefingSheet:
    """The briefing that lies over the window."""
    return next(each for each in window.findChildren(BriefingSheet) if each.isVisible())


def sheets(window: Window) -> int:
    return sum(each.isVisible() for each in window.findChildren(BriefingSheet))


def key(window: QWidget, pressed: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, pressed, modifiers)


def test_a_new_tab_begins_with_the_overview_and_alt_1_comes_back_to_it(window: Window) -> None:
    page = window.pages.current()
    assert page.section == "overview"
    key(window, Qt.Key.Key_3, ALT)
    assert page.section == "log"

    key(window, Qt.Key.Key_1, ALT)

    assert page.section == "overview"
    section = page.findChild(OverviewSection)
    assert section.hasFocus()


def test_the_keyboard_scrolls_the_page(window: Window, qtbot: QtBot) -> None:
    window.resize(960, 640)
    section = window.pages.current().findChild(OverviewSection)
    qtbot.waitUntil(lambda: section.verticalScrollBar().maximum() > 100)

    key(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)

    assert section.verticalScrollBar().value() > 100


@pytest.mark.parametrize("section", ["overview", "log", "notes"])
def test_one_key_shows_the_briefing_over_any_section(window: Window, section: str) -> None:
    window.open(Place("manager", amara(window.desk.office), section))
    before = QApplication.focusWidget()
    key(window, Qt.Key.Key_B, CTRL | SHIFT)

    shown = visible(sheet(window).panel)
    assert shown[0] == "Amara Okonkwo: Steady"
    assert {"Last talks", "You owe", "Amara owes", "Last decisions", "Satisfaction", "What builds rapport"} <= set(
        shown
    )
    assert len(" ".join(shown).split()) < 300
    assert window.pages.current().section == section

    key(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert sheets(window) == 0
    assert QApplication.focusWidget() is before


def test_private_facts_carry_the_lock(window: Window) -> None:
    window.run("briefing")

    assert [each.accessibleName() for each in sheet(window).findChildren(Chip)] == ["Private"]


def test_the_briefing_is_read_out_whole(window: Window) -> None:
    window.run("briefing")
    face = QAccessible.queryAccessibleInterface(QApplication.focusWidget())

    assert face.text(QAccessible.Text.Name) == "Briefing"
    assert "What builds rapport (private)" in face.text(QAccessible.Text.Description)


def test_the_keyboard_stays_in_the_briefing_until_it_is_closed(window: Window) -> None:
    window.run("briefing")
    over = sheet(window)
    for _press in range(5):
        key(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        assert over.isAncestorOf(QApplication.focusWidget())

    window.run("briefing")
    assert sheets(window) == 1, "there is never more than one"
    next(each for each in sheet(window).findChildren(QPushButton) if each.accessibleName() == "Close").click()
    assert sheets(window) == 0


@pytest.mark.parametrize("way", ["beside", "another page", "closed tab"])
def test_the_briefing_goes_when_the_person_goes_on(window: Window, way: str, qtbot: QtBot) -> None:
    window.run("briefing")
    over = sheet(window)
    if way == "beside":
        QTest.mouseClick(over, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    else:
        window.run("today" if way == "another page" else "close-tab")

    qtbot.waitUntil(lambda: sheets(window) == 0)


def test_the_time_there_goes_on_with_the_minute(tmp_path: Path, qtbot: QtBot) -> None:
    """One timer, and only while the page is seen."""
    clock = Clock()
    office = memory_office(tmp_path, clock)
    manager = new_amara(office)
    managers.edit(office, manager, zone="Asia/Tokyo")
    bridge = Bridge(office)
    section = OverviewSection(Desk(office, bridge), manager)
    qtbot.addWidget(section)
    assert not section.minute.isActive()
    section.show()
    assert section.minute.isActive()
    qtbot.waitUntil(lambda: section.is_whole)
    clock.pass_by(minutes=1)

    section.minute.timeout.emit()

    assert any(each.accessibleName() == "Tokyo, 18:11 now" for each in section.contact.findChildren(QWidget))
    section.hide()
    assert not section.minute.isActive()
    gone(section)
    gone(bridge)
