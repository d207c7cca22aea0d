"""What each side keeps, as the two columns show it: the wording that counts, its clock, its dots and how it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, NamedTuple

from app.domain import clocks
from app.domain.clock_words import clock_words, event_words, parse_clock
from app.domain.clocks import Due, Event, Once, Outcome, Standing, Within, outcome_label
from app.domain.dates import clock_time, day_words, months_back
from app.domain.expectations import CheckIn, ExpectationId, Side, Wording
from app.domain.managers import HiringManager, ManagerId
from app.services.changes import Change
from app.services.dues import OpenDue, Promise, dues, promise_of, promises_lately, sides
from app.services.expectations import add
from app.services.office import Office
from app.services.templates import built_in
from app.services.working import working_time
from app.words import _

_MONTHS = 6
_MOST_MARKS = 8
NEXT = "next"


class Filter(StrEnum):
    """Which promises are shown."""

    OPEN = "open"
    ALL = "all"
    CLOSED = "closed"


class Status(StrEnum):
    """How a promise stands; at risk is computed, kept and missed come from the last check-in."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    KEPT = "kept"
    MISSED = "missed"
    RENEGOTIATED = "renegotiated"
    AT_RISK = "at_risk"
    CLOSED = "closed"


class Mark(NamedTuple):
    """One check-in, or the next one: kept, late, missed, waived or next; in words such as "Fri 13 Nov: kept"."""

    kind: str
    words: str
    check_in: int = 0


class Card(NamedTuple):
    """One promise on one side."""

    id: ExpectationId
    side: Side
    statement: str
    measure: str
    timing: str
    repeats: bool
    marks: tuple[Mark, ...]
    status: Status
    status_words: str
    is_agreed: bool
    is_closed: bool
    has_evidence: bool = False


class Column(NamedTuple):
    """One side: its cards, and how many of its check-ins of six months were kept."""

    side: Side
    cards: tuple[Card, ...]
    kept: int
    counted: int


class Suggestion(NamedTuple):
    """A promise that good practice offers."""

    side: Side
    statement: str
    measure: str
    clock: str


def board(office: Office, manager: ManagerId, shown: Filter = Filter.OPEN) -> tuple[Column, Column]:
    """Both columns: yours, theirs."""
    known, chosen = office.managers.get(manager), promises_lately(office, manager, shown, _MOST_MARKS)
    since = datetime.combine(months_back(office.today(), _MONTHS)[0], time.min, office.zone)
    outcomes = office.check_ins.outcomes_of(manager, since)
    return _column(office, known, chosen, Side.MINE, outcomes), _column(office, known, chosen, Side.THEIRS, outcomes)


def is_begun(office: Office, manager: ManagerId) -> bool:
    """Whether anything was ever agreed."""
    return office.wordings.any_agreed(manager)


def card(office: Office, expectation: ExpectationId, side: Side) -> Card:
    """One promise as it stands now; raises `NotFoundError` when it is gone."""
    known = office.expectations.get(expectation)
    return _card(office, office.managers.get(known.manager), promise_of(office, known), side)


def wording_of(office: Office, expectation: ExpectationId) -> Wording:
    """The wording that counts."""
    return promise_of(office, office.expectations.get(expectation)).current


def newest_check_in(office: Office, expectation: ExpectationId, side: Side) -> CheckIn | None:
    """How the newest one of a side went, also one that its event made; None before the first."""
    made = [each for each in office.check_ins.of(expectation) if each.side is side]
    return made[-1] if made else None


