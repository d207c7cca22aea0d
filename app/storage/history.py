"""Undo, redo and the change feed: the database writes down every row it changes, under the action that did it.

Triggers generated from the schema record the old row as JSON. Undo reads an action's rows backwards and puts them
back; that is recorded like anything else, so a redo is the undo of the undo, also after a restart.
An action's state: `done` (can be undone), `undone` (can be redone), `reversal` (an undo or redo itself),
`fixed` (cannot be undone: a document that went out), `gone` (was undone, then something else was done).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.storage.failures import readable

TRACKED = (
    "setting", "template", "manager", "search", "stage_change", "presentation", "market_fact", "meeting",
    "agenda_item", "captured_item", "talk", "follow_up", "expectation", "wording", "check_in", "note", "satisfaction",
    "issued_document", "requirement", "requirement_change", "predecessor", "alternative", "process_step",
    "sourcing_channel", "interview", "offer", "offer_override", "celebration", "anniversary", "question", "proposal",
    "parting",
)  # fmt: skip


class Touched(NamedTuple):
    """One row that changed: its table and id."""

    table: str
    row: int


class Done(NamedTuple):
    """One action of the person, as the history lists it."""

    id: int
    label: str
    at: str
    state: str


def make_triggers(conn: sqlite3.Connection) -> None:
    """One trigger for each tracked table and operation, from the table's own columns."""
    for table in TRACKED:
        columns = [row["name"] for row in conn.execute(f"PRAGMA table_info({table})")]
        old = ", ".join(f"'{column}', old.\"{column}\"" for column in columns)
        for operation, row, kept in (
            ("INSERT", "new.id", "NULL"),
            ("UPDATE", "old.id", f"json_object({old})"),
            ("DELETE", "old.id", f"json_object({old})"),
        ):
            conn.execute(
                f"CREATE TRIGGER {table}_history_{operation.lower()} AFTER {operation} ON {table} BEGIN "
                f"INSERT INTO history (action, tbl, row, op, old) "
                f"SELECT action, '{table}', {row}, '{operation[0].lower()}', {kept} FROM current; END"
            )


def drop_triggers(conn: sqlite3.Connection) -> None:
    """Take the history's triggers away before the schema changes under them."""
    names = conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB '*_history_*'")
    for row in names.fetchall():
        conn.execute(f'DROP TRIGGER "{row[0]}"')


def begin(conn: sqlite3.Connection, label: str, at: str, *, undoable: bool) -> int:
    """Open the action that what follows is recorded under; whatever was undone can no longer be redone."""
    conn.execute("UPDATE action SET state = 'gone' WHERE state = 'undone'")
    return _open(conn, label, at, "done" if undoable else "fixed", None)


def forget_undo(conn: sqlite3.Connection) -> None:
    """End the undo of everything so far; the list of what was done stays readable."""
    conn.execute("UPDATE action SET state = 'gone' WHERE state IN ('done', 'undone')")
    conn.execute("DELETE FROM history")


def next_undo(conn: sqlite3.Connection) -> Done | None:
    """The action that an undo would take back."""
    return _newest(conn, _UNDOABLE)


def next_redo(conn: sqlite3.Connection) -> Done | None:
    """The action that a redo would bring back."""
    return _newest(conn, _REDOABLE)


def undo(conn: sqlite3.Connection, action: Done, label: str, at: str) -> int:
    """Take an action back; the id of the undoing."""
    return _reverse(conn, action, label, at, "undone")


def redo(conn: sqlite3.Connection, action: Done, label: str, at: str) -> int:
    """Bring an undone action back; the id of the redoing."""
    return _reverse(conn, action, label, at, "done")


def newest(conn: sqlite3.Connection, limit: int, before: int | None = None) -> list[Done]:
    """What was done, newest first, a page at a time (`before` is the last id of the page before)."""
    rows = conn.execute(_NEWEST, {"before": before or 1 << 62, "limit": limit})
    return [Done(*row) for row in rows]


def touched_by(conn: sqlite3.Connection, action: int) -> frozenset[Touched]:
    """The rows an action changed."""
    rows = conn.execute("SELECT DISTINCT tbl, row FROM history WHERE action = ?", (action,))
    return frozenset(Touched(*row) for row in rows)


def touched_since(conn: sqlite3.Connection, seen: int) -> tuple[int, frozenset[Touched]]:
    """The change feed: the newest mark, and the rows changed after the mark `seen`."""
    rows = conn.execute("SELECT id, tbl, row FROM history WHERE id > ?", (seen,)).fetchall()
    return max((row[0] for row in rows), default=seen), frozenset(Touched(row[1], row[2]) for row in rows)


def _open(conn: sqlite3.Connection, label: str, at: str, state: str, undoes: int | None) -> int:
    cursor = conn.execute(
        "INSERT INTO action (label, at, state, undoes) VALUES (?, ?, ?, ?)", (label, at, state, undoes)
    )
    assert cursor.lastrowid is not None
    conn.execute("UPDATE current SET action = ?", (cursor.lastrowid,))
    return cursor.lastrowid


def _reverse(conn: sqlite3.Connection, action: Done, label: str, at: str, state: str) -> int:
    """Play backwards whatever last brought the action about: itself, or the newest reversal of it."""
    last = conn.execute("SELECT max(id) FROM action WHERE undoes = ?", (action.id,)).fetchone()[0] or action.id
    rows = conn.execute("SELECT tbl, row, op, old FROM history WHERE action = ? ORDER BY id DESC", (last,)).fetchall()
    reversal = _open(conn, label, at, "reversal", action.id)
    conn.execute("PRAGMA defer_foreign_keys = ON")
    for table, row, operation, old in rows:
        _put_back(conn, table, row, operation, old)
    conn.execute("UPDATE action SET state = ? WHERE id = ?", (state, action.id))
    return reversal


def _put_back(conn: sqlite3.Connection, table: str, row: int, operation: str, old: str | None) -> None:
    if table not in TRACKED:
        raise ValueError(table)
    if operation == "i" or old is None:
        conn.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        return
    with readable():
        values = json.loads(old)
    if operation == "d":
        marks = ", ".join("?" * len(values))
        conn.execute(f"INSERT INTO {table} ({_names(values)}) VALUES ({marks})", list(values.values()))
    else:
        pairs = ", ".join(f'"{name}" = ?' for name in values)
        conn.execute(f"UPDATE {table} SET {pairs} WHERE id = ?", [*values.values(), row])


def _names(values: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in values)


def _newest(conn: sqlite3.Connection, query: str) -> Done | None:
    rows: Iterator[sqlite3.Row] = conn.execute(query)
    row = next(rows, None)
    return Done(*row) if row is not None else None


_UNDOABLE = "SELECT id, label, at, state FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1"
_REDOABLE = "SELECT id, label, at, state FROM action WHERE state = 'undone' ORDER BY id LIMIT 1"
_NEWEST = "SELECT id, label, at, state FROM action WHERE id < :before ORDER BY id DESC LIMIT :limit"
