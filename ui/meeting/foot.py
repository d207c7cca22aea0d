"""The foot of the page: how much there is, and the two ways to end."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.line_dates import clock_time, instant
from app.domain.meetings import MeetingState
from app.services.meeting_page import MeetingPageFacts
from app.words import _, plural
from ui.kit.button import Button
from ui.kit.card import Ground
from ui.kit.field import Line
from ui.kit.words import Label
from ui.theme import size

_MARGIN = 28


class Foot(Ground):
    """`ended` says whether a summary is wanted; a planned meeting is started here instead."""

    ended = Signal(bool)
    started = Signal()

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent, top=True)
        self._zone = zone
        self._begun: datetime | None = None
        self._words = Label("", "body", "text2", wrap=True)
        self._asks = Label(_("Ended at"), "body")
        self._time = Line()
        self._asks.setBuddy(self._time)
        self._time.setAccessibleName(_("Ended at"))
        self._time.setMaximumWidth(size(72))
        self._plain = Button(_("End without summary"), kind="quiet")
        self._summary = Button(_("End and make Summary PDF"), icon="file-text", kind="primary")
        self._start = Button(_("Start meeting"), icon="play", kind="primary")
        self._plain.clicked.connect(self._end_plain)
        self._summary.clicked.connect(self._end_with_summary)
        self._time.refused.connect(self._words.setText)
        self._start.clicked.connect(self.started)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(size(_MARGIN), size(12), size(_MARGIN), size(12))
        self._row.setSpacing(size(8))
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(size(8))
        self._buttons.addStretch()
        for part in (self._asks, self._time, self._plain, self._summary, self._start):
            self._buttons.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        self._row.addLayout(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit beside each other stands below each other: the words and the buttons, then the buttons."""
        super().resizeEvent(event)
        self._fit()

    def show_facts(self, facts: MeetingPageFacts) -> None:
        """Count, and offer what this meeting can do next."""
        running, forgotten = facts.meeting.state is MeetingState.RUNNING, facts.forgotten
        self._begun = facts.meeting.started_at
        self._words.setText(_("This meeting was never ended.") if forgotten else _counted(facts))
        for part in (self._asks, self._time):
            part.setVisible(forgotten is not None)
        if forgotten is not None and not self._time.text():
            self._time.setText(f"{forgotten.astimezone(self._zone):%H:%M}")
        self._plain.setVisible(running)
        self._summary.setVisible(running)
        self._start.setVisible(facts.meeting.state is MeetingState.PLANNED)
        self._fit()

    def ended_at(self) -> datetime | None:
        """The moment that was asked for; None when it ends now."""
        at = clock_time(self._time.text().strip())
        if self._time.isHidden() or at is None or self._begun is None:
            return None
        end = instant(self._begun.astimezone(self._zone).date(), at, self._zone)
        return end if end >= self._begun else end + timedelta(days=1)

    def is_clear(self) -> bool:
        """Whether the time, when it is asked for, is one; else the field says so and gets the keyboard."""
        clear = self._time.isHidden() or clock_time(self._time.text().strip()) is not None
        self._time.wrong = not clear
        self._time.update()
        if not clear:
            self._words.setText(_("Write the time it ended like 11:05."))
            self._time.setFocus()
        return clear

    def _fit(self) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        parts = (self._asks, self._time, self._plain, self._summary, self._start)
        buttons = sum(each.sizeHint().width() + size(8) for each in parts if not each.isHidden())
        room = self.width() - size(2 * _MARGIN)
        self._buttons.setDirection(down if buttons > room else across)
        self._row.setDirection(down if self._words.sizeHint().width() + buttons > room else across)

    def _end_plain(self) -> None:
        self.ended.emit(False)

    def _end_with_summary(self) -> None:
        self.ended.emit(True)


def _counted(facts: MeetingPageFacts) -> str:
    """How many lines go in the summary, and how many stay."""
    shared = plural("{count} item for the summary", "{count} items for the summary", len(facts.shared))
    if not facts.private:
        return shared if facts.shared else _("Nothing for the summary yet")
    private = plural("{count} private", "{count} private", len(facts.private))
    return _("{shared}, {private}").format(shared=shared, private=private)
