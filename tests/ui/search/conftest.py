"""What every test of the page of a search begins with: Amara's two searches, and what the page asks of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.searches import SearchId
from app.services import live
from app.services.office import Office
from tests.ui.screens import amara
from ui.desk import Desk, Place
from ui.kit.editor import Editor
from ui.kit.field import Area, Choice, Line
from ui.search.line_row import LineRow
from ui.search.page import SearchPage


class Scene(NamedTuple):
    """A page with everything a test presses and looks at."""

    page: SearchPage
    office: Office
    search: SearchId
    places: list[Place]
    said: list[tuple[str, bool]]

    def button(self, name: str) -> QAbstractButton:
        """The visible button that is called so, by its words or its spoken name."""
        found = [
            each for each in self.page.findChildren(QAbstractButton) if name in (each.text(), each.accessibleName())
        ]
        return next(each for each in found if each.isVisible())

    def press(self, name: str) -> None:
        """Click a button."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def row(self, text: str) -> LineRow:
        """The line that says so."""
        return next(each for each in self.page.findChildren(LineRow) if each.shown.text == text and each.isVisible())

    def click(self, text: str) -> None:
        """Click a line."""
        QTest.mouseClick(self.row(text), Qt.MouseButton.LeftButton, pos=QPoint(30, 8))

    def key(self, text: str, key: Qt.Key, *, control: bool = False) -> None:
        """Press a key on a line."""
        row = self.row(text)
        row.setFocus()
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(row, key, held)

    def form(self) -> Editor:
        """The form that is open."""
        return next(each for each in self.page.findChildren(Editor) if each.isVisible())

    def forms(self) -> int:
        """How many forms are open."""
        return sum(each.isVisible() for each in self.page.findChildren(Editor))

    def write(self, field: str, text: str) -> None:
        """Write into a field of the open form anew."""
        control = self.form().fields[field].control
        assert isinstance(control, Line | Area)
        control.setFocus()
        control.selectAll()
        QTest.keyClick(control, Qt.Key.Key_Delete)
        QTest.keyClicks(control, text)

    def choose(self, field: str, key: str) -> None:
        """Choose in a field of the open form."""
        control = self.form().fields[field].control
        assert isinstance(control, Choice)
        control.choose(key)

    def save(self) -> None:
        """Save the open form by its keys."""
        QTest.keyClick(self.form(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def words(self) -> list[str]:
        """Every line on the page."""
        return [each.shown.text for each in self.page.findChildren(LineRow) if each.isVisible()]


def menu_choice(inside: QWidget, words: str) -> None:
    """Choose in the menu that is open."""
    menu = next(each for each in inside.findChildren(QMenu) if each.isVisible())
    next(each for each in menu.actions() if each.text().startswith(words)).trigger()
    menu.close()


def undo(scene: Scene) -> None:
    """Take the newest action back, as the window does."""
    scene.page._desk.bridge.do(partial(live.undo, scene.office))


@pytest.fixture
def open_search(sample_desk: Desk, qtbot: QtBot) -> Callable[[str], Scene]:
    """Opens a search of Amara's by the beginning of its title."""

    def opened(title: str) -> Scene:
        office = sample_desk.office
        search = next(each.id for each in office.searches.where("1") if each.title.startswith(title))
        places: list[Place] = []
        said: list[tuple[str, bool]] = []
        sample_desk.asked.connect(places.append)
        sample_desk.said.connect(lambda words, undo: said.append((words, undo)))
        page = SearchPage(sample_desk, search)
        qtbot.addWidget(page)
        page.resize(1188, 859)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.is_whole)
        return Scene(page, office, search, places, said)

    return opened


@pytest.fixture
def scene(open_search: Callable[[str], Scene], sample_office: Office) -> Scene:
    """The search of the renders, agreed."""
    assert amara(sample_office)
    return open_search("Senior Backend")


@pytest.fixture
def fresh(open_search: Callable[[str], Scene]) -> Scene:
    """Amara's other search: a few lines, nothing agreed, nobody asked about the last person."""
    return open_search("Staff SRE")
