"""An invitation as another program reads it: method, people, times, CRLF, folding, and words that are hard to carry."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from app.domain.text import clean
from app.exchange.invitations import CalendarInvitation, Person, calendar_file
from app.exchange.mail_draft import Attachment, CalendarPart, mail_draft

INVITATION = CalendarInvitation(
    uid="0123456789abcdef@rapport", sequence=2, cancelled=False, takes_place=True,
    stamped=datetime(2026, 11, 24, 9, 10, tzinfo=UTC), begins=datetime(2026, 11, 25, 10, tzinfo=UTC), minutes=45,
    summary="Intake meeting: Staff SRE", location="Room 4",
    description="What we want to talk about:\n- Why this role · 5 min",
    organizer=Person("Robin Vale", "r@vale.example"), guests=(Person("Amara Okonkwo", "amara@halden.example"),),
)  # fmt: skip
HOSTILE = {
    "a line break": "one\ntwo", "commas and semicolons": "Bell, Haddad; Zhang: a\\b\\n", "quotes": 'She said "no"',
    "emoji": "👩🏽‍💻 " * 40, "2,000 letters": "word " * 399 + "end", "one long word": "x" * 2_000,
    "right to left": "مقابلة: مهندس، أول", "many scripts": "Łukasz 佐藤 Δήμητρα ليلى",
    "a second component": "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y",
    "a fold of its own": "a\n b\n\tc", "percent": "100 %^n^^",
}  # fmt: skip


def read(data: bytes) -> Any:
    """The calendar as a program that shares no code with ours reads it."""
    return vobject.readOne(data.decode())


def lines(data: bytes) -> list[bytes]:
    """Physical lines, checked as RFC 5545 wants them: CRLF, at most 75 octets, whole UTF-8."""
    assert data.endswith(b"\r\n")
    found = data[:-2].split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in found)
    assert max(map(len, found)) <= 75
    return found


def unfolded(data: bytes) -> list[str]:
    lines(data)
    return data.replace(b"\r\n ", b"").decode().splitlines()


def test_everything_a_calendar_needs_is_there() -> None:
    calendar = read(calendar_file(INVITATION))
    event = calendar.vevent

    assert (calendar.method.value, calendar.version.value) == ("REQUEST", "2.0")
    assert (event.uid.value, event.sequence.value, event.status.value) == (INVITATION.uid, "2", "CONFIRMED")
    assert (event.dtstart.value, event.dtend.value) == (INVITATION.begins, INVITATION.begins + timedelta(minutes=45))
    assert event.dtstamp.value == INVITATION.stamped
    assert (event.summary.value, event.location.value) == (INVITATION.summary, "Room 4")
    assert event.description.value == INVITATION.description
    assert (event.organizer.value, event.organizer.params["CN"]) == ("mailto:r@vale.example", ["Robin Vale"])
    assert event.attendee.value == "mailto:amara@halden.example"
    assert event.attendee.params["RSVP"] == ["TRUE"]
    assert event.attendee.params["PARTSTAT"] == ["NEEDS-ACTION"]


def test_times_are_written_in_utc_on_both_sides_of_the_change_of_clocks() -> None:
    for day, written in ((28, "20260328T160000Z"), (30, "20260330T150000Z")):
        begins = datetime(2026, 3, day, 16, tzinfo=ZoneInfo("Europe/London")).astimezone(UTC)
        found = unfolded(calendar_file(replace(INVITATION, begins=begins)))

        assert f"DTSTART:{written}" in found
        assert not any("TZID" in line or "VTIMEZONE" in line for line in found)


def test_a_cancellation_says_so_twice() -> None:
    calendar = read(calendar_file(replace(INVITATION, cancelled=True, takes_place=False, sequence=3)))

    assert (calendar.method.value, calendar.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert (calendar.vevent.uid.value, calendar.vevent.sequence.value) == (INVITATION.uid, "3")


def test_somebody_taken_off_is_cancelled_alone() -> None:
    """RFC 5546, 3.2.5: only those taken off are named, and the event itself has no state."""
    calendar = read(calendar_file(replace(INVITATION, cancelled=True)))

    assert calendar.method.value == "CANCEL"
    assert not hasattr(calendar.vevent, "status")


@pytest.mark.parametrize("kind", HOSTILE)
def test_hard_words_arrive_as_they_are_and_add_nothing(kind: str) -> None:
    words = clean(HOSTILE[kind], "text", "text", 2_000, lines=True)
    line = clean(words, "text", "text", 2_000, lines=False)
    guests = (INVITATION.guests[0]._replace(name=line[:200]),)
    data = calendar_file(replace(INVITATION, summary=line, location=line, description=words, guests=guests))
    lines(data)
    event = read(data).vevent

    assert (event.summary.value, event.location.value, event.description.value) == (line, line, words)
    assert [name for name in (each.partition(":")[0] for each in unfolded(data)) if name == "BEGIN"] == ["BEGIN"] * 2
    assert event.attendee.value == "mailto:amara@halden.example"
    again = Calendar.from_ical(data).walk("VEVENT")[0]
    assert str(again["SUMMARY"]) == line
    assert str(again["ATTENDEE"].params["CN"]) == line[:200].replace('"', "”")


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)


@settings(max_examples=80, deadline=None)
@given(TEXT, TEXT)
def test_any_words_come_back(summary: str, description: str) -> None:
    summary = clean(summary, "text", "text", 2_000, lines=False)
    description = clean(description, "text", "text", 2_000, lines=True)
    data = calendar_file(replace(INVITATION, summary=summary, description=description))
    lines(data)
    event = Calendar.from_ical(data).walk("VEVENT")[0]

    assert str(event.get("SUMMARY", "")) == summary
    assert str(event.get("DESCRIPTION", "")) == description
    assert len(read(data).contents["vevent"]) == 1


def test_who_invites_may_have_no_address() -> None:
    event = read(calendar_file(replace(INVITATION, organizer=Person("Robin Vale", "")))).vevent

    assert (event.organizer.value, event.organizer.params["CN"]) == ("invalid:nomail", ["Robin Vale"])


def test_a_mail_carries_it_as_calendars_expect() -> None:
    data = calendar_file(INVITATION)
    draft = mail_draft(
        to="amara@halden.example", to_name="Amara Okonkwo", subject="Invitation", body="Hello Amara",
        calendar=CalendarPart(text=data.decode(), method="REQUEST"),
        attachments=[Attachment(name="Intake.ics", data=data, mime="application/ics")],
    )  # fmt: skip
    message = email.message_from_bytes(draft, policy=email.policy.default)
    alternative, attached = message.iter_parts()
    words, calendar = alternative.iter_parts()

    assert message["X-Unsent"] == "1"
    assert [part.get_content_type() for part in (message, alternative, words, calendar, attached)] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/calendar", "application/ics",
    ]  # fmt: skip
    assert (calendar.get_param("method"), calendar.get_content_charset()) == ("REQUEST", "utf-8")
    assert calendar.get_payload(decode=True) == data == attached.get_content()
    assert attached.get_filename() == "Intake.ics"
    assert all(line.endswith(b"\r\n") for line in draft.splitlines(keepends=True))
