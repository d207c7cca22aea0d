"""A sheet over the window: its first picture is that over the living page, and never shows another sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QMainWindow, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.kit.over import Over


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLabel("Below", alignment=Qt.AlignmentFlag.AlignTop))
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.repaint()
    return made


def opened(window: QMainWindow, words: str = "A sheet") -> Over:
    sheet = Over(window, words)
    QVBoxLayout(sheet.panel).addWidget(QLabel(words))
    sheet.show()
    return sheet


def pixels(window: QMainWindow) -> QImage:
    return window.grab().toImage()


def test_the_first_picture_is_that_of_the_living_page(window: QMainWindow, qtbot: QtBot) -> None:
    sheet = opened(window)
    opaque = Qt.WidgetAttribute.WA_OpaquePaintEvent
    assert sheet.testAttribute(opaque)
    first = pixels(window)
    qtbot.waitUntil(lambda: not sheet.testAttribute(opaque))

    assert pixels(window) == first


def test_what_changes_below_is_seen_again(window: QMainWindow, qtbot: QtBot) -> None:
    sheet = opened(window)
    first = pixels(window)
    qtbot.waitUntil(lambda: not sheet.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent))
    window.centralWidget().setText("Changed below")  # type: ignore[attr-defined]

    assert pixels(window) != first


def test_a_window_of_another_size_is_painted_anew(window: QMainWindow) -> None:
    sheet = opened(window)
    window.resize(960, 640)

    assert not sheet.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def test_a_sheet_in_place_of_another_shows_nothing_of_it(window: QMainWindow) -> None:
    """The one before is still in the window's picture when the next one comes in the same turn."""
    first = opened(window, "The one before")
    window.repaint()
    first.close()

    assert not opened(window, "The next one").testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
