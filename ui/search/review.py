"""A search that stands still: quietly, that a review of the position is worth it, with the numbers to look at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.searches import SearchId
from app.services import review
from app.services.review import Number
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.words import Label
from ui.search.forms import Forms
from ui.theme import size


class ReviewCard(Card):
    """There while a review is proposed; "Reviewed today" puts it away."""

    TABLES = frozenset({
        "search", "stage_change", "presentation", "interview", "requirement", "requirement_change", "market_fact",
        "manager",
    })  # fmt: skip

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self._desk, self._search = desk, search
        self._forms = Forms(desk, self)
        self.setAccessibleName(_("Review the position"))
        self._words = Label("", "body", "text2", wrap=True)
        self._done = Button(_("Reviewed today"), kind="compact")
        self._done.clicked.connect(self._reviewed)
        self._body: QWidget | None = None
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(size(2))
        words.addWidget(Label(_("Review the position"), "heading"))
        words.addWidget(self._words)
        head.setSpacing(size(12))
        head.addLayout(words, 1)
        head.addWidget(self._done)
        self.column.setContentsMargins(size(16), size(13), size(16), size(14))
        self.column.addLayout(head)
        self.refresh()

    def refresh(self) -> None:
        """Read anew; the card is gone where there is nothing to review."""
        found = review.proposed(self._desk.office, self._search)
        self.setVisible(found is not None)
        if self._body is not None:
            self.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        if found is not None:
            self._words.setText(_("{still} Look at it together, with your own numbers.").format(still=found.words))
            self._body = _numbers(found.numbers)
            self.column.addWidget(self._body)

    def settle(self) -> None:
        """Nothing is typed here."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def _reviewed(self) -> None:
        self._forms.do(partial(review.reviewed, self._desk.office, self._search))


def _numbers(numbers: tuple[Number, ...]) -> QWidget:
    """Each number over where it comes from."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, size(8), 0, 0)
    column.setSpacing(0)
    for number in numbers:
        column.addWidget(Label(number.text, "body", wrap=True))
        if number.source:
            column.addWidget(Label(number.source, "caption", "text2", wrap=True))
        column.addSpacing(size(4))
    return body
