"""The field a note is written in: which letters are marks, what the toolbar does, and that it paints what it holds."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.relationship.notes import marks
from ui.relationship.notes.source import SourceField
from ui.relationship.notes.styling import spans
from ui.theme import look, size

LINE_AT_145_PERCENT = 14 * 1.21 * 1.45


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("plain text, 2 * 3 * 4, snake_case_name", []),
        ("## Head", [("## ", "headingMark"), ("Head", "heading")]),
        ("#hashtag", []),
        ("a **b c** d", [("**", "mark"), ("b c", "bold"), ("**", "mark")]),
        ("*a* _b", [("*", "mark"), ("a", "italic"), ("*", "mark")]),
        ("🙂 _b_", [("_", "mark"), ("b", "italic"), ("_", "mark")]),
        ("- one", [("-", "sign")]),
        ("12. one", [("12.", "sign")]),
        ("-5 degrees", []),
        ("- [x] done", [("- [x]", "sign")]),
        ("> said", [("> ", "sign"), ("said", "quote")]),
        ("> **a** b", [("> ", "sign"), ("**", "mark"), ("a", "bold"), ("**", "mark"), (" b", "quote")]),
        ("---", [("---", "mark")]),
        ("```python", [("```python", "mark")]),
        ("say `a*b*` x", [("`", "mark"), ("a*b*", "code"), ("`", "mark")]),
        ("[the page](https://x.example)", [("[", "mark"), ("the page", "link"), ("](https://x.example)", "mark")]),
        ("**", []),
        ("**unfinished", []),
        ("plain - 3. words", []),
        ("**" * 5_000, []),
    ],
)
def test_marks_and_words_are_told_apart(line: str, found: list[tuple[str, str]]) -> None:
    letters = line.encode("utf-16-le")
    pieces = [(letters[2 * at : 2 * (at + length)].decode("utf-16-le"), kind) for at, length, kind in spans(line)]

    assert pieces == found


def place_of(text: str, mark: str) -> int:
    """Where a mark stands, as Qt counts."""
    return len(text[: text.index(mark)].encode("utf-16-le")) // 2


def edited(text: str, act: Callable[[QTextCursor], object]) -> str:
    """A text with its chosen part in ‹›, and the same after something was done to it."""
    start, end = place_of(text, "‹"), place_of(text, "›") - 1
    document = QTextDocument(text.replace("‹", "").replace("›", ""))
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    after = act(cursor)
    after = after if isinstance(after, QTextCursor) else cursor
    start, end = after.selectionStart(), after.selectionEnd()
    shown = QTextDocument(document.toPlainText())
    for place, mark in ((end, "›"), (start, "‹")):
        pen = QTextCursor(shown)
        pen.setPosition(place)
        pen.insertText(mark)
    document.undo()
    assert document.toPlainText() == text.replace("‹", "").replace("›", "")
    return shown.toPlainText()


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("say ‹it› now", "**", "say **‹it›** now"),
        ("say **‹it›** now", "**", "say ‹it› now"),
        ("say ‹**it**› now", "**", "say ‹it› now"),
        ("say ‹› now", "**", "say **‹›** now"),
        ("say **‹it›** now", "*", "say ***‹it›*** now"),
        ("‹it›", "*", "*‹it›*"),
        ("*‹it›*", "*", "‹it›"),
        ("🙂 ‹a🙂b› 🙂", "**", "🙂 **‹a🙂b›** 🙂"),
        ("🙂 **‹a🙂b›** 🙂", "**", "🙂 ‹a🙂b› 🙂"),
    ],
)
def test_marks_go_around_words_and_off_again(qapp: QApplication, before: str, mark: str, after: str) -> None:
    assert edited(before, lambda cursor: marks.toggle_around(cursor, mark)) == after


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("o‹›ne\ntwo", marks.ITEM, "- one\ntwo"),
        ("o‹ne\ntw›o", marks.ITEM, "- one\n- two"),
        ("- o‹ne\n- tw›o", marks.ITEM, "one\ntwo"),
        ("- o‹›ne", marks.QUOTE, "> one"),
        ("### o‹›ne", marks.HEADING, "## one"),
        ("## o‹›ne", marks.HEADING, "one"),
        ("‹one\n›two", marks.QUOTE, "> one\ntwo"),
    ],
)
def test_marks_begin_lines_and_go_again(qapp: QApplication, before: str, mark: str, after: str) -> None:
    got = edited(before, lambda cursor: marks.toggle_beginning(cursor, mark))

    assert got.replace("‹", "").replace("›", "") == after


@pytest.mark.parametrize(("before", "after"), [("see ‹it› now", "see [it](‹›) now"), ("see ‹› now", "see [‹›]() now")])
def test_a_link_asks_for_what_is_missing(qapp: QApplication, before: str, after: str) -> None:
    assert edited(before, marks.add_link) == after


@pytest.fixture
def field(qtbot: QtBot) -> SourceField:
    """An empty field on screen."""
    made = SourceField("")
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setCursorWidth(0)
    return made


@pytest.mark.parametrize("percent", [100, 130])
def test_lines_stand_145_percent_apart(qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    look.show(qapp, theme="light", percent=percent)
    field = SourceField("one\ntwo\nthree")
    qtbot.addWidget(field)
    first, third = (field.document().findBlockByNumber(number) for number in (0, 2))
    apart = field.blockBoundingGeometry(third).top() - field.blockBoundingGeometry(first).top()

    assert apart / 2 == pytest.approx(LINE_AT_145_PERCENT * percent / 100, abs=1)
    assert field.font().pixelSize() == size(14)


def test_with_the_system_font_the_field_wears_it(qapp: QApplication, qtbot: QtBot) -> None:
    look.show(qapp, theme="light", system_font=True)
    field = SourceField("one")
    qtbot.addWidget(field)

    assert field.font().family() == QApplication.font().family()


LINES = ("", "## Head", "plain words that are long enough to be wrapped once on a field of this width, I should think",
         "- item **bold**", "> quote *so*", "[a](b)", "小明 ليلى ☂")  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_what_is_painted_is_what_a_fresh_field_paints(field: SourceField, qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    field.fill("\n".join(chance.choices(LINES, k=12)))
    for _step in range(25):
        cursor = field.textCursor()
        length = field.document().characterCount() - 1
        cursor.setPosition(chance.randint(0, length))
        cursor.setPosition(chance.randint(0, length), QTextCursor.MoveMode.KeepAnchor)
        match chance.randrange(5):
            case 0 | 1:
                cursor.clearSelection()
                cursor.insertText(chance.choice(["a", "*", "**", "\n", "# ", "\n- x\n"]))
            case 2 if cursor.position() - cursor.anchor() < 60:
                cursor.insertText(chance.choice(["", "x", "one\ntwo"]))
            case 3:
                field.undo()
            case 4:
                field.redo()
        field.grab()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    fresh = SourceField(field.toPlainText())
    qtbot.addWidget(fresh)
    fresh.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    fresh.resize(field.size())
    fresh.setCursorWidth(0)
    fresh.show()
    field.clearFocus()

    assert field.grab().toImage() == fresh.grab().toImage()


def test_a_change_of_look_is_seen_in_the_text(qapp: QApplication, qtbot: QtBot, field: SourceField) -> None:
    field.fill("## Head\n- **bold** words")
    light = field.grab().toImage()
    look.show(qapp, theme="dark")
    qtbot.waitUntil(lambda: field.grab().toImage().pixelColor(590, 390).lightness() < 60)
    look.show(qapp, theme="light")

    qtbot.waitUntil(lambda: field.grab().toImage() == light)


def test_tab_leaves_the_field(qtbot: QtBot) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    field, other = SourceField(""), QLineEdit()
    column = QVBoxLayout(both)
    column.addWidget(field)
    column.addWidget(other)
    with qtbot.waitActive(both):
        both.show()
        both.activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert other.hasFocus()
    assert field.toPlainText() == ""
