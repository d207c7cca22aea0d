"""Closing a search asks in place how it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.words import _
from ui.kit.editor import Editor
from ui.kit.field import LONG, Area, Field


class OutcomeEditor(Editor):
    """One field; what is written there stays private."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Close the search"), save=_("Close the search"), parent=parent)
        self._outcome = Area(_("such as filled, put on hold, filled from inside"), limit=LONG, lines=2)
        self.add("outcome", Field(_("How did it end? (private)"), self._outcome))
        self.finish()

    def outcome(self) -> str:
        """What was written, maybe nothing."""
        return self._outcome.toPlainText().strip()
