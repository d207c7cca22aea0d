"""The role of a search: the last person in it, alternatives, the process, where people are sought."""

from __future__ import annotations

from app.domain.role import Alternative, Predecessor, ProcessStep, SourcingChannel
from app.storage.rows import Table


class Predecessors(Table[Predecessor]):
    """Reads and writes what is known of the last person."""

    def of(self, search: int) -> Predecessor | None:
        """The last person in the role of a search."""
        return next(iter(self.where("t.search = ?", (search,))), None)


class Alternatives(Table[Alternative]):
    """Reads and writes alternatives."""

    def of(self, search: int) -> list[Alternative]:
        """A search's alternatives in their order."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.position, t.id")


class ProcessSteps(Table[ProcessStep]):
    """Reads and writes the steps of the process."""

    def of(self, search: int) -> list[ProcessStep]:
        """A search's process in its order."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.position, t.id")


class SourcingChannels(Table[SourcingChannel]):
    """Reads and writes the sourcing plan."""

    def of(self, search: int) -> list[SourcingChannel]:
        """A search's channels in their order."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.position, t.id")
