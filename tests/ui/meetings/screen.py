"""The Meetings section on screen, and meetings for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.meetings import Meeting, MeetingKind
from app.domain.talks import MeetingId
from app.services import ending, meetings
from app.services.office import Office
from tests.builders import NOW, Clock
from ui.desk import Desk, Place
from ui.relationship.meetings.section import MeetingsSection
from ui.relationship.meetings.table import MeetingTable

Named = Callable[[QWidget, type, str], Any]


class Scene(NamedTuple):
    """A manager's meetings on screen, and what a test needs to act on them."""

    desk: Desk
    office: Office
    clock: Clock
    asked: list[Place]
    said: list[tuple[str, bool]]
    qtbot: Any
    named: Named

    def section(self) -> MeetingsSection:
        """The section, new, with the keyboard in it."""
        made = MeetingsSection(self.desk, 1)
        self.qtbot.addWidget(made)
        made.resize(1000, 640)
        with self.qtbot.waitExposed(made):
            made.show()
        made.focus_content()
        return made

    def meetings(self) -> list[Meeting]:
        """All of them, by id."""
        return self.office.meetings.where("1", then="ORDER BY t.id")


def planned(office: Office, hours: float, **fields: Any) -> int:
    fields.setdefault("kind", MeetingKind.CALIBRATION)
    return meetings.plan(office, 1, at=NOW + timedelta(hours=hours), **fields).id


def held(office: Office, days: int) -> int:
    at = NOW - timedelta(days=days)
    made = MeetingId(meetings.plan(office, 1, kind=MeetingKind.STATUS, at=at).id)
    ending.held(office, made, started_at=at, ended_at=at + timedelta(minutes=22))
    return made


def table_of(section: QWidget) -> MeetingTable:
    return section.findChildren(MeetingTable)[0]


def shown(section: QWidget) -> list[str]:
    model = table_of(section).meetings
    return [model.words(entry) for entry in model.records]


def row_of(section: QWidget, meeting: int) -> int:
    return table_of(section).meetings.row_of(meeting)
