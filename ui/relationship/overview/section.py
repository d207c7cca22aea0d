"""The overview of one manager: its cards from one read, and again when something changed or a minute is over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import NotFoundError
from app.domain.managers import ManagerId
from app.services import bring_up, managers
from app.services.changes import Change
from app.services.overview import Overview, Rest, overview, rest_of
from app.words import _
from ui.desk import Desk, Place
from ui.kit.satisfaction_forms import Where
from ui.kit.satisfaction_part import SatisfactionPart
from ui.kit.scrolling import MARGIN, Page
from ui.relationship.overview.balance_card import BalanceCard
from ui.relationship.overview.cards import BringUpCard, RecentCard, SearchesCard
from ui.relationship.overview.contact_card import ContactCard
from ui.relationship.overview.health_card import HealthCard, WordEditor
from ui.relationship.overview.next_card import NextCard
from ui.relationship.overview.rows import put_in_order
from ui.theme import size

_RAIL, _WIDE, _GAP, _BETWEEN = 304, 900, 20, 14
_UNLIMITED = 16_000
_MINUTE_MS, _FRAME_MS = 60_000, 16
_SHOWN = {
    "manager", "talk", "check_in", "expectation", "wording", "follow_up", "presentation", "satisfaction", "meeting",
    "agenda_item", "search", "proposal",
}  # fmt: skip


class OverviewSection(Page):
    """The section of one manager."""

    spoken_as = QAccessible.Role.Grouping

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=16)
        self._desk, self._manager = desk, ManagerId(manager)
        self._found: Overview | None = None
        self._known: Rest | None = None  # read for the second picture
        self._stale = True
        self._scroll = 0
        self._editor: WordEditor | None = None
        self.setAccessibleName(_("Overview"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keyboard scrolls the page until it goes to a card
        self.balance, self.recent, self.bring_up = BalanceCard(), RecentCard(), BringUpCard()
        self.next, self.health, self.searches, self.contact = NextCard(), HealthCard(), SearchesCard(), ContactCard()
        self.satisfaction = SatisfactionPart(desk, Where(self._manager))
        self.minute = QTimer(self, interval=_MINUTE_MS)
        self._rest = (self.bring_up, self.searches, self.contact, self.satisfaction)
        self._later = QTimer(self, interval=_FRAME_MS, singleShot=True)
        for card in self._rest:
            card.hide()
        self._lay_out()
        self._connect()
        self.read()

    @property
    def is_whole(self) -> bool:
        """Whether every card is there."""
        return self._known is not None

    def read(self) -> None:
        """Read the overview and show what is different; somebody deleted stays as last seen until the tab closes."""
        self._stale = False
        try:
            found = overview(self._desk.office, self._manager)
            rest = rest_of(self._desk.office, self._manager) if self.is_whole else None
        except NotFoundError:
            return
        if (found, rest) != (self._found, self._known):
            self._found, self._known = found, rest
            self._show(found)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What it answers while it is shown."""
        return {}

    def state(self) -> dict[str, Any]:
        """How far it is scrolled."""
        return {"scroll": self.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Scroll there again, once there is something to scroll."""
        scroll = state.get("scroll")
        self._scroll = scroll if isinstance(scroll, int) else 0

    def focus_content(self) -> None:
        """The keyboard on the page: the arrows scroll it, Tab goes to the first card."""
        self.setFocus()

    def show_record(self, _record: str, _number: int) -> None:
        """Nothing to mark: each thing here stands in a section of its own."""

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._editor is not None:
            self._editor.settle()
        self.satisfaction.settle()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is read now."""
        super().showEvent(event)
        if self._stale:
            self.read()
        self.minute.start()
        if self._scroll:
            self._show_rest()
            self.verticalScrollBar().setValue(self._scroll)
            self._scroll = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the first picture is there, the other cards come with the next."""
        super().paintEvent(event)
        if not self.is_whole and not self._later.isActive():
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: no clock runs, what is typed is kept, and the next look is at how things stand then."""
        super().hideEvent(event)
        self.minute.stop()
        self._later.stop()
        self._stale = True
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside, the rail's cards go below, in two columns."""
        wide = self.width() - 2 * MARGIN >= size(_WIDE)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(beside if wide else below)
        self._both.setSpacing(size(_GAP if wide else _BETWEEN))
        self._rail.setDirection(below if wide else beside)
        self._side.setMinimumWidth(size(_RAIL) if wide else 0)
        self._side.setMaximumWidth(size(_RAIL) if wide else _UNLIMITED)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        main = _column(self.balance, self.recent, self.bring_up)
        main.addStretch(1)
        self._first, second = _column(self.next, self.health), _column(self.searches, self.contact, self.satisfaction)
        self._side = QWidget()
        self._rail = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._rail.setContentsMargins(0, 0, 0, 0)
        self._rail.setSpacing(size(_BETWEEN))
        for part in (self._first, second):
            holder = QVBoxLayout()
            holder.addLayout(part)
            holder.addStretch(1)
            self._rail.addLayout(holder, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.addLayout(main, 1)
        side = QVBoxLayout()
        side.addWidget(self._side)
        side.addStretch(1)
        self._both.addLayout(side)
        self.column.addLayout(self._both)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.balance.asked.connect(self._open_promise)
        self.balance.began.connect(self._begin)
        self.recent.opened.connect(self._open_talk)
        self.recent.pressed.connect(self._open_log)
        self.bring_up.opened.connect(self._open_point)
        self.bring_up.pressed.connect(self._add_to_agenda)
        self.next.prepared.connect(self._prepare)
        self.next.looked.connect(self._open_agenda)
        self.next.planned.connect(self._plan)
        self.health.opened.connect(self._open_record)
        self.health.asked.connect(self._set_word)
        self.health.taken_back.connect(self._take_word_back)
        self.health.looked.connect(self._look)
        self.satisfaction.changed_stops.connect(self._order)
        self.searches.opened.connect(self._open_search)
        self.contact.said.connect(self._desk.say)
        self.contact.asked.connect(self._edit_contact)
        self.minute.timeout.connect(self.read)
        self._later.timeout.connect(self._show_rest)
        self._desk.bridge.changed.connect(self._on_changed)

    def _show(self, found: Overview) -> None:
        self.balance.show_balance(found.balance, found.owed, found.manager.first_name)
        self.recent.show_recent(found.recent)
        self.next.show_next(found.next)
        self.health.show_standing(found.health, offers_look=found.offers_look)
        if self._known is not None:
            self._fill_rest(self._known)
        self._order()

    def _fill_rest(self, known: Rest) -> None:
        self.bring_up.show_points(known.points, is_planned=known.has_agenda)
        self.searches.show_searches(known)
        self.contact.show_ways(known.contact)
        self.satisfaction.show_asked(known.asked)

    def _show_rest(self) -> None:
        """The first picture is there: the other cards as well."""
        if self.is_whole or self._found is None:
            return
        try:
            self._known = rest_of(self._desk.office, self._manager)
        except NotFoundError:
            return
        for card in self._rest:
            card.show()
        self._fill_rest(self._known)
        self._order()

    def _order(self) -> None:
        """The Tab key goes the way the eyes go; rows are built anew, so Qt would put them last."""
        stops: list[QWidget] = [self]
        for card in (self.balance, self.recent, self.bring_up, self.next, self.health):
            stops += card.stops()
        if self._editor is not None:
            stops += self._editor.stops()
        put_in_order([*stops, *self.searches.stops(), *self.contact.stops(), *self.satisfaction.stops()])

    def _on_changed(self, change: Change) -> None:
        if not any(table in _SHOWN for table, _row in change.touched):
            return
        if self.isVisible():
            self.read()
        else:
            self._stale = True

    def _go(self, section: str, record: tuple[str, int] | None = None) -> None:
        self._desk.open(Place("manager", self._manager, section, record))

    def _open_record(self, record: str, number: int) -> None:
        """An entry opens where it lives: a search on its page, promises and check-ins in Expectations, else the log."""
        if record == "search":
            self._open_search(number)
            return
        section = "expectations" if record in ("expectation", "check_in") else "log"
        self._go(section, (record, number))

    def _open_promise(self, promise: int) -> None:
        self._open_record("expectation", promise)

    def _begin(self) -> None:
        self._go("expectations")

    def _open_talk(self, at: int) -> None:
        self._open_record("talk", self.recent.talk(at))

    def _open_log(self) -> None:
        if self.recent.is_empty():
            self._desk.command("log")
        else:
            self._go("log")

    def _open_point(self, at: int) -> None:
        record = self.bring_up.record(at)
        if record is not None:
            self._open_record(*record)

    def _open_search(self, search: int) -> None:
        self._desk.open(Place("search", search))

    def _add_to_agenda(self) -> None:
        if not self.bring_up.is_planned:
            self._plan()
            return
        use_case = partial(bring_up.bring_up, self._desk.office, self._manager)
        self._desk.bridge.do(use_case, then=self._done)

    def _prepare(self) -> None:
        if self._found is not None and self._found.next is not None:
            self._desk.open(Place("meeting", self._found.next.id))

    def _open_agenda(self) -> None:
        if self._found is not None and self._found.next is not None:
            self._go("meetings", ("meeting", self._found.next.id))

    def _plan(self) -> None:
        self._desk.command("plan-meeting")

    def _edit_contact(self) -> None:
        self._desk.command("edit-manager")

    def _set_word(self) -> None:
        """The card becomes a form below its word."""
        if self._editor is None and self._found is not None:
            self._editor = WordEditor(self._found.health.word)
            self._editor.keep_draft(f"manager:{self._manager}:health", self._desk.bridge)
            self._editor.saved.connect(self._save_word)
            self._editor.cancelled.connect(self._close_editor)
            self._first.addWidget(self._editor)
            self._editor.show()
            self._order()
        if self._editor is not None:
            self._editor.focus_first()
            self.column.activate()
            self.ensureWidgetVisible(self._editor)

    def _look(self) -> None:
        self._desk.command("honest-look")

    def _save_word(self) -> None:
        if self._editor is None:
            return
        word, reason = self._editor.chosen()
        use_case = partial(managers.set_health, self._desk.office, self._manager, word=word, reason=reason)
        self._desk.bridge.do(use_case, then=self._word_set, failed=self._editor.refuse)

    def _word_set(self, change: Change) -> None:
        if self._editor is not None:
            self._editor.forget_draft()
        self._close_editor()
        self._done(change)

    def _take_word_back(self) -> None:
        use_case = partial(managers.set_health, self._desk.office, self._manager, word=None)
        self._desk.bridge.do(use_case, then=self._done)

    def _close_editor(self) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            self._first.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            self.health.focus_change()

    def _done(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)


def _column(*cards: QWidget) -> QVBoxLayout:
    """Cards below each other."""
    column = QVBoxLayout()
    column.setSpacing(size(_BETWEEN))
    for card in cards:
        column.addWidget(card)
    return column
