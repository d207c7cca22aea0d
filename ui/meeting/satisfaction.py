"""The question about satisfaction in a meeting whose agenda has it: asked, answered and proposed where you talk."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.agenda import satisfaction_point
from app.services.changes import Change
from app.services.last_asked import last_asked
from app.services.meeting_page import MeetingPageFacts
from ui.desk import Desk
from ui.kit.satisfaction_forms import Where
from ui.kit.satisfaction_part import SatisfactionPart


class MeetingSatisfaction(SatisfactionPart):
    """Hidden where the agenda has no such point."""

    def __init__(self, desk: Desk, facts: MeetingPageFacts, parent: QWidget | None = None) -> None:
        where = Where(facts.manager.id, facts.meeting.id, facts.meeting.search)
        super().__init__(desk, where, parent)
        self._office, self._manager = desk.office, facts.manager.id
        self.show_facts(facts)
        self._read()
        desk.bridge.changed.connect(self._on_changed)

    def show_facts(self, facts: MeetingPageFacts) -> None:
        """Follow the agenda."""
        self.setVisible(any(satisfaction_point() in each.text for each in facts.agenda))

    def _read(self) -> None:
        self.show_asked(last_asked(self._office, self._manager))

    def _on_changed(self, change: Change) -> None:
        if any(table in ("satisfaction", "proposal") for table, _row in change.touched):
            self._read()
