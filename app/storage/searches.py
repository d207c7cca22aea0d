"""Searches with the days they entered a stage, the people presented and the facts of the market."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from app.domain.searches import Interview, MarketFact, Presentation, Search, StageChange
from app.storage.rows import Table


class Searches(Table[Search]):
    """Reads and writes searches."""

    def of(self, manager: int) -> list[Search]:
        """A manager's searches, open ones first, newest first."""
        return self.where("t.manager = ?", (manager,), then="ORDER BY t.stage = 'closed', t.opened_on DESC, t.id DESC")

    def open_of(self, manager: int) -> list[Search]:
        """A manager's open searches, newest first."""
        return self.where("t.manager = ? AND t.stage <> 'closed'", (manager,), then="ORDER BY t.opened_on DESC, t.id")

    def opened(self) -> list[Search]:
        """Every open search."""
        return self.where("t.stage <> 'closed'", then="ORDER BY t.opened_on, t.id")

    def closed(self, limit: int, *, before: tuple[date, int] | None = None) -> list[Search]:
        """A page of the closed ones, newest first; `before` is closing day and id of the last one shown."""
        day, last = (before[0].isoformat(), before[1]) if before else ("9", 0)
        condition = "t.stage = 'closed' AND (coalesce(t.closed_on, t.opened_on), t.id) < (?, ?)"
        then = "ORDER BY coalesce(t.closed_on, t.opened_on) DESC, t.id DESC LIMIT ?"
        return self.where(condition, (day, last, limit), then=then)

    def count_open(self) -> int:
        """How many are open."""
        return int(self._conn.execute("SELECT count(*) FROM search WHERE stage <> 'closed'").fetchone()[0])


class StageChanges(Table[StageChange]):
    """Reads and writes the days a search entered its stages."""

    def of(self, search: int) -> list[StageChange]:
        """A search's way so far."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.on_day, t.id")


class Shown(NamedTuple):
    """Somebody presented: for which search, when, and whether there was an answer."""

    id: int
    search: int
    at: datetime
    is_answered: bool


class Presentations(Table[Presentation]):
    """Reads and writes people presented."""

    def of(self, search: int) -> list[Presentation]:
        """Those presented for a search, oldest first."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.presented_at, t.id")

    def to(self, manager: int) -> list[Presentation]:
        """Those presented to a manager, for any search, oldest first."""
        condition = "t.search IN (SELECT id FROM search WHERE manager = ?)"
        return self.where(condition, (manager,), then="ORDER BY t.presented_at, t.id")

    def waiting(self, manager: int) -> list[Presentation]:
        """Those presented to a manager, for any search, who are not out and have no answer yet, oldest first."""
        open_still = "t.answered_at IS NULL AND t.stage <> 'out'"
        condition = f"{open_still} AND t.search IN (SELECT id FROM search WHERE manager = ?)"
        return self.where(condition, (manager,), then="ORDER BY t.presented_at, t.id")

    def answered(self, searches: Collection[int]) -> dict[int, list[tuple[datetime, datetime]]]:
        """When somebody was presented and answered, by search."""
        sql = """SELECT search, presented_at, answered_at FROM presentation
                 WHERE answered_at IS NOT NULL AND search IN (SELECT value FROM json_each(?))"""
        found: dict[int, list[tuple[datetime, datetime]]] = {}
        for search, shown, answered in self._conn.execute(sql, (json.dumps(list(searches)),)):
            found.setdefault(search, []).append((datetime.fromisoformat(shown), datetime.fromisoformat(answered)))
        return found

    def beside_waiting(self) -> list[Shown]:
        """Everybody presented for a search in which somebody waits for an answer."""
        sql = """SELECT id, search, presented_at, answered_at IS NOT NULL FROM presentation
                 WHERE search IN (SELECT search FROM presentation WHERE answered_at IS NULL)"""
        rows = self._conn.execute(sql)
        return [Shown(each, search, datetime.fromisoformat(at), bool(answered)) for each, search, at, answered in rows]


class Interviews(Table[Interview]):
    """Reads and writes interviews."""

    def of(self, presentation: int) -> list[Interview]:
        """Those with somebody presented, oldest first."""
        return self.where("t.presentation = ?", (presentation,), then="ORDER BY t.held_at, t.id")

    def of_search(self, search: int) -> list[Interview]:
        """Those with everybody presented for a search, oldest first."""
        condition = "t.presentation IN (SELECT id FROM presentation WHERE search = ?)"
        return self.where(condition, (search,), then="ORDER BY t.held_at, t.id")


class MarketFacts(Table[MarketFact]):
    """Reads and writes facts of the market."""

    def of(self, search: int) -> list[MarketFact]:
        """A search's facts, oldest first."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.on_day, t.id")
