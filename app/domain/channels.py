"""How two people talked, and who began."""

from __future__ import annotations

from enum import StrEnum

from app.words import _


class Channel(StrEnum):
    """The way a talk took; `OTHER` does not count for the agreed cadence."""

    CALL = "call"
    VIDEO = "video"
    EMAIL = "email"
    MESSAGE = "message"
    IN_PERSON = "in person"
    LETTER = "letter"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The channel in the person's language, to stand alone: "In person"."""
        return _(self.value.capitalize())


class Direction(StrEnum):
    """Who began a talk, seen from the recruiter."""

    MINE = "from me"
    THEIRS = "from them"
    BOTH = "both"

    @property
    def words(self) -> str:
        """The direction in the person's language, to stand alone: "From them"."""
        return _(self.value.capitalize())
