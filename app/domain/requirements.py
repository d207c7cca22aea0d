"""What a search asks for: must-haves and nice-to-haves with probes, deal makers and breakers, and how they drift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, SharedLine
from app.domain.searches import SearchId

RequirementId = NewType("RequirementId", int)
RequirementChangeId = NewType("RequirementChangeId", int)


class RequirementKind(StrEnum):
    """What a line of the requirements is."""

    MUST = "must"
    NICE = "nice"
    DEAL_MAKER = "deal_maker"
    DEAL_BREAKER = "deal_breaker"


# More than these is a wish list, which nobody fits (DOMAIN: requirements).
MOST = {RequirementKind.MUST: 5, RequirementKind.NICE: 3}


class RequirementSource(StrEnum):
    """Where a requirement comes from: asked of the manager, or learnt from the last person in the role."""

    ASKED = "asked"
    PREDECESSOR = "predecessor"


class AskedBy(StrEnum):
    """Who wanted a change."""

    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One line; the probe is the question that shows whether somebody has it. Once agreed, every change is kept."""

    id: Annotated[RequirementId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    kind: Annotated[RequirementKind, SHAREABLE]
    text: SharedLine
    probe: SharedLine | None = None
    position: Annotated[int, SHAREABLE] = 0
    source: Annotated[RequirementSource, SHAREABLE] = RequirementSource.ASKED
    agreed_on: Annotated[date | None, SHAREABLE] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementChange:
    """One step of the drift after agreement: `was` is None for a new one, `now` for one dropped. Never for a typo."""

    id: Annotated[RequirementChangeId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    requirement: Annotated[RequirementId | None, SHAREABLE] = None
    was: SharedLine | None = None
    now: SharedLine | None = None
    on_day: Annotated[date, SHAREABLE]
    asked_by: Annotated[AskedBy, SHAREABLE]
    days_lost: Annotated[int | None, SHAREABLE] = None
