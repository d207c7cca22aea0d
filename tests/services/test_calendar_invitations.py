"""Inviting to a meeting: what goes out, the number that rises with each change, and what is owed after it."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject

from app.domain.channels import Channel
from app.domain.errors import AppError, InputError
from app.domain.invitations import InvitationKind, offered, owed
from app.domain.managers import ManagerId
from app.domain.meetings import CaptureKind, MeetingKind
from app.domain.searches import SearchId
from app.domain.talks import MeetingId, Owner
from app.services import agenda, calendar_invitations, live, managers, meetings, searches
from app.services.calendar_invitations import ics, invitation_to, invited, mail, meeting_to_invite_to
from app.services.office import Office
from app.services.preferences import set_setting
from tests.builders import Clock, amara, memory_office

AT = datetime(2026, 11, 25, 10, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    set_setting(made, key="name", value="Robin Vale")
    set_setting(made, key="email", value="robin@vale.example")
    return made


@pytest.fixture
def meeting(office: Office) -> MeetingId:
    manager = amara(office)
    search = SearchId(searches.open_search(office, manager, title="Staff SRE").id)
    made = meetings.plan(office, manager, kind=MeetingKind.INTAKE, at=AT, search=search, agenda=("Why now 5 min",))
    return MeetingId(made.id)


def event(office: Office, meeting: MeetingId) -> Any:
    return vobject.readOne(ics(invitation_to(office, meeting)).decode()).vevent


def kinds(office: Office, meeting: MeetingId) -> tuple[InvitationKind | None, InvitationKind | None]:
    known = office.meetings.get(meeting)
    return owed(known, office.now()), offered(known, office.now())


def test_what_goes_out(office: Office, meeting: MeetingId) -> None:
    invitation = invitation_to(office, meeting)
    found = event(office, meeting)

    assert invitation.letter.subject == "Invitation: Intake meeting: Staff SRE"
    assert invitation.file_name == "2026-11-25 Intake, Okonkwo.ics"
    assert invitation.letter.body.splitlines() == [
        "Hello Amara,", "",
        "I would like to invite you to our intake meeting on Wed 25 Nov at 10:00, 30 minutes, video.", "",
        "What we want to talk about:", "- Why now · 5 min", "", "Kind regards", "Robin Vale",
    ]  # fmt: skip
    assert (found.summary.value, found.location.value) == ("Intake meeting: Staff SRE", "Video")
    assert found.uid.value == office.meetings.get(meeting).uid
    assert found.organizer.value == "mailto:robin@vale.example"
    assert (found.dtstamp.value, found.dtstart.value) == (office.now(), AT)


def test_the_letter_says_the_time_on_the_managers_clock(office: Office, meeting: MeetingId) -> None:
    managers.edit(office, ManagerId(1), zone="Asia/Tokyo")

    assert "on Wed 25 Nov at 19:00 your time" in invitation_to(office, meeting).letter.body


PRIYA = "Priya Raman <priya@halden.example>"


def test_who_is_there_with_an_address_is_invited_too_and_cancelled(office: Office, meeting: MeetingId) -> None:
    """Each once; the address itself stands nowhere but in the invitation."""
    own = str(office.managers.get(ManagerId(1)).email)
    people = ("Amara Okonkwo", PRIYA, "Tomás", "p.raman <PRIYA@halden.example>", f"Amara <{own}>")
    meetings.edit(office, meeting, attendees=people)
    invitation = invitation_to(office, meeting)
    guests = [each.value for each in event(office, meeting).contents["attendee"]]
    message = email.message_from_bytes(mail(invitation), policy=email.policy.default)

    assert [each.name for each in invitation.guests] == ["Amara Okonkwo", "Priya Raman"]
    assert guests == [f"mailto:{own}", "mailto:priya@halden.example"]
    assert str(message["To"]) == f"Amara Okonkwo <{own}>, Priya Raman <priya@halden.example>"
    assert "@" not in invitation.letter.body
    invited(office, meeting)
    meetings.cancel(office, meeting)
    assert len(invitation_to(office, meeting).guests) == 2


def test_who_is_taken_off_is_told_before_the_others_hear_of_the_change(office: Office, meeting: MeetingId) -> None:
    meetings.edit(office, meeting, attendees=("Amara Okonkwo", PRIYA))
    invited(office, meeting)
    change = meetings.edit(office, meeting, attendees=("Amara Okonkwo",))
    invitation = invitation_to(office, meeting)
    calendar = vobject.readOne(ics(invitation).decode())
    message = email.message_from_bytes(mail(invitation), policy=email.policy.default)

    assert calendar_invitations.said_of(office, change) == "Meeting changed. Priya Raman does not know it yet."
    assert calendar.method.value == "CANCEL"
    assert [each.value for each in calendar.vevent.contents["attendee"]] == ["mailto:priya@halden.example"]
    assert str(message["To"]) == "Priya Raman <priya@halden.example>"
    assert invitation.letter.subject == "Without you: Intake meeting: Staff SRE"
    assert invitation.letter.body.splitlines() == [
        "Hello Priya Raman,", "",
        "our intake meeting on Wed 25 Nov at 10:00 takes place without you, so that time is yours again.", "",
        "Kind regards", "Robin Vale",
    ]  # fmt: skip
    assert invited(office, meeting).label == "Cancellation to Priya Raman sent"
    assert kinds(office, meeting) == (InvitationKind.CHANGE, InvitationKind.CHANGE)
    assert [each.name for each in invitation_to(office, meeting).guests] == ["Amara Okonkwo"]
    live.undo(office)
    assert kinds(office, meeting) == (InvitationKind.REMOVAL, InvitationKind.REMOVAL)


def test_who_was_never_invited_or_comes_after_all_is_told_nothing(office: Office, meeting: MeetingId) -> None:
    meetings.edit(office, meeting, attendees=("Amara Okonkwo", PRIYA))
    meetings.edit(office, meeting, attendees=("Amara Okonkwo", "Ben"))
    invited(office, meeting)
    meetings.edit(office, meeting, attendees=("Amara Okonkwo",))
    assert kinds(office, meeting)[0] is InvitationKind.CHANGE

    for people in (("Amara Okonkwo", PRIYA), ("Amara Okonkwo",), ("Amara Okonkwo", "P. Raman <PRIYA@halden.example>")):
        invited(office, meeting)
        meetings.edit(office, meeting, attendees=people)
    assert kinds(office, meeting)[0] is InvitationKind.CHANGE


def test_a_cancellation_goes_to_those_taken_off_too(office: Office, meeting: MeetingId) -> None:
    meetings.edit(office, meeting, attendees=("Amara Okonkwo", PRIYA))
    invited(office, meeting)
    meetings.edit(office, meeting, attendees=("Amara Okonkwo",))
    meetings.cancel(office, meeting)

    assert [each.name for each in invitation_to(office, meeting).guests] == ["Amara Okonkwo", "Priya Raman"]
    invited(office, meeting)
    assert kinds(office, meeting) == (None, None)


CHANGES: dict[str, dict[str, Any]] = {
    "planned_at": {"planned_at": AT + timedelta(hours=1)}, "minutes": {"minutes": 45}, "place": {"place": "Room 4"},
    "channel": {"channel": Channel.IN_PERSON}, "kind": {"kind": MeetingKind.STATUS}, "search": {"search": None},
    "attendees": {"attendees": ("Amara", "Ben")},
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_that_was_told_of_raises_the_number_and_is_owed(
    office: Office, meeting: MeetingId, change: str
) -> None:
    assert kinds(office, meeting) == (None, InvitationKind.INVITATION)
    invited(office, meeting)
    uid = event(office, meeting).uid.value
    assert kinds(office, meeting) == (None, InvitationKind.INVITATION)
    meetings.edit(office, meeting, **CHANGES[change])

    assert kinds(office, meeting) == (InvitationKind.CHANGE, InvitationKind.CHANGE)
    assert (event(office, meeting).sequence.value, event(office, meeting).uid.value) == ("1", uid)
    invited(office, meeting)
    assert kinds(office, meeting) == (None, InvitationKind.INVITATION)


def test_what_nobody_was_told_of_raises_nothing(office: Office, meeting: MeetingId) -> None:
    invited(office, meeting)
    meetings.edit(office, meeting, agenda=("Other point",), planned_at=AT, moved_by=Owner.THEM)
    agenda.add_line(office, meeting, line="One more")

    assert office.meetings.get(meeting).sequence == 0
    assert kinds(office, meeting)[0] is None


def test_a_cancelled_meeting_owes_a_cancellation_to_those_invited(office: Office, meeting: MeetingId) -> None:
    meetings.cancel(office, meeting)
    assert kinds(office, meeting) == (None, None)
    live.undo(office)
    invited(office, meeting)
    meetings.cancel(office, meeting)
    assert kinds(office, meeting) == (InvitationKind.CANCELLATION,) * 2
    calendar = vobject.readOne(ics(invitation_to(office, meeting)).decode())

    assert (calendar.method.value, calendar.vevent.sequence.value) == ("CANCEL", "1")
    assert invited(office, meeting).label == "Cancellation to Amara Okonkwo sent"
    with pytest.raises(InputError, match="Nobody has to be invited"):
        invited(office, meeting)


def test_who_was_invited_is_told_before_the_meeting_is_deleted(office: Office, meeting: MeetingId) -> None:
    """Else nothing would be left to send a cancellation of."""
    invited(office, meeting)
    with pytest.raises(InputError) as refused:
        meetings.delete(office, meeting)
    assert str(refused.value) == "Amara was invited to this meeting. Cancel it first, so that they can be told."

    meetings.cancel(office, meeting)
    meetings.delete(office, meeting)
    assert office.meetings.find(meeting) is None


def test_one_undo_takes_the_note_back(office: Office, meeting: MeetingId) -> None:
    invited(office, meeting)
    assert office.meetings.get(meeting).invitation_sent_at == office.now()
    live.undo(office)

    known = office.meetings.get(meeting)
    assert (known.invitation_sent_at, known.invited_as) == (None, None)


def test_nothing_is_sent_about_what_is_past(office: Office, meeting: MeetingId, clock: Clock) -> None:
    invited(office, meeting)
    meetings.edit(office, meeting, minutes=45)
    clock.pass_by(days=2)

    assert kinds(office, meeting) == (None, None)


def test_nothing_private_is_in_it(office: Office, meeting: MeetingId) -> None:
    secret = "Zq7private"
    fields = dict.fromkeys(("phone", "department", "tick", "rapport", "preferred_times", "language"), secret)
    managers.edit(office, ManagerId(1), **fields)
    searches.edit(office, SearchId(1), unit=secret, reason_open=secret)
    meetings.capture(office, meeting, kind=CaptureKind.PRIVATE, text=secret)
    invitation = invitation_to(office, meeting)

    assert secret not in ics(invitation).decode().replace("\r\n ", "")
    assert secret not in invitation.letter.body
    assert secret.encode() not in mail(invitation)


def test_without_an_address_one_sentence_says_so(office: Office, meeting: MeetingId) -> None:
    managers.edit(office, ManagerId(1), email=None)
    for make in (ics, mail):
        with pytest.raises(InputError, match="no email address yet"):
            make(invitation_to(office, meeting))


def test_a_meeting_is_named_by_its_number_or_its_manager(office: Office, meeting: MeetingId) -> None:
    assert meeting_to_invite_to(office, str(meeting)).id == meeting
    assert meeting_to_invite_to(office, "amara").id == meeting
    meetings.delete(office, meeting)
    for words in ("amara", str(meeting), "nobody"):
        with pytest.raises(AppError):
            meeting_to_invite_to(office, words)


@pytest.mark.parametrize("ending", ["ics", "eml", "ICS"])
def test_the_file_is_what_its_ending_says(office: Office, meeting: MeetingId, tmp_path: Path, ending: str) -> None:
    path = calendar_invitations.write_file(tmp_path / f"x.{ending}", invitation_to(office, meeting))

    assert path.read_bytes().startswith(b"X-Unsent: 1" if ending == "eml" else b"BEGIN:VCALENDAR\r\n")


def test_another_ending_is_refused(office: Office, meeting: MeetingId, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ends in \.ics or \.eml"):
        calendar_invitations.write_file(tmp_path / "x.pdf", invitation_to(office, meeting))
    assert list(tmp_path.glob("x.*")) == []


def test_the_draft_lies_in_the_office(office: Office, meeting: MeetingId) -> None:
    path = calendar_invitations.write_draft(office.folder, invitation_to(office, meeting))

    assert path == office.folder / "documents" / "drafts" / "2026-11-25 Intake, Okonkwo.eml"
    assert b'method="REQUEST"' in path.read_bytes()
