"""Hiring managers, and the one query behind the sidebar."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from app.domain.managers import HiringManager
from app.storage.failures import readable
from app.storage.finding import fold
from app.storage.rows import Table


class Listed(NamedTuple):
    """A row of the manager table with the last talk on any channel but *other*; times and dates as text."""

    id: int
    name: str
    romanised: str | None
    called: str | None
    title: str | None
    company: str | None
    cadence_days: int | None
    status: str
    paused_until: str | None
    hours: str
    zone: str
    country: str | None
    folded: str
    last_talk: str | None


class Managers(Table[HiringManager]):
    """Reads and writes hiring managers."""

    def everyone(self) -> list[HiringManager]:
        """All managers, also those at rest, in the order they were added."""
        return self.where("1", then="ORDER BY t.id")

    def at_work(self) -> list[HiringManager]:
        """Managers who are neither parted nor archived, in the order they were added."""
        return self.where("t.status IN ('active', 'paused')", then="ORDER BY t.id")

    def listed(self, statuses: Collection[str]) -> list[Listed]:
        """Managers of these statuses as a list needs them, without reading whole records."""
        return self._listed("m.status IN (SELECT value FROM json_each(?))", statuses)

    def listed_among(self, ids: Collection[int]) -> list[Listed]:
        """Those of some ids who are still there, as a list needs them."""
        return self._listed("m.id IN (SELECT value FROM json_each(?))", ids)

    def _listed(self, condition: str, wanted: Collection[str] | Collection[int]) -> list[Listed]:
        with readable():
            rows = self._conn.execute(_LISTED.format(condition=condition), (json.dumps(list(wanted)),))
            return [Listed(*row) for row in rows]

    def folded(self, words: str) -> str:
        """Words as the search index keeps them."""
        return fold(words)

    def named(self, words: str) -> list[HiringManager]:
        """Those whose name or romanised name is exactly `words`, else those with `words` in a name or company."""
        wanted = fold(words).strip()
        everyone = self.everyone()
        if not wanted:
            return [m for m in everyone if words.strip() == m.name]
        exact = [m for m in everyone if wanted in [fold(name).strip() for name in (m.name, m.romanised, m.called)]]
        return exact or [m for m in everyone if wanted in fold(m.name, m.romanised, m.called, m.company)]

    def last_talk(self, manager: int) -> datetime | None:
        """The newest talk of one manager, on any channel but *other*."""
        row = self._conn.execute(_LAST_TALK, (manager,)).fetchone()
        with readable():
            return datetime.fromisoformat(row[0]) if row else None

    def last_talks(self) -> dict[int, datetime]:
        """The newest talk of each manager, on any channel but *other*; read from the index, one seek a manager."""
        with readable():
            return {row[0]: datetime.fromisoformat(row[1]) for row in self._conn.execute(_LAST_TALKS) if row[1]}


_LISTED = """
SELECT m.id, m.name, m.romanised, m.called, m.title, m.company, m.cadence_days, m.status, m.paused_until, m.hours,
  m.zone, m.country, m.folded,
  (SELECT t.at FROM talk t WHERE t.manager = m.id AND t.channel <> 'other' ORDER BY t.at DESC LIMIT 1)
FROM manager m WHERE {condition} ORDER BY m.id
"""
_LAST_TALK = "SELECT at FROM talk WHERE manager = ? AND channel <> 'other' ORDER BY at DESC LIMIT 1"
_LAST_TALKS = """
SELECT m.id, (SELECT t.at FROM talk t WHERE t.manager = m.id AND t.channel <> 'other' ORDER BY t.at DESC LIMIT 1)
FROM manager m
"""
