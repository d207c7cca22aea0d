"""A hairline is one pixel of the screen at 125 and 150 %, two at 200 %, wherever a widget happens to stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.button import Button
from ui.kit.card import Card, Ground, Hairline
from ui.kit.field import Line
from ui.tabs import TabStrip
from ui.theme import colour

RATIOS = ((1.0, 1), (1.25, 1), (1.5, 1), (1.75, 1), (2.0, 2))
WIDE, HIGH = 120, 61


def painted(widget: QWidget, ratio: float, at: int) -> QImage:
    """The widget as a screen of this ratio shows it when it stands so far from the edge, on white."""
    image = QImage(round(420 * ratio), round(100 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    widget.render(painter, QPoint(at, at), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    return image


def runs(image: QImage, points: Iterable[QPoint], token: str) -> list[int]:
    """How long each run of this colour is along a line of pixels; Qt rounds a curve to a 64th of a pixel."""
    found, before = [0], False
    for point in points:
        on = all(
            abs(one - other) <= 2 for one, other in zip(_rgb(image.pixelColor(point)), _rgb(colour(token)), strict=True)
        )
        if on and not before:
            found.append(0)
        found[-1] += on
        before = on
    return [each for each in found if each]


def _rgb(seen: QColor) -> tuple[int, int, int]:
    return seen.red(), seen.green(), seen.blue()


def down(image: QImage, x: int) -> list[QPoint]:
    return [QPoint(x, y) for y in range(image.height())]


def across(image: QImage, y: int) -> list[QPoint]:
    return [QPoint(x, y) for x in range(image.width())]


def strip() -> TabStrip:
    """Today and a tab that is shown."""
    made = TabStrip()
    made.add("Today")
    made.setCurrentIndex(made.add("Amara Okonkwo"))
    return made


MADE: dict[str, tuple[Callable[[], QWidget], str, int, int]] = {
    "card": (Card, "border", 2, 2),
    "ground": (lambda: Ground("chrome", right=True, left=True, top=True, bottom=True), "border", 2, 2),
    "hairline": (Hairline, "border", 1, 0),
    "button": (lambda: Button(""), "border", 2, 2),
    "field": (Line, "borderStrong", 2, 2),
}


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize(("ratio", "pixels"), RATIOS)
@pytest.mark.parametrize("name", MADE)
def test_a_line_of_one_point_is_whole_pixels(qtbot: QtBot, name: str, ratio: float, pixels: int, at: int) -> None:
    """Through the middle of the widget, up and down and from side to side."""
    make, token, lines_down, lines_across = MADE[name]
    widget = make()
    qtbot.addWidget(widget)
    widget.setFixedSize(WIDE, 1 if name == "hairline" else HIGH)
    image = painted(widget, ratio, at)

    assert runs(image, down(image, round((at + WIDE * 0.45) * ratio)), token) == [pixels] * lines_down
    if lines_across:
        assert runs(image, across(image, round((at + HIGH * 0.75) * ratio)), token) == [pixels] * lines_across


@pytest.mark.parametrize(("ratio", "pixels"), RATIOS)
def test_the_line_under_the_tabs_and_round_the_current_one(qtbot: QtBot, ratio: float, pixels: int) -> None:
    tabs = strip()
    qtbot.addWidget(tabs)
    tabs.resize(400, tabs.sizeHint().height())
    image = painted(tabs, ratio, 0)
    today, current = tabs.tabRect(0), tabs.tabRect(1)

    assert runs(image, down(image, round(today.center().x() * ratio)), "border") == [pixels]
    top = down(image, round((current.right() - 12) * ratio))[: round(20 * ratio)]
    assert runs(image, top, "border") == [pixels]
    assert runs(image, across(image, round((current.bottom() - 6) * ratio)), "border") == [pixels, pixels]
