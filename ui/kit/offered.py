"""A few values for a field, each one press away: times that suit you both, usual lengths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.managers import HiringManager
from app.domain.meetings import MeetingKind
from app.services.agenda import usual_minutes
from app.services.office import Office
from app.services.proposed_times import LENGTHS, MOST, proposed_times, slot_words
from app.words import _
from ui.kit.button import Button
from ui.kit.flow import Flow
from ui.kit.words import Label
from ui.theme import size

_LONGEST = 1440


class Offered(QWidget):
    """Words and then buttons; `taken` with the key of the one that was pressed.

    The buttons are made once, so that the Tab key finds them where they stand.
    """

    taken = Signal(str)

    def __init__(self, words: str, most: int, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._label = words, Label(words, "caption", "text2")
        self._buttons = [Button("", icon=icon, kind="compact") for _number in range(most)]
        self._row = Flow(gap=size(6))
        self._row.add(self._label)
        for button in self._buttons:
            button.clicked.connect(self._take)
            self._row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def offer(self, values: Sequence[tuple[str, str]], *, none: str = "") -> None:
        """Offer these, each as key and words; `none` is said when there are none."""
        self._label.setText(self._words if values else none)
        for at, button in enumerate(self._buttons):
            key, words = values[at] if at < len(values) else ("", "")
            button.setProperty("key", key)
            button.setText(words)
            button.setAccessibleName(words)
            button.setVisible(bool(key))
            button.updateGeometry()
        self._row.updateGeometry()

    def _take(self) -> None:
        self.taken.emit(str(self.sender().property("key")))


class TimesOffered(Offered):
    """Times that suit you both; `chosen` with the moment. `words` stand on each button around its {time}."""

    chosen = Signal(object)

    def __init__(self, office: Office, words: str = "{time}", parent: QWidget | None = None) -> None:
        super().__init__(_("Suits you both:"), MOST, icon="calendar-plus", parent=parent)
        self._office, self._on_button = office, words
        self.taken.connect(self._choose)

    def offer_for(self, manager: HiringManager, minutes: int, *, meeting: int = 0) -> None:
        """Offer what fits a meeting of so many minutes; nothing new while that is no length."""
        if 1 <= minutes <= _LONGEST:
            self.show_times(proposed_times(self._office, manager, minutes=minutes, meeting=meeting))

    def show_times(self, times: Iterable[datetime]) -> None:
        """Offer these moments."""
        words = [(at.isoformat(), self._on_button.format(time=slot_words(self._office, at))) for at in times]
        self.offer(words, none=_("Nothing is free in the next three weeks."))

    def _choose(self, key: str) -> None:
        self.chosen.emit(datetime.fromisoformat(key))


class LengthsOffered(Offered):
    """The usual lengths of a kind of meeting; `taken` with the minutes as they are typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Usual lengths:"), len(LENGTHS), parent=parent)

    def offer_for(self, kind: MeetingKind) -> None:
        """Offer what is usual for this kind."""
        self.offer([(str(each), _("{minutes} min").format(minutes=each)) for each in usual_minutes(kind)])


def length_of(typed: str) -> int:
    """The minutes that were typed, 0 for what is no number."""
    digits = typed.strip().removesuffix("min").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= len(str(_LONGEST)) else 0
