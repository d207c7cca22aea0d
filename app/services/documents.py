"""Documents for others: made from shareable values, kept as they were issued, handed to the mail program."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.domain.dates import day_words
from app.domain.errors import InputError, NotFoundError
from app.domain.fields import checked
from app.domain.issued import DocumentKind, IssuedDocument, IssuedDocumentId
from app.domain.meetings import Meeting, MeetingState, kind_label
from app.domain.talks import MeetingId
from app.domain.text import file_name
from app.services.changes import Change
from app.services.office import Office
from app.services.summaries import Part, summary_of
from app.settings import Paper
from app.words import _


class Made(NamedTuple):
    """A document before it is issued; `uncovered` names characters that no font on board can draw."""

    data: bytes
    pages: int
    file_name: str
    title: str
    uncovered: tuple[str, ...]


def meeting_called(office: Office, words: str) -> Meeting:
    """The meeting by its number, or the last one held for "latest"; raises `NotFoundError`."""
    if words == "latest":
        latest = office.meetings.latest()
        if latest is None:
            raise NotFoundError(_("No meeting has been held yet."))
        return latest
    if not words.isdecimal() or len(words) > 15:
        raise InputError("meeting", _("Give the number of a meeting, or latest."))
    return office.meetings.get(MeetingId(int(words)))


def make_summary(
    office: Office, meeting: Meeting, *, paper: Paper | None = None, without: Collection[Part] = ()
) -> Made:
    """Lay the summary of a meeting out; nothing is kept yet."""
    from app.documents.meeting_summary import meeting_summary_pdf
    from app.documents.paper import Paper as Sheet

    summary = summary_of(office, meeting.id, without=without)
    document = meeting_summary_pdf(summary, paper=Sheet(paper or office.settings.paper))
    name = _file_name(office, meeting)
    return Made(document.data, document.pages, name, summary.title, document.uncovered)


def issue_summary(
    office: Office, meeting: Meeting, *, paper: Paper | None = None, without: Collection[Part] = ()
) -> tuple[Made, Change]:
    """Make the summary and keep it as issued, under its SHA-256; the same bytes are listed once."""
    made = make_summary(office, meeting, paper=paper, without=without)
    return made, keep_summary(office, meeting, made)


def keep_summary(office: Office, meeting: Meeting, made: Made) -> Change:
    """Keep a summary that was made, as issued; listed once for the same bytes."""
    digest = hashlib.sha256(made.data).hexdigest()
    _keep(office, digest, made.data)
    label = _("Summary made: {title}").format(title=made.title)
    known = [each for each in office.issued.of(meeting.manager) if (each.sha256, each.meeting) == (digest, meeting.id)]
    if known:
        return Change(label=label, record="issued_document", id=known[0].id)
    issued = IssuedDocument(
        id=IssuedDocumentId(0), manager=meeting.manager, meeting=meeting.id, kind=DocumentKind.SUMMARY,
        title=made.title, file_name=made.file_name, made_at=office.now(), pages=made.pages, sha256=digest,
    )  # fmt: skip
    with office.write(label, undoable=False):
        issued_id = office.issued.insert(issued)
    return office.change(label, "issued_document", issued_id)


def read_issued(office: Office, document: IssuedDocumentId) -> bytes:
    """The bytes of a document as it was issued; raises `NotFoundError` when its file is gone or was changed."""
    issued = office.issued.get(document)
    try:
        data = (office.folder / "documents" / f"{issued.sha256}.pdf").read_bytes()
    except OSError as error:
        raise NotFoundError(_("The file of this document is gone. Make it again from its meeting.")) from error
    if hashlib.sha256(data).hexdigest() != issued.sha256:
        raise NotFoundError(_("The file of this document was changed. Make it again from its meeting."))
    return data


def sent(office: Office, document: IssuedDocumentId, *, to: str = "", how: str = "email") -> Change:
    """Note that you sent it; this cannot be undone."""
    issued = office.issued.get(document)
    noted = checked(replace(issued, sent_to=to or None, sent_how=how, sent_on=office.now()))
    label = _("Sent: {title}").format(title=issued.title)
    with office.write(label, undoable=False):
        office.issued.update(noted)
    return office.change(label, "issued_document", document)


def draft_summary(office: Office, meeting: Meeting, *, paper: Paper | None = None) -> bytes:
    """An email draft with the summary attached, to be opened and sent by the mail program."""
    from app.exchange.mail_draft import Attachment, mail_draft

    manager = office.managers.get(meeting.manager)
    if not manager.email:
        raise InputError("email", _("{name} has no email address yet. Add one first.").format(name=manager.name))
    made, _change = issue_summary(office, meeting, paper=paper)
    held_on = _held_on(office, meeting)
    body = _letter().format(
        name=manager.first_name, title=made.title, day=day_words(held_on, office.today()),
        own=office.settings.name,
    )  # fmt: skip
    return mail_draft(
        to=manager.email, subject=_("Summary: {title}").format(title=made.title), body=body.rstrip() + "\n",
        attachments=[Attachment(name=made.file_name, data=made.data, mime="application/pdf")],
    )  # fmt: skip


def _letter() -> str:
    return _(
        "Hello {name},\n\nhere is the summary of our talk on {day}: {title}.\n"
        "If something here is not what we agreed, tell me and I will correct it.\n\nKind regards\n{own}"
    )


def _file_name(office: Office, meeting: Meeting) -> str:
    """Sort date, kind, family name: "2026-11-24 Calibration, Okonkwo.pdf"."""
    manager = office.managers.get(meeting.manager)
    kind = kind_label(meeting.kind).split()[0]
    words = _("{date} {kind}, {family}").format(
        date=_held_on(office, meeting).isoformat(), kind=kind, family=manager.family_name
    )
    return file_name(f"{words}.pdf")


def _held_on(office: Office, meeting: Meeting) -> date:
    if meeting.state is not MeetingState.HELD or meeting.started_at is None:
        raise InputError("meeting", _("This meeting has not been held yet, so there is nothing to sum up."))
    return meeting.started_at.astimezone(office.zone).date()


def _keep(office: Office, digest: str, data: bytes) -> None:
    """Write the file under its hash before the row that names it, so that no row ever names a missing file."""
    from app.exchange.atomic import write_file

    folder = office.folder / "documents"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{digest}.pdf"
    if not path.exists() or path.read_bytes() != data:
        write_file(path, data)
