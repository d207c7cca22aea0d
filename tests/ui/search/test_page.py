"""The frame of a search: its head, its stages, closing it, its details, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.meetings import MeetingKind
from app.domain.searches import PayPeriod, Stage
from app.services import live, searches
from app.services.office import Office
from tests.ui.conftest import gone
from tests.ui.screens import amara
from tests.ui.search.conftest import Scene, menu_choice
from ui.desk import Desk, Place
from ui.kit.words import Label
from ui.places import makers
from ui.search.candidates import CandidatesCard
from ui.search.closing import ClosingCard
from ui.search.page import FIRST, LATER, SearchPage
from ui.search.role import RoleCard
from ui.sidebar_parts import PlaceButton
from ui.window import Window


def stages(scene: Scene) -> list[str]:
    return [each.accessibleName() for each in scene.page._header.stages.stages]


def stage(scene: Scene) -> Stage:
    return scene.office.searches.get(scene.search).stage


def text(scene: Scene, name: str) -> str:
    found = scene.page.findChild(Label, name)
    assert found is not None
    return found.text()


def test_the_head_says_what_whose_and_how_old(scene: Scene) -> None:
    assert text(scene, "search-title") == "Senior Backend Engineer"
    assert text(scene, "search-facts") == "  ·  opened 21 Oct, day 34  ·  band 82–98k"
    assert scene.button("Amara Okonkwo, open their tab").text() == "Amara Okonkwo · Halden Robotics"


def test_the_name_leads_to_the_person(scene: Scene) -> None:
    scene.press("Amara Okonkwo, open their tab")

    assert scene.places == [Place("manager", amara(scene.office))]


def test_every_stage_says_its_day(scene: Scene) -> None:
    assert stages(scene) == [
        "Intake, from Wed 21 Oct", "Sourcing, from Thu 22 Oct", "Interviews, now, since Fri 13 Nov", "Offer, not yet",
        "Closed, not yet",
    ]  # fmt: skip


def test_a_press_moves_it_and_undo_takes_it_back(scene: Scene, sample_desk: Desk) -> None:
    scene.press("Offer, not yet")
    assert stage(scene) is Stage.OFFER
    assert scene.said == [("Senior Backend Engineer: stage changed", True)]
    assert stages(scene)[3] == "Offer, now, since Tue 24 Nov"

    sample_desk.bridge.do(lambda: live.undo(scene.office))
    assert stages(scene)[2] == "Interviews, now, since Fri 13 Nov"


def test_the_arrows_go_along_the_line(scene: Scene) -> None:
    line = scene.page._header.stages
    line.stages[2].setFocus()
    QTest.keyClick(line.stages[2], Qt.Key.Key_Right)
    assert line.stages[3].hasFocus()
    QTest.keyClick(line.stages[3], Qt.Key.Key_Space)

    assert stage(scene) is Stage.OFFER


def test_closing_asks_how_it_ended(scene: Scene) -> None:
    scene.press("Closed, not yet")
    assert stage(scene) is Stage.INTERVIEWS
    scene.write("outcome", "Filled from inside")
    scene.save()

    known = scene.office.searches.get(scene.search)
    assert (known.stage, known.outcome) == (Stage.CLOSED, "Filled from inside")
    assert scene.forms() == 0
    assert text(scene, "search-facts").startswith("  ·  opened 21 Oct, closed 24 Nov, day 34")


def test_escape_leaves_it_open(scene: Scene) -> None:
    scene.press("Closed, not yet")
    QTest.keyClick(scene.form(), Qt.Key.Key_Escape)

    assert (stage(scene), scene.forms()) == (Stage.INTERVIEWS, 0)


def test_the_intake_begins_with_this_search(scene: Scene) -> None:
    scene.press("Intake meeting")
    menu_choice(scene.page, "Start it now")

    running = scene.office.meetings.running()
    assert running is not None
    assert (running.kind, running.search) == (MeetingKind.INTAKE, scene.search)
    assert scene.places == [Place("meeting", running.id)]


def test_an_intake_is_planned_where_meetings_are_planned(scene: Scene) -> None:
    scene.press("Intake meeting")
    menu_choice(scene.page, "Plan a time")

    assert scene.places == [Place("manager", amara(scene.office), "meetings", ("search", scene.search))]


def test_a_click_on_the_title_edits_the_details(scene: Scene) -> None:
    title = scene.page.findChild(QWidget, "search-title")
    assert title is not None
    QTest.mouseClick(title, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    for field, value in {
        "title": "Backend Lead", "titles": "Tech Lead, Principal", "headcount": "2", "target_start": "11 Jan 2027",
        "salary_min": "85,000.50", "reason_open": "Somebody left",
    }.items():  # fmt: skip
        scene.write(field, value)
    scene.choose("salary_period", "year")
    scene.save()

    known = scene.office.searches.get(scene.search)
    assert (known.title, known.titles, known.headcount) == ("Backend Lead", ("Tech Lead", "Principal"), 2)
    assert (known.target_start, known.salary_min) == (date(2027, 1, 11), 8_500_050)
    assert (known.reason_open, known.salary_period) == ("Somebody left", PayPeriod.YEAR)
    assert text(scene, "search-title") == "Backend Lead"


@pytest.mark.parametrize(("field", "value", "sentence"), [
    ("title", "", "The title"), ("headcount", "two", "whole number"), ("headcount", "", "how many people"),
    ("opened_on", "", "Write the day"), ("drop_dead", "soonish", "Write the day"), ("salary_max", "a lot", "82,000"),
    ("salary_max", "1", "ends below"), ("currency", "pounds", "three letters"),
])  # fmt: skip
def test_what_cannot_be_says_so_at_its_field(scene: Scene, field: str, value: str, sentence: str) -> None:
    before = scene.office.searches.get(scene.search)
    scene.page.commands()["edit-search"]()
    scene.write(field, value)
    scene.save()

    assert sentence.casefold() in scene.form().fields[field].control.accessibleDescription().casefold()
    assert scene.office.searches.get(scene.search) == before


def test_what_stands_below_comes_after_the_first_picture(sample_desk: Desk, scene: Scene, qtbot: QtBot) -> None:
    page = SearchPage(sample_desk, scene.search)
    qtbot.addWidget(page)
    page.resize(scene.page.size())
    page.show()
    assert tuple(page._cards) == FIRST

    qtbot.waitUntil(lambda: page.is_whole)
    assert tuple(page._cards) == (*FIRST, *LATER)


def test_a_card_may_be_read_anew_while_others_are_on_their_way(sample_desk: Desk, scene: Scene, qtbot: QtBot) -> None:
    """The place of each in the Tab key's way is its own, whatever stands in the card before it."""
    page = SearchPage(sample_desk, scene.search)
    qtbot.addWidget(page)
    while ClosingCard not in page._cards:
        page._make_next()
    page._cards[ClosingCard].refresh()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page.complete()

    assert page.is_whole


