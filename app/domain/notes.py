"""A note: Markdown as it was typed, private until its owner says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, SharedBody, SharedName
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId

NoteId = NewType("NoteId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note; its text may leave only while `shareable` is on, which the database's views hold to."""

    id: Annotated[NoteId, SHAREABLE]
    manager: Annotated[ManagerId, SHAREABLE]
    search: Annotated[SearchId | None, SHAREABLE] = None
    meeting: Annotated[MeetingId | None, SHAREABLE] = None
    title: SharedName
    body: SharedBody = ""
    shareable: bool = False
    pinned: bool = False
