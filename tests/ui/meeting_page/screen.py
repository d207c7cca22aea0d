"""The page of a running meeting, as its tests look at it and press it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.meetings import CaptureKind
from app.domain.talks import MeetingId
from app.services.office import Office
from tests.builders import Clock
from ui.desk import Desk, Place
from ui.meeting.agenda_list import AgendaList
from ui.meeting.capture import CaptureLine
from ui.meeting.card import CaughtCard
from ui.meeting.page import MeetingPage

KINDS = tuple(CaptureKind)
Named = Callable[[QWidget, type, str], Any]


class Scene(NamedTuple):
    """A running meeting with its page open, and what a test needs to act on it."""

    page: MeetingPage
    desk: Desk
    office: Office
    meeting: MeetingId
    asked: list[Place]
    clock: Clock
    qtbot: Any
    named: Named


def shown(desk: Desk, meeting: int, qtbot: Any, size: tuple[int, int] = (1280, 800)) -> MeetingPage:
    made = MeetingPage(desk, meeting)
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.is_whole)
    made.focus_content()
    return made


def line_of(page: QWidget) -> CaptureLine:
    return page.findChildren(CaptureLine)[0]


def cards_of(page: QWidget) -> list[CaughtCard]:
    return [card for card in page.findChildren(CaughtCard) if card.isVisible()]


def caught(office: Office, meeting: int) -> list[tuple[CaptureKind, str]]:
    return [(item.kind, item.text) for item in office.captured_items.of(meeting)]


def agenda_of(page: MeetingPage) -> AgendaList:
    return page.findChildren(AgendaList)[0]


def points(office: Office, meeting: int) -> list[tuple[str, int | None, bool]]:
    return [(each.text, each.minutes, each.done) for each in office.agenda_items.of(meeting)]
