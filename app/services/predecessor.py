"""The last person in the role, and what their story becomes: a requirement, or a probe for one."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.requirements import AskedBy, RequirementId, RequirementKind, RequirementSource
from app.domain.role import Predecessor, PredecessorId
from app.domain.searches import SearchId
from app.services import requirements
from app.services.changes import Change
from app.services.office import Office
from app.words import _


class Told(StrEnum):
    """What the manager told of the last person."""

    WORKED = "worked"
    WENT_WRONG = "went_wrong"
    WHY_LEFT = "why_left"
    BETTER = "better"


def edit(office: Office, search: SearchId, **changes: Any) -> Change:
    """Write what is known of the last person; an empty text means that it was not asked yet."""
    office.searches.get(search)
    known = office.predecessors.of(search)
    written: dict[str, Any] = {name: value or None for name, value in changes.items()}
    edited = checked(replace(known or Predecessor(id=PredecessorId(0), search=search), **written))
    label = _("The last person in the role edited")
    with office.write(label):
        if known is None:
            number = office.predecessors.insert(edited)
        else:
            number = known.id
            office.predecessors.update(edited)
    return office.change(label, "predecessor", number)


def to_requirement(
    office: Office, search: SearchId, *, answer: Told, kind: RequirementKind = RequirementKind.MUST, text: str = "",
    asked_by: AskedBy | None = None, days_lost: int | None = None,
) -> Change:  # fmt: skip
    """Ask for what an answer teaches; `text` says it in other words than the answer."""
    wanted = text or as_line(_told(office, search, answer))
    return requirements.add(
        office, search, kind=kind, text=wanted, source=RequirementSource.PREDECESSOR, asked_by=asked_by,
        days_lost=days_lost,
    )  # fmt: skip


def to_probe(office: Office, search: SearchId, *, answer: Told, requirement: RequirementId) -> Change:
    """Ask candidates about an answer, to see whether they have a requirement."""
    if office.requirements.get(requirement).search != search:
        raise InputError("requirement", _("This requirement belongs to another search."))
    return requirements.edit(office, requirement, probe=as_line(_told(office, search, answer)))


def as_line(text: str) -> str:
    """An answer as one line."""
    return " ".join(text.split())


def _told(office: Office, search: SearchId, answer: Told) -> str:
    known = office.predecessors.of(search)
    told = getattr(known, answer.value) if known is not None else None
    if not told:
        raise InputError("answer", _("This was not asked yet. Write the answer first."))
    return str(told)
