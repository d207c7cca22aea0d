"""A card that is one list in an order of its own: written, edited in place, moved and deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.searches import SearchId
from app.services.changes import Change
from ui.desk import Desk
from ui.kit.card import Card
from ui.kit.editor import Editor
from ui.kit.words import Label
from ui.search.forms import Forms
from ui.search.line_row import INSET, Shown
from ui.search.lines import LineList
from ui.theme import size


class OrderedCard(Card):
    """What is listed is said by the card that inherits this, which reads first; `KIND` is the table of its records."""

    TABLES: frozenset[str] = frozenset()
    KIND = ""

    def __init__(
        self, desk: Desk, search: SearchId, lines: LineList, *, side: int, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent, spacing=0)
        self.office, self.search = desk.office, search
        self.forms = Forms(desk, self)
        self.lines = lines
        self.known: Sequence[Any] = ()
        lines.wanted.connect(self._wish)
        lines.asked_new.connect(self.add)
        self.column.setContentsMargins(size(side - INSET), size(10), size(side - INSET), size(12))
        self.column.addWidget(lines)

    def read(self) -> Sequence[Any]:
        """The records in their order."""
        raise NotImplementedError

    def line(self, record: Any) -> Shown:
        """A record as a line."""
        raise NotImplementedError

    def form(self, record: Any | None) -> Editor:
        """The form of a record, or of a new one."""
        raise NotImplementedError

    def place_at(self, record: Any, position: int) -> Change:
        """Move a record to a position."""
        raise NotImplementedError

    def delete(self, record: Any) -> Change:
        """Remove a record."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read anew; an open form stays."""
        self.known = self.read()
        self.lines.show_lines([self.line(each) for each in self.known])

    def settle(self) -> None:
        """Keep what is typed."""
        self.forms.settle()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def add(self) -> None:
        """Write one more, and after it the next."""
        place = f"search:{self.search}:{self.KIND}:new"
        self.forms.open(self.form(None), place, self.lines.put_form, self.lines.take_form, self.add)

    def _wish(self, wish: str, number: int) -> None:
        record = next((each for each in self.known if each.id == number), None)
        if record is None:
            return
        if wish == "edit":
            put = partial(self.lines.put_form, record=number)
            self.forms.open(self.form(record), f"{self.KIND}:{number}", put, self.lines.take_form)
        elif wish == "delete":
            self.forms.do(partial(self.delete, record))
        else:
            to = self.known.index(record) + (1 if wish == "down" else -1)
            self.forms.do(partial(self.place_at, record, max(to, 0)))


def heading(words: str) -> QWidget:
    """The title of such a card, with the room below it."""
    title = QWidget()
    column = QVBoxLayout(title)
    column.setContentsMargins(0, 0, 0, size(5))
    column.addWidget(Label(words, "heading"))
    return title
