"""A whole office written at once: no triggers while its rows go in, full text filled at the end, one flush.

Only for a file that nobody else knows yet. What a person does goes through `Database.write`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from app.storage import finding, history
from app.storage.database import APPLICATION_ID, Database, connect
from app.storage.rows import Table, time_text

R = TypeVar("R")


@contextmanager
def building(database: Database, *, office_id: str, at: datetime) -> Iterator[None]:
    """Everything written inside is there when this ends, flushed once; `at` stands wherever a time is kept."""
    conn = database.conn
    # Foreign keys are off because rows come table by table in batches; the tests check them afterwards.
    for pragma in ("synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000", "temp_store=MEMORY"):
        conn.execute(f"PRAGMA {pragma}")
    with database.write_untracked():
        history.drop_triggers(conn)
        finding.drop_triggers(conn)
        yield
        finding.rebuild(conn)
        finding.make_triggers(conn)
        history.make_triggers(conn)
        # So that the same sample is the same file: neither its name nor its first day comes from chance.
        conn.execute("UPDATE office SET id = ?", (office_id,))
        conn.execute("UPDATE _sqlite_migrations SET applied_at = ?", (at.isoformat(sep=" "),))


def flush(path: Path) -> None:
    """Put a file that was written without care for power cuts safely on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def insert_many(conn: sqlite3.Connection, table: Table[R], stamped: Iterable[tuple[R, datetime]]) -> None:
    """Write records, each with the time it was made; their ids are already set."""
    rows = _rows(table, stamped)
    first = next(rows, None)
    if first is None:
        return
    names = ", ".join(f'"{name}"' for name in first)
    marks = ", ".join("?" * len(first))
    values = (tuple(row.values()) for row in chain((first,), rows))
    conn.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", values)


def point_many(conn: sqlite3.Connection, table: Table[R], column: str, pairs: Iterable[tuple[int, int]]) -> None:
    """Set what rows point at: the id of each, and that of the other row."""
    values = ((other, row) for row, other in pairs)
    conn.executemany(f"UPDATE {table.name} SET {column} = ? WHERE id = ?", values)


def record_inserts(conn: sqlite3.Connection, table: str, done: Iterable[tuple[str, datetime, int]]) -> None:
    """The history of rows that were added one by one: what was done, when, and the row."""
    for number, (label, at, row) in enumerate(done, 1):
        conn.execute(
            "INSERT INTO action (id, label, at, state) VALUES (?, ?, ?, 'done')", (number, label, time_text(at))
        )
        conn.execute("INSERT INTO history (action, tbl, row, op) VALUES (?, ?, ?, 'i')", (number, table, row))


def counts(conn: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table of the office has."""
    return {table: int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in history.TRACKED}


def is_sample(path: Path) -> bool:
    """Whether the file is a sample office of ours; nothing is written, whatever it is."""
    with path.open("rb") as file:
        header = file.read(100)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        return False
    conn = connect(path)
    try:
        return bool(conn.execute("SELECT sample FROM office").fetchone()[0])
    except sqlite3.Error:
        return False
    finally:
        conn.close()


def _rows(table: Table[R], stamped: Iterable[tuple[R, datetime]]) -> Iterator[dict[str, Any]]:
    for record, at in stamped:
        row = table.row_of(record)
        row["created"] = row["changed"] = time_text(at)
        yield row
