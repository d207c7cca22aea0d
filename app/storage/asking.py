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

    def open_with(self, manager: int) -> list[Proposal]:
        """A manager's that wait for an answer, or were approved and not looked at again yet, oldest first."""
        return self.where(_OPEN, (manager,), then="ORDER BY t.id")


class Partings(Table[Parting]):
    """Reads and writes honest looks and what was chosen."""

    def of(self, manager: int) -> list[Parting]:
        """Those of a manager, newest first."""
        return self.where("t.manager = ?", (manager,), then="ORDER BY t.on_day DESC, t.id DESC")

    def standing_of(self, manager: int) -> list[Parting]:
        """By which a manager was let go and not taken back."""
        return self.where("t.manager = ? AND t.choice = 'let_go' AND t.taken_back_on IS NULL", (manager,))


_OPEN = """t.answer <> 'declined' AND t.checked_on IS NULL
  AND t.satisfaction IN (SELECT id FROM satisfaction WHERE manager = ?)"""
