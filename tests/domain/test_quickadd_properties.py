"""Whatever is typed, nothing of it is lost and nothing fails."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.captured import understand_captured
from app.domain.quickadd import MarkKind, QuickLine, understand

SEARCHES = ((1, "Senior Backend Engineer"), (2, ""))
SIGNS = """call 25m : both > //
agreed agreed: to that ! !fri !them fri !31.02 !2d !27.11 @mon @10:30 14:00 @27.11 @2199-12-31
#Back #Nope # x. y; send CVs by every friday within 2 days weekly until 3 December 17:00 \u0130 \ufb01"""
PIECES = st.sampled_from([*SIGNS.split(), "\n", "\t", "\xa0", "\u2028"])
LINES = st.builds(
    str.join,
    st.sampled_from([" ", "  ", "\t", ""]),
    st.lists(PIECES | PIECES | PIECES | st.text(max_size=6), min_size=3),
)
NOWS = st.integers(946_684_800, 4_102_444_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
ZONES = st.sampled_from([ZoneInfo(name) for name in ("UTC", "Pacific/Kiritimati", "America/Sao_Paulo")])


def letters(text: str) -> str:
    return "".join(text.split())


def follows(part: str, whole: str) -> bool:
    """Whether the letters of `part` stand in `whole` in this order."""
    rest = iter(whole)
    return all(letter in rest for letter in part)


def typed_lines(line: str) -> list[str]:
    return line.replace("\r\n", "\n").replace("\r", "\n").split("\n", 1)


def plain_text(found: QuickLine, lines: list[str]) -> str:
    detail = lines[1] if len(lines) > 1 else ""
    assert found.text.endswith(detail)
    return found.text[: len(found.text) - len(detail)]


@settings(max_examples=400, deadline=None)
@given(LINES, NOWS, ZONES)
def test_nothing_typed_is_lost(line: str, now: datetime, zone: ZoneInfo) -> None:
    found = understand(line, now=now, zone=zone, searches=SEARCHES)
    lines = typed_lines(line)
    plain = plain_text(found, lines)
    signs = [lines[0][mark.start : mark.end] for mark in found.marks if mark.kind is not MarkKind.UNKNOWN_SEARCH]
    kept = Counter(letters(plain + (found.decision or "") + "".join(signs)))
    assert Counter(letters(lines[0])) <= kept
    assert follows(letters(plain), lines[0])
    assert follows(letters(found.decision or "").replace(";", ""), lines[0])


@settings(max_examples=400, deadline=None)
@given(LINES, NOWS, ZONES)
def test_every_mark_is_a_span_and_every_plan_has_words(line: str, now: datetime, zone: ZoneInfo) -> None:
    found = understand(line, now=now, zone=zone, searches=SEARCHES)
    first = typed_lines(line)[0]
    ends = [0, *(mark.end for mark in found.marks)]
    assert all(end <= mark.start < mark.end <= len(first) for end, mark in zip(ends, found.marks, strict=False))
    planned = {
        MarkKind.FOLLOW_UP: [plan.text for plan in found.follow_ups],
        MarkKind.PROMISE: [plan.text for plan in found.promises],
    }
    for kind, plans in planned.items():
        marked = [first[mark.start : mark.end] for mark in found.marks if mark.kind is kind]
        for words, plan in zip(marked, plans, strict=True):
            assert plan
            assert words.endswith(plan) or found.text.startswith(plan) or plan == found.decision
    assert any(mark.kind is MarkKind.DECISION for mark in found.marks) == bool(found.decision)
    for mark in found.marks:
        if mark.kind is MarkKind.PRIVATE:
            assert first[mark.start : mark.end].removeprefix("//").strip() == (found.private or "")


@settings(max_examples=200, deadline=None)
@given(LINES, NOWS, ZONES)
def test_a_line_says_the_same_twice_and_never_lies_ahead(line: str, now: datetime, zone: ZoneInfo) -> None:
    found = understand(line, now=now, zone=zone, searches=SEARCHES)
    assert found == understand(line, now=now, zone=zone, searches=SEARCHES)
    assert found.at <= now
    assert found.at.tzinfo is UTC


@settings(max_examples=400, deadline=None)
@given(LINES, NOWS, ZONES)
def test_a_captured_line_loses_only_its_phrases(line: str, now: datetime, zone: ZoneInfo) -> None:
    found = understand_captured(line, now=now, zone=zone)
    first, *detail = typed_lines(line)
    assert found.detail == "".join(detail)
    assert bool(found.statement) == bool(first.strip())
    assert follows(letters(found.statement), first)
    if found.due is None and found.repetition is None:
        assert found.statement == first.strip()
