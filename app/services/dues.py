"""What is due between you and a manager: computed from wordings, check-ins and events, never stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from app.domain import clocks
from app.domain.clocks import Deed, Event, Within
from app.domain.errors import StorageError
from app.domain.expectations import CheckIn, Expectation, Side, Wording, answered_by
from app.domain.managers import HiringManager
from app.domain.working_time import WorkingTime
from app.services.office import Office
from app.services.working import working_time
from app.storage import events as stored_events
from app.storage.events import Asked, Started
from app.storage.failures import damaged


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDue:
    """One due without a check-in: `started` is when its clock began, `late_until` when late becomes missed."""

    promise: Expectation
    wording: Wording
    side: Side
    started: datetime
    due: datetime
    late_until: datetime
    event: str | None = None


class Promise(NamedTuple):
    """A promise with all that is known of it, read in one go; `started` are the events that wait for an answer."""

    expectation: Expectation
    wordings: Sequence[Wording]
    check_ins: Sequence[CheckIn]
    started: Sequence[Started] = ()

    @property
    def current(self) -> Wording:
        """The wording that counts: the last one agreed, else the last one proposed."""
        return next((each for each in reversed(self.wordings) if each.agreed_on), self.wordings[-1])

    @property
    def is_agreed(self) -> bool:
        """Whether any wording was agreed."""
        return any(wording.agreed_on for wording in self.wordings)


def promise_of(office: Office, expectation: Expectation) -> Promise:
    """One promise with its wordings and check-ins."""
    known = _promise(expectation, office.wordings.of(expectation.id), office.check_ins.of(expectation.id))
    return _with_started(office, [known])[0]


def promises_of(office: Office, manager: int) -> list[Promise]:
    """All promises of a relationship, in their order."""
    wordings, check_ins = office.wordings.of_manager(manager), office.check_ins.of_manager(manager)
    found = [_promise(e, wordings.get(e.id), check_ins.get(e.id)) for e in office.expectations.of(manager)]
    return _with_started(office, found)


def promises_lately(office: Office, manager: int, which: str, most: int) -> list[Promise]:
    """The open, closed or all promises of a relationship in their order, with so many newest check-ins on a side."""
    wordings = office.wordings.of_manager(manager, which)
    check_ins = office.check_ins.newest_of_manager(manager, which, most)
    found = [_promise(e, wordings.get(e.id), check_ins.get(e.id)) for e in office.expectations.of(manager, which)]
    return _with_started(office, found)


def open_promises(office: Office) -> dict[int, list[Promise]]:
    """Every open promise of the office, by manager."""
    wordings, check_ins = office.wordings.of_open(), office.check_ins.latest_of_open()
    opened = [_promise(e, wordings.get(e.id), check_ins.get(e.id)) for e in office.expectations.opened()]
    found: dict[int, list[Promise]] = {}
    for promise in _with_started(office, opened):
        found.setdefault(promise.expectation.manager, []).append(promise)
    return found


def open_promises_of(office: Office, manager: int) -> list[Promise]:
    """The open promises of one relationship in their order, each with its newest check-ins only."""
    wordings, check_ins = office.wordings.of_open(manager), office.check_ins.latest_of_open(manager)
    found = [_promise(e, wordings.get(e.id), check_ins.get(e.id)) for e in office.expectations.opened(manager)]
    return _with_started(office, found)


def _promise(
    expectation: Expectation, wordings: Sequence[Wording] | None, check_ins: Sequence[CheckIn] | None
) -> Promise:
    """A promise always has a wording; one without is damage."""
    if not wordings:
        raise StorageError(damaged())
    return Promise(expectation, wordings, check_ins or [])


def open_dues_of(office: Office, expectation: Expectation) -> list[OpenDue]:
    """What is open of one promise."""
    manager = office.managers.get(expectation.manager)
    return dues(office, promise_of(office, expectation), manager)


def dues(office: Office, promise: Promise, manager: HiringManager) -> list[OpenDue]:
    """What is open of a promise: past dues without a check-in, and the next one; none while it is not agreed."""
    known, wording = promise.expectation, promise.current
    if wording.agreed_on is None or known.closed_on or wording.clock is None:
        return []
    working = working_time(manager)
    return [due for side in sides(known.side) for due in _of_side(office, promise, wording, side, working)]


def sides(side: Side) -> tuple[Side, ...]:
    """Whose check-ins count: both, each by their own, for a promise of both."""
    return (Side.MINE, Side.THEIRS) if side is Side.BOTH else (side,)


def _with_started(office: Office, promises: Sequence[Promise]) -> list[Promise]:
    """The promises with the events that wait for them: one query for each kind of event, however many there are."""
    asked: dict[tuple[Event, Deed | None], list[Asked]] = {}
    for promise in promises:
        clock, agreed_on = promise.current.clock, promise.current.agreed_on
        known = promise.expectation
        if isinstance(clock, Within) and agreed_on is not None and known.closed_on is None:
            for side in sides(known.side):
                waits = Asked(known.id, side, known.manager, known.search, agreed_on)
                asked.setdefault((clock.event, answered_by(clock, side)), []).append(waits)
    found: dict[int, list[Started]] = {}
    for (event, deed), those in asked.items():
        for each in stored_events.waiting(office.conn, event, deed, those, office.now()):
            found.setdefault(each.expectation, []).append(each)
    return [each._replace(started=_since_agreed(office, each, found.get(each.expectation.id, []))) for each in promises]


def _since_agreed(office: Office, promise: Promise, started: Sequence[Started]) -> list[Started]:
    """Those on the day it was agreed or later, by the calendar of this computer."""
    agreed_on = promise.current.agreed_on
    return [each for each in started if agreed_on is not None and day_of(office, each.at) >= agreed_on]


def day_of(office: Office, at: datetime | date) -> date:
    """The day of an event, by the calendar of this computer."""
    return at.astimezone(office.zone).date() if isinstance(at, datetime) else at


def _of_side(
    office: Office, promise: Promise, wording: Wording, side: Side, working: WorkingTime
) -> list[OpenDue]:  # fmt: skip
    clock = wording.clock
    assert clock is not None
    assert wording.agreed_on is not None
    if isinstance(clock, Within):
        return [_event_due(promise, wording, clock, each, working) for each in promise.started if each.side == side]
    done = [check_in.due for check_in in promise.check_ins if check_in.side is side and check_in.due is not None]
    found = clocks.open_dues(clock, wording.agreed_on, done, office.now(), working)
    return [
        OpenDue(
            promise=promise.expectation, wording=wording, side=side, started=each.started, due=each.due,
            late_until=each.late_until,
        )
        for each in found
    ]  # fmt: skip


def _event_due(
    promise: Promise, wording: Wording, clock: Within, event: Started, working: WorkingTime
) -> OpenDue:  # fmt: skip
    due = clocks.due_of_event(clock, event.at, working)
    return OpenDue(
        promise=promise.expectation, wording=wording, side=Side(event.side), started=due.started, due=due.due,
        late_until=due.late_until, event=event.event,
    )  # fmt: skip
