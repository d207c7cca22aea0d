"""What is known of one relationship: talk and cadence, promises, health with its evidence; for every view of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain import clocks, health
from app.domain.cadence import days_since, reply_time
from app.domain.clocks import Outcome, Within
from app.domain.expectations import CheckIn, Side
from app.domain.health import Health, HealthFacts
from app.domain.managers import HiringManager
from app.domain.working_time import WorkingTime
from app.services.dues import Promise, promises_of
from app.services.office import Office
from app.services.working import working_time

LOOK_BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One hiring manager as the sidebar and the terminal list them."""

    manager: HiringManager
    days: int | None
    overdue: bool
    health: Health


def relationship(office: Office, manager: HiringManager, last_talk: datetime | None) -> Relationship:
    """Days since the last talk, whether that is past the agreed cadence, and the health word with its facts."""
    days = None if last_talk is None else days_since(last_talk, office.now(), office.zone)
    overdue = bool(manager.cadence_days and days is not None and days > manager.cadence_days)
    facts = health_facts(office, manager, days, promises_of(office, manager.id))
    return Relationship(manager=manager, days=days, overdue=overdue, health=health.health(facts))


def everyone(office: Office) -> list[Relationship]:
    """All relationships, in the order of attention: what needs it first, then by days since the last talk."""
    last = office.managers.last_talks()
    found = [relationship(office, each, last.get(each.id)) for each in office.managers.everyone()]
    return sorted(found, key=lambda each: (not each.overdue, -(each.days or 0), each.manager.name))


def health_facts(office: Office, manager: HiringManager, days: int | None, promises: list[Promise]) -> HealthFacts:
    """The dated facts of the last 90 days that the health word is made from."""
    now = office.now()
    recent = [c for promise in promises for c in promise.check_ins if c.on >= now - LOOK_BACK]
    mine, theirs = counted(recent, Side.MINE), counted(recent, Side.THEIRS)
    feedback, agreed = _feedback(office, manager, promises, now - LOOK_BACK)
    satisfaction = office.satisfactions.last_of(manager.id)
    if satisfaction is not None and satisfaction.asked_on < (now - LOOK_BACK).date():
        satisfaction = None
    talks = office.talks.between(manager.id, now - timedelta(days=30), now + timedelta(seconds=1))
    missed = [c for c in recent if c.side is Side.THEIRS and c.outcome in (Outcome.LATE, Outcome.MISSED)]
    return HealthFacts(
        name=manager.first_name, today=office.today(), days_since_talk=days, cadence_days=manager.cadence_days,
        talks_in_30_days=sum(1 for talk in talks if talk.channel != "other"),
        mine_kept=mine[0], mine_total=mine[1], theirs_kept=theirs[0], theirs_total=theirs[1],
        feedback_days=feedback, feedback_agreed_days=agreed,
        satisfaction=satisfaction.score if satisfaction else None,
        satisfaction_on=satisfaction.asked_on if satisfaction else None,
        dated_facts=len(recent) + len(talks) + (satisfaction is not None),
        slipped=tuple((c.on.astimezone(office.zone).date(), ("check_in", int(c.id))) for c in missed),
    )  # fmt: skip


def counted(check_ins: list[CheckIn], side: Side) -> tuple[int, int]:
    """Kept, and all that count: late counts as not kept, waived counts nowhere."""
    counting = [c for c in check_ins if c.side is side and c.outcome is not Outcome.WAIVED]
    return sum(1 for c in counting if c.outcome is Outcome.KEPT), len(counting)


def _feedback(
    office: Office, manager: HiringManager, promises: list[Promise], since: datetime
) -> tuple[float | None, float | None]:
    """The median days to an answer on a CV and the days agreed for it, in the manager's working days."""
    working = working_time(manager)
    agreed = next((days for promise in promises if (days := _agreed_feedback(promise, working)) is not None), None)
    pairs = [
        (each.presented_at, each.answered_at)
        for each in office.presentations.to(manager.id)
        if each.answered_at is not None and each.presented_at >= since
    ]
    median = reply_time(pairs, working)
    return None if median is None else median / working.day_length, agreed


def _agreed_feedback(promise: Promise, working: WorkingTime) -> float | None:
    """The working days a manager agreed to answer on a CV in, or None for another promise."""
    clock = promise.current.clock
    theirs = promise.expectation.side is not Side.MINE
    if not (promise.is_agreed and theirs and isinstance(clock, Within) and clock.event is clocks.Event.CV_PRESENTED):
        return None
    return clocks.length(clock, working) / working.day_length
