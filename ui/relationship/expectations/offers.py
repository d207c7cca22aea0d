"""What good practice offers while nothing is agreed, and an empty card to write on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.board import Suggestion
from app.words import _
from ui.kit import mirror, paint
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.words import Label
from ui.theme import size


class SuggestionCard(Card):
    """A promise to take with one press."""

    taken = Signal(object)

    def __init__(self, suggestion: Suggestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestion = suggestion
        self.column.setContentsMargins(mirror.margins(size(16), size(6), size(11), size(6)))
        row, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(size(5))
        words.addWidget(Label(suggestion.statement, "statement", wrap=True))
        measure = _("Measured by {measure}").format(measure=suggestion.measure)
        words.addWidget(Label(measure, "body", "text2", wrap=True))
        self.button = Button(_("Add"), icon="plus", kind="compact")
        self.button.setAccessibleName(_("Add: {statement}").format(statement=suggestion.statement))
        self.button.clicked.connect(self._take)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def _take(self) -> None:
        self.taken.emit(self._suggestion)


class WriteYourOwn(Button):
    """An empty card to write on, as wide as the column."""

    def __init__(self, column: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Write your own"), icon="plus", kind="quiet", parent=parent)
        self.setAccessibleName(_("Write your own: {column}").format(column=column))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a card of one line."""
        return QSize(super().sizeHint().width(), size(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed outline: it is not there yet."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        paint.dashed(painter, box, ground="hover" if self.underMouse() else "canvas")
        paint.draw_icon(painter, size(11), box.center().y() - size(16) / 2, "plus")
        paint.text(painter, box.adjusted(size(34), 0, 0, 0), self.text(), "bodyMedium", "text2")
        if self.hasFocus():
            paint.focus_ring(painter, box, radius=paint.CARD_RADIUS)
