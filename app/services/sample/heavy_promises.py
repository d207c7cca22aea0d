"""The promises of a large sample: their check-ins lie on the dues of their clocks, counted back from the last one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.domain import clocks
from app.domain.clocks import CLOSE, Clock, Event, Every, Once, Outcome, Unit, Within
from app.domain.expectations import CheckIn, Expectation, Side, Wording
from app.domain.managers import HiringManager, ManagerId
from app.services.sample.decades import Decades, Relation
from app.services.working import working_time

_OPEN_EACH, _ONCE = 7, 0.2
_FEEDBACK = Within(amount=2, unit=Unit.DAYS, event=Event.CV_PRESENTED)
_SIDES = (Side.MINE, Side.THEIRS)
_FOUR_MONTHS = timedelta(days=120)


def add(decades: Decades) -> None:
    """Every promise with its wording and check-ins: some of the active managers are open, all others closed."""
    shape = decades.shape
    active = [each for each in decades.relations if each.active][: shape.expectations // 2]
    answered = sum(_feedback(decades, relation) for relation in active)
    count = shape.expectations - len(active)
    fresh = [each for each in active for _turn in range(_OPEN_EACH)][: count // 2]
    once = round((count - len(fresh)) * _ONCE)
    repeating = count - once
    shares = decades.shares(shape.check_ins - answered - once, repeating)
    older = list(decades.spread(count - len(fresh)))
    for position, (relation, dues) in enumerate(zip([*fresh, *older[once:]], shares, strict=True)):
        _repeating(decades, relation, dues, is_open=position < len(fresh))
    for relation in older[:once]:
        _once(decades, relation)


def _feedback(decades: Decades, relation: Relation) -> int:
    """The promise to answer on every CV, with the check-ins its clock made; how many."""
    agreed_on = max(relation.begun, decades.today - _FOUR_MONTHS)
    number = _promise(decades, relation, Side.THEIRS, _FEEDBACK, (agreed_on, None))
    working = working_time(_at_work(relation))
    count = 0
    for shown, presented_at, answered_at in relation.shown:
        if answered_at is None or presented_at.date() < agreed_on:
            continue
        due = clocks.due_of_event(_FEEDBACK, presented_at, working)
        event = f"presentation:{shown}"
        decades.rows.add(
            "check_in", answered_at, CheckIn, expectation=number, side=Side.THEIRS, due=due.due, on=answered_at,
            outcome=clocks.outcome(due.due, due.late_until, answered_at), event=event, evidence=event,
        )  # fmt: skip
        count += 1
    return count


def _at_work(relation: Relation) -> HiringManager:
    """As much of the manager as their working time needs."""
    return HiringManager(id=ManagerId(relation.id), name=relation.name, zone=relation.zone.key,
                         country=relation.country)  # fmt: skip


def _repeating(decades: Decades, relation: Relation, dues: int, *, is_open: bool) -> None:
    """A promise every one, two or four weeks, with a check-in at each of its last dues."""
    room = (relation.ended - relation.begun).days // (dues + 2)
    period = decades.voice.pick([each for each in (7, 14, 28) if each <= room] or [7])
    if is_open:
        # One in ten waits for its last check-in.
        last = decades.today - timedelta(days=decades.voice.number(1, period - 1))
        last -= timedelta(days=period if decades.voice.happens(0.1) else 0)
    else:
        earliest = relation.begun + timedelta(days=period * (dues + 1))
        spare = max((relation.ended - earliest).days, 0)
        last = min(earliest + timedelta(days=decades.voice.number(0, spare)), relation.ended)
    agreed_on = last - timedelta(days=period * dues)
    clock = Every(weekdays=(last.weekday(),)) if period == 7 else Every(days=period)
    side = decades.voice.pick(_SIDES)
    closed_on = None if is_open else min(last + timedelta(days=3), decades.today)
    number = _promise(decades, relation, side, clock, (agreed_on, closed_on))
    for turn in range(dues):
        _check_in(decades, relation, (number, side), last - timedelta(days=period * (dues - 1 - turn)))


def _once(decades: Decades, relation: Relation) -> None:
    by = decades.day_in(relation)
    side = decades.voice.pick(_SIDES)
    number = _promise(decades, relation, side, Once(by=by), (max(relation.begun, by - timedelta(days=9)), by))
    _check_in(decades, relation, (number, side), by)


def _promise(decades: Decades, relation: Relation, side: Side, clock: Clock, days: tuple[date, date | None]) -> int:
    agreed_on, closed_on = days
    made = decades.at(agreed_on)
    number = decades.rows.add(
        "expectation", made, Expectation, manager=relation.id, side=side, position=relation.promises,
        closed_on=closed_on,
    )  # fmt: skip
    relation.promises += 1
    decades.rows.add(
        "wording", made, Wording, expectation=number, statement=decades.voice.say("promise", decades.candidates),
        measure=decades.voice.say("measure", decades.candidates), clock=clock, agreed_on=agreed_on,
        written_on=agreed_on,
    )  # fmt: skip
    return number


def _check_in(decades: Decades, relation: Relation, whose: tuple[int, Side], due_on: date) -> None:
    number, side = whose
    due = datetime.combine(due_on, CLOSE, relation.zone).astimezone(UTC)
    chance = decades.chance.random()
    kept = 0.93 if side is Side.MINE else 0.8
    if chance < kept:
        outcome, on = Outcome.KEPT, due - timedelta(minutes=int(chance * 1_500))
    else:
        outcome = Outcome.LATE if chance < (kept + 1) / 2 else Outcome.MISSED
        on = min(due + timedelta(hours=20), decades.office.now())
    on = min(on, decades.office.now())
    decades.rows.add("check_in", on, CheckIn, expectation=number, side=side, due=due, on=on, outcome=outcome)
