"""Writing what the manager told of the last person, and the own reading of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.text import LINE
from app.services import managers, predecessor
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.kit.editor import Editor
from ui.kit.field import LONG, Area, Field


class AnswerForm(Editor):
    """One answer in a few lines; `part` is its field in the record."""

    def __init__(
        self, office: Office, search: SearchId, part: str, *, question: str, told: str, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(question, parent=parent)
        self._office, self._search, self._part = office, search, part
        self._told = Area(limit=LINE, lines=3)
        self._told.setPlainText(told)
        self.add(part, Field(question, self._told))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does."""
        told = self._told.toPlainText().strip()
        return partial(predecessor.edit, self._office, self._search, **{self._part: told})


class ReadingForm(AnswerForm):
    """What you make of it yourself: on the ground of what is private."""

    def __init__(self, office: Office, search: SearchId, told: str, parent: QWidget | None = None) -> None:
        super().__init__(office, search, "reading", question=_("Your own reading (private)"), told=told, parent=parent)
        self.set_ground("neutralSoft", dashed=True)


class TickForm(Editor):
    """What makes the manager tick; it belongs to the person, so every search of theirs shows it."""

    def __init__(
        self, office: Office, manager: ManagerId, question: str, told: str, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(question, parent=parent)
        self._office, self._manager = office, manager
        self._told = Area(limit=LONG, lines=3)
        self._told.setPlainText(told)
        self.set_ground("neutralSoft", dashed=True)
        self.add("tick", Field(_("{question} (private)").format(question=question), self._told))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does."""
        return partial(managers.edit, self._office, self._manager, tick=self._told.toPlainText().strip() or None)
