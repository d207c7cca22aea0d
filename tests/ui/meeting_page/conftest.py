"""What every test of the live meeting begins with: one that runs, and its page."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.meetings import MeetingKind
from app.domain.talks import MeetingId
from app.services import meetings
from app.services.office import Office
from tests.builders import NOW, Clock, amara, memory_office
from tests.ui.meeting_page.screen import Scene, cards_of, line_of, shown
from ui.desk import Desk, Place
from ui.meeting.card import CaughtCard
from ui.meeting.page import MeetingPage


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Any, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    amara(made)
    return made


@pytest.fixture
def meeting(office: Office) -> MeetingId:
    planned = meetings.plan(
        office, 1, kind=MeetingKind.CALIBRATION, at=NOW, minutes=25, agenda=("One 5m", "Two", "Three")
    )
    meetings.start(office, MeetingId(planned.id))
    return MeetingId(planned.id)


@pytest.fixture
def asked(desk: Desk) -> list[Place]:
    found: list[Place] = []
    desk.asked.connect(found.append)
    return found


@pytest.fixture
def page(desk: Desk, meeting: MeetingId, qtbot: Any) -> MeetingPage:
    return shown(desk, meeting, qtbot)


@pytest.fixture
def scene(page: MeetingPage, desk: Desk, asked: list[Place], clock: Clock, request: pytest.FixtureRequest) -> Scene:
    found = request.getfixturevalue
    return Scene(page, desk, desk.office, found("meeting"), asked, clock, found("qtbot"), found("named"))


@pytest.fixture
def card(page: MeetingPage, desk: Desk, office: Office, meeting: MeetingId, qtbot: Any) -> CaughtCard:
    line_of(page).setText("Bell goes on")
    page.commands()["capture-5"]()
    found = cards_of(page)[0]
    found.setFocus()
    qtbot.waitUntil(found.hasFocus)
    return found
