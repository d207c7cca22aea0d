"""What an honest look asks of the store: how much each side gave and cost since a moment, and the newest of it."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

from app.storage.failures import readable
from app.storage.rows import time_text


class Counted(NamedTuple):
    """How many of a thing one side had, `amount` of it in minutes or days, and the newest record."""

    number: int = 0
    amount: int = 0
    newest: int | None = None


class Filled(NamedTuple):
    """Searches closed since, and how many of them ended with somebody signed; the newest closed one."""

    closed: int
    signed: int
    newest: int | None


class Noes(NamedTuple):
    """People of whom the answer was no, those whose no touched no requirement, and the newest of these."""

    all: int
    matching: int
    newest: int | None


def talks_begun(conn: sqlite3.Connection, manager: int, since: datetime) -> dict[str, Counted]:
    """Talks and their minutes by who began them, without the channel *other*."""
    return _by_side(conn, _TALKS, manager, time_text(since))


def meetings_moved(conn: sqlite3.Connection, manager: int, since: datetime) -> dict[str, Counted]:
    """Meetings moved or cancelled, by who asked for it."""
    return _by_side(conn, _MOVED, manager, time_text(since))


def requirements_changed(conn: sqlite3.Connection, manager: int, since: datetime) -> dict[str, Counted]:
    """Changes of agreed requirements by who asked for them, the days lost, and the newest one's search."""
    return _by_side(conn, _CHANGED, manager, since.date().isoformat())


def my_answers(conn: sqlite3.Connection, manager: int, since: datetime) -> list[tuple[datetime, datetime, int]]:
    """Each talk they began with the next one that you began, and that one's id; the newest of them."""
    return _spans(conn, _MY_ANSWERS, manager, since)


def their_answers(conn: sqlite3.Connection, manager: int, since: datetime) -> list[tuple[datetime, datetime, int]]:
    """Each person presented with the moment of the answer, and the search; the newest of them."""
    return _spans(conn, _THEIR_ANSWERS, manager, since)


def noes(conn: sqlite3.Connection, manager: int, since: datetime) -> Noes:
    """How often the answer was no, where requirements are known, and how often without one that was not met."""
    return Noes(*conn.execute(_NOES, (manager, time_text(since))).fetchone())


def filled(conn: sqlite3.Connection, manager: int, since: datetime) -> Filled:
    """How many of the searches that were closed were filled."""
    return Filled(*conn.execute(_FILLED, (manager, since.date().isoformat())).fetchone())


def last_talk_before(conn: sqlite3.Connection, manager: int, moment: datetime) -> datetime | None:
    """The newest talk that was older than a moment, on any channel but *other*."""
    with readable():
        row = conn.execute(_LAST_TALK, (manager, time_text(moment))).fetchone()
        return datetime.fromisoformat(row[0]) if row else None


def _by_side(conn: sqlite3.Connection, sql: str, manager: int, since: str) -> dict[str, Counted]:
    rows = conn.execute(sql, (manager, since))
    return {side: Counted(*counted) for side, *counted in rows}


def _spans(conn: sqlite3.Connection, sql: str, manager: int, since: datetime) -> list[tuple[datetime, datetime, int]]:
    with readable():
        rows = conn.execute(sql, (manager, time_text(since)))
        return [(datetime.fromisoformat(asked), datetime.fromisoformat(told), number) for asked, told, number in rows]


_LAST_TALK = """
SELECT at FROM talk WHERE manager = ? AND at < ? AND channel <> 'other' ORDER BY at DESC LIMIT 1
"""
_TALKS = """
SELECT direction, count(*), coalesce(sum(minutes), 0), max(id) FROM talk
WHERE manager = ? AND at >= ? AND channel <> 'other' GROUP BY direction
"""
_MOVED = """
SELECT moved_by, count(*), 0, max(id) FROM meeting
WHERE manager = ? AND planned_at >= ? AND moved_by IS NOT NULL GROUP BY moved_by
"""
_CHANGED = """
SELECT c.asked_by, count(*), coalesce(sum(c.days_lost), 0), max(c.search)
FROM search s CROSS JOIN requirement_change c ON c.search = s.id
WHERE s.manager = ? AND c.on_day >= ? GROUP BY c.asked_by
"""
_MOST = 200  # answers a median is taken of: the newest ones
_MY_ANSWERS = f"""
SELECT at, next, number FROM (
  SELECT at, direction, lead(at) OVER turns AS next, lead(direction) OVER turns AS then_by,
    lead(id) OVER turns AS number
  FROM talk WHERE manager = ? AND at >= ? AND channel <> 'other' WINDOW turns AS (ORDER BY at, id)
) WHERE direction = 'from them' AND then_by <> 'from them' ORDER BY at DESC LIMIT {_MOST}
"""
_THEIR_ANSWERS = f"""
SELECT p.presented_at, p.answered_at, p.search FROM search s CROSS JOIN presentation p ON p.search = s.id
WHERE s.manager = ? AND p.presented_at >= ? AND p.answered_at IS NOT NULL ORDER BY p.presented_at DESC LIMIT {_MOST}
"""
_NOES = """
SELECT count(*), coalesce(sum(p.requirement IS NULL), 0), max(CASE WHEN p.requirement IS NULL THEN p.search END)
FROM search s CROSS JOIN presentation p ON p.search = s.id
WHERE s.manager = ? AND p.presented_at >= ? AND p.answer = 'no'
  AND EXISTS (SELECT 1 FROM requirement r WHERE r.search = s.id)
"""
_FILLED = """
SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM offer o WHERE o.search = s.id AND o.signed_on IS NOT NULL)), 0),
  max(s.id)
FROM search s WHERE s.manager = ? AND s.closed_on >= ?
"""
