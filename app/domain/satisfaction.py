"""How satisfied a manager is, asked at most monthly, in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, Line, SharedStatement
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId

SatisfactionId = NewType("SatisfactionId", int)
ProposalId = NewType("ProposalId", int)


class Approval(StrEnum):
    """What the manager said of a proposal."""

    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """One answer, 1 to 5, as a whole and for `parts` by their names; the cause is your own reading and stays here."""

    id: Annotated[SatisfactionId, SHAREABLE]
    manager: Annotated[ManagerId, SHAREABLE]
    search: Annotated[SearchId | None, SHAREABLE] = None
    meeting: Annotated[MeetingId | None, SHAREABLE] = None
    asked_on: Annotated[date, SHAREABLE]
    score: Annotated[int, SHAREABLE]
    words: SharedStatement | None = None
    cause: Line | None = None
    parts: Annotated[Mapping[str, int], SHAREABLE] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the recruiter proposed after a low score, the manager's answer, and whether it was better when checked."""

    id: Annotated[ProposalId, SHAREABLE]
    satisfaction: Annotated[SatisfactionId, SHAREABLE]
    text: SharedStatement
    answer: Annotated[Approval, SHAREABLE] = Approval.OPEN
    on_day: Annotated[date, SHAREABLE]
    checked_on: Annotated[date | None, SHAREABLE] = None
    better: Annotated[bool | None, SHAREABLE] = None
    result: SharedStatement | None = None
