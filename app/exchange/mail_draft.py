"""A mail that is ready to be looked at and sent, as a file for the person's own mail program.

`X-Unsent` makes mail programs open it as a draft. Sender, date and message id are left for the program that sends it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr

from app.domain.errors import InputError
from app.domain.text import BODY, LINE, NAME, clean, email_address, file_name
from app.words import _

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes along; `mime` is its type, such as "application/pdf"."""

    name: str
    data: bytes
    mime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPart:
    """The same mail as a calendar reads it: the text of an `.ics` file and its method, such as "REQUEST"."""

    text: str
    method: str


def mail_draft(
    *, to: str, subject: str, body: str, attachments: Sequence[Attachment] = (), to_name: str = "",
    others: Sequence[tuple[str, str]] = (), calendar: CalendarPart | None = None,
) -> bytes:  # fmt: skip
    """The draft as the bytes of an `.eml` file; the same mail is always the same bytes.

    `to` is one plain address, or empty for a draft without a recipient; `others` are names and addresses of further
    recipients. Raises `InputError`.
    """
    head = ["X-Unsent: 1"]
    if to:
        people = [_recipient(to, to_name), *(_recipient(address, name) for name, address in others)]
        head.append("To: " + ",\r\n ".join(people))
    head.append(f"Subject: {_encoded('Subject', _one_line(subject, 'subject', _('subject'), LINE))}")
    message = EmailMessage(policy=SMTP)
    text = clean(body, "body", _("mail"), BODY, lines=True)
    message.set_content(text + "\n", cte="quoted-printable")
    # Python would draw random boundaries; "=_" cannot occur in quoted-printable or base64 text.
    if calendar is not None:
        message.add_alternative(
            calendar.text, subtype="calendar", cte="base64", params={"method": calendar.method}
        )  # fmt: skip
        message.set_boundary(f"=_a{_digest(text + calendar.text, ())}")
    for attachment in attachments:
        maintype, _slash, subtype = attachment.mime.partition("/")
        name = file_name(attachment.name)
        message.add_attachment(attachment.data, maintype=maintype, subtype=subtype, filename=name)
    if attachments:
        message.set_boundary(f"=_{_digest(text, attachments)}")
    return "".join(f"{line}\r\n" for line in head).encode("ascii") + message.as_bytes()


def plain_address(email: str) -> str:
    """The address in plain letters, as mails and calendars carry it; raises `InputError` when it has no such form."""
    user, _at, host = email_address(email, "to").rpartition("@")
    try:
        return f"{user.encode('ascii').decode('ascii')}@{host.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        message = _("This email address cannot be written into a mail: its letters are not all plain ones.")
        raise InputError("to", message) from error


def _recipient(to: str, name: str) -> str:
    shown = _one_line(name, "to_name", _("name"), NAME)
    address = plain_address(to)
    if _plain(shown):
        return formataddr((shown, address))
    return f"{_encoded('To', shown)}\r\n <{address}>"


def _encoded(header: str, words: str) -> str:
    """The words as a header has them.

    `EmailMessage` would decode "=?utf-8?q?=0D=0ABcc:...?=" in them and write the line break into the mail, and it loses
    spaces when it folds a long line.
    """
    return Header(words, "us-ascii" if _plain(words) else "utf-8", header_name=header).encode(linesep="\r\n")


def _plain(words: str) -> bool:
    return words.isascii() and "=?" not in words


def _one_line(value: str, field: str, label: str, limit: int) -> str:
    """A line break in a header would start another header."""
    if _CONTROL.search(value.strip(" ")):
        raise InputError(field, _("The {label} must be one line without control characters.").format(label=label))
    return clean(value, field, label, limit, lines=False)


def _digest(text: str, attachments: Sequence[Attachment]) -> str:
    content = hashlib.sha256(text.encode())
    for attachment in attachments:
        content.update(hashlib.sha256(attachment.data).digest())
    return content.hexdigest()[:40]
