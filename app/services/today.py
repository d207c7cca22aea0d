"""Today: what you keep, what you wait for, whom to reach, what is next; all of it computed from the same clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from app.domain.clock_words import amount_words
from app.domain.clocks import Event, Within
from app.domain.dates import weekday_words
from app.domain.expectations import Side
from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import Meeting
from app.domain.talks import FollowUp, Owner
from app.domain.text import first_line
from app.services import live
from app.services.dues import OpenDue, dues, open_promises
from app.services.health_facts import days_silent
from app.services.office import Office
from app.services.working import working_time
from app.words import _, plural, plural_in_words

if TYPE_CHECKING:
    from app.storage.searches import Shown

_known: WeakKeyDictionary[Office, tuple[object, Today]] = WeakKeyDictionary()
_SURELY_OVER = timedelta(hours=4)
_FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One row: what, whose, when it is due, and how many working days late (0: due today or later).

    `at` is the moment it is due, where the promise names one; `side` is whose promise it is; `reminded` is the day they
    were reminded of it, as far as that is known.
    """

    manager: HiringManager
    text: str
    record: str
    id: int
    due: date
    days_late: int
    search: str = ""
    side: Side = Side.MINE
    at: datetime | None = None
    reminded: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A manager who has not heard from you as often as agreed."""

    manager: HiringManager
    days: int
    cadence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The page, in its parts."""

    day: date
    keep: tuple[Item, ...]
    waiting: tuple[Item, ...]
    reach: tuple[Reach, ...]
    meetings: tuple[tuple[Meeting, HiringManager], ...]
    unsettled: tuple[tuple[Meeting, HiringManager], ...]
    forgotten: tuple[tuple[Meeting, HiringManager], ...] = ()
    next_day: date | None = None
    meetings_then: int = 0

    @property
    def count(self) -> int:
        """How many things wait: the number beside Today."""
        return len(self.keep) + len(self.waiting) + len(self.reach)

    def sentence(self) -> str:
        """One or two sentences made from counts; parts that are zero are left out."""
        late = sum(1 for item in self.keep if item.days_late)
        due = len(self.keep) - late
        parts = [_promises(late, due), _silent(len(self.reach))]
        return " ".join(part[0].upper() + part[1:] for part in parts if part) or self._quiet()

    def _quiet(self) -> str:
        """Nothing is due: say so, and what comes next."""
        if self.next_day is None:
            return _("All quiet.")
        coming = _coming(self.next_day, self.day, self.meetings_then)
        return _("All quiet. {coming}").format(coming=coming[0].upper() + coming[1:])


def _coming(next_day: date, day: date, count: int) -> str:
    """The meetings of the next day that has any."""
    if next_day == day:
        return plural_in_words("{count} meeting today.", "{count} meetings today.", count)
    if next_day == day + timedelta(days=1):
        return plural_in_words("{count} meeting tomorrow.", "{count} meetings tomorrow.", count)
    meetings = plural_in_words("{count} meeting", "{count} meetings", count)
    return _("{meetings} on {day}.").format(meetings=meetings, day=weekday_words(next_day))


def _promises(late: int, due: int) -> str:
    """How many promises are late, and how many are due today."""
    if not late:
        return plural_in_words("{count} promise is due today.", "{count} promises are due today.", due) if due else ""
    if not due:
        return plural_in_words("{count} promise is late.", "{count} promises are late.", late)
    return _("{late} and {due}").format(
        late=plural_in_words("{count} promise is late", "{count} promises are late", late),
        due=plural_in_words("{count} is due today.", "{count} are due today.", due),
    )


def _silent(count: int) -> str:
    """How many managers wait for a word."""
    if not count:
        return ""
    return plural_in_words(
        "{count} manager has not heard from you as often as agreed.",
        "{count} managers have not heard from you as often as agreed.", count,
    )  # fmt: skip


def current(office: Office) -> Today:
    """What the day holds; the same answer until something is written or the minute is over.

    The window asks for it in more than one place, and in a large office it costs as much as all the rest of a page.
    """
    mark = (live.newest(office), office.now().replace(second=0, microsecond=0))
    known = _known.get(office)
    if known is None or known[0] != mark:
        known = _known[office] = (mark, today(office))
    return known[1]


def today(office: Office) -> Today:
    """What the day holds, for every manager whose clocks run."""
    day = office.today()
    active = {each.id: each for each in office.managers.at_work() if not each.is_resting(day)}
    items = [*_from_follow_ups(office, active, day), *_from_promises(office, active, day), *_looks(active, day)]
    items.sort(key=lambda pair: (pair[1].due, pair[1].record, pair[1].id))
    coming = _next_meetings(office, active, day)
    days = [meeting.planned_at.astimezone(office.zone).date() for meeting, _manager in coming]
    return Today(
        day=day,
        next_day=days[0] if days else None,
        meetings_then=days.count(days[0]) if days else 0,
        keep=tuple(item for side, item in items if side is Side.MINE and item.due <= day),
        waiting=tuple(item for side, item in items if side is Side.THEIRS),
        reach=_reach(office, active),
        meetings=coming,
        forgotten=_forgotten(office),
        unsettled=_meetings(office, active, office.now() - timedelta(days=90), office.now()),
    )


def _from_follow_ups(office: Office, active: dict[ManagerId, HiringManager], day: date) -> list[tuple[Side, Item]]:
    sides = {Owner.ME: Side.MINE, Owner.THEM: Side.THEIRS}
    found = []
    for each in office.follow_ups.open_until(day + timedelta(days=1)):
        if each.manager in active and each.stands_on() <= day + timedelta(days=each.owner is Owner.THEM):
            found.append((sides[each.owner], _follow_up_item(office, active[each.manager], each, day)))
    return found


