"""Searches with the days they entered a stage, the people presented and the facts of the market."""

from __future__ import annotations

from app.domain.searches import MarketFact, Presentation, Search, StageChange
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


class StageChanges(Table[StageChange]):
    """Reads and writes the days a search entered its stages."""

    def of(self, search: int) -> list[StageChange]:
        """A search's way so far."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.on_day, t.id")


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
        """Those presented to a manager, for any search, who have no answer yet, oldest first."""
        condition = "t.answered_at IS NULL AND t.search IN (SELECT id FROM search WHERE manager = ?)"
        return self.where(condition, (manager,), then="ORDER BY t.presented_at, t.id")


class MarketFacts(Table[MarketFact]):
    """Reads and writes facts of the market."""

    def of(self, search: int) -> list[MarketFact]:
        """A search's facts, oldest first."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.on_day, t.id")
