"""The statements that our program runs, written down so that the bare `sqlite3` module can run the very same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

Statement = tuple[str, Any]


class Recorder(sqlite3.Connection):
    """A connection that keeps every statement it is asked to run, once `kept` is set to a list."""

    kept: list[Statement]

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if hasattr(self, "kept"):
            self.kept.append((sql, parameters))
        return super().execute(sql, parameters)


def replayed(conn: sqlite3.Connection, statements: Iterable[Statement]) -> None:
    """The same statements with all their rows, and nothing else."""
    for sql, parameters in statements:
        conn.execute(sql, parameters).fetchall()
