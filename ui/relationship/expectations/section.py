"""The section "Expectations" of a manager's tab: both columns, what is shown of them, and every key of a card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.clocks import Outcome
from app.domain.errors import AppError
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import ManagerId
from app.services import board, events, expectations
from app.services.board import Filter, Suggestion
from app.services.changes import Change
from app.words import _
from ui.desk import Desk, Place
from ui.kit.scrolling import MARGIN, Page
from ui.relationship.expectations.agreement import AgreementOffer
from ui.relationship.expectations.asking import WhatNext
from ui.relationship.expectations.card import PromiseCard
from ui.relationship.expectations.column import BoardColumn
from ui.relationship.expectations.editor import AGREED, PROPOSED, RENEGOTIATED, PromiseEditor, use_case
from ui.relationship.expectations.head import BoardBar, NothingAgreed
from ui.relationship.expectations.remarks import Remarks
from ui.theme import size

_TABLES = {"expectation", "wording", "check_in", "presentation", "meeting"}
_NARROW = 720


class ExpectationsSection(Page):
    """What each side keeps."""

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._manager = desk, ManagerId(manager)
        called = desk.office.managers.get(self._manager).first_name
        self._called = called
        self._bar, self._offer = BoardBar(), NothingAgreed()
        self._filter = self._bar.filter
        self._filter.chosen.connect(self._filtered)
        self._bar.sheet.clicked.connect(self._show_sheet)
        self._columns = {side: BoardColumn(side, called) for side in (Side.MINE, Side.THEIRS)}
        self._scroll_to = QTimer(self, singleShot=True, interval=0)
        self._scroll_to.timeout.connect(self._scroll_again)
        self._wanted_scroll = 0
        self._remarks = Remarks(desk, f"{self._drafts()}/remark", self)
        self._focus_on: tuple[Side, int] | None = None
        self._is_stale = False
        self._promises, self._agreement = QWidget(), AgreementOffer(desk, self._manager)
        self._agreement.opened.connect(self._promises.setHidden)
        self._build()
        for column in self._columns.values():
            column.adding.connect(self.add)
            column.suggested.connect(self._take)
            column.answered.connect(self._answer)
            column.wanted.connect(self._wish)
            column.placed.connect(self._place)
        desk.bridge.changed.connect(self._on_changed)
        self.read()
        self._restore_draft()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Adding to either side, a whole agreement, and its sheet."""
        return {
            "add-mine": self._add_mine, "add-theirs": self._add_theirs, "agreement": self._agreement.open,
            "agreement-sheet": self._show_sheet, "document": self._show_sheet,
        }  # fmt: skip

    def state(self) -> dict[str, Any]:
        """Filter and scroll."""
        return {"filter": self._filter.key, "scroll": self.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again."""
        before = self._filter.key
        self._filter.choose(str(state.get("filter", "")))
        if self._filter.key != before:
            self.read()
        scroll = state.get("scroll")
        self._wanted_scroll = scroll if isinstance(scroll, int) else 0
        self._scroll_to.start()

    def settle(self) -> None:
        """Keep what is typed."""
        editor = self._editor()
        if editor is not None:
            editor.settle()
        self._remarks.settle()
        self._agreement.settle()

    def focus_content(self) -> None:
        """What is being written, the first card, or what can be added."""
        editor = self._editor()
        if self._agreement.form is not None:
            self._agreement.form.focus_first()
        elif editor is not None:
            editor.focus_first()
        else:
            self._columns[Side.MINE].take_focus()

    def show_record(self, record: str, record_id: int) -> None:
        """Bring a promise into sight, also by one of its check-ins."""
        self._agreement.put_away()
        if self._is_stale:
            self.read()
        if record == "check_in":
            record_id = self._desk.office.check_ins.get(record_id).expectation
        if self._desk.office.expectations.get(ExpectationId(record_id)).closed_on:
            self._filter.choose("all")
            self.read()
        for column in self._columns.values():
            card = column.card_of(record_id)
            if card is not None:
                card.setFocus()
                self.ensureWidgetVisible(card)
                return

    def mark_words(self, words: str) -> None:
        """Let words stand out on the card that has the keyboard, and on no other."""
        for column in self._columns.values():
            for card in column.cards:
                card.mark_words(words if card.hasFocus() or card is self.focusWidget() else "")

    def read(self) -> None:
        """Show both columns as they stand."""
        begun = board.is_begun(self._desk.office, self._manager)
        self._offer.setVisible(not begun)
        self._bar.setVisible(begun)
        columns = board.board(self._desk.office, self._manager, Filter(self._filter.key))
        for shown in columns:
            self._columns[shown.side].show_column(shown, closed=self._filter.key == Filter.CLOSED)
            if not begun:
                self._columns[shown.side].show_suggestions()
        self._is_stale = False
        self._follow_focus()

    def add(self, side: str) -> None:
        """Write a new promise on top of a side's column."""
        self._edit(self._columns[Side(side)], None, PROPOSED)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below 720 the columns stand one above the other."""
        super().resizeEvent(event)
        narrow = self.width() - 2 * MARGIN < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def _build(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(size(24))
        for column in self._columns.values():
            self._row.addWidget(column, 1)
        whole = QVBoxLayout(self._promises)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(self.column.spacing())
        whole.addWidget(self._bar)
        whole.addWidget(self._offer)
        whole.addLayout(self._row)
        self.column.addWidget(self._promises)
        self.column.addWidget(self._agreement)
        self.column.addStretch(1)
        margins = self.column.contentsMargins()
        margins.setBottom(16)
        self.column.setContentsMargins(margins)

    def _editor(self) -> PromiseEditor | None:
        return next((column.editor for column in self._columns.values() if column.editor is not None), None)

    def _show_sheet(self) -> None:
        self._desk.open(Place("agreement", self._manager))

    def _add_mine(self) -> None:
        self.add(Side.MINE)

    def _add_theirs(self) -> None:
        self.add(Side.THEIRS)

    def _edit(self, column: BoardColumn, card: PromiseCard | None, status: str) -> None:
        """Open the editor; one that has text nobody saved stays, and gets the keyboard."""
        self._agreement.put_away()
        open_one = self._editor()
        if open_one is not None and open_one.is_changed():
            open_one.focus_first()
            return
        for each in self._columns.values():
            each.close_editor()
        number = card.promise.id if card is not None else 0
        wording = board.wording_of(self._desk.office, ExpectationId(number)) if number else None
        both = bool(number) and self._desk.office.expectations.get(ExpectationId(number)).side is Side.BOTH
        name = str(number) if number else column.side.value
        editor = PromiseEditor(
            self._desk, f"{self._drafts()}/{name}", column.side, self._called, wording=wording, both=both, status=status
        )
        editor.saved.connect(self._save)
        editor.cancelled.connect(self._cancel)
        editor.status.chosen.connect(self._keep_open)
        column.open_editor(editor, card)
        self._keep_open(status)

    def _keep_open(self, status: str) -> None:
        """Remember that an editor stands open, and as what."""
        editor = self._editor()
        if editor is not None:
            number = editor.wording.expectation if editor.wording is not None else 0
            self._desk.bridge.keep_draft(self._drafts(), f"{editor.side} {number} {status}")

    def _save(self) -> None:
        editor = self._editor()
        if editor is None:
            return
        try:
            doing = use_case(self._desk.office, self._manager, editor)
        except AppError as error:
            editor.refuse(error)
            return
        if doing is None:
            self._cancel()
        else:
            self._desk.bridge.do(doing, then=self._saved, failed=editor.refuse)

    def _saved(self, change: Change) -> None:
        self._close_editor(change.id)
        self._desk.say(change.label, undo=True)

    def _cancel(self) -> None:
        self._close_editor()
        if self._focus_on is not None:
            self._follow_focus()
        else:
            self.focus_content()

    def _close_editor(self, saved: int = 0) -> None:
        """The keyboard goes back to the card that was written."""
        editor = self._editor()
        if editor is not None:
            number = saved or (editor.wording.expectation if editor.wording is not None else 0)
            self._focus_on = (editor.side, number) if number else None
            editor.forget_draft()
        self._desk.bridge.keep_draft(self._drafts(), "")
        for column in self._columns.values():
            column.close_editor()

    def _drafts(self) -> str:
        return f"promise/{self._manager}"

    def _restore_draft(self) -> None:
        """After a kill, what was being written stands open again."""
        self._agreement.restore()
        remark = self._remarks.left_open()
        remarked = self._columns[remark[0]].card_of(remark[1]) if remark is not None else None
        if remarked is not None:
            self._remarks.write(remarked)
        side, _space, rest = self._desk.bridge.draft(self._drafts()).partition(" ")
        number, _space, status = rest.partition(" ")
        if side not in (Side.MINE, Side.THEIRS) or status not in (PROPOSED, AGREED, RENEGOTIATED):
            return
        column = self._columns[Side(side)]
        card = column.card_of(int(number)) if number.isdecimal() and number != "0" else None
        if card is not None or number == "0":
            self._edit(column, card, status)

    def _take(self, suggestion: Suggestion) -> None:
        taking = partial(board.take, self._desk.office, self._manager, suggestion)
        self._desk.bridge.do(taking, then=partial(self._taken, suggestion.side))

    def _taken(self, side: Side, change: Change) -> None:
        self._focus_on = (side, change.id)
        self._done(change)

    def _answer(self, card: PromiseCard, outcome: Outcome) -> None:
        promise = card.promise
        answer = partial(expectations.check_in, self._desk.office, promise.id, outcome=outcome, side=promise.side)
        self._desk.bridge.do(answer, then=partial(self._answered, card, outcome))

    def _answered(self, card: PromiseCard, outcome: Outcome, change: Change) -> None:
        self._done(change)
        if card.asking is self._remarks.line is not None:
            return
        if outcome is Outcome.MISSED:
            asking = WhatNext()
            asking.wished.connect(self._next_wish)
            card.ask(asking)
        elif isinstance(card.asking, WhatNext):
            card.leave()

    def _next_wish(self, wish: str) -> None:
        """What was chosen after a miss."""
        card = self.sender().parent()
        assert isinstance(card, PromiseCard)
        card.leave()
        if wish != "leave":
            self._wish(card, wish)

    def _wish(self, card: PromiseCard, wish: str) -> None:
        promise, office = card.promise, self._desk.office
        column = self._columns[promise.side]
        if wish in ("edit", "agree", "renegotiate"):
            status = {"edit": AGREED if promise.is_agreed else PROPOSED, "agree": AGREED}.get(wish, RENEGOTIATED)
            self._edit(column, card, status)
            return
        if wish == "remark":
            self.ensureWidgetVisible(self._remarks.write(card))
            return
        if wish == "evidence":
            self._open_evidence(events.evidence_of(office, promise.id, promise.side))
            return
        if wish in ("delete", "close", "reopen"):
            self._focus_on = (promise.side, column.beside(card))
        use_cases: dict[str, Callable[[], Change]] = {
            "close": partial(expectations.close, office, promise.id),
            "reopen": partial(expectations.reopen, office, promise.id),
            "delete": partial(expectations.delete, office, promise.id),
            "talk-about": partial(expectations.talk_about, office, promise.id),
            "take-back": partial(expectations.take_back, office, promise.id, side=promise.side),
        }
        self._desk.bridge.do(use_cases[wish], then=self._done)

    def _open_evidence(self, found: tuple[str, int] | None) -> None:
        """Where a check-in that its event made can be looked at."""
        if found is None:
            self._desk.say(_("What it is based on is not in the office any more."))
        elif found[0] == "meeting":
            self._desk.open(Place("manager", self._manager, "meetings", found))
        else:
            self._desk.open(Place("issued" if found[0] == "issued_document" else "search", found[1]))

    def _place(self, card: PromiseCard, to: int) -> None:
        """To a place in the column, which is a place among all of the manager's promises."""
        column = self._columns[card.promise.side]
        others = [each.promise.id for each in column.cards if each is not card]
        everyone = [each.id for each in self._desk.office.expectations.of(self._manager) if each.id != card.promise.id]
        position = everyone.index(others[to]) if to < len(others) else len(everyone)
        self._desk.bridge.do(partial(expectations.place, self._desk.office, card.promise.id, position=position))
        card.setFocus()
        self.ensureWidgetVisible(card)

    def _done(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)

    def _filtered(self, _key: str) -> None:
        self.read()

    def _scroll_again(self) -> None:
        self.verticalScrollBar().setValue(self._wanted_scroll)

    def _follow_focus(self) -> None:
        """The keyboard to the card that was just written, or that stands beside one that is gone."""
        wanted, self._focus_on = self._focus_on, None
        if wanted is not None:
            side, number = wanted
            card = self._columns[side].card_of(number)
            if card is not None:
                card.setFocus()
                self.ensureWidgetVisible(card)
            else:
                self._columns[side].take_focus()

    def _on_changed(self, change: Change) -> None:
        """Read again what others wrote; while another page is shown, only when this one is shown again."""
        is_touched = ("manager", self._manager) in change.touched
        manager = self._desk.office.managers.find(self._manager) if is_touched else None
        if manager is not None:
            self._called = manager.first_name
            for column in self._columns.values():
                column.call(self._called)
        if any(table in _TABLES for table, _row in change.touched):
            self._is_stale = True
            if self.isVisible():
                self.read()