def suggestions(side: Side, taken: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """What good practice offers to start from, but for the statements that are there already."""
    found: list[dict[str, Any]] = built_in("suggestions")
    return tuple(
        Suggestion(**{**each, "side": Side(each["side"])})
        for each in found
        if each["side"] == side and each["statement"] not in taken
    )


def take(office: Office, manager: ManagerId, suggestion: Suggestion) -> Change:
    """Propose what good practice offers."""
    clock = parse_clock(suggestion.clock, office.today())
    return add(office, manager, side=suggestion.side, statement=suggestion.statement, measure=suggestion.measure,
               clock=clock)  # fmt: skip


def _column(
    office: Office, manager: HiringManager, promises: Sequence[Promise], side: Side,
    outcomes: Mapping[tuple[str, str], int],
) -> Column:  # fmt: skip
    cards = tuple(_card(office, manager, each, side) for each in promises if side in sides(each.expectation.side))
    counted = {outcome: outcomes.get((side, outcome), 0) for outcome in (Outcome.KEPT, Outcome.LATE, Outcome.MISSED)}
    return Column(side, cards, counted[Outcome.KEPT], sum(counted.values()))


def _card(office: Office, manager: HiringManager, promise: Promise, side: Side) -> Card:
    wording = promise.current
    waiting = [due for due in dues(office, promise, manager) if due.side is side]
    mine = [each for each in promise.check_ins if each.side is side]
    status, words = _status(office, manager, promise, mine, waiting)
    return Card(
        id=promise.expectation.id, side=side, statement=wording.statement, measure=wording.measure or "",
        timing=_timing(office, promise, waiting), repeats=_repeats(wording),
        marks=_marks(office, promise, mine, waiting),
        status=status, status_words=words, is_agreed=promise.is_agreed,
        is_closed=promise.expectation.closed_on is not None, has_evidence=bool(mine and mine[-1].evidence),
    )  # fmt: skip


def _status(
    office: Office, manager: HiringManager, promise: Promise, mine: Sequence[CheckIn], waiting: Sequence[OpenDue]
) -> tuple[Status, str]:
    """How it stands, and the words on its chip."""
    expectation, wording, today = promise.expectation, promise.current, office.today()
    last = mine[-1] if mine else None
    if expectation.closed_on:
        return Status.CLOSED, _("Closed {day}").format(day=_short(expectation.closed_on, today))
    if not promise.is_agreed:
        return Status.PROPOSED, _("Proposed {day}").format(day=_short(wording.written_on, today))
    if _is_at_risk(office, manager, wording, waiting):
        return Status.AT_RISK, _("At risk")
    if last is not None and last.outcome is Outcome.MISSED:
        return Status.MISSED, _("Missed {day}").format(day=_short(last.on.astimezone(office.zone).date(), today))
    if sum(1 for each in promise.wordings if each.agreed_on) > 1:
        return Status.RENEGOTIATED, _("Renegotiated")
    rests = isinstance(wording.clock, Standing) or not waiting
    if last is not None and last.outcome is Outcome.KEPT and rests:
        return Status.KEPT, _("Kept")
    return Status.AGREED, _("Agreed")


def _is_at_risk(office: Office, manager: HiringManager, wording: Wording, waiting: Sequence[OpenDue]) -> bool:
    """In the last quarter of its clock, or past it; what is always on has no end to run towards, only a look."""
    working, now = working_time(manager), office.now()
    if isinstance(wording.clock, Standing):
        return any(each.due <= now for each in waiting)
    found = (Due(started=each.started, due=each.due, late_until=each.late_until) for each in waiting)
    return any(clocks.is_at_risk(due, now, working) for due in found)


def _repeats(wording: Wording) -> bool:
    """Whether it comes again and again, or ends by a day or an event."""
    clock = wording.clock
    return not (clock is None or isinstance(clock, Once) or (isinstance(clock, Standing) and bool(clock.until)))


def _timing(office: Office, promise: Promise, waiting: Sequence[OpenDue]) -> str:
    """By which clock, and what is next; a promise of both says so in both columns."""
    words = _clock_and_next(office, promise, waiting)
    return _("Both keep this · {timing}").format(timing=words) if promise.expectation.side is Side.BOTH else words


def _clock_and_next(office: Office, promise: Promise, waiting: Sequence[OpenDue]) -> str:
    """By which clock, and what is next: "Every Friday · next due Fri 27 Nov"."""
    wording, today = promise.current, office.today()
    if wording.clock is None:
        return _("No date yet")
    agreed = [each for each in promise.wordings if each.agreed_on]
    before = agreed[-2].clock if len(agreed) > 1 else None
    if isinstance(wording.clock, Once) and isinstance(before, Once) and before.by != wording.clock.by:
        was, now = day_words(before.by, today), day_words(wording.clock.by, today)
        return _("Was {was} · now {now}").format(was=was, now=now)
    words = event_words(wording.clock.event) if isinstance(wording.clock, Within) else clock_words(wording.clock, today)
    words = words[:1].upper() + words[1:]
    if isinstance(wording.clock, Standing):
        return words if wording.clock.until else _always(wording.clock, today)
    following = _next_words(office, wording, waiting)
    return _("{clock} · {next}").format(clock=words, next=following) if following else words


def _always(clock: Standing, today: date) -> str:
    if clock.look.monthday:
        return _("Always · checked monthly")
    return _("Always · checked {rhythm}").format(rhythm=clock_words(clock.look, today))


def _next_words(office: Office, wording: Wording, waiting: Sequence[OpenDue]) -> str:
    if not waiting or isinstance(wording.clock, Once):
        return ""
    first = min(waiting, key=lambda each: each.due)
    local, today = first.due.astimezone(office.zone), office.today()
    day = _("today") if local.date() == today else day_words(local.date(), today)
    if isinstance(wording.clock, Within):
        when = _("{day} {time}").format(day=day, time=clock_time(first.due, office.zone))
        count, total = len(waiting), _shown_together(office, first)
        if total > count:
            return _("{count} of {total} open, due {when}").format(count=count, total=total, when=when)
        return _("{count} open, due {when}").format(count=count, when=when)
    if local.date() < today:
        return _("was due {day}").format(day=day)
    return _("next due {day}").format(day=day)


def _shown_together(office: Office, due: OpenDue) -> int:
    """How many people were presented on the day of one that waits, for the same search."""
    clock = due.wording.clock
    if not isinstance(clock, Within) or clock.event is not Event.CV_PRESENTED:
        return 0
    number = (due.event or "").partition(":")[2]
    shown = office.presentations.get(int(number))
    day = shown.presented_at.astimezone(office.zone).date()
    days = [each.presented_at.astimezone(office.zone).date() for each in office.presentations.of(shown.search)]
    return days.count(day)


def _marks(
    office: Office, promise: Promise, mine: Sequence[CheckIn], waiting: Sequence[OpenDue]
) -> tuple[Mark, ...]:  # fmt: skip
    """The newest check-ins, oldest first, and the next one; no more than there is room for."""
    following = _next_mark(office, promise, waiting)
    newest = mine[-(_MOST_MARKS - len(following)) :]
    return (*(_mark(office, each, office.today()) for each in newest), *following)


def _mark(office: Office, check_in: CheckIn, today: date) -> Mark:
    moment = check_in.due or check_in.on
    day = day_words(moment.astimezone(office.zone).date(), today)
    words = _("{day}: {outcome}").format(day=day, outcome=outcome_label(check_in.outcome).casefold())
    if check_in.remark:
        words = _("{words} ({remark})").format(words=words, remark=check_in.remark)
    return Mark(check_in.outcome.value, words, check_in.id)


def _next_mark(office: Office, promise: Promise, waiting: Sequence[OpenDue]) -> tuple[Mark, ...]:
    """The ring of what is due next; what is always on is asked about when its look is due."""
    first = min(waiting, key=lambda each: each.due, default=None)
    if first is None or (isinstance(promise.current.clock, Standing) and first.due > office.now()):
        return ()
    day = day_words(first.due.astimezone(office.zone).date(), office.today())
    return (Mark(NEXT, _("{day}: next").format(day=day)),)


def _short(day: date, today: date) -> str:
    """A day without its weekday: "22 Oct"."""
    return day_words(day, today).partition(" ")[2]
