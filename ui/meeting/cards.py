"""What was captured: what goes in the summary, and what stays with you."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.meetings import CapturedItemId, CaptureKind
from app.services import meetings
from app.services.changes import Change
from app.services.meeting_page import Caught
from app.words import _
from ui.desk import Desk
from ui.kit import mirror, paint
from ui.kit.scrolling import PAGE_LIMIT, Page
from ui.kit.words import Label
from ui.meeting.card import CaughtCard, CaughtEditor
from ui.theme import size


class Heading(Label):
    """A quiet heading, with a lock where it is private."""

    def __init__(self, text: str, *, lock: bool = False) -> None:
        super().__init__(text, "captionMedium", "text2")
        self._lock = lock
        self.setIndent(size(19) if lock else 0)

    def sizeHint(self) -> QSize:
        """Room for the lock."""
        hint = super().sizeHint()
        return QSize(hint.width() + (size(19) if self._lock else 0), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lock stands before the words."""
        if not self._lock:
            super().paintEvent(event)
            return
        painter, box = mirror.painter_on(self), self.rect().toRectF()
        paint.draw_icon(painter, 0, box.center().y() - size(13) / 2, "lock", "text2", 13)
        paint.text(painter, box.adjusted(size(19), 0, 0, 0), self.text(), "captionMedium", "text2")


class Body(Page):
    """The captured lines; their right edge stays in line with the field above, the scroll bar stands in the margin."""

    def __init__(self, margin: int) -> None:
        super().__init__(top=0, margin=margin)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._beside = margin - self.verticalScrollBar().sizeHint().width()
        self.column.setContentsMargins(mirror.margins(margin, 0, self._beside, 24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at its limit."""
        super().resizeEvent(event)
        spare = self.viewport().width() - self._margin - self._beside - PAGE_LIMIT
        self.column.setContentsMargins(mirror.margins(self._margin, 0, self._beside + max(spare, 0), 24))


class CaughtCards(QWidget):
    """One group of captured lines; cards that did not change stay as they are, an open editor too."""

    left = Signal()

    def __init__(self, desk: Desk, name: str, heading: Heading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._name = desk, name
        self._cards: dict[int, CaughtCard] = {}
        self._editor: CaughtEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(size(8))
        self._column.addWidget(heading)

    def show_caught(self, caught: Sequence[Caught]) -> None:
        """Show these, in their order; nothing at all when there are none."""
        wanted = {each.item.id: each for each in caught}
        focused = self._focused()
        for number, card in list(self._cards.items()):
            if wanted.get(CapturedItemId(number)) != card.caught:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
                del self._cards[number]
        for place, (number, each) in enumerate(wanted.items(), 1):
            self._place(place, number, each)
        self.setVisible(bool(wanted) or self._editor is not None)
        if focused is not None and focused not in self._cards:
            self._focus_near(focused)

    def rows(self) -> list[QWidget]:
        """What the Tab key goes through, from above."""
        return list(self._cards.values())

    def focused_item(self) -> int | None:
        """The line whose card has the keyboard."""
        return self._focused()

    def settle(self) -> None:
        """Keep what is typed into an open editor."""
        if self._editor is not None:
            self._editor.settle()

    def edit(self, number: int) -> None:
        """Turn a card into its editor."""
        self._close()
        card = self._cards[number]
        editor = CaughtEditor(card.caught, self._name)
        editor.saved.connect(self._save)
        editor.cancelled.connect(self._cancel)
        editor.keep_draft(f"captured_item:{number}", self._desk.bridge)
        self._editor = editor
        self._column.insertWidget(self._column.indexOf(card), editor)
        card.hide()
        editor.focus_first()

    def make(self, number: int, kind: CaptureKind) -> None:
        """Make a line another kind; what leaves the private ones says so."""
        private = self._cards[number].caught.item.kind is CaptureKind.PRIVATE
        use_case = partial(meetings.edit_item, self._desk.office, CapturedItemId(number), kind=kind)
        self._desk.bridge.do(use_case, then=self._say_shared if private and kind is not CaptureKind.PRIVATE else None)

    def _place(self, place: int, number: int, caught: Caught) -> None:
        card = self._cards.get(number)
        if card is None:
            card = self._cards[number] = CaughtCard(caught, self._name)
            card.edit_asked.connect(self.edit)
            card.delete_asked.connect(self._delete)
            card.kind_asked.connect(self.make)
            card.promise_asked.connect(self._promise)
        if self._column.indexOf(card) != place and self._editor is None:
            self._column.insertWidget(place, card)
        elif self._column.indexOf(card) < 0:
            self._column.addWidget(card)
        card.setVisible(self._editor is None or self._editor.item.id != number)

    def _focused(self) -> int | None:
        return next((number for number, card in self._cards.items() if card.hasFocus()), None)

    def _focus_near(self, gone: int) -> None:
        """The keyboard goes to the card that took the place, else back to the field."""
        near = min(self._cards, key=lambda number: abs(number - gone), default=None)
        if near is None:
            self.left.emit()
        else:
            self._cards[near].setFocus()

    def _save(self) -> None:
        assert self._editor is not None
        use_case = partial(meetings.edit_item, self._desk.office, self._editor.item.id, **self._editor.values())
        self._desk.bridge.do(use_case, then=self._saved, failed=self._refused)

    def _saved(self, change: Change) -> None:
        if self._editor is not None:
            self._editor.forget_draft()
        self._close()
        if change.id in self._cards:
            self._cards[change.id].setFocus()

    def _refused(self, error: AppError) -> None:
        if self._editor is not None:
            self._editor.refuse(error)

    def _cancel(self) -> None:
        number = 0
        if self._editor is not None:
            number = self._editor.item.id
        self._close()
        if number in self._cards:
            self._cards[number].setFocus()

    def _close(self) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            editor.settle()
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            if editor.item.id in self._cards:
                self._cards[editor.item.id].show()

    def _delete(self, number: int) -> None:
        use_case = partial(meetings.delete_item, self._desk.office, CapturedItemId(number))
        self._desk.bridge.do(use_case, then=self._say_deleted)

    def _promise(self, number: int, promise: bool) -> None:
        use_case = partial(meetings.edit_item, self._desk.office, CapturedItemId(number), promise=promise)
        self._desk.bridge.do(use_case)

    def _say_deleted(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)

    def _say_shared(self, _change: Change) -> None:
        self._desk.say(_("This line now goes in the summary"), undo=True)
