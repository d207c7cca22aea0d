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
    from app.storage.asking import Partings, Proposals, Questions
    from app.storage.database import Connection
    from app.storage.expectations import CheckIns, Expectations, Wordings
    from app.storage.managers import Managers
    from app.storage.meetings import AgendaItems, CapturedItems, Meetings
    from app.storage.notes import IssuedDocuments, Notes, Satisfactions, Templates
    from app.storage.offers import Anniversaries, Celebrations, OfferOverrides, Offers
    from app.storage.requirements import RequirementChanges, Requirements
    from app.storage.role import Alternatives, Predecessors, ProcessSteps, SourcingChannels
    from app.storage.searches import Interviews, MarketFacts, Presentations, Searches, StageChanges
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
    "interviews": _Kind("interview", "searches.Interviews", "searches.Interview", lambda: _("interview")),
    "requirements": _Kind(
        "requirement", "requirements.Requirements", "requirements.Requirement", lambda: _("requirement")
    ),
    "requirement_changes": _Kind(
        "requirement_change", "requirements.RequirementChanges", "requirements.RequirementChange", lambda: _("change")
    ),
    "predecessors": _Kind("predecessor", "role.Predecessors", "role.Predecessor", lambda: _("last person in the role")),
    "alternatives": _Kind("alternative", "role.Alternatives", "role.Alternative", lambda: _("alternative")),
    "process_steps": _Kind("process_step", "role.ProcessSteps", "role.ProcessStep", lambda: _("step")),
    "sourcing_channels": _Kind(
        "sourcing_channel", "role.SourcingChannels", "role.SourcingChannel", lambda: _("channel")
    ),
    "offers": _Kind("offer", "offers.Offers", "offers.Offer", lambda: _("offer")),
    "offer_overrides": _Kind("offer_override", "offers.OfferOverrides", "offers.OfferOverride", lambda: _("reason")),
    "celebrations": _Kind("celebration", "offers.Celebrations", "celebrations.Celebration", lambda: _("celebration")),
    "anniversaries": _Kind("anniversary", "offers.Anniversaries", "celebrations.Anniversary", lambda: _("anniversary")),
    "questions": _Kind("question", "asking.Questions", "intake.Question", lambda: _("question")),
    "proposals": _Kind("proposal", "asking.Proposals", "satisfaction.Proposal", lambda: _("proposal")),
    "partings": _Kind("parting", "asking.Partings", "partings.Parting", lambda: _("honest look")),
    "templates": _Kind("template", "notes.Templates", "templates.Template", lambda: _("template")),
}


# The name that the table of a kind of row has here.
TABLE_NAMES = {kind.table: name for name, kind in _KINDS.items()}


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
    interviews: Interviews
    requirements: Requirements
    requirement_changes: RequirementChanges
    predecessors: Predecessors
    alternatives: Alternatives
    process_steps: ProcessSteps
    sourcing_channels: SourcingChannels
    offers: Offers
    offer_overrides: OfferOverrides
    celebrations: Celebrations
    anniversaries: Anniversaries
    questions: Questions
    proposals: Proposals
    partings: Partings
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
