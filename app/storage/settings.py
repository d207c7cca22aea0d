"""Settings as text by key, in the database so that they travel with the office."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from app.storage.failures import readable


def stored(conn: sqlite3.Connection) -> dict[str, Any]:
    """Every setting that is not at its default."""
    with readable():
        return {row[0]: json.loads(row[1]) for row in conn.execute("SELECT key, value FROM setting")}


def store(conn: sqlite3.Connection, key: str, value: Any, at: str) -> None:
    """Keep one setting."""
    conn.execute(_STORE, {"key": key, "value": json.dumps(value, ensure_ascii=False), "at": at})


_STORE = """
INSERT INTO setting (key, value, created, changed) VALUES (:key, :value, :at, :at)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed = excluded.changed
"""
