"""Promises that run from events close their own check-ins: whatever wrote the answer, in the same action.

`Office.write` hands over what an action touched. Where that starts or answers an event of a promise, its check-in is
made, corrected or removed again, so that one Undo takes back both. What a person said of one, with a remark, stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple

from app.domain import clocks
from app.domain.clocks import Deed, Event, Outcome, Within
from app.domain.expectations import CheckIn, CheckInId, Expectation, ExpectationId, Side, Wording, keeps
from app.domain.managers import ManagerId
from app.domain.searches import Search
from app.services.dues import Promise, day_of, open_dues_of, sides
from app.services.office import Office
from app.services.working import working_time
from app.storage import events as stored
from app.storage.events import Answered, Asked

_SEEN_ALONE = {"meeting", "issued_document"}
_NOON = time(12)


class _Key(NamedTuple):
    """One check-in for each side of a promise and event."""

    expectation: int
    side: str
    event: str | None


def follow(office: Office, touched: Iterable[tuple[str, int]]) -> None:
    """Make, correct or remove the check-ins of what an action has touched; called inside that action."""
    names = {f"{table}:{row}" for table, row in touched if table in stored.OWNERS}
    if not names:
        return
    there = {_key(each): each for each in office.check_ins.of_events(names)}
    own = {key: each for key, each in there.items() if _is_own(each)}
    managers = stored.managers_of(office.conn, names)
    managers |= {office.expectations.get(each.expectation).manager for each in own.values()}
    names |= {each.event for each in own.values() if each.event}
    for manager in sorted(managers):
        for made, is_new in _made(office, ManagerId(manager), names):
            known = own.pop(_key(made), None)
            if known is not None:
                office.check_ins.update(replace(made, id=known.id))
            elif is_new and not office.check_ins.is_answered(made.expectation, made.side, made.event or ""):
                office.check_ins.insert(made)
    for gone in own.values():
        office.check_ins.delete(gone.id)


def evidence_of(office: Office, expectation: ExpectationId, side: Side) -> tuple[str, int] | None:
    """Where the evidence of a side's newest check-in is seen: a meeting, a document, or the search it belongs to."""
    made = [each for each in office.check_ins.of(expectation) if each.side is side]
    table, _colon, number = (made[-1].evidence or "").partition(":") if made else ("", "", "")
    if table not in stored.OWNERS or stored.managers_of(office.conn, [f"{table}:{number}"]) == set():
        return None
    if table in _SEEN_ALONE:
        return table, int(number)
    search = stored.search_of(office.conn, f"{table}:{number}")
    return ("search", search) if search is not None else None


def waive_of_search(office: Office, search: Search, remark: str) -> None:
    """The events of a search that is closed wait no more: each is waived with that remark, inside the closing."""
    for promise in office.expectations.of(search.manager, "open"):
        whole = promise.search == search.id
        for due in open_dues_of(office, promise):
            if whole or (due.event is not None and stored.search_of(office.conn, due.event) == search.id):
                office.check_ins.insert(
                    CheckIn(
                        id=CheckInId(0), expectation=promise.id, side=due.side, due=due.due,
                        on=office.now(), outcome=Outcome.WAIVED, event=due.event, remark=remark,
                    )
                )  # fmt: skip


def _made(office: Office, manager: ManagerId, names: Collection[str]) -> Iterator[tuple[CheckIn, bool]]:
    """The check-ins that the facts of such names give, and whether one that is missing is to be made now."""
    asked: dict[tuple[Event, Deed], list[Asked]] = {}
    wordings = office.wordings.of_manager(manager)
    promises = {each.id: Promise(each, wordings[each.id], ()) for each in office.expectations.of(manager)}
    for promise in promises.values():
        agreed = [each for each in promise.wordings if each.agreed_on is not None]
        for kind in {_kind(each) for each in agreed}:
            if kind is not None:
                asked.setdefault(kind, []).extend(_asked(promise.expectation, agreed[0].agreed_on, kind[1]))
    for kind, those in asked.items():
        for fact in stored.answered(office.conn, *kind, those, names):
            promise = promises[ExpectationId(fact.expectation)]
            wording = _wording_on(promise, day_of(office, fact.at))
            if wording is not None and _kind(wording) == kind:
                is_new = wording is promise.current and promise.expectation.closed_on is None
                yield _check_in(office, manager, wording, fact), is_new


def _kind(wording: Wording) -> tuple[Event, Deed] | None:
    clock = wording.clock
    if not isinstance(clock, Within) or clock.closed_by is None:
        return None
    return clock.event, clock.closed_by


def _asked(expectation: Expectation, since: date | None, deed: Deed) -> list[Asked]:
    assert since is not None
    return [
        Asked(expectation.id, side, expectation.manager, expectation.search, since)
        for side in sides(expectation.side) if keeps(side, deed)
    ]  # fmt: skip


def _wording_on(promise: Promise, day: date) -> Wording | None:
    """The wording that counted on a day, None before anything was agreed."""
    then = [each for each in promise.wordings if each.agreed_on is not None and each.agreed_on <= day]
    return then[-1] if then else None


def _check_in(office: Office, manager: ManagerId, wording: Wording, fact: Answered) -> CheckIn:
    working = working_time(office.managers.get(manager))
    assert isinstance(wording.clock, Within)
    due = clocks.due_of_event(wording.clock, fact.at, working)
    ended = clocks.outcome(due.due, due.late_until, clocks.moment_of(fact.done, working))
    return CheckIn(
        id=CheckInId(0), expectation=wording.expectation, side=Side(fact.side), due=due.due,
        on=_on(office, fact.done), outcome=ended, event=fact.event, evidence=fact.evidence,
    )  # fmt: skip


def _on(office: Office, done: datetime | date) -> datetime:
    """When it was done; of a day alone its noon, or now while that lies ahead."""
    if isinstance(done, datetime):
        return done
    return min(datetime.combine(done, _NOON, office.zone), office.now())


def _is_own(check_in: CheckIn) -> bool:
    """Whether it was made here and nobody said anything of it since."""
    table = (check_in.evidence or "").partition(":")[0]
    return table in stored.OWNERS and check_in.remark is None


def _key(check_in: CheckIn) -> _Key:
    return _Key(check_in.expectation, check_in.side, check_in.event)
