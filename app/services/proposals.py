"""What is proposed when a manager is not content: their answer, and a later look at whether it became better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.satisfaction import Approval, Proposal, ProposalId, SatisfactionId
from app.services.changes import Change
from app.services.office import Office
from app.words import _


def add(office: Office, satisfaction: SatisfactionId, *, text: str) -> Change:
    """Propose something; it stays open until the manager answers."""
    office.satisfactions.get(satisfaction)
    proposal = Proposal(id=ProposalId(0), satisfaction=satisfaction, text=text, on_day=office.today())
    proposal = checked(proposal, "text")
    label = _("Proposal noted")
    with office.write(label):
        proposal_id = office.proposals.insert(proposal)
    return office.change(label, "proposal", proposal_id)


def answer(office: Office, proposal: ProposalId, *, answer: Approval, on: date | None = None) -> Change:
    """Note what the manager said of it, or that it is open again."""
    known = office.proposals.get(proposal)
    if known.checked_on is not None and answer is not Approval.APPROVED:
        raise InputError("answer", _("It was looked at again already. Undo that first."))
    label = {
        Approval.APPROVED: _("Proposal approved"), Approval.DECLINED: _("Proposal declined"),
        Approval.OPEN: _("Proposal open again"),
    }[answer]  # fmt: skip
    return _save(office, replace(known, answer=answer, on_day=_day(office, on)), label)


def check(
    office: Office, proposal: ProposalId, *, better: bool, result: str = "", on: date | None = None
) -> Change:  # fmt: skip
    """Note whether what was approved made it better, and what came of it."""
    known = office.proposals.get(proposal)
    if known.answer is not Approval.APPROVED:
        raise InputError("proposal", _("Only what was approved can be looked at again."))
    looked = replace(known, better=better, result=result.strip() or None, checked_on=_day(office, on))
    return _save(office, looked, _("Proposal checked: better") if better else _("Proposal checked: not better"))


def edit(office: Office, proposal: ProposalId, *, text: str) -> Change:
    """Word a proposal anew."""
    return _save(office, replace(office.proposals.get(proposal), text=text), _("Proposal edited"))


def delete(office: Office, proposal: ProposalId) -> Change:
    """Take a proposal away."""
    label = _("Proposal deleted")
    with office.write(label):
        office.proposals.delete(proposal)
    return office.change(label, "proposal", proposal)


def _save(office: Office, proposal: Proposal, label: str) -> Change:
    with office.write(label):
        office.proposals.update(checked(proposal, "text"))
    return office.change(label, "proposal", proposal.id)


def _day(office: Office, on: date | None) -> date:
    if on is not None and on > office.today():
        raise InputError("on", _("That day is still to come."))
    return on or office.today()
