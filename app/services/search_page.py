"""What the page of a search says: whose it is, the way it has come, what is asked for, what is known around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.dates import day_words, short_day_words
from app.domain.managers import HiringManager
from app.domain.meetings import Meeting, MeetingKind
from app.domain.requirements import AskedBy, Requirement, RequirementChange, RequirementKind
from app.domain.role import Predecessor
from app.domain.searches import MarketFact, PayPeriod, Search, SearchId, Stage, StageChange
from app.services.office import Office
from app.services.requirements import agreed_on
from app.services.search_list import stage_label
from app.words import _, plural

_CENTS, _THOUSAND = 100, 1000
_STAGES = tuple(Stage)


class StagePoint(NamedTuple):
    """One stage of the line: its name, where it lies on the way, and what its date says."""

    stage: Stage
    words: str
    said: str
    is_past: bool
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of the page; `facts` in a line, `band_whole` the band with its currency and period."""

    search: Search
    manager: HiringManager
    facts: tuple[str, ...]
    band_whole: str
    stages: tuple[StagePoint, ...]
    intake: Meeting | None


def head(office: Office, search: SearchId) -> Head:
    """The head as it stands today; raises `NotFoundError` when the search was deleted."""
    known = office.searches.get(search)
    today = office.today()
    return Head(
        search=known, manager=office.managers.get(known.manager),
        facts=tuple(part for part in (_age(known, today), band_words(known)) if part),
        band_whole=_band_whole(known), stages=_way(known, office.stage_changes.of(search), today),
        intake=_planned_intake(office, known),
    )  # fmt: skip


def title_of(office: Office, search: int) -> str:
    """The name on its tab; raises `NotFoundError` when it was deleted."""
    return office.searches.get(search).title


def band_words(search: Search) -> str:
    """The band in short: "band 82–98k"; empty while none is known."""
    low, high = search.salary_min, search.salary_max
    if low is None and high is None:
        return ""
    if low is None:
        return _("band up to {high}").format(high=_short(high))
    if high is None:
        return _("band from {low}").format(low=_short(low))
    shown, most = _short(low), _short(high)
    return _("band {low}–{high}").format(low=shown.removesuffix("k") if most.endswith("k") else shown, high=most)


def _band_whole(search: Search) -> str:
    """The band in full: "82,000 to 98,000 GBP a year"."""
    whole = [f"{cents // _CENTS:,}" for cents in (search.salary_min, search.salary_max) if cents is not None]
    if not whole:
        return ""
    per = {
        PayPeriod.YEAR: _("a year"), PayPeriod.MONTH: _("a month"), PayPeriod.DAY: _("a day"),
        PayPeriod.HOUR: _("an hour"), None: "",
    }[search.salary_period]  # fmt: skip
    amount = _("{low} to {high}").format(low=whole[0], high=whole[-1]) if len(whole) > 1 else whole[0]
    return " ".join(part for part in (amount, search.currency or "", per) if part)


def _short(cents: int | None) -> str:
    """Whole thousands as "82k", anything else as it is."""
    amount = (cents or 0) // _CENTS
    return f"{amount // _THOUSAND:,}k" if amount >= _THOUSAND and not amount % _THOUSAND else f"{amount:,}"


def _age(search: Search, today: date) -> str:
    opened, until = short_day_words(search.opened_on, today), search.closed_on or today
    days = max((until - search.opened_on).days, 0)
    if search.stage is Stage.CLOSED:
        closed = short_day_words(until, today)
        return _("opened {day}, closed {closed}, day {count}").format(day=opened, closed=closed, count=days)
    return _("opened {day}, day {count}").format(day=opened, count=days)


def _way(search: Search, changes: Sequence[StageChange], today: date) -> tuple[StagePoint, ...]:
    """Every stage, with the day it was entered last where it is behind or now."""
    entered = {each.stage: each.on_day for each in changes}
    here = _STAGES.index(search.stage)
    return tuple(
        StagePoint(stage, stage_label(stage), _said(entered.get(stage), at, here, today), at < here, at == here)
        for at, stage in enumerate(_STAGES)
    )


