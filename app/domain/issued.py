"""A document that was made and kept: its bytes lie beside the database under their SHA-256."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from app.domain.fields import Line, Name
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId

IssuedDocumentId = NewType("IssuedDocumentId", int)


class DocumentKind(StrEnum):
    """What can be made for others."""

    SUMMARY = "summary"
    BRIEF = "brief"
    DRIFT = "drift"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """One document as it was issued; what was sent is never rewritten."""

    id: IssuedDocumentId
    manager: ManagerId
    meeting: MeetingId | None = None
    search: SearchId | None = None
    kind: DocumentKind
    title: Line
    file_name: Line
    made_at: datetime
    pages: int
    sha256: str
    sent_to: Name | None = None
    sent_how: Name | None = None
    sent_on: datetime | None = None
