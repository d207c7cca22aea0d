"""What is known of a relationship: days since the last talk, cadence, and the health word with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain import clocks, health
from app.domain.cadence import days_since, reply_time
from app.domain.clocks import Outcome, Within, clock_from_text
from app.domain.expectations import Side
from app.domain.health import Health, HealthFacts
from app.domain.managers import HiringManager
from app.services.office import Office
from app.services.working import working_time
from app.storage import facts
from app.storage.facts import RecentFacts

LOOK_BACK = timedelta(days=90)
_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One hiring manager as the sidebar and the terminal list them; `health` is the computed word."""

    manager: HiringManager
    days: int | None
    overdue: bool
    health: Health


def relationship(office: Office, manager: HiringManager) -> Relationship:
    """One relationship as it stands now."""
    recent = facts.recent(
        office.conn, since=office.now() - LOOK_BACK, talks_since=office.now() - _MONTH, manager=manager.id
    )
    return _seen(office, manager, office.managers.last_talk(manager.id), recent[manager.id])


def everyone(office: Office) -> list[Relationship]:
    """All relationships, in the order of attention: what needs it first, then by days since the last talk."""
    last = office.managers.last_talks()
    recent = facts.recent(office.conn, since=office.now() - LOOK_BACK, talks_since=office.now() - _MONTH)
    found = [_seen(office, each, last.get(each.id), recent[each.id]) for each in office.managers.everyone()]
    return sorted(found, key=lambda each: (not each.overdue, -(each.days or 0), each.manager.name))


def counted(outcomes: list[Outcome]) -> tuple[int, int]:
    """Kept, and all that count: late counts as not kept, waived counts nowhere."""
    counting = [outcome for outcome in outcomes if outcome is not Outcome.WAIVED]
    return counting.count(Outcome.KEPT), len(counting)


def _seen(office: Office, manager: HiringManager, last: datetime | None, recent: RecentFacts) -> Relationship:
    days = None if last is None else days_since(last, office.now(), office.zone)
    expected = 0 if manager.is_resting(office.today()) else manager.cadence_days or 0
    overdue = bool(expected and days is not None and days > expected)
    word = health.health(_facts(office, manager, days, recent))
    return Relationship(manager=manager, days=days, overdue=overdue, health=word)


def _facts(office: Office, manager: HiringManager, days: int | None, recent: RecentFacts) -> HealthFacts:
    """The dated facts of the last 90 days that the health word is made from."""
    sides = {
        side: [Outcome(o) for _id, s, o, _on in recent.check_ins if s == side] for side in (Side.MINE, Side.THEIRS)
    }
    mine, theirs = counted(sides[Side.MINE]), counted(sides[Side.THEIRS])
    slipped = tuple(
        (on.astimezone(office.zone).date(), ("check_in", row))
        for row, side, outcome, on in recent.check_ins
        if side == Side.THEIRS and outcome in (Outcome.LATE, Outcome.MISSED)
    )
    feedback, agreed = _feedback(manager, recent)
    score, asked_on = recent.satisfaction or (None, None)
    return HealthFacts(
        name=manager.first_name, today=office.today(), days_since_talk=days, cadence_days=manager.cadence_days,
        talks_in_30_days=recent.talks, mine_kept=mine[0], mine_total=mine[1], theirs_kept=theirs[0],
        theirs_total=theirs[1], feedback_days=feedback, feedback_agreed_days=agreed, satisfaction=score,
        satisfaction_on=asked_on, slipped=slipped,
        dated_facts=len(recent.check_ins) + recent.all_talks + (score is not None),
    )  # fmt: skip


def _feedback(manager: HiringManager, recent: RecentFacts) -> tuple[float | None, float | None]:
    """The median days to an answer on a CV and the days agreed for it, in the manager's working days."""
    if not recent.answers or recent.feedback_clock is None:
        return None, None
    working = working_time(manager)
    clock = clock_from_text(recent.feedback_clock)
    assert isinstance(clock, Within)
    median = reply_time(recent.answers, working)
    agreed = clocks.length(clock, working) / working.day_length
    return None if median is None else median / working.day_length, agreed
