"""What a search brief says: the shareable values that the paper is made from.

None of these types has a field that could hold private text. Dates arrive as words, already in the reader's form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.summary import Fact, Sourced, Step


class BriefPart(StrEnum):
    """The parts of a brief that can be left out."""

    REQUIREMENTS = "requirements"
    DEALS = "deals"
    LAST_PERSON = "last_person"
    ALTERNATIVES = "alternatives"
    MARKET = "market"
    PROCESS = "process"
    SOURCING = "sourcing"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A requirement and the question that shows whether somebody has it."""

    text: str
    probe: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A question about the last person in the role, and what the manager told."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One step of the drift: was and now, either of which may be empty, and when, by whom, with how many days lost."""

    was: str
    now: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchBrief:
    """Everything on the page, in its order; an empty part leaves no trace. `drift` sums the changes up."""

    title: str
    facts: tuple[Fact, ...]
    firm: str = ""
    logo: bytes | None = None
    brief: str = ""
    musts: tuple[Wanted, ...] = ()
    nices: tuple[Wanted, ...] = ()
    deal_makers: tuple[str, ...] = ()
    deal_breakers: tuple[str, ...] = ()
    last_person: tuple[Told, ...] = ()
    alternatives: tuple[Sourced, ...] = ()
    market: tuple[Sourced, ...] = ()
    process: tuple[Step, ...] = ()
    sourcing: tuple[Sourced, ...] = ()
    changes: tuple[Changed, ...] = ()
    drift: str = ""
    author: str = ""
    language: str = "en-GB"
