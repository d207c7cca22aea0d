"""A disk that fails in the last step of a save: the one failure after which nobody knows what is in the file."""

from __future__ import annotations

import sqlite3
from typing import Any

from app.services.office import Office


class FailingDisk:
    """The office's connection, but for the commit, which fails as it does when the disk refuses to write."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Every statement but one."""
        if sql == "COMMIT":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname, error.sqlite_errorcode = "SQLITE_IOERR_FSYNC", 1034
            raise error
        return self._conn.execute(sql, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._conn, name)


def let_the_disk_fail(office: Office) -> None:
    """From now on every save fails at its end."""
    office.database.conn = FailingDisk(office.database.conn)  # type: ignore[assignment]
