"""Fields: text as it was typed, nothing longer than its record takes, and a sentence where something is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.terminal.hostile import HOSTILE as SPOKEN
from tests.ui.heartbeat import Heartbeat
from tests.ui.walking import spoken_name
from ui.kit.field import Area, Check, Choice, Field, Line

# What no keyboard and no clipboard of a window system can hand over.
HOSTILE = {name: text for name, text in SPOKEN.items() if "surrogate" not in name and name != "nul"}
HOSTILE["no break"] = "10\u00a0000\u202f%"
STILL_MS = 200


def shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    """The widget on the screen, with the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()
    return widget


def paste(widget: QWidget, text: str) -> None:
    """Paste as a person does."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def handed_over(name: str) -> str:
    """What the clipboard holds of a text: everything but a mark of byte order at its beginning."""
    return HOSTILE[name].removeprefix("\ufeff")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_line_takes_what_is_pasted_as_text(name: str, qtbot: QtBot) -> None:
    line = Line()
    shown(line, qtbot)

    paste(line, HOSTILE[name])

    assert line.text() == handed_over(name).replace("\n", " ")


@pytest.mark.parametrize("name", HOSTILE)
def test_an_area_takes_what_is_pasted_as_text(name: str, qtbot: QtBot) -> None:
    """Qt's own paragraph sign is the one that a document turns into a new line."""
    area = Area()
    shown(area, qtbot)

    paste(area, HOSTILE[name])

    lines = handed_over(name).replace("\u2028", "\n").replace("\u2029", "\n")
    assert area.toPlainText() == lines


@pytest.mark.parametrize("kind", [Line, Area])
def test_too_much_is_refused_in_one_sentence_and_at_once(kind: type[Line] | type[Area], qtbot: QtBot) -> None:
    """A word of a megabyte froze an editor for 76 seconds."""
    control = kind(limit=200)
    field = Field("Measured by", control)
    shown(field, qtbot)
    control.setFocus()
    QTest.keyClicks(control, "kept")

    with Heartbeat() as heart:
        paste(control, "W" * 1_000_000)
        qtbot.waitUntil(lambda: heart.longest > 0)

    text = control.text() if isinstance(control, Line) else control.toPlainText()
    assert text == "kept"
    assert heart.longest < STILL_MS
    assert said(field) == "This takes at most 200 letters. The text is still on the clipboard."
    assert control.accessibleDescription() == said(field)


def said(field: Field) -> str:
    """The sentence under a field."""
    return " ".join(
        each.text() for each in field.findChildren(QLabel) if each.isVisible() and each.text() != "Measured by"
    )


def test_too_much_from_the_menu_or_the_mouse_is_refused_too(qtbot: QtBot) -> None:
    """Those ways insert without asking; Qt would cut the text without a word."""
    line = Line(limit=200)
    field = Field("Measured by", line)
    shown(field, qtbot)
    QGuiApplication.clipboard().setText("W" * 1_000_000)

    with Heartbeat() as heart:
        line.paste()
        qtbot.waitUntil(lambda: heart.longest > 0)

    assert said(field) == "This takes at most 200 letters. The text is still on the clipboard."
    assert heart.longest < STILL_MS


def test_a_line_holds_its_limit_in_any_script(qtbot: QtBot) -> None:
    line = Line(limit=200)
    shown(line, qtbot)

    paste(line, "𠮷" * 200)

    assert line.text() == "𠮷" * 200


def test_what_takes_the_place_of_a_selection_is_counted(qtbot: QtBot) -> None:
    line = Line(limit=10)
    shown(line, qtbot)
    line.setText("0123456789")
    line.selectAll()

    paste(line, "abcdefghij")

    assert line.text() == "abcdefghij"


@pytest.mark.parametrize("kind", [Line, Area])
def test_a_copied_page_arrives_as_its_words(kind: type[Line] | type[Area], qtbot: QtBot) -> None:
    control = kind()
    shown(control, qtbot)
    page = QMimeData()
    page.setHtml("<b>Halden</b> <img src='http://198.51.100.7/x.png'>Robotics")
    page.setText("Halden Robotics")
    QGuiApplication.clipboard().setMimeData(page)

    QTest.keyClick(control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    text = control.text() if isinstance(control, Line) else control.toPlainText()
    assert text == "Halden Robotics"


def test_a_page_without_a_text_part_arrives_as_its_words(qtbot: QtBot) -> None:
    area = Area()
    shown(area, qtbot)
    page = QMimeData()
    page.setHtml("<b>Halden</b> Robotics")
    QGuiApplication.clipboard().setMimeData(page)

    QTest.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert area.toPlainText() == "Halden Robotics"


@pytest.mark.parametrize("make", [Line, Area, lambda: Choice([("a", "A")], editable=True), lambda: Check("Pinned")])
def test_the_label_is_the_buddy_and_the_name(make: type[QWidget], qtbot: QtBot) -> None:
    control = make()
    field = Field("Kept when", control)
    shown(field, qtbot)

    buddies = [each for each in field.findChildren(QLabel) if each.buddy() is control]

    assert [each.text() for each in buddies] == ["Kept when"]
    assert spoken_name(control) == "Kept when"


def test_a_refusal_goes_when_it_is_mended(qtbot: QtBot) -> None:
    field = Field("Measured by", Line())
    shown(field, qtbot)

    field.refuse("Write a name.")
    assert said(field) == "Write a name."
    assert field.control.wrong  # type: ignore[attr-defined]
    field.clear()

    assert said(field) == ""
    assert field.control.accessibleDescription() == ""


def test_tab_leaves_an_area(qtbot: QtBot) -> None:
    both = QWidget()
    one, other = Area(parent=both), Line(parent=both)
    shown(both, qtbot)
    both.activateWindow()
    one.setFocus()

    QTest.keyClick(one, Qt.Key.Key_Tab)

    assert one.toPlainText() == ""
    assert both.focusWidget() is other


def test_a_choice_is_not_changed_by_scrolling_over_it(qtbot: QtBot) -> None:
    choice = Choice([("a", "A"), ("b", "B")])
    shown(choice, qtbot)
    chosen = choice.key

    qtbot.waitExposed(choice)
    QTest.keyClick(choice, Qt.Key.Key_Down)

    assert (chosen, choice.key) == ("a", "b")
    choice.choose("nonsense")
    assert choice.key == "b"


def test_a_hint_is_read_again_once_nothing_is_wrong(qtbot: QtBot) -> None:
    line = Line()
    line.setAccessibleDescription("Write a name with an address.")
    field = Field("Who is there", line)
    qtbot.addWidget(field)
    field.refuse("This is not one person.")
    assert line.accessibleDescription() == "This is not one person."
    field.clear()

    assert line.accessibleDescription() == "Write a name with an address."
