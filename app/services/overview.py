"""The overview of a relationship: everything its page shows, in one read that stays small however long the log is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from app.domain.channels import Channel
from app.domain.clocks import Standing as Always
from app.domain.dates import clock_time, day_words
from app.domain.expectations import Side
from app.domain.health import Word
from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import Meeting, kind_label
from app.domain.searches import Search, Stage
from app.domain.talks import Talk
from app.domain.text import first_line, isolated
from app.services.balance import Balance, balance
from app.services.bring_up import Point, Waiting, points, waiting_of
from app.services.contact import Way, ways
from app.services.dues import sides
from app.services.evidence import Standing, standing
from app.services.honest_look import one_sided_for_long
from app.services.last_asked import LastAsked, last_asked
from app.services.office import Office
from app.storage import overview as store
from app.words import _, plural

_RECENT, _SEARCHES = 5, 5
_SOON, _A_DAY = timedelta(hours=2), timedelta(days=1)


class Owed(NamedTuple):
    """What one side has to keep now: "You owe 3", and the promise that is due first."""

    words: str
    side: Side
    first: int


class Recent(NamedTuple):
    """One entry of the log in a line."""

    id: int
    channel: Channel
    text: str
    length: str
    day: str


class Next(NamedTuple):
    """The next meeting, or the one that is running; `near` is how long it still is, `when` the rest in a line."""

    id: int
    title: str
    when: str
    near: str
    is_running: bool


class OpenSearch(NamedTuple):
    """One search that is open: how old it is, how far it came, its stage."""

    id: int
    title: str
    second: str
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How you stand: what the page is opened for."""

    manager: HiringManager
    balance: Balance
    owed: tuple[Owed, ...]
    recent: tuple[Recent, ...]
    next: Next | None
    health: Standing
    offers_look: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What else is worth a look; `has_agenda` says that a meeting is planned, `searches_more` are open, not listed."""

    points: tuple[Point, ...]
    has_agenda: bool
    asked: LastAsked | None
    searches: tuple[OpenSearch, ...]
    searches_more: int
    contact: tuple[Way, ...]


def overview(office: Office, manager: ManagerId) -> Overview:
    """The overview as it stands now; raises `NotFoundError` when the manager was deleted."""
    known = office.managers.get(manager)
    coming = office.meetings.next_of(manager, office.now())
    running = office.meetings.running()
    shown = running if running is not None and running.manager == manager else coming
    stands = standing(office, known)
    return Overview(
        manager=known,
        balance=balance(office, known),
        owed=_owed(known, waiting_of(office, known)),
        recent=tuple(_recent(office, each) for each in office.talks.newest(manager, _RECENT)),
        next=None if shown is None else _next(office, shown, is_running=shown is not coming),
        health=stands,
        offers_look=stands.word is Word.ONE_SIDED and one_sided_for_long(office, known),
    )


def rest_of(office: Office, manager: ManagerId) -> Rest:
    """The rest as it stands now; raises `NotFoundError` when the manager was deleted."""
    known = office.managers.get(manager)
    searches = sorted(office.searches.open_of(manager), key=lambda each: (each.opened_on, each.id))
    coming = office.meetings.next_of(manager, office.now())
    return Rest(
        points=points(office, known, waiting_of(office, known), searches, coming),
        has_agenda=coming is not None,
        asked=last_asked(office, manager),
        searches=_searches(office, searches[:_SEARCHES]),
        searches_more=max(len(searches) - _SEARCHES, 0),
        contact=ways(office, known),
    )


def stage_label(stage: Stage) -> str:
    """A stage as it is shown."""
    return {
        Stage.INTAKE: _("Intake"), Stage.SOURCING: _("Sourcing"), Stage.INTERVIEWS: _("Interviews"),
        Stage.OFFER: _("Offer"), Stage.CLOSED: _("Closed"),
    }[stage]  # fmt: skip


def _owed(manager: HiringManager, waiting: Sequence[Waiting]) -> tuple[Owed, ...]:
    """How many promises of each side run towards a day; what is always on is kept, but not owed."""
    found = []
    for side, pattern in ((Side.MINE, _("You owe {count}")), (Side.THEIRS, _("{name} owes {count}"))):
        due = {}
        for promise, open_dues in waiting:
            dates = [each.due for each in open_dues if each.side is side]
            if dates and side in sides(promise.expectation.side) and not isinstance(promise.current.clock, Always):
                due[promise.expectation.id] = min(dates)
        if due:
            words = pattern.format(count=len(due), name=isolated(manager.first_name))
            found.append(Owed(words, side, min(due, key=lambda each: due[each])))
    return tuple(found)


def _recent(office: Office, talk: Talk) -> Recent:
    length = _("{count} min").format(count=talk.minutes) if talk.minutes else ""
    day = talk.at.astimezone(office.zone).date()
    return Recent(talk.id, talk.channel, first_line(talk.text), length, _near_day(day, office.today()))


def _near_day(day: date, today: date) -> str:
    near = {today: _("Today"), today - _A_DAY: _("Yesterday"), today + _A_DAY: _("Tomorrow")}
    return near.get(day) or day_words(day, today)


def _next(office: Office, meeting: Meeting, *, is_running: bool) -> Next:
    begin = meeting.started_at if is_running and meeting.started_at else meeting.planned_at
    day = begin.astimezone(office.zone).date()
    length = plural("{count} min", "{count} min", meeting.minutes)
    pattern = _("{day} {time} · {way} · {length}")
    when = pattern.format(
        day=_near_day(day, office.today()), time=clock_time(begin, office.zone), length=length,
        way=meeting.place or meeting.channel.words.casefold(),
    )  # fmt: skip
    near = _("running") if is_running else _near(office, meeting.planned_at)
    return Next(meeting.id, kind_label(meeting.kind), when, near, is_running)


def _near(office: Office, at: datetime) -> str:
    """How long it still is: in minutes, hours or days."""
    left = at - office.now()
    if left < timedelta(minutes=1):
        return _("now")
    if left <= _SOON:
        return _("in {count} min").format(count=left // timedelta(minutes=1))
    days = (at.astimezone(office.zone).date() - office.today()).days
    if days == 0:
        return _("in {count} h").format(count=left // timedelta(hours=1))
    return plural("in {count} day", "in {count} days", days)


def _searches(office: Office, searches: Sequence[Search]) -> tuple[OpenSearch, ...]:
    shown = store.shown_for(office.conn, [each.id for each in searches]) if searches else {}
    return tuple(
        OpenSearch(each.id, each.title, _far(office, each, shown.get(each.id)), stage_label(each.stage))
        for each in searches
    )


def _far(office: Office, search: Search, shown: store.Shown | None) -> str:
    """How many days it is open, and how many people are in it."""
    day = _("day {count}").format(count=max((office.today() - search.opened_on).days, 0))
    if shown is None:
        return day
    if search.stage in (Stage.INTERVIEWS, Stage.OFFER) and shown.wanted:
        people = plural("{count} finalist", "{count} finalists", shown.wanted)
    else:
        people = plural("{count} presented", "{count} presented", shown.presented)
    return _("{day} · {people}").format(day=day, people=people)
