"""Placed, together: one press plans it, Later asks again once, and a thank-you is the person's to send."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.celebrations import Celebration, Form
from app.services.reading import undo
from tests.ui.closing_screen import placement
from ui.celebrate.sheet import CelebrateSheet, celebrate_sheet
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.field import Area, Choice, Line
from ui.kit.words import Label

Find = Callable[..., QWidget]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def sheet(sample_desk: Desk, window: QWidget) -> CelebrateSheet:
    made = celebrate_sheet(sample_desk, window, placement(sample_desk.office))
    made.show()
    return made


def known(desk: Desk) -> Celebration | None:
    return desk.office.celebrations.of_offer(placement(desk.office))


def press(sheet: QWidget, words: str, qtbot: QtBot) -> None:
    found = next(each for each in sheet.findChildren(Button) if words in (each.text(), each.accessibleName()))
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_it_says_what_was_done_together(sheet: CelebrateSheet) -> None:
    said = " ".join(each.text() for each in sheet.findChildren(Label) if each.isVisible())

    assert "Placed, together" in said
    whole = "Regional Sales Lead at Marula Foods starts on 4~January. 54~days, 7~talks, 13~promises kept"
    assert whole.replace("~", "\u00a0") in said
    assert "Fri 4 Dec, 12:30" in said


def test_one_press_plans_the_lunch(sheet: CelebrateSheet, sample_desk: Desk, qtbot: QtBot) -> None:
    press(sheet, "Plan the lunch", qtbot)
    found = known(sample_desk)

    assert found is not None
    assert (found.form, found.on_day) == (Form.LUNCH, date(2026, 12, 4))
    assert not sheet.isVisible()
    undo(sample_desk.office)
    assert known(sample_desk) is None
    assert sample_desk.office.meetings.find(found.meeting or 0) is None


def test_arrows_choose_another_way(sheet: CelebrateSheet, sample_desk: Desk, qtbot: QtBot) -> None:
    lunch = sheet.first()
    assert isinstance(lunch, QRadioButton)
    assert lunch.text() == "Lunch"
    qtbot.keyClick(lunch, Qt.Key.Key_Right)
    press(sheet, "Plan the dinner", qtbot)

    found = known(sample_desk)
    assert found is not None
    assert sample_desk.office.meetings.get(found.meeting or 0).planned_at.hour == 19


def test_every_way_every_time_and_a_place(sheet: CelebrateSheet, sample_desk: Desk, qtbot: QtBot, named: Find) -> None:
    press(sheet, "Change", qtbot)
    named(sheet, Choice, "How").choose("drink")
    when = named(sheet, Line, "When, as you say it")
    when.setText("sometime")
    press(sheet, "Use this", qtbot)
    assert when.accessibleDescription().startswith("Write it like")

    when.setText("thu 18:30")
    qtbot.keyClicks(named(sheet, Line, "Where"), "The canal bank")
    press(sheet, "Use this", qtbot)
    assert any(each.text() == "Thu 26 Nov, 18:30, The canal bank" for each in sheet.findChildren(Label))
    press(sheet, "Plan the drink", qtbot)

    found = known(sample_desk)
    assert found is not None
    assert (found.form, found.place, found.on_day) == (Form.DRINK, "The canal bank", date(2026, 11, 26))


def test_later_asks_again_in_a_week(sheet: CelebrateSheet, sample_desk: Desk, qtbot: QtBot) -> None:
    press(sheet, "Later", qtbot)
    found = known(sample_desk)

    assert found is not None
    assert (found.form, found.put_off_to) == (None, date(2026, 12, 1))


def test_a_thank_you_is_copied_and_sent_by_the_person(
    sheet: CelebrateSheet, sample_desk: Desk, qtbot: QtBot, named: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    press(sheet, "Write a thank-you note", qtbot)
    words = named(sheet, Area, "Your words to Nokuthula")
    press(sheet, "Copy", qtbot)
    press(sheet, "Email", qtbot)
    assert QGuiApplication.clipboard().text() == words.toPlainText()
    assert opened[0].startswith("mailto:nokuthula")
    assert known(sample_desk) is None

    press(sheet, "I sent it", qtbot)
    found = known(sample_desk)
    assert found is not None
    assert found.thanked_on == date(2026, 11, 24)
    assert sheet.isVisible()


def test_escape_closes_the_form_first_and_then_the_sheet(sheet: CelebrateSheet, qtbot: QtBot, named: Find) -> None:
    press(sheet, "Change", qtbot)
    qtbot.keyClick(named(sheet, Line, "Where"), Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.first().hasFocus()

    qtbot.keyClick(sheet.first(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_what_is_planned_is_shown_again(sample_desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    for _time in range(2):
        sheet = celebrate_sheet(sample_desk, window, placement(sample_desk.office))
        sheet.show()
        buttons = [each.text() for each in sheet.findChildren(Button) if each.isVisible()]
        press(sheet, "Plan the lunch", qtbot)

    assert "Later" not in buttons
    assert (
        len(sample_desk.office.celebrations.of(sample_desk.office.offers.get(placement(sample_desk.office)).search))
        == 1
    )
