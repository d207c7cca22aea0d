"""How often you talk, and how quickly the manager answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.working_time import WorkingTime


def days_since(last_talk_at: datetime, now: datetime, zone: ZoneInfo) -> int:
    """Calendar days since the last talk, in the computer's zone; the caller leaves out the channel *other*."""
    return max((now.astimezone(zone).date() - last_talk_at.astimezone(zone).date()).days, 0)


def reply_time(pairs: Sequence[tuple[datetime, datetime]], working: WorkingTime) -> timedelta | None:
    """The median working time from question to answer, None without any."""
    spans = sorted(working.between(asked, answered) for asked, answered in pairs)
    if not spans:
        return None
    # By hand: the standard module for this costs 10 ms to import, and a start waits for it.
    return (spans[(len(spans) - 1) // 2] + spans[len(spans) // 2]) / 2
