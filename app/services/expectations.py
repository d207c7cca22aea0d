"""Promises of both sides: propose, agree, renegotiate, close, and whether each was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.domain import clocks
from app.domain.clocks import Clock, Outcome
from app.domain.errors import InputError
from app.domain.expectations import CheckIn, CheckInId, Expectation, ExpectationId, Side, Wording, WordingId
from app.domain.fields import checked
from app.domain.line_dates import working_days_after
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId
from app.domain.text import first_line
from app.services import agenda, follow_ups
from app.services.changes import Change
from app.services.dues import OpenDue, open_dues_of, promise_of, sides
from app.services.office import Office
from app.words import _


def add(
    office: Office, manager: ManagerId, *, side: Side, statement: str, measure: str = "", clock: Clock | None = None,
    search: SearchId | None = None, agreed_on: date | None = None, agreed_in: MeetingId | None = None,
) -> Change:  # fmt: skip
    """Propose a promise; with `agreed_on` it is agreed at once, which needs a measure and a clock."""
    office.managers.get(manager)
    expectation = Expectation(
        id=ExpectationId(0), manager=manager, search=search, side=side,
        position=office.expectations.next_position(manager),
    )  # fmt: skip
    wording = Wording(
        id=WordingId(0), expectation=expectation.id, statement=statement, measure=measure or None, clock=clock,
        agreed_on=agreed_on, agreed_in=agreed_in, written_on=office.today(),
    )  # fmt: skip
    wording = _checked(wording)
    label = _("Promise added: {statement}").format(statement=first_line(wording.statement))
    with office.write(label):
        expectation_id = ExpectationId(office.expectations.insert(expectation))
        office.wordings.insert(replace(wording, expectation=expectation_id))
    return office.change(label, "expectation", expectation_id)


def edit(office: Office, expectation: ExpectationId, **changes: Any) -> Change:
    """Change a promise that is only proposed; an agreed one is renegotiated, so that its history stays."""
    promise = promise_of(office, office.expectations.get(expectation))
    if promise.is_agreed and changes:
        raise InputError("statement", _("This was agreed. Renegotiate it, so that the old wording is kept."))
    wording = _checked(replace(promise.current, **changes))
    return _write_wording(office, wording, _("Promise edited: {statement}"))


def agree(
    office: Office, expectation: ExpectationId, *, on: date | None = None, meeting: MeetingId | None = None,
    **changes: Any,
) -> Change:  # fmt: skip
    """Both sides agree to the wording, as it stands or with last changes; it needs a measure and a clock."""
    promise = promise_of(office, office.expectations.get(expectation))
    wording = promise.wordings[-1]
    if wording.agreed_on is not None:
        raise InputError("on", _("This was agreed already. Renegotiate it to change it."))
    agreed = _checked(replace(wording, **changes, agreed_on=on or office.today(), agreed_in=meeting))
    return _write_wording(office, agreed, _("Promise agreed: {statement}"))


def propose(office: Office, expectation: ExpectationId, **changes: Any) -> Change:
    """Only a proposal again: it was agreed by mistake, and nothing was answered or renegotiated since."""
    promise = promise_of(office, office.expectations.get(expectation))
    if len(promise.wordings) > 1 or promise.check_ins:
        raise InputError("agreed_on", _("This has a history already. Renegotiate it, or close it."))
    wording = _checked(replace(promise.current, **changes, agreed_on=None, agreed_in=None))
    return _write_wording(office, wording, _("Promise only proposed: {statement}"))


def renegotiate(office: Office, expectation: ExpectationId, *, on: date | None = None, **changes: Any) -> Change:
    """Agree to a new wording; the old one and its date stay."""
    promise = promise_of(office, office.expectations.get(expectation))
    if not promise.is_agreed:
        raise InputError("statement", _("This is only proposed. Edit it, or agree to it first."))
    agreed_on = on or office.today()
    wording = _checked(
        replace(
            promise.current, **changes, id=WordingId(0), agreed_on=agreed_on, agreed_in=None, written_on=office.today()
        )
    )
    label = _("Promise renegotiated: {statement}").format(statement=first_line(wording.statement))
    with office.write(label):
        office.wordings.insert(wording)
    return office.change(label, "expectation", expectation)


def close(office: Office, expectation: ExpectationId) -> Change:
    """Close a promise; its history stays."""
    known = office.expectations.get(expectation)
    return _save(office, replace(known, closed_on=office.today()), _("Promise closed"))


def reopen(office: Office, expectation: ExpectationId) -> Change:
    """Take a closed promise up again."""
    return _save(office, replace(office.expectations.get(expectation), closed_on=None), _("Promise open again"))


def place(office: Office, expectation: ExpectationId, *, position: int) -> Change:
    """Move a promise to a place among its manager's, counted from 0."""
    moved = office.expectations.get(expectation)
    others = [each for each in office.expectations.of(moved.manager) if each.id != expectation]
    others.insert(max(0, min(position, len(others))), moved)
    label = _("Promises reordered")
    with office.write(label):
        for index, each in enumerate(others):
            if each.position != index:
                office.expectations.update(replace(each, position=index))
    return office.change(label, "expectation", expectation)


def talk_about(office: Office, expectation: ExpectationId) -> Change:
    """Bring a promise up: in the agenda of the next planned meeting, else as a follow-up for the next working day."""
    promise = promise_of(office, office.expectations.get(expectation))
    text = _("Talk about: {statement}").format(statement=first_line(promise.current.statement))
    coming = office.meetings.next_of(promise.expectation.manager, office.now())
    if coming is not None:
        return agenda.add_line(office, coming.id, line=text)
    due = working_days_after(1, office.today())
    return follow_ups.add(office, promise.expectation.manager, text=text, due=due, search=promise.expectation.search)


