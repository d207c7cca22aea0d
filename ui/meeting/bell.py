"""The sound at the end of a meeting's planned time: heard wherever one is in the program, where it is set."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.meeting_timer import is_paused
from app.domain.meetings import Meeting
from app.services.changes import Change
from app.services.meeting_list import running_meeting
from app.settings import Switch
from ui.desk import Desk

_LOOK_MS = 5_000  # at the latest: a timer sleeps with the computer, and the meeting does not


class Bell(QObject):
    """Lives as long as the desk; a meeting that was over before it began to listen stays silent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._office = desk.office
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._meeting: Meeting | None = None
        self._read()
        desk.bridge.changed.connect(self._on_changed)
        desk.bridge.destroyed.connect(self._timer.stop)

    def _on_changed(self, change: Change) -> None:
        if any(table == "meeting" for table, _row in change.touched):
            self._read()

    def _read(self) -> None:
        """Which meeting runs, if its time is not over."""
        running = running_meeting(self._office)
        self._meeting = running[0] if running is not None else None
        self._wait()

    def _left(self) -> timedelta:
        assert self._meeting is not None
        return timedelta(minutes=self._meeting.minutes) - self._meeting.length(self._office.now())

    def _wait(self) -> None:
        self._timer.stop()
        if self._meeting is not None and not is_paused(self._meeting) and self._left() > timedelta(0):
            self._timer.start(min(self._left() // timedelta(milliseconds=1) + 1, _LOOK_MS))

    def _look(self) -> None:
        if self._left() > timedelta(0):
            self._wait()
        elif self._office.settings.meeting_sound is Switch.ON:
            QApplication.beep()
