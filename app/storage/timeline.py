"""The log of one manager as it is scrolled: its keys in stretches, its rows by their ids, what hangs on each row.

A stretch begins behind the last key of the one before, so that no page counts its way through the pages above it.
With words it looks them up for its own entries only: a first letter is in 100,000 talks of the office, and to gather
them all took 15 to 40 ms before the first one was seen. Entries of one time have ids near to each other, and the index
goes straight to a range of ids.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from app.storage.finding import match_of

CONDITIONS = {
    "all": "",
    "calls": "AND channel IN ('call', 'video')",
    "meetings": "AND (channel = 'in person' OR meeting IS NOT NULL)",
    "email": "AND channel IN ('email', 'letter')",
    "messages": "AND channel = 'message'",
}
_PART = """
SELECT at, id FROM talk WHERE manager = :manager AND (at, id) < (:at, :id) {conditions}
ORDER BY at DESC, id DESC LIMIT :limit
"""
_FOUND = """
WITH part AS MATERIALIZED ({part})
SELECT at, id FROM part WHERE id IN (SELECT rowid FROM talk_text WHERE talk_text MATCH :query
  AND rowid BETWEEN (SELECT min(id) FROM part) AND (SELECT max(id) FROM part))
ORDER BY at DESC, id DESC
"""
_LAST = "SELECT at, id FROM ({part}) LIMIT 1 OFFSET :limit - 1"


class Key(NamedTuple):
    """What orders the log: the time as it is stored, then the id; the newest is the greatest."""

    at: str
    id: int


TOP = Key("9", 0)


class Facts(NamedTuple):
    """How much hangs on a talk: decisions and document of its meeting, people presented with it and their answers."""

    decisions: int = 0
    document: int = 0
    sent: bool = False
    presented: int = 0
    answered: int = 0


def keys(
    conn: sqlite3.Connection, manager: int, group: str, words: str, *, below: Key, limit: int, among: Sequence[int] = ()
) -> tuple[list[Key], Key | None]:
    """Look through the next so many entries below a key: of a group of `CONDITIONS`, among some ids only.

    Those that hold the words, newest first, and the last one looked at, None behind the oldest.
    """
    query = match_of(words)
    if words.strip() and not query:
        return [], None
    part = _PART.format(conditions=f"{CONDITIONS[group]} {_among(among)}")
    values = {"manager": manager, "at": below.at, "id": below.id, "limit": limit, "query": query}
    if not query:
        every = [Key(*row) for row in conn.execute(part, values)]
        return every, every[-1] if len(every) == limit else None
    last = conn.execute(_LAST.format(part=part), values).fetchone()
    return [Key(*row) for row in conn.execute(_FOUND.format(part=part), values)], Key(*last) if last else None


def key_of(conn: sqlite3.Connection, talk: int) -> Key | None:
    """The key of a talk, None when it is gone."""
    row = conn.execute("SELECT at, id FROM talk WHERE id = ?", (talk,)).fetchone()
    return Key(*row) if row else None


def above(conn: sqlite3.Connection, manager: int, group: str, key: Key) -> int:
    """How many entries of a group are newer than a key."""
    sql = f"SELECT count(*) FROM talk WHERE manager = ? AND (at, id) > (?, ?) {CONDITIONS[group]}"
    return int(conn.execute(sql, (manager, *key)).fetchone()[0])


def oldest(conn: sqlite3.Connection, manager: int) -> str | None:
    """When the first talk was, as it is stored; None for an empty log."""
    found: str | None = conn.execute("SELECT min(at) FROM talk WHERE manager = ?", (manager,)).fetchone()[0]
    return found


def facts(conn: sqlite3.Connection, talks: Sequence[int]) -> dict[int, Facts]:
    """What hangs on each of these talks; those with nothing are left out."""
    rows = conn.execute(_FACTS.format(ids=_listed(talks)))
    return {row[0]: Facts(row[1], row[2] or 0, bool(row[3]), row[4], row[5]) for row in rows}


def talks_of(conn: sqlite3.Connection, touched: Sequence[tuple[str, int]]) -> set[int]:
    """The talks on whose row something of what was touched is shown."""
    found = {row for table, row in touched if table == "talk"}
    for table, sql in _SHOWN_ON.items():
        rows = [row for name, row in touched if name == table]
        if rows:
            found.update(row[0] for row in conn.execute(sql.format(ids=_listed(rows))) if row[0] is not None)
    return found


def _among(ids: Sequence[int]) -> str:
    return f"AND id IN ({_listed(ids)})" if ids else ""


def _listed(ids: Sequence[int]) -> str:
    """Numbers of ours, as SQL; a list of values may hold more of them than a statement takes placeholders."""
    return ", ".join(str(int(each)) for each in ids)


_FACTS = """
SELECT t.id,
  (SELECT count(*) FROM captured_item c WHERE c.meeting = t.meeting AND c.kind = 'decision') AS decisions,
  (SELECT max(d.id) FROM issued_document d WHERE d.meeting = t.meeting) AS document,
  (SELECT max(d.sent_on) IS NOT NULL FROM issued_document d WHERE d.meeting = t.meeting) AS sent,
  (SELECT count(*) FROM presentation p WHERE p.search = t.search AND p.presented_at = t.at) AS presented,
  (SELECT count(p.answered_at) FROM presentation p WHERE p.search = t.search AND p.presented_at = t.at) AS answered
FROM talk t WHERE t.id IN ({ids}) AND (t.meeting IS NOT NULL OR t.search IS NOT NULL)
"""
_SHOWN_ON = {
    "follow_up": "SELECT talk FROM follow_up WHERE id IN ({ids})",
    "captured_item": "SELECT t.id FROM talk t JOIN captured_item c ON c.meeting = t.meeting WHERE c.id IN ({ids})",
    "issued_document": "SELECT t.id FROM talk t JOIN issued_document d ON d.meeting = t.meeting WHERE d.id IN ({ids})",
    "presentation": "SELECT t.id FROM talk t JOIN presentation p ON p.search = t.search AND p.presented_at = t.at"
    " WHERE p.id IN ({ids})",
}
