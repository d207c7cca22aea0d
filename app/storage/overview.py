"""What the overview of one manager asks of the store: small reads that go by an index, however long the log is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from app.storage.failures import readable
from app.storage.rows import time_text


class Counted(NamedTuple):
    """How many check-ins of a side had an outcome in a month, counted from the first one asked for."""

    side: str
    outcome: str
    month: int
    number: int


class Shown(NamedTuple):
    """How many people were presented for a search, and how many of them had a yes."""

    presented: int
    wanted: int


def outcomes_by_month(conn: sqlite3.Connection, manager: int, months: Sequence[datetime]) -> list[Counted]:
    """The check-ins since the first of some moments, each counted to the last one that it is not before."""
    begins = [time_text(each) for each in months]
    month = " + ".join(f'(c."on" >= :begin{at})' for at in range(1, len(begins))) or "0"
    values = {"manager": manager, **{f"begin{at}": each for at, each in enumerate(begins)}}
    with readable():
        return [Counted(*row) for row in conn.execute(_OUTCOMES.format(month=month), values)]


def newest_talk(conn: sqlite3.Connection, manager: int) -> int | None:
    """The last talk that counts for the cadence."""
    return _one(conn, _NEWEST_TALK, {"manager": manager})


def talk_before(conn: sqlite3.Connection, manager: int, moment: datetime) -> int | None:
    """The last entry of the log that is older than a moment."""
    return _one(conn, _TALK_BEFORE, {"manager": manager, "moment": time_text(moment)})


def check_in_behind(conn: sqlite3.Connection, manager: int, side: str, since: datetime) -> int | None:
    """The newest check-in of a side that was not kept, else the newest one."""
    return _one(conn, _CHECK_IN, {"manager": manager, "side": side, "since": time_text(since)})


def last_answer(conn: sqlite3.Connection, manager: int, since: datetime) -> tuple[int, datetime] | None:
    """The person whose answer came last, of those presented since a moment, and when it came."""
    with readable():
        row = conn.execute(_ANSWER, {"manager": manager, "since": time_text(since)}).fetchone()
        return (int(row[0]), datetime.fromisoformat(row[1])) if row else None


def shown_for(conn: sqlite3.Connection, searches: Iterable[int]) -> dict[int, Shown]:
    """How far each of some searches came; those that nobody was presented for are left out."""
    ids = ", ".join(str(int(each)) for each in searches)
    return {row[0]: Shown(row[1], row[2]) for row in conn.execute(_SHOWN.format(ids=ids))}


def _one(conn: sqlite3.Connection, sql: str, values: dict[str, object]) -> int | None:
    row = conn.execute(sql, values).fetchone()
    return int(row[0]) if row else None


# The promises first: they are few, and the index of check-ins goes on by promise and time.
_OUTCOMES = """
SELECT c.side, c.outcome, {month} AS month, count(*)
FROM expectation e CROSS JOIN check_in c ON c.expectation = e.id
WHERE e.manager = :manager AND c."on" >= :begin0 GROUP BY c.side, c.outcome, month
"""
_CHECK_IN = """
SELECT c.id FROM expectation e CROSS JOIN check_in c ON c.expectation = e.id
WHERE e.manager = :manager AND c."on" >= :since AND c.side = :side AND c.outcome <> 'waived'
ORDER BY c.outcome = 'kept', c."on" DESC, c.id DESC LIMIT 1
"""
_NEWEST_TALK = """
SELECT id FROM talk WHERE manager = :manager AND channel <> 'other' ORDER BY at DESC, id DESC LIMIT 1
"""
_TALK_BEFORE = "SELECT id FROM talk WHERE manager = :manager AND at < :moment ORDER BY at DESC, id DESC LIMIT 1"
_ANSWER = """
SELECT p.id, p.answered_at FROM search s CROSS JOIN presentation p ON p.search = s.id
WHERE s.manager = :manager AND p.presented_at >= :since AND p.answered_at IS NOT NULL
ORDER BY p.answered_at DESC, p.id DESC LIMIT 1
"""
_SHOWN = """
SELECT search, count(*), sum(answer IS 'yes') FROM presentation WHERE search IN ({ids}) GROUP BY search
"""
