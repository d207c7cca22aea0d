"""What searches ask for, and how it drifted."""

from __future__ import annotations

from app.domain.requirements import Requirement, RequirementChange
from app.storage.rows import Table


class Requirements(Table[Requirement]):
    """Reads and writes requirements."""

    def of(self, search: int) -> list[Requirement]:
        """A search's requirements of every kind, each kind in its order."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.kind, t.position, t.id")


class RequirementChanges(Table[RequirementChange]):
    """Reads and writes changes after agreement."""

    def of(self, search: int) -> list[RequirementChange]:
        """A search's drift, oldest first."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.on_day, t.id")
