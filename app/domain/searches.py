"""A search: one open position of a hiring manager, with the people presented and the facts of its market."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, Body, Line, SharedBody, SharedLine, SharedName, SharedStatement, Statement
from app.domain.managers import ManagerId

SearchId = NewType("SearchId", int)
PresentationId = NewType("PresentationId", int)
InterviewId = NewType("InterviewId", int)
MarketFactId = NewType("MarketFactId", int)

REVIEW_DAYS = 14  # without progress, until a review of the position is proposed; a search may say otherwise


class Stage(StrEnum):
    """Where a search stands, in its order."""

    INTAKE = "intake"
    SOURCING = "sourcing"
    INTERVIEWS = "interviews"
    OFFER = "offer"
    CLOSED = "closed"


class PayPeriod(StrEnum):
    """What a salary band is paid for."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"


def in_a_sentence(candidate: str) -> str:
    """A candidate's name as it is said: "Thandi Khumalo" for "Khumalo, Thandi", any other as it stands."""
    family, comma, given = candidate.partition(", ")
    return f"{given} {family}" if comma and given.strip() and "," not in given else candidate


class CandidateStage(StrEnum):
    """How far somebody presented has come; no more than a conversation needs."""

    PRESENTED = "presented"
    INTERVIEW = "interview"
    FINALIST = "finalist"
    CHOSEN = "chosen"
    OUT = "out"


class Answer(StrEnum):
    """What the manager said of a person presented."""

    YES = "yes"
    NO = "no"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One position to fill; pay is whole cents. After `review_days` without progress a review of it is proposed."""

    id: Annotated[SearchId, SHAREABLE]
    manager: Annotated[ManagerId, SHAREABLE]
    title: SharedName
    location: SharedLine | None = None
    headcount: Annotated[int, SHAREABLE] = 1
    opened_on: Annotated[date, SHAREABLE]
    target_start: Annotated[date | None, SHAREABLE] = None
    salary_min: Annotated[int | None, SHAREABLE] = None
    salary_max: Annotated[int | None, SHAREABLE] = None
    currency: Annotated[str | None, SHAREABLE] = None
    stage: Annotated[Stage, SHAREABLE] = Stage.INTAKE
    outcome: Body | None = None
    closed_on: Annotated[date | None, SHAREABLE] = None
    titles: Annotated[tuple[str, ...], SHAREABLE] = ()
    unit: Line | None = None
    remote: SharedLine | None = None
    reason_open: Statement | None = None
    drop_dead: date | None = None
    salary_period: Annotated[PayPeriod | None, SHAREABLE] = None
    brief: SharedBody | None = None
    company_bound: bool = False
    review_days: int | None = None
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChange:
    """The day a search entered a stage; written by moving it, never edited."""

    id: Annotated[int, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    stage: Annotated[Stage, SHAREABLE]
    on_day: Annotated[date, SHAREABLE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """A person presented for a search and the manager's answer; the feedback clock runs between the two times.

    `requirement` is the id of the requirement that the answer touched; you told them at `told_at` where they stand.
    """

    id: Annotated[PresentationId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    candidate: SharedName
    presented_at: Annotated[datetime, SHAREABLE]
    answer: Annotated[Answer | None, SHAREABLE] = None
    answered_at: Annotated[datetime | None, SHAREABLE] = None
    reason: SharedLine | None = None
    requirement: Annotated[int | None, SHAREABLE] = None
    stage: Annotated[CandidateStage, SHAREABLE] = CandidateStage.PRESENTED
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A talk of the manager with somebody presented, held or booked, and what they said afterwards."""

    id: Annotated[InterviewId, SHAREABLE]
    presentation: Annotated[PresentationId, SHAREABLE]
    held_at: Annotated[datetime, SHAREABLE]
    answered_at: Annotated[datetime | None, SHAREABLE] = None
    words: SharedStatement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketFact:
    """A fact about the market, where it is from, and when the manager was shown it."""

    id: Annotated[MarketFactId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    text: SharedLine
    source: SharedLine
    on_day: Annotated[date, SHAREABLE]
    shown_on: Annotated[date | None, SHAREABLE] = None
