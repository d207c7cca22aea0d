"""Any text in every field of every screen: there as it was, or refused in one sentence; no exception, no stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.text import NAME
from app.services.office import Office
from builders import memory_office
from tests.ui.heartbeat import Heartbeat
from tests.ui.screens import SCREENS, Screen, on_screen
from tests.ui.test_kit_field import HOSTILE
from tests.ui.walking import Settled, interactive, told
from ui.kit.toast import Toast

STILL_MS = 200
HUGE = ("W" * 1_000_000, "word " * 200_000, "line\n" * 200_000, "👩‍👩‍👧‍👦" * 100_000)
TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit)


def bundles() -> list[str]:
    """All hostile texts in as few lines as a name's limit allows."""
    found = [""]
    for text in HOSTILE.values():
        if len(found[-1]) + len(text) + 1 > NAME - 20:
            found.append("")
        found[-1] = f"{found[-1]} {text.removeprefix(chr(0xFEFF))}".strip(" ")
    return found


@pytest.fixture(params=SCREENS, ids=lambda screen: screen.name)
def shown(request: pytest.FixtureRequest, sample_office: Office, tmp_path: Path, qtbot: QtBot) -> Iterator[QWidget]:
    """Each screen in its turn."""
    screen: Screen = request.param
    with on_screen(screen, memory_office(tmp_path) if screen.empty else sample_office) as top:
        qtbot.waitUntil(Settled(top))
        yield top


def fields(top: QWidget) -> list[QWidget]:
    """What can be typed into, by hand; numbers and dates take what they take."""
    found = [each for each in interactive(top) if isinstance(each, TYPED_INTO) and each.isEnabled()]
    found += [each.lineEdit() for each in interactive(top) if isinstance(each, QComboBox) and each.isEditable()]
    return [each for each in found if not each.isReadOnly() and not isinstance(each.parentWidget(), QAbstractSpinBox)]  # type: ignore[attr-defined]


def words_in(field: QWidget) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]


def paste(field: QWidget, text: str) -> None:
    """Select all and paste, as a person does."""
    field.setFocus()
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def sentences(top: QWidget) -> list[str]:
    """Every sentence that can be seen, the toast's too."""
    labels = [each.text() for each in top.findChildren(QLabel) if each.isVisible()]
    return [*labels, *(each.words for each in top.findChildren(Toast))]


def as_one_may_hold(text: str) -> set[str]:
    """A text with its lines, on one line, and as a document holds it."""
    lines = text.replace("\u2028", "\n").replace("\u2029", "\n")
    return {text, lines, " ".join(text.split("\n")), " ".join(lines.split("\n"))}


def wrong_after(top: QWidget, field: QWidget, text: str, qtbot: QtBot) -> list[str]:
    """What is wrong after a text was pasted into a field: neither there as it was nor refused, or a stop."""
    with Heartbeat() as heart:
        paste(field, text)
        qtbot.waitUntil(lambda: heart.longest > 0)
    refused = [each for each in sentences(top) if "clipboard" in each]
    found = [] if words_in(field) in as_one_may_hold(text) or refused else [f"is lost in {told(field)}"]
    return found + (
        [f"stops the window for {heart.longest_at_work:.0f} ms in {told(field)}"]
        if heart.longest_at_work > STILL_MS
        else []
    )


def test_every_field_holds_what_is_pasted(shown: QWidget, qtbot: QtBot) -> None:
    found = [
        f"{text[:20]!r} {wrong}"
        for field in fields(shown)
        for text in bundles()
        for wrong in wrong_after(shown, field, text, qtbot)
    ]

    assert found == []


@pytest.mark.parametrize("text", HUGE, ids=["one word", "words", "lines", "families"])
def test_no_field_stands_still_over_a_megabyte(shown: QWidget, text: str, qtbot: QtBot) -> None:
    """A word of a megabyte froze an editor for 76 seconds."""
    assert [wrong for field in fields(shown) for wrong in wrong_after(shown, field, text, qtbot)] == []
