"""Inviting to a planned meeting: a mail that a calendar understands, for the person's own mail program to send.

What was sent is noted by hand, because no mail program says that a mail left. A meeting that is moved or cancelled
after that owes those invited the change, and who is taken off it hears of that first. Of what goes out only shareable
rows are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.agenda import point_words
from app.domain.attendees import Attendee, attendee
from app.domain.channels import Channel
from app.domain.dates import clock_time, day_words
from app.domain.errors import InputError, NotFoundError, StorageError
from app.domain.invitations import InvitationKind, offered, owed, taken_off
from app.domain.meetings import Meeting, MeetingKind, kind_label
from app.domain.talks import MeetingId
from app.domain.text import file_name
from app.services import mail_drafts
from app.services.changes import Change
from app.services.letters import Letter
from app.services.office import Office
from app.services.people import manager_called
from app.services.working import zone_of
from app.storage import shareable
from app.words import _, plural

if TYPE_CHECKING:
    from app.exchange.invitations import CalendarInvitation

Row = Mapping[str, Any]


class Invitation(NamedTuple):
    """What goes out: its kind, the letter around it, what calendars read, the name of the file, who else is invited."""

    kind: InvitationKind
    letter: Letter
    told: Told
    file_name: str
    others: tuple[Attendee, ...]

    @property
    def guests(self) -> tuple[Attendee, ...]:
        """Everybody who is invited, the manager first."""
        return (Attendee(self.letter.name, self.letter.to), *self.others)


class Told(NamedTuple):
    """What a calendar is told, before the library that writes it is loaded."""

    stamped: datetime
    meeting: Row
    summary: str
    location: str
    description: str
    organizer: tuple[str, str]


def meeting_to_invite_to(office: Office, words: str) -> Meeting:
    """A meeting by its number, or the next one planned with the manager called so; raises `NotFoundError`."""
    if words.isdecimal() and len(words) <= 15:
        return office.meetings.get(MeetingId(int(words)))
    manager = manager_called(office, words)
    found = office.meetings.next_of(manager.id, office.now())
    if found is None:
        raise NotFoundError(_("No meeting with {name} is planned.").format(name=manager.name))
    return found


def invitation_to(office: Office, meeting: MeetingId) -> Invitation:
    """What can be sent about a meeting now; raises `InputError` when that is nothing."""
    known = office.meetings.get(meeting)
    kind, row, settings = _offered(office, known), _one(office, "shareable_meeting", meeting), office.settings
    summary, agenda = _summary(office, row), _agenda(office, kind, row)
    told = Told(office.now(), row, summary, _place(row), agenda, (settings.name, settings.email))
    first, *others = _guests(office, kind, known)
    letter = Letter(to=first.email, name=first.name, subject=_subjects()[kind].format(meeting=summary),
                    body=_body(office, kind, row, first))  # fmt: skip
    return Invitation(kind, letter, told, _named(office, row), tuple(others))


def calendar_of(invitation: Invitation) -> CalendarInvitation:
    """What a calendar reads; needs no database. Raises `InputError` while there is no address to invite."""
    from app.exchange.invitations import CalendarInvitation, Person
    from app.exchange.mail_draft import plain_address

    told, letter = invitation.told, invitation.letter
    if not letter.to:
        raise InputError("email", _("{name} has no email address yet. Add one first.").format(name=letter.name))
    name, email = told.organizer
    return CalendarInvitation(
        uid=told.meeting["uid"], sequence=told.meeting["sequence"], stamped=told.stamped,
        cancelled=invitation.kind in (InvitationKind.CANCELLATION, InvitationKind.REMOVAL),
        takes_place=invitation.kind is not InvitationKind.CANCELLATION,
        begins=datetime.fromisoformat(told.meeting["planned_at"]), minutes=told.meeting["minutes"],
        summary=told.summary, location=told.location, description=told.description,
        organizer=Person(name, plain_address(email) if email else ""),
        guests=tuple(Person(each.name, plain_address(each.email)) for each in invitation.guests),
    )  # fmt: skip


def ics(invitation: Invitation) -> bytes:
    """The `.ics` file; needs no database."""
    from app.exchange.invitations import calendar_file

    return calendar_file(calendar_of(invitation))


def mail(invitation: Invitation) -> bytes:
    """The `.eml` draft with the calendar inside it, and as a file beside it; needs no database."""
    from app.exchange.mail_draft import Attachment, CalendarPart, mail_draft

    calendar, data, letter = calendar_of(invitation), ics(invitation), invitation.letter
    return mail_draft(
        to=letter.to, to_name=letter.name, others=invitation.others, subject=letter.subject, body=letter.body,
        calendar=CalendarPart(text=data.decode(), method=calendar.method),
        attachments=[Attachment(name=invitation.file_name, data=data, mime="application/ics")],
    )  # fmt: skip


def write_file(path: Path, invitation: Invitation) -> Path:
    """Write the invitation as the ending of the path says, `.ics` or `.eml`; needs no database.

    Raises `InputError` for another ending, `StorageError` when it cannot be written.
    """
    from app.exchange import atomic

    makers = {".ics": ics, ".eml": mail}
    make = makers.get(path.suffix.lower())
    if make is None:
        raise InputError("to", _("Write the invitation to a file that ends in .ics or .eml."))
    atomic.write_file(path, make(invitation))
    return path


def write_draft(folder: Path, invitation: Invitation) -> Path:
    """Write the draft into the office's folder, for the mail program to open; needs no database."""
    drafts = mail_drafts.folder_of(folder)
    try:
        drafts.mkdir(mode=0o700, parents=True, exist_ok=True)
        mail_drafts.sweep(folder)
    except OSError as error:
        raise StorageError(_("The office’s folder cannot be written. Choose another folder.")) from error
    return write_file((drafts / invitation.file_name).with_suffix(".eml"), invitation)


