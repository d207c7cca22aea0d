"""What may leave the office: the only door for documents, drafts and exports for others.

It reads views that hold shareable rows and columns only, while an authorizer refuses every other read, so that a
mistake in a query is an error and not a leak. Its SQL is made of constants: a common table expression named like a
view would pass the authorizer. The values it gives have no field for private text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.storage.views import SHAREABLE_VIEWS

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_FUNCTION}
_READ_LIST = frozenset(SHAREABLE_VIEWS)


@contextmanager
def only_shareable(conn: sqlite3.Connection) -> Iterator[None]:
    """While this lasts the connection reads the shareable views and nothing else, and writes nothing."""
    conn.set_authorizer(_authorize)
    try:
        yield
    finally:
        conn.set_authorizer(None)


def rows(
    conn: sqlite3.Connection, view: str, condition: str = "1", values: tuple[Any, ...] = ()
) -> list[dict[str, Any]]:
    """The rows of a shareable view; `condition` is a constant of the caller."""
    if view not in _READ_LIST:
        raise ValueError(view)
    with only_shareable(conn):
        found = conn.execute(f"SELECT * FROM {view} WHERE {condition}", values)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]


def _authorize(action: int, first: str | None, _second: str | None, _database: str | None, source: str | None) -> int:
    """Allow selecting, functions, and reads through a shareable view."""
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    through_view = first in _READ_LIST or source in _READ_LIST
    if action == sqlite3.SQLITE_READ and through_view:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
