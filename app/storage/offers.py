"""Offers, what was recorded out of order, celebrations, and the days after a start."""

from __future__ import annotations

from app.domain.celebrations import Anniversary, Celebration
from app.domain.offers import Offer, OfferOverride
from app.storage.rows import Table


class Offers(Table[Offer]):
    """Reads and writes offers."""

    def of(self, search: int) -> list[Offer]:
        """A search's offers, oldest first."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.id")


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


class Anniversaries(Table[Anniversary]):
    """Reads and writes the days after a start on which one asked."""

    def of(self, offer: int) -> list[Anniversary]:
        """Those of a hire, oldest first."""
        return self.where("t.offer = ?", (offer,), then="ORDER BY t.done_on, t.id")
