"""Any text that is typed into a form and saved comes back from the store exactly, or one sentence refuses it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.text import BODY, clean
from app.services.office import Office
from tests.ui.screens import SCREENS, on_screen
from tests.ui.test_hostile_text import as_one_may_hold, bundles, fields, paste, words_in
from tests.ui.walking import Settled, spoken_name, told

CTRL = Qt.KeyboardModifier.ControlModifier
FINDERS = {"Filter relationships", "Find in the log", "Find in notes", "Find"}


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[QWidget], None]:
    """Save by a key."""
    return lambda top: QTest.keyClick(top.focusWidget(), key, modifiers)


def leave(_top: QWidget) -> None:
    """Save by leaving the field."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


class Form(NamedTuple):
    """A screen with something to save, how it is saved, and the fields that take one form only."""

    screen: str
    save: Callable[[QWidget], None]
    one_form: frozenset[str] = frozenset()


SAVE = press(Qt.Key.Key_Return, CTRL)
FORMS = (
    Form("new relationship", SAVE, frozenset({"How often do you want to speak?"})),
    Form("edit relationship", SAVE, frozenset({
        "Email", "Time zone", "Country, for holidays", "Working hours", "How often you speak",
        "Tags, with commas between",
    })),
    Form("mine to keep", SAVE, frozenset({"Due or repeats", "Agreed on"})),
    Form("theirs to keep", SAVE, frozenset({"Due or repeats", "Agreed on"})),
    Form("log as fields", SAVE, frozenset({"How long", "When"})),
    Form("new note", leave),
    Form("plan a meeting", SAVE, frozenset({"When", "Minutes", "Who is there", "Agenda, one point a line"})),
    Form("meeting", press(Qt.Key.Key_Return)),
    Form("first summary", leave, frozenset({"File name"})),
    Form("settings", leave, frozenset({"Your email", "Rhythm a new relationship begins with"})),
)  # fmt: skip


@pytest.mark.parametrize("turn", [0, 3])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.screen)
def test_what_is_saved_is_what_was_typed(form: Form, turn: int, sample_office: Office, qtbot: QtBot) -> None:
    screen = next(each for each in SCREENS if each.name == form.screen)
    texts = bundles()
    with on_screen(screen, sample_office) as top:
        qtbot.waitUntil(Settled(top))
        typed = {}
        for at, field in enumerate(fields(top)):
            name = spoken_name(field) or spoken_name(field.parentWidget())
            if name not in FINDERS | form.one_form:
                paste(field, texts[(at + turn) % len(texts)])
                typed[told(field)] = words_in(field)
        assert typed
        form.save(top)

        missing: list[str] = []

        def all_there() -> bool:
            held = held_anywhere(sample_office.conn)
            missing[:] = [name for name, text in typed.items() if not kept_as(text) & held]
            return not missing

        try:
            qtbot.waitUntil(all_there, timeout=4_000)
        except qtbot.TimeoutError:
            assert missing == []


def held_anywhere(conn: sqlite3.Connection) -> set[str]:
    """Every text that any column of the store holds whole, also inside lists."""
    found: set[str] = set()
    tables = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'").fetchall()
    for (table,) in tables:
        if table not in ("history", "draft"):
            for row in conn.execute(f"SELECT * FROM {table}"):
                for value in row:
                    if isinstance(value, str):
                        found |= {value, *inside(value)}
    return found


def inside(value: str) -> set[str]:
    """The texts inside a list, if it is one."""
    if not value.startswith(("[", "{", '"')):
        return set()
    try:
        read = json.loads(value)
    except ValueError:
        return set()
    each = read if isinstance(read, list) else read.values() if isinstance(read, dict) else [read]
    return {text for text in each if isinstance(text, str)}


def kept_as(text: str) -> set[str]:
    """What the store may hold of a text."""
    whole = {clean(each, "", "", BODY, lines=lines) for each in as_one_may_hold(text) for lines in (True, False)}
    return whole | {each[:1].upper() + each[1:] for each in whole}
