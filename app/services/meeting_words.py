"""Where the words somebody looked for stand in a meeting: a line that was caught, what it was in short, its place."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.meetings import CaptureKind
from app.domain.talks import MeetingId
from app.services import marking
from app.services.marking import Excerpt
from app.services.office import Office


class FoundLine(NamedTuple):
    """The words in their line; a private one never leaves the office."""

    excerpt: Excerpt
    is_private: bool


def found_line(office: Office, meeting: MeetingId, words: str) -> FoundLine | None:
    """The line with most of the words, the first of such; None where they stand in no line."""
    wanted, known = marking.wanted_in(words), office.meetings.get(meeting)
    lines = [(item.text, item.kind is CaptureKind.PRIVATE) for item in office.captured_items.of(meeting)]
    lines += [(text, False) for text in (known.in_short, known.place) if text]
    found = [FoundLine(marking.excerpt(text, wanted), private) for text, private in lines]
    best = max(found, key=lambda each: len(each.excerpt.marks), default=None)
    return best if best is not None and best.excerpt.marks else None
