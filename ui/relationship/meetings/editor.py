"""The form of a meeting: what is planned."""

from __future__ import annotations

from datetime import time
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.attendees import people_in
from app.domain.channels import Channel
from app.domain.errors import AppError, InputError
from app.domain.line_dates import instant
from app.domain.managers import HiringManager
from app.domain.meetings import Meeting, MeetingKind, MeetingState, kind_label
from app.domain.searches import SearchId
from app.services import agenda
from app.services.agenda import default_minutes
from app.services.bring_up import first_lines
from app.services.office import Office
from app.services.working import working_time
from app.words import _
from ui.kit.field import LONG, Area, Choice, Field, Line
from ui.kit.in_place import RowEditor
from ui.kit.offered import LengthsOffered, TimesOffered, length_of
from ui.kit.when import When
from ui.relationship.meetings import wording

_TEN = time(10)
# What a use case calls a value, where the form shows it elsewhere.
_SHOWN_AT = {"text": "agenda", "minutes": "minutes", "planned_at": "when", "at": "when"}


class MeetingEditor(RowEditor):
    """Kind, when, length, place, agenda; agenda and length follow the kind until they are written by hand.

    With `intake` it begins as the intake of that search.
    """

    def __init__(
        self, office: Office, manager: HiringManager, meeting: Meeting | None = None, parent: QWidget | None = None,
        *, intake: SearchId | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            _("Edit the meeting") if meeting else _("Plan a meeting"),
            save=_("Save") if meeting else _("Plan meeting"), parent=parent,
        )  # fmt: skip
        self._office, self._manager, self.meeting = office, manager, meeting
        self._kind = Choice((kind.value, kind_label(kind)) for kind in MeetingKind)
        self._when = When(office, self)
        self._minutes, self._place, self._people = Line(), Line(_("Room or link")), Line()
        self._people.setToolTip(_("Write a name with an address, Sam <sam@example.com>, to invite them too."))
        self._people.setAccessibleDescription(self._people.toolTip())
        self._way, self._agenda = Choice(wording.ways()), Area(limit=LONG, lines=6)
        searches = [("", _("No search")), *((str(each.id), each.title) for each in office.searches.open_of(manager.id))]
        self._search = Choice(searches)
        self._times, self._lengths = TimesOffered(office), LengthsOffered()
        self._lay_out()
        self._fill(meeting)
        if intake is not None:
            self._begin_intake(intake)
        self._offered = (self._minutes.text(), self._agenda.toPlainText())
        self._offer_times()
        self._lengths.offer_for(MeetingKind(self._kind.key))
        self._kind.currentIndexChanged.connect(self._follow_kind)
        self._minutes.textChanged.connect(self._follow_minutes)
        self._search.currentIndexChanged.connect(self._follow_agenda)
        self._times.chosen.connect(self._when.show)
        self._lengths.taken.connect(self._minutes.setText)

    def values(self) -> dict[str, Any]:
        """What the use case takes; raises `InputError` for what cannot be read."""
        people = people_in(self._people.text())
        values: dict[str, Any] = {
            "kind": MeetingKind(self._kind.key), "minutes": self._whole_minutes(), "channel": Channel(self._way.key),
            "place": self._place.text(), "search": self._about(), "attendees": people or (self._manager.name,),
            "agenda": tuple(line for line in self._agenda.toPlainText().splitlines() if line.strip()),
        }  # fmt: skip
        if self._moves():
            values["planned_at" if self.meeting else "at"] = self._when.value()
        if self.meeting:
            values["place"] = values["place"] or None
        return values

    def _about(self) -> SearchId | None:
        return SearchId(int(self._search.key)) if self._search.key else None

    def _moves(self) -> bool:
        """Whether its time can still be changed."""
        return self.meeting is None or self.meeting.state in (MeetingState.PLANNED, MeetingState.RUNNING)

    def _lay_out(self) -> None:
        first = [("kind", Field(_("Kind"), self._kind))]
        if self._moves():
            first += [
                ("when", Field(_("When"), self._when.text)),
                ("picker", Field(_("Day and time"), self._when.picker)),
            ]
        self.add_row(*first)
        if self._moves():
            self.column.addWidget(self._times)
        self.add_row(("minutes", Field(_("Minutes"), self._minutes)), ("channel", Field(_("How"), self._way)),
                     ("place", Field(_("Where"), self._place)))  # fmt: skip
        self.column.addWidget(self._lengths)
        self.add_row(
            ("search", Field(_("Search"), self._search)), ("attendees", Field(_("Who is there"), self._people))
        )
        self.add("agenda", Field(_("Agenda, one point a line"), self._agenda))
        self.finish()

    def _fill(self, meeting: Meeting | None) -> None:
        office = self._office
        if meeting is None:
            day = working_time(self._manager).next_working_day(office.today())
            self._when.show(instant(day, _TEN, office.zone))
            self._kind.choose(MeetingKind.CALIBRATION)
            self._search.setCurrentIndex(1 if self._search.count() == 2 else 0)
            self._people.setText(self._manager.name)
            self._follow()
            return
        self._kind.choose(meeting.kind)
        self._when.show(meeting.planned_at)
        self._minutes.setText(str(meeting.minutes))
        self._way.choose(meeting.channel)
        self._place.setText(meeting.place or "")
        if meeting.search and self._search.findData(str(meeting.search)) < 0:
            self._search.addItem(office.searches.get(meeting.search).title, str(meeting.search))
        self._search.choose(str(meeting.search or ""))
        self._people.setText(", ".join(meeting.attendees))
        self._agenda.setPlainText("\n".join(agenda.lines_of(office, meeting.id)))

    def _begin_intake(self, search: SearchId) -> None:
        self._kind.choose(MeetingKind.INTAKE)
        self._search.choose(str(search))
        self._follow()

    def _follow_kind(self) -> None:
        """Another kind brings its own length and agenda, unless they were written by hand."""
        self._lengths.offer_for(MeetingKind(self._kind.key))
        if self.meeting is None and self._offered == (self._minutes.text(), self._agenda.toPlainText()):
            self._follow()
            self._offered = (self._minutes.text(), self._agenda.toPlainText())

    def _follow(self) -> None:
        kind = MeetingKind(self._kind.key)
        self._offer_agenda(default_minutes(kind))
        self._minutes.setText(str(default_minutes(kind)))

    def _offer_agenda(self, minutes: int) -> None:
        kind = MeetingKind(self._kind.key)
        lines = first_lines(self._office, self._manager, kind, minutes, self._about())
        self._agenda.setPlainText("\n".join(lines))

    def _follow_minutes(self) -> None:
        """Another length has other times, and other minutes for each point."""
        self._offer_times()
        self._follow_agenda()

    def _follow_agenda(self) -> None:
        """Another length or search has other points, unless they were written by hand."""
        minutes = length_of(self._minutes.text())
        if self.meeting is None and minutes and self._agenda.toPlainText() == self._offered[1]:
            self._offer_agenda(minutes)
            self._offered = (self._offered[0], self._agenda.toPlainText())

    def _offer_times(self) -> None:
        if self._moves():
            number = self.meeting.id if self.meeting else 0
            self._times.offer_for(self._manager, length_of(self._minutes.text()), meeting=number)

    def _whole_minutes(self) -> int:
        typed = self._minutes.text().strip().removesuffix("min").strip()
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > 4:
            raise InputError("minutes", _("Write how long it takes in minutes, such as 30."))
        return int(typed)

    def refuse(self, error: AppError) -> None:
        """Under the field that shows the value."""
        field = _SHOWN_AT.get(error.field, error.field) if isinstance(error, InputError) else ""
        super().refuse(InputError(field, str(error)) if field else error)