def invited(office: Office, meeting: MeetingId) -> Change:
    """Note that what there is to send about a meeting was sent."""
    known = office.meetings.get(meeting)
    kind = _offered(office, known)
    first, *others = _guests(office, kind, known)
    label = {
        InvitationKind.INVITATION: _("Invitation to {name} sent"), InvitationKind.CHANGE: _("Change to {name} sent"),
        InvitationKind.CANCELLATION: _("Cancellation to {name} sent"),
        InvitationKind.REMOVAL: _("Cancellation to {name} sent"),
    }[kind].format(name=first.name)  # fmt: skip
    if kind is InvitationKind.REMOVAL:
        off = taken_off(known)
        noted = replace(known, invited=tuple(each for each in known.invited if attendee(each) not in off))
    else:
        invited_now = tuple(each.words for each in others) if kind is not InvitationKind.CANCELLATION else ()
        noted = replace(known, invitation_sent_at=office.now(), invited_as=known.sequence, invited=invited_now)
    with office.write(label):
        office.meetings.update(noted)
    return office.change(label, "meeting", meeting)


def said_of(office: Office, change: Change) -> str:
    """What was done, and of a meeting somebody was invited to that they do not know it yet."""
    waits = who_waits(office, change)
    return f"{change.label}. {waits}" if waits else change.label


def who_waits(office: Office, change: Change) -> str:
    """The sentence on who was invited to a meeting and does not know yet what was done to it; empty when nobody."""
    meeting = office.meetings.find(change.id) if change.record == "meeting" else None
    unsent = owed(meeting, office.now()) if meeting is not None else None
    if meeting is None or unsent is None:
        return ""
    off = unsent is InvitationKind.REMOVAL
    name = taken_off(meeting)[0].name if off else office.managers.get(meeting.manager).first_name
    return _("{name} does not know it yet.").format(name=name)


def _offered(office: Office, meeting: Meeting) -> InvitationKind:
    kind = offered(meeting, office.now())
    if kind is None:
        raise InputError("meeting", _("Nobody has to be invited to this meeting, or told of a change."))
    return kind


def _one(office: Office, view: str, record: int) -> Row:
    return shareable.rows(office.conn, view, "id = ?", (record,))[0]


