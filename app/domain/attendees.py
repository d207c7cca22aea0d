"""Who is at a meeting: a name, or "Priya Raman <priya@example.com>" for somebody who is invited too.

Only the name is ever shown; the address is for the invitation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.domain.errors import InputError
from app.domain.text import email_address, quoted
from app.words import _

_WITH_ADDRESS = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_PERSON = re.compile(r'(?:"[^"]*"|[^,;\n"]|")+')
_LIKE_AN_ADDRESS = re.compile(r"\S@\S")


class Attendee(NamedTuple):
    """A person at a meeting; `email` is empty where they are not invited by mail."""

    name: str
    email: str

    @property
    def words(self) -> str:
        """As it is written; only of somebody with an address."""
        return f"{self.name} <{self.email}>"


def people_in(words: str) -> tuple[str, ...]:
    """Each person of a list as it is typed or pasted, between commas or semicolons."""
    return tuple(part for part in (each.strip() for each in _PERSON.findall(words)) if part)


def attendee(words: str) -> Attendee:
    """Who is meant by what was written; whatever has no address is a name, as it stands."""
    found = _WITH_ADDRESS.fullmatch(words.strip())
    name, email = (found["name"], found["address"].strip()) if found else ("", words.strip())
    try:
        address = email_address(email, "attendees")
    except InputError:
        return Attendee(words.strip(), "")
    name = " ".join(name.replace('"', " ").split())
    return Attendee(address.partition("@")[0] if name in ("", address) else name, address)


def check_attendees(people: tuple[str, ...]) -> None:
    """Raise `InputError` for what was meant as an address and is none, or none that a mail can carry."""
    for words in people:
        found = _WITH_ADDRESS.fullmatch(words.strip())
        meant = _LIKE_AN_ADDRESS.search(words) or (found and found["name"].strip())
        if meant and not _is_plain(attendee(words).email):
            sentence = _("This is not one person with an address: {words}. Write it like Amara <amara@example.com>.")
            raise InputError("attendees", sentence.format(words=quoted(words)))


def _is_plain(email: str) -> bool:
    """Whether it is an address in letters that mails and calendars carry."""
    user, _at, host = email.rpartition("@")
    try:
        return bool(user.encode("ascii") and host.encode("idna"))
    except UnicodeError:
        return False
