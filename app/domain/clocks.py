"""The clocks of a promise: when it is due, when late becomes missed, and when it is at risk.

The next due is computed from the clock and the check-ins, never stored. A repeating date is a date: no holiday moves
it. An hour or day of an event clock is the manager's working time (`app.domain.working_time`).
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from app.domain.working_time import WorkingTime
from app.words import _

CLOSE = time(17)
_MOST_OPEN = 400
_MOST_CLOCKS = 512  # an office has hundreds of promises and a dozen clocks


class Event(StrEnum):
    """What an event clock starts from."""

    CV_PRESENTED = "cv_presented"
    CV_ANSWERED = "cv_answered"
    CV_YES = "cv_yes"
    INTERVIEW_HELD = "interview_held"
    LAST_INTERVIEW = "last_interview"
    DECISION = "decision"
    VERBAL_YES = "verbal_yes"
    MEETING_HELD = "meeting_held"
    INTAKE_HELD = "intake_held"
    REQUEST = "request"


class Deed(StrEnum):
    """What answers an event, so that its due closes by itself."""

    ANSWER = "answer"
    FEEDBACK = "feedback"
    INTERVIEW = "interview"
    TOLD = "told"
    CHOICE = "choice"
    TERMS = "terms"
    VERBAL_OFFER = "verbal_offer"
    WRITTEN_OFFER = "written_offer"
    SUMMARY = "summary"
    PLAN = "plan"
    THREE_PEOPLE = "three_people"
    INTAKE = "intake"


# What answers an event when a promise names nothing else; what else starts a clock is answered by the person alone.
_USUAL = {
    Event.CV_PRESENTED: Deed.ANSWER, Event.CV_ANSWERED: Deed.TOLD, Event.CV_YES: Deed.INTERVIEW,
    Event.INTERVIEW_HELD: Deed.FEEDBACK, Event.LAST_INTERVIEW: Deed.CHOICE, Event.VERBAL_YES: Deed.WRITTEN_OFFER,
}  # fmt: skip
# What a deed can answer: the others leave no fact that belongs to that event.
ANSWERS = {
    Event.CV_PRESENTED: (Deed.ANSWER,), Event.CV_ANSWERED: (Deed.TOLD,), Event.CV_YES: (Deed.INTERVIEW, Deed.TOLD),
    Event.INTERVIEW_HELD: (Deed.FEEDBACK,),
    Event.LAST_INTERVIEW: (Deed.CHOICE,), Event.DECISION: (Deed.TERMS, Deed.VERBAL_OFFER),
    Event.VERBAL_YES: (Deed.WRITTEN_OFFER,), Event.MEETING_HELD: (Deed.SUMMARY,),
    Event.INTAKE_HELD: (Deed.SUMMARY, Deed.PLAN, Deed.THREE_PEOPLE),
    Event.REQUEST: (Deed.INTAKE, Deed.PLAN, Deed.THREE_PEOPLE),
}  # fmt: skip


class Unit(StrEnum):
    """What an event clock counts in, always working time."""

    HOURS = "hours"
    DAYS = "days"


class Outcome(StrEnum):
    """How one due ended; late counts as not kept, waived counts nowhere."""

    KEPT = "kept"
    LATE = "late"
    MISSED = "missed"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """By a day, at 17:00 unless a time is set."""

    by: date
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """Again and again: every N days, on weekdays (Monday is 0), or monthly on a day; exactly one of the three."""

    days: int | None = None
    weekdays: tuple[int, ...] = ()
    monthday: int | None = None
    at: time | None = None

    def __post_init__(self) -> None:
        """A clock that never comes round would be searched for without end: raises `ValueError`."""
        given = [self.days is not None, bool(self.weekdays), self.monthday is not None]
        days_fit = self.days is None or self.days >= 1
        monthday_fits = self.monthday is None or 1 <= self.monthday <= 31
        if sum(given) != 1 or not days_fit or not monthday_fits or not set(self.weekdays) <= set(range(7)):
            raise ValueError(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Always, looked at again and again, until an event in words when there is one."""

    look: Every
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Within an amount of working time after each event; `deed` is what closes it, None what usually does."""

    amount: int
    unit: Unit
    event: Event
    deed: Deed | None = None

    def __post_init__(self) -> None:
        """A deed that leaves nothing beside such an event would never close it: raises `ValueError`."""
        if self.deed is not None and self.deed not in ANSWERS.get(self.event, ()):
            raise ValueError(self)

    @property
    def closed_by(self) -> Deed | None:
        """What closes it by itself; None for what a person answers."""
        return self.deed or _USUAL.get(self.event)


Clock = Once | Every | Standing | Within


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One due: when its clock began, when it is due, and until when an answer is late instead of missed."""

    started: datetime
    due: datetime
    late_until: datetime


