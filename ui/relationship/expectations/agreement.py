"""A whole two-way agreement to start from: both sides laid out, ticked, changed, then taken over in one action."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.managers import ManagerId
from app.domain.text import isolated
from app.services import agreements
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.editor import Editor
from ui.kit.field import Choice, Field
from ui.kit.terms import TermsBoard
from ui.kit.words import Label
from ui.theme import size

Use = Callable[..., Change]


class AgreementForm(Editor):
    """The form; `proposed` beside the editor's own `saved`, which agrees."""

    proposed = Signal()

    def __init__(self, office: Office, manager: ManagerId, called: str, parent: QWidget | None = None) -> None:
        super().__init__(_("A two-way agreement"), save=_("Agree on all"), parent=parent)
        self._offered = {str(each.id): each for each in agreements.offered(office)}
        self._there = agreements.kept_already(office, manager)
        self.column.setContentsMargins(size(16), size(14), size(16), size(14))
        self.column.addWidget(Label(_("A two-way agreement"), "heading"))
        why = _("What works in practice, with the range that was found. Untick what does not fit, change what differs.")
        self.column.addWidget(Label(why, "body", "text2", wrap=True))
        self._from = Choice((key, each.name) for key, each in self._offered.items())
        self._from.currentIndexChanged.connect(self._lay_out)
        start = Field(_("Start from"), self._from)
        start.setVisible(len(self._offered) > 1)
        self.column.addWidget(start)
        self.column.addSpacing(size(6))
        self.board = TermsBoard(office.today(), theirs=_("{name}’s to keep").format(name=isolated(called)))
        self.board.textChanged.connect(self._count)
        self.column.addWidget(self.board)
        self._chosen = Label("", "body", "text2")
        self.foot.addWidget(self._chosen)
        self._propose = Button(_("Propose"), parent=self)
        self._propose.clicked.connect(self.proposed)
        self.finish()
        self.foot.insertWidget(self.foot.count() - 2, self._propose)
        self._lay_out()

    def controls(self) -> dict[str, QWidget]:
        """Which agreement, and all of it."""
        return {"from": self._from, "terms": self.board}

    def focus_first(self) -> None:
        """The keyboard on the first promise."""
        self.board.take_focus()

    def body(self) -> str | None:
        """What was chosen; None while a promise that is being changed cannot be taken."""
        chosen = self.board.chosen()
        return None if chosen is None else agreements.body_of(chosen)

    def _lay_out(self) -> None:
        """What is promised already is not ticked."""
        terms = self._offered[self._from.key].terms
        self.board.show_terms([(each, each.statement not in self._there) for each in terms])

    def _count(self) -> None:
        wanted = sum(row.wanted for row in self.board.rows)
        self._chosen.setText(_("{count} of {total} chosen").format(count=wanted, total=len(self.board.rows)))


class AgreementOffer(QWidget):
    """The way into it; `opened` says whether the form stands there, so that the columns make room."""

    opened = Signal(bool)

    def __init__(self, desk: Desk, manager: ManagerId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._manager = desk, manager
        self.form: AgreementForm | None = None
        self._place = f"agreement/{manager}"
        self.button = Button(_("Start from a two-way agreement"), icon="handshake", kind="quietCompact")
        self.button.clicked.connect(self.open)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, size(8), 0, 0)
        self._row.addWidget(self.button)
        self._row.addStretch()

    def restore(self) -> None:
        """What was ticked or typed and not saved stands open again."""
        if self._desk.bridge.draft(self._place):
            self.open()

    def open(self) -> None:
        """Lay the agreement out."""
        if self.form is None:
            office = self._desk.office
            self.form = AgreementForm(office, self._manager, office.managers.get(self._manager).first_name)
            self.form.saved.connect(self._agree)
            self.form.proposed.connect(self._propose)
            self.form.cancelled.connect(self.close_form)
            self.form.keep_draft(self._place, self._desk.bridge)
            self.button.hide()
            self._row.insertWidget(0, self.form, 1)
            self.opened.emit(True)
        self.form.focus_first()

    def settle(self) -> None:
        """Keep what is ticked and typed."""
        if self.form is not None:
            self.form.settle()

    def put_away(self) -> None:
        """The columns again; what is ticked and typed is kept."""
        self.settle()
        self.close_form()

    def close_form(self) -> None:
        """The columns again."""
        if self.form is not None:
            leaving, self.form = self.form, None
            leaving.hide()
            self._row.removeWidget(leaving)
            leaving.deleteLater()
            self.button.show()
            self.opened.emit(False)
            self.button.setFocus()

    def _agree(self) -> None:
        self._take(agreements.agree)

    def _propose(self) -> None:
        self._take(agreements.propose)

    def _take(self, use: Use) -> None:
        form = self.form
        body = form.body() if form is not None else None
        if form is not None and body is not None:
            taking = partial(use, self._desk.office, self._manager, body=body)
            self._desk.bridge.do(taking, then=self._taken, failed=form.refuse)

    def _taken(self, change: Change) -> None:
        if self.form is not None:
            self.form.forget_draft()
        self.close_form()
        self._desk.say(change.label, undo=True)
