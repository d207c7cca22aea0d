"""Facts beside each other on one line, each in its own direction: a name in Arabic does not turn the line around it."""

from __future__ import annotations

from app.domain.text import isolated


def beside(*parts: str) -> str:
    """The parts that there are, with a dot between them."""
    return " · ".join(isolated(part) for part in parts if part)
