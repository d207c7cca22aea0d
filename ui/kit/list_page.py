"""A page that is one long list: a head over it, words instead of it where it has no rows.

It is read when it is shown, and again when something that it shows was written.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.services.changes import Change
from ui.desk import Desk
from ui.kit import mirror
from ui.kit.empty import Empty
from ui.kit.grouped import GroupedList, Page
from ui.kit.lines import SIDE
from ui.kit.scrolling import BAR, MARGIN, PAGE_LIMIT
from ui.theme import size


class ListPage(QWidget):
    """The frame: a page says what it is called, which tables it shows, and how it reads."""

    tables: Collection[str] = ()

    def __init__(self, desk: Desk, name: str, empty: Empty, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True
        self.listing = GroupedList(name, self.more)
        self._shown = QStackedWidget()  # not a bare layout, which would show its first page as a window
        # In the margin, whether there is more than is seen or not: the rows stay where they are.
        self.listing.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        empty.setContentsMargins(mirror.margins(0, 0, BAR, 0))
        self._shown.addWidget(self.listing)
        self._shown.addWidget(empty)
        # Neither page asks for room of its own: a form above it is never squeezed for a page that is not shown.
        self._shown.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        desk.bridge.changed.connect(self._on_changed)

    def read(self) -> None:
        """Show what there is, as many rows as were shown before."""
        raise NotImplementedError

    def more(self) -> Page:
        """The page behind what is shown."""
        raise NotImplementedError

    def state(self) -> dict[str, Any]:
        """How far it is scrolled."""
        return {"scroll": self.listing.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again."""
        scroll = state.get("scroll")
        if isinstance(scroll, int):
            self.read()
            self.listing.verticalScrollBar().setValue(scroll)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is read now."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def lay_out(self, *above: QLayout, spacing: int) -> None:
        """What stands over the list, then the list; no wider than reads well."""
        limit = QWidget()
        limit.setMaximumWidth(PAGE_LIMIT + 2 * SIDE + BAR)
        column = QVBoxLayout(limit)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(spacing))
        for each in above:
            each.setContentsMargins(mirror.margins(size(SIDE), 0, size(SIDE) + BAR, 0))
            column.addLayout(each)
        column.addWidget(self._shown, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(MARGIN - SIDE, size(22), MARGIN - SIDE - BAR, 0))
        row.addWidget(limit, 1)

    def show_first(self, page: Page) -> None:
        """Show rows from the beginning, scrolled as it was."""
        self._stale = False
        scroll = self.listing.verticalScrollBar().value()
        self.listing.show_page(page)
        self.listing.verticalScrollBar().setValue(scroll)
        self._shown.setCurrentIndex(0 if page[0] else 1)

    def _on_changed(self, change: Change) -> None:
        if any(table in self.tables for table, _row in change.touched):
            if self.isVisible():
                self.read()
            else:
                self._stale = True
