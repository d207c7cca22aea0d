"""Notes, satisfaction, issued documents and templates: what hangs on a manager besides talks and promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.issued import IssuedDocument
from app.domain.notes import Note
from app.domain.satisfaction import Satisfaction
from app.domain.templates import Template
from app.storage.rows import Table


class Notes(Table[Note]):
    """Reads and writes notes."""

    def of(self, manager: int) -> list[Note]:
        """A manager's notes, pinned ones first, then the newest."""
        return self.where("t.manager = ?", (manager,), then="ORDER BY t.pinned DESC, t.changed DESC, t.id DESC")


class Satisfactions(Table[Satisfaction]):
    """Reads and writes answers on satisfaction."""

    def last_of(self, manager: int) -> Satisfaction | None:
        """A manager's newest answer."""
        found = self.where("t.manager = ?", (manager,), then="ORDER BY t.asked_on DESC, t.id DESC LIMIT 1")
        return next(iter(found), None)

    def near(self, manager: int, after: date, before: date) -> Satisfaction | None:
        """A manager's newest answer between two days, neither of them included."""
        condition, values = _NEAR, (manager, after.isoformat(), before.isoformat())
        return next(iter(self.where(condition, values, then="ORDER BY t.asked_on DESC, t.id DESC LIMIT 1")), None)


class IssuedDocuments(Table[IssuedDocument]):
    """Reads and writes the list of documents made."""

    def of(self, manager: int) -> list[IssuedDocument]:
        """A manager's documents, newest first."""
        return self.where("t.manager = ?", (manager,), then="ORDER BY t.made_at DESC, t.id DESC")

    def of_meetings(self, meetings: Sequence[int]) -> dict[int, IssuedDocument]:
        """The newest document of each of these meetings."""
        marks = ", ".join("?" * len(meetings))
        found = self.where(f"t.meeting IN ({marks})", meetings, then="ORDER BY t.made_at, t.id")
        return {each.meeting: each for each in found if each.meeting is not None}


class Templates(Table[Template]):
    """Reads and writes this office's own templates."""

    def of_kind(self, kind: str) -> list[Template]:
        """The templates of a kind, by age; the newest counts."""
        return self.where("t.kind = ?", (kind,), then="ORDER BY t.id")

    def everything(self) -> list[Template]:
        """All of them, by age."""
        return self.where("1", then="ORDER BY t.id")


_NEAR = "t.manager = ? AND t.asked_on > ? AND t.asked_on < ?"
