"""Everything beside the meeting: what is known between you, who waits for an answer, how satisfied they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.beside_meeting import Known, beside
from app.services.meeting_page import MeetingPageFacts
from ui.desk import Desk
from ui.meeting.calibration import CalibrationPeople
from ui.meeting.facts import Facts
from ui.meeting.satisfaction import MeetingSatisfaction
from ui.theme import size


class Beside(QWidget):
    """The facts, and below them what can be answered here; `chosen` with a gap that is to be asked now."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, facts: MeetingPageFacts, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._known = desk.office, known
        # Two of them show themselves, which without a parent would be a window of their own.
        self._facts, self._people = Facts(self), CalibrationPeople(desk, facts.meeting.id, self)
        self._satisfaction = MeetingSatisfaction(desk, facts, self)
        self._facts.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._facts)
        column.addWidget(self._people)
        column.addSpacing(size(14))
        column.addWidget(self._satisfaction)
        self.show_facts(facts)

    def read(self, facts: MeetingPageFacts) -> None:
        """Read what is known between the two of you; raises `NotFoundError` when the meeting is gone."""
        self._known = beside(self._office, facts.meeting.id)
        self.show_facts(facts)

    def show_facts(self, facts: MeetingPageFacts) -> None:
        """Show the meeting as it stands."""
        self._facts.show_facts(facts, self._known)
        self._satisfaction.show_facts(facts)

    def settle(self) -> None:
        """Keep what is typed now."""
        self._people.settle()
        self._satisfaction.settle()
