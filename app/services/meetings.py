"""Meetings: plan, start, capture, pause; what ending one makes is in `app.services.ending`."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.domain.attendees import check_attendees
from app.domain.channels import Channel
from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.invitations import is_expected
from app.domain.managers import ManagerId
from app.domain.meetings import (
    CapturedItem,
    CapturedItemId,
    CaptureKind,
    Meeting,
    MeetingKind,
    MeetingState,
    Pause,
    kind_label,
)
from app.domain.searches import SearchId
from app.domain.talks import MeetingId, Owner
from app.services import agenda as agendas
from app.services.bring_up import first_lines
from app.services.changes import Change
from app.services.office import Office
from app.services.working import zone_of
from app.storage import drafts
from app.words import _, plural

_NEAR = timedelta(hours=2)
# What those invited were told: when it changes, their calendars have to hear of it.
_TOLD = ("kind", "planned_at", "minutes", "channel", "place", "search", "attendees")


def plan(
    office: Office, manager: ManagerId, *, kind: MeetingKind, at: datetime, minutes: int | None = None,
    channel: Channel = Channel.VIDEO, place: str = "", search: SearchId | None = None,
    attendees: tuple[str, ...] | None = None, agenda: tuple[str, ...] | None = None,
) -> Change:  # fmt: skip
    """Plan a meeting; its agenda is its kind's with what there is to bring up, unless its points are given."""
    known = office.managers.get(manager)
    meeting = _new(office, known.id, kind, at, minutes, channel, search)
    meeting = _checked(replace(meeting, place=place or None, attendees=attendees or (known.name,)))
    points = first_lines(office, known, kind, meeting.minutes, search) if agenda is None else agenda
    label = _("{kind} with {name} planned").format(kind=kind_label(kind), name=known.name)
    with office.write(label):
        meeting_id = MeetingId(office.meetings.insert(meeting))
        agendas.write_lines(office, meeting_id, points)
    return office.change(label, "meeting", meeting_id)


def edit(office: Office, meeting: MeetingId, *, agenda: tuple[str, ...] | None = None, **changes: Any) -> Change:
    """Change what is planned, with the points of its agenda; a change an invitation tells of raises its sequence."""
    known = office.meetings.get(meeting)
    if known.state in (MeetingState.HELD, MeetingState.CANCELLED) and "planned_at" in changes:
        raise InputError("planned_at", _("This meeting is over, so its planned time stays."))
    moved = _checked(replace(known, **changes))
    if any(getattr(known, each) != getattr(moved, each) for each in _TOLD):
        moved = replace(moved, sequence=known.sequence + 1)
    label = _("Meeting changed")
    with office.write(label):
        if agenda is not None:
            agendas.write_lines(office, meeting, agenda)
        office.meetings.update(moved)
    return office.change(label, "meeting", meeting)


def extend(office: Office, meeting: MeetingId, *, minutes: int = 5) -> Change:
    """Give a running meeting more time."""
    known = _running(office, meeting)
    label = plural("{count} minute more", "{count} minutes more", minutes)
    return _save(office, _checked(replace(known, minutes=known.minutes + minutes)), label)


def cancel(office: Office, meeting: MeetingId, *, by: Owner | None = None) -> Change:
    """Cancel a meeting that was not held; `by` is who asked for it, where that is known."""
    known = office.meetings.get(meeting)
    if known.state is MeetingState.HELD:
        raise InputError("meeting", _("This meeting was held. Delete it if it should not be there."))
    cancelled = replace(known, state=MeetingState.CANCELLED, sequence=known.sequence + 1, moved_by=by or known.moved_by)
    return _save(office, cancelled, _("Meeting cancelled"))


def delete(office: Office, meeting: MeetingId) -> Change:
    """Remove a meeting; its talk and what it became stay, without the link.

    One that somebody was invited to is cancelled first: without it there is nothing to send a cancellation of.
    """
    known = office.meetings.get(meeting)
    if is_expected(known, office.now()):
        name = office.managers.get(known.manager).first_name
        refusal = _("{name} was invited to this meeting. Cancel it first, so that they can be told.")
        raise InputError("meeting", refusal.format(name=name))
    label = _("Meeting deleted")
    with office.write(label):
        office.meetings.delete(meeting)
    return office.change(label, "meeting", meeting)


def start(office: Office, meeting: MeetingId) -> Change:
    """Start a planned meeting; only one runs at a time."""
    known = office.meetings.get(meeting)
    running = office.meetings.running()
    if running is not None and running.id != meeting:
        other = office.managers.get(running.manager)
        raise InputError("meeting", _("A meeting with {name} is running. End that one first.").format(name=other.name))
    if known.state is not MeetingState.PLANNED:
        raise InputError("meeting", _("Only a planned meeting can be started."))
    started = replace(known, state=MeetingState.RUNNING, started_at=office.now())
    return _save(office, started, _("Meeting started"))


def begin(office: Office, manager: ManagerId) -> Change:
    """Start the meeting with a manager that is planned for about now, else one that was not planned."""
    now = office.now()
    near = [each for each in office.meetings.planned(now - _NEAR, now + _NEAR) if each.manager == manager]
    if near:
        return start(office, min(near, key=lambda each: abs(each.planned_at - now)).id)
    return start_now(office, manager)


