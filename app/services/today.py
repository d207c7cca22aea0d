"""Today: what you keep, what you wait for, whom to reach, what is next; all of it computed from the same clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.clock_words import amount_words
from app.domain.clocks import Within
from app.domain.expectations import Side
from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import Meeting
from app.domain.talks import FollowUp, Owner
from app.domain.text import first_line
from app.services.dues import OpenDue, dues, open_promises
from app.services.office import Office
from app.services.working import working_time
from app.words import _, plural, plural_in_words

_SURELY_OVER = timedelta(hours=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One row: what, whose, when it is due, and how many working days late (0: due today or later)."""

    manager: HiringManager
    text: str
    record: str
    id: int
    due: date
    days_late: int
    search: str = ""


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

    def sentence(self) -> str:
        """One or two sentences made from counts; parts that are zero are left out."""
        late = sum(1 for item in self.keep if item.days_late)
        due = len(self.keep) - late
        parts = [_promises(late, due), _silent(len(self.reach))]
        return " ".join(part[0].upper() + part[1:] for part in parts if part) or _("All quiet.")


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


def today(office: Office) -> Today:
    """What the day holds, for every manager whose clocks run."""
    day = office.today()
    active = {each.id: each for each in office.managers.everyone() if not each.is_resting(day)}
    items = [*_from_follow_ups(office, active, day), *_from_promises(office, active, day)]
    items.sort(key=lambda pair: (pair[1].due, pair[1].record, pair[1].id))
    return Today(
        day=day,
        keep=tuple(item for side, item in items if side is Side.MINE and item.due <= day),
        waiting=tuple(item for side, item in items if side is Side.THEIRS),
        reach=_reach(office, active),
        meetings=_meetings(office, active, office.now(), _midnight(office, day + timedelta(days=2))),
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
    )  # fmt: skip


def _from_promises(office: Office, active: dict[ManagerId, HiringManager], day: date) -> list[tuple[Side, Item]]:
    """The open dues up to tomorrow, one row for each promise and side: its oldest."""
    found: dict[tuple[int, Side], tuple[Side, Item]] = {}
    for manager_id, promises in open_promises(office).items():
        manager = active.get(ManagerId(manager_id))
        if manager is None:
            continue
        for promise in promises:
            for due in dues(office, promise, manager):
                on = due.due.astimezone(office.zone).date()
                if on <= day + timedelta(days=1):
                    key = (promise.expectation.id, due.side)
                    found[key] = found.get(key) or (due.side, _due_item(office, manager, due, on, day))
    return list(found.values())


def _due_item(office: Office, manager: HiringManager, due: OpenDue, on: date, day: date) -> Item:
    return Item(
        manager=manager, text=_what(office, due), record="expectation", id=due.promise.id, due=on,
        days_late=_days_late(manager, on, day), search=_title(office, due.promise.search),
    )  # fmt: skip


def _what(office: Office, due: OpenDue) -> str:
    """The promise itself; for feedback on CVs how many were shown that day, and how many have their answer."""
    event, _colon, number = (due.event or "").partition(":")
    clock = due.wording.clock
    if event != "presentation" or not isinstance(clock, Within):
        return first_line(due.wording.statement)
    shown = office.presentations.get(int(number))
    day = shown.presented_at.astimezone(office.zone).date()
    together = [
        each for each in office.presentations.of(shown.search)
        if each.presented_at.astimezone(office.zone).date() == day
    ]  # fmt: skip
    feedback = plural("Feedback on {count} CV", "Feedback on {count} CVs", len(together))
    answered = sum(each.answered_at is not None for each in together)
    if not answered:
        return _("{feedback}, agreed within {time}").format(feedback=feedback, time=amount_words(clock))
    received = _("{feedback}: {answered} of {count} received")
    return received.format(feedback=feedback, answered=answered, count=len(together))


def _reach(office: Office, active: dict[ManagerId, HiringManager]) -> tuple[Reach, ...]:
    last = office.managers.last_talks()
    found = [
        Reach(manager=manager, days=days, cadence=manager.cadence_days)
        for manager in active.values()
        if manager.cadence_days and manager.id in last
        and (days := (office.today() - last[manager.id].astimezone(office.zone).date()).days) > manager.cadence_days
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: -each.days))


def _meetings(
    office: Office, active: dict[ManagerId, HiringManager], begin: datetime, end: datetime
) -> tuple[tuple[Meeting, HiringManager], ...]:
    planned = office.meetings.planned(begin, end)
    return tuple((each, active[each.manager]) for each in planned if each.manager in active)


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
