"""A person without a plan: real clicks, keys and drags, chosen by a seed, anywhere in any window of the program.

What the system itself would show (file dialogs, the mail program, a printer) is answered by the test; everything else
is the program's own. What was done last can be read in `trail` when something is found.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QWidget

from tests.ui.walking import FIELDS, interactive, told
from ui.window import Window

KEYS = tuple(getattr(Qt.Key, f"Key_{name}") for name in (
    "Tab", "Backtab", "Up", "Down", "Left", "Right", "Return", "Escape", "Space", "Delete", "F2", "F6", "Home", "End",
    "PageUp", "PageDown", "Backspace", "K", "L", "M", "W",
))  # fmt: skip
WORDS = (
    "call 25m: agreed to widen the band !fri send 3 CVs", "!them mon feedback on the CVs", "Δοκιμή 小明", "friday",
    "27 Nov", "every week", "// private", "Three CVs every Friday", "**bold** and _quiet_", "x" * 60, "25", "", "amara",
    "#back", "مرحبا", "  ", "@yesterday 16:40", "2026-11-27",
)  # fmt: skip
# What leaves the program, or makes what no undo takes back.
NEVER = ("quit", "sample")
NEVER_PRESSED = ("I sent it",)
_KEPT = 25


class Wanderer:
    """Walks over a window and the windows it opens."""

    def __init__(self, window: Window, seed: int) -> None:
        self.window = window
        self.trail: deque[str] = deque(maxlen=_KEPT)
        self._chance = random.Random(seed)
        self._commands = [name for name in window.actions_.all if name not in NEVER]
        self._ways: dict[Callable[[], None], int] = {
            self._click: 40, self._key: 20, self._write: 12, self._shortcut: 14, self._drag: 4, self._wheel: 3,
            self._undo: 7,
        }  # fmt: skip

    def step(self) -> None:
        """Do one thing."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self._choose(menu)
        elif menu is not None:
            self._press_key(menu, Qt.Key.Key_Escape)
        else:
            self._chance.choices(list(self._ways), list(self._ways.values()))[0]()
        QApplication.processEvents()

    def _top(self) -> QWidget:
        """One of the program's windows, the main one more often than not."""
        others = [
            each
            for each in QApplication.topLevelWidgets()
            if each.isVisible() and each.isWindow() and each is not self.window and each.width() > 200
        ]
        if others and self._chance.random() < 0.5:
            if self._chance.random() < 0.2:
                self.trail.append("closes a window")
                others[0].close()
                return self.window
            return others[0]
        return self.window

    def _click(self) -> None:
        targets = [each for each in interactive(self._top()) if each.isEnabled() and not each.visibleRegion().isEmpty()]
        if not targets:
            return
        target = self._chance.choice(targets)
        if getattr(target, "text", str)() in NEVER_PRESSED:
            return
        where = self._somewhere_on(target)
        button = self._chance.choices((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton), (19, 1))[0]
        self.trail.append(f"clicks {told(target)} at {where.toTuple()} {button.name}")
        target.window().activateWindow()  # as every system does for a window that is clicked
        QTest.mouseClick(_inner(target), button, Qt.KeyboardModifier.NoModifier, where)

    def _key(self) -> None:
        self._press_key(self._focused(), self._chance.choice(KEYS))

    def _write(self) -> None:
        field = self._focused()
        if not isinstance(field, FIELDS):
            fields = [each for each in interactive(self._top()) if isinstance(each, FIELDS) and each.isEnabled()]
            if not fields:
                return
            field = self._chance.choice(fields)
            field.setFocus()
        words = self._chance.choice(WORDS)
        self.trail.append(f"writes {words!r} into {told(field)}")
        for letter in words:
            field = QApplication.focusWidget() or field
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def _shortcut(self) -> None:
        name = self._chance.choice(self._commands)
        keys = self.window.actions_.all[name].shortcut()
        self.trail.append(f"presses {keys.toString()} ({name})")
        if keys.isEmpty():
            self.window.run(name)
        else:
            QTest.keySequence(self._focused().window(), QKeySequence(keys))

    def _drag(self) -> None:
        targets = [each for each in self._top().findChildren(QWidget) if each.isVisible() and each.height() > 20]
        if not targets:
            return
        target = _inner(self._chance.choice(targets))
        start, end = self._somewhere_on(target), self._somewhere_on(target)
        self.trail.append(f"drags {told(target)} from {start.toTuple()} to {end.toTuple()}")
        QTest.mousePress(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(target, (start + end) / 2)
        QTest.mouseMove(target, end)
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def _wheel(self) -> None:
        top = self._top()
        at = self._somewhere_on(top)
        target = top.childAt(at) or top
        turn = QPoint(0, self._chance.choice((-240, 240)))
        self.trail.append(f"turns the wheel over {told(target)}")
        place = QPointF(target.mapFrom(top, at))
        QApplication.sendEvent(target, QWheelEvent(
            place, QPointF(target.mapToGlobal(place)), QPoint(), turn, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))  # fmt: skip

    def _undo(self) -> None:
        name = self._chance.choice(("undo", "undo", "redo"))
        self.trail.append(name)
        self.window.run(name)

    def _choose(self, menu: QMenu) -> None:
        actions = [each for each in menu.actions() if each.isEnabled() and not each.isSeparator() and not each.menu()]
        if actions and self._chance.random() < 0.7:
            action = self._chance.choice(actions)
            if action.objectName() not in NEVER and action.text().replace("&", "") not in NEVER_PRESSED:
                self.trail.append(f"chooses {action.text()!r}")
                QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                                 menu.actionGeometry(action).center())  # fmt: skip
                return
        self._press_key(menu, Qt.Key.Key_Escape)

    def _press_key(self, target: QWidget, key: Qt.Key) -> None:
        self.trail.append(f"presses {key.name} in {told(target)}")
        QTest.keyClick(target, key)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def _somewhere_on(self, widget: QWidget) -> QPoint:
        box = _inner(widget).rect()
        if isinstance(widget, QAbstractButton):
            return box.center()
        return QPoint(
            self._chance.randint(0, max(box.width() - 1, 0)), self._chance.randint(0, max(box.height() - 1, 0))
        )


def _inner(widget: QWidget) -> QWidget:
    """What takes the mouse: the ground of a list, or the widget itself."""
    return widget.viewport() if isinstance(widget, QAbstractItemView) else widget
