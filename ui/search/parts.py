"""How the cards of a search are laid out: parts under headings, with hairlines between, and two columns in a part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.searches import SearchId
from ui.desk import Desk
from ui.kit.card import Card, Hairline
from ui.kit.icon import Icon
from ui.kit.order import follow, keep_place
from ui.kit.words import Label
from ui.search.line_row import INSET
from ui.theme import size

_SIDE, _NARROW, _GAP = 16, 460, 24


class Stack(Card):
    """One card of several parts; each part reads and keeps by itself. The first is made with it, the others later."""

    PARTS: tuple[type[Any], ...] = ()
    TABLES: frozenset[str] = frozenset()

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self._desk, self._search = desk, search
        side = size(_SIDE - INSET)
        self.column.setContentsMargins(side, size(13), side, size(16))
        self._parts: list[Any] = []
        self._places = [keep_place(self) for _part in self.PARTS]
        self.add_part()

    @property
    def is_whole(self) -> bool:
        """Whether every part is made."""
        return len(self._parts) == len(self.PARTS)

    def add_part(self) -> None:
        """Make the next part, under a hairline."""
        part: QWidget = self.PARTS[len(self._parts)](self._desk, self._search)
        if self._parts:
            self.column.addSpacing(size(10))
            self.column.addWidget(_Line())
            self.column.addSpacing(size(11))
        self.column.addWidget(part)
        follow(self._places[len(self._parts)], part)
        self._parts.append(part)

    def refresh(self) -> None:
        """Every part reads anew."""
        for part in self._parts:
            part.refresh()

    def settle(self) -> None:
        """Every part keeps what is typed."""
        for part in self._parts:
            part.settle()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}


class Heading(QHBoxLayout):
    """A part's title, and what stands at the end of its line."""

    def __init__(self, title: str, *ends: QWidget) -> None:
        super().__init__()
        self.setContentsMargins(size(INSET), 0, size(INSET), 0)
        self.setSpacing(size(8))
        self.addStrut(size(26))
        self.addWidget(Label(title, "heading"))
        self.addStretch(1)
        for end in ends:
            self.addWidget(end)


class Title(QWidget):
    """The title of a list, with an icon where that says more."""

    def __init__(self, words: str, role: str, *, icon: str = "", tone: str = "text2") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, size(4))
        row.setSpacing(size(7))
        if icon:
            row.addWidget(Icon(icon, 16, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(words, role))


class TwoColumns(QWidget):
    """Two parts beside each other; below each other where it is narrow."""

    def __init__(self, first: QWidget, second: QWidget, *, gap: int = _GAP - 2 * INSET) -> None:
        super().__init__()
        self._gap = gap
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (first, second):
            holder = QVBoxLayout()
            holder.addWidget(part)
            holder.addStretch(1)
            self._row.addLayout(holder, 1)
        self._row.setSpacing(size(gap))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a column would be too narrow to read."""
        super().resizeEvent(event)
        narrow = self.width() < size(_NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self._row.setSpacing(size(8 if narrow else self._gap))


class _Line(QWidget):
    """A hairline from text edge to text edge."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(size(INSET), 0, size(INSET), 0)
        row.addWidget(Hairline())
