"""The photographs can be taken: each shows something, light is light and dark is dark."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.photographs import photographs, sheet
from tests.ui.screens import SCREENS

SOME = 3


@pytest.fixture
def taken(tmp_path: Path, qapp: QApplication) -> list[tuple[str, str, QImage]]:
    """The first few, in light."""
    return list(islice(photographs(tmp_path), SOME))


def colours_of(image: QImage) -> set[int]:
    """The colours on a grid over a picture."""
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def test_each_photograph_shows_something(taken: list[tuple[str, str, QImage]]) -> None:
    assert [name for name, _theme, _image in taken] == [screen.name for screen in SCREENS[:SOME]]
    for name, _theme, image in taken:
        assert len(colours_of(image)) > 20, f"{name} is blank"
        assert image.pixelColor(image.width() // 2, image.height() - 3).lightness() > 200


def test_all_stand_on_one_sheet(taken: list[tuple[str, str, QImage]]) -> None:
    made = sheet(taken)

    assert made.width() > 4 * 640
    assert len(colours_of(made)) > 20
