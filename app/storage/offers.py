"""Offers, what was recorded out of order, celebrations, and the days after a start."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from app.domain.celebrations import Anniversary, Celebration
from app.domain.offers import Offer, OfferOverride
from app.storage.rows import Table, time_text


class Together(NamedTuple):
    """What two people did for one search: talks, and the promises that each of them kept."""

    talks: int
    mine: int
    theirs: int


class Hire(NamedTuple):
    """Somebody who started, or will: for which search of whom, and the days that were remembered already."""

    offer: int
    candidate: str
    title: str
    manager: int
    name: str
    start_on: date
    done: frozenset[str]


class PutOff(NamedTuple):
    """A celebration that was put off: of which offer, for which search of whom."""

    offer: int
    title: str
    manager: int
    name: str


class Offers(Table[Offer]):
    """Reads and writes offers."""

    def of(self, search: int) -> list[Offer]:
        """A search's offers, oldest first."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.id")

    def together(self, search: int, since: datetime, until: datetime) -> Together:
        """What was done between two moments with the manager of a search."""
        values = {"search": search, "since": time_text(since), "until": time_text(until)}
        talks = self._conn.execute(_TALKS, values).fetchone()[0]
        kept = dict(self._conn.execute(_KEPT, values).fetchall())
        return Together(talks, kept.get("mine", 0), kept.get("theirs", 0))

    def hires(self, since: date, until: date) -> list[Hire]:
        """Those who started between two days, both included, for managers who were not set aside; newest first."""
        rows = self._conn.execute(_HIRES, (since.isoformat(), until.isoformat()))
        return [
            Hire(offer, candidate, title, manager, name, date.fromisoformat(start), frozenset((done or "").split(",")))
            for offer, candidate, title, manager, name, start, done in rows
        ]


class OfferOverrides(Table[OfferOverride]):
    """Reads and writes the steps that were recorded out of order."""

    def of(self, offer: int) -> list[OfferOverride]:
        """Those of an offer, oldest first."""
        return self.where("t.offer = ?", (offer,), then="ORDER BY t.id")


class Celebrations(Table[Celebration]):
    """Reads and writes celebrations."""

    def of(self, search: int) -> list[Celebration]:
        """Those of a search, oldest first."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.id")

    def of_offer(self, offer: int) -> Celebration | None:
        """That of a placement, None while there is none."""
        return next(iter(self.where("t.offer = ?", (offer,))), None)

    def put_off_until(self, day: date) -> list[PutOff]:
        """Those that were put off to a day or one before, for managers who were not set aside; the oldest first."""
        return [PutOff(*row) for row in self._conn.execute(_PUT_OFF, (day.isoformat(),))]


class Anniversaries(Table[Anniversary]):
    """Reads and writes the days after a start on which one asked."""

    def of(self, offer: int) -> list[Anniversary]:
        """Those of a hire, oldest first."""
        return self.where("t.offer = ?", (offer,), then="ORDER BY t.done_on, t.id")


_TALKS = """
SELECT count(*) FROM search s JOIN talk t ON t.manager = s.manager
WHERE s.id = :search AND t.channel <> 'other' AND t.at >= :since AND t.at < :until
"""
_KEPT = """
SELECT c.side, count(*)
FROM search s JOIN expectation e ON e.manager = s.manager JOIN check_in c ON c.expectation = e.id
WHERE s.id = :search AND c.outcome = 'kept' AND c."on" >= :since AND c."on" < :until
GROUP BY c.side
"""
_HIRES = """
SELECT o.id, o.candidate, s.title, m.id, m.name, o.start_on,
  (SELECT group_concat(a.milestone) FROM anniversary a WHERE a.offer = o.id)
FROM offer o JOIN search s ON s.id = o.search JOIN manager m ON m.id = s.manager
WHERE o.start_on BETWEEN ? AND ? AND o.signed_on IS NOT NULL AND o.declined_on IS NULL
  AND m.status IN ('active', 'paused')
ORDER BY o.start_on DESC, o.id
"""
_PUT_OFF = """
SELECT c.offer, s.title, m.id, m.name FROM celebration c JOIN search s ON s.id = c.search
JOIN manager m ON m.id = s.manager
WHERE c.put_off_to <= ? AND c.form IS NULL AND c.offer IS NOT NULL AND m.status IN ('active', 'paused')
ORDER BY c.put_off_to, c.id
"""
