"""Deal makers and deal breakers side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.requirements import RequirementKind
from app.domain.searches import SearchId
from app.words import _
from ui.desk import Desk
from ui.kit.card import Card
from ui.search.line_row import INSET
from ui.search.lines import LineList
from ui.search.parts import Title
from ui.search.wanted import TABLES, WantedLists
from ui.theme import size

_SIDE = 16


class DealsCard(QWidget):
    """Two cards, of equal width and height."""

    TABLES = TABLES

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        good = Title(_("Deal makers"), "bodyStrong", icon="circle-check", tone="kept")
        bad = Title(_("Deal breakers"), "bodyStrong", icon="circle-x", tone="missed")
        makers = LineList(_("Deal makers"), _("Add a deal maker"), title=good)
        breakers = LineList(_("Deal breakers"), _("Add a deal breaker"), title=bad)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(14))
        for each in (makers, breakers):
            row.addWidget(_card(each), 1)
        lists = {RequirementKind.DEAL_MAKER: makers, RequirementKind.DEAL_BREAKER: breakers}
        self.lists = WantedLists(desk, search, lists, self)

    def refresh(self) -> None:
        """Read anew."""
        self.lists.read()

    def settle(self) -> None:
        """Keep what is typed."""
        self.lists.forms.settle()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}


def _card(lines: LineList) -> Card:
    card = Card(spacing=0)
    side = size(_SIDE - INSET)
    card.column.setContentsMargins(side, size(8), side, size(10))
    card.column.addWidget(lines)
    card.column.addStretch(1)
    return card
