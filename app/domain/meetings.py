"""A meeting: planned, run with an agenda, captured line by line, ended in one action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.channels import Channel
from app.domain.fields import SHAREABLE, SharedBody, SharedLine, SharedName, SharedStatement
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId, Owner
from app.words import _

AgendaItemId = NewType("AgendaItemId", int)
CapturedItemId = NewType("CapturedItemId", int)


class MeetingKind(StrEnum):
    """What a meeting is for; each has an agenda template."""

    INTAKE = "intake"
    CALIBRATION = "calibration"
    LOOK_BACK = "look_back"
    OFFER = "offer"
    DEBRIEF = "debrief"
    STATUS = "status"
    OTHER = "other"


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"


class CaptureKind(StrEnum):
    """The five kinds a line caught in a meeting can be."""

    DECISION = "decision"
    I_WILL = "i_will"
    THEY_WILL = "they_will"
    NOTE = "note"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A stretch of a meeting that does not count."""

    begun: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting; minutes are planned ones, the real length comes from its times.

    `moved_by` says who asked to move or cancel it, where anybody noted that. `invited_as` is the sequence number of
    the invitation that was sent last, and `invited` whom it went to besides the manager, written as attendees are.
    """

    id: Annotated[MeetingId, SHAREABLE]
    manager: Annotated[ManagerId, SHAREABLE]
    search: Annotated[SearchId | None, SHAREABLE] = None
    kind: Annotated[MeetingKind, SHAREABLE]
    planned_at: Annotated[datetime, SHAREABLE]
    zone: Annotated[str, SHAREABLE]
    minutes: Annotated[int, SHAREABLE] = 30
    channel: Annotated[Channel, SHAREABLE] = Channel.VIDEO
    place: SharedLine | None = None
    attendees: Annotated[tuple[str, ...], SHAREABLE] = ()
    uid: SharedLine
    sequence: Annotated[int, SHAREABLE] = 0
    in_short: SharedBody | None = None
    state: Annotated[MeetingState, SHAREABLE] = MeetingState.PLANNED
    started_at: Annotated[datetime | None, SHAREABLE] = None
    ended_at: Annotated[datetime | None, SHAREABLE] = None
    pauses: tuple[Pause, ...] = ()
    invitation_sent_at: datetime | None = None
    invited_as: int | None = None
    invited: tuple[str, ...] = ()
    moved_by: Owner | None = None

    def length(self, now: datetime) -> timedelta:
        """How long it has really run until `now` or its end, without its pauses."""
        if self.started_at is None:
            return timedelta(0)
        end = self.ended_at or now
        rested = sum(((pause.ended or end) - pause.begun for pause in self.pauses), timedelta(0))
        return max(end - self.started_at - rested, timedelta(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One point of the agenda, in its order."""

    id: Annotated[AgendaItemId, SHAREABLE]
    meeting: Annotated[MeetingId, SHAREABLE]
    text: SharedLine
    minutes: Annotated[int | None, SHAREABLE] = None
    done: bool = False
    position: Annotated[int, SHAREABLE] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedItem:
    """One line caught in a meeting: its first line is the thing itself, the next its reason or measure.

    A promise with a repetition becomes an expectation when the meeting ends; `promise` asks for it without one.
    """

    id: Annotated[CapturedItemId, SHAREABLE]
    meeting: Annotated[MeetingId, SHAREABLE]
    kind: Annotated[CaptureKind, SHAREABLE]
    text: SharedStatement
    at: datetime
    position: Annotated[int, SHAREABLE] = 0
    promise: bool = False
    became: SharedName | None = None


def kind_label(kind: MeetingKind) -> str:
    """What a meeting of this kind is called on screen and paper."""
    return {
        MeetingKind.INTAKE: _("Intake meeting"),
        MeetingKind.CALIBRATION: _("Calibration call"),
        MeetingKind.LOOK_BACK: _("Look back"),
        MeetingKind.OFFER: _("Offer walk-through"),
        MeetingKind.DEBRIEF: _("Debrief"),
        MeetingKind.STATUS: _("Status call"),
        MeetingKind.OTHER: _("Meeting"),
    }[kind]


def due_by_default(held_on: date, next_working_day: date) -> date:
    """When something agreed without a date is due: the next working day, never the day of the meeting itself."""
    return max(next_working_day, held_on + timedelta(days=1))
