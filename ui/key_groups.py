"""The keyboard map's lines: the commands of the menus, and the keys that lists, cards and editors know themselves."""

from __future__ import annotations

import sys

from app.words import _
from ui.actions import Command, commands, menus
from ui.keys.group import KeyLine, KeyLines


def key_groups(platform: str = sys.platform) -> list[KeyLines]:
    """Every key of the program, grouped as the menus, then as the places that know them."""
    found = []
    for menu, title in menus().items():
        lines = _lines([each for each in commands(platform) if each.menu == menu and each.keys])
        if lines:
            found.append(KeyLines(title.replace("&", ""), lines))
    return [*found, *places()]


def places() -> list[KeyLines]:
    """The keys that are known only where the keyboard is; the widgets there answer them."""
    return [
        KeyLines(_("In a list"), (
            KeyLine(_("Move"), ("Up", "Down")), KeyLine(_("Open"), ("Enter",)), KeyLine(_("Tick"), ("Space",)),
            KeyLine(_("Edit"), ("F2",)), KeyLine(_("Delete"), ("Del",)),
        )),
        KeyLines(_("On a promise"), (
            KeyLine(_("Kept"), ("K",)), KeyLine(_("Late"), ("L",)), KeyLine(_("Missed"), ("M",)),
            KeyLine(_("Waived"), ("W",)), KeyLine(_("Edit"), ("Enter", "F2")), KeyLine(_("Delete"), ("Del",)),
            KeyLine(_("Move up or down"), ("Ctrl+Up", "Ctrl+Down")),
        )),
        KeyLines(_("On a line of a search"), (
            KeyLine(_("Edit"), ("Enter", "F2")), KeyLine(_("Delete"), ("Del",)), KeyLine(_("One more line"), ("Ins",)),
            KeyLine(_("Move up or down"), ("Ctrl+Up", "Ctrl+Down")),
        )),
        KeyLines(_("On the agenda"), (
            KeyLine(_("Tick a point"), ("Space",)), KeyLine(_("Move up or down"), ("Ctrl+Up", "Ctrl+Down")),
        )),
        KeyLines(_("While you write"), (
            KeyLine(_("Save"), ("Ctrl+Enter",)), KeyLine(_("Cancel, close, or clear"), ("Esc",)),
            KeyLine(_("Another line in a talk"), ("Shift+Enter",)), KeyLine(_("A talk as fields"), ("Tab",)),
        )),
    ]  # fmt: skip


def _lines(found: list[Command]) -> list[KeyLine]:
    """One line for each command; a run of them takes one."""
    lines: dict[str, KeyLine] = {}
    for command in found:
        if command.run in lines:
            lines[command.run] = lines[command.run]._replace(last=command.keys[0].rpartition("+")[2])
        else:
            lines[command.run or command.name] = KeyLine(command.run or command.words, command.keys)
    return list(lines.values())