def start_now(
    office: Office, manager: ManagerId, *, kind: MeetingKind = MeetingKind.OTHER,
    channel: Channel = Channel.VIDEO, search: SearchId | None = None,
) -> Change:  # fmt: skip
    """Start a meeting that was not planned."""
    label = _("Meeting started")
    with office.write(label):
        planned = plan(office, manager, kind=kind, at=office.now(), channel=channel, search=search)
        start(office, MeetingId(planned.id))
    return office.change(label, "meeting", planned.id)


def pause(office: Office, meeting: MeetingId) -> Change:
    """Stop the clock of a running meeting."""
    known = _running(office, meeting)
    if known.pauses and known.pauses[-1].ended is None:
        raise InputError("meeting", _("The meeting is paused already."))
    return _save(office, replace(known, pauses=(*known.pauses, Pause(begun=office.now()))), _("Meeting paused"))


def go_on(office: Office, meeting: MeetingId) -> Change:
    """Let the clock of a paused meeting run again."""
    known = _running(office, meeting)
    if not known.pauses or known.pauses[-1].ended is not None:
        raise InputError("meeting", _("The meeting is not paused."))
    ended = replace(known.pauses[-1], ended=office.now())
    return _save(office, replace(known, pauses=(*known.pauses[:-1], ended)), _("Meeting goes on"))


def capture(
    office: Office, meeting: MeetingId, *, kind: CaptureKind, text: str, promise: bool = False,
    at: datetime | None = None,
) -> Change:  # fmt: skip
    """Catch one line: the thing itself, and on the next line its reason or measure."""
    known = office.meetings.get(meeting)
    if known.state is MeetingState.CANCELLED:
        raise InputError("meeting", _("This meeting was cancelled."))
    if known.state is MeetingState.HELD and kind in (CaptureKind.I_WILL, CaptureKind.THEY_WILL):
        raise InputError("meeting", _("This meeting is over. Add a follow-up or a promise instead."))
    caught = office.captured_items.of(meeting)
    item = CapturedItem(
        id=CapturedItemId(0), meeting=meeting, kind=kind, text=text.strip(), at=at or office.now(), promise=promise,
        position=caught[-1].position + 1 if caught else 0,
    )  # fmt: skip
    item = checked(item, "text")
    label = _("Captured")
    with office.write(label):
        item_id = office.captured_items.insert(item)
        drafts.forget(office.conn, draft_place(meeting))
    return office.change(label, "captured_item", item_id)


def draft_place(meeting: int) -> str:
    """Where the line that is being typed in a meeting is kept."""
    return f"meeting:{meeting}:line"


def edit_item(office: Office, item: CapturedItemId, **changes: Any) -> Change:
    """Correct a captured line, or make it another kind."""
    edited = checked(replace(office.captured_items.get(item), **changes), "text")
    label = _("Captured line edited")
    with office.write(label):
        office.captured_items.update(edited)
    return office.change(label, "captured_item", item)


def delete_item(office: Office, item: CapturedItemId) -> Change:
    """Remove a captured line."""
    label = _("Captured line deleted")
    with office.write(label):
        office.captured_items.delete(item)
    return office.change(label, "captured_item", item)


def say_in_short(office: Office, meeting: MeetingId, *, text: str) -> Change:
    """Write the lines that stand first on the summary."""
    known = office.meetings.get(meeting)
    return _save(office, _checked(replace(known, in_short=text.strip() or None)), _("In short written"))


def _new(office: Office, manager: ManagerId, kind: MeetingKind, at: datetime, *rest: Any) -> Meeting:
    minutes, channel, search = rest
    sql = "SELECT id, (SELECT count(*) FROM action), (SELECT coalesce(max(id), 0) FROM meeting) FROM office"
    office_id, actions, last = office.conn.execute(sql).fetchone()
    seed = f"{office_id}|{manager}|{at.isoformat()}|{actions}|{last}"
    uid = hashlib.sha256(seed.encode()).hexdigest()[:32] + "@rapport"
    return Meeting(
        id=MeetingId(0), manager=manager, search=search, kind=kind, planned_at=at, zone=office.zone.key, uid=uid,
        minutes=agendas.default_minutes(kind) if minutes is None else minutes, channel=channel,
    )  # fmt: skip


def _running(office: Office, meeting: MeetingId) -> Meeting:
    known = office.meetings.get(meeting)
    if known.state is not MeetingState.RUNNING:
        raise InputError("meeting", _("The meeting is not running."))
    return known


def _save(office: Office, meeting: Meeting, label: str) -> Change:
    with office.write(label):
        office.meetings.update(meeting)
    return office.change(label, "meeting", meeting.id)


def _checked(meeting: Meeting) -> Meeting:
    """Raise `InputError` for the first field that cannot be taken."""
    if not 1 <= meeting.minutes <= 1440:
        raise InputError("minutes", _("A meeting lasts between 1 and 1,440 minutes."))
    if any(len(name) > 200 for name in meeting.attendees) or len(meeting.attendees) > 100:
        raise InputError("attendees", _("At most 100 attendees of 200 characters each."))
    check_attendees(meeting.attendees)
    zone_of(meeting.zone)
    return checked(meeting)
