"""The rows of Today in words: what the day's page says of each thing, and what can be done with it there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from app.domain.dates import clock_time, day_words, weekday_words
from app.domain.expectations import Side
from app.domain.managers import HiringManager
from app.domain.meetings import Meeting, kind_label
from app.services.office import Office
from app.services.today import Item, Reach
from app.words import _, plural
from ui.desk import Place


class Fact(NamedTuple):
    """A chip: its words, its tone, its icon."""

    words: str
    tone: str
    icon: str = ""


class Action(NamedTuple):
    """A button of a row; the quiet one has no ground."""

    key: str
    words: str
    icon: str = ""
    quiet: bool = False


class Line(NamedTuple):
    """One row: `lead` is circle, hourglass, avatar or a time of day; `place` is where Enter leads."""

    record: str
    id: int
    lead: str
    title: str
    second: str
    manager: int
    name: str
    place: Place
    fact: Fact | None = None
    actions: tuple[Action, ...] = ()
    theirs: bool = False


def item_line(office: Office, item: Item, day: date) -> Line:
    """A promise or a follow-up."""
    section = "expectations" if item.record == "expectation" else "log"
    return Line(
        record=item.record, id=item.id, lead="hourglass" if item.side is Side.THEIRS else "circle", title=item.text,
        second=" · ".join(part for part in (item.manager.name, item.search) if part), manager=item.manager.id,
        name=item.manager.name, place=Place("manager", item.manager.id, section, (item.record, item.id)),
        fact=_due(office, item, day), theirs=item.side is Side.THEIRS,
    )  # fmt: skip


def reach_line(reach: Reach) -> Line:
    """A manager who has not heard from you as often as agreed."""
    manager = reach.manager
    second = _("{days} days since you last spoke · agreed every {cadence}")
    return Line(
        record="manager", id=manager.id, lead="avatar", title=manager.name,
        second=second.format(days=reach.days, cadence=reach.cadence), manager=manager.id, name=manager.name,
        place=Place("manager", manager.id, "log"),
        actions=(Action("log", _("Log"), "pencil", quiet=True), Action("plan", _("Plan a call"), "calendar-plus")),
    )  # fmt: skip


def meeting_line(office: Office, meeting: Meeting, manager: HiringManager, *, soon: bool) -> Line:
    """A meeting that is planned; those of the next day that has any can be prepared from here."""
    return Line(
        record="meeting", id=meeting.id, lead=clock_time(meeting.planned_at, office.zone),
        title=kind_label(meeting.kind),
        second=_("{name} · {minutes} min").format(name=manager.name, minutes=meeting.minutes), manager=manager.id,
        name=manager.name, place=_meeting_place(meeting), actions=(Action("prepare", _("Prepare")),) if soon else (),
    )  # fmt: skip


def unsettled_line(office: Office, meeting: Meeting, manager: HiringManager, day: date) -> Line:
    """A meeting whose time is past and of which nobody said whether it happened."""
    on = meeting.planned_at.astimezone(office.zone).date()
    second, time = _("{name} · {day} {time}"), clock_time(meeting.planned_at, office.zone)
    return Line(
        record="meeting", id=meeting.id, lead="avatar", title=kind_label(meeting.kind),
        second=second.format(name=manager.name, day=near_day(on, day), time=time),
        manager=manager.id, name=manager.name, place=_meeting_place(meeting),
        actions=(Action("cancel", _("No"), quiet=True), Action("open", _("It was held"), "check")),
    )  # fmt: skip


def near_day(on: date, day: date) -> str:
    """Today, tomorrow, yesterday, the day of this week, or the date."""
    named = {0: _("Today"), 1: _("Tomorrow"), -1: _("Yesterday")}.get((on - day).days)
    if named:
        return named
    return weekday_words(on) if timedelta(0) < on - day < timedelta(days=7) else day_words(on, day)


def _due(office: Office, item: Item, day: date) -> Fact:
    if item.days_late or item.due < day:
        words = plural("{count} day late", "{count} days late", item.days_late)
        return Fact(words, "missed", "clock") if item.days_late else Fact(near_day(item.due, day), "risk", "clock")
    if item.due == day and item.at is not None and item.side is Side.THEIRS:
        return Fact(_("due {time}").format(time=clock_time(item.at, office.zone)), "risk", "triangle-alert")
    return Fact(near_day(item.due, day), "neutral")


def _meeting_place(meeting: Meeting) -> Place:
    return Place("manager", meeting.manager, "meetings", ("meeting", meeting.id))
