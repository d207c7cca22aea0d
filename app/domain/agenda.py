"""A point of an agenda on one line: what it is about, and behind it the minutes: "Panel of two, dates · 5 min"."""

from __future__ import annotations

import re

from app.words import _

_MINUTES = re.compile(r"[\s,·–-]+([0-9]{1,4})\s*(?:m|min|mins|minutes?|minuten)\.?$", re.IGNORECASE)


def point_words(text: str, minutes: int | None) -> str:
    """The point as it is shown and typed."""
    return text if minutes is None else _("{point} · {minutes} min").format(point=text, minutes=minutes)


def understand_point(line: str) -> tuple[str, int | None]:
    """What was typed as text and minutes; without minutes at its end all of it is text."""
    typed = line.strip()
    found = _MINUTES.search(typed)
    if found is None or not typed[: found.start()].strip():
        return typed, None
    return typed[: found.start()].strip(), int(found[1])
