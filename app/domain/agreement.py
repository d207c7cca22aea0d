"""What an agreement sheet says: the shareable values that the paper is made from.

None of these types has a field that could hold private text. Dates and clocks arrive as words.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.expectations import ExpectationId, Side
from app.domain.summary import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """One promise: how both know that it is kept, by which clock, and for which search where there are several."""

    id: ExpectationId
    side: Side
    statement: str
    measure: str = ""
    when: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A paragraph below the promises, such as "If it does not work"."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSheet:
    """Everything on the sheet, in its order; what is only proposed stands apart, to be discussed.

    `own` and `theirs` are the names that head the columns; `own` is empty while the office does not know whose it is.
    """

    title: str
    facts: tuple[Fact, ...]
    own: str
    theirs: str
    agreed: tuple[Promised, ...] = ()
    to_discuss: tuple[Promised, ...] = ()
    clauses: tuple[Clause, ...] = ()
    firm: str = ""
    logo: bytes | None = None
    author: str = ""
    language: str = "en-GB"
