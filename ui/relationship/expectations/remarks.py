"""The one remark or correction that is being written: where it stands, and that it outlives a kill."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.clocks import Outcome
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

    def write(self, card: PromiseCard) -> QWidget:
        """Open a line under a card; one that is being written stays and gets the keyboard."""
        line, promise = self.line, card.promise
        known = board.newest_check_in(self._desk.office, promise.id, promise.side)
        if known is None:
            return card
        if line is None:
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

    def _save(self, outcome: str, text: str) -> None:
        """Another outcome is a correction, which needs its reason; the same one a remark."""
        line, card, office = self.line, self._card, self._desk.office
        if line is not None and card is not None:
            promise = card.promise
            known = board.newest_check_in(office, promise.id, promise.side)
            saving = partial(expectations.remark, office, promise.id, remark=text, side=promise.side)
            if known is not None and known.outcome != outcome:
                saving = partial(expectations.correct, office, known.id, outcome=Outcome(outcome), remark=text)
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
