"""Rows in, records out: how a record's fields become columns and come back, read once from the record's types.

A column has the name of its field. Times are UTC ISO text, dates ISO text, choices their value, lists JSON; money is
whole cents. This is where dictionaries stop.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_type_hints

from app.domain.errors import NotFoundError
from app.storage.failures import readable
from app.storage.finding import SEARCHABLE, fold
from app.words import _

if TYPE_CHECKING:
    from app.storage.codecs import Codec

R = TypeVar("R")


def time_text(at: datetime) -> str:
    """An aware time as UTC ISO text, of one length, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


class Table(Generic[R]):
    """One table and its record; reads and writes whole records, opens no transaction of its own."""

    def __init__(
        self, conn: sqlite3.Connection, name: str, record_type: type[R], now: Callable[[], datetime], missing: str
    ) -> None:
        self._conn = conn
        self.name = name
        self._type: Any = record_type
        self._now = now
        self._missing = missing

    @cached_property
    def _fields(self) -> dict[str, Codec | None]:
        """Read when a table is first used: most are not, before the first picture."""
        return _columns(self._type)

    @cached_property
    def _select(self) -> str:
        return f"SELECT {', '.join(f't.{_quoted(field)}' for field in self._fields)} FROM {self.name} t"

    def get(self, record_id: int) -> R:
        """The record; raises `NotFoundError` when it has been deleted."""
        found = self.find(record_id)
        if found is None:
            raise NotFoundError(self._missing)
        return found

    def find(self, record_id: int) -> R | None:
        """The record, None when it has been deleted."""
        return next(iter(self.where("t.id = ?", (record_id,))), None)

    def where(self, condition: str, values: Iterable[Any] | Mapping[str, Any] = (), *, then: str = "") -> list[R]:
        """The records that fit a condition written in our own constants; `then` orders and limits."""
        parameters = values if isinstance(values, Mapping) else tuple(values)
        rows = self._conn.execute(f"{self._select} WHERE {condition} {then}", parameters)
        with readable():
            return [self._record(row) for row in rows]

    def insert(self, record: R) -> int:
        """Write a new record; its own id counts for nothing unless it is above 0. The id it got."""
        values = self._values(record)
        if not values["id"] or values["id"] < 0:
            del values["id"]
        values["created"] = values["changed"] = time_text(self._now())
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO {self.name} ({', '.join(map(_quoted, values))}) VALUES ({marks})"
        cursor = self._conn.execute(sql, tuple(values.values()))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def update(self, record: R) -> None:
        """Write a record back whole; raises `NotFoundError` when it has been deleted."""
        values = self._values(record)
        record_id = values.pop("id")
        values["changed"] = time_text(self._now())
        pairs = ", ".join(f"{_quoted(name)} = ?" for name in values)
        sql = f"UPDATE {self.name} SET {pairs} WHERE id = ?"
        if self._conn.execute(sql, (*values.values(), record_id)).rowcount == 0:
            raise NotFoundError(self._missing)

    def delete(self, record_id: int) -> None:
        """Delete a record and what belongs to it; raises `NotFoundError` when it is gone already."""
        sql = f"DELETE FROM {self.name} WHERE id = ?"
        if self._conn.execute(sql, (record_id,)).rowcount == 0:
            raise NotFoundError(self._missing)

    def row_of(self, record: R) -> dict[str, Any]:
        """The record as the table's columns, for writing many at once."""
        return self._values(record)

    def _values(self, record: R) -> dict[str, Any]:
        values = {}
        for name, codec in self._fields.items():
            value = getattr(record, name)
            values[name] = codec.write(value) if codec is not None and value is not None else value
        if self.name in SEARCHABLE:
            values["folded"] = fold(*(values[name] for name in SEARCHABLE[self.name]))
        return values

    @cached_property
    def _coded(self) -> list[tuple[str, Callable[[Any], Any]]]:
        """The fields that are stored as something else."""
        return [(name, codec.read) for name, codec in self._fields.items() if codec is not None]

    def _record(self, row: sqlite3.Row) -> R:
        """The record of a row of `_select`."""
        values = dict(zip(self._fields, row, strict=True))
        for name, read in self._coded:
            if values[name] is not None:
                values[name] = read(values[name])
        record: R = self._type(**values)
        return record


def missing(what: str) -> str:
    """The sentence for a record that is no longer there."""
    return _("This {what} is not in the office any more.").format(what=what)


@cache
def _columns(record_type: Any) -> dict[str, Codec | None]:
    """Each field with its codec, None for text and numbers as they are."""
    from app.storage.codecs import codec_of

    hints = get_type_hints(record_type)
    return {field.name: codec_of(hints[field.name]) for field in fields(record_type)}


def _quoted(name: str) -> str:
    """A column's name; `on` is a word of SQL."""
    return f'"{name}"'
