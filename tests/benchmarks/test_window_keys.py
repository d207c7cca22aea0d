"""Rows 7 and 13: from a key to its picture, in the fields that find, and in a note of 100 kB."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.managers import ManagerId
from app.services import notes
from tests.benchmarks.conftest import office_on
from tests.benchmarks.measuring import Limits, Report, at_most, in_turn, milliseconds
from tests.benchmarks.painting import Paints, application, left, settle, shown, to_painted
from ui.desk import Place
from ui.palette.palette import Palette
from ui.places import makers
from ui.relationship.notes.source import SourceField
from ui.window import Window

KEY, LETTER = Limits(16.7, 33, "ms"), Limits(1.3, 1.85)
TYPED = ("candidate", "halden", "priya", "okonkwo", "lukasz", "offer")
TURNS = 120
# Two of them lie below "never", with too little room to fail for a busy computer: they print it.
FINDERS = (("filter of the sidebar", "filter"), ("find in the log", "find"), ("palette", "palette"))
BUSIEST = "SELECT manager FROM talk GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
LINE = "What was said, word for word, because it **will** matter later, and more of it than fits on a line. "


def letters(field: QWidget, paints: Paints) -> list[float]:
    """The seconds of each letter of some words, taken back after each word."""
    took = []
    for word in TYPED:
        for letter in word:
            took.append(to_painted(partial(QTest.keyClick, field, letter), paints))
            settle(0.03)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        settle(0.1)
    return took


@pytest.mark.parametrize(("name", "command"), FINDERS)
def test_a_key_in_a_field_that_finds(name: str, command: str, copied: Callable[[str], Path], report: Report) -> None:
    application()
    office = office_on(copied("keys"))
    window = Window(office, makers())
    shown(window)
    window.open(Place("manager", office.conn.execute(BUSIEST).fetchone()[0], "log"))
    settle()
    window.run(command)
    settle()
    field = window.focusWidget()
    assert field is not None

    took = letters(field, Paints(where_it_is_found(window, command), but=field))

    left(window)
    more = f"{milliseconds(took)}, slowest '{slowest_key(took)}'"
    report.row(
        "7", f"key to painted, {name} on gold, p99", at_most(took) * 1000, KEY, more=more, not_yet=command != "filter"
    )


def where_it_is_found(window: Window, command: str) -> QWidget:
    """What shows the finds of a field."""
    if command == "palette":
        return next(each.list.viewport() for each in window.findChildren(Palette))
    found: QWidget = window.sidebar if command == "filter" else window.pages.current()
    return found


def slowest_key(took: list[float]) -> str:
    """What stood in the field after the slowest key."""
    typed = [word[: end + 1] for word in TYPED for end in range(len(word))]
    return typed[took.index(max(took))]


def a_long_note() -> str:
    """A note of 100 kB in paragraphs."""
    return "\n".join(LINE * 4 for _paragraph in range(100_000 // (4 * len(LINE))))


def typing(editor: QPlainTextEdit, paints: Paints) -> list[Callable[[], object]]:
    """Letters in the middle of a text."""
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    editor.setTextCursor(cursor)
    editor.centerCursor()
    return [partial(to_painted, partial(QTest.keyClick, editor, "x"), paints)] * TURNS


def test_a_letter_in_a_long_note(copied: Callable[[str], Path], report: Report) -> None:
    application()
    office = office_on(copied("notes"))
    manager = ManagerId(office.conn.execute(BUSIEST).fetchone()[0])
    made = notes.add(office, manager, title="Long", body=a_long_note())
    window, bare = Window(office, makers()), QPlainTextEdit()
    shown(window)
    shown(bare, 700, 640)
    window.open(Place("manager", int(manager), "notes", ("note", made.id)))
    settle()
    ours = next(each for each in window.findChildren(SourceField) if each.isVisible())
    assert len(ours.toPlainText()) > 99_000
    bare.setPlainText(a_long_note())
    settle()

    pairs = in_turn(typing(ours, Paints(ours.viewport())), typing(bare, Paints(bare.viewport())))

    left(window)
    report.row("13", "a letter in a 100 kB note / bare editor", pairs.ratio, LETTER,
               more=f"{milliseconds(pairs.ours)} against {milliseconds(pairs.bare)}")  # fmt: skip
