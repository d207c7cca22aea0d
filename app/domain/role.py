"""The role as the manager lives with it: the last person, alternatives, the process, where people are sought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, SharedLine, SharedName, SharedStatement, Statement
from app.domain.searches import SearchId

PredecessorId = NewType("PredecessorId", int)
AlternativeId = NewType("AlternativeId", int)
ProcessStepId = NewType("ProcessStepId", int)
SourcingChannelId = NewType("SourcingChannelId", int)


class AlternativeAnswer(StrEnum):
    """What the manager said of an alternative."""

    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Predecessor:
    """The last person in the role, as the manager tells it; one a search. The own `reading` stays private."""

    id: Annotated[PredecessorId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    worked: SharedStatement | None = None
    went_wrong: SharedStatement | None = None
    why_left: SharedStatement | None = None
    better: SharedStatement | None = None
    reading: Statement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Somebody or something else that would do, what it would change, and the manager's answer."""

    id: Annotated[AlternativeId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    text: SharedLine
    effect: SharedLine | None = None
    answer: Annotated[AlternativeAnswer | None, SHAREABLE] = None
    on_day: Annotated[date | None, SHAREABLE] = None
    position: Annotated[int, SHAREABLE] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep:
    """A step of the process as walked through with the manager; `owner` is "me", "them", "both" or a name.

    It takes working days, weeks of them, or minutes for a call.
    """

    id: Annotated[ProcessStepId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    what: SharedLine
    owner: SharedName
    days: Annotated[int | None, SHAREABLE] = None
    weeks: Annotated[int | None, SHAREABLE] = None
    minutes: Annotated[int | None, SHAREABLE] = None
    position: Annotated[int, SHAREABLE] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcingChannel:
    """Where people are sought: the plan, who does it, how many, since when, and what came of it."""

    id: Annotated[SourcingChannelId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    channel: SharedName
    plan: SharedLine | None = None
    who: SharedName | None = None
    volume: SharedName | None = None
    started_on: Annotated[date | None, SHAREABLE] = None
    result: SharedLine | None = None
    position: Annotated[int, SHAREABLE] = 0
