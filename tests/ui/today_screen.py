"""Ways to find and press what stands on Today, as a person would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.kit.line_list import LineListing
from ui.kit.lines import Line, buttons
from ui.kit.words import Label
from ui.today.listing import LineList
from ui.today.page import TodayPage


def shown(desk: Desk, qtbot: QtBot, width: int = 1028) -> TodayPage:
    """The page after its first picture."""
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(width, 759)
    page.show()
    qtbot.waitUntil(lambda: page.findChild(Label, "day-sentence").text() != "")
    return page


def part(page: QWidget, name: str) -> LineList:
    """The list of one part, by its accessible name."""
    return next(each for each in page.findChildren(LineList) if each.accessibleName() == name)


def said(listing: LineListing) -> list[str]:
    """Its rows as a screen reader says them."""
    model, role = listing.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]


def press(listing: LineListing, row: int, words: str, qtbot: QtBot) -> None:
    """Click a button of a row where it is drawn."""
    line = listing.line(row)
    assert isinstance(line, Line)
    box = listing.visualRect(listing.model().index(row, 0)).toRectF()
    place = next(place for action, place in buttons(line, box) if action.words == words)
    qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())


def choose(listing: LineListing, row: int, words: str) -> None:
    """Choose something from the menu of a row."""
    listing.show_menu(row)
    menu = next(each for each in listing.findChildren(QMenu) if each.isVisible())
    entries = [action for each in (menu, *menu.findChildren(QMenu)) for action in each.actions()]
    next(action for action in entries if action.text() == words).trigger()
    menu.close()
