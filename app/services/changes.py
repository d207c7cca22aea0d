"""What one finished action touched, and how to name it: the value that views refresh from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One finished action: its label (what "Undo ..." says), the rows it touched, and the main record it made."""

    label: str
    touched: frozenset[tuple[str, int]] = frozenset()
    record: str = ""
    id: int = 0
