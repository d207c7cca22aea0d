"""What is open between you and a manager, each with when it is due: what you glance at while you talk."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from app.domain.clocks import Outcome
from app.domain.dates import day_words
from app.domain.expectations import Side
from app.domain.managers import HiringManager
from app.domain.talks import Owner
from app.domain.text import first_line
from app.services.dues import OpenDue, Promise, dues, open_promises_of, sides
from app.services.office import Office
from app.services.working import working_time
from app.words import _, plural

_MOST = 5


class Open(NamedTuple):
    """One thing that is open; `pressing` when it is due today or late."""

    record: str
    id: int
    statement: str
    when: str
    pressing: bool


def open_between(office: Office, manager: HiringManager) -> tuple[tuple[Open, ...], tuple[Open, ...]]:
    """What you keep and what they keep, the most pressing first, at most five each."""
    found: dict[Side, list[tuple[date, Open]]] = {Side.MINE: [], Side.THEIRS: []}
    for promise in open_promises_of(office, manager.id):
        if promise.is_agreed:
            waiting = dues(office, promise, manager)
            for side in sides(promise.expectation.side):
                found[side].append(_promise(office, manager, promise, [due for due in waiting if due.side is side]))
    for follow_up in office.follow_ups.open_of(manager.id):
        side = Side.MINE if follow_up.owner is Owner.ME else Side.THEIRS
        when, pressing = _due_words(office, manager, follow_up.due)
        opened = Open("follow_up", follow_up.id, first_line(follow_up.text), when, pressing)
        found[side].append((follow_up.due, opened))
    return _sorted(found[Side.MINE]), _sorted(found[Side.THEIRS])


def _promise(
    office: Office, manager: HiringManager, promise: Promise, waiting: list[OpenDue]
) -> tuple[date, Open]:  # fmt: skip
    """One promise of one side, with the day to sort it by."""
    statement, number = first_line(promise.current.statement), promise.expectation.id
    if not waiting:
        return date.max, Open("expectation", number, statement, _last_words(office, promise), False)
    first = min(waiting, key=lambda due: due.due)
    day = first.due.astimezone(office.zone).date()
    if first.event:
        when, pressing = _due_words(office, manager, day)
        pattern = _("{open} of {shown} open, {due}")
        when = pattern.format(open=len(waiting), shown=_shown(office, waiting), due=when)
    elif day > office.today():
        when, pressing = _("next {day}").format(day=day_words(day, office.today())), False
    else:
        when, pressing = _due_words(office, manager, day)
    return day, Open("expectation", number, statement, when, pressing)


def _shown(office: Office, waiting: list[OpenDue]) -> int:
    """How many there were on the days of those that wait: of CVs all that were shown together."""
    numbers = [int(number) for kind, _colon, number in (str(due.event).partition(":") for due in waiting)
               if kind == "presentation"]  # fmt: skip
    if not numbers:
        return len(waiting)
    shown = [office.presentations.get(number) for number in numbers]
    days = {(each.search, each.presented_at.astimezone(office.zone).date()) for each in shown}
    everyone = [each for search in {search for search, _day in days} for each in office.presentations.of(search)]
    return sum((each.search, each.presented_at.astimezone(office.zone).date()) in days for each in everyone)


def _last_words(office: Office, promise: Promise) -> str:
    """How it stands when nothing is due: the last check-in, or that there is none."""
    if not promise.check_ins:
        return _("nothing due")
    last = promise.check_ins[-1]
    patterns = {
        Outcome.KEPT: _("kept {day}"), Outcome.LATE: _("late {day}"), Outcome.MISSED: _("missed {day}"),
        Outcome.WAIVED: _("waived {day}"),
    }  # fmt: skip
    return patterns[last.outcome].format(day=_day(office, last.on))


def _day(office: Office, at: datetime) -> str:
    day, today = at.astimezone(office.zone).date(), office.today()
    return _("today") if day == today else day_words(day, today)


def _due_words(office: Office, manager: HiringManager, due: date) -> tuple[str, bool]:
    """When it is due, and whether that is now or past."""
    today = office.today()
    if due < today:
        late = working_time(manager).working_days_between(due, today)
        return (plural("{count} day late", "{count} days late", late) if late else _("due since the weekend")), True
    if due == today:
        return _("due today"), True
    return _("due {day}").format(day=day_words(due, today)), False


def _sorted(found: list[tuple[date, Open]]) -> tuple[Open, ...]:
    return tuple(each for _day, each in sorted(found, key=lambda pair: pair[0])[:_MOST])
