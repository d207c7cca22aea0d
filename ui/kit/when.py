"""When a meeting is to be: written as one says it, or set by day and time; one follows the other."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QEvent, QObject, QRectF, QSize, Qt, QTime, QTimeZone, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QSizePolicy, QWidget

from app.domain.errors import InputError
from app.domain.line_dates import instant
from app.domain.when import planned_moment
from app.services.office import Office
from app.words import _
from ui.kit.field import Line, paint_frame
from ui.theme import font, size


class DateTime(QDateTimeEdit):
    """Day and time with the look of every field; Up and Down turn the part the cursor is in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wrong = False
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))  # wall clock: the office's zone is applied by us
        self.setDisplayFormat("ddd d MMM yyyy  HH:mm")
        self.setDateRange(QDate(1970, 1, 1), QDate(2199, 12, 31))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()

    def sizeHint(self) -> QSize:
        """32 high."""
        return QSize(size(160), size(32))

    def minimumSizeHint(self) -> QSize:
        """Narrow when it must be."""
        return QSize(size(110), size(32))

    def changeEvent(self, event: QEvent) -> None:
        """A new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.font() != font("body"):
            self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Our frame; Qt's text lies in it."""
        paint_frame(QPainter(self), QRectF(self.rect()), focused=self.hasFocus(), wrong=self.wrong,
                    enabled=self.isEnabled())  # fmt: skip

    def resizeEvent(self, event: object) -> None:
        """The text keeps clear of the frame."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.lineEdit().setGeometry(size(9), 2, self.width() - size(18), self.height() - 4)

    def wheelEvent(self, event: object) -> None:
        """Scrolling the page over it does not change it."""
        event.ignore()  # type: ignore[attr-defined]

    def _dress(self) -> None:
        self.setFont(font("body"))
        palette = self.lineEdit().palette()
        palette.setBrush(palette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.lineEdit().setPalette(palette)


class When(QObject):
    """The two fields and what they say."""

    changed = Signal()

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self.text, self.picker = Line(_("such as tue 10:30")), DateTime()
        self.text.textChanged.connect(self._typed)
        self.picker.dateTimeChanged.connect(self._picked)

    def show(self, at: datetime) -> None:
        """Begin with this moment."""
        self.text.clear()
        self._set(at)

    def value(self) -> datetime:
        """The moment in UTC; raises `InputError` when what was written is none."""
        if self.text.text().strip() and self._understood() is None:
            raise InputError("when", _("Write it like tue 10:30, 3 dec 9:00 or tomorrow 14:00."))
        return self._read()

    def _understood(self) -> datetime | None:
        return planned_moment(self.text.text(), self._office.now(), self._office.zone)

    def _typed(self) -> None:
        at = self._understood()
        if at is not None:
            self._set(at)
        self.changed.emit()

    def _picked(self) -> None:
        """Set by hand: what was written no longer counts."""
        at = self._understood()
        if self.text.text() and at != self._read():
            self.text.clear()
        self.changed.emit()

    def _read(self) -> datetime:
        day, time = self.picker.date().toPython(), self.picker.time().toPython()
        return instant(day, time, self._office.zone)  # type: ignore[arg-type]

    def _set(self, at: datetime) -> None:
        local = at.astimezone(self._office.zone)
        day, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
        self.picker.setDateTime(QDateTime(day, time, QTimeZone(QTimeZone.Initialization.UTC)))
