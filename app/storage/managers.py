"""Hiring managers, and the one query behind the sidebar."""

from __future__ import annotations

from datetime import datetime

from app.domain.managers import HiringManager
from app.storage.failures import readable
from app.storage.finding import fold
from app.storage.rows import Table


class Managers(Table[HiringManager]):
    """Reads and writes hiring managers."""

    def everyone(self) -> list[HiringManager]:
        """All managers, also those at rest, in the order they were added."""
        return self.where("1", then="ORDER BY t.id")

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


_LAST_TALK = "SELECT at FROM talk WHERE manager = ? AND channel <> 'other' ORDER BY at DESC LIMIT 1"
_LAST_TALKS = """
SELECT m.id, (SELECT t.at FROM talk t WHERE t.manager = m.id AND t.channel <> 'other' ORDER BY t.at DESC LIMIT 1)
FROM manager m
"""
