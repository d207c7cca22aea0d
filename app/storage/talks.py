"""The log and the follow-ups: pages by key, never by offset."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.talks import FollowUp, Talk
from app.storage.rows import Table, time_text


class Talks(Table[Talk]):
    """Reads and writes talks."""

    def newest(
        self, manager: int, limit: int = 100, *, before: tuple[datetime, int] | None = None, channel: str | None = None
    ) -> list[Talk]:
        """A page of a manager's log, newest first; `before` is time and id of the last one already shown."""
        at, last = (time_text(before[0]), before[1]) if before else ("9", 0)
        values = {"manager": manager, "at": at, "id": last, "limit": limit, "channel": channel}
        return self.where(_PAGE, values, then="ORDER BY t.at DESC, t.id DESC LIMIT :limit")

    def between(self, manager: int, begin: datetime, end: datetime) -> list[Talk]:
        """A manager's talks of a stretch of time, oldest first."""
        values = (manager, time_text(begin), time_text(end))
        return self.where("t.manager = ? AND t.at >= ? AND t.at < ?", values, then="ORDER BY t.at, t.id")

    def count(self, manager: int) -> int:
        """How many entries a manager's log has."""
        sql = "SELECT count(*) FROM talk WHERE manager = ?"
        return int(self._conn.execute(sql, (manager,)).fetchone()[0])


class FollowUps(Table[FollowUp]):
    """Reads and writes follow-ups."""

    def open_of(self, manager: int) -> list[FollowUp]:
        """What a manager and you still have to do, by date."""
        return self.where("t.manager = ? AND t.done_at IS NULL", (manager,), then="ORDER BY t.due, t.id")

    def open_until(self, day: date) -> list[FollowUp]:
        """Everything open that is due by `day`, put off by a snooze or not."""
        condition = "t.done_at IS NULL AND t.due <= ? AND coalesce(t.snoozed_to, t.due) <= ?"
        return self.where(condition, (day.isoformat(), day.isoformat()), then="ORDER BY t.due, t.id")

    def of_meeting(self, meeting: int) -> list[FollowUp]:
        """What a meeting left to do."""
        return self.where("t.meeting = ?", (meeting,), then="ORDER BY t.id")

    def of_talk(self, talk: int) -> list[FollowUp]:
        """What a talk left to do."""
        return self.where("t.talk = ?", (talk,), then="ORDER BY t.id")


_PAGE = (
    "t.manager = :manager AND (t.at, t.id) < (:at, CASE WHEN :id = 0 THEN 9223372036854775807 ELSE :id END)"
    " AND (:channel IS NULL OR t.channel = :channel)"
)
