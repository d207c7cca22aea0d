"""A meeting's row among those of everybody: what it says, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from app.domain.dates import clock_time, day_words
from app.domain.invitations import offered, owed
from app.domain.meetings import MeetingState, kind_label
from app.services.diary import Entry
from app.services.office import Office
from app.words import _, plural
from ui.desk import Place
from ui.kit.beside import beside
from ui.kit.grouped import Heading, Row
from ui.kit.lines import Action, Fact, Line


def by_day(office: Office, entries: Sequence[Entry], *, unsettled: bool = False) -> list[Row]:
    """The rows under their days; with `unsettled`, those that nobody settled first, under one question."""
    now, rows = office.now(), list[Row]()
    if unsettled:
        asked = [each for each in entries if each.is_unsettled(now)]
        entries = [each for each in entries if not each.is_unsettled(now)]
        if asked:
            rows += [Heading(_("Did it happen?")), *(meeting_line(office, each, with_day=True) for each in asked)]
    for day, found in groupby(entries, key=lambda each: each.at.astimezone(office.zone).date()):
        rows += [Heading(day_name(day, office.today())), *(meeting_line(office, each) for each in found)]
    return rows


def day_name(day: date, today: date) -> str:
    """The day as a heading."""
    near = {today: _("Today"), today + timedelta(days=1): _("Tomorrow"), today - timedelta(days=1): _("Yesterday")}
    return near.get(day) or day_words(day, today)


def meeting_line(office: Office, entry: Entry, *, with_day: bool = False) -> Line:
    """A meeting; `with_day` where no heading says the day."""
    meeting = entry.meeting
    archived = _("archived") if entry.set_aside else ""
    day = day_words(entry.at.astimezone(office.zone).date(), office.today()) if with_day else ""
    actions, extras = _actions(office, entry)
    return Line(
        record="meeting", id=meeting.id, lead=clock_time(entry.at, office.zone), title=kind_label(meeting.kind),
        second=beside(entry.name, archived, entry.row.search, _length(entry), day), manager=meeting.manager,
        name=entry.name, place=Place("manager", meeting.manager, "meetings", ("meeting", meeting.id)),
        fact=_state(office, entry), actions=actions, extras=extras, faded=meeting.state is MeetingState.CANCELLED,
    )  # fmt: skip


def _length(entry: Entry) -> str:
    meeting = entry.meeting
    if meeting.ended_at is None:
        return plural("{count} min", "{count} min", meeting.minutes)
    minutes = round(meeting.length(meeting.ended_at) / timedelta(minutes=1))
    return _("took {length}").format(length=plural("{count} min", "{count} min", minutes))


def _state(office: Office, entry: Entry) -> Fact | None:
    if entry.meeting.state is MeetingState.RUNNING:
        return Fact(_("In meeting"), "you", "circle-dot")
    if entry.meeting.state is MeetingState.CANCELLED:
        return Fact(_("Cancelled"), "neutral", "x")
    if entry.meeting.state is MeetingState.PLANNED and entry.meeting.invitation_sent_at is not None:
        unsent = owed(entry.meeting, office.now())
        return Fact(_("Change not sent"), "risk") if unsent else Fact(_("Invited"), "neutral", "mail")
    if entry.row.sent:
        return Fact(_("Summary sent"), "kept", "send")
    return Fact(_("Summary made"), "plain", "check") if entry.row.issued else None


def _actions(office: Office, entry: Entry) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """The buttons of a row, and what its menu has besides."""
    delete = Action("delete", _("Delete"))
    cancel = Action("cancel", _("Cancel this meeting"))
    state, told = entry.meeting.state, offered(entry.meeting, office.now())
    send = Action("invite", told.words, "send") if told else None
    if state is MeetingState.RUNNING:
        return (Action("prepare", _("Continue"), "play"),), ()
    if state is MeetingState.HELD:
        return (Action("summary", _("Summary"), "file-text"),), (delete,)
    if state is MeetingState.CANCELLED:
        return (send,) if send else (), (delete,)
    if entry.is_unsettled(office.now()):
        asked = Action("cancel", _("No"), quiet=True), Action("moved", _("Moved"), quiet=True)
        return (*asked, Action("held", _("It was held"), "check")), (delete,)
    prepare, move = Action("prepare", _("Prepare")), Action("moved", _("Move to another time"))
    if send is not None and owed(entry.meeting, office.now()):
        return (send,), (prepare, move, cancel, delete)
    return (prepare,), (*([send] if send else []), move, cancel, delete)
