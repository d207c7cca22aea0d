"""The dated facts behind a health word, and the word alone for many managers at once.

A glyph in a list is asked for at every start, so this module imports little, reads no whole records, and looks public
holidays up only where they could make another word of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.domain import health
from app.domain.cadence import days_since, reply_time
from app.domain.health import HealthFacts, Word
from app.services.working import working_time_of
from app.storage import facts

if TYPE_CHECKING:
    from app.domain.working_time import WorkingTime
    from app.services.office import Office
    from app.storage.facts import RecentFacts
    from app.storage.managers import Listed

LOOK_BACK = timedelta(days=90)
_MONTH = timedelta(days=30)
_SIDES = ("mine", "theirs")
_BETTER_LEVELS = (0.0, 1.5)  # the share of what was agreed at which an answer is good, and at which it is still fair


def recent(
    office: Office, managers: Collection[int] | None = None, *, evidence: bool = True
) -> Mapping[int, RecentFacts]:
    """What happened in the last 90 days, by manager: of everybody, or of some."""
    since, talks_since = office.now() - LOOK_BACK, office.now() - _MONTH
    return facts.recent(office.conn, since=since, talks_since=talks_since, managers=managers, evidence=evidence)


class Standing(NamedTuple):
    """How it stands with one manager: the word, and of each side how many promises were kept, of how many."""

    word: Word
    mine: tuple[int, int]
    theirs: tuple[int, int]


def words(office: Office, managers: Collection[int]) -> dict[int, Word]:
    """The health word of each of some managers who are still there."""
    return {manager: standing.word for manager, standing in standings(office, managers).items()}


def standings(office: Office, managers: Collection[int]) -> dict[int, Standing]:
    """How it stands with each of some managers who are still there."""
    found = recent(office, managers, evidence=False)
    return {
        each.id: Standing(_word(office, each, found[each.id]), *(_kept(found[each.id], side) for side in _SIDES))
        for each in office.managers.listed_among(managers)
    }


def days_silent(office: Office, last_talk: datetime | None) -> int | None:
    """Days since the last talk, None when there was none."""
    return None if last_talk is None else days_since(last_talk, office.now(), office.zone)


def facts_of(
    office: Office, known: RecentFacts, working: WorkingTime, *, name: str, cadence: int | None, days: int | None
) -> HealthFacts:
    """The facts as the rule of the word takes them."""
    mine, theirs = _kept(known, "mine"), _kept(known, "theirs")
    feedback, agreed = _feedback(known, working)
    score, asked_on = known.satisfaction or (None, None)
    return HealthFacts(
        name=name, today=office.today(), days_since_talk=days, cadence_days=cadence, talks_in_30_days=known.talks,
        mine_kept=mine[0], mine_total=mine[1], theirs_kept=theirs[0], theirs_total=theirs[1], feedback_days=feedback,
        feedback_agreed_days=agreed, satisfaction=score, satisfaction_on=asked_on,
        slipped=tuple((on.astimezone(office.zone).date(), ("check_in", row)) for row, on in known.slipped),
        dated_facts=sum(known.outcomes.values()) + known.all_talks + (score is not None),
    )  # fmt: skip


def _word(office: Office, listed: Listed, known: RecentFacts) -> Word:
    """The word by way of its bounds: holidays only shorten the time an answer took, so they can only better it."""
    last = datetime.fromisoformat(listed.last_talk) if listed.last_talk else None
    days, name, cadence = days_silent(office, last), listed.called or listed.name, listed.cadence_days
    working = working_time_of(listed.hours, listed.zone, None)
    slowest = facts_of(office, known, working, name=name, cadence=cadence, days=days)
    possible = {health.health(each).word for each in _quicker(slowest)}
    if len(possible) == 1:
        return possible.pop()
    working = working_time_of(listed.hours, listed.zone, listed.country)
    return health.health(facts_of(office, known, working, name=name, cadence=cadence, days=days)).word


def _quicker(slowest: HealthFacts) -> list[HealthFacts]:
    """The same facts with the feedback as slow as it can be, and at every better level."""
    taken, agreed = slowest.feedback_days, slowest.feedback_agreed_days
    if taken is None or agreed is None:
        return [slowest]
    better = (share * agreed for share in _BETTER_LEVELS if share * agreed < taken)
    return [slowest, *(replace(slowest, feedback_days=days) for days in better)]


def _kept(known: RecentFacts, side: str) -> tuple[int, int]:
    """Kept, and all that count, of one side: late counts as not kept, waived counts nowhere."""
    counts = {outcome: count for (whose, outcome), count in known.outcomes.items() if whose == side}
    return counts.get("kept", 0), sum(counts.values()) - counts.get("waived", 0)


def _feedback(known: RecentFacts, working: WorkingTime) -> tuple[float | None, float | None]:
    """The median days to an answer on a CV and the days agreed for it, in the manager's working days."""
    if not known.answers or known.feedback_clock is None:
        return None, None
    from app.domain import clocks

    clock = clocks.clock_from_text(known.feedback_clock)
    assert isinstance(clock, clocks.Within)
    median = reply_time(known.answers, working)
    agreed = clocks.length(clock, working) / working.day_length
    return None if median is None else median / working.day_length, agreed
