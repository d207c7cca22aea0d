"""Settings as text by key, in the database so that they travel with the office."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from app.domain.errors import StorageError
from app.words import _


def stored(conn: sqlite3.Connection) -> dict[str, Any]:
    """Every setting that is not at its default."""
    try:
        return {row[0]: json.loads(row[1]) for row in conn.execute("SELECT key, value FROM setting")}
    except (TypeError, ValueError) as error:
        raise StorageError(_("The office's file is damaged. Nothing was changed; open the newest backup.")) from error


def store(conn: sqlite3.Connection, key: str, value: Any, at: str) -> None:
    """Keep one setting."""
    conn.execute(_STORE, {"key": key, "value": json.dumps(value, ensure_ascii=False), "at": at})


_STORE = """
INSERT INTO setting (key, value, created, changed) VALUES (:key, :value, :at, :at)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed = excluded.changed
"""
