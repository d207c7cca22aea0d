"""A talk logged from fields: one action with all it leaves, exactly what the same typed line would have made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel, Direction
from app.domain.errors import InputError
from app.domain.managers import ManagerId
from app.domain.talks import TalkId
from app.services import live, talks, whole_talks
from app.services.office import Office
from app.services.whole_talks import Plan, TalkFields
from builders import NOW, amara, memory_office

PLANS = (
    Plan(theirs=False, text="send 3 CVs", due=date(2026, 11, 27)),
    Plan(theirs=True, text="name the panel", due=date(2026, 11, 30)),
)
FIELDS = TalkFields(
    channel=Channel.CALL, direction=Direction.THEIRS, at=NOW - timedelta(hours=1), minutes=25,
    text="The band\nand more",
    decision="widen it", private="sounded tired", plans=PLANS,
)  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An empty office."""
    return memory_office(tmp_path)


@pytest.fixture
def manager(office: Office) -> ManagerId:
    """The hiring manager of the renders."""
    return amara(office)


def test_fields_become_a_talk_with_what_it_leaves(office: Office, manager: ManagerId) -> None:
    """The talk, a follow-up of yours, a promise of theirs."""
    made = whole_talks.log(office, manager, FIELDS)

    talk = office.talks.get(made.id)
    assert (talk.channel, talk.direction, talk.minutes, talk.text) == (
        Channel.CALL, Direction.THEIRS, 25, "The band\nand more",
    )  # fmt: skip
    assert (talk.decision, talk.private, made.record) == ("widen it", "sounded tired", "talk")
    assert [(each.text, each.due) for each in office.follow_ups.of_talk(made.id)] == [
        ("send 3 CVs", date(2026, 11, 27))
    ]
    assert {table for table, _row in made.touched} == {"talk", "follow_up", "expectation", "wording"}


def test_one_undo_takes_all_of_it_back(office: Office, manager: ManagerId) -> None:
    """Logging is one action."""
    whole_talks.log(office, manager, FIELDS)

    live.undo(office)

    assert office.talks.count(manager) == 0
    assert office.follow_ups.open_of(manager) == []


def test_a_draft_is_done_with_when_its_talk_is_logged(office: Office, manager: ManagerId) -> None:
    """The typed line does not come back."""
    live.keep_draft(office, talks.draft_place(manager), "call 25m")

    whole_talks.log(office, manager, FIELDS)

    assert live.draft(office, talks.draft_place(manager)) == ""


SAID = [
    (TalkFields(decision="widen it"), "widen it"),
    (TalkFields(plans=PLANS), "send 3 CVs"),
    (TalkFields(text="said", decision="widen it"), "said"),
]


@pytest.mark.parametrize(("fields", "text"), SAID)
def test_a_talk_without_words_says_what_it_holds(
    office: Office, manager: ManagerId, fields: TalkFields, text: str
) -> None:
    """As the typed line does."""
    made = whole_talks.log(office, manager, fields)

    assert office.talks.get(made.id).text == text


REFUSED = [
    (TalkFields(), "text"),
    (TalkFields(text=" \n "), "text"),
    (TalkFields(text="x", at=NOW + timedelta(minutes=1)), "at"),
    (TalkFields(text="x", minutes=1441), "minutes"),
    (TalkFields(text="x", decision="y" * 2001), "decision"),
    (TalkFields(text="x", plans=(replace(PLANS[0], text="y" * 2001),)), "text"),
]


@pytest.mark.parametrize(("fields", "field"), REFUSED)
def test_what_cannot_be_kept_leaves_nothing(office: Office, manager: ManagerId, fields: TalkFields, field: str) -> None:
    """One sentence about one field, and the office as it was."""
    with pytest.raises(InputError) as refused:
        whole_talks.log(office, manager, fields)

    assert refused.value.field == field
    assert office.talks.count(manager) == 0


def test_an_entry_is_corrected_from_the_same_fields(office: Office, manager: ManagerId) -> None:
    """Every field of it; what is emptied is empty."""
    talk = TalkId(whole_talks.log(office, manager, FIELDS).id)

    whole_talks.edit(office, talk, TalkFields(text="Other words", at=FIELDS.at, channel=Channel.EMAIL))

    edited = office.talks.get(talk)
    assert (edited.text, edited.channel, edited.minutes, edited.decision, edited.private) == (
        "Other words", Channel.EMAIL, None, None, None,
    )  # fmt: skip
    with pytest.raises(InputError):
        whole_talks.edit(office, talk, TalkFields(text=" "))
