"""The promises of the small sample, with check-ins at the very dues their clocks give."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from app.domain import clocks
from app.domain.clocks import Clock, Event, Every, Once, Outcome, Standing, Unit, Within
from app.domain.expectations import CheckIn, Expectation, Side, Wording
from app.services.sample.ground import Ground

# What a day a promise of the table below was agreed on, and its clock, follow from how many dues have passed.
_RHYTHMS = ("fortnight", "month", "week")
_CLOSED_DUES = (-150, -120)


def add(ground: Ground) -> None:
    """Every promise with its wordings and check-ins."""
    for promise in ground.texts["amara_promises"]:
        _amara(ground, promise)
    for manager, sides in ground.texts["promises"].items():
        for side, promises in sides.items():
            for rhythm, (statement, measure, dues, bad) in zip(_RHYTHMS, promises, strict=True):
                _repeating(ground, manager, side, rhythm, (statement, measure, dues, bad))
    for manager, statement in ground.texts["closed_promises"].items():
        _closed(ground, manager, statement)
    for manager, proposed in ground.texts["proposed_promises"].items():
        for side, statement in proposed:
            number = _expectation(ground, manager, side, -1)
            _wording(ground, number, {"statement": statement, "agreed_on": None, "written_on": -1})


def clock_of(ground: Ground, spec: dict[str, Any]) -> Clock:
    """A clock whose weekday or day of the month is that of a day counted from today."""
    at = time.fromisoformat(spec["at"]) if "at" in spec else None
    if "once" in spec:
        return Once(by=ground.day(spec["once"]), at=at)
    if "weekly" in spec:
        return Every(weekdays=(ground.day(spec["weekly"]).weekday(),), at=at)
    if "monthly" in spec:
        return Every(monthday=ground.day(spec["monthly"]).day)
    if "standing" in spec:
        return Standing(look=Every(monthday=ground.day(spec["standing"]).day), until=spec.get("until", ""))
    if "days" in spec:
        return Every(days=spec["days"])
    return Within(amount=spec["cv"], unit=Unit.DAYS, event=Event.CV_PRESENTED)


def _amara(ground: Ground, promise: dict[str, Any]) -> None:
    side = promise["side"]
    search = ground.search(promise.get("search"))
    number = _expectation(ground, "amara", side, promise["wordings"][0].get("agreed_on"), search=search,
                          closed_on=promise.get("closed_on"))  # fmt: skip
    for wording in promise["wordings"]:
        _wording(ground, number, wording)
    zone = ground.working("amara").zone
    for due, on, outcome in promise["check_ins"]:
        clock = {"kept": "15:40", "late": "18:20", "missed": "16:10"}[outcome]
        _check_in(ground, (number, side), (ground.at(due, "17:00", zone), ground.past(on, clock)), outcome)
    current = promise["wordings"][-1]
    if "cv" in current["clock"]:
        _answered(ground, "amara", number, current["agreed_on"], current["clock"])


def _repeating(
    ground: Ground, manager: str, side: str, rhythm: str, promise: tuple[str, str, int | str, dict[str, str]]
) -> None:
    statement, measure, dues, bad = promise
    if dues == "cv":
        agreed_on, spec = -68, {"cv": 2}
    else:
        assert isinstance(dues, int)
        agreed_on, spec = _rhythm(rhythm, dues)
    number = _expectation(ground, manager, side, agreed_on, search=ground.search_on(manager, -20))
    wording = {"statement": statement, "measure": measure, "clock": spec, "agreed_on": agreed_on}
    _wording(ground, number, wording)
    if dues == "cv":
        _answered(ground, manager, number, agreed_on, spec)
        return
    now, working = ground.office.now(), ground.working(manager)
    past = [each for each in clocks.open_dues(clock_of(ground, spec), ground.day(agreed_on), (), now, working)
            if each.due <= now]  # fmt: skip
    for index, due in enumerate(reversed(past)):
        outcome = bad.get(str(index), "kept")
        on = due.due - timedelta(hours=ground.voice.number(1, 6))
        if outcome != "kept":
            on = min(due.due + timedelta(hours=20), now)
        _check_in(ground, (number, side), (due.due, on), outcome)


def _rhythm(rhythm: str, dues: int) -> tuple[int, dict[str, int]]:
    """When it was agreed so that as many dues have passed, and the clock; none is due today or tomorrow."""
    if rhythm == "fortnight":
        return -7 - 14 * dues, {"days": 14}
    if rhythm == "month":
        return -22 - 30 * (dues - 1), {"monthly": -12}
    return -7 * dues, {"weekly": -4}


def _closed(ground: Ground, manager: str, statement: str) -> None:
    number = _expectation(ground, manager, "theirs", _CLOSED_DUES[0] - 20, closed_on=_CLOSED_DUES[1] + 10)
    wording = {"statement": statement, "measure": "A file in the folder", "clock": {"once": _CLOSED_DUES[1]},
               "agreed_on": _CLOSED_DUES[0] - 20}  # fmt: skip
    _wording(ground, number, wording)
    for due in _CLOSED_DUES:
        _check_in(ground, (number, "theirs"), (ground.at(due, "17:00"), ground.at(due, "14:00")), "kept")


def _answered(ground: Ground, manager: str, number: int, agreed_on: int, spec: dict[str, int]) -> None:
    """The check-ins that an event clock makes of every answer since it was agreed."""
    clock, working = clock_of(ground, spec), ground.working(manager)
    assert isinstance(clock, Within)
    for shown in ground.shown[manager]:
        if shown.answered_at is None or shown.presented_at.date() < ground.day(agreed_on):
            continue
        due = clocks.due_of_event(clock, shown.presented_at, working)
        outcome = clocks.outcome(due.due, due.late_until, shown.answered_at)
        event = f"presentation:{shown.id}"
        times = (due.due, shown.answered_at)
        _check_in(ground, (number, "theirs"), times, outcome, event=event, evidence=event)


def _expectation(ground: Ground, manager: str, side: str, made: int | None, **fields: Any) -> int:
    closed_on = fields.pop("closed_on", None)
    position = ground.positions[manager]
    ground.positions[manager] += 1
    return ground.rows.add(
        "expectation", ground.past(-1 if made is None else made, "17:10"), Expectation,
        manager=ground.managers[manager].id, side=Side(side), position=position,
        closed_on=None if closed_on is None else ground.day(closed_on), **fields,
    )  # fmt: skip


def _wording(ground: Ground, expectation: int, wording: dict[str, Any]) -> None:
    agreed_on, clock = wording["agreed_on"], wording.get("clock")
    written_on = wording.get("written_on", agreed_on)
    ground.rows.add(
        "wording", ground.past(written_on, "17:10"), Wording, expectation=expectation, statement=wording["statement"],
        measure=wording.get("measure"), clock=clock_of(ground, clock) if clock else None,
        agreed_on=None if agreed_on is None else ground.day(agreed_on), written_on=ground.day(written_on),
        agreed_in=ground.latest if wording.get("in_latest") else None,
    )  # fmt: skip


def _check_in(
    ground: Ground, whose: tuple[int, str], times: tuple[datetime, datetime], outcome: str, **fields: str
) -> None:
    expectation, side = whose
    due, on = times
    ground.rows.add("check_in", on, CheckIn, expectation=expectation, side=Side(side), due=due, on=on,
                    outcome=Outcome(outcome), **fields)  # fmt: skip
