"""For a planned meeting whose time is past: how it was after all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.dates import time_words
from app.domain.errors import AppError, InputError
from app.domain.line_dates import clock_time, instant
from app.domain.meetings import Meeting, kind_label
from app.domain.talks import Owner
from app.domain.text import isolated
from app.services import ending, meetings
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.kit.button import Button
from ui.kit.field import Choice, Field, Line
from ui.kit.in_place import RowEditor
from ui.kit.when import When
from ui.kit.words import Label


class HeldEditor(RowEditor):
    """Asks when it began and ended; `moved` or `missed` when it was otherwise."""

    moved = Signal()
    missed = Signal()

    def __init__(self, office: Office, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(_("Did it happen?"), save=_("It happened"), parent=parent)
        self._office, self.meeting = office, meeting
        self.column.addWidget(_about(office, meeting))
        self._began, self._ended = Line(), Line()
        for line, at in ((self._began, meeting.planned_at), (self._ended, self._end())):
            line.setText(f"{at.astimezone(office.zone):%H:%M}")
        self.add_row(("began", Field(_("Began at"), self._began)), ("ended", Field(_("Ended at"), self._ended)))
        for words, signal in ((_("It was moved"), self.moved), (_("It did not happen"), self.missed)):
            button = Button(words, kind="quiet")
            button.clicked.connect(signal)
            self.foot.addWidget(button)
        self.finish()

    def values(self) -> dict[str, Any]:
        """The real times; raises `InputError` for what is no time of day."""
        began, ended = self._moment("began", self._began), self._moment("ended", self._ended)
        return {"started_at": began, "ended_at": ended if ended >= began else ended + timedelta(days=1)}

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` as `values` does."""
        return partial(ending.held, self._office, self.meeting.id, **self.values())

    def _end(self) -> datetime:
        return self.meeting.planned_at + timedelta(minutes=self.meeting.minutes)

    def _moment(self, field: str, line: Line) -> datetime:
        at = clock_time(line.text().strip())
        if at is None:
            raise InputError(field, _("Write the time like 11:05."))
        return instant(self.meeting.planned_at.astimezone(self._office.zone).date(), at, self._office.zone)

    def refuse(self, error: AppError) -> None:
        """A length that cannot be is the end's."""
        at_end = isinstance(error, InputError) and error.field == "at"
        super().refuse(InputError("ended", str(error)) if at_end else error)


class MovedEditor(RowEditor):
    """To when a planned meeting was moved."""

    def __init__(self, office: Office, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(_("It was moved"), save=_("Move it"), parent=parent)
        self._office, self.meeting = office, meeting
        self.column.addWidget(_about(office, meeting))
        self._when = When(office, self)
        tomorrow = office.today() + timedelta(days=1)
        self._when.show(instant(tomorrow, meeting.planned_at.astimezone(office.zone).time(), office.zone))
        self.add_row(
            ("when", Field(_("When"), self._when.text)), ("picker", Field(_("Day and time"), self._when.picker))
        )
        name = office.managers.get(meeting.manager).first_name
        self._by = Choice((("", _("Not noted")), (Owner.ME.value, _("Me")), (Owner.THEM.value, name)))
        self.add("moved_by", Field(_("Who asked for it"), self._by))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a time that cannot be read."""
        by = Owner(self._by.key) if self._by.key else self.meeting.moved_by
        return partial(meetings.edit, self._office, self.meeting.id, planned_at=self._when.value(), moved_by=by)

    def refuse(self, error: AppError) -> None:
        """Under the field that shows the time."""
        at_time = isinstance(error, InputError) and error.field == "planned_at"
        super().refuse(InputError("when", str(error)) if at_time else error)


def _about(office: Office, meeting: Meeting) -> Label:
    """Which meeting is asked about: the form stands where its row stood."""
    words = _("{kind} with {name}, {time}").format(
        kind=kind_label(meeting.kind), name=isolated(office.managers.get(meeting.manager).name),
        time=time_words(meeting.planned_at, office.now(), office.zone),
    )  # fmt: skip
    return Label(words, "heading", wrap=True)
