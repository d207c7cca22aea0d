"""A walk over every screen: what can be pressed or typed into has a name, a label, room, and its turn."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.services.office import Office
from builders import memory_office
from tests.ui.screens import SCREENS, Screen, on_screen, trouble
from tests.ui.walking import FIELDS, Settled, front, interactive, labels_of, place_of, spoken_name, told

LEAST = 24
# Named by the bar they stand in, or by their own placeholder and name: a label over them would be noise.
WITHOUT_LABEL = {"Filter relationships"}
Walk = Callable[[Screen], Iterator[QWidget]]


@pytest.fixture(params=SCREENS, ids=lambda screen: screen.name)
def shown(request: pytest.FixtureRequest, sample_office: Office, tmp_path: Path, qtbot: QtBot) -> Iterator[QWidget]:
    """Each screen in its turn."""
    screen: Screen = request.param
    with on_screen(screen, memory_office(tmp_path) if screen.empty else sample_office) as top:
        qtbot.waitUntil(Settled(top))
        yield top


def wrong_with(top: QWidget) -> list[str]:
    """What a person without a mouse, without sight, or with a trembling hand would stumble over."""
    found = []
    for each in interactive(top):
        if not spoken_name(each):
            found.append(f"has no name: {told(each)}")
        if isinstance(each, FIELDS) and not labels_of(top, each) and not each.accessibleName():
            found.append(f"has no label: {told(each)}")
        if min(each.width(), each.height()) < LEAST:
            found.append(f"is too small to hit: {told(each)}")
    return found + [f"may be markup: {told(each)}" for each in top.findChildren(QLabel)
                    if each.textFormat() != Qt.TextFormat.PlainText]  # fmt: skip


def test_everything_is_named_and_can_be_hit(shown: QWidget) -> None:
    assert wrong_with(shown) == []


def test_the_page_without_an_office_is_named_and_in_order(tmp_path: Path, qtbot: QtBot) -> None:
    page = trouble(tmp_path)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    qtbot.waitUntil(Settled(page))

    assert wrong_with(page) == []
    assert [told(one) for one, other in itertools.pairwise(chain(page)) if goes_back(one, other)] == []


def test_the_keyboard_goes_the_way_the_eyes_go(shown: QWidget) -> None:
    """Left column before right; within a column from top to bottom, within a line from left to right."""
    stops = chain(shown)

    wrong = [f"{told(one)} before {told(other)}" for one, other in itertools.pairwise(stops)
             if goes_back(one, other)]  # fmt: skip

    assert stops
    assert wrong == []


def test_everything_is_reached_by_the_keyboard(shown: QWidget) -> None:
    """What takes a press takes the keyboard too."""
    reached = set(chain(shown))

    assert [told(each) for each in interactive(shown)
            if each.isEnabled() and each not in reached and not _is_reached_inside(each)] == []  # fmt: skip


def chain(top: QWidget) -> list[QWidget]:
    """What the Tab key visits from the top of a window, in its turn."""
    found: list[QWidget] = []
    reached = front(top)
    each = top.nextInFocusChain()
    while each is not top:
        visited = each.isVisibleTo(top) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if visited and each.window() is top and (reached is top or reached.isAncestorOf(each)):
            found.append(each)
        each = each.nextInFocusChain()
    return found


def goes_back(one: QWidget, other: QWidget) -> bool:
    """Whether the second lies before the first: above it in the same column, or left of it in the same line."""
    first, second = place_of(one), place_of(other)
    if _overlap(first.top(), first.bottom(), second.top(), second.bottom()):
        return second.right() < first.left()
    beside = not _overlap(first.left(), first.right(), second.left(), second.right())
    return second.bottom() < first.top() and not (beside and second.left() > first.right())


def _overlap(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two spans share more than a sliver."""
    return min(end, other_end) - max(start, other_start) > 3


def _is_reached_inside(each: QWidget) -> bool:
    """One of several that are one stop, such as the segments of a choice: the arrows go there."""
    group = getattr(each, "group", lambda: None)()
    return group is not None or (each.focusPolicy() == Qt.FocusPolicy.NoFocus and bool(each.property("reached-by-key")))
