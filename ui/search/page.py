"""The page of one search: its head, and its cards in a main column and a rail.

A card is a widget with `TABLES`, the tables whose change makes it read again, and `refresh`, `settle` and `commands`.
One with `TELLS_TIME` says what time alone changes, such as how long somebody waits.
Cards meet nobody but the desk; this table is the one place that names them all.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import chain
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import NotFoundError
from app.domain.searches import SearchId
from app.services import search_page
from app.services.changes import Change
from app.words import _
from ui.desk import Desk, Place
from ui.kit.card import Hairline
from ui.kit.order import follow, keep_place
from ui.kit.scrolling import MARGIN, Page
from ui.search.candidates import CandidatesCard
from ui.search.closing import ClosingCard
from ui.search.deals import DealsCard
from ui.search.header import Header
from ui.search.parts import Stack
from ui.search.process import ProcessCard
from ui.search.questions import QuestionsCard
from ui.search.review import ReviewCard
from ui.search.role import RoleCard, TermsCard
from ui.search.sourcing import SourcingCard
from ui.theme import size

# The cards, each made with the desk and the search: the main column, and the rail in two parts, which stand below the
# main column, beside each other, where there is no room at its side. The Tab key goes through them in this order.
MAIN: tuple[type[Any], ...] = (ReviewCard, RoleCard, DealsCard, TermsCard, QuestionsCard, SourcingCard)
RAIL: tuple[type[Any], ...] = (CandidatesCard,)
RAIL_BELOW: tuple[type[Any], ...] = (ClosingCard, ProcessCard)
COLUMNS = (MAIN, RAIL, RAIL_BELOW)
# Those of the first picture are made with the page, the others after it: a part between two events, from top to bottom.
FIRST: tuple[type[Any], ...] = (ReviewCard, RoleCard)
LATER: tuple[type[Any], ...] = (
    CandidatesCard, ClosingCard, DealsCard, TermsCard, ProcessCard, QuestionsCard, SourcingCard,
)  # fmt: skip

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
        self._cards: dict[type[Any], Any] = {}
        self._to_make = [*FIRST, *LATER]
        self._page = Page(top=size(18))
        self._page.setAccessibleName(_("Search"))
        self._page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keyboard scrolls it until it goes to a card
        self._lay_out()
        self._places = {kind: keep_place(self._page.body) for kind in chain(*COLUMNS)}
        while len(self._cards) < len(FIRST):
            self._make_next()
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_later)
        self._header.presented.connect(self._present)
        desk.bridge.changed.connect(self._on_changed)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the head and every card answer."""
        answers = dict(self._header.commands())
        if self._header.takes_candidates:
            answers["present-candidate"] = self._present
        for card in self._cards.values():
            answers |= card.commands()
        return answers

    def show_place(self, place: Place) -> None:
        """Bring an entry into sight where a card has it."""
        if place.record is None:
            return
        self.complete()
        for card in self._cards.values():
            if hasattr(card, "show_record"):
                card.show_record(*place.record)

    def state(self) -> dict[str, Any]:
        """How far it is scrolled."""
        return {"scroll": self._page.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Scroll there again, once there is something to scroll."""
        scroll = state.get("scroll")
        self._scroll = scroll if isinstance(scroll, int) else 0
        if self._scroll:
            self.complete()

    @property
    def is_whole(self) -> bool:
        """Whether every card is made, with every part."""
        return not self._to_make and self._half() is None

    def complete(self) -> None:
        """Make every card now; those of a search that was deleted meanwhile stay away, as its tab will."""
        with suppress(NotFoundError):
            while not self.is_whole:
                self._make_next()

    def settle(self) -> None:
        """Keep what is typed."""
        self._header.settle()
        for card in self._cards.values():
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the first picture is there, and what waited for it had its turn, the other cards come."""
        super().paintEvent(event)
        if not self.is_whole and not self._later.isActive():
            QTimer.singleShot(0, self._later.start)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is kept; days go by while it is not seen, and no card is made."""
        super().hideEvent(event)
        self._later.stop()
        self._stale = True
        self._unread |= {card for card in self._cards.values() if getattr(card, "TELLS_TIME", False)}
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
        """Room for the cards: the main column, and the rail with its first card above the others or beside them."""
        self._columns = [_column() for _kinds in COLUMNS]
        self._side = QWidget()
        self._side_box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        self._side_box.setSpacing(size(_BETWEEN))
        main, *rail = self._columns
        for part in rail:
            self._side_box.addLayout(part, 1)
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

    def _make_next(self) -> None:
        """One part more of the newest card, or one card more at the end of its column."""
        half = self._half()
        if half is not None:
            half.add_part()
            return
        kind = self._to_make[0]
        card = self._cards[kind] = kind(self._desk, self._id, self._page.body)
        self._to_make.remove(kind)
        column = next(column for column, kinds in zip(self._columns, COLUMNS, strict=True) if kind in kinds)
        column.insertWidget(column.count() - 1, card)
        follow(self._places[kind], card)

    def _half(self) -> Stack | None:
        """The card that has not all its parts."""
        return next((card for card in self._cards.values() if isinstance(card, Stack) and not card.is_whole), None)

    def _make_later(self) -> None:
        """The next card; after the last the window hears what the page answers now."""
        try:
            if self.isVisible() and not self.is_whole:  # it may have gone in the turn that painted it
                self._make_next()
                return
        except NotFoundError:  # the search is gone, and the page about to go
            pass
        self._later.stop()
        if self.isVisible():  # else the window asks when it shows the page
            self._desk.command("page-changed")

    def _present(self) -> None:
        """Somebody is presented in their card, which may just be on its way."""
        self.complete()
        if CandidatesCard in self._cards:
            self._cards[CandidatesCard].present()

    def _on_changed(self, change: Change) -> None:
        """Note what has to be read again; out of sight it waits."""
        tables = {table for table, _row in change.touched}
        self._stale = self._stale or bool(tables & _HEAD)
        self._unread |= {card for card in self._cards.values() if tables & card.TABLES}
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


def _column() -> QVBoxLayout:
    """Cards below each other, over what room is left."""
    column = QVBoxLayout()
    column.setSpacing(size(_BETWEEN))
    column.addStretch(1)
    return column
