"""A hand at the real window: clicks and keys on what is called so, whatever page it stands on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.today_screen import press
from ui.kit.field import Choice
from ui.kit.line_list import LineListing
from ui.kit.words import Label
from ui.palette.palette import Palette
from ui.search.line_row import LineRow

W = TypeVar("W", bound=QWidget)
_WAIT_MS = 15_000
_LEAST = 16  # pixels: what is less high has not been laid out yet
_LEFT, _CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


class Hand:
    """Each thing is waited for until it is seen; the newest of several that are called alike is taken."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def until(self, is_so: Callable[[], object]) -> None:
        """Wait until it is so."""
        self._qtbot.waitUntil(lambda: bool(is_so()), timeout=_WAIT_MS)

    def keys(self, key: str) -> None:
        """Press a key, in Qt's portable form, where the keyboard is."""
        QCoreApplication.sendPostedEvents()
        self.until(self._is_here)
        pressed = QKeySequence(key)[0]
        QTest.keyClick(self._focus(), pressed.key(), pressed.keyboardModifiers())

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        QTest.keyClicks(self._focus(), words)

    def command(self, words: str) -> None:
        """Run a command by its words, as the palette offers it."""
        self.keys("Ctrl+K")
        palette = self._seen(Palette, lambda _each: True)
        self.type(words)
        self.until(lambda: self._chosen(palette).startswith(words))
        self.keys("Return")

    def click(self, name: str) -> None:
        """Click the button that is called so, or is named by these words."""
        QTest.mouseClick(self.find(QAbstractButton, name), _LEFT)

    def at(self, window: QWidget) -> Hand:
        """The same hand at another window."""
        return Hand(window, self._qtbot)

    def write(self, field: str, words: str) -> None:
        """Write into the field of that name anew."""
        control = self._field(field)
        QTest.mouseClick(control, _LEFT)
        QTest.keyClick(control, Qt.Key.Key_A, _CONTROL)
        QTest.keyClick(control, Qt.Key.Key_Delete)
        QTest.keyClicks(control, words)

    def choose(self, field: str, wanted: str) -> None:
        """Go down a choice to what is wanted, by its key or its words."""
        control = self.find(Choice, field)
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_Home)
        while wanted not in (control.key, control.currentText()):
            before = control.currentIndex()
            QTest.keyClick(control, Qt.Key.Key_Down)
            assert control.currentIndex() != before, f"{field} does not offer {wanted!r}"

    def line(self, text: str) -> None:
        """Click a line of a card, which edits it."""
        QTest.mouseClick(self._line(text), _LEFT, pos=QPoint(30, 8))

    def of_line(self, text: str, name: str) -> None:
        """Press a button that a line shows once the keyboard is on it."""
        self._line(text).setFocus()
        self.click(name)

    def answer(self, question: str) -> str:
        """The answer that stands under a question."""
        return self._seen(LineRow, lambda each: each.shown.over == question).shown.text

    def from_menu(self, words: str) -> None:
        """Click an entry of the menu that is open."""
        menu = self._menu()
        found = next(each for each in menu.actions() if each.text().partition("\t")[0] == words)
        QTest.mouseClick(menu, _LEFT, pos=menu.actionGeometry(found).center())

    def menu_words(self) -> list[str]:
        """What the open menu offers; it is closed again."""
        menu = self._menu()
        words = [each.text() for each in menu.actions()]
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        return words

    def of_row(self, listing: str, words: str) -> None:
        """Click a button in the first row of a list that draws its buttons."""
        press(self.find(LineListing, listing), 0, words, self._qtbot)

    def reads(self, words: str) -> bool:
        """Whether the window says that somewhere."""
        return any(words in each.text() for each in self.window.findChildren(Label) if each.isVisible())

    def find(self, kind: type[W], name: str) -> W:
        """What is called so, or named by these words."""
        return self._seen(kind, lambda each: name in (each.accessibleName(), getattr(each, "text", str)()))

    @staticmethod
    def _chosen(palette: Palette) -> str:
        """The row of the palette that Enter takes."""
        rows, at = palette.rows.records, palette.list.current_row()
        return rows[at].title if 0 <= at < len(rows) else ""

    def _field(self, name: str) -> QWidget:
        return self._seen(
            QWidget, lambda each: isinstance(each, QLineEdit | QPlainTextEdit) and each.accessibleName() == name
        )

    def _line(self, text: str) -> LineRow:
        return self._seen(LineRow, lambda each: each.shown.text == text)

    def _seen(self, kind: type[W], is_it: Callable[[W], bool]) -> W:
        def seen() -> list[W]:
            found = self.window.findChildren(kind)
            return [each for each in found if self._is_here() and _can_be_hit(each) and is_it(each)]

        self.until(seen)
        return seen()[-1]

    def _is_here(self) -> bool:
        """Whether the window is the active one; where there is no desktop, nobody makes it so after a menu."""
        if not self.window.isActiveWindow() and QApplication.activePopupWidget() is None:
            self.window.activateWindow()
        return self.window.isActiveWindow()

    def _menu(self) -> QMenu:
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def _focus(self) -> QWidget:
        return self.window.focusWidget() or self.window


def _can_be_hit(part: QWidget) -> bool:
    """Whether it is there, answers, and has been laid out."""
    return part.isVisible() and part.isEnabled() and part.height() >= _LEAST


def as_typed(iso: str) -> str:
    """A day or a moment as it is typed: "3 nov 10:00"."""
    at = datetime.fromisoformat(iso)
    return f"{at.day} {at:%b}".lower() + (f" {at:%H:%M}" if "T" in iso else "")
