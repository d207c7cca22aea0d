"""What was said in a meeting: its day, or the phrase that makes it a promise."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from app.domain.captured import CapturedLine, understand_captured

NOW = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)  # a Tuesday
FRIDAY = date(2026, 11, 27)
FIVE = time(17, 0)


def read(text: str) -> CapturedLine:
    return understand_captured(text, now=NOW, zone=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("said", "statement", "due", "due_time"),
    [
        ("Send two CVs by Fri 27 Nov", "Send two CVs", FRIDAY, None),
        ("Share feedback by Thursday 3 December", "Share feedback", date(2026, 12, 3), None),
        ("Share feedback by 3rd December 2027.", "Share feedback", date(2027, 12, 3), None),
        ("Send two CVs by friday", "Send two CVs", FRIDAY, None),
        ("Send two CVs !fri", "Send two CVs", FRIDAY, None),
        ("Send !fri two CVs", "Send !fri two CVs", FRIDAY, None),
        ("Answer by today 17:00", "Answer", date(2026, 11, 24), FIVE),
        ("Answer by Friday at 17:00.", "Answer", FRIDAY, FIVE),
        ("Answer tomorrow", "Answer", date(2026, 11, 25), None),
        ("Answer on Friday", "Answer", FRIDAY, None),
        ("By Friday the panel is named", "By Friday the panel is named", FRIDAY, None),
        ("Answer by 27.11", "Answer", FRIDAY, None),
        ("Answer by 2026-11-27", "Answer", FRIDAY, None),
        ("Antwort bis Freitag", "Antwort", FRIDAY, None),
        ("Odpowiedź do piątek", "Odpowiedź", FRIDAY, None),
        ("Answer by 31 February", "Answer by 31 February", None, None),
        ("Prepare the Friday note", "Prepare the Friday note", None, None),
        ("What we said today must be written", "What we said today must be written", None, None),
        ("Friday", "Friday", FRIDAY, None),
        ("by friday", "by friday", FRIDAY, None),
        ("Stand by Anna", "Stand by Anna", None, None),
        ("!wow", "!wow", None, None),
        ("", "", None, None),
    ],
)
def test_a_day_makes_it_due(said: str, statement: str, due: date | None, due_time: time | None) -> None:
    expected = CapturedLine(statement=statement, detail="", due=due, due_time=due_time, repetition=None)
    assert read(said) == expected


@pytest.mark.parametrize(
    ("said", "statement", "repetition"),
    [
        ("Status every Friday", "Status", "every Friday"),
        ("Status every Friday 17:00.", "Status", "every Friday 17:00"),
        ("A call every 14 days", "A call", "every 14 days"),
        ("A call every other week", "A call", "every other week"),
        ("A call every two months", "A call every two months", None),
        ("Status weekly", "Status", "weekly"),
        ("Feedback within 2 days", "Feedback", "within 2 days"),
        ("Feedback within 2 working days of a CV", "Feedback", "within 2 working days of a CV"),
        ("Feedback within 48 h after an interview", "Feedback", "within 48 h after an interview"),
        ("Always tell candidates where they stand", "Always tell candidates where they stand", "Always"),
        ("Exclusive until the offer is signed", "Exclusive", "until the offer is signed"),
        ("Salary talk is mine always until the offer", "Salary talk is mine", "always until the offer"),
        ("A call jeden Freitag", "A call", "jeden Freitag"),
        ("Raport co tydzień", "Raport", "co tydzień"),
        ("Every candidate is told", "Every candidate is told", None),
        ("weekly", "weekly", "weekly"),
        ("Status every Friday, always short", "Status every Friday, always short", "every Friday"),
    ],
)
def test_a_repetition_is_handed_on_as_a_phrase(said: str, statement: str, repetition: str | None) -> None:
    expected = CapturedLine(statement=statement, detail="", due=None, due_time=None, repetition=repetition)
    assert read(said) == expected


def test_a_repetition_and_a_day_stand_side_by_side() -> None:
    found = read("Status every Friday by 1 December")
    assert (found.repetition, found.due) == ("every Friday", date(2026, 12, 1))


def test_a_pasted_page_stays_as_it_is() -> None:
    page = "until every Friday by friday !fri within 2 days of " * 20_000
    assert read(page) == CapturedLine(statement=page.strip(), detail="", due=None, due_time=None, repetition=None)


def test_further_lines_are_detail() -> None:
    found = read("Send two CVs by friday\r\nBell, by monday\n Haddad")
    assert (found.statement, found.due, found.detail) == ("Send two CVs", FRIDAY, "Bell, by monday\n Haddad")
