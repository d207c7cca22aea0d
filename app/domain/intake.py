"""What is asked at an intake: a question that was not asked stays a gap in sight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.domain.fields import Line, Statement
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId

QuestionId = NewType("QuestionId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to a manager about a search, with its answer once it was asked."""

    id: QuestionId
    manager: ManagerId
    search: SearchId | None = None
    meeting: MeetingId | None = None
    text: Line
    answer: Statement | None = None
    asked_on: date | None = None
    position: int = 0
