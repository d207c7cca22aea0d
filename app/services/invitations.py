"""A short talk offered to somebody who has not heard from you: free times that suit you both, and the words."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from app.domain.channels import Channel
from app.domain.dates import clock_time, day_words
from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import MeetingKind
from app.services import meetings
from app.services.changes import Change
from app.services.health_facts import days_silent
from app.services.letters import Letter
from app.services.office import Office
from app.services.proposed_times import LENGTHS, proposed_times
from app.services.working import working_time
from app.words import _, plural


class Invitation(NamedTuple):
    """The offer: three moments in UTC (fewer where the next weeks are full), how long, and the letter."""

    slots: tuple[datetime, ...]
    minutes: int
    letter: Letter


def invitation(office: Office, manager: ManagerId, *, minutes: int = LENGTHS[0]) -> Invitation:
    """Times for a short talk and the words to offer them with."""
    known = office.managers.get(manager)
    slots = proposed_times(office, known, minutes=minutes)
    letter = Letter(
        to=known.email or "", name=known.name, subject=_("A short talk?"), body=_words(office, known, slots, minutes)
    )
    return Invitation(slots, minutes, letter)


def plan(office: Office, manager: ManagerId, *, at: datetime, minutes: int = LENGTHS[0]) -> Change:
    """Plan the talk at one of the times, the way the manager likes to talk."""
    known = office.managers.get(manager)
    channel = Channel(known.channel) if known.channel in (Channel.CALL, Channel.IN_PERSON) else Channel.VIDEO
    return meetings.plan(office, manager, kind=MeetingKind.STATUS, at=at, minutes=minutes, channel=channel)


def _words(office: Office, manager: HiringManager, slots: tuple[datetime, ...], minutes: int) -> str:
    """Three lines; times as the manager's clock shows them."""
    zone = working_time(manager).zone
    elsewhere = bool(slots) and any(at.astimezone(zone).utcoffset() != at.astimezone(office.zone).utcoffset()
                                    for at in slots)  # fmt: skip
    times = [
        _("{day} at {time}").format(
            day=day_words(at.astimezone(zone).date(), office.today()), time=clock_time(at, zone)
        )
        for at in slots
    ]
    if elsewhere:  # said once, of all of them
        times[-1] = _("{when} your time").format(when=times[-1])
    length = plural("{count} minute", "{count} minutes", minutes)
    asked = {
        0: _("Would {length} suit you in the next weeks, and when?"),
        1: _("Would {length} on {first} suit you?"),
        2: _("Would {length} on {first} or on {second} suit you?"),
        3: _("Would {length} on {first}, on {second} or on {third} suit you?"),
    }[len(slots)]
    first, second, third = (*times, "", "", "")[:3]
    return "\n".join((
        _("Hello {name},").format(name=manager.first_name), _reason(office, manager),
        asked.format(length=length, first=first, second=second, third=third),
    ))  # fmt: skip


def _reason(office: Office, manager: HiringManager) -> str:
    days = days_silent(office, office.managers.last_talk(manager.id))
    if not days:
        return _("I would like to hear how things are with you and your team.")
    return plural(
        "It has been {count} day since we spoke, and I would like to hear how things are with you.",
        "It has been {count} days since we spoke, and I would like to hear how things are with you.", days,
    )  # fmt: skip
