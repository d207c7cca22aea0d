"""What is worth a word on Today: the days of a hire and a celebration put off, seen once the page is there."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.celebrations import Milestone
from app.domain.offers import OfferId
from app.services import anniversaries, celebrations
from app.services.reading import undo
from tests.placements import signed
from tests.ui.today_screen import part, press, said, shown
from ui.desk import Desk, Place
from ui.today.clear import Clear
from ui.today.page import TodayPage

TODAY = date(2026, 11, 24)


@pytest.fixture
def offer(desk: Desk) -> OfferId:
    """Somebody who starts today."""
    return signed(desk.office, start_on=TODAY)


def page_with(desk: Desk, qtbot: QtBot) -> TodayPage:
    page = shown(desk, qtbot)
    qtbot.waitUntil(lambda: any(each.accessibleName() == "Worth a word" for each in page._body.listings()))
    return page


def test_done_ticks_the_day_and_undo_brings_it_back(desk: Desk, offer: OfferId, qtbot: QtBot) -> None:
    page = page_with(desk, qtbot)
    listing = part(page, "Worth a word")
    assert said(listing) == ["Farouk, Nadine starts, Amara Okonkwo · Backend, Today"]

    press(listing, 0, "Done", qtbot)
    assert [each.milestone for each in desk.office.anniversaries.of(offer)] == [Milestone.START]
    qtbot.waitUntil(lambda: said(listing) == [])
    desk.bridge.changed.emit(undo_change(desk))
    qtbot.waitUntil(lambda: len(said(listing)) == 1)


def undo_change(desk: Desk) -> object:
    from app.services.changes import Change

    undo(desk.office)
    return Change(label="", touched=frozenset({("anniversary", 1)}))


def test_log_ticks_it_and_begins_the_line(desk: Desk, offer: OfferId, qtbot: QtBot) -> None:
    page = page_with(desk, qtbot)
    asked: list[Place] = []
    commanded: list[str] = []
    desk.asked.connect(asked.append)
    desk.commanded.connect(commanded.append)
    press(part(page, "Worth a word"), 0, "Log", qtbot)

    assert len(desk.office.anniversaries.of(offer)) == 1
    assert [(each.kind, each.section, each.typed) for each in asked] == [
        ("manager", "log", "call: Farouk, Nadine starts. ")
    ]
    assert commanded == ["log"]


def test_a_celebration_put_off_asks_again(desk: Desk, offer: OfferId, qtbot: QtBot) -> None:
    anniversaries.done(desk.office, offer, milestone=Milestone.START)
    celebrations.later(desk.office, offer)
    desk.office._clock.pass_by(days=7)  # type: ignore[attr-defined]
    anniversaries.done(desk.office, offer, milestone=Milestone.WEEK)
    page = page_with(desk, qtbot)
    asked: list[Place] = []
    desk.asked.connect(asked.append)
    listing = part(page, "Worth a word")
    assert said(listing) == ["Placed, together: Backend, Amara Okonkwo"]

    press(listing, 0, "Celebrate", qtbot)
    assert asked == [Place("celebrate", offer)]


def test_a_day_with_nothing_else_is_not_called_clear(desk: Desk, offer: OfferId, qtbot: QtBot) -> None:
    page = page_with(desk, qtbot)
    page.refresh()

    assert not any(each.isVisible() for each in page.findChildren(Clear))
