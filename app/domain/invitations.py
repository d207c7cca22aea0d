"""What calendars are told of a meeting: that it is to be, that it changed, that it is not to be, for all or some."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from app.domain.attendees import Attendee, attendee
from app.domain.meetings import Meeting, MeetingState
from app.words import _


class InvitationKind(StrEnum):
    """What is sent."""

    INVITATION = "invitation"
    CHANGE = "change"
    CANCELLATION = "cancellation"
    REMOVAL = "removal"

    @property
    def words(self) -> str:
        """What to press."""
        return {
            InvitationKind.INVITATION: _("Send the invitation"),
            InvitationKind.CHANGE: _("Send the change"),
            InvitationKind.CANCELLATION: _("Send the cancellation"),
            InvitationKind.REMOVAL: _("Tell who was taken off"),
        }[self]


def taken_off(meeting: Meeting) -> tuple[Attendee, ...]:
    """Who was invited and is not to come any more."""
    coming = {attendee(each).email.casefold() for each in meeting.attendees}
    return tuple(each for each in map(attendee, meeting.invited) if each.email.casefold() not in coming)


def owed(meeting: Meeting, now: datetime) -> InvitationKind | None:
    """What those invited do not know yet of a meeting they were invited to; nothing once its time is past."""
    told = meeting.invitation_sent_at is None or meeting.invited_as == meeting.sequence
    if told or meeting.planned_at <= now:
        return None
    if meeting.state is MeetingState.CANCELLED:
        return InvitationKind.CANCELLATION
    if meeting.state is not MeetingState.PLANNED:
        return None
    return InvitationKind.REMOVAL if taken_off(meeting) else InvitationKind.CHANGE


def offered(meeting: Meeting, now: datetime) -> InvitationKind | None:
    """What can be sent about a meeting: what is owed, else the invitation to one that is planned, also again."""
    if meeting.state is MeetingState.PLANNED and meeting.planned_at > now:
        return owed(meeting, now) or InvitationKind.INVITATION
    return owed(meeting, now)


def is_expected(meeting: Meeting, now: datetime) -> bool:
    """Whether somebody was invited to it and still comes."""
    return meeting.state is MeetingState.PLANNED and meeting.invitation_sent_at is not None and meeting.planned_at > now