def _guests(office: Office, kind: InvitationKind, meeting: Meeting) -> tuple[Attendee, ...]:
    """Whom it goes to: the manager, then who is there and has an address, each once; or who was taken off.

    A cancellation goes to everybody who was ever invited. The person who invites is not a guest.
    """
    if kind is InvitationKind.REMOVAL:
        return taken_off(meeting)
    manager = _one(office, "shareable_manager", meeting.manager)
    first = Attendee(manager["name"], office.managers.get(meeting.manager).email or "")
    there = map(attendee, (*meeting.attendees, *(meeting.invited if kind is InvitationKind.CANCELLATION else ())))
    others: dict[str, Attendee] = {}
    for each in there:
        address = each.email.casefold()
        if address and address not in (first.email.casefold(), office.settings.email.casefold()):
            others.setdefault(address, each)
    return first, *others.values()


def _summary(office: Office, row: Row) -> str:
    """What the calendar entry is called."""
    kind = kind_label(MeetingKind(row["kind"]))
    if row["search"] is None:
        return kind
    return _("{kind}: {search}").format(kind=kind, search=_one(office, "shareable_search", row["search"])["title"])


def _place(row: Row) -> str:
    """The room or the link, else how you talk."""
    return row["place"] or Channel(row["channel"]).words


def _agenda(office: Office, kind: InvitationKind, row: Row) -> str:
    """What it is about, for those who come."""
    if kind in (InvitationKind.CANCELLATION, InvitationKind.REMOVAL):
        return ""
    points = shareable.rows(office.conn, "shareable_agenda_item", "meeting = ? ORDER BY position, id", (row["id"],))
    lines = [f"- {point_words(point['text'], point['minutes'])}" for point in points]
    return "\n".join([_("What we want to talk about:"), *lines]) if lines else ""


def _subjects() -> dict[InvitationKind, str]:
    return {
        InvitationKind.INVITATION: _("Invitation: {meeting}"), InvitationKind.CHANGE: _("Changed: {meeting}"),
        InvitationKind.CANCELLATION: _("Cancelled: {meeting}"), InvitationKind.REMOVAL: _("Without you: {meeting}"),
    }  # fmt: skip


def _body(office: Office, kind: InvitationKind, row: Row, first: Attendee) -> str:
    """A few lines; the time as the manager's clock shows it."""
    known = office.managers.get(row["manager"])
    zone, at = zone_of(known.zone), datetime.fromisoformat(row["planned_at"])
    elsewhere = at.astimezone(zone).utcoffset() != at.astimezone(office.zone).utcoffset()
    pattern = _("{day} at {time} your time") if elsewhere else _("{day} at {time}")
    when = pattern.format(day=day_words(at.astimezone(zone).date(), office.today()), time=clock_time(at, zone))
    sentence = {
        InvitationKind.INVITATION: _("I would like to invite you to our {meeting} on {when}, {length}, {place}."),
        InvitationKind.CHANGE: _("our {meeting} has changed. It is now on {when}, {length}, {place}."),
        InvitationKind.CANCELLATION: _("our {meeting} on {when} does not take place. I will offer another time."),
        InvitationKind.REMOVAL: _("our {meeting} on {when} takes place without you, so that time is yours again."),
    }[kind].format(
        meeting=kind_label(MeetingKind(row["kind"])).lower(), when=when,
        place=row["place"] or Channel(row["channel"]).words.lower(),
        length=plural("{count} minute", "{count} minutes", row["minutes"]),
    )  # fmt: skip
    called = first.name if kind is InvitationKind.REMOVAL else known.first_name
    parts = [_("Hello {name},").format(name=called), sentence, _agenda(office, kind, row)]
    parts.append(_("Kind regards\n{own}").format(own=office.settings.name).rstrip())
    return "\n\n".join(part for part in parts if part)


def _named(office: Office, row: Row) -> str:
    """The file's name: day, kind, family name: "2026-11-25 Intake, Okonkwo.ics"."""
    day = datetime.fromisoformat(row["planned_at"]).astimezone(office.zone).date().isoformat()
    family = office.managers.get(row["manager"]).family_name
    kind = kind_label(MeetingKind(row["kind"])).split()[0]
    return file_name(f"{_('{date} {kind}, {family}').format(date=day, kind=kind, family=family)}.ics")
