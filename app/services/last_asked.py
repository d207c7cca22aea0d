"""What a manager last said of how satisfied they are, and where each proposal stands, as one card shows it."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.dates import day_words
from app.domain.managers import ManagerId
from app.domain.satisfaction import Approval, Proposal, Satisfaction, SatisfactionId
from app.services.office import Office
from app.services.satisfaction import LOW
from app.words import _


class ProposalLine(NamedTuple):
    """One proposal: its text, where it stands in words, and whether an answer or a later look is wanted."""

    id: int
    text: str
    stands: str
    wants_answer: bool = False
    wants_look: bool = False


class LastAsked(NamedTuple):
    """The newest answer; `parts` are scores by name, `cause` is private, `is_low` asks for a proposal."""

    id: int
    score: int
    day: str
    parts: tuple[tuple[str, int], ...]
    words: str
    cause: str
    proposals: tuple[ProposalLine, ...]

    @property
    def is_low(self) -> bool:
        """Whether a cause is looked for and something proposed."""
        return self.score <= LOW


def last_asked(office: Office, manager: ManagerId) -> LastAsked | None:
    """The newest answer with its proposals, and those of older ones that are not settled; None before the first."""
    last = office.satisfactions.last_of(manager)
    if last is None:
        return None
    own = office.proposals.of(last.id)
    older = [each for each in office.proposals.open_with(manager) if each.satisfaction != last.id]
    return _shown(office, last, [*older, *own])


def _shown(office: Office, last: Satisfaction, proposals: list[Proposal]) -> LastAsked:
    return LastAsked(
        id=SatisfactionId(last.id), score=last.score, day=day_words(last.asked_on, office.today()),
        parts=tuple(last.parts.items()), words=last.words or "", cause=last.cause or "",
        proposals=tuple(_line(office, each) for each in proposals),
    )  # fmt: skip


def _line(office: Office, proposal: Proposal) -> ProposalLine:
    day = day_words(proposal.checked_on or proposal.on_day, office.today())
    if proposal.checked_on is not None:
        stands = _("Better, {day}") if proposal.better else _("Not better, {day}")
    else:
        stands = {
            Approval.OPEN: _("Proposed {day}"), Approval.APPROVED: _("Approved {day}"),
            Approval.DECLINED: _("Declined {day}"),
        }[proposal.answer]  # fmt: skip
    said = stands.format(day=day)
    if proposal.result:
        said = _("{stands}: {result}").format(stands=said, result=proposal.result)
    approved = proposal.answer is Approval.APPROVED and proposal.checked_on is None
    return ProposalLine(proposal.id, proposal.text, said, proposal.answer is Approval.OPEN, approved)
