"""Today's page: the date and one sentence at once, the rest as soon as the first picture was seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import long_day_words
from app.services.changes import Change
from ui.desk import Desk
from ui.kit.scrolling import MARGIN, Page
from ui.kit.words import Label
from ui.theme import size

if TYPE_CHECKING:
    from ui.today.body import TodayBody

_SIDE, _ROOMY = 8, 800
_MINUTE_MS = 60_000


class TodayPage(Page):
    """Reads the day after its first picture: the clocks of every promise are more than a start can wait for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=size(22), margin=MARGIN - _SIDE)
        self._desk = desk
        self._title = Label(long_day_words(desk.office.today(), desk.office.today()), "display")
        self._lead = Label("", "lead", "text2", wrap=True)
        self._lead.setObjectName("day-sentence")
        self._parts: TodayBody | None = None
        self._stale = True
        self._focus_wanted = False
        self._soon = QTimer(self, singleShot=True, interval=0)
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
        self._space = QVBoxLayout()
        self.column.addLayout(self._space, 1)
        for timer in (self._soon, self._minute):
            timer.timeout.connect(self._time_came)
        desk.bridge.changed.connect(self._on_changed)
        self._minute.start()

    def refresh(self) -> None:
        """Read the day anew."""
        from app.services import today

        self._stale = False
        found = today.current(self._desk.office)
        self._title.setText(long_day_words(found.day, found.day))
        self._lead.setText(found.sentence())
        self._body().show_day(found)
        if self._focus_wanted:
            self.focus_content()

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
        """The keyboard into the first list that has a row, once there is one."""
        self._focus_wanted = self._parts is None
        listings = self._parts.listings() if self._parts is not None else ()
        first = next((each for each in listings if each.lines.records), None)
        if first is not None:
            first.setFocus()

    def viewportEvent(self, event: QEvent) -> bool:
        """The day is read once the frame was seen."""
        if event.type() == QEvent.Type.Paint and self._stale:
            self._soon.start()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the meetings go below."""
        super().resizeEvent(event)
        self._fit()

    def _body(self) -> TodayBody:
        """The parts, built when they are first shown."""
        if self._parts is None:
            from ui.today.body import TodayBody

            self._parts = TodayBody(self._desk)
            self._parts.holding.timeout.connect(self._time_came)
            self._space.addWidget(self._parts)
            self._fit()
        return self._parts

    def _fit(self) -> None:
        if self._parts is not None:
            self._parts.set_roomy(self.viewport().width() - 2 * MARGIN >= size(_ROOMY))

    def _time_came(self) -> None:
        if self.isVisible():  # else closed, and maybe the office with it
            self.refresh()

    def _on_changed(self, _change: Change) -> None:
        """A row that was just ticked stays for a moment; a page that is not seen reads when it is seen again."""
        holding = self._parts is not None and self._parts.holding.isActive()
        if not self.isVisible():
            self._stale = True
        elif not self._stale and not holding:
            self.refresh()