def clock_to_text(clock: Clock) -> str:
    """The clock as it is stored."""
    return json.dumps({"kind": type(clock).__name__.lower(), **asdict(clock)}, default=str, sort_keys=True)


@lru_cache(_MOST_CLOCKS)
def clock_from_text(text: str) -> Clock:
    """The clock from what is stored, one and the same for the same text; raises `ValueError` for anything else."""
    try:
        return _from_values(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(text) from error


def _from_values(values: dict[str, Any]) -> Clock:
    match values.pop("kind"):
        case "once":
            return Once(by=date.fromisoformat(values["by"]), at=_time(values["at"]))
        case "every":
            return _every(values)
        case "standing":
            return Standing(look=_every(values["look"]), until=values["until"])
        case "within":
            return _within(values)
    raise ValueError(values)


def due_of_event(clock: Within, event_at: datetime | date, working: WorkingTime) -> Due:
    """The due of one event: kept within the clock, late up to twice its length.

    Of an event only the day may be known: then a promise of days has until the manager's last day closes.
    """
    if not isinstance(event_at, datetime):
        return _due_of_day(clock, event_at, working)
    started = working.opening(event_at)
    return Due(started=started, due=_after(clock, started, 1, working), late_until=_after(clock, started, 2, working))


def open_dues(
    clock: Clock, agreed_on: date, answered: Sequence[datetime], now: datetime, working: WorkingTime
) -> tuple[Due, ...]:
    """The dues without a check-in: all in the past, the oldest first, and the next one.

    Two dues missed in a row are two. An event clock has none of its own: its dues come from its events.
    """
    if isinstance(clock, Within):
        return ()
    if isinstance(clock, Once):
        found = _once(clock, agreed_on, working)
        return () if found.due in answered else (found,)
    waiting: list[Due] = []
    for due in _repeating(clock, agreed_on, max(answered, default=None), working):
        waiting.append(due)
        if due.due > now:
            break
    return tuple(waiting[-_MOST_OPEN:])


def next_due(
    clock: Clock, agreed_on: date, answered: Sequence[datetime], now: datetime, working: WorkingTime
) -> datetime | None:
    """The first due that is not past, or None when no more comes."""
    return next((each.due for each in open_dues(clock, agreed_on, answered, now, working) if each.due >= now), None)


def outcome(due: datetime, late_until: datetime, done_at: datetime) -> Outcome:
    """What an answer at a moment makes of a due."""
    if done_at <= due:
        return Outcome.KEPT
    return Outcome.LATE if done_at <= late_until else Outcome.MISSED


def moment_of(done: datetime | date, working: WorkingTime) -> datetime:
    """When it was done; where only the day is known, as early as it can have been."""
    return done if isinstance(done, datetime) else _moment(done, time(0), working)


def is_at_risk(due: Due, now: datetime, working: WorkingTime) -> bool:
    """Whether the last quarter of the clock's working time runs, or has run out."""
    if now >= due.due:
        return True
    if now < due.started:
        return False
    left = working.between(now, due.due)
    whole = working.between(due.started, now) + left
    if not whole:
        # A promise for the weekend runs by the wall clock.
        whole, left = due.due - due.started, due.due - now
    return left * 4 <= whole


def length(clock: Within, working: WorkingTime) -> timedelta:
    """How much working time an event clock gives; a day is the manager's usual one."""
    days, hours = _amount(clock)
    return days * working.day_length + timedelta(hours=hours)


def outcome_label(outcome: Outcome) -> str:
    """How one due ended, to stand alone."""
    return {
        Outcome.KEPT: _("Kept"),
        Outcome.LATE: _("Late"),
        Outcome.MISSED: _("Missed"),
        Outcome.WAIVED: _("Waived"),
    }[outcome]


def _amount(clock: Within) -> tuple[int, int]:
    """Whole working days and hours: 24 h are one working day, 48 h two."""
    if clock.unit is Unit.DAYS:
        return clock.amount, 0
    return (clock.amount // 24, 0) if clock.amount % 24 == 0 else (0, clock.amount)


def _after(clock: Within, started: datetime, times: int, working: WorkingTime) -> datetime:
    days, hours = _amount(clock)
    if days:
        return working.after_days(started, days * times)
    return working.add(started, timedelta(hours=hours * times))


def _due_of_day(clock: Within, day: date, working: WorkingTime) -> Due:
    """Days run until the last of them closes; hours begin when the manager next opens after that day."""
    days, _hours = _amount(clock)
    if not days:
        return due_of_event(clock, _moment(day + timedelta(days=1), time(0), working), working)
    due, late = (working.closing_after(day, days * times) for times in (1, 2))
    return Due(started=working.opening(_moment(day, time(0), working)), due=due, late_until=late)


def _once(clock: Once, agreed_on: date, working: WorkingTime) -> Due:
    due = _moment(clock.by, clock.at, working)
    started = min(_moment(agreed_on, time(0), working), due)
    return Due(started=started, due=due, late_until=due + (due - started))


def _repeating(clock: Every | Standing, agreed_on: date, last: datetime | None, working: WorkingTime) -> Iterator[Due]:
    """Every due from the day after it was agreed on; late until the next one.

    Only those after the `last` one with a check-in: what lies before it was answered or let go, and does not come back.
    Counted from a turn before that one: a promise of thirty years is as quick as a new one.
    """
    every = clock.look if isinstance(clock, Standing) else clock
    started = _moment(agreed_on, time(0), working)
    since = agreed_on
    if last is not None:
        since = max(since, last.astimezone(working.zone).date() - _longest_turn(every))
    days = _days(every, agreed_on, since)
    due = _moment(next(days), every.at, working)
    for day in days:
        following = _moment(day, every.at, working)
        if last is None or due > last:
            yield Due(started=started, due=due, late_until=following)
        started, due = due, following


def _longest_turn(every: Every) -> timedelta:
    """The most days from one due to the next, and one for a day that is another in UTC."""
    return timedelta(days=(every.days or (7 if every.weekdays else 31)) + 1)


def _days(every: Every, agreed_on: date, since: date) -> Iterator[date]:
    if every.days:
        first = max((since - agreed_on).days // every.days, 1)
        yield from (agreed_on + timedelta(days=every.days * turn) for turn in range(first, first + 100_000))
    elif every.monthday:
        yield from _monthly(every.monthday, agreed_on, since)
    else:
        following = (since + timedelta(days=step) for step in range(1, 1_000_000))
        yield from (day for day in following if day.weekday() in every.weekdays)


def _monthly(monthday: int, agreed_on: date, since: date) -> Iterator[date]:
    """The day of each month after it was agreed, the last day where a month is shorter."""
    for month in range(since.year * 12 + since.month - 1, 9999 * 12):
        year, number = month // 12, month % 12 + 1
        day = date(year, number, min(monthday, monthrange(year, number)[1]))
        if day > agreed_on:
            yield day


def _moment(day: date, at: time | None, working: WorkingTime) -> datetime:
    return datetime.combine(day, CLOSE if at is None else at, working.zone).astimezone(UTC)


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _within(values: dict[str, Any]) -> Within:
    """A clock written before deeds were known names none."""
    deed = values.get("deed")
    return Within(
        amount=int(values["amount"]), unit=Unit(values["unit"]), event=Event(values["event"]),
        deed=Deed(deed) if deed else None,
    )  # fmt: skip


def _every(values: dict[str, Any]) -> Every:
    return Every(
        days=values["days"], weekdays=tuple(values["weekdays"]), monthday=values["monthday"], at=_time(values["at"])
    )
