"""The two forms of a meeting: what is planned, and how it was after all."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.domain.channels import Channel
from app.domain.errors import AppError, InputError
from app.domain.line_dates import clock_time, instant
from app.domain.managers import HiringManager
from app.domain.meetings import Meeting, MeetingKind, MeetingState, kind_label
from app.domain.searches import SearchId
from app.services import agenda
from app.services.meetings import default_minutes
from app.services.office import Office
from app.services.working import working_time
from app.words import _
from ui.kit.button import Button
from ui.kit.editor import Editor
from ui.kit.field import LONG, Area, Choice, Field, Line
from ui.relationship.meetings import wording
from ui.relationship.meetings.when import When

_TEN = time(10)
# What a use case calls a value, where the form shows it elsewhere.
_SHOWN_AT = {"text": "agenda", "minutes": "minutes", "planned_at": "when", "at": "ended"}


class RowEditor(Editor):
    """An editor that stands in a row of the list; `grew` when it needs more or less room."""

    grew = Signal()
    typed = Signal()

    def event(self, event: QEvent) -> bool:
        """Its parts changed their size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.grew.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field takes stay in the form: the list below it has its own use for them."""
        super().keyPressEvent(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click between the fields is none on the list."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click between the fields is none on the list."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A click between the fields is none on the list."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the list does not belong here."""
        event.accept()

    def refuse(self, error: AppError) -> None:
        """Under the field that shows the value."""
        field = _SHOWN_AT.get(error.field, error.field) if isinstance(error, InputError) else ""
        super().refuse(InputError(field, str(error)) if field else error)


class MeetingEditor(RowEditor):
    """Kind, when, length, place, agenda; agenda and length follow the kind until they are written by hand."""

    def __init__(
        self, office: Office, manager: HiringManager, meeting: Meeting | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Edit the meeting") if meeting else _("Plan a meeting"),
            save=_("Save") if meeting else _("Plan meeting"), parent=parent,
        )  # fmt: skip
        self._office, self._manager, self.meeting = office, manager, meeting
        self._kind = Choice((kind.value, kind_label(kind)) for kind in MeetingKind)
        self._when = When(office, self)
        self._minutes, self._place, self._people = Line(), Line(_("Room or link")), Line()
        self._way, self._agenda = Choice(wording.ways()), Area(limit=LONG, lines=6)
        searches = [("", _("No search")), *((str(each.id), each.title) for each in office.searches.open_of(manager.id))]
        self._search = Choice(searches)
        self._lay_out()
        self._fill(meeting)
        self._before = (self._minutes.text(), self._agenda.toPlainText())
        self._kind.currentIndexChanged.connect(self._follow_kind)
        for signal in (
            self._minutes.textEdited, self._place.textEdited, self._people.textEdited, self._agenda.textChanged,
            self._when.changed, self._kind.currentIndexChanged, self._way.currentIndexChanged,
        ):  # fmt: skip
            signal.connect(self.typed)

    def values(self) -> dict[str, Any]:
        """What the use case takes; raises `InputError` for what cannot be read."""
        search = SearchId(int(self._search.key)) if self._search.key else None
        people = tuple(part.strip() for part in self._people.text().split(",") if part.strip())
        values: dict[str, Any] = {
            "kind": MeetingKind(self._kind.key), "minutes": self._whole_minutes(), "channel": Channel(self._way.key),
            "place": self._place.text(), "search": search, "attendees": people or (self._manager.name,),
            "agenda": tuple(line for line in self._agenda.toPlainText().splitlines() if line.strip()),
        }  # fmt: skip
        if self._moves():
            values["planned_at" if self.meeting else "at"] = self._when.value()
        if self.meeting:
            values["place"] = values["place"] or None
        return values

    def draft(self) -> dict[str, str]:
        """What is typed, to be kept."""
        return {
            "kind": self._kind.key, "when": self._when.text.text(), "minutes": self._minutes.text(),
            "way": self._way.key, "place": self._place.text(), "search": self._search.key,
            "people": self._people.text(), "agenda": self._agenda.toPlainText(),
        }  # fmt: skip

    def show_draft(self, draft: dict[str, str]) -> None:
        """What was typed before the program ended."""
        for choice, key in ((self._kind, "kind"), (self._way, "way"), (self._search, "search")):
            choice.choose(draft.get(key, ""))
        for line, key in ((self._minutes, "minutes"), (self._place, "place"), (self._people, "people")):
            line.setText(draft.get(key, ""))
        self._agenda.setPlainText(draft.get("agenda", ""))
        self._when.text.setText(draft.get("when", ""))
        self._when.text.textEdited.emit(draft.get("when", ""))

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
        self.add_row(("minutes", Field(_("Minutes"), self._minutes)), ("channel", Field(_("How"), self._way)),
                     ("place", Field(_("Where"), self._place)))  # fmt: skip
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

    def _follow_kind(self) -> None:
        """Another kind brings its own length and agenda, unless they were written by hand."""
        if self.meeting is None and self._before == (self._minutes.text(), self._agenda.toPlainText()):
            self._follow()
            self._before = (self._minutes.text(), self._agenda.toPlainText())

    def _follow(self) -> None:
        kind = MeetingKind(self._kind.key)
        self._minutes.setText(str(default_minutes(kind)))
        self._agenda.setPlainText("\n".join(agenda.template_lines(self._office, kind, self._manager.id)))

    def _whole_minutes(self) -> int:
        typed = self._minutes.text().strip().removesuffix("min").strip()
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > 4:
            raise InputError("minutes", _("Write how long it takes in minutes, such as 30."))
        return int(typed)


class HeldEditor(RowEditor):
    """For a planned meeting whose time is past: it happened from then to then, it was moved, or it did not happen."""

    moved = Signal()
    missed = Signal()

    def __init__(self, office: Office, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(_("Did it happen?"), save=_("It happened"), parent=parent)
        self._office, self.meeting = office, meeting
        self._began, self._ended = Line(), Line()
        for line, at in ((self._began, meeting.planned_at), (self._ended, self._end())):
            line.setText(f"{at.astimezone(office.zone):%H:%M}")
            line.textEdited.connect(self.typed)
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

    def _end(self) -> datetime:
        return self.meeting.planned_at + timedelta(minutes=self.meeting.minutes)

    def _moment(self, field: str, line: Line) -> datetime:
        at = clock_time(line.text().strip())
        if at is None:
            raise InputError(field, _("Write the time like 11:05."))
        return instant(self.meeting.planned_at.astimezone(self._office.zone).date(), at, self._office.zone)
