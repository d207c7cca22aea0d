"""Today's page: the date, one sentence, and what the day holds, read when it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import long_day_words
from app.services import today
from app.services.changes import Change
from ui.desk import Desk
from ui.kit.scrolling import MARGIN, Page
from ui.kit.words import Label
from ui.theme import size
from ui.today.body import TodayBody

_SIDE, _ROOMY = 8, 800
_MINUTE_MS = 60_000


class TodayPage(Page):
    """Reads the day when it is shown, and again when something was written or a minute is over."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=size(22), margin=MARGIN - _SIDE)
        self._desk = desk
        self._title = Label(long_day_words(desk.office.today(), desk.office.today()), "display")
        self._lead = Label("", "lead", "text2", wrap=True)
        self._lead.setObjectName("day-sentence")
        self._body = TodayBody(desk)
        self._stale = True
        self._minute = QTimer(self, interval=_MINUTE_MS)
        head = QVBoxLayout()
        head.setContentsMargins(size(_SIDE), 0, size(_SIDE), size(4))
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(self._lead)
        margins = self.column.contentsMargins()
        margins.setBottom(size(8))
        self.column.setContentsMargins(margins)
        self.column.addLayout(head)
        self.column.addWidget(self._body, 1)
        self._body.holding.timeout.connect(self._time_came)
        self._minute.timeout.connect(self._time_came)
        desk.bridge.changed.connect(self._on_changed)
        self._minute.start()

    def refresh(self) -> None:
        """Read the day anew."""
        self._stale = False
        found = today.current(self._desk.office)
        self._title.setText(long_day_words(found.day, found.day))
        self._lead.setText(found.sentence())
        self._body.show_day(found)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def state(self) -> dict[str, Any]:
        """How far it is scrolled."""
        return {"scroll": self.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Scroll there again."""
        scroll = state.get("scroll")
        if isinstance(scroll, int):
            self.verticalScrollBar().setValue(scroll)

    def focus_content(self) -> None:
        """The keyboard into the first list that has a row."""
        first = next((each for each in self._body.listings() if each.lines.records), None)
        if first is not None:
            first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is read now."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the meetings go below."""
        super().resizeEvent(event)
        self._body.set_roomy(self.viewport().width() - 2 * MARGIN >= size(_ROOMY))

    def _time_came(self) -> None:
        if self.isVisible():  # else closed, and maybe the office with it
            self.refresh()

    def _on_changed(self, _change: Change) -> None:
        """A row that was just ticked stays for a moment; a page that is not seen reads when it is seen again."""
        if not self.isVisible():
            self._stale = True
        elif not self._body.holding.isActive():
            self.refresh()
