"""Every screen at its hardest: the smallest window, 130 % text, words 40 % longer. No button is cut or covered."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app import words
from app.services.office import Office
from builders import memory_office
from tests.ui.photographs import WAYS, Longer, picture
from tests.ui.screens import SCREENS, Screen, on_screen
from ui.theme import look

HARDEST = WAYS[-1]


@pytest.fixture(autouse=True)
def hardest(qapp: QApplication) -> Iterator[None]:
    """Large text in long words."""
    words.use(Longer())
    look.show(qapp, theme="light", percent=HARDEST.percent)
    yield
    words.use(NullTranslations())


def cut(top: QWidget) -> list[str]:
    """Buttons that are narrower than their words."""
    shown = [each for each in top.findChildren(QAbstractButton) if each.isVisible()]
    return [
        f"{each.text() or each.accessibleName()}: {each.width()} of {each.minimumSizeHint().width()}"
        for each in shown if each.width() < each.minimumSizeHint().width()
    ]  # fmt: skip


def covered(top: QWidget) -> list[str]:
    """Buttons that lie over one another."""
    shown = [each for each in top.findChildren(QAbstractButton) if each.isVisible()]
    pairs = [pair for pair in combinations(shown, 2) if pair[0].parent() is pair[1].parent()]
    return [
        f"{one.text() or one.accessibleName()} and {other.text() or other.accessibleName()}"
        for one, other in pairs if one.geometry().intersects(other.geometry())
    ]  # fmt: skip


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_no_button_is_cut_or_covered(screen: Screen, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    office: Office = memory_office(tmp_path) if screen.empty else request.getfixturevalue("sample_office")
    smallest = screen if screen.top else screen._replace(size=HARDEST.size)
    with on_screen(smallest, office) as top:
        picture(top)
        found = cut(top), covered(top)

    assert found == ([], [])
