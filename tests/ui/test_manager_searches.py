"""The searches in a manager's tab: by stage, opened from here, and another one opened in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services import searches
from app.services.office import Office
from tests.ui.conftest import gone
from tests.ui.screens import amara
from ui.desk import Desk, Place
from ui.kit.field import Line
from ui.kit.grouped import Heading
from ui.kit.lines import Line as Row
from ui.places import makers
from ui.relationship.searches.section import SearchesSection
from ui.window import Window


class Scene(NamedTuple):
    """The section with what a test looks at."""

    section: SearchesSection
    desk: Desk
    places: list[Place]
    said: list[str]

    def rows(self) -> list[str]:
        """Headings in brackets, and what stands below them."""
        records = self.section.listing.rows.records
        return [f"[{each.words}]" if isinstance(each, Heading) else each.title for each in records]

    def press(self, name: str) -> None:
        """Click a button."""
        found = (each for each in self.section.findChildren(QPushButton) if each.text() == name and each.isVisible())
        QTest.mouseClick(next(found), Qt.MouseButton.LeftButton)

    def field(self, name: str) -> Line:
        """A field of the form."""
        assert self.section._editor is not None
        control = self.section._editor.fields[name].control
        assert isinstance(control, Line)
        return control


@pytest.fixture
def scene(sample_desk: Desk, qtbot: QtBot) -> Scene:
    return opened(sample_desk, qtbot, amara(sample_desk.office))


def opened(desk: Desk, qtbot: QtBot, manager: int) -> Scene:
    places: list[Place] = []
    said: list[str] = []
    desk.asked.connect(places.append)
    desk.said.connect(lambda words, _undo: said.append(words))
    section = SearchesSection(desk, manager)
    qtbot.addWidget(section)
    section.resize(1028, 700)
    section.show()
    section.activateWindow()
    return Scene(section, desk, places, said)


def test_they_stand_by_stage_the_closed_ones_last(scene: Scene) -> None:
    assert scene.rows() == ["[Sourcing]", "Staff SRE", "[Interviews]", "Senior Backend Engineer"]

    office = scene.desk.office
    sre = next(each for each in office.searches.opened() if each.title == "Staff SRE")
    scene.desk.bridge.do(lambda: searches.close(office, sre.id))
    assert scene.rows() == ["[Interviews]", "Senior Backend Engineer", "[Closed]", "Staff SRE"]


def test_a_row_says_its_days_and_the_feedback_time(scene: Scene) -> None:
    row = next(each for each in scene.section.listing.rows.records if isinstance(each, Row) and "Backend" in each.title)

    assert row.second == "open for 34 days · London, two days on site"
    assert row.fact is not None
    assert row.fact.words == "feedback in 1.4 working days"


def test_enter_opens_the_page_of_a_search(scene: Scene) -> None:
    scene.section.show_record("search", 5)
    QTest.keyClick(scene.section.listing, Qt.Key.Key_Return)

    assert scene.places == [Place("search", 5)]


def test_delete_has_its_undo(scene: Scene) -> None:
    scene.section.show_record("search", 5)
    QTest.keyClick(scene.section.listing, Qt.Key.Key_Delete)

    assert scene.rows() == ["[Sourcing]", "Staff SRE"]
    assert scene.said == ["Search deleted: Senior Backend Engineer"]


def test_a_search_is_opened_in_place_its_title_first(scene: Scene) -> None:
    scene.press("Open a search")
    assert scene.field("title").hasFocus()
    QTest.keyClicks(scene.field("title"), "Data Engineer")
    QTest.keyClicks(scene.field("opened_on"), "20 nov")
    QTest.keyClick(scene.field("title"), Qt.Key.Key_Return)

    made = next(each for each in scene.desk.office.searches.opened() if each.title == "Data Engineer")
    assert f"{made.opened_on:%d %b}" == "20 Nov"
    assert scene.places == [Place("search", made.id)]
    assert scene.section._editor is None
    assert "Data Engineer" in scene.rows()


@pytest.mark.parametrize(
    ("field", "typed", "words"), [("title", "", "title"), ("opened_on", "one day", "Write the day")]
)
def test_what_cannot_be_is_said_at_its_field(scene: Scene, field: str, typed: str, words: str) -> None:
    scene.press("Open a search")
    if field != "title":
        QTest.keyClicks(scene.field("title"), "Data Engineer")
    QTest.keyClicks(scene.field(field), typed)
    QTest.keyClick(scene.field(field), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert words in scene.field(field).accessibleDescription()
    assert scene.places == []


def test_what_is_typed_is_there_again(scene: Scene, qtbot: QtBot) -> None:
    scene.press("Open a search")
    QTest.keyClicks(scene.field("title"), "Data Engineer")
    scene.section.settle()

    again = opened(scene.desk, qtbot, amara(scene.desk.office))
    assert again.field("title").text() == "Data Engineer"


def test_escape_gives_it_up(scene: Scene) -> None:
    scene.press("Open a search")
    QTest.keyClicks(scene.field("title"), "Data Engineer")
    QTest.keyClick(scene.field("title"), Qt.Key.Key_Escape)

    assert scene.section._editor is None
    assert scene.section.listing.hasFocus()


def test_without_any_it_offers_the_first(sample_desk: Desk, qtbot: QtBot) -> None:
    office = sample_desk.office
    scene = opened(sample_desk, qtbot, office.managers.named("Tomás Ferreira")[0].id)
    assert scene.rows() == []

    scene.press("Open the first search")
    QTest.keyClicks(scene.field("title"), "Designer")
    QTest.keyClick(scene.field("title"), Qt.Key.Key_Return)
    assert scene.rows() == ["[Intake]", "Designer"]


@pytest.fixture
def window(sample_office: Office, qtbot: QtBot) -> Iterator[Window]:
    shown = Window(sample_office, makers())
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    gone(shown)


def test_its_key_leads_there(window: Window) -> None:
    window.open(Place("manager", amara(window.desk.office), "overview"))
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)

    assert window.findChild(SearchesSection).isVisible()
    assert window.findChild(SearchesSection).listing.hasFocus()


def test_the_form_has_its_room_in_a_low_window_too(scene: Scene, qtbot: QtBot) -> None:
    """The page that stands in for an empty list asks for more than the list does, and is not shown."""
    scene.section.resize(620, 330)
    scene.press("Open a search")
    title = scene.field("title")

    qtbot.waitUntil(lambda: title.height() > 0)
    assert [scene.field(name).height() for name in ("title", "location")] == [title.sizeHint().height()] * 2
