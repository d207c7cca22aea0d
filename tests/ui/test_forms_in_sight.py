"""A form that opens near the lower end of a page is scrolled into sight, whole where it fits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.services.preferences import set_setting
from tests.ui.screens import SCREENS, on_screen
from ui.kit.button import Button
from ui.kit.editor import Editor

SMALLEST = (960, 640)
OPEN_FORMS = (
    "nudge", "plan a call", "put off", "write a market fact", "answer an alternative", "what went wrong",
    "present a candidate", "answer on a candidate", "interview with a candidate", "step of the process",
    "sourcing channel", "choose a candidate", "record anyway", "another word", "ask how satisfied", "let go",
    "mine to keep", "theirs to keep", "own templates", "thank-you", "answer of an intake",
)  # fmt: skip


@pytest.mark.parametrize("name", OPEN_FORMS)
def test_a_form_that_was_opened_is_in_sight(sample_office: Office, qtbot: QtBot, name: str) -> None:
    """Whole where the page is high enough; else from its beginning, with the field that has the keyboard."""
    screen = next(each for each in SCREENS if each.name == name)
    with on_screen(screen._replace(size=SMALLEST), sample_office) as top:
        qtbot.waitUntil(lambda: open_form(top) is not None, timeout=2_000)
        form, keyboard = open_form(top), top.focusWidget()
        assert form is not None
        assert keyboard is not None
        page = in_page(form)
        assert page is not None
        qtbot.waitUntil(lambda: shown(page, form), timeout=2_000)
        assert page.viewport().rect().contains(place(page, keyboard))


def test_the_buttons_of_the_details_stay_in_sight(sample_office: Office, qtbot: QtBot) -> None:
    """In the smallest window with the largest text the fields scroll, to the line that has the keyboard."""
    set_setting(sample_office, key="text_size", value="130")
    screen = next(each for each in SCREENS if each.name == "edit relationship")
    with on_screen(screen._replace(size=SMALLEST), sample_office) as top:
        qtbot.waitUntil(lambda: open_form(top) is not None, timeout=2_000)
        form = open_form(top)
        assert form is not None
        buttons = [each for each in form.findChildren(Button) if each.isVisible() and each.text() in ("Save", "Cancel")]
        assert len(buttons) == 2
        for part in (form, *buttons):
            assert top.rect().contains(QRect(part.mapTo(top, QPoint(0, 0)), part.size()))
        for field in form.fields.values():
            keyboard, page = top.focusWidget(), in_page(field)
            assert keyboard is field.control
            assert page is not None
            line = QRect(place(page, keyboard).topLeft(), QSize(keyboard.width(), keyboard.fontMetrics().height()))
            assert page.viewport().rect().contains(line)
            qtbot.keyClick(keyboard, Qt.Key.Key_Tab)


def open_form(top: QWidget) -> Editor | None:
    """The form that has the keyboard."""
    keyboard = top.focusWidget()
    forms = [each for each in top.findChildren(Editor) if each.isVisible()]
    return next((each for each in forms if keyboard is not None and each.isAncestorOf(keyboard)), None)


def in_page(form: QWidget) -> QScrollArea | None:
    """The page around a form, where it is one that scrolls."""
    around = form.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def place(page: QScrollArea, part: QWidget) -> QRect:
    """Where a part stands in what is seen of the page."""
    return QRect(part.mapTo(page.viewport(), QPoint(0, 0)), part.size())


def shown(page: QScrollArea, form: QWidget) -> bool:
    """Whether all of it is seen, or its beginning with as much as fits."""
    at, height = place(page, form), page.viewport().height()
    return at.top() >= 0 and (at.bottom() < height or at.height() > height)
