"""The notes of a manager as rows of a list: short, a page at a time, never the whole text.

Pinned ones come first, then the newest. A page goes on after the last row of the one before (`after`).
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from app.storage.failures import readable
from app.storage.finding import match_of

_BEGINNING = 400


class Line(NamedTuple):
    """One note in a list: `beginning` is the start of its text, `changed` UTC ISO text."""

    id: int
    title: str
    beginning: str
    shareable: bool
    pinned: bool
    changed: str


def page(
    conn: sqlite3.Connection, manager: int, *, words: str = "", after: Line | None = None, limit: int = 100
) -> list[Line]:
    """The next rows; with `words`, only the notes that hold every one of them (the last may be a beginning)."""
    query = match_of(words)
    if words.strip() and not query:
        return []
    pinned, changed, last = (after.pinned, after.changed, after.id) if after else (2, "", 0)
    values = {"manager": manager, "words": query, "pinned": pinned, "changed": changed, "last": last, "limit": limit}
    with readable():
        rows = conn.execute(f"{_ROWS} {_HOLDING if query else ''} {_ORDER}", values)
        return [Line(row[0], row[1], row[2], bool(row[3]), bool(row[4]), row[5]) for row in rows]


_ROWS = f"""
SELECT t.id, t.title, substr(t.body, 1, {_BEGINNING}), t.shareable, t.pinned, t.changed FROM note t
WHERE t.manager = :manager AND (t.pinned, t.changed, t.id) < (:pinned, :changed, :last)
"""
_HOLDING = "AND t.id IN (SELECT rowid FROM note_text WHERE note_text MATCH :words)"
_ORDER = "ORDER BY t.pinned DESC, t.changed DESC, t.id DESC LIMIT :limit"
