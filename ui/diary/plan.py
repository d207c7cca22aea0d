"""The form that plans a meeting with anybody; its agenda is what belongs to its kind and what there is to bring up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, InputError
from app.domain.line_dates import instant
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind, kind_label
from app.services import agenda, meetings, sidebar
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.kit import talk_words
from ui.kit.editor import Editor
from ui.kit.field import Choice, Field, Line
from ui.kit.offered import LengthsOffered, TimesOffered, length_of
from ui.kit.when import When

_TEN = time(10)


class PlanForm(Editor):
    """With whom, what for, when, how long."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(_("Plan a meeting"), save=_("Plan meeting"), parent=parent)
        self._office = office
        people = sidebar.rows(office, sort="name")
        if not people:
            raise InputError("who", _("There is nobody to meet yet. Add a hiring manager first."))
        self._who = Choice((str(each.id), each.name) for each in people)
        self._kind = Choice((kind.value, kind_label(kind)) for kind in MeetingKind)
        self._kind.choose(MeetingKind.CALIBRATION)
        self._when = When(office, self)
        self._when.show(instant(office.today() + timedelta(days=1), _TEN, office.zone))
        self._minutes = Line()
        self._times, self._lengths = TimesOffered(office), LengthsOffered()
        self.add_row(("who", Field(_("With whom"), self._who)), ("kind", Field(_("Kind"), self._kind)))
        self.add_row(
            ("when", Field(_("When"), self._when.text)), ("picker", Field(_("Day and time"), self._when.picker)),
            ("minutes", Field(_("Minutes"), self._minutes)),
        )  # fmt: skip
        self.column.addWidget(self._times)
        self.column.addWidget(self._lengths)
        self.finish()
        self._follow_kind()
        self._offer_times()
        self._kind.currentIndexChanged.connect(self._follow_kind)
        self._who.currentIndexChanged.connect(self._offer_times)
        self._minutes.textChanged.connect(self._offer_times)
        self._times.chosen.connect(self._when.show)
        self._lengths.taken.connect(self._minutes.setText)

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for what cannot be read."""
        minutes, kind = talk_words.minutes(self._minutes.text()), MeetingKind(self._kind.key)
        manager = self._office.managers.get(ManagerId(int(self._who.key)))
        return partial(meetings.plan, self._office, manager.id, kind=kind, at=self._when.value(), minutes=minutes)

    def refuse(self, error: AppError) -> None:
        """Under the field that shows the value."""
        at_time = isinstance(error, InputError) and error.field in ("at", "planned_at")
        super().refuse(InputError("when", str(error)) if at_time else error)

    def _offer_times(self) -> None:
        """What suits this person for so long; nothing new once an undo has taken the person away."""
        manager = self._office.managers.find(ManagerId(int(self._who.key)))
        if manager is not None:
            self._times.offer_for(manager, length_of(self._minutes.text()))

    def _follow_kind(self) -> None:
        """Each kind has its usual lengths."""
        kind = MeetingKind(self._kind.key)
        self._minutes.setText(str(agenda.default_minutes(kind)))
        self._lengths.offer_for(kind)
