"""An honest look at a relationship: the facts of both sides beside each other, of 90 days or of always.

It is for the recruiter alone. No figure is a judgement: each stands there with the entry it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.domain import health
from app.domain.cadence import days_since, reply_time
from app.domain.health import Word
from app.domain.managers import HiringManager, ManagerId
from app.services.health_facts import LOOK_BACK, facts_of
from app.services.office import Office
from app.services.relationship import relationship
from app.services.working import working_time
from app.storage import facts as recent_facts
from app.storage import looking_back as store
from app.storage.looking_back import Counted
from app.storage.overview import check_in_behind
from app.words import _

_A_MONTH = timedelta(days=30)
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_NONE = Counted()


class Span(StrEnum):
    """How far back is looked."""

    LATELY = "90"
    ALWAYS = "always"


class Figure(NamedTuple):
    """What one side has: in words, as a share of the longest bar of its row, and the entry it opens."""

    words: str
    share: float
    record: tuple[str, int] | None = None


class Fact(NamedTuple):
    """One fact of both sides; where it is of one side only, or of neither, the other is None."""

    title: str
    mine: Figure | None
    theirs: Figure | None


class Look(NamedTuple):
    """All of it: what each gave, what it cost the other, and what came of it."""

    manager: HiringManager
    gave: tuple[Fact, ...]
    cost: tuple[Fact, ...]
    came: tuple[Fact, ...]

    def lines(self) -> tuple[str, ...]:
        """The facts in words, a line each."""
        return tuple(said(each, self.manager.first_name) for each in (*self.gave, *self.cost, *self.came))


def look(office: Office, manager: ManagerId, span: Span = Span.LATELY) -> Look:
    """The facts as they stand now; what nothing is known of is left out."""
    known = office.managers.get(manager)
    since = office.now() - LOOK_BACK if span is Span.LATELY else _BEGINNING
    talks = store.talks_begun(office.conn, manager, since)
    talked = {"me": talks.get("from me", _NONE), "them": talks.get("from them", _NONE)}
    gave = [_promises(office, manager, since)]
    if any(each.number for each in talked.values()):
        gave += [_counted(_("Talks started"), talked, "talk"), _hours(talked)]
    cost = [
        _counted(_("Meetings moved or cancelled"), store.meetings_moved(office.conn, manager, since), "meeting"),
        _days_to_answer(office, known, since),
        _counted(
            _("Changes of agreed requirements"), store.requirements_changed(office.conn, manager, since), "search"
        ),
        _noes(office, manager, since),
    ]
    return Look(known, _known(gave), _known(cost), _known([_filled(office, manager, since)]))


def said(fact: Fact, name: str) -> str:
    """One fact in words: "Promises kept: you 14 of 15, Søren 3 of 12"."""
    if fact.mine is not None and fact.theirs is not None:
        words = _("{fact}: you {mine}, {name} {theirs}")
        return words.format(fact=fact.title, mine=fact.mine.words, name=name, theirs=fact.theirs.words)
    if fact.theirs is not None:
        return _("{fact}: {name} {theirs}").format(fact=fact.title, name=name, theirs=fact.theirs.words)
    return _("{fact}: {figure}").format(fact=fact.title, figure=fact.mine.words if fact.mine else "")


def one_sided_for_long(office: Office, manager: HiringManager) -> bool:
    """Whether the word is One-sided now, and was 30 days ago; only then a look is offered."""
    if relationship(office, manager).health.word is not Word.ONE_SIDED:
        return False
    then = office.now() - _A_MONTH
    known = recent_facts.recent(
        office.conn, since=then - LOOK_BACK, talks_since=then - _A_MONTH, until=then, managers=[manager.id]
    )[manager.id]
    last = store.last_talk_before(office.conn, manager.id, then)
    facts = facts_of(
        office, known, working_time(manager), name=manager.first_name, cadence=manager.cadence_days,
        days=None if last is None else days_since(last, then, office.zone),
    )  # fmt: skip
    return health.health(facts).word is Word.ONE_SIDED


def _known(found: Iterable[Fact | None]) -> tuple[Fact, ...]:
    return tuple(each for each in found if each is not None)


def _promises(office: Office, manager: ManagerId, since: datetime) -> Fact | None:
    outcomes = office.check_ins.outcomes_of(manager, since)
    if not any(outcome != "waived" for _side, outcome in outcomes):
        return None

    def figure(side: str) -> Figure:
        counts = {outcome: count for (whose, outcome), count in outcomes.items() if whose == side}
        kept, total = counts.get("kept", 0), sum(counts.values()) - counts.get("waived", 0)
        behind = _record("check_in", check_in_behind(office.conn, manager, side, since))
        return Figure(_("{kept} of {total}").format(kept=kept, total=total), kept / total if total else 0, behind)

    return Fact(_("Promises kept"), figure("mine"), figure("theirs"))


def _counted(title: str, found: Mapping[str, Counted], table: str) -> Fact | None:
    """How many each side had; nothing when neither had any."""
    mine, theirs = found.get("me", _NONE), found.get("them", _NONE)
    most = max(mine.number, theirs.number)
    if not most:
        return None
    figures = (Figure(f"{each.number:,}", each.number / most, _record(table, each.newest)) for each in (mine, theirs))
    return Fact(title, *figures)


def _hours(talked: Mapping[str, Counted]) -> Fact | None:
    """How long the talks were that each began, where anybody noted that."""
    most = max(each.amount for each in talked.values())
    if not most:
        return None
    figures = (
        Figure(f"{each.amount / 60:,.1f}".removesuffix(".0"), each.amount / most, _record("talk", each.newest))
        for each in (talked["me"], talked["them"])
    )
    return Fact(_("Hours given"), *figures)


def _days_to_answer(office: Office, manager: HiringManager, since: datetime) -> Fact | None:
    """Working days, in the manager's time: until you answered a talk of theirs, and until they answered on a person."""
    working = working_time(manager)
    spans = (store.my_answers(office.conn, manager.id, since), store.their_answers(office.conn, manager.id, since))
    medians = [reply_time([(asked, told) for asked, told, _number in each], working) for each in spans]
    days = [None if each is None else each / working.day_length for each in medians]
    most = max((each for each in days if each is not None), default=None)
    if most is None:
        return None
    figures = (
        None if value is None
        else Figure(f"{value:.1f}", value / most if most else 0, (table, found[0][2]))
        for value, found, table in zip(days, spans, ("talk", "search"), strict=True)
    )  # fmt: skip
    return Fact(_("Days to answer"), *figures)


def _noes(office: Office, manager: ManagerId, since: datetime) -> Fact | None:
    found = store.noes(office.conn, manager, since)
    if not found.matching:
        return None
    words = _("{count} of {total}").format(count=found.matching, total=found.all)
    return Fact(_("Noes though the profile fits"), None, Figure(words, found.matching / found.all,
                                                               _record("search", found.newest)))  # fmt: skip


def _filled(office: Office, manager: ManagerId, since: datetime) -> Fact | None:
    found = store.filled(office.conn, manager, since)
    if not found.closed:
        return None
    words = _("{count} of {total}").format(count=found.signed, total=found.closed)
    figure = Figure(words, found.signed / found.closed, _record("search", found.newest))
    return Fact(_("Searches filled"), figure, None)


def _record(table: str, number: int | None) -> tuple[str, int] | None:
    return None if number is None else (table, number)
