"""Knowing when to let go: what an honest look led to, with the facts as they stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from app.domain.fields import Body, Statement
from app.domain.managers import ManagerId

PartingId = NewType("PartingId", int)


class PartingChoice(StrEnum):
    """The three equal choices of an honest look."""

    TALK = "talk"
    LOOK_AGAIN = "look_again"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """One choice on one day; `facts` are the words of that day. All of it is private."""

    id: PartingId
    manager: ManagerId
    on_day: date
    facts: Body
    choice: PartingChoice
    reason: Statement | None = None
    message: Body | None = None
    taken_back_on: date | None = None
