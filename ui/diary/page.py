"""The meetings of all managers: what comes and what was, by day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.talks import MeetingId
from app.services import diary, meetings
from app.services.calendar_invitations import said_of
from app.services.changes import Change
from app.words import _
from ui import tasks
from ui.desk import Desk, Place
from ui.diary.lines import by_day
from ui.diary.plan import PlanForm
from ui.kit.button import Button
from ui.kit.empty import Empty
from ui.kit.grouped import Page
from ui.kit.lines import Line
from ui.kit.list_page import ListPage
from ui.kit.order import follow
from ui.kit.row_forms import RowForms
from ui.kit.segmented import Segmented
from ui.kit.words import Label
from ui.theme import size


class DiaryPage(ListPage):
    """Reads as many meetings as are seen, and reads anew when one was written."""

    tables = frozenset({"meeting", "issued_document", "manager", "search"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        none = Empty(_("No meetings here"), _("Meetings with everybody you recruit for stand here, by day."))
        super().__init__(desk, _("Meetings"), none, parent)
        self._last: diary.Key | None = None
        self._which = Segmented(
            [("coming", _("Upcoming"), ""), ("past", _("Past"), "")], name=_("Which meetings"), parent=self
        )
        self._plan = Button(_("Plan a meeting"), icon="calendar-plus")
        self.forms = RowForms(desk, self)
        self._form: PlanForm | None = None
        self._above = QVBoxLayout()
        self.lay_out(self._head(), self._above, spacing=10)
        self._which.chosen.connect(self._turn)
        self._plan.clicked.connect(self.plan)
        self.listing.acted.connect(self._act)
        self.listing.moved.connect(self._expect)
        self.listing.hovered.connect(self._expect)
        self.listing.closed.connect(self._free)
        self.listing.edited.connect(self._edit)
        self.listing.deleted.connect(self._delete_row)
        self.forms.missed.connect(self._cancel)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What it answers while it is shown."""
        return {"plan-meeting": self.plan, "document": self._document}

    def state(self) -> dict[str, Any]:
        """Which meetings, and how far they are scrolled."""
        return {"which": self._which.key, **super().state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again."""
        which = state.get("which") or state.get("section")
        if which in ("coming", "past"):
            self._which.choose(which)
        super().restore(state)

    def show_place(self, place: Place) -> None:
        """Upcoming or past, where that is asked for."""
        if place.section in ("coming", "past"):
            self._which.choose(place.section)
            self.read()

    def settle(self) -> None:
        """Keep what is typed."""
        for form in (self._form, self.forms.form):
            if form is not None:
                form.settle()

    def focus_content(self) -> None:
        """The keyboard into the form or the list."""
        form = self._form or self.forms.form
        if form is not None:
            form.focus_first()
        else:
            (self.listing if self.listing.rows.records else self._plan).setFocus()

    def plan(self) -> None:
        """Open the form of a new meeting, over the list."""
        if self._form is None:
            try:
                self._form = PlanForm(self._desk.office)
            except AppError as error:
                self._desk.say(str(error))
                return
            self._form.keep_draft("meetings:plan", self._desk.bridge)
            self._form.saved.connect(self._save_plan)
            self._form.cancelled.connect(self._close_plan)
            self._above.addWidget(self._form)
            follow(self._plan, self._form)
        self._form.focus_first()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(size(12))
        head.addWidget(Label(_("Meetings"), "display"))
        head.addStretch()
        head.addWidget(self._which)
        head.addWidget(self._plan)
        return head

    def read(self) -> None:
        """The first page, as long as what was shown; a form that is open stays."""
        if self.forms.form is not None:
            self._stale = True
            return
        office = self._desk.office
        limit = max(diary.PAGE, sum(isinstance(each, Line) for each in self.listing.rows.records))
        coming = self._which.key == "coming"
        found = diary.coming(office, limit=limit) if coming else diary.past(office, limit=limit)
        self._last = found[-1].row.key if found else None
        entries = [*diary.running(office), *found] if coming else found
        self.show_first((by_day(office, entries, unsettled=coming), len(found) == limit))

    def more(self) -> Page:
        """The page behind what is shown."""
        office = self._desk.office
        coming = self._which.key == "coming"
        found = diary.coming(office, after=self._last) if coming else diary.past(office, before=self._last)
        self._last = found[-1].row.key if found else self._last
        return by_day(office, found), len(found) == diary.PAGE

    def _turn(self, _key: str) -> None:
        self.forms.close()
        self.listing.show_page(([], False))
        self.read()

    def _free(self) -> None:
        """A form is gone: the list as it is by now."""
        self.read()
        self.listing.setFocus()

    def _act(self, line: Line, key: str) -> None:
        """What was pressed in a row."""
        desk, office, number = self._desk, self._desk.office, MeetingId(line.id)
        acts: dict[str, Callable[[], None]] = {
            "open": partial(desk.open, line.place), "prepare": partial(desk.open, Place("meeting", number)),
            "summary": partial(desk.open, Place("document", number)),
            "held": partial(self.forms.ask_held, self.listing, line),
            "moved": partial(self.forms.ask_moved, self.listing, line), "cancel": partial(self._cancel, line),
            "invite": partial(self._invite, line),
            "delete": partial(desk.bridge.do, partial(meetings.delete, office, number), then=self._say),
        }  # fmt: skip
        if key in acts:
            acts[key]()

    def _cancel(self, line: Line) -> None:
        self._desk.bridge.do(partial(meetings.cancel, self._desk.office, MeetingId(line.id)), then=self._say)

    def _invite(self, line: Line) -> None:
        """The row becomes the invitation, its change or its cancellation."""
        from ui.kit.invitation_form import InvitationForm

        form = InvitationForm(self._desk.office, MeetingId(line.id), tasks.run)
        self.forms.open(self.listing, line, form, f"meeting:{line.id}:invitation")

    def _edit(self, at: int) -> None:
        line = self.listing.line(at)
        if line is not None:
            self._act(line, "open")

    def _delete_row(self, at: int) -> None:
        line = self.listing.line(at)
        if line is not None:
            self._act(line, "delete")

    def _expect(self, at: int) -> None:
        """The summary of a meeting that was held is a press away."""
        line = self.listing.line(at)
        if line is not None and _has_summary(line):
            self._desk.expect(Place("document", line.id))

    def _document(self) -> None:
        line = self.listing.line(self.listing.current_row())
        if line is not None and _has_summary(line):
            self._act(line, "summary")

    def _say(self, change: Change) -> None:
        self._desk.say(said_of(self._desk.office, change), undo=True)

    def _save_plan(self) -> None:
        form = self._form
        if form is None:
            return
        try:
            use_case = form.use_case()
        except AppError as error:
            form.refuse(error)
            return
        self._desk.bridge.do(use_case, then=self._planned, failed=form.refuse)

    def _planned(self, change: Change) -> None:
        if self._form is not None:
            self._form.forget_draft()
        self._close_plan()
        self._say(change)

    def _close_plan(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._above.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.focus_content()


def _has_summary(line: Line) -> bool:
    return any(action.key == "summary" for action in line.actions)
