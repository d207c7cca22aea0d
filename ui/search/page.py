"""The page of one search: its head, and its cards in a main column and a rail.

A card is a widget with `TABLES`, the tables whose change makes it read again, and `refresh`, `settle` and `commands`.
One with `TELLS_TIME` says what time alone changes, such as how long somebody waits.
Cards meet nobody but the desk; this table is the one place that names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import NotFoundError
from app.domain.searches import SearchId
from app.services import search_page
from app.services.changes import Change
from app.words import _
from ui.desk import Desk, Place
from ui.kit.card import Hairline
from ui.kit.scrolling import MARGIN, Page
from ui.search.candidates import CandidatesCard
from ui.search.closing import ClosingCard
from ui.search.deals import DealsCard
from ui.search.header import Header
from ui.search.process import ProcessCard
from ui.search.review import ReviewCard
from ui.search.role import RoleCard, TermsCard
from ui.search.sourcing import SourcingCard
from ui.theme import size

# The cards, each made with the desk and the search; those of the rail stand in the second column of the page.
MAIN: tuple[type[Any], ...] = (ReviewCard, RoleCard, DealsCard, TermsCard, SourcingCard)
RAIL: tuple[type[Any], ...] = (CandidatesCard, ClosingCard, ProcessCard)

PRESENT = "present-candidate"
_RAIL, _WIDE, _GAP, _BETWEEN = 330, 900, 20, 14
_UNLIMITED = 16_000
_HEAD = frozenset({"search", "stage_change", "manager", "meeting"})


class SearchPage(QWidget):
    """A search in its tab."""

    def __init__(self, desk: Desk, search: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, SearchId(search)
        self._stale = False
        self._scroll = 0
        self._unread: set[Any] = set()
        self._header = Header(desk, search_page.head(desk.office, self._id))
        self._main = [kind(desk, self._id) for kind in MAIN]
        self._rail = [kind(desk, self._id) for kind in RAIL]
        self._page = Page(top=size(18))
        self._page.setAccessibleName(_("Search"))
        self._page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keyboard scrolls it until it goes to a card
        self._lay_out()
        self._header.presented.connect(self._present)
        self._header.allow_presenting(PRESENT in self.commands())
        desk.bridge.changed.connect(self._on_changed)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the head and every card answer."""
        answers = dict(self._header.commands())
        for card in self._cards():
            answers |= card.commands()
        return answers

    def show_place(self, place: Place) -> None:
        """Bring an entry into sight where a card has it."""
        for card in self._cards():
            if place.record is not None and hasattr(card, "show_record"):
                card.show_record(*place.record)

    def state(self) -> dict[str, Any]:
        """How far it is scrolled."""
        return {"scroll": self._page.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Scroll there again, once there is something to scroll."""
        scroll = state.get("scroll")
        self._scroll = scroll if isinstance(scroll, int) else 0

    def settle(self) -> None:
        """Keep what is typed."""
        self._header.settle()
        for card in self._cards():
            card.settle()

    def focus_content(self) -> None:
        """The keyboard on the page: the arrows scroll it, Tab goes to the first card."""
        self._page.setFocus()

    def regions(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """What F6 goes through."""
        return [(self._header, self._header.focus_actions), (self._page, self.focus_content)]

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is read now."""
        super().showEvent(event)
        self._read()
        if self._scroll:
            self._page.verticalScrollBar().setValue(self._scroll)
            self._scroll = 0

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is kept; days go by while it is not seen."""
        super().hideEvent(event)
        self._stale = True
        self._unread |= {card for card in self._cards() if getattr(card, "TELLS_TIME", False)}
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside, the rail's cards go below, in two columns."""
        super().resizeEvent(event)
        wide = self.width() - 2 * MARGIN >= size(_WIDE)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(beside if wide else below)
        self._both.setSpacing(size(_GAP if wide else _BETWEEN))
        self._side_box.setDirection(below if wide else beside)
        self._side.setMinimumWidth(size(_RAIL) if wide else 0)
        self._side.setMaximumWidth(size(_RAIL) if wide else _UNLIMITED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits the search where nothing in it took the key."""
        if event.key() == Qt.Key.Key_F2:
            self._desk.command("edit-search")
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        main = _column(self._main)
        main.addStretch(1)
        self._side = QWidget()
        self._side_box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        self._side_box.setSpacing(size(_BETWEEN))
        for part in (self._rail[:1], self._rail[1:]):
            holder = _column(part)
            holder.addStretch(1)
            self._side_box.addLayout(holder, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.addLayout(main, 1)
        side = QVBoxLayout()
        side.addWidget(self._side)
        side.addStretch(1)
        self._both.addLayout(side)
        self._page.column.addLayout(self._both)
        self._page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(Hairline())
        column.addWidget(self._page, 1)

    def _cards(self) -> list[Any]:
        return [*self._main, *self._rail]

    def _present(self) -> None:
        self._desk.command(PRESENT)

    def _on_changed(self, change: Change) -> None:
        """Note what has to be read again; out of sight it waits."""
        tables = {table for table, _row in change.touched}
        self._stale = self._stale or bool(tables & _HEAD)
        self._unread |= {card for card in self._cards() if tables & card.TABLES}
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        """Read what is stale; a search that was deleted stays as last seen until its tab closes."""
        stale, self._stale = self._stale, False
        unread, self._unread = self._unread, set()
        try:
            if stale:
                self._header.show_head(search_page.head(self._desk.office, self._id))
            for card in unread:
                card.refresh()
        except NotFoundError:
            return


def _column(cards: Sequence[QWidget]) -> QVBoxLayout:
    """Cards below each other."""
    column = QVBoxLayout()
    column.setSpacing(size(_BETWEEN))
    for card in cards:
        column.addWidget(card)
    return column