def test_a_search_that_is_deleted_meanwhile_gets_no_more_cards(sample_desk: Desk, scene: Scene, qtbot: QtBot) -> None:
    page = SearchPage(sample_desk, scene.search)
    qtbot.addWidget(page)
    searches.delete(scene.office, scene.search)
    page.commands()["present-candidate"]()

    assert tuple(page._cards) == FIRST


def test_an_entry_far_below_is_there_at_once(sample_desk: Desk, scene: Scene, qtbot: QtBot) -> None:
    page = SearchPage(sample_desk, scene.search)
    qtbot.addWidget(page)
    page.show_place(Place("search", scene.search, record=("presentation", 1)))

    assert page.is_whole


def test_in_a_narrow_page_the_rail_stands_below(scene: Scene, qtbot: QtBot) -> None:
    main, rail = scene.page._cards[RoleCard], scene.page._cards[CandidatesCard]
    assert rail.mapTo(scene.page, QPoint()).x() > main.mapTo(scene.page, QPoint()).x() + main.width()

    scene.page.resize(860, 700)
    qtbot.waitUntil(lambda: rail.mapTo(scene.page, QPoint()).y() > main.mapTo(scene.page, QPoint()).y() + main.height())


def test_the_actions_lose_their_words_before_a_fact_is_cut(scene: Scene, qtbot: QtBot) -> None:
    header = scene.page._header
    names = ["Intake meeting", "Search brief", "Present a candidate"]
    for width, words in ((1028, names), (940, ["", "", names[2]]), (700, ["", "", ""])):
        scene.page.resize(width, 700)
        qtbot.waitUntil(lambda words=words: [each.text() for each in header._actions] == words)
        qtbot.waitUntil(lambda: header._facts.width() >= header._facts.sizeHint().width())
        assert [each.accessibleName() for each in header._actions] == names
        assert [each.toolTip() for each in header._actions] == [
            "" if said else name for name, said in zip(names, words, strict=True)
        ]


@pytest.fixture
def window(sample_office: Office, qapp: QApplication) -> Iterator[Window]:
    """The program's window."""
    made = Window(sample_office, makers())
    made.show()
    yield made
    made.close()
    gone(made)


def test_its_tab_is_named_after_it_and_comes_back(window: Window, sample_office: Office) -> None:
    search = next(each for each in sample_office.searches.opened() if each.title.startswith("Senior"))
    window.open(Place("search", search.id))
    assert window.strip.tabText(1) == "Senior Backend Engineer"
    assert window.strip.tabData(1) == "briefcase"
    place = window.sidebar.findChild(PlaceButton, "searches")
    assert place is not None
    assert place.is_here
    window.bridge.do(lambda: searches.edit(sample_office, search.id, title="Backend Lead"))
    assert window.strip.tabText(1) == "Backend Lead"
    window.close()

    again = Window(sample_office, makers())
    assert again.pages.place() == Place("search", search.id)
    again.close()
    gone(again)


def test_a_search_that_is_deleted_closes_its_tab(window: Window, sample_office: Office) -> None:
    search = next(each for each in sample_office.searches.opened() if each.title.startswith("Senior"))
    window.open(Place("search", search.id))
    window.bridge.do(lambda: searches.delete(sample_office, search.id))

    assert window.strip.count() == 1
