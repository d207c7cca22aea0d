"""Text being typed, kept until it is saved: no history, no undo, one row for each place a text is typed in."""

from __future__ import annotations

import sqlite3


def keep(conn: sqlite3.Connection, place: str, text: str, at: str) -> None:
    """Remember what stands in a field; an empty text forgets it."""
    if not text:
        forget(conn, place)
        return
    conn.execute(
        "INSERT INTO draft (place, text, at) VALUES (?, ?, ?)"
        " ON CONFLICT (place) DO UPDATE SET text = excluded.text, at = excluded.at",
        (place, text, at),
    )


def kept(conn: sqlite3.Connection, place: str) -> str:
    """What was typed there and not saved, empty when nothing was."""
    row = conn.execute("SELECT text FROM draft WHERE place = ?", (place,)).fetchone()
    return str(row[0]) if row else ""


def forget(conn: sqlite3.Connection, place: str) -> None:
    """The text was saved or given up."""
    conn.execute("DELETE FROM draft WHERE place = ?", (place,))


def places(conn: sqlite3.Connection) -> list[str]:
    """Where drafts wait, the newest first."""
    return [row[0] for row in conn.execute("SELECT place FROM draft ORDER BY at DESC, place")]
