"""A few lines to a manager, for the person's own mail program or the clipboard."""

from __future__ import annotations

from typing import NamedTuple


class Letter(NamedTuple):
    """Whom it goes to and what it says; `to` is empty while there is no address."""

    to: str
    name: str
    subject: str
    body: str


def mail_link(letter: Letter) -> str:
    """The letter as a link that a mail program opens as a new mail; nothing in it can start another header."""
    from urllib.parse import quote

    to = quote(letter.to, safe="@.+-_")
    body = quote("\r\n".join(letter.body.splitlines()), safe="")
    subject = quote(" ".join(letter.subject.split()), safe="")
    return f"mailto:{to}?subject={subject}&body={body}"
