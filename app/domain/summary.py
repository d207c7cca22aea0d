"""What a meeting summary says: the shareable values that the paper is made from.

None of these types has a field that could hold private text, so a leak is a type error before it is a test failure.
Dates and times arrive as words, already in the reader's form.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One of the four facts under the title: "Date", "Tue 24 Nov 2026"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision and, in grey behind it, its reason."""

    statement: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A promise of one side: what, how both know it is kept, and when."""

    statement: str
    measure: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One next step with one owner and a date."""

    text: str
    who: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """A market fact and where it comes from."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A requirement that changed: what it was, what it is now."""

    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How satisfied the manager is, 1 to 5, in their own words."""

    score: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two columns of "What each of us keeps"."""

    name: str
    promises: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSummary:
    """Everything on the page, in its order; an empty part leaves no trace."""

    title: str
    facts: tuple[Fact, ...]
    mine: Side
    theirs: Side
    firm: str = ""
    logo: bytes | None = None
    in_short: str = ""
    decisions: tuple[Decided, ...] = ()
    steps: tuple[Step, ...] = ()
    questions: tuple[str, ...] = ()
    changes: tuple[Drift, ...] = ()
    market: tuple[Sourced, ...] = ()
    notes: tuple[str, ...] = ()
    satisfaction: Rating | None = None
    author: str = ""
    language: str = "en-GB"
