"""Closing together: the steps from the choice to the signature, always in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, Line, Name, SharedLine, SharedName
from app.domain.searches import PresentationId, SearchId

OfferId = NewType("OfferId", int)
OfferOverrideId = NewType("OfferOverrideId", int)


class VerbalAnswer(StrEnum):
    """What the candidate said to the verbal offer."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer to one candidate; a step that has a date is done. Before a choice it has no candidate."""

    id: Annotated[OfferId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    presentation: Annotated[PresentationId | None, SHAREABLE] = None
    candidate: SharedName | None = None
    chosen_on: Annotated[date | None, SHAREABLE] = None
    salary_talk_on: Annotated[date | None, SHAREABLE] = None
    terms_approved_on: Annotated[date | None, SHAREABLE] = None
    verbal_offer_on: Annotated[date | None, SHAREABLE] = None
    verbal_answer: Annotated[VerbalAnswer | None, SHAREABLE] = None
    verbal_answer_on: Annotated[date | None, SHAREABLE] = None
    written_offer_on: Annotated[date | None, SHAREABLE] = None
    expires_on: Annotated[date | None, SHAREABLE] = None
    signed_on: Annotated[date | None, SHAREABLE] = None
    start_on: Annotated[date | None, SHAREABLE] = None
    declined_on: Annotated[date | None, SHAREABLE] = None
    declined_reason: SharedLine | None = None
    what_changes: SharedLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferOverride:
    """A step recorded out of its order, and why; private, and it stays in sight."""

    id: OfferOverrideId
    offer: OfferId
    step: Name
    reason: Line
    on_day: date
