"""Every command, once: its words, its keys, its menu. Menus and shortcuts come from this table alone.

A command is answered by the page that is shown, or else by the window; where nobody answers it is greyed out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.words import _

Answers = Mapping[str, Callable[[], None]]


MAC = "darwin"


class Command(NamedTuple):
    """One command; `keys` in Qt's portable form, where Ctrl is Cmd on macOS and Meta is its Control.

    `mac` are its keys where macOS keeps the usual ones for itself, none for what it has no use for; `run` names a row
    of commands with one key each, such as the tabs, which the keyboard map shows in one line.
    """

    name: str
    words: str
    menu: str = ""
    keys: tuple[str, ...] = ()
    mac: tuple[str, ...] | None = None
    run: str = ""


_WAYS_TO_FIND = ("palette", "menu")  # of no use inside each other


_ROLES = {"settings": QAction.MenuRole.PreferencesRole, "quit": QAction.MenuRole.QuitRole}


def menus() -> dict[str, str]:
    """The menus, in their order."""
    return {
        "file": _("&File"), "edit": _("&Edit"), "go": _("&Go"), "relationship": _("&Relationship"),
        "meeting": _("&Meeting"), "view": _("&View"), "help": _("&Help"),
    }  # fmt: skip


def commands(platform: str = sys.platform) -> tuple[Command, ...]:
    """The table, with the keys of a platform as `sys.platform` names it."""
    if platform != MAC:
        return _table()
    shown = [each for each in _table() if each.mac != ()]
    return tuple(each if each.mac is None else each._replace(keys=each.mac) for each in shown)


def _table() -> tuple[Command, ...]:
    sections = (("overview", _("Overview"), 1), ("expectations", _("Expectations"), 2), ("log-section", _("Log"), 3),
                ("notes", _("Notes"), 4), ("searches", _("Searches"), 5), ("meetings", _("Meetings"), 6))  # fmt: skip
    kinds = (_("Decision"), _("I will"), _("They will"), _("Note"), _("Private"))
    return (
        Command("new-relationship", _("New relationship"), "file", ("Ctrl+N",)),
        Command("new-note", _("New note"), "file", ("Ctrl+Shift+N",)),
        Command("document", _("Summary or document preview"), "file", ("Ctrl+P",)),
        Command("settings", _("Settings"), "file", ("Ctrl+,",)),
        Command("close-tab", _("Close tab"), "file", ("Ctrl+W",)),
        Command("quit", _("Quit"), "file", ("Ctrl+Q",)),
        Command("undo", _("Undo"), "edit", ("Ctrl+Z",)),
        Command("redo", _("Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), ("Ctrl+Shift+Z",)),
        Command("find", _("Find in this list"), "edit", ("Ctrl+F",)),
        Command("filter", _("Filter relationships"), "edit", ("Ctrl+Shift+F",)),
        Command("bold", _("Bold"), "edit", ("Ctrl+B",)),
        Command("italic", _("Italic"), "edit", ("Ctrl+I",)),
        Command("link", _("Link"), "edit", ("Ctrl+Shift+K",)),
        Command("read-view", _("Read view"), "edit", ("Ctrl+Shift+R",)),
        Command("palette", _("Search or do anything"), "go", ("Ctrl+K",)),
        Command("today", _("Today"), "go", ("Ctrl+0",)),
        Command("all-meetings", _("Meetings of everybody"), "go"),
        Command("all-searches", _("Searches of everybody"), "go"),
        *(
            Command(f"tab-{n}", _("Tab {number}").format(number=n), "go", (f"Ctrl+{n}",), run=_("Tab 1 to 8"))
            for n in range(1, 9)
        ),
        Command("last-tab", _("Last tab"), "go", ("Ctrl+9",)),
        Command("next-tab", _("Next tab"), "go", ("Ctrl+Tab",), ("Meta+Tab",)),
        Command("previous-tab", _("Previous tab"), "go", ("Ctrl+Shift+Tab",), ("Meta+Shift+Tab",)),
        Command("reopen-tab", _("Reopen closed tab"), "go", ("Ctrl+Shift+T",)),
        *(Command(f"section-{name}", words, "go", (f"Alt+{n}",), (f"Ctrl+Alt+{n}",)) for name, words, n in sections),
        Command("next-region", _("Next part of the window"), "go", ("F6",)),
        Command("previous-region", _("Previous part of the window"), "go", ("Shift+F6",)),
        *_of_people(),
        Command("meeting", _("Start or return to the meeting"), "meeting", ("Ctrl+M",), ("Ctrl+Shift+M",)),
        Command("plan-meeting", _("Plan a meeting"), "meeting"),
        *(Command(f"capture-{n}", words, "meeting", (f"Ctrl+{n}",)) for n, words in enumerate(kinds, 1)),
        Command("sidebar", _("Narrow or wide sidebar"), "view", ("F9",)),
        Command("menu", _("Menu bar"), "view", ("F10",), ()),
        Command("keys", _("Keyboard map"), "help", ("F1",)),
    )


def _of_people() -> tuple[Command, ...]:
    """What is done with a manager, and with a search of theirs."""
    return (
        Command("log", _("Log a talk"), "relationship", ("Ctrl+L",)),
        Command("add-mine", _("Add what I keep"), "relationship", ("Ctrl+E",)),
        Command("add-theirs", _("Add what they keep"), "relationship", ("Ctrl+Shift+E",)),
        Command("agreement", _("Start from a two-way agreement"), "relationship"),
        Command("agreement-sheet", _("Agreement sheet"), "relationship"),
        Command("briefing", _("Briefing before a talk"), "relationship", ("Ctrl+Shift+B",)),
        Command("edit-manager", _("Edit details"), "relationship"),
        Command("pause-manager", _("Pause or resume"), "relationship"),
        Command("celebrate", _("Celebrate a placement"), "relationship"),
        Command("honest-look", _("An honest look"), "relationship"),
        Command("archive-manager", _("Archive"), "relationship"),
        Command("open-search", _("Open a search"), "relationship"),
        Command("edit-search", _("Edit the search"), "relationship"),
        Command("present-candidate", _("Present a candidate"), "relationship"),
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
            action = QAction(self)  # given to Qt's constructor, words make a start load its icons too
            action.setText(command.words)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setMenuRole(_ROLES.get(command.name, QAction.MenuRole.NoRole))
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

    def answered(self) -> tuple[list[Command], list[Command]]:
        """The commands that can be done now, without the tabs: those of the page, and the others."""
        offered = [each for each in commands() if not each.run and self.all[each.name].isEnabled()]
        here = [each for each in offered if each.name in self._page_answers]
        return here, [each for each in offered if each not in here and each.name not in _WAYS_TO_FIND]

    def menus(self, parent: QWidget) -> Iterable[QMenu]:
        """The menus with every command; a run of them is a menu of its own inside."""
        for key, words in menus().items():
            menu, runs = QMenu(words, parent), dict[str, QMenu]()
            for command in [each for each in commands() if each.menu == key]:
                if command.run and command.run not in runs:
                    runs[command.run] = menu.addMenu(command.run)
                runs.get(command.run, menu).addAction(self.all[command.name])
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
