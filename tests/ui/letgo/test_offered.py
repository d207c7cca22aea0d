"""Where a look is offered: in the health card after thirty days, in the menus always, in Today when it is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.channels import Channel
from app.domain.clocks import Once
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import ManagerId
from app.services import expectations, managers, talks
from app.services.office import Office
from builders import NOW, Clock, amara, memory_office
from tests.ui.conftest import gone
from ui.desk import Place
from ui.kit.line_list import LineListing
from ui.kit.person_menu import PersonMenu
from ui.places import makers
from ui.window import Window


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A hundred days in which you kept every promise, and Amara none."""
    clock = Clock(NOW - timedelta(days=101))
    made = memory_office(tmp_path, clock)
    manager = amara(made)
    talks.add(made, manager, text="The last talk", channel=Channel.CALL)
    for _turn in range(20):
        clock.pass_by(days=5)
        for side, settle in ((Side.MINE, expectations.keep), (Side.THEIRS, expectations.miss)):
            day = made.today()
            promised = expectations.add(made, manager, side=side, statement="An answer", measure="It is there",
                                        clock=Once(by=day), agreed_on=day)  # fmt: skip
            settle(made, ExpectationId(promised.id), side=side)
    clock.at = NOW
    return made


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Window:
    shown = Window(office, makers())
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def open_sheet(window: Window) -> QWidget | None:
    return window.findChild(QWidget, "honest-look")


def test_the_health_card_offers_it(window: Window, named: Callable[..., QWidget], qtbot: QtBot) -> None:
    window.open(Place("manager", 1, "overview"))
    qtbot.mouseClick(named(window, QPushButton, "Take an honest look"), Qt.MouseButton.LeftButton)

    assert open_sheet(window) is not None
    window.close()
    gone(window)


def test_the_card_of_somebody_else_does_not(sample_office: Office, named: Callable[..., QWidget]) -> None:
    shown = Window(sample_office, makers())
    shown.show()
    shown.open(Place("manager", sample_office.managers.named("Amara Okonkwo")[0].id, "overview"))

    assert not named(shown, QPushButton, "Take an honest look").isVisible()
    shown.close()
    gone(shown)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("active", ["Open", "Edit details", "Pause", "An honest look", "Archive"]),
        ("parted", ["Open", "Edit details", "Take it back", "An honest look"]),
    ],
)
def test_the_menu_of_a_relationship_has_it(window: Window, status: str, words: list[str]) -> None:
    menu = PersonMenu(window.desk, 1, status, window)

    assert [each.text() for each in menu.actions()] == words
    next(each for each in menu.actions() if each.text() == "An honest look").trigger()
    assert open_sheet(window) is not None
    window.close()
    gone(window)


@pytest.mark.parametrize(("key", "is_open"), [("open", True), ("tick", False)])
def test_today_asks_for_the_look_that_was_put_off(window: Window, office: Office, key: str, is_open: bool) -> None:
    window.bridge.do(partial(managers.edit, office, ManagerId(1), look_again_on=office.today()))
    window.open(Place("today"))
    listing = next(each for each in window.findChildren(LineListing) if each.accessibleName() == "Keep today")
    assert listing.line(0).title == "Take another honest look"
    listing.acted.emit(listing.line(0), key)

    assert (open_sheet(window) is not None) is is_open
    assert (office.managers.get(1).look_again_on is not None) is is_open
    window.close()
    gone(window)
