"""What is known of a relationship: days since the last talk, cadence, and the health word with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain import health
from app.domain.health import Health
from app.domain.managers import HiringManager
from app.services.health_facts import days_silent, facts_of, recent
from app.services.office import Office
from app.services.working import working_time
from app.storage.facts import RecentFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One hiring manager with what the header and the terminal say; `health` is the computed word."""

    manager: HiringManager
    days: int | None
    overdue: bool
    health: Health


def relationship(office: Office, manager: HiringManager) -> Relationship:
    """One relationship as it stands now."""
    found = recent(office, [manager.id])
    return _seen(office, manager, office.managers.last_talk(manager.id), found[manager.id])


def everyone(office: Office) -> list[Relationship]:
    """All relationships, in the order of attention: what needs it first, then by days since the last talk."""
    last = office.managers.last_talks()
    known = recent(office)
    found = [_seen(office, each, last.get(each.id), known[each.id]) for each in office.managers.everyone()]
    return sorted(found, key=lambda each: (not each.overdue, -(each.days or 0), each.manager.name))


def _seen(office: Office, manager: HiringManager, last: datetime | None, known: RecentFacts) -> Relationship:
    days = days_silent(office, last)
    expected = 0 if manager.is_resting(office.today()) else manager.cadence_days or 0
    facts = facts_of(
        office, known, working_time(manager), name=manager.first_name, cadence=manager.cadence_days, days=days
    )
    return Relationship(
        manager=manager, days=days, overdue=bool(expected and days is not None and days > expected),
        health=health.health(facts),
    )  # fmt: skip
