"""Who is at a meeting: a name, or "Priya Raman <priya@example.com>" for somebody who is invited too.

Only the name is ever shown; the address is for the invitation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.domain.errors import InputError
from app.domain.text import email_address
from app.words import _

_WITH_ADDRESS = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")


class Attendee(NamedTuple):
    """A person at a meeting; `email` is empty where they are not invited by mail."""

    name: str
    email: str


def attendee(words: str) -> Attendee:
    """Who is meant by what was written; whatever has no address is a name, as it stands."""
    found = _WITH_ADDRESS.fullmatch(words.strip())
    name, email = (found["name"].strip(), found["address"].strip()) if found else ("", words.strip())
    try:
        return Attendee(name or email, email_address(email, "attendees"))
    except InputError:
        return Attendee(words.strip(), "")


def check_attendees(people: tuple[str, ...]) -> None:
    """Raise `InputError` for what was meant as an address and is none."""
    for words in people:
        found = _WITH_ADDRESS.fullmatch(words.strip())
        if found and found["name"].strip() and not attendee(words).email:
            sentence = _("The address of {name} is not one: write it like Amara <amara@example.com>.")
            raise InputError("attendees", sentence.format(name=found["name"].strip()))
