"""What a search asks for: written, ordered, agreed; and every change after that, which is the drift.

Until the requirements are agreed they are edited freely. From then on `edit` mends the wording only; whatever changes
what is asked for says who asked, and is kept as was and now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.requirements import (
    MOST,
    AskedBy,
    Requirement,
    RequirementChange,
    RequirementChangeId,
    RequirementId,
    RequirementKind,
    RequirementSource,
)
from app.domain.searches import SearchId
from app.services.changes import Change
from app.services.office import Office
from app.services.ordering import moved, next_position
from app.words import _

_MOST_DAYS = 3650


def add(
    office: Office, search: SearchId, *, kind: RequirementKind, text: str, probe: str = "",
    source: RequirementSource = RequirementSource.ASKED, asked_by: AskedBy | None = None, days_lost: int | None = None,
) -> Change:  # fmt: skip
    """Ask for one thing more; once the requirements are agreed, that is a change and `asked_by` is needed."""
    office.searches.get(search)
    known = office.requirements.of(search)
    alike = [each for each in known if each.kind is kind]
    _room_for_one_more(kind, len(alike))
    agreed = agreed_on(known) is not None
    new = checked(
        Requirement(
            id=RequirementId(0), search=search, kind=kind, text=text, probe=probe or None, source=source,
            position=next_position(alike), agreed_on=office.today() if agreed else None,
        ), "text",
    )  # fmt: skip
    label = _("Added: {text}").format(text=new.text)
    with office.write(label):
        number = RequirementId(office.requirements.insert(new))
        if agreed:
            _drift(office, search, number, was=None, now=new.text, asked_by=asked_by, days_lost=days_lost)
    return office.change(label, "requirement", number)


def edit(office: Office, requirement: RequirementId, *, text: str | None = None, probe: str | None = None) -> Change:
    """Change the wording or the probe; after agreement it must mean the same, else it is a `change`."""
    known = office.requirements.get(requirement)
    changes: dict[str, Any] = {} if text is None else {"text": text}
    changes |= {} if probe is None else {"probe": probe or None}
    edited = checked(replace(known, **changes), "text")
    return _save(office, edited, _("Requirement edited: {text}").format(text=edited.text))


def change(
    office: Office, requirement: RequirementId, *, text: str, asked_by: AskedBy, days_lost: int | None = None,
    probe: str | None = None,
) -> Change:  # fmt: skip
    """Ask for something else than was agreed; was and now are kept."""
    known = office.requirements.get(requirement)
    if known.agreed_on is None:
        raise InputError("requirement", _("This is not agreed yet: edit it instead."))
    new_probe = known.probe if probe is None else probe or None
    changed = checked(replace(known, text=text, probe=new_probe), "text")
    if changed.text == known.text:
        raise InputError("text", _("It reads as before. Write what is asked for now."))
    label = _("Requirement changed: {text}").format(text=changed.text)
    with office.write(label):
        office.requirements.update(changed)
        _drift(office, known.search, requirement, was=known.text, now=changed.text, asked_by=asked_by,
               days_lost=days_lost)  # fmt: skip
    return office.change(label, "requirement", requirement)


def delete(
    office: Office, requirement: RequirementId, *, asked_by: AskedBy | None = None, days_lost: int | None = None
) -> Change:
    """Ask for it no more; once it was agreed, that is a change and `asked_by` is needed."""
    known = office.requirements.get(requirement)
    label = _("Dropped: {text}").format(text=known.text)
    with office.write(label):
        if known.agreed_on is not None:
            _drift(office, known.search, None, was=known.text, now=None, asked_by=asked_by, days_lost=days_lost)
        office.requirements.delete(requirement)
    return office.change(label, "requirement", requirement)


def place(office: Office, requirement: RequirementId, *, position: int) -> Change:
    """Move it to a place among those of its kind, counted from 0."""
    known = office.requirements.get(requirement)
    alike = [each for each in office.requirements.of(known.search) if each.kind is known.kind]
    label = _("Requirements reordered")
    with office.write(label):
        for each in moved(alike, requirement, position):
            office.requirements.update(each)
    return office.change(label, "requirement", requirement)


def agree(office: Office, search: SearchId, *, on: date | None = None) -> Change:
    """Note that the manager agreed to all of them; from now on changes are kept."""
    known = [each for each in office.requirements.of(search) if each.agreed_on is None]
    day = on or office.today()
    if not known:
        raise InputError("search", _("There is nothing to agree on: write the requirements first."))
    if day > office.today():
        raise InputError("on", _("This day lies ahead. Write the day you agreed, today at the latest."))
    label = _("Requirements agreed")
    with office.write(label):
        for each in known:
            office.requirements.update(replace(each, agreed_on=day))
    return office.change(label, "search", search)


def agreed_on(requirements: Sequence[Requirement]) -> date | None:
    """The day the requirements of a search were agreed; None while they are not."""
    return min((each.agreed_on for each in requirements if each.agreed_on is not None), default=None)


def _room_for_one_more(kind: RequirementKind, count: int) -> None:
    if kind not in MOST or count < MOST[kind]:
        return
    if kind is RequirementKind.MUST:
        raise InputError("text", _("Five must-haves are the most anybody fits. Drop one, or make this nice to have."))
    raise InputError("text", _("Three nice-to-haves are enough. Drop one first."))


def _drift(
    office: Office, search: SearchId, requirement: RequirementId | None, *, was: str | None, now: str | None,
    asked_by: AskedBy | None, days_lost: int | None,
) -> None:  # fmt: skip
    """Keep one change; raises `InputError` when nobody is said to have asked for it."""
    if asked_by is None:
        raise InputError("asked_by", _("The requirements are agreed: say who asked for the change."))
    if days_lost is not None and not 0 <= days_lost <= _MOST_DAYS:
        raise InputError("days_lost", _("The days lost are between 0 and 3,650."))
    office.requirement_changes.insert(
        RequirementChange(
            id=RequirementChangeId(0), search=search, requirement=requirement, was=was, now=now, on_day=office.today(),
            asked_by=asked_by, days_lost=days_lost,
        )
    )  # fmt: skip


def _save(office: Office, requirement: Requirement, label: str) -> Change:
    with office.write(label):
        office.requirements.update(requirement)
    return office.change(label, "requirement", requirement.id)
