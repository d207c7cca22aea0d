"""The timer of a meeting: a ring that fills, the time gone, and what is left or over."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QFont, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.meeting_timer import Reading, Stage, is_paused, read_timer
from app.domain.meetings import Meeting, MeetingState
from app.services.office import Office
from app.words import _
from ui.kit import paint
from ui.kit.toast import announce
from ui.theme import colour, font, size

_ACROSS, _STROKE, _SECOND_MS = 136, 6, 1_000


class Ring(QWidget):
    """Redraws once a second while the meeting runs and the page is seen; the office's clock tells the time."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, office: Office, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._tick = QTimer(self, singleShot=True)
        self._tick.timeout.connect(self._ticked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._meeting = meeting
        self._reading = read_timer(meeting, office.now())
        self._name()

    @property
    def reading(self) -> Reading:
        """What it shows."""
        return self._reading

    def show_meeting(self, meeting: Meeting) -> None:
        """Follow this state of the meeting."""
        self._meeting = meeting
        self._reading = read_timer(meeting, self._office.now())
        self._name()
        self._wait()
        self.update()

    def sizeHint(self) -> QSize:
        """The ring."""
        return QSize(size(_ACROSS), size(_ACROSS))

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: the time went on meanwhile."""
        super().showEvent(event)
        self._ticked()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no waking up."""
        super().hideEvent(event)
        self._tick.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, the part that is gone, and the two texts."""
        painter, reading, half = QPainter(self), self._reading, size(_STROKE) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(colour("border"), 2 * half))
        painter.drawEllipse(box)
        late = reading.stage is not Stage.RUNNING
        pen = QPen(colour("risk" if late else "accent"), 2 * half, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if reading.part > 0:
            painter.drawArc(box, 90 * 16, -round(reading.part * 360 * 16))
        self._write(painter, size(-10), _figures(font("number")), reading.clock, reading.stage is Stage.OVER)
        self._write(painter, size(29), font("body"), reading.beside, reading.stage is Stage.NEARLY)

    def _write(self, painter: QPainter, below: int, face: QFont, words: str, late: bool) -> None:
        """A line of text centred so far below the middle."""
        painter.setFont(face)
        painter.setPen(colour("risk") if late else colour("text" if below < 0 else "text2"))
        line = QRectF(size(14), self.height() / 2 + below - size(18), self.width() - size(28), size(36))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, paint.elided(words, face, line.width()))

    def _ticked(self) -> None:
        before = self._reading.stage
        self._reading = read_timer(self._meeting, self._office.now())
        if self._reading.stage is not before:
            announce(self, self._said())
        self._name()
        self.update()
        self._wait()

    def _wait(self) -> None:
        """Until the next full second of the meeting; a clock that stands still is looked at once a second."""
        self._tick.stop()
        if self.isVisible() and self._meeting.state is MeetingState.RUNNING and not is_paused(self._meeting):
            gone = self._meeting.length(self._office.now()).total_seconds() * 1000
            self._tick.start(max(_SECOND_MS - int(gone) % _SECOND_MS, 50))

    def _said(self) -> str:
        """The stage as a screen reader says it, once."""
        return _("The planned time is over.") if self._reading.stage is Stage.OVER else self._reading.beside

    def _name(self) -> None:
        words = _("Timer: {clock} {beside}")
        self.setAccessibleName(words.format(clock=self._reading.clock, beside=self._reading.beside))


def _figures(face: QFont) -> QFont:
    """With figures of one width, so that the time does not tremble."""
    wide = QFont(face)
    wide.setFeature(QFont.Tag("tnum"), 1)
    return wide
