"""A meeting as calendars read it: an invitation, its change, or its cancellation, for all or for some (RFC 5545, 5546).

The same uid with a higher sequence number takes the place of what was sent before. Times are UTC, so that no calendar
needs to know a zone. The library is loaded here, when the first invitation is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Event, vCalAddress

_PRODUCT = "-//Rapport//Rapport//EN"
_NO_ADDRESS = "invalid:nomail"  # what calendars write for somebody whose address is not known


class Person(NamedTuple):
    """Who invites or is invited; the address may be empty for who invites."""

    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarInvitation:
    """What the file says; `stamped` is when it was made, `minutes` how long the meeting is planned.

    A cancelled one that still `takes_place` is cancelled for its guests alone, so it says nothing of its own state.
    """

    uid: str
    sequence: int
    cancelled: bool
    takes_place: bool
    stamped: datetime
    begins: datetime
    minutes: int
    summary: str
    location: str
    description: str
    organizer: Person
    guests: tuple[Person, ...]

    @property
    def method(self) -> str:
        """What a calendar is to do with it."""
        return "CANCEL" if self.cancelled else "REQUEST"


def calendar_file(invitation: CalendarInvitation) -> bytes:
    """The bytes of an `.ics` file: lines of at most 75 bytes that end in CRLF, in UTF-8."""
    event = Event()
    event.add("uid", invitation.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.stamped)
    event.add("dtstart", invitation.begins)
    event.add("dtend", invitation.begins + timedelta(minutes=invitation.minutes))
    for name in ("summary", "location", "description"):
        if words := getattr(invitation, name):
            event.add(name, words)
    event.add("organizer", _address(invitation.organizer))
    for person in invitation.guests:
        guest = _address(person)
        guest.params.update({"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"})
        event.add("attendee", guest)
    if not (invitation.cancelled and invitation.takes_place):
        event.add("status", "CANCELLED" if invitation.cancelled else "CONFIRMED")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("method", invitation.method)
    calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _address(person: Person) -> vCalAddress:
    """A person as a calendar knows them; a name takes no quotes in a parameter."""
    address = vCalAddress(f"mailto:{person.email}" if person.email else _NO_ADDRESS)
    if person.name:
        address.params["CN"] = person.name.replace('"', "”")
    return address
