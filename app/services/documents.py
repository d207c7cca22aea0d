"""Documents for others: made from shareable values, kept as they were issued, handed to the mail program."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from app.domain.brief import BriefPart
from app.domain.channels import Channel
from app.domain.dates import day_words
from app.domain.errors import InputError, NotFoundError, StorageError
from app.domain.fields import checked
from app.domain.issued import DocumentKind, IssuedDocument, IssuedDocumentId
from app.domain.managers import ManagerId
from app.domain.meetings import Meeting, MeetingState, kind_label
from app.domain.searches import Search, SearchId
from app.domain.talks import MeetingId
from app.domain.text import file_name
from app.services import mail_drafts, talks
from app.services.briefs import brief_of, only_changes
from app.services.changes import Change
from app.services.office import Office
from app.services.summaries import Part, summary_of
from app.settings import Paper
from app.storage.rows import time_text
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


def search_called(office: Office, words: str) -> SearchId:
    """The search by its number, or by a part of its title that fits one alone; raises `NotFoundError`."""
    if words.isdecimal() and len(words) <= 15:
        return office.searches.get(SearchId(int(words))).id
    found = [each for each in office.searches.opened() if words.casefold() in each.title.casefold()]
    exact = [each for each in found if each.title.casefold() == words.casefold()]
    found = exact or found
    if len(found) != 1:
        named = ", ".join(f"{each.id} {each.title}" for each in found[:5]) or _("none")
        raise NotFoundError(_("Name one open search, or give its number. Found: {searches}.").format(searches=named))
    return found[0].id


def make_summary(
    office: Office, meeting: Meeting, *, paper: Paper | None = None, without: Collection[Part] = ()
) -> Made:
    """Lay the summary of a meeting out; nothing is kept yet."""
    from app.documents.meeting_summary import meeting_summary_pdf
    from app.documents.paper import Paper as Sheet

    summary = summary_of(office, meeting.id, without=without)
    document = meeting_summary_pdf(summary, paper=Sheet(paper or office.settings.paper))
    name = named(office, meeting)
    return Made(document.data, document.pages, name, summary.title, document.uncovered)


def issue_summary(
    office: Office, meeting: Meeting, *, paper: Paper | None = None, without: Collection[Part] = ()
) -> tuple[Made, Change]:
    """Make the summary and keep it as issued, under its SHA-256; the same bytes are listed once."""
    made = make_summary(office, meeting, paper=paper, without=without)
    return made, keep_summary(office, meeting, made)


def make_brief(
    office: Office, search: SearchId, *, paper: Paper | None = None, without: Collection[BriefPart] = (),
    drift: bool = False,
) -> Made:  # fmt: skip
    """Lay the brief of a search out, or what changed in it alone; nothing is kept yet."""
    from app.documents.paper import Paper as Sheet
    from app.documents.search_brief import search_brief_pdf

    known = office.searches.get(search)
    brief = brief_of(office, search, without=without)
    if drift and not brief.changes:
        raise InputError("search", _("Nothing changed since the requirements were agreed."))
    brief = only_changes(brief) if drift else brief
    document = search_brief_pdf(brief, paper=Sheet(paper or office.settings.paper))
    return Made(document.data, document.pages, brief_named(office, known, drift=drift), brief.title, document.uncovered)


def keep_summary(office: Office, meeting: Meeting, made: Made) -> Change:
    """Keep a summary that was made, as issued; listed once for the same bytes."""
    return keep(office, made, DocumentKind.SUMMARY, meeting.manager, meeting=meeting.id)


def keep_brief(office: Office, search: SearchId, made: Made, *, drift: bool = False) -> Change:
    """Keep a brief that was made, as issued; listed once for the same bytes."""
    kind = DocumentKind.DRIFT if drift else DocumentKind.BRIEF
    return keep(office, made, kind, office.searches.get(search).manager, search=search)


def keep(
    office: Office, made: Made, kind: DocumentKind, manager: ManagerId, *, meeting: MeetingId | None = None,
    search: SearchId | None = None,
) -> Change:  # fmt: skip
    """Keep a document as issued, under its SHA-256; the same bytes about the same thing are listed once."""
    digest = hashlib.sha256(made.data).hexdigest()
    _keep(office, digest, made.data)
    label = _made_words()[kind].format(title=made.title)
    about = (digest, meeting, search)
    known = [each for each in office.issued.of(manager) if (each.sha256, each.meeting, each.search) == about]
    if known:
        return Change(label=label, record="issued_document", id=known[0].id)
    issued = IssuedDocument(
        id=IssuedDocumentId(0), manager=manager, meeting=meeting, search=search, kind=kind, title=made.title,
        file_name=made.file_name, made_at=office.now(), pages=made.pages, sha256=digest,
    )  # fmt: skip
    with office.write(label, undoable=False):
        issued_id = office.issued.insert(issued)
    return office.change(label, "issued_document", issued_id)


def _made_words() -> dict[DocumentKind, str]:
    return {
        DocumentKind.SUMMARY: _("Summary made: {title}"), DocumentKind.BRIEF: _("Search brief made: {title}"),
        DocumentKind.DRIFT: _("List of changes made: {title}"),
        DocumentKind.AGREEMENT: _("Agreement sheet made: {title}"),
    }  # fmt: skip


def read_issued(office: Office, document: IssuedDocumentId) -> bytes:
    """The bytes of a document as it was issued; raises `NotFoundError` when its file is gone or was changed."""
    issued = office.issued.get(document)
    try:
        data = (office.folder / "documents" / f"{issued.sha256}.pdf").read_bytes()
    except OSError as error:
        raise NotFoundError(_("The file of this document is gone. Make it again.")) from error
    if hashlib.sha256(data).hexdigest() != issued.sha256:
        raise NotFoundError(_("The file of this document was changed. Make it again."))
    return data


def write_copy(path: Path, data: bytes) -> None:
    """Put a document where the person wants it, whole or not at all; raises `StorageError`. Needs no database."""
    from app.exchange.atomic import write_file

    write_file(path, data)


def issued_of(
    office: Office, manager: ManagerId, *, before: IssuedDocument | None = None, limit: int = 100
) -> list[IssuedDocument]:
    """The documents issued to a manager, newest first; `before` goes on behind the last one already known."""
    newest = "ORDER BY t.made_at DESC, t.id DESC LIMIT ?"
    if before is None:
        return office.issued.where("t.manager = ?", (manager, limit), then=newest)
    known = (manager, time_text(before.made_at), before.id, limit)
    return office.issued.where("t.manager = ? AND (t.made_at, t.id) < (?, ?)", known, then=newest)


def sent(office: Office, document: IssuedDocumentId, *, to: str = "", how: str = "email") -> Change:
    """Note that you sent it, also in the log; this cannot be undone."""
    issued = office.issued.get(document)
    noted = checked(replace(issued, sent_to=to or None, sent_how=how, sent_on=office.now()))
    label = _("Sent: {title}").format(title=issued.title)
    channel = Channel(how) if how in list(Channel) else Channel.OTHER
    with office.write(label, undoable=False):
        office.issued.update(noted)
        talks.add(office, issued.manager, text=label, channel=channel, search=_search_of(office, issued))
    return office.change(label, "issued_document", document)


class Letter(NamedTuple):
    """What goes with a document by email; `to` is empty while the manager has no address."""

    to: str
    subject: str
    body: str
    file_name: str


def letter(office: Office, document: IssuedDocumentId) -> Letter:
    """The greeting, the lines and the recipient for a document that was issued."""
    issued = office.issued.get(document)
    manager = office.managers.get(issued.manager)
    body = _greetings()[issued.kind].format(
        name=manager.first_name, title=issued.title, day=day_words(_day_of(office, issued), office.today()),
        own=office.settings.name,
    )  # fmt: skip
    subject = _subjects()[issued.kind].format(title=issued.title)
    return Letter(manager.email or "", subject, body.rstrip() + "\n", issued.file_name)


def draft_summary(office: Office, meeting: Meeting, *, paper: Paper | None = None) -> bytes:
    """An email draft with the summary attached, to be opened and sent by the mail program."""
    manager = office.managers.get(meeting.manager)
    if not manager.email:
        raise InputError("email", _("{name} has no email address yet. Add one first.").format(name=manager.name))
    made, change = issue_summary(office, meeting, paper=paper)
    return _mail(letter(office, IssuedDocumentId(change.id))._replace(file_name=made.file_name), made.data)


class Draft(NamedTuple):
    """Where a draft and the document that goes with it lie, under names that a person knows."""

    mail: Path
    document: Path


def write_draft(folder: Path, with_letter: Letter, data: bytes) -> Draft:
    """Write the draft beside a copy of its document into the office's folder, readable by its owner alone.

    What lay there for a day is removed first. Needs no database, so that it may run beside the window.
    """
    from app.exchange.atomic import write_file

    drafts = mail_drafts.folder_of(folder)
    try:
        drafts.mkdir(mode=0o700, parents=True, exist_ok=True)
        mail_drafts.sweep(folder)
    except OSError as error:
        raise StorageError(_("The office’s folder cannot be written. Choose another folder.")) from error
    document = drafts / file_name(with_letter.file_name)
    mail = document.with_name(f"{document.stem}.eml")
    write_file(document, data)
    write_file(mail, _mail(with_letter, data))
    return Draft(mail, document)


def _mail(with_letter: Letter, data: bytes) -> bytes:
    from app.exchange.mail_draft import Attachment, mail_draft

    return mail_draft(
        to=with_letter.to, subject=with_letter.subject, body=with_letter.body,
        attachments=[Attachment(name=with_letter.file_name, data=data, mime="application/pdf")],
    )  # fmt: skip


def _subjects() -> dict[DocumentKind, str]:
    return {
        DocumentKind.SUMMARY: _("Summary: {title}"), DocumentKind.BRIEF: _("Search brief: {title}"),
        DocumentKind.DRIFT: _("{title}"), DocumentKind.AGREEMENT: _("{title}"),
    }  # fmt: skip


def _greetings() -> dict[DocumentKind, str]:
    return {
        DocumentKind.SUMMARY: _(
            "Hello {name},\n\nHere is the summary of our talk on {day}: {title}.\n"
            "If something here is not what we agreed, tell me and I will correct it.\n\nKind regards\n{own}"
        ),
        DocumentKind.BRIEF: _(
            "Hello {name},\n\nHere is the brief of our search as it stands on {day}: {title}.\n"
            "If something here is not what we agreed, tell me and I will correct it.\n\nKind regards\n{own}"
        ),
        DocumentKind.DRIFT: _(
            "Hello {name},\n\nHere is what changed since we agreed on the search, as of {day}.\n"
            "If something here is not what we agreed, tell me and I will correct it.\n\nKind regards\n{own}"
        ),
        DocumentKind.AGREEMENT: _(
            "Hello {name},\n\nHere is what each of us keeps, as of {day}.\n"
            "If something here is not what we agreed, tell me and I will correct it.\n\nKind regards\n{own}"
        ),
    }


def _day_of(office: Office, issued: IssuedDocument) -> date:
    """The day of its meeting, or the day it was made when the meeting is gone, or its end was taken back."""
    meeting = office.meetings.find(issued.meeting) if issued.meeting is not None else None
    if meeting is None or meeting.state is not MeetingState.HELD or meeting.started_at is None:
        return issued.made_at.astimezone(office.zone).date()
    return meeting.started_at.astimezone(office.zone).date()


def _search_of(office: Office, issued: IssuedDocument) -> SearchId | None:
    if issued.search is not None:
        return issued.search
    return office.meetings.get(issued.meeting).search if issued.meeting is not None else None


def named(office: Office, meeting: Meeting) -> str:
    """The file name of a summary: sort date, kind, family name: "2026-11-24 Calibration, Okonkwo.pdf"."""
    manager = office.managers.get(meeting.manager)
    kind = kind_label(meeting.kind).split()[0]
    words = _("{date} {kind}, {family}").format(
        date=_held_on(office, meeting).isoformat(), kind=kind, family=manager.family_name
    )
    return file_name(f"{words}.pdf")


def brief_named(office: Office, search: Search, *, drift: bool = False) -> str:
    """The file name of a brief: "2026-11-24 Search brief Senior Backend Engineer, Okonkwo.pdf"."""
    manager = office.managers.get(search.manager)
    words = _("{date} Changes {title}, {family}") if drift else _("{date} Search brief {title}, {family}")
    day = office.today().isoformat()
    return file_name(f"{words.format(date=day, title=search.title, family=manager.family_name)}.pdf")


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
