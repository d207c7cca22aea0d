"""Placed, together: how a placement is celebrated, and the days after a start that are worth a call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, SharedLine, SharedName, Statement
from app.domain.offers import OfferId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId

CelebrationId = NewType("CelebrationId", int)
AnniversaryId = NewType("AnniversaryId", int)


class Form(StrEnum):
    """How it is celebrated."""

    LUNCH = "lunch"
    DINNER = "dinner"
    DRINK = "drink"
    COFFEE = "coffee"
    CARD = "card"
    CALL = "call"


class Milestone(StrEnum):
    """The days after a start that are remembered."""

    START = "start"
    WEEK = "week"
    DAY_30 = "day_30"
    DAY_60 = "day_60"
    DAY_90 = "day_90"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Celebration:
    """Once a placement: without a form it was put off, once, to a day; `meeting` is where it stands in the diary."""

    id: Annotated[CelebrationId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    offer: Annotated[OfferId | None, SHAREABLE] = None
    occasion: SharedName
    form: Annotated[Form | None, SHAREABLE] = None
    on_day: Annotated[date | None, SHAREABLE] = None
    place: SharedLine | None = None
    remark: Statement | None = None
    thanked_on: date | None = None
    put_off_to: date | None = None
    meeting: MeetingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """A day after a start on which one asked how it goes; private."""

    id: AnniversaryId
    offer: OfferId
    milestone: Milestone
    done_on: date
    remark: Statement | None = None
