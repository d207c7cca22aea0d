"""The clock of a running meeting: how far it is, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.meetings import Meeting, MeetingState
from app.words import _, plural

_NEARLY = 0.8


class Stage(StrEnum):
    """How a meeting stands against its planned length."""

    RUNNING = "running"
    NEARLY = "nearly"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One look at the clock: the stage, the part of the length that is gone (0 to 1), and two short texts."""

    stage: Stage
    part: float
    clock: str
    beside: str


def is_paused(meeting: Meeting) -> bool:
    """Whether the clock of a running meeting stands still."""
    return meeting.state is MeetingState.RUNNING and bool(meeting.pauses) and meeting.pauses[-1].ended is None


def read_timer(meeting: Meeting, now: datetime) -> Reading:
    """The clock at a moment; from 80 % on it says what is left, after the end what is over."""
    gone, planned = meeting.length(now), timedelta(minutes=meeting.minutes)
    left = planned - gone
    stage = Stage.OVER if left <= timedelta(0) else Stage.NEARLY if gone >= planned * _NEARLY else Stage.RUNNING
    if is_paused(meeting):
        beside = _("paused")
    elif stage is Stage.NEARLY:
        minutes = -(-left // timedelta(minutes=1))
        beside = plural("{count} min left", "{count} min left", minutes)
    else:
        beside = _("of {length}").format(length=_minutes(planned))
    clock = _("+{time}").format(time=_minutes(-left)) if stage is Stage.OVER else _minutes(gone)
    return Reading(stage=stage, part=min(gone / planned, 1.0), clock=clock, beside=beside)


def _minutes(length: timedelta) -> str:
    seconds = int(length.total_seconds())
    return f"{seconds // 60}:{seconds % 60:02}"
