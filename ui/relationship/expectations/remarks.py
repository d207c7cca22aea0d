"""The one remark that is being written: where it stands, and that it outlives a kill."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from app.domain.expectations import Side
from app.services import board, expectations
from app.services.changes import Change
from ui.desk import Desk
from ui.relationship.expectations.asking import Remark
from ui.relationship.expectations.card import PromiseCard


class Remarks(QObject):
    """Opens it under a card, saves it, and knows which card it was under."""

    def __init__(self, desk: Desk, place: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._place = desk, place
        self._card: PromiseCard | None = None
        self.line: Remark | None = None

    def write(self, card: PromiseCard) -> Remark:
        """Open a line under a card; one that is being written stays and gets the keyboard."""
        line = self.line
        if line is None:
            promise = card.promise
            known = board.remark_of(self._desk.office, promise.id, promise.side)
            line = Remark(self._desk, f"{self._place}/{promise.side}/{promise.id}", known)
            line.saved.connect(self._save)
            line.left.connect(self._end)
            line.destroyed.connect(self._gone)
            self._card, self.line = card, line
            card.ask(line)
            self._desk.bridge.keep_draft(self._place, f"{promise.side} {promise.id}")
        line.take_focus()
        return line

    def left_open(self) -> tuple[Side, int] | None:
        """Whose remark was being written when the program ended."""
        side, _space, number = self._desk.bridge.draft(self._place).partition(" ")
        return (Side(side), int(number)) if side in tuple(Side) and number.isdecimal() else None

    def settle(self) -> None:
        """Keep what is typed now."""
        if self.line is not None:
            self.line.settle()

    def _save(self, text: str) -> None:
        line, card = self.line, self._card
        if line is not None and card is not None:
            promise = card.promise
            saving = partial(expectations.remark, self._desk.office, promise.id, remark=text, side=promise.side)
            self._desk.bridge.do(saving, then=self._saved, failed=line.refuse)

    def _saved(self, change: Change) -> None:
        card = self._card
        self._end()
        if card is not None:
            card.leave()
        self._desk.say(change.label, undo=True)

    def _end(self) -> None:
        """It was saved, or given up."""
        if self.line is not None:
            self.line.destroyed.disconnect(self._gone)
            self.line.forget()
        self._card = self.line = None
        self._desk.bridge.keep_draft(self._place, "")

    def _gone(self) -> None:
        """Its card is shown no more, and has taken it along; the draft stays."""
        self._card = self.line = None
