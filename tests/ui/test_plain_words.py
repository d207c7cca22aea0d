"""What people write is shown as it is: an ampersand is no access key, and what looks like markup is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAction, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import managers, searches
from app.services.office import Office
from tests.ui.screens import SCREENS, on_screen
from tests.ui.walking import Settled
from ui.kit.button import Button
from ui.kit.chip import PressChip
from ui.kit.field import Check
from ui.kit.plain import menu_words, tip
from ui.kit.segmented import ChoiceButton
from ui.kit.words import Elided

WORDS = "R&D & <b>Sohn</b>"
SHOWN = ("today", "overview", "search", "expectations", "log", "honest look", "edit relationship", "narrow overview")
MADE: dict[str, Callable[[str], QAbstractButton]] = {
    "button": Button, "chip": PressChip, "box": Check, "choice": ChoiceButton,
}  # fmt: skip


@pytest.mark.parametrize("kind", MADE)
def test_a_button_says_what_it_was_given(qtbot: QtBot, kind: str) -> None:
    made = MADE[kind](WORDS)
    qtbot.addWidget(made)
    made.setToolTip(WORDS)

    assert made.text() == WORDS
    assert made.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(made).text(QAccessible.Text.Name) == WORDS
    assert not is_markup(made)


def test_an_entry_of_a_menu_says_what_it_was_given() -> None:
    assert menu_words("R&D && x") == "R&&D &&&& x"


def test_a_tooltip_is_changed_only_where_it_would_be_taken_for_markup() -> None:
    assert tip("Brandt & Sohn, a < b, Sam <sam@example.com>") == "Brandt & Sohn, a < b, Sam <sam@example.com>"
    assert tip("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


def test_a_line_that_is_cut_says_all_of_it(qtbot: QtBot) -> None:
    line = Elided(WORDS * 9, "body")
    qtbot.addWidget(line)
    line.resize(100, 20)
    line.show()

    qtbot.waitUntil(lambda: "&lt;b&gt;Sohn" in line.toolTip())


@pytest.mark.parametrize("name", SHOWN)
def test_on_every_screen(sample_office: Office, qtbot: QtBot, name: str) -> None:
    for manager in sample_office.managers.everyone():
        managers.edit(sample_office, manager.id, name=f"{manager.name} {WORDS}", company=WORDS)
    for search in sample_office.searches.opened():
        searches.edit(sample_office, search.id, title=f"{search.title} {WORDS}")
    screen = next(each for each in SCREENS if each.name == name)
    with on_screen(screen, sample_office) as top:
        qtbot.waitUntil(Settled(top))

        assert [each.toolTip() for each in top.findChildren(QWidget) if is_markup(each)] == []
        keyed = [*top.findChildren(QAbstractButton), *top.findChildren(QAction)]
        assert [each.text() for each in keyed if "<b>" in each.text() and has_access_key(each)] == []


def is_markup(widget: QWidget) -> bool:
    """Whether its tooltip would be taken for markup that somebody wrote."""
    return Qt.mightBeRichText(widget.toolTip()) and "<b>" in widget.toolTip()


def has_access_key(thing: QAbstractButton | QAction) -> bool:
    """Whether Qt would take an ampersand in its words for the mark of one."""
    words = QAbstractButton.text(thing) if isinstance(thing, QAbstractButton) else thing.text()
    return "&" in words.replace("&&", "")
