"""What the head of a manager's tab says: who it is, how it stands, and when you last spoke."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.dates import clock_time, day_words
from app.domain.health import Word
from app.domain.managers import HiringManager, ManagerId, ManagerStatus
from app.domain.meetings import kind_label
from app.services import health_facts
from app.services.office import Office
from app.words import _, plural


class Standing(NamedTuple):
    """One relationship in a line: `role` is who they are, `lately` when you spoke against what was agreed."""

    manager: HiringManager
    role: str
    word: Word
    lately: str


def standing(office: Office, manager: ManagerId) -> Standing:
    """How a relationship stands now; a word set by hand goes before the computed one.

    Raises `NotFoundError` when the manager was deleted.
    """
    known = office.managers.get(manager)
    word = Word(known.health_word) if known.health_word else health_facts.words(office, [manager])[manager]
    romanised = known.romanised if known.romanised != known.name else None
    role = " · ".join(part for part in (romanised, known.title, known.company) if part)
    return Standing(known, role, word, _rest_words(office, known) or _lately(office, known))


def cadence_words(days: int) -> str:
    """A cadence as it stands after "agreed": weekly, every 10 days."""
    named = {1: _("daily"), 7: _("weekly"), 14: _("every two weeks"), 30: _("monthly")}
    return named.get(days) or plural("every day", "every {count} days", days)


def _rest_words(office: Office, manager: HiringManager) -> str:
    """Why clocks rest; empty while they run."""
    if not manager.is_resting(office.today()):
        return ""
    if manager.status is ManagerStatus.PAUSED and manager.paused_until:
        return _("paused until {day}").format(day=day_words(manager.paused_until, office.today()))
    return {
        ManagerStatus.PAUSED: _("paused"), ManagerStatus.PARTED: _("parted"), ManagerStatus.ARCHIVED: _("archived"),
    }.get(manager.status, "")  # fmt: skip


def _lately(office: Office, manager: HiringManager) -> str:
    days = health_facts.days_silent(office, office.managers.last_talk(manager.id))
    if days is None:
        return _first_meeting(office, manager)
    if not manager.cadence_days:
        named = {0: _("spoke today"), 1: _("spoke yesterday")}
        return named.get(days) or plural("spoke {count} day ago", "spoke {count} days ago", days)
    cadence = cadence_words(manager.cadence_days)
    if days <= 1:
        pattern = _("spoke yesterday, agreed {cadence}") if days else _("spoke today, agreed {cadence}")
        return pattern.format(cadence=cadence)
    return _("spoke {days} days ago, agreed {cadence}").format(days=days, cadence=cadence)


def _first_meeting(office: Office, manager: HiringManager) -> str:
    """Nobody spoke yet: the meeting that is planned, if one is."""
    now, today = office.now(), office.today()
    coming = [each for each in office.meetings.planned_of(manager.id) if each.planned_at >= now]
    if not coming:
        return _("not spoken yet")
    meeting = min(coming, key=lambda each: each.planned_at)
    day = meeting.planned_at.astimezone(office.zone).date()
    return _("{kind} {day} {time}").format(
        kind=kind_label(meeting.kind), day=_("today") if day == today else day_words(day, today),
        time=clock_time(meeting.planned_at, office.zone),
    )  # fmt: skip
