"""A meeting is running somewhere else in the program: one line, one button back to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.dates import time_words
from app.domain.meetings import kind_label
from app.services.changes import Change
from app.services.meeting_list import running_meeting
from app.words import _
from ui.desk import Desk, Place
from ui.kit import mirror, paint
from ui.kit.button import Button
from ui.kit.words import Label
from ui.theme import size


class ContinueBar(QWidget):
    """Shows itself while a meeting runs, also one that a crash or a closed lid left running."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._meeting = desk, 0
        self._words = Label("", "bodyMedium", wrap=True)
        button = Button(_("Continue"), icon="play", kind="compact")
        button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(size(42), size(8), size(14), size(8)))
        row.addWidget(self._words, 1)
        row.addWidget(button)
        desk.bridge.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Look whether a meeting runs."""
        running = running_meeting(self._desk.office)
        self.setVisible(running is not None)
        if running is None:
            self._meeting = 0
            return
        meeting, manager = running
        self._meeting = meeting.id
        office = self._desk.office
        since = time_words(meeting.started_at or meeting.planned_at, office.now(), office.zone)
        words = _("{kind} with {name} is running. It began: {since}.")
        self._words.setText(words.format(kind=kind_label(meeting.kind), name=manager.name, since=since))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of your side, and a sign."""
        painter = mirror.painter_on(self)
        paint.rounded(painter, QRectF(self.rect()), ground="accentSoft")
        paint.draw_icon(painter, size(14), self.height() / 2 - size(8), "circle-dot", "accent")

    def _on_changed(self, change: Change) -> None:
        if any(table == "meeting" for table, _row in change.touched):
            self.refresh()

    def _open(self) -> None:
        self._desk.open(Place("meeting", self._meeting))
