"""A search that stands still is worth a second look: when that is proposed, what puts it away, and its numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.managers import ManagerId
from app.domain.requirements import AskedBy, RequirementId, RequirementKind
from app.domain.searches import Answer, PresentationId, SearchId, Stage
from app.services import bring_up, candidates, live, managers, market, requirements, review, searches
from app.services.office import Office
from tests.builders import NOW, Clock, amara, memory_office

MANAGER, SEARCH = ManagerId(1), SearchId(1)
ON_CALL = "On call"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    """A search with a must-have and somebody presented, all of it today."""
    made = memory_office(tmp_path, clock)
    searches.open_search(made, amara(made), title="Backend Engineer")
    requirements.add(made, SEARCH, kind=RequirementKind.MUST, text=ON_CALL)
    requirements.agree(made, SEARCH)
    person = PresentationId(candidates.present(made, SEARCH, candidate="Bell").id)
    candidates.add_interview(made, person)
    return made


def told(office: Office) -> str:
    found = review.proposed(office, SEARCH)
    return found.words if found else ""


def numbers(office: Office) -> list[tuple[str, str]]:
    found = review.proposed(office, SEARCH)
    assert found is not None
    return [tuple(each) for each in found.numbers]


def closed(office: Office, title: str, days: int, *, must: str = "") -> None:
    """A search that was closed after so many days."""
    opened = NOW.date() - timedelta(days=300)
    number = SearchId(searches.open_search(office, MANAGER, title=title, opened_on=opened).id)
    if must:
        requirements.add(office, number, kind=RequirementKind.MUST, text=must)
    known = office.searches.get(number)
    with office.write("closed"):
        office.searches.update(replace(known, stage=Stage.CLOSED, closed_on=opened + timedelta(days=days)))


def test_it_is_proposed_after_fourteen_days(office: Office, clock: Clock) -> None:
    clock.pass_by(days=13)
    assert not told(office)

    clock.pass_by(days=1)
    assert told(office) == "14 days without progress, since 24 Nov."


def test_a_search_may_wait_for_longer_or_shorter(office: Office, clock: Clock) -> None:
    searches.edit(office, SEARCH, review_days=30)
    clock.pass_by(days=29)
    assert not told(office)

    searches.edit(office, SEARCH, review_days=7)
    assert told(office)


PROGRESS: list[Callable[[Office], Any]] = [
    lambda office: searches.move(office, SEARCH, stage=Stage.SOURCING),
    lambda office: candidates.present(office, SEARCH, candidate="Haddad"),
    lambda office: candidates.answer(office, PresentationId(1), answer=Answer.YES),
    lambda office: candidates.add_interview(office, PresentationId(1)),
    lambda office: candidates.answer_interview(office, 1, words="Good"),  # type: ignore[arg-type]
    lambda office: requirements.change(office, RequirementId(1), text="On call twice", asked_by=AskedBy.THEM),
    lambda office: review.reviewed(office, SEARCH),
]


@pytest.mark.parametrize("move", PROGRESS)
def test_whatever_moves_it_puts_the_review_away_for_as_long_again(
    office: Office, clock: Clock, move: Callable[[Office], Any]
) -> None:
    clock.pass_by(days=20)
    move(office)
    assert not told(office)

    clock.pass_by(days=14)
    assert told(office)


def test_one_undo_brings_the_review_back(office: Office, clock: Clock) -> None:
    clock.pass_by(days=20)
    review.reviewed(office, SEARCH)
    live.undo(office)

    assert told(office)


@pytest.mark.parametrize(
    "rest",
    [
        lambda office: managers.pause(office, MANAGER, until=date(2027, 3, 1)),
        lambda office: managers.archive(office, MANAGER),
        lambda office: searches.close(office, SEARCH),
    ],
)
def test_what_rests_is_not_reviewed(office: Office, clock: Clock, rest: Callable[[Office], Any]) -> None:
    rest(office)
    clock.pass_by(days=40)

    assert not told(office)


def test_it_is_brought_up_next_time(office: Office, clock: Clock) -> None:
    clock.pass_by(days=16)
    known = office.managers.get(MANAGER)
    found = bring_up.points(office, known, (), office.searches.open_of(MANAGER), None)

    said = [each for each in found if each.record == ("search", SEARCH)]
    assert [each.text for each in said] == ["Review Backend Engineer: 16 days without progress"]


def test_its_numbers_are_the_managers_own(office: Office, clock: Clock) -> None:
    market.add(office, SEARCH, text="340 people match", source="talent maps", on=date(2026, 11, 1))
    candidates.answer(office, PresentationId(1), answer=Answer.NO, reason="Never", requirement=RequirementId(1))
    closed(office, "Backend Engineer", 70, must="on CALL")
    closed(office, "Backend Engineer", 40)
    closed(office, "Office Manager", 10)
    clock.pass_by(days=16)

    assert numbers(office) == [
        ("340 people match", "talent maps"),
        ("Searches like this took 55 days", "2 closed searches of this title"),
        ("With “On call” 70 days, without it 40 days", "closed searches: 1 with it, 1 without"),
        ("0 of 1 CV was a yes", ""),
        ("Reasons for no: On call", ""),
    ]


def test_with_no_two_of_its_title_all_of_the_manager_are_compared(office: Office, clock: Clock) -> None:
    closed(office, "Office Manager", 10)
    closed(office, "Backend Engineer", 20)
    clock.pass_by(days=16)

    assert numbers(office) == [("Searches like this took 15 days", "2 closed searches of Amara")]


def test_without_any_number_the_proposal_stands_alone(office: Office, clock: Clock) -> None:
    clock.pass_by(days=16)

    assert numbers(office) == []
