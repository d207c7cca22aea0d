"""Every command, once: its words, its keys, its menu. Menus and shortcuts come from this table alone.

A command is answered by the page that is shown, or else by the window; where nobody answers it is greyed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.words import _

Answers = Mapping[str, Callable[[], None]]


class Command(NamedTuple):
    """One command; `keys` in Qt's portable form, where Ctrl is Cmd on macOS."""

    name: str
    words: str
    menu: str = ""
    keys: tuple[str, ...] = ()


def _menus() -> dict[str, str]:
    """The menus, in their order."""
    return {
        "file": _("&File"), "edit": _("&Edit"), "go": _("&Go"), "relationship": _("&Relationship"),
        "meeting": _("&Meeting"), "view": _("&View"),
    }  # fmt: skip


def commands() -> tuple[Command, ...]:
    """The table."""
    sections = (("expectations", _("Expectations"), 2), ("log-section", _("Log"), 3), ("notes", _("Notes"), 4),
                ("meetings", _("Meetings"), 6))  # fmt: skip
    kinds = (_("Decision"), _("I will"), _("They will"), _("Note"), _("Private"))
    return (
        Command("new-relationship", _("New relationship"), "file", ("Ctrl+N",)),
        Command("new-note", _("New note"), "file", ("Ctrl+Shift+N",)),
        Command("document", _("Summary or document preview"), "file", ("Ctrl+P",)),
        Command("settings", _("Settings"), "file", ("Ctrl+,",)),
        Command("close-tab", _("Close tab"), "file", ("Ctrl+W",)),
        Command("quit", _("Quit"), "file", ("Ctrl+Q",)),
        Command("undo", _("Undo"), "edit", ("Ctrl+Z",)),
        Command("redo", _("Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("find", _("Find in this list"), "edit", ("Ctrl+F",)),
        Command("filter", _("Filter relationships"), "edit", ("Ctrl+Shift+F",)),
        Command("bold", _("Bold"), "edit", ("Ctrl+B",)),
        Command("italic", _("Italic"), "edit", ("Ctrl+I",)),
        Command("link", _("Link"), "edit", ("Ctrl+Shift+K",)),
        Command("read-view", _("Read view"), "edit", ("Ctrl+Shift+R",)),
        Command("today", _("Today"), "go", ("Ctrl+0",)),
        *(Command(f"tab-{n}", _("Tab {number}").format(number=n), "", (f"Ctrl+{n}",)) for n in range(1, 9)),
        Command("last-tab", _("Last tab"), "go", ("Ctrl+9",)),
        Command("next-tab", _("Next tab"), "go", ("Ctrl+Tab",)),
        Command("previous-tab", _("Previous tab"), "go", ("Ctrl+Shift+Tab",)),
        Command("reopen-tab", _("Reopen closed tab"), "go", ("Ctrl+Shift+T",)),
        *(Command(f"section-{name}", words, "go", (f"Alt+{n}",)) for name, words, n in sections),
        Command("next-region", _("Next part of the window"), "go", ("F6",)),
        Command("previous-region", _("Previous part of the window"), "", ("Shift+F6",)),
        Command("log", _("Log a talk"), "relationship", ("Ctrl+L",)),
        Command("add-mine", _("Add what I keep"), "relationship", ("Ctrl+E",)),
        Command("add-theirs", _("Add what they keep"), "relationship", ("Ctrl+Shift+E",)),
        Command("edit-manager", _("Edit details"), "relationship"),
        Command("pause-manager", _("Pause or resume"), "relationship"),
        Command("archive-manager", _("Archive"), "relationship"),
        Command("meeting", _("Start or return to the meeting"), "meeting", ("Ctrl+M",)),
        Command("plan-meeting", _("Plan a meeting"), "meeting"),
        *(Command(f"capture-{n}", words, "meeting", (f"Ctrl+{n}",)) for n, words in enumerate(kinds, 1)),
        Command("sidebar", _("Narrow or wide sidebar"), "view", ("F9",)),
        Command("menu", _("Menu bar"), "view", ("F10",)),
    )


class Actions(QObject):
    """The commands as Qt's actions, on one window."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window_answers: Answers = {}
        self._page_answers: Answers = {}
        self.all: dict[str, QAction] = {}
        for command in commands():
            action = QAction(command.words, self)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.triggered.connect(self._triggered)
            self.all[command.name] = action
        window.addActions(list(self.all.values()))

    def answer(self, answers: Answers) -> None:
        """What the window itself answers, on every page."""
        self._window_answers = answers
        self._refresh()

    def answer_on_page(self, answers: Answers) -> None:
        """What the page that is shown answers; it goes before the window."""
        self._page_answers = answers
        self._refresh()

    def run(self, name: str) -> None:
        """Do what the command does, if somebody answers it."""
        answer = self._page_answers.get(name) or self._window_answers.get(name)
        if answer is not None:
            answer()

    def menus(self, parent: QWidget) -> Iterable[QMenu]:
        """The menus with every command that has a place in one."""
        for key, words in _menus().items():
            menu = QMenu(words, parent)
            for command in commands():
                if command.menu == key:
                    menu.addAction(self.all[command.name])
            yield menu

    def _triggered(self) -> None:
        self.run(self.sender().objectName())

    def _refresh(self) -> None:
        """Grey out what nobody answers; of two commands with one key, only the answered one takes it."""
        answered = {*self._window_answers, *self._page_answers}
        page_keys = {key for c in commands() if c.name in self._page_answers for key in c.keys}
        for command in commands():
            shadowed = command.name not in self._page_answers and bool(page_keys.intersection(command.keys))
            self.all[command.name].setEnabled(command.name in answered and not shadowed)
