"""The sidebar: where a click or a key leads, what the filter leaves, and what the rail still says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId, ManagerStatus
from app.services import live, managers
from app.services.office import Office
from ui.desk import Desk, Place
from ui.kit.field import Line
from ui.kit.listing import Listing
from ui.sidebar import Sidebar
from ui.sidebar_parts import PlaceButton

ROW = 50


@pytest.fixture
def asked(sample_desk: Desk) -> list[Place]:
    """The places that were asked for."""
    places: list[Place] = []
    sample_desk.asked.connect(places.append)
    return places


@pytest.fixture
def sidebar(sample_desk: Desk, qtbot: QtBot) -> Sidebar:
    made = Sidebar(sample_desk)
    made.resize(made.width(), 800)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def people(sidebar: Sidebar, named: Callable[..., Listing]) -> Listing:
    return named(sidebar, Listing, "Relationships")


def said(people: Listing) -> list[str]:
    """Each row as a screen reader says it."""
    model, role = people.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]


def names(people: Listing) -> list[str]:
    return [words.partition(",")[0] for words in said(people)]


def menu_of(widget: object) -> QMenu:
    """The menu that just opened."""
    return next(menu for menu in widget.findChildren(QMenu) if menu.isVisible())  # type: ignore[attr-defined]


def choose(menu: QMenu, words: str) -> None:
    action: QAction = next(each for each in menu.actions() if each.text() == words)
    action.trigger()
    menu.close()


def test_rows_are_said_in_words(people: Listing) -> None:
    """Name, second line, days and health: nothing is only a colour or a shape."""
    assert said(people)[:2] == [
        "Søren Kjær, Fjordlys Energi, 23 d since you last spoke, One-sided",
        "Łukasz Wiśniewski, Brandt & Sohn, 18 d since you last spoke, Needs attention",
    ]
    assert said(people)[-1] == "Tomás Ferreira, Pequod Studio, not spoken yet, New"


def test_a_click_opens_the_person(people: Listing, asked: list[Place], qtbot: QtBot) -> None:
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, ROW + 20))

    assert asked == [Place("manager", 2)]


def test_arrows_and_enter_open_the_person(people: Listing, asked: list[Place], qtbot: QtBot) -> None:
    people.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(people, key)

    assert asked == [Place("manager", 3)]


def test_the_filter_leaves_who_fits(sidebar: Sidebar, people: Listing, asked: list[Place], qtbot: QtBot) -> None:
    """Typed without accents; Enter opens the first, Esc brings everybody back."""
    sidebar.focus_filter()
    field = sidebar.findChild(Line)
    qtbot.keyClicks(field, "lukasz")
    assert names(people) == ["Łukasz Wiśniewski"]

    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked == [Place("manager", 2)]

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(names(people)) == 9


def test_nobody_fits(sidebar: Sidebar, people: Listing, qtbot: QtBot) -> None:
    """The place of the list says so, and the filter stays."""
    sidebar.focus_filter()
    qtbot.keyClicks(sidebar.findChild(Line), "nobody at all")

    assert names(people) == []
    assert not people.isVisible()
    assert sidebar.findChild(Line).isVisible()


def test_another_order(sidebar: Sidebar, people: Listing, named: Callable[..., QPushButton], qtbot: QtBot) -> None:
    qtbot.mouseClick(named(sidebar, QPushButton, "Order of relationships"), Qt.MouseButton.LeftButton)
    choose(menu_of(sidebar), "By name")

    assert names(people)[:3] == ["Amara Okonkwo", "Δήμητρα Παππά", "ليلى منصور"]


def test_archived_can_be_shown(
    sidebar: Sidebar, people: Listing, sample_office: Office, named: Callable[..., QPushButton], qtbot: QtBot
) -> None:
    """Last in the list, and said to be archived."""
    managers.archive(sample_office, ManagerId(1))
    sidebar.refresh()
    assert "Søren Kjær" not in names(people)

    qtbot.mouseClick(named(sidebar, QPushButton, "Order of relationships"), Qt.MouseButton.LeftButton)
    choose(menu_of(sidebar), "Show archived and parted")

    assert said(people)[-1].startswith("Søren Kjær, Fjordlys Energi, archived")


def test_delete_archives_with_undo(people: Listing, sample_desk: Desk, sample_office: Office, qtbot: QtBot) -> None:
    """No question; the toast offers Undo, and undo brings the person back into the list."""
    toasts: list[tuple[str, bool]] = []
    sample_desk.said.connect(lambda words, undo: toasts.append((words, undo)))
    managers.add(sample_office, name="Ines Ferro")
    sample_desk.bridge.changed.emit(managers.edit(sample_office, sample_office.managers.named("Ines Ferro")[0].id))
    people.setFocus()
    people.select(names(people).index("Ines Ferro"))
    qtbot.keyClick(people, Qt.Key.Key_Delete)

    assert toasts == [("Ines Ferro archived", True)]
    assert "Ines Ferro" not in names(people)
    sample_desk.bridge.do(lambda: live.undo(sample_office))
    assert "Ines Ferro" in names(people)


def test_delete_leads_to_what_is_still_open(
    people: Listing, asked: list[Place], sample_desk: Desk, sample_office: Office, qtbot: QtBot
) -> None:
    """Their tab lists it first; nothing is archived yet."""
    commands: list[str] = []
    sample_desk.commanded.connect(commands.append)
    people.setFocus()
    people.select(3)
    qtbot.keyClick(people, Qt.Key.Key_Delete)

    assert (asked, commands) == ([Place("manager", 4)], ["archive-manager"])
    assert sample_office.managers.get(ManagerId(4)).status is ManagerStatus.ACTIVE


def test_the_menu_pauses(sidebar: Sidebar, people: Listing, sample_office: Office) -> None:
    people.select(0)
    people.customContextMenuRequested.emit(QPoint(60, 20))
    choose(menu_of(sidebar), "Pause")

    assert sample_office.managers.get(1).status is ManagerStatus.PAUSED
    assert said(people)[-1].startswith("Søren Kjær, Fjordlys Energi, paused")


def test_f2_edits(people: Listing, sample_desk: Desk, asked: list[Place], qtbot: QtBot) -> None:
    """It leads to the person's tab, and there to the details."""
    commands: list[str] = []
    sample_desk.commanded.connect(commands.append)
    people.setFocus()
    people.select(0)
    qtbot.keyClick(people, Qt.Key.Key_F2)

    assert (asked, commands) == ([Place("manager", 1)], ["edit-manager"])


