"""A reminder names the promise and its date and ends with a question; an invitation offers times that are free."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel
from app.domain.clocks import Once
from app.domain.errors import InputError
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.talks import FollowUpId, Owner
from app.services import expectations, follow_ups, invitations, live, managers, nudges, searches, talks
from app.services.office import Office
from builders import amara, memory_office

TODAY = date(2026, 11, 24)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return memory_office(tmp_path)


WORDS = {
    -3: "One thing is still open between us: “Send the band”, which was due on Sat 21 Nov.",
    0: "A short reminder: “Send the band”, which is due today, Tue 24 Nov, by 17:00.",
    1: "A short reminder: “Send the band”, which is due on Wed 25 Nov.",
}


@pytest.mark.parametrize("days", WORDS)
def test_the_draft_has_three_lines(office: Office, days: int) -> None:
    """A greeting, the promise with its date, a question."""
    manager = amara(office)
    made = follow_ups.add(office, manager, text="Send the band", due=TODAY + timedelta(days=days), owner=Owner.THEM)
    letter = nudges.nudge(office, "follow_up", made.id)

    greeting, reminder, question = letter.body.splitlines()
    assert greeting == "Hello Amara, I hope your week is going well."
    assert reminder == WORDS[days]
    assert question.endswith("?")
    assert (letter.to, letter.subject) == ("amara.okonkwo@halden.example", "Send the band")


def test_the_draft_names_the_search_and_the_time(office: Office) -> None:
    manager = amara(office)
    search = searches.open_search(office, manager, title="Backend")
    made = expectations.add(
        office, manager, side=Side.THEIRS, statement="Name the panel", measure="Names", clock=Once(by=TODAY),
        search=search.id, agreed_on=TODAY - timedelta(days=4),
    )  # fmt: skip

    letter = nudges.nudge(office, "expectation", made.id)

    assert "for Backend: “Name the panel”, which is due today, Tue 24 Nov, by 17:00." in letter.body
    assert letter.subject == "Name the panel · Backend"


def test_what_is_kept_needs_no_reminder(office: Office) -> None:
    made = follow_ups.add(office, amara(office), text="Send the band", due=TODAY, owner=Owner.THEM)
    follow_ups.done(office, FollowUpId(made.id))

    with pytest.raises(InputError, match="Nobody waits for this any more"):
        nudges.nudge(office, "follow_up", made.id)


def test_a_reminder_sent_is_one_action(office: Office) -> None:
    """A talk with the words, and the follow-up keeps when; one undo takes both back."""
    manager = amara(office)
    made = follow_ups.add(office, manager, text="Send the band", due=TODAY, owner=Owner.THEM)
    change = nudges.follow_up_sent(office, FollowUpId(made.id), text="Any news?\n1", channel=Channel.MESSAGE)

    talk = office.talks.get(change.id)
    assert (talk.channel, talk.text) == (Channel.MESSAGE, "Any news?\n1")
    assert office.follow_ups.get(made.id).nudged_at == office.now()
    live.undo(office)
    assert office.follow_ups.get(made.id).nudged_at is None
    assert office.talks.count(manager) == 0


def test_a_promise_reminded_of_is_a_talk(office: Office) -> None:
    manager = amara(office)
    made = expectations.add(office, manager, side=Side.THEIRS, statement="Name the panel")
    change = nudges.promise_sent(office, ExpectationId(made.id))

    assert office.talks.get(change.id).text == "Reminder: Name the panel"
    assert office.talks.get(change.id).channel is Channel.EMAIL


def test_the_invitation_is_short_and_asks(office: Office) -> None:
    manager = amara(office)
    talks.log(office, manager, "call 20m: hello @yesterday")
    offer = invitations.invitation(office, manager, minutes=25)

    assert offer.letter.body.splitlines() == [
        "Hello Amara,", "It has been 1 day since we spoke, and I would like to hear how things are with you.",
        "Would 25 minutes on Wed 25 Nov at 10:00, on Thu 26 Nov at 14:00 or on Fri 27 Nov at 11:00 suit you?",
    ]  # fmt: skip


def test_somebody_in_another_zone_reads_their_own_clock(office: Office) -> None:
    made = managers.add(office, name="Satō Misaki", zone="Asia/Tokyo")

    words = invitations.invitation(office, ManagerId(made.id)).letter.body

    assert "on Wed 25 Nov at 16:00, on " in words
    assert words.count("your time") == 1
    assert "how things are with you and your team" in words


def test_a_time_taken_becomes_a_meeting(office: Office) -> None:
    manager = amara(office)
    at = invitations.invitation(office, manager).slots[0]
    planned = office.meetings.get(invitations.plan(office, manager, at=at, minutes=25).id)

    assert (planned.planned_at, planned.minutes, planned.kind) == (at, 25, MeetingKind.STATUS)
    assert planned.channel is Channel.VIDEO
