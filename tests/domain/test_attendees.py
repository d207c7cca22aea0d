"""Who is at a meeting, and who of them is invited by mail."""

from __future__ import annotations

import pytest

from app.domain.attendees import Attendee, attendee, check_attendees, people_in
from app.domain.errors import InputError

MEANT = {
    "Priya Raman": ("Priya Raman", ""), "Priya Raman <priya@halden.example>": ("Priya Raman", "priya@halden.example"),
    " Priya <p@halden.example> ": ("Priya", "p@halden.example"), "p@halden.example": ("p", "p@halden.example"),
    "<p@halden.example>": ("p", "p@halden.example"), "": ("", ""), "a < b": ("a < b", ""), "ليلى": ("ليلى", ""),
    '"Priya Raman" <p@halden.example>': ("Priya Raman", "p@halden.example"),
    "Priya\tRaman <p@halden.example>": ("Priya Raman", "p@halden.example"),
}  # fmt: skip


@pytest.mark.parametrize("words", MEANT)
def test_who_is_meant(words: str) -> None:
    assert attendee(words) == Attendee(*MEANT[words])


WRONG = (
    "Priya <priya>", "Priya <>", "Priya <a@b.example,c@d.example>", "Priya p@b.example", "Priya <p@b.example> (she)",
    "Zoë <zoë@b.example>", "Priya <a@b.example>; Sam <s@b.example>",
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_what_was_meant_as_an_address_is_one_a_mail_can_carry(wrong: str) -> None:
    with pytest.raises(InputError, match=r"This is not one person with an address: .* Write it like Amara"):
        check_attendees(("Amara Okonkwo", wrong))
    check_attendees(tuple(MEANT))


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("Amara, Tomás", ("Amara", "Tomás")), ("Amara; Sam <s@b.example>;", ("Amara", "Sam <s@b.example>")),
        ('"Raman, Priya" <p@b.example>, Sam', ('"Raman, Priya" <p@b.example>', "Sam")), (" , ", ()),
    ],
)  # fmt: skip
def test_people_stand_between_commas_or_semicolons(typed: str, people: tuple[str, ...]) -> None:
    assert people_in(typed) == people
