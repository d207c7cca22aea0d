"""Expectations with their wordings and check-ins."""

from __future__ import annotations

from typing import TypeVar

from app.domain.expectations import CheckIn, Expectation, Wording
from app.storage.rows import Table

T = TypeVar("T", Wording, CheckIn)


class Expectations(Table[Expectation]):
    """Reads and writes expectations."""

    def of(self, manager: int) -> list[Expectation]:
        """All promises of a relationship, in their order."""
        return self.where("t.manager = ?", (manager,), then="ORDER BY t.position, t.id")

    def opened(self) -> list[Expectation]:
        """Every open promise of a manager who is not set aside, by manager and order."""
        return self.where(f"t.id IN ({_OPEN})", then="ORDER BY t.manager, t.position, t.id")

    def next_position(self, manager: int) -> int:
        """The place behind a manager's last promise."""
        sql = "SELECT coalesce(max(position), -1) + 1 FROM expectation WHERE manager = ?"
        return int(self._conn.execute(sql, (manager,)).fetchone()[0])


class Wordings(Table[Wording]):
    """Reads and writes wordings."""

    def of(self, expectation: int) -> list[Wording]:
        """A promise's wordings, the current one last."""
        return self.where("t.expectation = ?", (expectation,), then="ORDER BY t.id")

    def of_manager(self, manager: int) -> dict[int, list[Wording]]:
        """The wordings of all of a manager's promises, by promise."""
        condition = "t.expectation IN (SELECT id FROM expectation WHERE manager = ?)"
        return _by_expectation(self.where(condition, (manager,), then="ORDER BY t.id"))

    def of_open(self) -> dict[int, list[Wording]]:
        """The wordings of every open promise, by promise."""
        return _by_expectation(self.where(f"t.expectation IN ({_OPEN})", then="ORDER BY t.id"))


class CheckIns(Table[CheckIn]):
    """Reads and writes check-ins."""

    def of(self, expectation: int) -> list[CheckIn]:
        """A promise's check-ins, oldest first."""
        return self.where("t.expectation = ?", (expectation,), then='ORDER BY coalesce(t.due, t."on"), t.id')

    def of_manager(self, manager: int) -> dict[int, list[CheckIn]]:
        """The check-ins of all of a manager's promises, by promise, oldest first."""
        condition = "t.expectation IN (SELECT id FROM expectation WHERE manager = ?)"
        return _by_expectation(self.where(condition, (manager,), then='ORDER BY coalesce(t.due, t."on"), t.id'))

    def latest_of_open(self) -> dict[int, list[CheckIn]]:
        """The newest due answered of every open promise and side, and the events answered; enough to see what waits."""
        return _by_expectation(self.where(_LATEST, then='ORDER BY coalesce(t.due, t."on"), t.id'))


def _by_expectation(records: list[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for record in records:
        found.setdefault(record.expectation, []).append(record)
    return found


_OPEN = """
SELECT e.id FROM expectation e JOIN manager m ON m.id = e.manager
WHERE e.closed_on IS NULL AND m.status IN ('active', 'paused')
"""
_LATEST = f"""
t.expectation IN ({_OPEN}) AND (t.event IS NOT NULL OR t.due =
  (SELECT max(c.due) FROM check_in c WHERE c.expectation = t.expectation AND c.side = t.side AND c.event IS NULL))
"""
