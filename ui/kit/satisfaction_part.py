"""How satisfied a manager is, in a card: the last answer, what was proposed and where it stands, and the question."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.satisfaction import Approval, ProposalId, SatisfactionId
from app.services import proposals
from app.services.changes import Change
from app.services.last_asked import LastAsked, ProposalLine
from app.services.satisfaction import asked_already
from app.words import _
from ui.desk import Desk
from ui.kit import mirror
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import Chip
from ui.kit.satisfaction_forms import AskForm, CheckForm, ProposeForm, Where
from ui.kit.words import Label
from ui.theme import size

_LINK = 4  # the room a link has beside its words, so that they end with the lines below


class SatisfactionPart(QWidget):
    """The card, and below it the form that is open; `changed_stops` when the keyboard has other ways through it."""

    changed_stops = Signal()

    def __init__(self, desk: Desk, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._where = desk, where
        self._shown: LastAsked | None = None
        self._form: Any = None
        self.card = Card(spacing=size(4))
        self.card.column.setContentsMargins(size(16 - _LINK), size(8), size(16 - _LINK), size(12))
        self.ask = Button(_("Ask now"), kind="link")
        self.ask.setAccessibleName(_("Ask how satisfied they are"))
        self.ask.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.setContentsMargins(mirror.margins(size(_LINK), 0, 0, 0))
        head.addWidget(Label(_("Satisfaction"), "captionMedium", "text2"))
        head.addStretch(1)
        head.addWidget(self.ask)
        self.card.column.addLayout(head)
        self._body: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(14))
        column.addWidget(self.card)
        self._column = column

    def show_asked(self, found: LastAsked | None) -> None:
        """Show another answer."""
        if self._body is None or found != self._shown:
            self._shown = found
            self._show()

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order it is seen."""
        buttons: list[QWidget] = [self.ask]
        if self._body is not None:
            buttons += self._body.findChildren(Button)
        if self._form is not None:
            buttons += [field.control for field in self._form.fields.values()] + self._form.findChildren(Button)
        return buttons

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._form is not None:
            self._form.settle()

    def _show(self) -> None:
        before, body = self._body, QWidget()
        self._body = body
        column = QVBoxLayout(body)
        column.setContentsMargins(size(_LINK), 0, size(_LINK), 0)
        column.setSpacing(size(4))
        for part in _parts(self._shown):
            column.addWidget(part)
        if self._shown is not None:
            for line in self._shown.proposals:
                column.addSpacing(size(4))
                column.addWidget(_Proposal(self, line))
            if self._shown.is_low:
                more = Button(_("Propose something"), kind="link")
                more.clicked.connect(self._propose)
                row = QHBoxLayout()
                row.setContentsMargins(0, 0, 0, 0)
                row.addWidget(more)
                row.addStretch(1)
                column.addLayout(row)
        if before is None:
            self.card.column.addWidget(body)
            return
        self.card.column.replaceWidget(before, body)
        body.show()
        before.hide()
        before.deleteLater()
        self.changed_stops.emit()

    def _ask(self) -> None:
        refused = asked_already(self._desk.office, self._where.manager)
        if refused:
            self._desk.say(refused)
        else:
            self._open(AskForm(self._desk.office, self._where), f"manager:{self._where.manager}:satisfaction")

    def _propose(self) -> None:
        if self._shown is not None:
            answer = SatisfactionId(self._shown.id)
            self._open(ProposeForm(self._desk.office, answer), f"satisfaction:{answer}:proposal")

    def look_again(self, proposal: int) -> None:
        """Ask whether a proposal made it better."""
        self._open(CheckForm(self._desk.office, ProposalId(proposal)), f"proposal:{proposal}:check")

    def answer(self, proposal: int, said: Approval) -> None:
        """Note what the manager said of a proposal."""
        use_case = partial(proposals.answer, self._desk.office, ProposalId(proposal), answer=said)
        self._desk.bridge.do(use_case, then=self._done)

    def _open(self, form: Any, place: str) -> None:
        """One form at a time, below the card."""
        self._close()
        self._form = form
        form.keep_draft(place, self._desk.bridge)
        form.saved.connect(self._save)
        form.cancelled.connect(self._close)
        self._column.addWidget(form)
        form.show()
        self.changed_stops.emit()
        form.focus_first()

    def _save(self) -> None:
        try:
            use_case = self._form.use_case()
        except AppError as error:
            self._form.refuse(error)
            return
        self._desk.bridge.do(use_case, then=self._saved, failed=self._form.refuse)

    def _saved(self, change: Change) -> None:
        self._form.forget_draft()
        self._close()
        self._done(change)

    def _close(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            form.settle()
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.ask.setFocus()
            self.changed_stops.emit()

    def _done(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)


class _Proposal(QWidget):
    """One proposal, where it stands, and what can be said of it."""

    def __init__(self, part: SatisfactionPart, line: ProposalLine) -> None:
        super().__init__()
        self._part, self._line = part, line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(2))
        column.addWidget(Label(line.text, "bodyMedium", wrap=True))
        column.addWidget(Label(line.stands, "caption", "text2", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, size(4), 0, 0)
        row.setSpacing(size(6))
        if line.wants_answer:
            self._add(row, _("Approved"), _("Approved: {proposal}")).clicked.connect(self._approve)
            self._add(row, _("Declined"), _("Declined: {proposal}")).clicked.connect(self._decline)
        if line.wants_look:
            self._add(row, _("Is it better?"), _("Is it better? {proposal}")).clicked.connect(self._look)
        row.addStretch(1)
        column.addLayout(row)

    def _add(self, row: QHBoxLayout, words: str, name: str) -> Button:
        button = Button(words, kind="compact")
        button.setAccessibleName(name.format(proposal=self._line.text))
        row.addWidget(button)
        return button

    def _approve(self) -> None:
        self._part.answer(self._line.id, Approval.APPROVED)

    def _decline(self) -> None:
        self._part.answer(self._line.id, Approval.DECLINED)

    def _look(self) -> None:
        self._part.look_again(self._line.id)


def _parts(found: LastAsked | None) -> list[QWidget]:
    """The answer: the whole, the parts, their words, and your own reading on its private ground."""
    if found is None:
        return [Label(_("Not asked yet. Once a month is enough."), "body", "text2", wrap=True)]
    shown: list[QWidget] = [
        Label(_("{score} of 5, {day}").format(score=found.score, day=found.day), "heading", wrap=True)
    ]
    if found.words:
        shown.append(Label(_("“{words}”").format(words=found.words), "body", wrap=True))
    if found.parts:
        each = (_("{part} {score}").format(part=part, score=score) for part, score in found.parts)
        shown.append(Label(" · ".join(each), "caption", "text2", wrap=True))
    if found.cause:
        shown.append(_Private(found.cause))
    return shown


class _Private(QWidget):
    """Your own reading, under the lock."""

    def __init__(self, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, size(4), 0, 0)
        column.setSpacing(size(2))
        row = QHBoxLayout()
        row.addWidget(Chip(_("Private"), "neutral", icon="lock"))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Label(words, "body", "text2", wrap=True))
