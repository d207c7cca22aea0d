"""Expectations with their wordings and check-ins.

What is closed is left where it lies unless it is asked for: after some years a manager has eight open promises among
150, and 120 check-ins among 1,800.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import TypeVar

from app.domain.expectations import CheckIn, Expectation, Wording
from app.storage.rows import Table, time_text

T = TypeVar("T", Wording, CheckIn)

CONDITIONS = {"all": "", "open": "AND e.closed_on IS NULL", "closed": "AND e.closed_on IS NOT NULL"}


class Expectations(Table[Expectation]):
    """Reads and writes expectations."""

    def of(self, manager: int, which: str = "all") -> list[Expectation]:
        """The promises of a relationship, all or those of a key of `CONDITIONS`, in their order."""
        condition = f"t.id IN ({_of_manager(which)})"
        return self.where(condition, {"manager": manager}, then="ORDER BY t.position, t.id")

    def opened(self, manager: int | None = None) -> list[Expectation]:
        """Every open promise of managers who are not set aside, or of one of them, by manager and order."""
        values = {"manager": manager}
        return self.where(f"t.id IN ({_open(manager)})", values, then="ORDER BY t.manager, t.position, t.id")

    def next_position(self, manager: int) -> int:
        """The place behind a manager's last promise."""
        sql = "SELECT coalesce(max(position), -1) + 1 FROM expectation WHERE manager = ?"
        return int(self._conn.execute(sql, (manager,)).fetchone()[0])


class Wordings(Table[Wording]):
    """Reads and writes wordings."""

    def of(self, expectation: int) -> list[Wording]:
        """A promise's wordings, the current one last."""
        return self.where("t.expectation = ?", (expectation,), then="ORDER BY t.id")

    def of_manager(self, manager: int, which: str = "all") -> dict[int, list[Wording]]:
        """The wordings of a manager's promises, all or those of a key of `CONDITIONS`, by promise."""
        condition = f"t.expectation IN ({_of_manager(which)})"
        return _by_expectation(self.where(condition, {"manager": manager}, then="ORDER BY t.id"))

    def of_open(self, manager: int | None = None) -> dict[int, list[Wording]]:
        """The wordings of every open promise, or of one manager's, by promise."""
        values = {"manager": manager}
        return _by_expectation(self.where(f"t.expectation IN ({_open(manager)})", values, then="ORDER BY t.id"))

    def any_agreed(self, manager: int) -> bool:
        """Whether anything was ever agreed with a manager."""
        sql = """SELECT EXISTS (SELECT 1 FROM wording w JOIN expectation e ON e.id = w.expectation
                 WHERE e.manager = ? AND w.agreed_on IS NOT NULL)"""
        return bool(self._conn.execute(sql, (manager,)).fetchone()[0])


class CheckIns(Table[CheckIn]):
    """Reads and writes check-ins."""

    def of(self, expectation: int) -> list[CheckIn]:
        """A promise's check-ins, oldest first."""
        return self.where("t.expectation = ?", (expectation,), then='ORDER BY coalesce(t.due, t."on"), t.id')

    def of_manager(self, manager: int) -> dict[int, list[CheckIn]]:
        """The check-ins of all of a manager's promises, by promise, oldest first."""
        condition = "t.expectation IN (SELECT id FROM expectation WHERE manager = ?)"
        return _by_expectation(self.where(condition, (manager,), then='ORDER BY coalesce(t.due, t."on"), t.id'))

    def newest_of_manager(self, manager: int, which: str, most: int) -> dict[int, list[CheckIn]]:
        """The newest of each promise of a key of `CONDITIONS` and side, oldest first."""
        condition, values = _NEWEST.format(promises=_of_manager(which)), {"manager": manager, "most": most}
        return _by_expectation(self.where(condition, values, then='ORDER BY coalesce(t.due, t."on"), t.id'))

    def of_events(self, names: Collection[str]) -> list[CheckIn]:
        """Those that answer an event of such a name, as "meeting:12", or have it as their evidence."""
        wanted = "(SELECT value FROM json_each(:names))"
        condition = f"t.event IN {wanted} OR (t.event IS NOT NULL AND t.evidence IN {wanted})"
        return self.where(condition, {"names": json.dumps(sorted(names))}, then="ORDER BY t.id")

    def is_answered(self, expectation: int, side: str, event: str) -> bool:
        """Whether a side of a promise has its check-in for an event."""
        condition = "t.expectation = ? AND t.side = ? AND t.event = ?"
        return bool(self.where(condition, (expectation, side, event), then="LIMIT 1"))

    def outcomes_of(self, manager: int, since: datetime) -> dict[tuple[str, str], int]:
        """How many there were since a moment, by side and outcome."""
        sql = """SELECT c.side, c.outcome, count(*) FROM check_in c JOIN expectation e ON e.id = c.expectation
                 WHERE e.manager = ? AND c."on" >= ? GROUP BY c.side, c.outcome"""
        rows = self._conn.execute(sql, (manager, time_text(since)))
        return {(side, outcome): count for side, outcome, count in rows}

    def latest_of_open(self, manager: int | None = None) -> dict[int, list[CheckIn]]:
        """The newest due answered of every open promise and side; enough to see what waits."""
        condition = _LATEST.format(open=_open(manager))
        return _by_expectation(
            self.where(condition, {"manager": manager}, then='ORDER BY coalesce(t.due, t."on"), t.id')
        )


def _of_manager(which: str) -> str:
    """The ids of a manager's promises of a key of `CONDITIONS`."""
    return f"SELECT e.id FROM expectation e WHERE e.manager = :manager {CONDITIONS[which]}"


def _open(manager: int | None) -> str:
    """The ids of open promises; of one manager, when one is named."""
    return _OPEN if manager is None else f"{_OPEN} AND e.manager = :manager"


def _by_expectation(records: list[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for record in records:
        found.setdefault(record.expectation, []).append(record)
    return found


_OPEN = """
SELECT e.id FROM expectation e JOIN manager m ON m.id = e.manager
WHERE e.closed_on IS NULL AND m.status IN ('active', 'paused')
"""
_LATEST = """
t.expectation IN ({open}) AND t.event IS NULL AND (t.expectation, t.side, t.due) IN
  (SELECT c.expectation, c.side, max(c.due) FROM check_in c WHERE c.event IS NULL AND c.expectation IN ({open})
   GROUP BY c.expectation, c.side)
"""
_NEWEST = """
t.id IN (SELECT id FROM (
  SELECT c.id, row_number() OVER (
    PARTITION BY c.expectation, c.side ORDER BY coalesce(c.due, c."on") DESC, c.id DESC) AS place
  FROM check_in c WHERE c.expectation IN ({promises}))
WHERE place <= :most)
"""
