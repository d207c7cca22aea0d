"""Searches in short: stages with their days, people presented and answered, market facts, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InputError, NotFoundError
from app.domain.managers import ManagerId
from app.domain.searches import Answer, PresentationId, SearchId, Stage
from app.services import candidates, reading, searches
from app.services.office import Office
from tests.builders import NOW, Clock, amara, memory_office

MANAGER, SEARCH = ManagerId(1), SearchId(1)
TODAY = date(2026, 11, 24)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    made = memory_office(tmp_path, clock)
    searches.open_search(made, amara(made), title="Senior Backend Engineer")
    return made


def test_the_way_through_the_stages_is_kept_with_its_days(office: Office, clock: Clock) -> None:
    for stage in (Stage.SOURCING, Stage.INTERVIEWS, Stage.OFFER, Stage.CLOSED):
        clock.at += timedelta(days=10)
        searches.move(office, SEARCH, stage=stage)
    way = [(each.stage, each.on_day) for each in office.stage_changes.of(SEARCH)]

    assert way == [
        (Stage.INTAKE, TODAY), (Stage.SOURCING, date(2026, 12, 4)), (Stage.INTERVIEWS, date(2026, 12, 14)),
        (Stage.OFFER, date(2026, 12, 24)), (Stage.CLOSED, date(2027, 1, 3)),
    ]  # fmt: skip
    assert office.searches.get(SEARCH).closed_on == date(2027, 1, 3)
    assert office.searches.open_of(MANAGER) == []


def test_a_closed_search_is_open_again_in_another_stage(office: Office) -> None:
    searches.close(office, SEARCH)
    searches.move(office, SEARCH, stage=Stage.SOURCING)

    assert office.searches.get(SEARCH).closed_on is None
    assert [each.id for each in office.searches.open_of(MANAGER)] == [SEARCH]


def test_a_stage_is_moved_and_not_edited(office: Office) -> None:
    with pytest.raises(InputError, match="Move the search"):
        searches.edit(office, SEARCH, stage=Stage.OFFER)

    assert [each.stage for each in office.stage_changes.of(SEARCH)] == [Stage.INTAKE]


def test_an_edit_changes_what_it_names_and_one_undo_takes_it_back(office: Office) -> None:
    before = office.searches.get(SEARCH)
    searches.edit(office, SEARCH, location="Leeds", salary_min=8_200_000, salary_max=9_800_000, currency="GBP")
    after = office.searches.get(SEARCH)
    assert (after.location, after.currency) == ("Leeds", "GBP")
    assert (after.salary_min, after.salary_max) == (8_200_000, 9_800_000)
    assert after.title == before.title

    reading.undo(office)

    assert office.searches.get(SEARCH) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "x" * 201),
        ("headcount", 0),
        ("headcount", 1001),
        ("salary_min", -1),
        ("salary_max", -1),
        ("currency", "POUND"),
        ("currency", "12£"),
        ("location", "word " * 500),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(office: Office, field: str, value: Any) -> None:
    before = office.searches.get(SEARCH)
    with pytest.raises(InputError) as refused:
        searches.edit(office, SEARCH, **{field: value})

    assert refused.value.field == field
    assert office.searches.get(SEARCH) == before


@pytest.mark.parametrize(("answer", "reason"), [(Answer.YES, ""), (Answer.QUESTION, ""), (Answer.NO, "No pager duty")])
def test_an_answer_is_kept_with_its_time(office: Office, clock: Clock, answer: Answer, reason: str) -> None:
    made = candidates.present(office, SEARCH, candidate="Ottilie Bell")
    clock.pass_by(hours=3)
    candidates.answer(office, PresentationId(made.id), answer=answer, reason=reason)
    kept = office.presentations.get(made.id)

    assert (kept.candidate, kept.presented_at, kept.answered_at) == ("Ottilie Bell", NOW, NOW + timedelta(hours=3))
    assert (kept.answer, kept.reason) == (answer, reason or None)


@pytest.mark.parametrize(
    ("answer", "reason", "hours", "field"), [(Answer.NO, " ", 1, "reason"), (Answer.YES, "", -1, "at")]
)
def test_an_answer_that_cannot_be_is_refused(
    office: Office, answer: Answer, reason: str, hours: int, field: str
) -> None:
    made = PresentationId(candidates.present(office, SEARCH, candidate="Ottilie Bell").id)
    with pytest.raises(InputError) as refused:
        candidates.answer(office, made, answer=answer, reason=reason, at=NOW + timedelta(hours=hours))

    assert refused.value.field == field
    assert office.presentations.get(made).answer is None


@pytest.mark.parametrize("act", [searches.close, searches.delete])
def test_a_search_that_is_gone_is_told(office: Office, act: Any) -> None:
    with pytest.raises(NotFoundError, match="search is not in the office any more"):
        act(office, SearchId(99))


def test_nobody_opens_a_search_for_a_manager_that_is_gone(office: Office) -> None:
    with pytest.raises(NotFoundError):
        searches.open_search(office, ManagerId(99), title="A")

    assert len(office.searches.opened()) == 1


def test_a_time_in_another_zone_is_the_same_moment(office: Office) -> None:
    at = datetime(2026, 11, 24, 8, tzinfo=UTC)
    made = candidates.present(office, SEARCH, candidate="Sami Haddad", at=at)

    assert office.presentations.get(made.id).presented_at == at
