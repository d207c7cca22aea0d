"""Where found words stand in a meeting: the line with most of them, and whether it is private."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.meetings import CaptureKind, MeetingKind
from app.domain.talks import MeetingId
from app.services import meetings
from app.services.meeting_words import found_line
from app.services.office import Office
from builders import NOW, amara, memory_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with one meeting, of which some lines are known."""
    made = memory_office(tmp_path)
    meeting = MeetingId(
        meetings.plan(made, amara(made), kind=MeetingKind.STATUS, at=NOW, place="Café Łazienki").id
    )  # fmt: skip
    meetings.start(made, meeting)
    for kind, text in (
        (CaptureKind.NOTE, "The panel meets twice"), (CaptureKind.PRIVATE, "The panel meets without Bo"),
    ):  # fmt: skip
        meetings.capture(made, meeting, kind=kind, text=text)
    return made


@pytest.mark.parametrize(
    ("words", "line", "is_private"),
    [
        ("panel", "The panel meets twice", False), ("panel bo", "The panel meets without Bo", True),
        ("lazienki", "Café Łazienki", False), ("zzz", None, None), ("", None, None),
    ],
)  # fmt: skip
def test_the_line_with_most_of_the_words(office: Office, words: str, line: str | None, is_private: bool | None) -> None:
    found = found_line(office, MeetingId(1), words)

    assert (found and found.excerpt.text, found and found.is_private) == (line, is_private)
