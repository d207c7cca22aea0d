"""An expectation, on screen also a promise: what one side keeps, how both know, by which clock.

Its wordings are records of their own: "renegotiate" writes a new one, nothing else does, and none is ever changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.clocks import Clock, Deed, Outcome, Within
from app.domain.fields import SHAREABLE, Line, SharedStatement
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId

ExpectationId = NewType("ExpectationId", int)
WordingId = NewType("WordingId", int)
CheckInId = NewType("CheckInId", int)


class Side(StrEnum):
    """Who keeps it; `both` is one record shown in both columns."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


# Whose promise a deed can keep: the manager's answer is no promise of yours.
_KEEPERS = {
    Deed.ANSWER: {Side.THEIRS}, Deed.FEEDBACK: {Side.THEIRS}, Deed.CHOICE: {Side.THEIRS}, Deed.TERMS: {Side.THEIRS},
    Deed.INTERVIEW: {Side.MINE, Side.THEIRS}, Deed.TOLD: {Side.MINE}, Deed.SUMMARY: {Side.MINE},
    Deed.PLAN: {Side.MINE}, Deed.THREE_PEOPLE: {Side.MINE},
    Deed.VERBAL_OFFER: {Side.MINE}, Deed.WRITTEN_OFFER: {Side.MINE, Side.THEIRS}, Deed.INTAKE: {Side.MINE, Side.THEIRS},
}  # fmt: skip


def keeps(side: Side, deed: Deed) -> bool:
    """Whether a deed can keep a promise of this side."""
    return side in _KEEPERS[deed]


def answered_by(clock: Within, side: Side) -> Deed | None:
    """What answers an event for this side by itself; None where a person says it, as of a deed of the other side."""
    deed = clock.closed_by
    return deed if deed is not None and keeps(side, deed) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording; agreed when it has a date."""

    id: Annotated[WordingId, SHAREABLE]
    expectation: Annotated[ExpectationId, SHAREABLE]
    statement: SharedStatement
    measure: SharedStatement | None = None
    clock: Annotated[Clock | None, SHAREABLE] = None
    agreed_on: Annotated[date | None, SHAREABLE] = None
    agreed_in: Annotated[MeetingId | None, SHAREABLE] = None
    written_on: Annotated[date, SHAREABLE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """The promise itself; what it says lies in its wordings."""

    id: Annotated[ExpectationId, SHAREABLE]
    manager: Annotated[ManagerId, SHAREABLE]
    search: Annotated[SearchId | None, SHAREABLE] = None
    side: Annotated[Side, SHAREABLE]
    position: Annotated[int, SHAREABLE] = 0
    closed_on: Annotated[date | None, SHAREABLE] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """Whether it was kept at one due; `due` is empty for a promise that is always on. The remark stays here."""

    id: Annotated[CheckInId, SHAREABLE]
    expectation: Annotated[ExpectationId, SHAREABLE]
    side: Annotated[Side, SHAREABLE]
    due: Annotated[datetime | None, SHAREABLE] = None
    on: Annotated[datetime, SHAREABLE]
    outcome: Annotated[Outcome, SHAREABLE]
    event: str | None = None
    evidence: Line | None = None
    remark: Line | None = None