def remark(office: Office, expectation: ExpectationId, *, remark: str, side: Side | None = None) -> Change:
    """Write, change or remove the remark on the newest check-in of a side; it stays with you."""
    known = _newest(office, expectation, side)
    label = _("Remark on a check-in")
    with office.write(label):
        office.check_ins.update(checked(replace(known, remark=remark.strip() or None)))
    return office.change(label, "check_in", known.id)


def take_back(office: Office, expectation: ExpectationId, *, side: Side | None = None) -> Change:
    """Remove the newest check-in of a side; its due is open again. Raises `InputError` when there is none."""
    return delete_check_in(office, _newest(office, expectation, side).id)


def delete(office: Office, expectation: ExpectationId) -> Change:
    """Remove a promise with its wordings and check-ins."""
    office.expectations.get(expectation)
    label = _("Promise deleted")
    with office.write(label):
        office.expectations.delete(expectation)
    return office.change(label, "expectation", expectation)


def check_in(
    office: Office, expectation: ExpectationId, *, outcome: Outcome | None = None, side: Side | None = None,
    at: datetime | None = None, remark: str = "", evidence: str = "",
) -> Change:  # fmt: skip
    """Answer the oldest open due; without an outcome the clock decides between kept, late and missed."""
    known = office.expectations.get(expectation)
    whose = _side(known, side)
    on = at or office.now()
    waiting = [due for due in open_dues_of(office, known) if due.side is whose]
    if not waiting and outcome is None:
        raise InputError("expectation", _("Nothing is due there. Say whether it was kept, late, missed or waived."))
    made = _check_in(known, whose, waiting[0] if waiting else None, on, outcome)
    made = checked(replace(made, remark=remark or None, evidence=evidence or None))
    label = _("Check-in: {outcome}").format(outcome=clocks.outcome_label(made.outcome).casefold())
    with office.write(label):
        check_in_id = office.check_ins.insert(made)
    return office.change(label, "check_in", check_in_id)


def keep(office: Office, expectation: ExpectationId, *, side: Side | None = None, remark: str = "") -> Change:
    """The due was kept."""
    return check_in(office, expectation, outcome=Outcome.KEPT, side=side, remark=remark)


def late(office: Office, expectation: ExpectationId, *, side: Side | None = None, remark: str = "") -> Change:
    """The due came late."""
    return check_in(office, expectation, outcome=Outcome.LATE, side=side, remark=remark)


def miss(office: Office, expectation: ExpectationId, *, side: Side | None = None, remark: str = "") -> Change:
    """The due was missed."""
    return check_in(office, expectation, outcome=Outcome.MISSED, side=side, remark=remark)


def waive(office: Office, expectation: ExpectationId, *, side: Side | None = None, remark: str = "") -> Change:
    """The due counts nowhere."""
    return check_in(office, expectation, outcome=Outcome.WAIVED, side=side, remark=remark)


def correct(office: Office, check_in: CheckInId, *, outcome: Outcome, remark: str) -> Change:
    """Correct a check-in, also one the clock made, with a remark why."""
    if not remark.strip():
        raise InputError("remark", _("Please write why the check-in changes."))
    known = office.check_ins.get(check_in)
    label = _("Check-in corrected")
    with office.write(label):
        office.check_ins.update(checked(replace(known, outcome=outcome, remark=remark)))
    return office.change(label, "check_in", check_in)


def delete_check_in(office: Office, check_in: CheckInId) -> Change:
    """Remove a check-in; its due is open again."""
    label = _("Check-in deleted")
    with office.write(label):
        office.check_ins.delete(check_in)
    return office.change(label, "check_in", check_in)


def _newest(office: Office, expectation: ExpectationId, side: Side | None) -> CheckIn:
    whose = _side(office.expectations.get(expectation), side)
    made = [each for each in office.check_ins.of(expectation) if each.side is whose]
    if not made:
        raise InputError("expectation", _("There is no check-in yet."))
    return made[-1]


def _side(expectation: Expectation, side: Side | None) -> Side:
    possible = sides(expectation.side)
    if side is None and len(possible) == 1:
        return possible[0]
    if side not in possible:
        raise InputError("side", _("Say whose check-in it is: mine or theirs."))
    return side


def _check_in(
    expectation: Expectation, side: Side, due: OpenDue | None, on: datetime, outcome: Outcome | None
) -> CheckIn:
    if outcome is None:
        assert due is not None
        outcome = clocks.outcome(due.due, due.late_until, on)
    return CheckIn(
        id=CheckInId(0), expectation=expectation.id, side=side, due=due.due if due else None, on=on, outcome=outcome,
        event=due.event if due else None,
    )  # fmt: skip


def _write_wording(office: Office, wording: Wording, label: str) -> Change:
    label = label.format(statement=first_line(wording.statement))
    with office.write(label):
        office.wordings.update(wording)
    return office.change(label, "expectation", wording.expectation)


def _save(office: Office, expectation: Expectation, label: str) -> Change:
    with office.write(label):
        office.expectations.update(expectation)
    return office.change(label, "expectation", expectation.id)


def _checked(wording: Wording) -> Wording:
    """Raise `InputError` unless the wording can stand; to be agreed it needs a measure and a clock."""
    wording = checked(wording, "statement")
    if wording.agreed_on is not None and not wording.measure:
        raise InputError("measure", _("How will you both know? Write the measure before it is agreed."))
    return wording
