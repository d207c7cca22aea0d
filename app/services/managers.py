"""Hiring managers: add, edit, let rest, set aside and take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.health import Word
from app.domain.managers import HiringManager, ManagerId, ManagerStatus
from app.domain.meetings import MeetingState
from app.domain.text import email_address
from app.services.changes import Change
from app.services.office import Office
from app.services.working import checked_country, zone_of
from app.words import _

NEW = ManagerId(0)


def add(office: Office, *, name: str, **details: Any) -> Change:
    """Begin a relationship; `details` are further fields of the hiring manager."""
    details.setdefault("zone", office.zone.key)
    manager = _checked(HiringManager(id=NEW, name=name, **details))
    label = _("{name} added").format(name=manager.name)
    with office.write(label):
        manager_id = office.managers.insert(manager)
    return office.change(label, "manager", manager_id)


def edit(office: Office, manager: ManagerId, **changes: Any) -> Change:
    """Change what is known about a manager."""
    known = office.managers.get(manager)
    label = _("{name} edited").format(name=known.name)
    return _save(office, replace(known, **changes), label)


def pause(office: Office, manager: ManagerId, *, until: date | None = None) -> Change:
    """Let clocks and reminders rest until a day, or until taken up again."""
    known = office.managers.get(manager)
    if until is not None and until <= office.today():
        raise InputError("until", _("The pause must end after today."))
    paused = replace(known, status=ManagerStatus.PAUSED, paused_until=until)
    return _save(office, paused, _("{name} paused").format(name=known.name))


def resume(office: Office, manager: ManagerId) -> Change:
    """Take a relationship up again, from a pause, from the archive, or after it was let go."""
    known = office.managers.get(manager)
    active = replace(known, status=ManagerStatus.ACTIVE, paused_until=None)
    label = _("{name} taken up again").format(name=known.name)
    with office.write(label):
        for parting in office.partings.standing_of(manager):
            office.partings.update(replace(parting, taken_back_on=office.today()))
        office.managers.update(_checked(active))
    return office.change(label, "manager", manager)


def archive(office: Office, manager: ManagerId) -> Change:
    """Set a relationship aside: clocks stop, planned meetings are cancelled, everything stays findable."""
    known = office.managers.get(manager)
    return _set_aside(office, known, ManagerStatus.ARCHIVED, _("{name} archived").format(name=known.name))


def part(office: Office, manager: ManagerId) -> Change:
    """Let a relationship go: set aside as `archive` does, and shown as parted."""
    known = office.managers.get(manager)
    return _set_aside(office, known, ManagerStatus.PARTED, _("{name} let go, with thanks").format(name=known.name))


def delete(office: Office, manager: ManagerId) -> Change:
    """Remove a manager and all that belongs to them; one undo brings everything back."""
    known = office.managers.get(manager)
    label = _("{name} deleted").format(name=known.name)
    with office.write(label):
        office.managers.delete(manager)
    return office.change(label, "manager", manager)


def set_health(office: Office, manager: ManagerId, *, word: Word | None, reason: str = "") -> Change:
    """Set the health word by hand, with a reason; without a word the computed one counts again."""
    known = office.managers.get(manager)
    if word is not None and not reason.strip():
        raise InputError("reason", _("Please write the reason for the word you set."))
    on = office.today() if word is not None else None
    changed = replace(known, health_word=word and word.value, health_reason=reason or None, health_on=on)
    return _save(office, changed, _("Health of {name} set").format(name=known.name))


def _set_aside(office: Office, manager: HiringManager, status: ManagerStatus, label: str) -> Change:
    with office.write(label):
        for meeting in office.meetings.planned_of(manager.id):
            cancelled = replace(meeting, state=MeetingState.CANCELLED, sequence=meeting.sequence + 1)
            office.meetings.update(cancelled)
        office.managers.update(replace(manager, status=status, paused_until=None, look_again_on=None))
    return office.change(label, "manager", manager.id)


def _save(office: Office, manager: HiringManager, label: str) -> Change:
    manager = _checked(manager)
    with office.write(label):
        office.managers.update(manager)
    return office.change(label, "manager", manager.id)


def _checked(manager: HiringManager) -> HiringManager:
    """Raise `InputError` for the first field that cannot be taken."""
    zone_of(manager.zone)
    manager = checked(manager, "name")
    if manager.cadence_days is not None and not 1 <= manager.cadence_days <= 3650:
        raise InputError("cadence_days", _("The cadence is between 1 and 3,650 days."))
    if len(manager.tags) > 50 or any(len(tag) > 200 for tag in manager.tags):
        raise InputError("tags", _("At most 50 tags of 200 characters each."))
    email = email_address(manager.email, "email") if manager.email else None
    country = checked_country(manager.country) if manager.country else None
    return replace(manager, email=email, country=country or None)
