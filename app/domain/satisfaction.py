"""How satisfied a manager is, asked at most monthly, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, Line, SharedStatement
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId

SatisfactionId = NewType("SatisfactionId", int)


class Approval(StrEnum):
    """What the manager said of a proposal."""

    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """One answer, 1 to 5; the cause is the recruiter's own reading and stays here."""

    id: Annotated[SatisfactionId, SHAREABLE]
    manager: Annotated[ManagerId, SHAREABLE]
    search: Annotated[SearchId | None, SHAREABLE] = None
    meeting: Annotated[MeetingId | None, SHAREABLE] = None
    asked_on: Annotated[date, SHAREABLE]
    score: Annotated[int, SHAREABLE]
    words: SharedStatement | None = None
    cause: Line | None = None
    proposal: SharedStatement | None = None
    approval: Annotated[Approval | None, SHAREABLE] = None
