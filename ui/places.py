"""Which screen stands at which place; each is imported when it is first shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.services.office import Office
from ui.desk import Desk, Place
from ui.makers import Makers
from ui.sidebar import Sidebar


def makers() -> Makers:
    """What the window is given to show."""
    return Makers(
        sidebar=Sidebar,
        pages={
            "today": _today,
            "meetings": _meetings,
            "searches": _searches,
            "manager": _manager,
            "search": _search,
            "settings": _settings,
            "new": _new,
        },
        full={"meeting": _meeting},
        windows={
            "document": _document,
            "issued": _document,
            "brief": _document,
            "agreement": _document,
            "briefing": _briefing,
            "look": _look,
            "celebrate": _celebrate,
            "keys": _keys,
        },
        palette=_palette,
        names={"manager": _name, "search": _title},
        facts=_facts,
    )


def _name(office: Office, manager: int) -> str:
    """The name on a manager's tab; raises `NotFoundError` when they were deleted."""
    return office.managers.get(manager).name


def _title(office: Office, search: int) -> str:
    """The title on a search's tab; raises `NotFoundError` when it was deleted."""
    return office.searches.get(search).title


def _facts(office: Office, manager: int) -> tuple[str, Any] | None:
    """The name and the health word on a manager's tab."""
    from app.services.sidebar import tab_facts

    return tab_facts(office, manager)


def _today(desk: Desk, _place: Place) -> QWidget:
    from ui.home import Home

    return Home(desk)


def _manager(desk: Desk, place: Place) -> QWidget:
    from ui.relationship.page import RelationshipPage
    from ui.relationship.sections import sections

    return RelationshipPage(desk, place.id, sections())


def _search(desk: Desk, place: Place) -> QWidget:
    from ui.search.page import SearchPage

    return SearchPage(desk, place.id)


def _meetings(desk: Desk, _place: Place) -> QWidget:
    from ui.diary.page import DiaryPage

    return DiaryPage(desk)


def _searches(desk: Desk, _place: Place) -> QWidget:
    from ui.searches.page import SearchesPage

    return SearchesPage(desk)


def _settings(desk: Desk, _place: Place) -> QWidget:
    from ui.settings.page import SettingsPage

    return SettingsPage(desk)


def _new(desk: Desk, _place: Place) -> QWidget:
    from ui.first_run.page import NewRelationshipPage

    return NewRelationshipPage(desk)


def _meeting(desk: Desk, place: Place) -> QWidget:
    from ui.document.warming import Warming
    from ui.meeting.page import MeetingPage

    page = MeetingPage(desk, place.id)
    Warming(page)
    return page


def _palette(desk: Desk, answered: Any, here: Place, window: QWidget) -> QWidget:
    from ui.palette.palette import Palette

    return Palette(desk, answered, here, window)


def _document(desk: Desk, place: Place, window: QWidget) -> QWidget:
    from ui.document.window import document_window

    return document_window(desk, place, window)


def _keys(desk: Desk, _place: Place, window: QWidget) -> QWidget:
    from ui.key_groups import key_groups
    from ui.keys.map import KeyMap

    return KeyMap(desk, window, key_groups())


def _briefing(desk: Desk, place: Place, window: QWidget) -> QWidget:
    from ui.relationship.overview.briefing import briefing_sheet

    return briefing_sheet(desk, window, place.id)


def _celebrate(desk: Desk, place: Place, window: QWidget) -> QWidget:
    from ui.celebrate.sheet import celebrate_sheet

    return celebrate_sheet(desk, window, place.id)


def _look(desk: Desk, place: Place, window: QWidget) -> QWidget:
    from ui.letgo.sheet import look_sheet

    return look_sheet(desk, window, place.id)
