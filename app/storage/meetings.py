"""Meetings with their agenda and what was captured in them."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.meetings import AgendaItem, CapturedItem, Meeting
from app.storage.rows import Table, time_text

_AFTER_ALL = (datetime(9999, 12, 30, tzinfo=UTC), 0)


class Meetings(Table[Meeting]):
    """Reads and writes meetings."""

    def running(self) -> Meeting | None:
        """The meeting that is going on; there is never more than one."""
        return next(iter(self.where("t.state = 'running'")), None)

    def latest(self) -> Meeting | None:
        """The last meeting held."""
        return next(iter(self.where("t.state = 'held'", then="ORDER BY t.started_at DESC, t.id DESC LIMIT 1")), None)

    def of(self, manager: int, limit: int = 100) -> list[Meeting]:
        """A manager's meetings, newest first."""
        return self.where("t.manager = ?", (manager, limit), then="ORDER BY t.planned_at DESC, t.id DESC LIMIT ?")

    def planned(self, begin: datetime, end: datetime) -> list[Meeting]:
        """Meetings planned for a stretch of time, in its order."""
        values = (time_text(begin), time_text(end))
        condition = "t.state = 'planned' AND t.planned_at >= ? AND t.planned_at < ?"
        return self.where(condition, values, then="ORDER BY t.planned_at, t.id")

    def coming(self, limit: int, now: datetime, *, after: tuple[datetime, int]) -> list[Meeting]:
        """A page of all that is planned, and of what is cancelled and not past yet, in the order of time.

        `after` is planned time and id of the last one shown; the index gives one state at a time in order.
        """
        condition, then = "t.state = ? AND (t.planned_at, t.id) > (?, ?)", "ORDER BY t.planned_at, t.id LIMIT ?"
        begins = (("planned", after), ("cancelled", max(after, (now, 0))))
        found = [each for state, (at, last) in begins
                 for each in self.where(condition, (state, time_text(at), last, limit), then=then)]  # fmt: skip
        return sorted(found, key=lambda each: (each.planned_at, each.id))[:limit]

    def over(self, limit: int, now: datetime, *, before: tuple[datetime, int] | None = None) -> list[Meeting]:
        """A page of all that was held, or cancelled and is past, newest first; `before` is the last one shown."""
        condition = "t.state = ? AND (t.planned_at, t.id) < (?, ?)"
        then = "ORDER BY t.planned_at DESC, t.id DESC LIMIT ?"
        ends = (("held", before or _AFTER_ALL), ("cancelled", min(before or _AFTER_ALL, (now, 0))))
        found = [each for state, (at, last) in ends
                 for each in self.where(condition, (state, time_text(at), last, limit), then=then)]  # fmt: skip
        return sorted(found, key=lambda each: (each.planned_at, each.id), reverse=True)[:limit]

    def planned_of(self, manager: int) -> list[Meeting]:
        """A manager's meetings that are still to come or were never settled."""
        return self.where("t.manager = ? AND t.state = 'planned'", (manager,), then="ORDER BY t.planned_at, t.id")

    def called_off(self, manager: int, now: datetime) -> list[Meeting]:
        """A manager's meetings that are cancelled and would still be to come."""
        condition = "t.manager = ? AND t.state = 'cancelled' AND t.planned_at >= ?"
        return self.where(condition, (manager, time_text(now)), then="ORDER BY t.planned_at, t.id")

    def settled_of(
        self, manager: int, now: datetime, limit: int = 100, *, before: tuple[datetime, int] | None = None
    ) -> list[Meeting]:
        """A page of what was held, or cancelled and is past, newest first; `before` is the last one shown, as its key.

        A key is planned time and id.
        """
        at, last = (time_text(before[0]), before[1]) if before else ("9", 0)
        condition = (
            "t.manager = ? AND t.state IN ('held', 'cancelled') AND (t.planned_at, t.id) < (?, ?)"
            " AND (t.state = 'held' OR t.planned_at < ?)"
        )
        values = (manager, at, last, time_text(now), limit)
        return self.where(condition, values, then="ORDER BY t.planned_at DESC, t.id DESC LIMIT ?")

    def count_before(self, manager: int, kind: str, at: datetime) -> int:
        """How many meetings of a kind a manager had before a moment; the plus keeps SQLite to the manager's few."""
        sql = "SELECT count(*) FROM meeting WHERE manager = ? AND kind = ? AND +state = 'held' AND planned_at < ?"
        return int(self._conn.execute(sql, (manager, kind, time_text(at))).fetchone()[0])

    def next_of(self, manager: int, after: datetime) -> Meeting | None:
        """A manager's next planned meeting."""
        condition = "t.manager = ? AND t.state = 'planned' AND t.planned_at >= ?"
        found = self.where(condition, (manager, time_text(after)), then="ORDER BY t.planned_at LIMIT 1")
        return next(iter(found), None)


class AgendaItems(Table[AgendaItem]):
    """Reads and writes agenda points."""

    def of(self, meeting: int) -> list[AgendaItem]:
        """A meeting's agenda in its order."""
        return self.where("t.meeting = ?", (meeting,), then="ORDER BY t.position, t.id")


class CapturedItems(Table[CapturedItem]):
    """Reads and writes what was captured."""

    def of(self, meeting: int) -> list[CapturedItem]:
        """What a meeting caught, in its order."""
        return self.where("t.meeting = ?", (meeting,), then="ORDER BY t.position, t.id")

    def decisions_of(self, manager: int, limit: int = 10) -> list[CapturedItem]:
        """A manager's newest decisions."""
        condition = "t.kind = 'decision' AND t.meeting IN (SELECT id FROM meeting WHERE manager = ?)"
        return self.where(condition, (manager, limit), then="ORDER BY t.at DESC, t.id DESC LIMIT ?")
