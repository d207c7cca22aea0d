"""Facts beside each other on one line, each in its own direction: a name in Arabic does not turn the line around it."""

from __future__ import annotations

import unicodedata

_BEGIN, _END = "\u2068", "\u2069"
_FROM_RIGHT = {"R", "AL"}


def beside(*parts: str) -> str:
    """The parts that there are, with a dot between them."""
    return " · ".join(isolated(part) for part in parts if part)


def isolated(words: str) -> str:
    """Words that may stand in a line of another direction."""
    if words.isascii() or not any(unicodedata.bidirectional(sign) in _FROM_RIGHT for sign in words):
        return words
    return f"{_BEGIN}{words}{_END}"
