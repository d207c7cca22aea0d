"""The card "Closing together": each step with its day, in its order, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.offers import OfferId, Step
from app.domain.searches import SearchId
from app.services import offers, searches
from app.services.changes import Change
from app.services.closing import Past, State, StepRow, choosable, closing
from app.words import _
from ui.desk import Desk, Place
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.flow import Flow
from ui.kit.order import follow
from ui.kit.plain import menu_words, tip
from ui.kit.press_row import SIDE, PressRow
from ui.kit.words import Label
from ui.search.closing_forms import DECLINE, StepForm
from ui.theme import size

_SIGNS = {
    State.DONE: ("circle-check", "kept"), State.NEXT: ("circle", "text2"), State.WAITING: ("circle", "text2"),
    State.LOCKED: ("lock", "text2"),
}  # fmt: skip
_CAN_BE_DECLINED = (Step.VERBAL, Step.YES, Step.WRITTEN)


class _About(NamedTuple):
    """What a row is about: an offer, and its step; for one that is over, what is said of it."""

    offer: OfferId
    step: StepRow | None = None
    past: Past | None = None

    @property
    def key(self) -> tuple[int, str]:
        """The row's place, which stays the same when it is built anew."""
        return self.offer, self.step.step if self.step else DECLINE


class ClosingCard(Card):
    """The steps of every offer that is open, what is over below them, and what is offered at the end."""

    TABLES = frozenset({"offer", "offer_override", "presentation", "search", "manager", "celebration"})

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=size(1))
        self._desk, self._search = desk, search
        self._found = closing(desk.office, search)
        self._form: StepForm | None = None
        self._row: PressRow | None = None
        self._rows: list[PressRow] = []
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self.column.setContentsMargins(size(16 - SIDE), size(14), size(16 - SIDE), size(10))
        title = Label(_("Closing together"), "heading")
        self.column.addWidget(_stood_in(title))
        self.column.addWidget(self._body)
        self._show()

    def refresh(self) -> None:
        """Read it anew; while a form is open it stays as it is, and is read when the form closes."""
        if self._form is None:
            self._found = closing(self._desk.office, self._search)
            self._show()

    def settle(self) -> None:
        """Keep what is typed."""
        if self._form is not None:
            self._form.settle()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Celebrating, once somebody signed."""
        return {"celebrate": self._celebrate} if self._found.signed else {}

    def _show(self) -> None:
        """Every row anew; the keyboard stays on its row, and goes through them where it went before."""
        focused = next((row.about.key for row in self._rows if row.hasFocus()), None)
        old, last = self._body, self._rows[-1] if self._rows else None
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._rows = [*self._step_rows(), *(self._past_row(past) for past in self._found.past)]
        offered = self._offered()
        if offered is not None:
            self._list.addWidget(offered)
        self.column.replaceWidget(old, self._body)
        self._body.show()
        if last is not None:
            follow(last, self._body)
        old.hide()
        old.deleteLater()
        for row in self._rows:
            if row.about.key == focused:
                row.setFocus()

    def _step_rows(self) -> list[PressRow]:
        made = []
        for way in self._found.ways:
            if len(self._found.ways) > 1 and way.candidate:
                self._list.addWidget(_stood_in(Label(way.candidate, "captionStrong", "text2", wrap=True)))
            made += [self._step_row(_About(way.offer, step), step) for step in way.rows]
        return made

    def _step_row(self, about: _About, step: StepRow) -> PressRow:
        row = self._add(PressRow(about, *_SIGNS[step.state]))
        row.say(step.title, "body", "text" if step.state is State.DONE else "text2")
        if step.second:
            row.say(step.second, "caption", "text2")
        if step.anyway:
            row.say(_("Recorded anyway: {reason}").format(reason=step.anyway), "caption", "risk")
        row.setToolTip(tip(step.waits))
        return row

    def _past_row(self, past: Past) -> PressRow:
        row = self._add(
            PressRow(_About(past.offer, past=past), "circle-x" if past.declined else "circle-check", "text2")
        )
        row.say(past.title, "body", "text2")
        row.say(past.second, "caption", "text2")
        return row

    def _add(self, row: PressRow) -> PressRow:
        row.clicked.connect(self._pressed)
        row.menu_asked.connect(self._ask_menu)
        self._list.addWidget(row)
        return row

    def _offered(self) -> QWidget | None:
        """What is offered once somebody signed, and where there is room for one more."""
        found = self._found
        wanted = (
            (found.can_choose_more, _("Choose one more"), "plus", self._choose_more),
            (bool(found.signed), _("Celebrate"), "wine", self._celebrate),
            (found.can_close, _("Close the search as filled"), "check", self._close_search),
        )  # fmt: skip
        if not any(wish for wish, *_rest in wanted):
            return None
        flow = Flow(gap=size(8))
        for _wish, words, icon, answer in (each for each in wanted if each[0]):
            button = Button(words, icon=icon, kind="compact")
            button.clicked.connect(answer)
            flow.add(button)
        return _stood_in(flow, above=8)

    def _pressed(self) -> None:
        row: Any = self.sender()
        step = row.about.step
        if step is not None and step.state is State.NEXT:
            self._open(row, step.step)
        else:
            self._show_menu(row, row.below())

    def _ask_menu(self, where: QPoint) -> None:
        row: Any = self.sender()
        self._show_menu(row, where)

    def _show_menu(self, row: PressRow, where: QPoint) -> None:
        """What can be done with a step, or with an offer that is over."""
        menu = QMenu(row)
        menu.setAccessibleName(row.accessibleName())
        for key, words in self._choices(row.about):
            menu.addAction(menu_words(words)).setObjectName(key)
        menu.triggered.connect(self._chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _choices(self, about: _About) -> list[tuple[str, str]]:
        if about.step is None:
            known = [("again", _("Correct what is known of it"))] if about.past and about.past.declined else []
            return [*known, ("take-back", _("Take it back")), ("delete", _("Delete this offer"))]
        step, state = about.step, about.step.state
        if state is State.NEXT:
            return [("record", _("Record it")), *self._delete(about)]
        if state is not State.DONE:
            return [("anyway", _("Record anyway"))] if self._candidate(about) else [("why", step.waits)]
        found = [("record", _("Change it"))]
        if step.step in _CAN_BE_DECLINED and step.free:
            found.append((DECLINE, _("They declined")))
        if step.free:
            found.append(("take-back", _("Take it back")))
        return [*found, *self._delete(about)]

    def _delete(self, about: _About) -> list[tuple[str, str]]:
        return [("delete", _("Delete this offer"))] if about.offer else []

    def _candidate(self, about: _About) -> str:
        return next((way.candidate for way in self._found.ways if way.offer == about.offer), "")

    def _chosen(self, action: QAction) -> None:
        row: Any = self.sender().parent()
        key, about, office = action.objectName(), row.about, self._desk.office
        if key in ("record", "anyway"):
            self._open(row, about.step.step, anyway=key == "anyway")
        elif key in (DECLINE, "again"):
            self._open(row, DECLINE)
        elif key == "take-back":
            step = about.step.step if about.step else None
            self._do(partial(offers.take_back, office, about.offer, step=step))
        elif key == "delete":
            self._do(partial(offers.delete, office, about.offer))
        else:
            self._desk.say(about.step.waits)

    def _open(self, row: PressRow, kind: str, *, anyway: bool = False, offer: OfferId | None = None) -> None:
        """A form below the row; one that was open goes, and what is typed in it is kept."""
        self._drop_form()
        if kind == Step.CHOSEN and not choosable(self._desk.office, self._search):
            self._desk.say(_("Nobody has been presented yet. Present a candidate first."))
            return
        offer = row.about.offer if offer is None else offer
        waits = row.about.step.waits if anyway else ""
        form = StepForm(self._desk.office, self._found, offer, kind, waits=waits)
        form.keep_draft(f"offer:{self._search}:{offer}:{kind}{':anyway' * anyway}", self._desk.bridge)
        form.saved.connect(self._save)
        form.cancelled.connect(self._cancelled)
        self._form, self._row = form, row
        holder = _stood_in(form, above=4, beside=0)
        self._list.insertWidget(self._list.indexOf(row) + 1, holder)
        holder.show()
        follow(row, form)
        form.focus_first()

    def _choose_more(self) -> None:
        self._open(self._rows[-1], Step.CHOSEN, offer=OfferId(0))

    def _save(self) -> None:
        form = self._form
        if form is None:
            return
        try:
            use_case = form.use_case()
        except AppError as error:
            form.refuse(error)
            return
        self._desk.bridge.do(use_case, then=self._saved, failed=form.refuse)

    def _saved(self, change: Change) -> None:
        """The form has done its work; a signature opens the celebration, once."""
        form = self._form
        signed = form is not None and form.step is Step.SIGNED and not self._found.signed
        if form is not None:
            form.forget_draft()
        self._drop_form()
        self._desk.say(change.label, undo=True)
        if signed:
            self._desk.open(Place("celebrate", change.id))

    def _cancelled(self) -> None:
        self._drop_form()
        self.refresh()

    def _drop_form(self) -> None:
        """Back to the row it stands below."""
        form, self._form = self._form, None
        if form is None:
            return
        form.settle()
        focused = QApplication.focusWidget()
        if self._row is not None and focused is not None and form.isAncestorOf(focused):
            self._row.setFocus()
        holder = form.parentWidget()
        assert holder is not None
        self._list.removeWidget(holder)
        holder.hide()
        holder.deleteLater()

    def _celebrate(self) -> None:
        self._desk.open(Place("celebrate", self._found.signed))

    def _close_search(self) -> None:
        self._do(partial(searches.close, self._desk.office, self._search, outcome=_("Filled")))

    def _do(self, use_case: Callable[[], Change]) -> None:
        self._desk.bridge.do(use_case, then=self._done)

    def _done(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)


def _stood_in(part: QWidget, *, above: int = 0, beside: int = SIDE) -> QWidget:
    """A part with its words on the line of all others, and some room around it."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(size(beside), size(above), size(beside), size(above))
    box.addWidget(part)
    return holder
