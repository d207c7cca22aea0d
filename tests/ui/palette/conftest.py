"""The real window over the office of the pictures, and the palette opened by its key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.office import Office
from tests.ui.conftest import gone
from tests.ui.screens import amara
from ui.desk import Place
from ui.palette.palette import Palette
from ui.palette.rows import Row
from ui.places import makers
from ui.window import Window


@pytest.fixture
def window(sample_office: Office, qtbot: QtBot) -> Iterator[Window]:
    """The window at Amara's log."""
    made = Window(sample_office, makers())
    made.show()
    made.activateWindow()
    made.open(Place("manager", amara(sample_office), "log"))
    yield made
    made.close()
    gone(made)


class Hand:
    """Opens the palette and types; what is shown then."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def palette(self) -> Palette:
        """The palette that is open."""
        return next(each for each in self.window.findChildren(Palette) if each.isVisible())

    @property
    def is_open(self) -> bool:
        """Whether one is."""
        return any(each.isVisible() for each in self.window.findChildren(Palette))

    def open(self) -> Palette:
        """By its key."""
        QTest.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.focusWidget() is self.palette.field
        return self.palette

    def look_for(self, words: str) -> list[Row]:
        """The rows for some words, typed into a palette that is open or opened now."""
        palette = self.palette if self.is_open else self.open()
        palette.field.clear()
        with self._qtbot.waitSignal(palette._search.answered):
            if words.isascii():
                QTest.keyClicks(palette.field, words)
            else:
                palette.field.insert(words)  # as an input method does
        self._qtbot.waitUntil(lambda: not palette._search._next.isActive())
        return list(palette.rows.records)

    def titles(self, words: str) -> list[str]:
        """What the rows say."""
        return [row.title for row in self.look_for(words)]

    def choose(self, title: str, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Down to a row, and Enter."""
        palette = self.palette
        for _row in palette.rows.records:
            if palette.rows.records[palette.list.current_row()].title.startswith(title):
                break
            QTest.keyClick(palette.field, Qt.Key.Key_Down)
        assert palette.rows.records[palette.list.current_row()].title.startswith(title)
        QTest.keyClick(palette.field, Qt.Key.Key_Return, key)


@pytest.fixture
def hand(window: Window, qtbot: QtBot) -> Hand:
    """One hand."""
    return Hand(window, qtbot)
