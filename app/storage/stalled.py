"""What a review of a position looks at: when a search last moved, and what closed searches like it took."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.storage.rows import time_text

_MOVES = """
SELECT id, opened_on AS at FROM search WHERE id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT search, on_day FROM stage_change WHERE search IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT search, on_day FROM requirement_change WHERE search IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT search, max(presented_at, coalesce(answered_at, presented_at)) FROM presentation
  WHERE search IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT p.search, max(min(i.held_at, :now), coalesce(i.answered_at, ''))
  FROM presentation p JOIN interview i ON i.presentation = p.id WHERE p.search IN (SELECT value FROM json_each(:ids))
"""
_TOOK = "CAST(julianday(s.closed_on) - julianday(s.opened_on) AS INTEGER)"
_CLOSED = "s.stage = 'closed' AND s.closed_on IS NOT NULL AND s.id <> :search"
_ALIKE = f"""SELECT s.id, {_TOOK}, s.title = :title COLLATE NOCASE FROM search s
             WHERE {_CLOSED} AND (s.manager = :manager OR s.title = :title COLLATE NOCASE)"""
_WITH_MUST = """SELECT DISTINCT search FROM requirement WHERE kind = 'must' AND text = ? COLLATE NOCASE
                AND search IN (SELECT value FROM json_each(?))"""
_ACCEPTED = """SELECT coalesce(sum(p.answer = 'yes'), 0), count(*) FROM search s JOIN presentation p ON p.search = s.id
               WHERE s.manager = ? AND s.id <> ? AND p.answer IN ('yes', 'no')"""


class Closed(NamedTuple):
    """A closed search: how many days it took, and whether it had the same title."""

    id: int
    days: int
    same_title: bool


def last_moves(
    conn: sqlite3.Connection, searches: Collection[int], now: datetime, zone: ZoneInfo
) -> dict[int, date]:  # fmt: skip
    """The day each search last moved on: a stage, a person, an answer, an interview, a changed requirement.

    With an interview that lies ahead it moves still.
    """
    rows = conn.execute(
        f"SELECT id, max(at) FROM ({_MOVES}) GROUP BY id", {"ids": json.dumps(list(searches)), "now": time_text(now)}
    )
    return {search: _day(at, zone) for search, at in rows}


def alike(conn: sqlite3.Connection, search: int, manager: int, title: str) -> list[Closed]:
    """The closed searches of the same manager, or of the same title."""
    rows = conn.execute(_ALIKE, {"search": search, "manager": manager, "title": title})
    return [Closed(each, days, bool(same)) for each, days, same in rows]


def with_must(conn: sqlite3.Connection, text: str, searches: Collection[int]) -> set[int]:
    """Those of some searches that had this must-have."""
    return {row[0] for row in conn.execute(_WITH_MUST, (text, json.dumps(list(searches))))}


def accepted_elsewhere(conn: sqlite3.Connection, manager: int, search: int) -> tuple[int, int]:
    """How many of the CVs answered in a manager's other searches were a yes, and how many there were."""
    yes, answered = conn.execute(_ACCEPTED, (manager, search)).fetchone()
    return yes, answered


def _day(at: str, zone: ZoneInfo) -> date:
    return datetime.fromisoformat(at).astimezone(zone).date() if "T" in at else date.fromisoformat(at)
