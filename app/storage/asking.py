"""What is asked of a manager: questions of an intake, proposals after a low score, honest looks."""

from __future__ import annotations

from app.domain.intake import Question
from app.domain.partings import Parting
from app.domain.satisfaction import Proposal
from app.storage.rows import Table


class Questions(Table[Question]):
    """Reads and writes questions."""

    def of(self, search: int) -> list[Question]:
        """A search's questions in their order."""
        return self.where("t.search = ?", (search,), then="ORDER BY t.position, t.id")

    def of_meeting(self, meeting: int) -> list[Question]:
        """The questions of a meeting in their order."""
        return self.where("t.meeting = ?", (meeting,), then="ORDER BY t.position, t.id")


class Proposals(Table[Proposal]):
    """Reads and writes proposals."""

    def of(self, satisfaction: int) -> list[Proposal]:
        """Those made after an answer, oldest first."""
        return self.where("t.satisfaction = ?", (satisfaction,), then="ORDER BY t.id")


class Partings(Table[Parting]):
    """Reads and writes honest looks and what was chosen."""

    def of(self, manager: int) -> list[Parting]:
        """Those of a manager, newest first."""
        return self.where("t.manager = ?", (manager,), then="ORDER BY t.on_day DESC, t.id DESC")
