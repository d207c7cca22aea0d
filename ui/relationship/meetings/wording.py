"""A meeting's row in words: what stands under it, what is to press, and what a screen reader says."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from app.domain.channels import Channel
from app.domain.dates import clock_time, day_words
from app.domain.invitations import owed
from app.domain.meetings import MeetingState, kind_label
from app.services.meeting_list import MeetingRow
from app.services.meeting_words import FoundLine
from app.services.office import Office
from app.words import _, plural


class Action(NamedTuple):
    """The one thing a row offers to press."""

    key: str
    words: str
    icon: str


def main_action(office: Office, row: MeetingRow) -> Action | None:
    """What Enter and the button do; nothing for a cancelled meeting that nobody waits to hear of."""
    state, unsent = row.meeting.state, owed(row.meeting, office.now())
    if unsent is not None:
        return Action("invite", unsent.words, "send")
    if state is MeetingState.RUNNING:
        return Action("open", _("Continue"), "play")
    if state is MeetingState.HELD:
        return Action("summary", _("Summary"), "file-text")
    if state is MeetingState.CANCELLED:
        return None
    if row.meeting.planned_at + timedelta(minutes=row.meeting.minutes) < office.now():
        return Action("held", _("Did it happen?"), "circle-check")
    return Action("open", _("Prepare"), "list-checks")


def day_of(office: Office, row: MeetingRow) -> str:
    """The day in words."""
    day, today = (row.meeting.started_at or row.meeting.planned_at).astimezone(office.zone).date(), office.today()
    near = {today: _("Today"), today + timedelta(days=1): _("Tomorrow"), today - timedelta(days=1): _("Yesterday")}
    return near.get(day) or day_words(day, today)


def time_of(office: Office, row: MeetingRow) -> str:
    """When it began, or is to begin."""
    return clock_time(row.meeting.started_at or row.meeting.planned_at, office.zone)


def caption(row: MeetingRow) -> str:
    """Search, length and way."""
    meeting = row.meeting
    held = meeting.ended_at is not None
    minutes = round(meeting.length(meeting.ended_at) / timedelta(minutes=1)) if meeting.ended_at else meeting.minutes
    length = plural("{count} min", "{count} min", minutes)
    way = meeting.place or meeting.channel.words
    facts = (row.search, _("took {length}").format(length=length) if held else length, way)
    return " · ".join(part for part in facts if part)


def state_words(office: Office, row: MeetingRow) -> tuple[str, str, str] | None:
    """The chip beside a row: words, tone, icon; nothing where the button says it all."""
    if row.meeting.state is MeetingState.RUNNING:
        return _("In meeting"), "you", "circle-dot"
    if row.meeting.state is MeetingState.CANCELLED:
        return _("Cancelled"), "neutral", "x"
    if row.meeting.state is MeetingState.PLANNED and row.meeting.invitation_sent_at is not None:
        return (
            (_("Change not sent"), "risk", "") if owed(row.meeting, office.now()) else (_("Invited"), "neutral", "mail")
        )
    if row.sent:
        return _("Summary sent"), "kept", "send"
    return (_("Summary made"), "plain", "check") if row.issued else None


def spoken(office: Office, row: MeetingRow) -> str:
    """The whole row as one sentence."""
    chip, action = state_words(office, row), main_action(office, row)
    facts = [day_of(office, row), time_of(office, row), kind_label(row.meeting.kind), caption(row)]
    facts += [chip[0]] if chip else []
    facts += [_("Enter: {action}").format(action=action.words)] if action else []
    return ", ".join(facts)


def with_found(said: str, found: FoundLine) -> str:
    """The sentence of a row in which something was found."""
    words = _("{meeting}. Found, private: {line}") if found.is_private else _("{meeting}. Found: {line}")
    return words.format(meeting=said, line=found.excerpt.text)


def ways() -> list[tuple[str, str]]:
    """How two people can meet."""
    return [(channel.value, channel.words) for channel in (Channel.VIDEO, Channel.CALL, Channel.IN_PERSON)]
