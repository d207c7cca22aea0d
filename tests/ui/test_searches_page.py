"""The searches of all managers: by stage, and where a press leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.searches import SearchId, Stage
from app.services import searches
from app.services.office import Office
from builders import amara
from tests.ui.today_screen import said
from ui.desk import Desk, Place
from ui.kit.words import Label
from ui.searches.page import SearchesPage


def shown(desk: Desk, qtbot: QtBot) -> SearchesPage:
    page = SearchesPage(desk)
    qtbot.addWidget(page)
    page.resize(1028, 759)
    page.show()
    return page


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> SearchesPage:
    return shown(sample_desk, qtbot)


def sentence(page: SearchesPage) -> str:
    return page.findChildren(Label)[1].text()


def test_they_stand_by_stage(page: SearchesPage) -> None:
    """Person, days, and how long an answer takes."""
    rows = said(page.listing)

    assert sentence(page) == "Eleven searches are open."
    assert [row for row in rows if "," not in row] == ["Sourcing", "Interviews", "Offer", "Closed"]
    assert rows[1] == "Maintenance Planner, Łukasz Wiśniewski · open for 29 days, feedback in 1.1 working days"
    assert rows[3] == "Staff SRE, Amara Okonkwo · open for 12 days"


def test_a_row_leads_to_its_search(page: SearchesPage, sample_desk: Desk, qtbot: QtBot) -> None:
    places: list[Place] = []
    sample_desk.asked.connect(places.append)
    page.focus_content()
    qtbot.keyClick(page.listing, Qt.Key.Key_Return)
    line = page.listing.line(1)

    assert line is not None
    assert places == [Place("search", line.id)]


def test_a_search_that_moves_stands_elsewhere_at_once(page: SearchesPage, sample_desk: Desk) -> None:
    line = page.listing.line(1)
    assert line is not None
    number = SearchId(line.id)
    sample_desk.bridge.do(lambda: searches.move(sample_desk.office, number, stage=Stage.OFFER))

    assert page.listing.place_of(line) > said(page.listing).index("Offer")


def test_closed_ones_stand_last(page: SearchesPage, sample_desk: Desk) -> None:
    line = page.listing.line(1)
    assert line is not None
    sample_desk.bridge.do(lambda: searches.close(sample_desk.office, SearchId(line.id)))

    rows = said(page.listing)
    assert rows[rows.index("Closed") :][:2] == [
        "Closed", "Maintenance Planner, Łukasz Wiśniewski · 29 days, then closed, feedback in 1.1 working days",
    ]  # fmt: skip
    assert sentence(page) == "Ten searches are open."


def test_nothing_yet(desk: Desk, office: Office, qtbot: QtBot) -> None:
    amara(office)
    page = shown(desk, qtbot)

    assert sentence(page) == "No search is open."
    assert not page.listing.isVisible()
