"""What the noes of a search have in common, with the people it was said of."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.requirements import RequirementId, RequirementKind
from app.domain.searches import Answer, PresentationId, SearchId
from app.services import calibration, candidates, requirements, searches
from app.services.office import Office
from tests.builders import amara, memory_office

SEARCH = SearchId(1)
ON_CALL, ALONE = "On call", "Has only worked alone"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = memory_office(tmp_path)
    searches.open_search(made, amara(made), title="Senior Backend Engineer")
    requirements.add(made, SEARCH, kind=RequirementKind.MUST, text=ON_CALL)
    requirements.add(made, SEARCH, kind=RequirementKind.DEAL_BREAKER, text=ALONE)
    return made


def answered(office: Office, *about: str | None, answer: Answer = Answer.NO) -> list[int]:
    """Present and answer one person for each; a requirement by its text, None for none."""
    texts = {each.text: RequirementId(each.id) for each in office.requirements.of(SEARCH)}
    made = []
    for each in about:
        person = PresentationId(candidates.present(office, SEARCH, candidate="Bell").id)
        candidates.answer(office, person, answer=answer, reason="So", requirement=texts[each] if each else None)
        made.append(person)
    return made


def found(office: Office) -> calibration.Pattern | None:
    return calibration.pattern(office.presentations.of(SEARCH), office.requirements.of(SEARCH))


PATTERNS = [
    ((ON_CALL, ON_CALL, ON_CALL, ON_CALL, ALONE), "4 of 5 noes are about one thing: On call"),
    ((ON_CALL, ON_CALL, None), "2 of 3 noes are about one thing: On call"),
    ((ALONE, ALONE, ALONE), "3 of 3 noes are about one thing: Has only worked alone"),
    ((ON_CALL, ON_CALL), None),
    ((ON_CALL, ON_CALL, ALONE, ALONE), None),
    ((None, None, None), None),
    ((), None),
]


@pytest.mark.parametrize(("about", "words"), PATTERNS)
def test_most_of_at_least_three_noes_make_a_pattern(
    office: Office, about: tuple[str | None, ...], words: str | None
) -> None:
    answered(office, *about)
    pattern = found(office)

    assert (pattern.words if pattern else None) == words


def test_its_evidence_are_those_it_was_said_of(office: Office) -> None:
    people = answered(office, ON_CALL, ALONE, ON_CALL, None, ON_CALL)
    pattern = found(office)

    assert pattern is not None
    assert pattern.people == (people[0], people[2], people[4])


def test_a_yes_is_no_part_of_it(office: Office) -> None:
    answered(office, ON_CALL, ON_CALL, ON_CALL, answer=Answer.YES)

    assert found(office) is None


def test_a_requirement_that_is_gone_makes_no_pattern(office: Office) -> None:
    answered(office, ON_CALL, ON_CALL, ON_CALL)
    requirements.delete(office, RequirementId(1))

    assert found(office) is None


def test_reasons_are_told_by_how_often_they_came(office: Office) -> None:
    answered(office, ALONE, None, ON_CALL, ON_CALL)
    people, wanted = office.presentations.of(SEARCH), office.requirements.of(SEARCH)

    assert calibration.reasons(people, wanted, most=2) == ("On call (2)", "Has only worked alone")


def test_a_reason_typed_with_and_without_its_full_stop_is_one(office: Office) -> None:
    for reason in ("They asked for it", "They asked for it."):
        person = PresentationId(candidates.present(office, SEARCH, candidate="Bell").id)
        candidates.answer(office, person, answer=Answer.NO, reason=reason)
    people, wanted = office.presentations.of(SEARCH), office.requirements.of(SEARCH)

    assert calibration.reasons(people, wanted, most=2) == ("They asked for it (2)",)
