"""Ending a meeting: one action makes the talk, the follow-ups and the promises; one undo takes all of it back.

What each captured line becomes is a table of the domain: decisions stay and become the talk's decision, "I will" and
"they will" become follow-ups, or promises when they repeat or have a measure; notes and private lines stay.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from app.domain.captured import understand_captured
from app.domain.channels import Direction
from app.domain.clock_words import parse_clock
from app.domain.clocks import Clock, Once
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.managers import HiringManager
from app.domain.meetings import CapturedItem, CaptureKind, Meeting, MeetingState, due_by_default, kind_label
from app.domain.talks import FollowUp, FollowUpId, MeetingId, Owner, Talk, TalkId
from app.domain.text import LINE, first_line, rest
from app.services import expectations, questions, talks
from app.services.changes import Change
from app.services.office import Office
from app.services.working import working_time
from app.words import _

_SIDES = {CaptureKind.I_WILL: (Owner.ME, Side.MINE), CaptureKind.THEY_WILL: (Owner.THEM, Side.THEIRS)}


def end(office: Office, meeting: MeetingId, *, at: datetime | None = None) -> Change:
    """End a running meeting and make everything that was caught in it."""
    known = office.meetings.get(meeting)
    if known.state is not MeetingState.RUNNING or known.started_at is None:
        raise InputError("meeting", _("The meeting is not running, so it cannot be ended."))
    return _close(office, known, known.started_at, at or office.now())


def held(office: Office, meeting: MeetingId, *, started_at: datetime, ended_at: datetime) -> Change:
    """Note afterwards that a planned meeting took place, with its real times."""
    known = office.meetings.get(meeting)
    if known.state is not MeetingState.PLANNED:
        raise InputError("meeting", _("Only a planned meeting can be noted as held."))
    return _close(office, known, started_at, ended_at)


def is_promise(item: CapturedItem, repetition: str | None, held_on: date) -> bool:
    """Whether a captured line becomes a promise: it repeats, has a measure of time, or was made one."""
    return item.promise or _clock(repetition, held_on) is not None


def _close(office: Office, meeting: Meeting, started_at: datetime, ended_at: datetime) -> Change:
    if ended_at < started_at or ended_at > office.now():
        raise InputError("at", _("A meeting ends after it began and not in the future."))
    manager = office.managers.get(meeting.manager)
    label = _("{kind} with {name} ended").format(kind=kind_label(meeting.kind), name=manager.name)
    with office.write(label):
        ended = replace(
            meeting, state=MeetingState.HELD, started_at=started_at, ended_at=ended_at,
            pauses=tuple(replace(pause, ended=pause.ended or ended_at) for pause in meeting.pauses),
        )  # fmt: skip
        office.meetings.update(ended)
        items = office.captured_items.of(meeting.id)
        talks.record_meeting(office, manager, _talk(office, ended, items))
        questions.leave_open(office, ended)
        for item in items:
            if item.kind in _SIDES:
                office.captured_items.update(replace(item, became=_become(office, ended, manager, item)))
    return office.change(label, "meeting", meeting.id)


def _talk(office: Office, meeting: Meeting, items: list[CapturedItem]) -> Talk:
    """The log entry of the meeting, with its real length."""
    decisions = "; ".join(first_line(item.text) for item in items if item.kind is CaptureKind.DECISION)
    assert meeting.ended_at is not None
    return Talk(
        id=TalkId(0), manager=meeting.manager, search=meeting.search, meeting=meeting.id,
        at=meeting.started_at or meeting.ended_at, zone=office.zone.key, channel=meeting.channel,
        direction=Direction.BOTH, minutes=round(meeting.length(meeting.ended_at) / timedelta(minutes=1)),
        text=meeting.in_short or kind_label(meeting.kind), decision=_shortened(decisions) or None,
    )  # fmt: skip


def _become(office: Office, meeting: Meeting, manager: HiringManager, item: CapturedItem) -> str:
    """Make the follow-up or the promise of a captured line; what it became, as "follow_up:12"."""
    owner, side = _SIDES[item.kind]
    line = understand_captured(_sentence(item.text), now=item.at, zone=office.zone)
    held_on = item.at.astimezone(office.zone).date()
    due = line.due or due_by_default(held_on, working_time(manager).next_working_day(held_on))
    clock = _clock(line.repetition, held_on)
    if line.repetition and clock is None:
        line = replace(line, statement=first_line(_sentence(item.text)))
    if clock is not None or item.promise:
        made = expectations.add(
            office, meeting.manager, side=side, statement=line.statement, search=meeting.search,
            measure=rest(item.text) or line.statement, clock=clock or Once(by=due, at=line.due_time),
            agreed_on=held_on, agreed_in=meeting.id,
        )  # fmt: skip
        return f"expectation:{made.id}"
    follow_up = FollowUp(
        id=FollowUpId(0), manager=meeting.manager, search=meeting.search, meeting=meeting.id, owner=owner,
        text=line.statement, due=due,
    )  # fmt: skip
    return f"follow_up:{office.follow_ups.insert(follow_up)}"


def _sentence(text: str) -> str:
    """A line that went on from "I will" begins a sentence of its own; a name such as "iPhone" stays as it is."""
    goes_on = text[:1].islower() and not text[1:2].isupper()
    return text[:1].upper() + text[1:] if goes_on else text


def _clock(repetition: str | None, today: date) -> Clock | None:
    """The clock of a repetition; a phrase that is none stays part of a plain follow-up."""
    if not repetition:
        return None
    try:
        return parse_clock(repetition, today)
    except InputError:
        return None


def _shortened(text: str) -> str:
    return text if len(text) <= LINE else text[: LINE - 1] + "…"
