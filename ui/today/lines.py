"""The rows of Today in words: what the day's page says of each thing, and what can be done with it there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from app.domain.dates import clock_time, day_words, weekday_words
from app.domain.expectations import Side
from app.domain.managers import HiringManager
from app.domain.meetings import Meeting, kind_label
from app.services.office import Office
from app.services.today import Item, Reach
from app.words import _, plural
from ui.desk import Place
from ui.kit.beside import beside
from ui.kit.lines import Action, Fact, Line


def item_line(office: Office, item: Item, day: date, later: tuple[Action, ...]) -> Line:
    """A promise or a follow-up; `later` are the days that a follow-up can be put off to."""
    section = "expectations" if item.record == "expectation" else "log"
    place = Place("manager", item.manager.id, section, (item.record, item.id))
    theirs = item.side is Side.THEIRS
    tick = Action("tick", _("It came") if theirs else _("Done"))
    reminded = _("reminded {day}").format(day=day_words(item.reminded, day)) if item.reminded else ""
    return Line(
        record=item.record, id=item.id, lead="hourglass" if theirs else "circle", title=item.text,
        second=beside(item.manager.name, item.search, reminded),
        manager=item.manager.id, name=item.manager.name,
        place=Place("look", item.manager.id) if item.record == "look" else place, fact=_due(office, item, day),
        theirs=theirs, actions=(Action("nudge", _("Nudge"), "send"),) if theirs else (),
        extras=(tick, *later) if item.record == "follow_up" else (tick,),
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
        second=beside(manager.name, plural("{count} min", "{count} min", meeting.minutes)), manager=manager.id,
        name=manager.name, place=_meeting_place(meeting), actions=(Action("prepare", _("Prepare")),) if soon else (),
    )  # fmt: skip


def unsettled_line(office: Office, meeting: Meeting, manager: HiringManager, day: date) -> Line:
    """A meeting whose time is past and of which nobody said whether it happened."""
    on = meeting.planned_at.astimezone(office.zone).date()
    when = _("{day} {time}").format(day=near_day(on, day), time=clock_time(meeting.planned_at, office.zone))
    return Line(
        record="meeting", id=meeting.id, lead="avatar", title=kind_label(meeting.kind),
        second=beside(manager.name, when),
        manager=manager.id, name=manager.name, place=_meeting_place(meeting),
        actions=(
            Action("cancel", _("No"), quiet=True), Action("moved", _("Moved"), quiet=True),
            Action("held", _("It was held"), "check"),
        ),
    )  # fmt: skip


def faded(line: Line) -> Line:
    """A row of somebody who was archived while it stood there: only to be read."""
    return line._replace(
        second=beside(line.name, _("archived")), fact=None, actions=(), extras=(), others=0, faded=True
    )


def put_off(day: date) -> tuple[Action, ...]:
    """The days a follow-up can be put off to, for its menu."""
    group, monday = _("Put off"), day + timedelta(days=7 - day.weekday())
    days = (
        (_("Tomorrow, {day}"), day + timedelta(days=1)), (_("In 3 days, {day}"), day + timedelta(days=3)),
        (_("Next Monday, {day}"), monday),
    )  # fmt: skip
    found = (Action(f"until:{on}", words.format(day=day_words(on, day)), group=group) for words, on in days)
    return (*found, Action("later", _("Another day"), group=group))


def once_each(lines: Sequence[Line], whole: Collection[int]) -> list[Line]:
    """The first row of each person, with how many more there are; all rows of those in `whole`."""
    count: dict[int, int] = {}
    for line in lines:
        count[line.manager] = count.get(line.manager, 0) + 1
    shown: list[Line] = []
    seen: set[int] = set()
    for line in lines:
        if line.manager in seen:
            continue
        seen.add(line.manager)
        if line.manager in whole:
            shown += [each for each in lines if each.manager == line.manager]
        else:
            shown.append(_with_others(line, count[line.manager] - 1))
    return shown


def near_day(on: date, day: date) -> str:
    """Today, tomorrow, yesterday, the day of this week, or the date."""
    named = {0: _("Today"), 1: _("Tomorrow"), -1: _("Yesterday")}.get((on - day).days)
    if named:
        return named
    return weekday_words(on) if timedelta(0) < on - day < timedelta(days=7) else day_words(on, day)


def _with_others(line: Line, others: int) -> Line:
    if not others:
        return line
    more = plural("{count} more", "{count} more", others)
    shown = Action("others", more, "chevron-down", quiet=True)
    return line._replace(others=others, actions=(shown, *line.actions))


def _due(office: Office, item: Item, day: date) -> Fact:
    if item.days_late or item.due < day:
        words = plural("{count} day late", "{count} days late", item.days_late)
        return Fact(words, "missed", "clock") if item.days_late else Fact(near_day(item.due, day), "risk", "clock")
    if item.due == day and item.at is not None and item.side is Side.THEIRS:
        return Fact(_("due {time}").format(time=clock_time(item.at, office.zone)), "risk", "triangle-alert")
    return Fact(near_day(item.due, day), "neutral")


def _meeting_place(meeting: Meeting) -> Place:
    return Place("manager", meeting.manager, "meetings", ("meeting", meeting.id))
