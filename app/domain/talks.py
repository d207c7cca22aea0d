"""A talk: one entry of the communication log, with the follow-ups it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.channels import Channel, Direction
from app.domain.fields import SHAREABLE, Body, Line, SharedLine, SharedStatement
from app.domain.managers import ManagerId
from app.domain.searches import SearchId

TalkId = NewType("TalkId", int)
FollowUpId = NewType("FollowUpId", int)
MeetingId = NewType("MeetingId", int)


class Origin(StrEnum):
    """How a talk came into the log."""

    TYPED = "typed"
    MEETING = "meeting"
    IMPORTED = "imported"


class Owner(StrEnum):
    """Who does a follow-up."""

    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One talk; its text is private, only its decision may leave. `private` is what was typed behind `//`."""

    id: Annotated[TalkId, SHAREABLE]
    manager: Annotated[ManagerId, SHAREABLE]
    search: Annotated[SearchId | None, SHAREABLE] = None
    meeting: Annotated[MeetingId | None, SHAREABLE] = None
    at: Annotated[datetime, SHAREABLE]
    zone: Line = "UTC"
    channel: Channel = Channel.OTHER
    direction: Direction = Direction.MINE
    minutes: int | None = None
    text: Body
    decision: SharedLine | None = None
    private: Body | None = None
    origin: Origin = Origin.TYPED
    message_id: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One thing to do with one owner and a date."""

    id: Annotated[FollowUpId, SHAREABLE]
    manager: Annotated[ManagerId, SHAREABLE]
    search: Annotated[SearchId | None, SHAREABLE] = None
    talk: TalkId | None = None
    meeting: Annotated[MeetingId | None, SHAREABLE] = None
    owner: Annotated[Owner, SHAREABLE] = Owner.ME
    text: SharedStatement
    due: Annotated[date, SHAREABLE]
    done_at: Annotated[datetime | None, SHAREABLE] = None
    snoozed_to: date | None = None
    nudged_at: datetime | None = None

    def stands_on(self) -> date:
        """The day it shows up: put off by a snooze, else when it is due."""
        return self.snoozed_to or self.due
