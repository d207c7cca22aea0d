"""Follow-ups: one thing, one owner, a date; tick, put off, nudge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.managers import ManagerId
from app.domain.talks import FollowUp, FollowUpId, Owner
from app.domain.text import first_line
from app.services.changes import Change
from app.services.office import Office
from app.words import _


def add(office: Office, manager: ManagerId, *, text: str, due: date, owner: Owner = Owner.ME, **details: Any) -> Change:
    """Note something to do, by you or by the manager."""
    office.managers.get(manager)
    follow_up = checked(FollowUp(id=FollowUpId(0), manager=manager, owner=owner, text=text, due=due, **details), "text")
    label = _("Follow-up added: {text}").format(text=first_line(follow_up.text))
    with office.write(label):
        follow_up_id = office.follow_ups.insert(follow_up)
    return office.change(label, "follow_up", follow_up_id)


def edit(office: Office, follow_up: FollowUpId, **changes: Any) -> Change:
    """Change a follow-up."""
    return _save(office, replace(office.follow_ups.get(follow_up), **changes), _("Follow-up edited"))


def done(office: Office, follow_up: FollowUpId) -> Change:
    """Tick it."""
    known = office.follow_ups.get(follow_up)
    return _save(office, replace(known, done_at=office.now()), _("Done: {text}").format(text=first_line(known.text)))


def reopen(office: Office, follow_up: FollowUpId) -> Change:
    """Take the tick back."""
    return _save(office, replace(office.follow_ups.get(follow_up), done_at=None), _("Follow-up open again"))


def snooze(office: Office, follow_up: FollowUpId, *, until: date) -> Change:
    """Put it off; when it was due stays as it was."""
    if until <= office.today():
        raise InputError("until", _("Put it off to a day after today."))
    return _save(office, replace(office.follow_ups.get(follow_up), snoozed_to=until), _("Follow-up put off"))


def nudged(office: Office, follow_up: FollowUpId) -> Change:
    """Note that the manager was reminded."""
    return _save(office, replace(office.follow_ups.get(follow_up), nudged_at=office.now()), _("Reminder noted"))


def delete(office: Office, follow_up: FollowUpId) -> Change:
    """Remove a follow-up."""
    label = _("Follow-up deleted")
    with office.write(label):
        office.follow_ups.delete(follow_up)
    return office.change(label, "follow_up", follow_up)


def _save(office: Office, follow_up: FollowUp, label: str) -> Change:
    with office.write(label):
        office.follow_ups.update(checked(follow_up, "text"))
    return office.change(label, "follow_up", follow_up.id)
