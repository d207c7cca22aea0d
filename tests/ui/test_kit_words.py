"""Text on the page: plain, whole at any width, at 90 to 130 %, in any script."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_kit_field import HOSTILE
from ui.kit.button import Button, IconButton
from ui.kit.chip import Chip
from ui.kit.words import Elided, Label, Sentence
from ui.theme import look

GERMAN = "Rückmeldung zu jedem vorgestellten Lebenslauf innerhalb von zwei Arbeitstagen, auch wenn sie kurz ausfällt"
THAI = "การสัมภาษณ์ผู้สมัครงานตำแหน่งวิศวกรซอฟต์แวร์อาวุโสในสัปดาห์หน้าที่สำนักงานกรุงเทพมหานคร"
ONE_WORD = "W" * 160


def at_width(label: QWidget, width: int, qtbot: QtBot) -> None:
    """The label on the screen, in a column so wide."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    column.addStretch()
    qtbot.addWidget(page)
    page.setFixedSize(width, 800)
    page.show()
    qtbot.waitExposed(page)
    label.page = page  # type: ignore[attr-defined]  # kept alive


@pytest.mark.parametrize("words", [GERMAN, THAI, ONE_WORD, "two\nlines"], ids=["german", "thai", "word", "lines"])
@pytest.mark.parametrize("percent", [90, 100, 130])
def test_wrapped_text_has_room_for_every_line(words: str, percent: int, qapp: QApplication, qtbot: QtBot) -> None:
    look.show(qapp, theme="light", percent=percent)
    label = Label(words, wrap=True)

    at_width(label, 180, qtbot)

    assert label.width() == 180
    assert label.height() >= label.heightForWidth(180)
    assert ink(label)[3] < label.height() - 1
    assert label.heightForWidth(180) > label.heightForWidth(2_000) or "\n" in words


def test_a_sentence_runs_as_the_page_does_and_a_text_as_it_begins(qtbot: QtBot) -> None:
    """A mark that says where it runs from, which nobody sees, draws the same as the sentence does without it."""
    words = "ليلى: 2 promises."
    sentence, text, marked = Sentence(words), Label(words), Label(f"\u200e{words}")
    for each in (sentence, text, marked):
        qtbot.addWidget(each)
        each.resize(200, 20)

    assert sentence.grab().toImage() == marked.grab().toImage() != text.grab().toImage()


def ink(widget: QWidget) -> tuple[int, int, int, int]:
    """The box around what is drawn: left, top, right, bottom."""
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() - 1, image.height() - 1)
    found = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) != ground
    ]  # fmt: skip
    xs, ys = [x for x, _y in found], [y for _x, y in found]
    return min(xs), min(ys), max(xs), max(ys)


def test_a_short_text_gives_way_with_an_ellipsis(qtbot: QtBot) -> None:
    label = Elided(GERMAN)

    at_width(label, 180, qtbot)
    label.grab()

    assert label.width() == 180
    assert label.toolTip() == GERMAN
    assert label.text() == GERMAN


def test_what_fits_has_no_tooltip(qtbot: QtBot) -> None:
    label = Elided("Amara")

    at_width(label, 300, qtbot)
    label.grab()

    assert label.toolTip() == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_text_is_never_markup(name: str, qtbot: QtBot) -> None:
    """The widget holds the text as it is, and says so to a screen reader."""
    label = Label(HOSTILE[name], wrap=True)

    at_width(label, 300, qtbot)
    label.grab()

    assert label.text() == HOSTILE[name].removeprefix("\ufeff")  # a mark of byte order, which Qt takes for one
    assert label.textFormat() == Qt.TextFormat.PlainText


BUTTONS = (
    lambda: Button("Ok"), lambda: Button("", icon="x", kind="compact"), lambda: Button("Show", kind="link"),
    lambda: IconButton("ellipsis", "Menu"),
)  # fmt: skip


@pytest.mark.parametrize("make", BUTTONS)
@pytest.mark.parametrize("percent", [90, 100, 130])
def test_every_button_can_be_hit(make: type[Button], percent: int, qapp: QApplication, qtbot: QtBot) -> None:
    look.show(qapp, theme="light", percent=percent)
    button = make()
    at_width(button, 300, qtbot)

    assert button.width() >= 24
    assert button.height() >= 24


def test_a_name_with_an_ampersand_is_no_access_key(qtbot: QtBot) -> None:
    button = Button("Plan a call")
    at_width(button, 300, qtbot)

    assert button.shortcut().isEmpty()


def test_a_larger_text_makes_room(qapp: QApplication, qtbot: QtBot) -> None:
    """A change of the text size reaches what is on the screen."""
    label, chip, button = Label("Amara Okonkwo"), Chip("At risk", "risk"), Button("Plan a call")
    page = QWidget()
    column = QVBoxLayout(page)
    for part in (label, chip, button):
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
    qtbot.addWidget(page)
    page.show()
    before = [part.size() for part in (label, chip, button)]

    look.show(qapp, theme="light", percent=130)

    qtbot.waitUntil(lambda: all(
        part.width() > old.width() and part.height() > old.height()
        for part, old in zip((label, chip, button), before, strict=True)
    ))  # fmt: skip
