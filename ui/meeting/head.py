"""What meeting this is, with whom, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.meeting_timer import is_paused
from app.domain.meetings import MeetingState, kind_label
from app.services.meeting_page import MeetingPageFacts
from app.words import _
from ui.kit.chip import Chip
from ui.kit.words import Elided, Label
from ui.theme import size


class Head(QWidget):
    """Title, one line under it, a chip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line = Label("", "title", wrap=True), Elided("", "body", "text2")
        self._chip = Chip("")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(12))
        row.addLayout(texts, 1)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_facts(self, facts: MeetingPageFacts) -> None:
        """The meeting's kind, its people and its way."""
        meeting = facts.meeting
        way = meeting.place or meeting.channel.words.lower()
        self._title.setText(kind_label(meeting.kind))
        self._line.setText(" · ".join(part for part in (facts.manager.name, facts.search, way) if part))
        if is_paused(meeting):
            self._chip.show_fact(_("Paused"), "risk", "pause")
            return
        chips = {
            MeetingState.PLANNED: (_("Planned"), "neutral", "calendar"),
            MeetingState.HELD: (_("Held"), "kept", "check"),
            MeetingState.RUNNING: (_("In meeting"), "you", "circle-dot"),
            MeetingState.CANCELLED: (_("Cancelled"), "neutral", "x"),
        }  # fmt: skip
        self._chip.show_fact(*chips[meeting.state])
