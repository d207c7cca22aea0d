"""The sections of a manager's tab, in their order; each is imported when it is first shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.words import _
from ui.desk import Desk
from ui.relationship.page import SectionKind


def sections() -> tuple[SectionKind, ...]:
    """What a tab offers."""
    return (
        SectionKind("overview", _("Overview"), _overview),
        SectionKind("expectations", _("Expectations"), _expectations),
        SectionKind("log", _("Log"), _log),
        SectionKind("notes", _("Notes"), _notes),
        SectionKind("searches", _("Searches"), _searches),
        SectionKind("meetings", _("Meetings"), _meetings),
    )


def _overview(desk: Desk, manager: int) -> QWidget:
    from ui.relationship.overview.section import OverviewSection

    return OverviewSection(desk, manager)


def _expectations(desk: Desk, manager: int) -> QWidget:
    from ui.relationship.expectations.section import ExpectationsSection

    return ExpectationsSection(desk, manager)


def _log(desk: Desk, manager: int) -> QWidget:
    from ui.relationship.log.section import LogSection

    return LogSection(desk, manager)


def _notes(desk: Desk, manager: int) -> QWidget:
    from ui.relationship.notes.section import NotesSection

    return NotesSection(desk, manager)


def _searches(desk: Desk, manager: int) -> QWidget:
    from ui.relationship.searches.section import SearchesSection

    return SearchesSection(desk, manager)


def _meetings(desk: Desk, manager: int) -> QWidget:
    from ui.relationship.meetings.section import MeetingsSection

    return MeetingsSection(desk, manager)
