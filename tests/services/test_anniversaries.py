"""The days of a hire: each comes to Today once it is there, until it is ticked or two weeks are over."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.celebrations import AnniversaryId, Milestone
from app.domain.errors import InputError
from app.domain.managers import ManagerId
from app.services import anniversaries, managers, offers
from app.services.office import Office
from app.services.reading import undo
from app.services.today import today
from app.services.today_words import lines
from builders import Clock, memory_office
from tests.placements import signed

TODAY = date(2026, 11, 24)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return memory_office(tmp_path, Clock())


@pytest.mark.parametrize(
    ("ago", "milestone"),
    [
        (-1, None), (0, Milestone.START), (6, Milestone.START), (7, Milestone.WEEK), (21, Milestone.WEEK), (22, None),
        (29, None), (30, Milestone.DAY_30), (44, Milestone.DAY_30), (45, None), (60, Milestone.DAY_60),
        (90, Milestone.DAY_90), (104, Milestone.DAY_90), (105, None), (364, None), (365, Milestone.YEAR),
        (379, Milestone.YEAR), (380, None), (730, None),
    ],
)  # fmt: skip
def test_a_day_is_there_from_its_date_for_two_weeks(office: Office, ago: int, milestone: Milestone | None) -> None:
    start = TODAY - timedelta(days=ago)
    signed(office, start_on=start, signed_on=min(start, TODAY))

    found = [each.milestone for each in anniversaries.due(office)]
    assert found == ([milestone] if milestone else [])


@pytest.mark.parametrize(
    ("start", "year"), [(date(2024, 2, 29), date(2025, 2, 28)), (date(2025, 11, 24), date(2026, 11, 24))]
)
def test_the_year_is_the_same_day_of_the_next(start: date, year: date) -> None:
    days = dict(anniversaries.days_of(start))

    assert list(days) == list(Milestone)
    assert days[Milestone.YEAR] == year
    assert days[Milestone.DAY_90] == start + timedelta(days=90)


def test_ticked_is_gone_and_undo_brings_it_back(office: Office) -> None:
    offer = signed(office, start_on=TODAY - timedelta(days=30), signed_on=TODAY - timedelta(days=40))
    found = anniversaries.due(office)[0]
    assert (found.words(), found.line(), found.on) == (
        "Farouk, Nadine: 30 days", "call: Farouk, Nadine: 30 days. ", TODAY,
    )  # fmt: skip

    change = anniversaries.done(office, offer, milestone=Milestone.DAY_30, remark="All well")
    assert anniversaries.due(office) == []
    with pytest.raises(InputError, match="already"):
        anniversaries.done(office, offer, milestone=Milestone.DAY_30)
    assert undo(office) == change.label
    assert anniversaries.due(office) == [found]


def test_a_tick_can_be_taken_back(office: Office) -> None:
    offer = signed(office, start_on=TODAY, signed_on=TODAY)
    change = anniversaries.done(office, offer, milestone=Milestone.START)
    anniversaries.delete(office, AnniversaryId(change.id))

    assert [each.milestone for each in anniversaries.due(office)] == [Milestone.START]


def test_nobody_is_remembered_who_did_not_sign_or_whose_manager_is_set_aside(office: Office) -> None:
    offer = signed(office, start_on=TODAY, signed_on=TODAY)
    managers.archive(office, ManagerId(1))
    assert anniversaries.due(office) == []

    undo(office)
    offers.take_back(office, offer)
    assert anniversaries.due(office) == []
    with pytest.raises(InputError, match="signed"):
        anniversaries.done(office, offer, milestone=Milestone.START)


def test_today_says_them_in_the_terminal_and_counts_nothing(office: Office) -> None:
    offer = signed(office, start_on=TODAY, signed_on=TODAY)
    found = today(office)

    assert found.count == 0
    assert lines(office, found)[-2:] == [
        "Worth a word", f"  Farouk, Nadine starts (Amara Okonkwo, Tue 24 Nov, offer {offer})",
    ]  # fmt: skip
