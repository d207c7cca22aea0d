"""Who is at a meeting, and who of them is invited by mail."""

from __future__ import annotations

import pytest

from app.domain.attendees import Attendee, attendee, check_attendees
from app.domain.errors import InputError

MEANT = {
    "Priya Raman": ("Priya Raman", ""), "Priya Raman <priya@halden.example>": ("Priya Raman", "priya@halden.example"),
    " Priya <p@halden.example> ": ("Priya", "p@halden.example"), "p@halden.example": ("p@halden.example",) * 2,
    "<p@halden.example>": ("p@halden.example",) * 2, "": ("", ""), "a < b": ("a < b", ""), "ليلى": ("ليلى", ""),
    "Priya <priya>": ("Priya <priya>", ""), "Priya <a@b.example> Raman": ("Priya <a@b.example> Raman", ""),
}  # fmt: skip


@pytest.mark.parametrize("words", MEANT)
def test_who_is_meant(words: str) -> None:
    assert attendee(words) == Attendee(*MEANT[words])


@pytest.mark.parametrize("wrong", ["Priya <priya>", "Priya <>", "Priya <a@b.example,c@d.example>"])
def test_what_was_meant_as_an_address_is_one(wrong: str) -> None:
    with pytest.raises(InputError, match="The address of Priya is not one: write it like Amara"):
        check_attendees(("Amara Okonkwo", wrong))
    check_attendees(tuple(words for words in MEANT if words != "Priya <priya>"))