def _said(day: date | None, at: int, here: int, today: date) -> str:
    if at > here:
        return _("not yet")
    if day is None:
        return _("without a date")
    words = day_words(day, today)
    return _("since {day}").format(day=words) if at == here else _("from {day}").format(day=words)


def _planned_intake(office: Office, search: Search) -> Meeting | None:
    """The intake of this search that is planned next."""
    planned = [
        each for each in office.meetings.planned_of(search.manager)
        if each.search == search.id and each.kind is MeetingKind.INTAKE
    ]  # fmt: skip
    return min(planned, key=lambda each: each.planned_at, default=None)


class Drift(NamedTuple):
    """The changes since agreement: how many and what they cost, and each in a line, the newest first."""

    total: str
    lines: tuple[tuple[str, str], ...]


class Wanted(NamedTuple):
    """What a search asks for, and how that drifted."""

    requirements: tuple[Requirement, ...]
    agreed: date | None
    drift: Drift
    manager: HiringManager

    def of(self, kind: RequirementKind) -> list[Requirement]:
        """Those of a kind, in their order."""
        return [each for each in self.requirements if each.kind is kind]


def wanted(office: Office, search: SearchId) -> Wanted:
    """What is asked for; raises `NotFoundError` when the search was deleted."""
    manager = office.managers.get(office.searches.get(search).manager)
    found = tuple(office.requirements.of(search))
    changes = office.requirement_changes.of(search)
    return Wanted(found, agreed_on(found), _drift(changes, manager, office.today()), manager)


def _drift(changes: Sequence[RequirementChange], manager: HiringManager, today: date) -> Drift:
    lost = sum(each.days_lost or 0 for each in changes)
    count = plural("{count} change", "{count} changes", len(changes))
    days = plural("{count} day lost", "{count} days lost", lost) if lost else ""
    total = _("{changes}, {days}").format(changes=count, days=days) if days else count
    return Drift(total if changes else "", tuple(_change_words(each, manager, today) for each in reversed(changes)))


def _change_words(change: RequirementChange, manager: HiringManager, today: date) -> tuple[str, str]:
    """What changed, and when, who asked and what it cost."""
    if change.was is None:
        what = _("Added: {now}").format(now=change.now)
    elif change.now is None:
        what = _("Dropped: {was}").format(was=change.was)
    else:
        what = _("Was: {was}. Now: {now}").format(was=change.was, now=change.now)
    by = _("asked by you") if change.asked_by is AskedBy.ME else _("asked by {name}").format(name=manager.first_name)
    lost = plural("{count} day lost", "{count} days lost", change.days_lost) if change.days_lost else ""
    return what, ", ".join(part for part in (day_words(change.on_day, today), by, lost) if part)


class LastPerson(NamedTuple):
    """The last person in the role as far as it is known, whom it is asked of, and the must-haves a probe can be for."""

    known: Predecessor | None
    manager: HiringManager
    musts: tuple[Requirement, ...]
    agreed: bool


def last_person(office: Office, search: SearchId) -> LastPerson:
    """What the manager told of the last person; raises `NotFoundError` when the search was deleted."""
    found = wanted(office, search)
    known = office.predecessors.of(search)
    return LastPerson(known, found.manager, tuple(found.of(RequirementKind.MUST)), found.agreed is not None)


class Market(NamedTuple):
    """The facts of the market in the order they were found, and when the manager saw them."""

    facts: tuple[MarketFact, ...]
    manager: HiringManager
    said: str
    has_unseen: bool


def market(office: Office, search: SearchId) -> Market:
    """The facts, and in a line when they were shown; raises `NotFoundError` when the search was deleted."""
    manager = office.managers.get(office.searches.get(search).manager)
    facts = tuple(office.market_facts.of(search))
    shown = [each.shown_on for each in facts if each.shown_on is not None]
    said = ""
    if shown:
        pattern = _("shown to {name} on {day}") if len(shown) == len(facts) else _("last shown to {name} on {day}")
        said = pattern.format(name=manager.first_name, day=short_day_words(max(shown), office.today()))
    return Market(facts, manager, said, len(shown) < len(facts))