def _follow_up_item(office: Office, manager: HiringManager, follow_up: FollowUp, day: date) -> Item:
    return Item(
        manager=manager, text=first_line(follow_up.text), record="follow_up", id=follow_up.id, due=follow_up.due,
        days_late=_days_late(manager, follow_up.due, day), search=_title(office, follow_up.search),
        side=Side.MINE if follow_up.owner is Owner.ME else Side.THEIRS,
        reminded=follow_up.nudged_at.astimezone(office.zone).date() if follow_up.nudged_at else None,
    )  # fmt: skip


def _from_promises(office: Office, active: dict[ManagerId, HiringManager], day: date) -> list[tuple[Side, Item]]:
    """The open dues up to tomorrow, one row for each promise and side: its oldest."""
    found: dict[tuple[int, Side], tuple[Side, Item]] = {}
    shown = _ShownTogether(office)
    for manager_id, promises in open_promises(office).items():
        manager = active.get(ManagerId(manager_id))
        if manager is None:
            continue
        for promise in promises:
            for due in dues(office, promise, manager):
                on = due.due.astimezone(office.zone).date()
                if on <= day + timedelta(days=1):
                    key = (promise.expectation.id, due.side)
                    found[key] = found.get(key) or (due.side, _due_item(manager, due, on, day, shown))
    return list(found.values())


def _looks(active: dict[ManagerId, HiringManager], day: date) -> list[tuple[Side, Item]]:
    """Those of whom it was said: keep going, and look again on this day."""
    text = _("Take another honest look")
    return [
        (Side.MINE, Item(manager=each, text=text, record="look", id=each.id, due=each.look_again_on,
                         days_late=_days_late(each, each.look_again_on, day)))
        for each in active.values() if each.look_again_on is not None and each.look_again_on <= day
    ]  # fmt: skip


def _due_item(manager: HiringManager, due: OpenDue, on: date, day: date, shown: _ShownTogether) -> Item:
    return Item(
        manager=manager, text=_what(due, shown), record="expectation", id=due.promise.id, due=on,
        days_late=_days_late(manager, on, day), search=_title(shown.office, due.promise.search),
        side=due.side, at=due.due,
    )  # fmt: skip


def _what(due: OpenDue, shown: _ShownTogether) -> str:
    """The promise itself; for feedback on CVs how many were shown that day, and how many have their answer."""
    number, clock = (due.event or "").partition(":")[2], due.wording.clock
    if not isinstance(clock, Within) or clock.event is not Event.CV_PRESENTED:
        return first_line(due.wording.statement)
    together = shown.with_(int(number))
    feedback = plural("Feedback on {count} CV", "Feedback on {count} CVs", len(together))
    answered = sum(each.is_answered for each in together)
    if not answered:
        return _("{feedback}, agreed within {time}").format(feedback=feedback, time=amount_words(clock))
    received = _("{feedback}: {answered} of {count} received")
    return received.format(feedback=feedback, answered=answered, count=len(together))


class _ShownTogether:
    """Who was presented on the same day for the same search, read in one go when it is first asked."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def with_(self, presentation: int) -> list[Shown]:
        """This one and those presented with it; it has no answer yet."""
        return self._days[self._day_of[presentation]]

    @cached_property
    def _all(self) -> list[Shown]:
        return self.office.presentations.beside_waiting()

    @cached_property
    def _day_of(self) -> dict[int, tuple[int, date]]:
        return {each.id: (each.search, each.at.astimezone(self.office.zone).date()) for each in self._all}

    @cached_property
    def _days(self) -> dict[tuple[int, date], list[Shown]]:
        found: dict[tuple[int, date], list[Shown]] = {}
        for each in self._all:
            found.setdefault(self._day_of[each.id], []).append(each)
        return found


def _reach(office: Office, active: dict[ManagerId, HiringManager]) -> tuple[Reach, ...]:
    found = []
    for listed in office.managers.listed_among(active):
        manager = active[ManagerId(listed.id)]
        days = days_silent(office, datetime.fromisoformat(listed.last_talk)) if listed.last_talk else None
        if manager.cadence_days and days is not None and days > manager.cadence_days:
            found.append(Reach(manager=manager, days=days, cadence=manager.cadence_days))
    return tuple(sorted(found, key=lambda each: -each.days))


def _meetings(
    office: Office, active: dict[ManagerId, HiringManager], begin: datetime, end: datetime
) -> tuple[tuple[Meeting, HiringManager], ...]:
    planned = office.meetings.planned(begin, end)
    return tuple((each, active[each.manager]) for each in planned if each.manager in active)


def _next_meetings(
    office: Office, active: dict[ManagerId, HiringManager], day: date
) -> tuple[tuple[Meeting, HiringManager], ...]:
    """Those up to the end of tomorrow; before a weekend, of its Monday."""
    last = day + timedelta(days=7 - day.weekday() if day.weekday() >= _FRIDAY else 1)
    return _meetings(office, active, office.now(), _midnight(office, last + timedelta(days=1)))


def _forgotten(office: Office) -> tuple[tuple[Meeting, HiringManager], ...]:
    """The running meeting when it was probably never ended; its length is asked for, never invented."""
    meeting = office.meetings.running()
    if meeting is None or meeting.started_at is None or office.now() - meeting.started_at < _SURELY_OVER:
        return ()
    return ((meeting, office.managers.get(meeting.manager)),)


def _days_late(manager: HiringManager, due: date, day: date) -> int:
    return working_time(manager).working_days_between(due, day) if due < day else 0


def _title(office: Office, search: int | None) -> str:
    return office.searches.get(search).title if search else ""


def _midnight(office: Office, day: date) -> datetime:
    return datetime.combine(day, time.min, office.zone)
