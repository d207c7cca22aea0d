"""Today's page: the date, one sentence, and what the day holds, read when it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import long_day_words
from app.domain.errors import NotFoundError
from app.services import today
from app.services.changes import Change
from ui.desk import Desk
from ui.kit.scrolling import MARGIN, Page
from ui.kit.words import Label
from ui.theme import size
from ui.today.body import TodayBody

_SIDE, _ROOMY = 8, 800
_MINUTE_MS, _SEEN_MS = 60_000, 16
_SET_ASIDE = ("parted", "archived")


class TodayPage(Page):
    """Reads the day when it is shown, and again when something was written or a minute is over."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=size(22), margin=MARGIN - _SIDE)
        self._desk = desk
        self._title = Label(long_day_words(desk.office.today(), desk.office.today()), "display")
        self._lead = Label("", "lead", "text2", wrap=True)
        self._lead.setObjectName("day-sentence")
        self._body = TodayBody(desk)
        self._stale, self._is_whole = True, False
        self._gone: set[int] = set()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._seen = QTimer(self, singleShot=True, interval=_SEEN_MS)  # the first picture waits for nothing more
        head = QVBoxLayout()
        head.setContentsMargins(size(_SIDE), 0, size(_SIDE), size(7))
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(self._lead)
        margins = self.column.contentsMargins()
        margins.setBottom(size(8))
        self.column.setContentsMargins(margins)
        self.column.addLayout(head)
        self.column.addWidget(self._body, 1)
        self._body.holding.timeout.connect(self._time_came)
        self._body.freed.connect(self._time_came)
        self._minute.timeout.connect(self._time_came)
        self._seen.timeout.connect(self._show_balance)
        desk.bridge.changed.connect(self._on_changed)
        self._minute.start()

    def refresh(self) -> None:
        """Read the day anew."""
        self._stale, self._is_whole = False, False
        found = today.current(self._desk.office)
        self._title.setText(long_day_words(found.day, found.day))
        self._lead.setText(found.sentence())
        self._body.show_day(found, self._gone)
        self._seen.start()

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

    def settle(self) -> None:
        """Keep what is typed in a form."""
        if self._body.doing.forms.form is not None:
            self._body.doing.forms.form.settle()

    def focus_content(self) -> None:
        """The keyboard into the open form, or into the first list that has a row."""
        if self._body.doing.forms.form is not None:
            self._body.doing.forms.form.focus_first()
            return
        first = next((each for each in self._body.listings() if each.lines.records), None)
        if first is not None:
            first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is read now; who was archived is no longer there."""
        super().showEvent(event)
        if self._stale or self._gone:
            self._gone.clear()
            self._refresh_unless_busy()
        if not self._is_whole:
            self._seen.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: what was still to come is read when it is seen again."""
        super().hideEvent(event)
        self._seen.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the rail goes below."""
        super().resizeEvent(event)
        self._body.set_roomy(self.viewport().width() - 2 * MARGIN >= size(_ROOMY))

    def _time_came(self) -> None:
        if self.isVisible():  # else closed, and maybe the office with it
            self._refresh_unless_busy()

    def _refresh_unless_busy(self) -> None:
        """A form that is open, and a row that was just ticked, stay; the day is read when they are gone."""
        if not self._body.is_busy:
            self.refresh()

    def _on_changed(self, change: Change) -> None:
        """A page that is not seen reads when it is seen again."""
        self._note_who_is_gone({row for table, row in change.touched if table == "manager"})
        if not self.isVisible():
            self._stale = True
        else:
            self._refresh_unless_busy()

    def _note_who_is_gone(self, managers: set[int]) -> None:
        """Whose rows stay for now, only to be read."""
        for manager in managers:
            try:
                status = self._desk.office.managers.get(manager).status
            except NotFoundError:
                status = None
            (self._gone.add if status in _SET_ASIDE else self._gone.discard)(manager)

    def _show_balance(self) -> None:
        if self.isVisible():
            self._is_whole = True
            self._body.show_balance()
            self._body.show_moments()
