"""The office's tables, each made when it is first asked for.

Defining a record costs half a millisecond and the window opens with a handful of them, so the module of a table is
imported with its first use (the budget in GOALS.md).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from app.storage.rows import missing
from app.words import _

if TYPE_CHECKING:
    from app.storage.database import Connection
    from app.storage.expectations import CheckIns, Expectations, Wordings
    from app.storage.managers import Managers
    from app.storage.meetings import AgendaItems, CapturedItems, Meetings
    from app.storage.notes import IssuedDocuments, Notes, Satisfactions, Templates
    from app.storage.searches import MarketFacts, Presentations, Searches, StageChanges
    from app.storage.talks import FollowUps, Talks


class _Kind(NamedTuple):
    """A table's name, where its class and its record are defined, and what one of its rows is called."""

    table: str
    storage: str
    domain: str
    words: Callable[[], str]


_KINDS = {
    "managers": _Kind("manager", "managers.Managers", "managers.HiringManager", lambda: _("hiring manager")),
    "searches": _Kind("search", "searches.Searches", "searches.Search", lambda: _("search")),
    "stage_changes": _Kind("stage_change", "searches.StageChanges", "searches.StageChange", lambda: _("stage")),
    "presentations": _Kind(
        "presentation", "searches.Presentations", "searches.Presentation", lambda: _("presentation")
    ),
    "market_facts": _Kind("market_fact", "searches.MarketFacts", "searches.MarketFact", lambda: _("market fact")),
    "meetings": _Kind("meeting", "meetings.Meetings", "meetings.Meeting", lambda: _("meeting")),
    "agenda_items": _Kind("agenda_item", "meetings.AgendaItems", "meetings.AgendaItem", lambda: _("agenda point")),
    "captured_items": _Kind(
        "captured_item", "meetings.CapturedItems", "meetings.CapturedItem", lambda: _("captured line")
    ),
    "talks": _Kind("talk", "talks.Talks", "talks.Talk", lambda: _("talk")),
    "follow_ups": _Kind("follow_up", "talks.FollowUps", "talks.FollowUp", lambda: _("follow-up")),
    "expectations": _Kind("expectation", "expectations.Expectations", "expectations.Expectation", lambda: _("promise")),
    "wordings": _Kind("wording", "expectations.Wordings", "expectations.Wording", lambda: _("wording")),
    "check_ins": _Kind("check_in", "expectations.CheckIns", "expectations.CheckIn", lambda: _("check-in")),
    "notes": _Kind("note", "notes.Notes", "notes.Note", lambda: _("note")),
    "satisfactions": _Kind("satisfaction", "notes.Satisfactions", "satisfaction.Satisfaction", lambda: _("answer")),
    "issued": _Kind("issued_document", "notes.IssuedDocuments", "issued.IssuedDocument", lambda: _("document")),
    "templates": _Kind("template", "notes.Templates", "templates.Template", lambda: _("template")),
}


class Tables:
    """Every table by its name; what inherits this has a connection and a clock."""

    managers: Managers
    searches: Searches
    stage_changes: StageChanges
    presentations: Presentations
    market_facts: MarketFacts
    meetings: Meetings
    agenda_items: AgendaItems
    captured_items: CapturedItems
    talks: Talks
    follow_ups: FollowUps
    expectations: Expectations
    wordings: Wordings
    check_ins: CheckIns
    notes: Notes
    satisfactions: Satisfactions
    issued: IssuedDocuments
    templates: Templates

    if TYPE_CHECKING:

        @property
        def conn(self) -> Connection:
            """The office's one connection."""
            raise NotImplementedError

        def now(self) -> datetime:
            """This moment, in UTC."""
            raise NotImplementedError

    else:

        def __getattr__(self, name: str) -> Any:
            """Make the table that is asked for the first time."""
            if name not in _KINDS:
                raise AttributeError(name)
            kind = _KINDS[name]
            repository, record = _named(f"app.storage.{kind.storage}"), _named(f"app.domain.{kind.domain}")
            table = repository(self.conn, kind.table, record, self.now, missing(kind.words()))
            setattr(self, name, table)
            return table


def _named(path: str) -> Any:
    """What a dotted path names."""
    module, _dot, name = path.rpartition(".")
    return getattr(import_module(module), name)
