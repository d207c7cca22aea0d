"""What a press in a row of Today does: at once with Undo, in another place, or by a form in the row itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import ManagerId
from app.domain.talks import FollowUpId, MeetingId
from app.services.changes import Change
from ui.desk import Desk, Place
from ui.kit.lines import Line
from ui.kit.row_forms import RowForms
from ui.today.listing import LineList


class Doing(QObject):
    """`ticked` with a row whose thing is done."""

    ticked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.forms = RowForms(desk, self)
        self.forms.missed.connect(self._cancel)

    def act(self, listing: LineList, line: Line, key: str) -> None:
        """Do what was pressed in a row of a list."""
        verb, _colon, value = key.partition(":")
        acts: dict[str, Callable[[], None]] = {
            "tick": partial(self._tick, line), "cancel": partial(self._cancel, line),
            "until": partial(self._put_off, line, value), "log": partial(self._go_and, line, "log"),
            "prepare": partial(self._desk.open, Place("meeting", line.id)),
            "open": partial(self._desk.open, line.place),
            "held": partial(self.forms.ask_held, listing, line), "moved": partial(self.forms.ask_moved, listing, line),
            "nudge": partial(self._nudge, listing, line), "plan": partial(self._invite, listing, line),
            "later": partial(self._later, listing, line), "remember": partial(self._remember, line, value),
            "remember-and-log": partial(self._remember, line, value, log=True),
        }  # fmt: skip
        try:
            acts[verb]()
        except AppError as error:  # what it is about was changed elsewhere a moment ago
            self._desk.say(str(error))

    def say(self, change: Change) -> None:
        """What was done, with Undo."""
        self._desk.say(change.label, undo=True)

    def _tick(self, line: Line) -> None:
        self.ticked.emit(line)
        office = self._desk.office
        if line.record == "follow_up":
            from app.services import follow_ups

            use_case = partial(follow_ups.done, office, FollowUpId(line.id))
        elif line.record == "look":
            from app.services import partings

            use_case = partial(partings.looked, office, ManagerId(line.id))
        else:
            from app.services import expectations

            side = Side.THEIRS if line.theirs else Side.MINE
            use_case = partial(expectations.keep, office, ExpectationId(line.id), side=side)
        self._desk.bridge.do(use_case, then=self.say)

    def _cancel(self, line: Line) -> None:
        from app.services import meetings

        self._desk.bridge.do(partial(meetings.cancel, self._desk.office, MeetingId(line.id)), then=self.say)

    def _put_off(self, line: Line, until: str) -> None:
        from app.services import follow_ups

        day, number = date.fromisoformat(until), FollowUpId(line.id)
        self._desk.bridge.do(partial(follow_ups.snooze, self._desk.office, number, until=day), then=self.say)

    def _remember(self, line: Line, milestone: str, *, log: bool = False) -> None:
        """A day of a hire is ticked; the talk of it is begun where it was asked for."""
        from app.domain.celebrations import Milestone
        from app.domain.offers import OfferId
        from app.services import anniversaries

        use_case = partial(anniversaries.done, self._desk.office, OfferId(line.id), milestone=Milestone(milestone))
        self._desk.bridge.do(use_case, then=self.say)
        if log:
            self._go_and(line, "log")

    def _go_and(self, line: Line, command: str) -> None:
        self._desk.open(line.place)
        self._desk.command(command)

    def _nudge(self, listing: LineList, line: Line) -> None:
        from ui.today.forms import NudgeForm

        form = NudgeForm(self._desk.office, line.record, line.id)
        self.forms.open(listing, line, form, f"nudge:{line.record}:{line.id}")

    def _invite(self, listing: LineList, line: Line) -> None:
        from ui.today.forms import InviteForm

        form = InviteForm(self._desk.office, ManagerId(line.manager))
        form.planned.connect(self._plan)
        self.forms.open(listing, line, form, f"invite:{line.manager}")

    def _later(self, listing: LineList, line: Line) -> None:
        from ui.today.forms import LaterForm

        self.forms.open(listing, line, LaterForm(self._desk.office, FollowUpId(line.id)), f"later:{line.id}")

    def _plan(self, at: datetime) -> None:
        """The manager takes this time."""
        from app.services import invitations

        form: Any = self.forms.form
        manager = ManagerId(form.manager)
        use_case = partial(invitations.plan, self._desk.office, manager, at=at, minutes=form.minutes)
        self._desk.bridge.do(use_case, then=self.forms.finish, failed=form.refuse)
