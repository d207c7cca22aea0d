"""One side's column: its heading, its cards, and the editor in the place of the card it edits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.expectations import ExpectationId, Side
from app.domain.text import isolated
from app.services.board import Card as Promise
from app.services.board import Column, suggestions
from app.words import _
from ui.kit import paint
from ui.kit.button import Button
from ui.kit.order import follow
from ui.kit.words import Elided, Label
from ui.relationship.expectations.card import MIME, PromiseCard
from ui.relationship.expectations.editor import PromiseEditor
from ui.relationship.expectations.offers import SuggestionCard, WriteYourOwn
from ui.theme import size

_AT_ONCE = 12  # cards built before the first picture; the rest follow, a few at a time
_BETWEEN = 9
_STEPS = {"up": -1, "down": 1}


class BoardColumn(QWidget):
    """The column; what a card asks for is handed on with the card."""

    spoken_as = QAccessible.Role.Grouping
    adding = Signal(str)
    suggested = Signal(object)
    answered = Signal(object, object)
    wanted = Signal(object, str)
    placed = Signal(object, int)

    def __init__(self, side: Side, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.cards: list[PromiseCard] = []
        self.editor: PromiseEditor | None = None
        self._offered: list[SuggestionCard | WriteYourOwn] = []
        self._waiting: list[Promise] = []
        self._kept_cards: dict[ExpectationId, PromiseCard] = {}
        self._drop_at: int | None = None
        self.setAcceptDrops(True)
        self._title = Elided("", "heading", "accent" if side is Side.MINE else "theirs")
        self._count, self._kept = Label("", "body", "text2"), Elided("", "caption", "text2")
        self._none = Label(_("None are closed."), "body", "text2")
        self._none.hide()
        self.add_button = Button(_("Add"), icon="plus", kind="quietCompact")
        self.add_button.clicked.connect(self._add)
        self.call(called)
        whole, self._column = QVBoxLayout(self), QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(size(6))
        whole.addLayout(self._heading())
        whole.addWidget(self._none)
        whole.addLayout(self._column)
        whole.addStretch()
        self._column.setSpacing(_BETWEEN)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._build_some)

    def call(self, called: str) -> None:
        """The manager is called like this."""
        mine = self.side is Side.MINE
        title = _("Mine to keep") if mine else _("{name}’s to keep").format(name=isolated(called))
        self._title.setText(title)
        self.setAccessibleName(title)
        self.add_button.setAccessibleName(
            _("Add what I keep") if mine else _("Add what {name} keeps").format(name=called)
        )

    def show_column(self, column: Column, *, closed: bool = False) -> None:
        """Show the side as it stands; cards that stay keep their widget and the keyboard."""
        self._count.setText(str(len(column.cards)) if column.cards else "")
        self._none.setVisible(closed and not column.cards)
        self.add_button.show()
        words = _("{kept} of {total} kept").format(kept=column.kept, total=column.counted)
        self._kept.setText(words if column.counted else "")
        kept = {card.promise.id: card for card in self.cards}
        self._clear_suggestions()
        self.cards = []
        for promise in column.cards[:_AT_ONCE]:
            self._put(promise, kept)
        self._waiting = list(column.cards[_AT_ONCE:])
        self._kept_cards = kept
        self._arrange()
        if self._waiting:
            self._more.start()
        else:
            self._drop_leftovers()

    def show_suggestions(self) -> None:
        """What good practice offers, while nothing is agreed; the card to write on stands for Add."""
        self._clear_suggestions()
        last: QWidget = self.cards[-1] if self.cards else self.add_button
        for suggestion in suggestions(self.side, [card.promise.statement for card in self.cards]):
            offered = SuggestionCard(suggestion)
            offered.taken.connect(self.suggested)
            self._offered.append(offered)
        own = WriteYourOwn(self.accessibleName())
        own.clicked.connect(self._add)
        self._offered.append(own)
        for each in self._offered:
            self._column.addWidget(each)
            last = follow(last, each)
        self.add_button.hide()

    def open_editor(self, editor: PromiseEditor, over: PromiseCard | None) -> None:
        """Put an editor on top, or in the place of the card it edits."""
        self.close_editor()
        self.editor = editor
        self._arrange()
        follow(over or self.add_button, editor)
        editor.focus_first()

    def take_focus(self) -> None:
        """The keyboard on the first card, or on what can be added."""
        stops = [*self.cards, *self._offered, self.add_button]
        first = stops[0].button if isinstance(stops[0], SuggestionCard) else stops[0]
        first.setFocus()

    def close_editor(self) -> None:
        """Take the editor away; its card is seen again."""
        if self.editor is not None:
            leaving, self.editor = self.editor, None
            leaving.hide()
            self._column.removeWidget(leaving)
            leaving.deleteLater()
            self._arrange()

    def card_of(self, promise: int) -> PromiseCard | None:
        """The card of a promise."""
        self._build_all()
        return next((card for card in self.cards if card.promise.id == promise), None)

    def beside(self, card: PromiseCard) -> int:
        """The promise that takes a card's place when it goes; 0 when it was the only one."""
        at = self.cards.index(card)
        others = self.cards[at + 1 : at + 2] or self.cards[max(at - 1, 0) : at]
        return others[0].promise.id if others else 0

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A card of this side may be dropped here."""
        if bytes(event.mimeData().data(MIME).data()).startswith(f"{self.side} ".encode()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the column; a line says between which cards."""
        self._drop_at = self._line_for(event.position().y())
        self.update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It may be dropped elsewhere, or nowhere."""
        self._drop_at = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line where a dragged card would go."""
        if self._drop_at is not None:
            paint.rounded(QPainter(self), QRectF(0, self._drop_at, self.width(), 2), ground="accent", radius=1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Before the card whose middle lies below the pointer."""
        self._drop_at = None
        self.update()
        number = int(bytes(event.mimeData().data(MIME).data()).partition(b" ")[2])
        card, y = self.card_of(number), event.position().y()
        above = [each for each in self.cards if each is not card and each.geometry().center().y() < y]
        if card is not None:
            self.placed.emit(card, len(above))
            event.acceptProposedAction()

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(size(8))
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self._kept)
        row.addWidget(self.add_button)
        return row

    def _add(self) -> None:
        self.adding.emit(self.side.value)

    def _put(self, promise: Promise, kept: dict[ExpectationId, PromiseCard]) -> None:
        """The next card: the one that is there, or a new one."""
        card = kept.pop(promise.id, None)
        if card is None:
            card = PromiseCard(promise)
            card.answered.connect(self._answered)
            card.wanted.connect(self._wanted)
        elif card.promise != promise:
            card.show_promise(promise)
        self.cards.append(card)

    def _arrange(self) -> None:
        """Cards in their order; the editor stands before the card it edits, which hides, or on top."""
        order: list[QWidget] = list(self.cards)
        edited = 0
        if self.editor is not None:
            edited = self.editor.wording.expectation if self.editor.wording is not None else 0
            numbers: list[int] = [card.promise.id for card in self.cards]
            order.insert(numbers.index(edited) if edited in numbers else 0, self.editor)
        for at, widget in enumerate(order):
            if self._column.indexOf(widget) != at:
                self._column.insertWidget(at, widget)
        for card in self.cards:
            card.setVisible(card.promise.id != edited)

    def _build_some(self) -> None:
        for promise in self._waiting[:_AT_ONCE]:
            self._put(promise, self._kept_cards)
        self._waiting = self._waiting[_AT_ONCE:]
        self._arrange()
        if self._waiting:
            self._more.start()
        else:
            self._drop_leftovers()

    def _build_all(self) -> None:
        while self._waiting:
            self._build_some()

    def _drop_leftovers(self) -> None:
        """Let the cards go that are not shown any more; the keyboard goes through the others from the top."""
        last: QWidget = self.add_button
        for each in self.cards:
            last = follow(last, each)
        for card in self._kept_cards.values():
            card.hide()
            self._column.removeWidget(card)
            card.deleteLater()
        self._kept_cards = {}

    def _clear_suggestions(self) -> None:
        for each in self._offered:
            self._column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._offered = []

    def _line_for(self, y: float) -> int:
        """Where the line stands while a card is dragged over the column."""
        above = [each.geometry().bottom() for each in self.cards if each.geometry().center().y() < y]
        return (max(above) + _BETWEEN // 2) if above else self._column.geometry().top() - _BETWEEN // 2

    def _answered(self, outcome: object) -> None:
        self.answered.emit(self.sender(), outcome)

    def _wanted(self, wish: str) -> None:
        """Moving is a matter of the column, everything else of the section."""
        card = self.sender()
        assert isinstance(card, PromiseCard)
        if wish not in _STEPS:
            self.wanted.emit(card, wish)
            return
        self._build_all()
        to = self.cards.index(card) + _STEPS[wish]
        if 0 <= to < len(self.cards):
            self.placed.emit(card, to)