def test_today_says_how_much_waits(sidebar: Sidebar, named: Callable[..., QPushButton], qtbot: QtBot) -> None:
    """Counted after the first picture: four to keep, three to wait for, three to reach."""
    today = named(sidebar, QPushButton, "Today")
    qtbot.waitUntil(lambda: today.accessibleName() == "Today, 10")


def test_where_the_window_is_is_marked_and_said(sidebar: Sidebar, named: Callable[..., PlaceButton]) -> None:
    """As a place and not as a check box: nothing is switched on."""
    today, settings = named(sidebar, PlaceButton, "Today"), named(sidebar, PlaceButton, "Settings")
    for place, marked in ((Place("today"), [today]), (Place("settings"), [settings]), (Place("manager", 4), [])):
        sidebar.show_place(place)
        assert [button for button in (today, settings) if button.is_here] == marked
        assert [each for each in (today, settings) if each.accessibleDescription() == "You are here"] == marked
    assert not today.isCheckable()


def test_a_press_does_not_mark_by_itself(
    sidebar: Sidebar, asked: list[Place], named: Callable[..., PlaceButton], qtbot: QtBot
) -> None:
    """Where the window is, is said by the window."""
    settings = named(sidebar, PlaceButton, "Settings")
    qtbot.mouseClick(settings, Qt.MouseButton.LeftButton)

    assert asked == [Place("settings")]
    assert not settings.is_here


def test_the_rail_keeps_everybody(sidebar: Sidebar, people: Listing, asked: list[Place], qtbot: QtBot) -> None:
    """57 wide; the names are in the tooltips, a click still opens."""
    sidebar.set_narrow(True)
    model = people.model()

    assert sidebar.width() == 57
    assert not sidebar.findChild(Line).isVisible()
    assert str(model.data(model.index(3, 0), Qt.ItemDataRole.ToolTipRole)).startswith("Amara Okonkwo\nHalden Robotics")
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(28, 20))
    assert asked == [Place("manager", 1)]


def test_the_list_follows_what_is_written(people: Listing, sample_desk: Desk, sample_office: Office) -> None:
    """A person added anywhere appears."""
    sample_desk.bridge.do(lambda: managers.add(sample_office, name="Aaron Abel"))

    assert "Aaron Abel" in names(people)


def test_an_empty_office_says_what_goes_here(desk: Desk, qtbot: QtBot, named: Callable[..., object]) -> None:
    made = Sidebar(desk)
    qtbot.addWidget(made)
    made.show()

    assert not made.findChild(Line).isVisible()
    assert not made.findChild(Listing).isVisible()
