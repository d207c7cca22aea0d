"""The first run: four fields to the first relationship, and nothing typed is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.services import managers
from app.services.office import Office
from tests.ui.conftest import gone
from ui.desk import Desk, Place
from ui.first_run.page import FirstRunPage, NewRelationshipPage
from ui.home import Home
from ui.kit.field import Field, Line
from ui.kit.words import Label
from ui.today.page import TodayPage


@pytest.fixture(autouse=True)
def nothing_stays(qapp: QApplication) -> Iterator[None]:
    """A page that lived on would keep its draft in an office that is closed."""
    yield
    for each in [top for top in qapp.topLevelWidgets() if top.parent() is None]:
        gone(each)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FirstRunPage:
    made = FirstRunPage(desk)
    qtbot.addWidget(made)
    made.resize(1028, 759)
    made.show()
    made.focus_content()
    return made


@pytest.fixture
def asked(desk: Desk) -> list[Place]:
    places: list[Place] = []
    desk.asked.connect(places.append)
    return places


def shown_errors(page: FirstRunPage) -> list[str]:
    """The sentences under fields."""
    fields = [label for field in page.findChildren(Field) for label in field.findChildren(Label)]
    return [label.text() for label in fields if label.isVisible() and label._tone == "missed"]


def test_four_fields_begin_a_relationship(
    page: FirstRunPage, office: Office, asked: list[Place], named: Callable[..., Line], qtbot: QtBot
) -> None:
    """Typed and saved by the keyboard; the new person's tab opens."""
    named(page, Line, "Name").insert("佐藤 美咲")  # QTest types Latin letters only
    qtbot.keyClicks(named(page, Line, "Company"), "Kumo Health")
    qtbot.keyClicks(named(page, Line, "Role"), "Head of Product")
    qtbot.keyClick(named(page, Line, "Role"), Qt.Key.Key_Return)

    (made,) = office.managers.everyone()
    assert (made.name, made.company, made.title, made.cadence_days, made.zone) == (
        "佐藤 美咲", "Kumo Health", "Head of Product", 7, "Europe/London",
    )  # fmt: skip
    assert asked == [Place("manager", made.id)]


CADENCES = {"Every week": 7, "No agreed rhythm": None, "Every three months": 90, "every 10 days": 10, "5": 5}


@pytest.mark.parametrize("words", CADENCES)
def test_rhythms(page: FirstRunPage, office: Office, named: Callable[..., Line], qtbot: QtBot, words: str) -> None:
    """One of the list, or a number of days in any words."""
    qtbot.keyClicks(named(page, Line, "Name"), "Amara Okonkwo")
    named(page, QComboBox, "How often do you want to speak?").setCurrentText(words)
    qtbot.mouseClick(named(page, QPushButton, "Add relationship"), Qt.MouseButton.LeftButton)

    assert [each.cadence_days for each in office.managers.everyone()] == [CADENCES[words]]


def test_what_is_missing_is_said_under_its_field(
    page: FirstRunPage, office: Office, asked: list[Place], named: Callable[..., Line], qtbot: QtBot
) -> None:
    """The keyboard goes there, and nothing typed is lost."""
    qtbot.keyClicks(named(page, Line, "Company"), "Kumo Health")
    qtbot.mouseClick(named(page, QPushButton, "Add relationship"), Qt.MouseButton.LeftButton)

    assert shown_errors(page) == ["Please write the name."]
    assert named(page, Line, "Name").hasFocus()
    assert named(page, Line, "Company").text() == "Kumo Health"
    assert (office.managers.everyone(), asked) == ([], [])


def test_a_rhythm_that_is_none_is_refused(
    page: FirstRunPage, office: Office, named: Callable[..., Line], qtbot: QtBot
) -> None:
    qtbot.keyClicks(named(page, Line, "Name"), "Amara Okonkwo")
    named(page, QComboBox, "How often do you want to speak?").setCurrentText("now and then")
    qtbot.mouseClick(named(page, QPushButton, "Add relationship"), Qt.MouseButton.LeftButton)

    assert shown_errors(page) == ["Choose how often, or write a number of days such as 10."]
    assert office.managers.everyone() == []


def test_what_was_typed_comes_back(page: FirstRunPage, desk: Desk, named: Callable[..., Line], qtbot: QtBot) -> None:
    """Kept within half a second, given back by a page that is built anew."""
    qtbot.keyClicks(named(page, Line, "Name"), "Amara")
    qtbot.waitUntil(lambda: desk.bridge.draft("new-relationship") == '{"name": "Amara"}')
    again = FirstRunPage(desk)
    qtbot.addWidget(again)

    assert named(again, Line, "Name").text() == "Amara"


def test_a_saved_relationship_leaves_no_draft(
    page: FirstRunPage, desk: Desk, named: Callable[..., Line], qtbot: QtBot
) -> None:
    qtbot.keyClicks(named(page, Line, "Name"), "Amara")
    page.settle()
    qtbot.keyClick(named(page, Line, "Name"), Qt.Key.Key_Return)

    assert desk.bridge.draft("new-relationship") == ""
    assert named(page, Line, "Name").text() == ""


def test_look_around_asks_for_the_sample(
    page: FirstRunPage, desk: Desk, named: Callable[..., QPushButton], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.commanded) as heard:
        qtbot.mouseClick(named(page, QPushButton, "Look around with sample data"), Qt.MouseButton.LeftButton)

    assert heard.args == ["sample"]


def test_a_further_relationship_takes_the_place_of_its_form(
    desk: Desk, office: Office, asked: list[Place], named: Callable[..., Line], qtbot: QtBot
) -> None:
    """Its tab closes, the new person's opens."""
    commands: list[str] = []
    desk.commanded.connect(commands.append)
    page = NewRelationshipPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClicks(named(page, Line, "Name"), "Amara Okonkwo")
    qtbot.keyClick(named(page, Line, "Name"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [each.name for each in office.managers.everyone()] == ["Amara Okonkwo"]
    assert (commands, asked) == (["close-tab"], [Place("manager", 1)])


def test_home_changes_with_the_first_person(desk: Desk, office: Office, qtbot: QtBot) -> None:
    """The first tab is the first run while there is nobody, and Today from then on; undo brings it back."""
    home = Home(desk)
    qtbot.addWidget(home)
    assert isinstance(home.page, FirstRunPage)

    desk.bridge.do(lambda: managers.add(office, name="Amara Okonkwo"))
    assert isinstance(home.page, TodayPage)

    desk.bridge.do(lambda: managers.delete(office, ManagerId(1)))
    assert isinstance(home.page, FirstRunPage)
