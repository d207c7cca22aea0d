"""How satisfied a manager is: asked, answered in their words, with what is proposed and whether they approve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.managers import ManagerId
from app.domain.satisfaction import Approval, Satisfaction, SatisfactionId
from app.services.changes import Change
from app.services.office import Office
from app.words import _


def record(office: Office, manager: ManagerId, *, score: int, on: date | None = None, **details: Any) -> Change:
    """Keep an answer, 1 to 5; a proposal without an answer to it stays open."""
    known = office.managers.get(manager)
    if not 1 <= score <= 5:
        raise InputError("score", _("Satisfaction is a number from 1 to 5."))
    answer = Satisfaction(id=SatisfactionId(0), manager=manager, score=score, asked_on=on or office.today(), **details)
    if answer.proposal and answer.approval is None:
        answer = replace(answer, approval=Approval.OPEN)
    label = _("Satisfaction of {name} noted").format(name=known.name)
    with office.write(label):
        answer_id = office.satisfactions.insert(checked(answer))
    return office.change(label, "satisfaction", answer_id)


def decide(office: Office, satisfaction: SatisfactionId, *, approval: Approval) -> Change:
    """Note whether the manager approves what was proposed."""
    known = office.satisfactions.get(satisfaction)
    if not known.proposal:
        raise InputError("approval", _("Nothing was proposed there, so there is nothing to approve."))
    label = _("Proposal answered")
    with office.write(label):
        office.satisfactions.update(replace(known, approval=approval))
    return office.change(label, "satisfaction", satisfaction)


def delete(office: Office, satisfaction: SatisfactionId) -> Change:
    """Remove an answer."""
    label = _("Satisfaction deleted")
    with office.write(label):
        office.satisfactions.delete(satisfaction)
    return office.change(label, "satisfaction", satisfaction)
