"""Placed, together: what was done is counted, it is asked again once, and a thank-you holds nothing private."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.celebrations import CelebrationId, Form
from app.domain.channels import Channel
from app.domain.clock_words import parse_clock
from app.domain.errors import InputError
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind, MeetingState
from app.domain.offers import Step
from app.services import (
    anniversaries,
    celebrations,
    expectations,
    managers,
    meetings,
    offers,
    talks,
)
from app.services.office import Office
from app.services.reading import undo
from builders import NOW, Clock, memory_office
from tests.placements import START, signed

TODAY = date(2026, 11, 24)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    return memory_office(tmp_path, clock)


def keep_some(office: Office, manager: ManagerId) -> None:
    """Two talks and a promise kept by each side while the search was open, and one talk before."""
    for days in (3, 9, 70):
        talks.add(office, manager, text="Hello", at=NOW - timedelta(days=days), channel=Channel.CALL)
    for side in (Side.MINE, Side.THEIRS):
        made = expectations.add(
            office, manager, side=side, statement="A note", measure="Sent", agreed_on=date(2026, 11, 2),
            clock=parse_clock("every friday", date(2026, 11, 2)),
        )  # fmt: skip
        expectations.keep(office, ExpectationId(made.id))


def test_what_was_done_together_is_counted(office: Office) -> None:
    offer = signed(office)
    keep_some(office, ManagerId(1))
    found = celebrations.placed(office, offer)

    assert found.sentence() == (
        "Backend at Halden Robotics starts on 4 January."
        " 54 days, 2 talks, 2 promises kept between you and Amara Okonkwo."
    )
    assert found.by_each() == "You kept 1, Amara Okonkwo kept 1."


def test_nothing_is_celebrated_before_the_signature(office: Office) -> None:
    offer = signed(office)
    offers.take_back(office, offer)
    for act in (
        lambda: celebrations.placed(office, offer), lambda: celebrations.later(office, offer),
        lambda: celebrations.plan(office, offer, form=Form.LUNCH, at=NOW), lambda: celebrations.thanked(office, offer),
        lambda: celebrations.thank_you(office, offer),
    ):  # fmt: skip
        with pytest.raises(InputError, match="once the offer is signed"):
            act()


def test_later_asks_again_in_a_week_once(office: Office, clock: Clock) -> None:
    offer = signed(office)
    celebrations.later(office, offer)
    assert anniversaries.put_off(office) == []

    clock.pass_by(days=7)
    assert [(each.offer, each.title, each.name) for each in anniversaries.put_off(office)] == [
        (offer, "Backend", "Amara Okonkwo")
    ]
    celebrations.later(office, offer)
    clock.pass_by(days=30)
    assert anniversaries.put_off(office) == []
    assert len(office.celebrations.of(office.offers.get(offer).search)) == 1


@pytest.mark.parametrize(
    ("form", "at"),
    [(Form.LUNCH, "2026-12-04T12:30"), (Form.DINNER, "2026-12-04T19:00"), (Form.CALL, "2026-12-04T16:00")],
)
def test_a_friday_after_a_week_is_proposed(office: Office, form: Form, at: str) -> None:
    offer = signed(office)

    assert celebrations.usual_time(office, offer, form) == datetime.fromisoformat(at).replace(tzinfo=UTC)


def test_a_holiday_of_theirs_is_left_out(office: Office, clock: Clock) -> None:
    offer = signed(office)
    managers.edit(office, ManagerId(1), country="GB")
    clock.at = datetime(2026, 12, 15, 9, tzinfo=UTC)  # ten days later is Christmas, a Friday; the next one is New Year

    assert celebrations.usual_time(office, offer, Form.LUNCH).date() == date(2027, 1, 8)


def test_it_stands_in_the_diary_and_moves_with_it(office: Office) -> None:
    offer = signed(office)
    at = datetime(2026, 12, 4, 12, 30, tzinfo=UTC)
    celebrations.plan(office, offer, form=Form.LUNCH, at=at, place="The canal bank")
    change = celebrations.plan(office, offer, form=Form.DINNER, at=at + timedelta(hours=6), place="The canal bank")
    known = office.celebrations.get(change.id)
    meeting = office.meetings.get(known.meeting or 0)

    assert (known.form, known.on_day, known.place) == (Form.DINNER, at.date(), "The canal bank")
    assert (meeting.kind, meeting.planned_at, meeting.place) == (
        MeetingKind.OTHER,
        at + timedelta(hours=6),
        known.place,
    )
    assert celebrations.planned_for(office, offer) == (Form.DINNER, at + timedelta(hours=6), "The canal bank")
    assert len(office.meetings.where("1")) == 1
    with pytest.raises(InputError, match="planned already"):
        celebrations.later(office, offer)
    assert undo(office) == change.label
    assert office.meetings.get(meeting.id).planned_at == at


def test_a_card_takes_nobodys_time_and_deleting_clears_the_diary(office: Office) -> None:
    offer = signed(office)
    at = datetime(2026, 12, 4, 12, 30, tzinfo=UTC)
    celebrations.plan(office, offer, form=Form.COFFEE, at=at)
    made = celebrations.plan(office, offer, form=Form.CARD, at=at)
    assert office.meetings.where("1") == []

    celebrations.plan(office, offer, form=Form.LUNCH, at=at)
    celebrations.delete(office, CelebrationId(made.id))
    assert office.meetings.where("1") == []
    assert office.celebrations.of_offer(offer) is None


def test_a_meeting_that_was_held_stays(office: Office, clock: Clock) -> None:
    offer = signed(office)
    made = celebrations.plan(office, offer, form=Form.LUNCH, at=NOW + timedelta(hours=1))
    meeting = office.meetings.where("1")[0]
    meetings.start(office, meeting.id)
    clock.pass_by(hours=2)
    celebrations.delete(office, CelebrationId(made.id))

    assert office.meetings.get(meeting.id).state is MeetingState.RUNNING


def test_the_thank_you_holds_what_may_leave_alone(office: Office) -> None:
    offer = signed(office)
    managers.edit(office, ManagerId(1), rapport="Two kites", tick="Calm people")
    offers.take_back(office, offer)
    offers.take_back(office, offer)
    offers.record_anyway(office, offer, step=Step.SIGNED, reason="SECRET", start_on=START)
    keep_some(office, ManagerId(1))
    letter = celebrations.thank_you(office, offer)

    assert (letter.to, letter.subject) == ("amara.okonkwo@halden.example", "Backend: thank you")
    assert "Hello Amara," in letter.body
    assert "Nadine Farouk signed and starts as Backend on Mon 4 Jan 2027." in letter.body
    assert "it took 54 days. You kept 1 promise on the way." in letter.body
    assert not any(private in letter.body for private in ("SECRET", "kites", "Calm"))


def test_thanked_has_its_day(office: Office) -> None:
    offer = signed(office)
    change = celebrations.thanked(office, offer)
    assert office.celebrations.get(change.id).thanked_on == TODAY

    celebrations.later(office, offer)
    assert office.celebrations.get(change.id).put_off_to == TODAY + timedelta(days=7)
    with pytest.raises(InputError, match="not come yet"):
        celebrations.thanked(office, offer, on=TODAY + timedelta(days=1))
