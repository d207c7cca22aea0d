"""The last person in the role, alternatives, and the facts of the market."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.domain.requirements import RequirementId, RequirementKind, RequirementSource
from app.domain.role import AlternativeAnswer, AlternativeId
from app.domain.searches import MarketFactId, SearchId
from app.services import alternatives, live, market, predecessor, requirements, searches
from app.services.office import Office
from app.services.predecessor import Told
from builders import amara, memory_office

SEARCH = SearchId(1)
TODAY, YESTERDAY, TOMORROW = (date(2026, 11, day) for day in (24, 23, 25))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Amara's search, with nothing known."""
    made = memory_office(tmp_path)
    searches.open_search(made, amara(made), title="Backend")
    return made


def test_answers_come_one_by_one(office: Office) -> None:
    predecessor.edit(office, SEARCH, went_wrong="Hired for Rust,\nspent the year on incidents.")
    predecessor.edit(office, SEARCH, reading="They were bored.", why_left="A research role.")
    predecessor.edit(office, SEARCH, why_left="")

    known = office.predecessors.of(SEARCH)
    assert known is not None
    assert known.went_wrong == "Hired for Rust,\nspent the year on incidents."
    assert (known.why_left, known.reading) == (None, "They were bored.")


def test_an_answer_becomes_a_requirement(office: Office) -> None:
    predecessor.edit(office, SEARCH, better="Say the on-call share\nin the advert.")
    made = predecessor.to_requirement(office, SEARCH, answer=Told.BETTER)

    wanted = office.requirements.get(made.id)
    assert (wanted.text, wanted.kind) == ("Say the on-call share in the advert.", RequirementKind.MUST)
    assert wanted.source is RequirementSource.PREDECESSOR


def test_an_answer_becomes_a_probe(office: Office) -> None:
    predecessor.edit(office, SEARCH, why_left="A research role.")
    must = RequirementId(requirements.add(office, SEARCH, kind=RequirementKind.MUST, text="On-call").id)
    predecessor.to_probe(office, SEARCH, answer=Told.WHY_LEFT, requirement=must)

    assert office.requirements.get(must).probe == "A research role."


def test_what_was_not_asked_becomes_nothing(office: Office) -> None:
    with pytest.raises(InputError) as refused:
        predecessor.to_requirement(office, SEARCH, answer=Told.WORKED)

    assert refused.value.field == "answer"


def test_a_probe_stays_in_its_search(office: Office) -> None:
    other = SearchId(searches.open_search(office, office.searches.get(SEARCH).manager, title="Other").id)
    must = RequirementId(requirements.add(office, other, kind=RequirementKind.MUST, text="On-call").id)
    predecessor.edit(office, SEARCH, worked="Two years")
    with pytest.raises(InputError) as refused:
        predecessor.to_probe(office, SEARCH, answer=Told.WORKED, requirement=must)

    assert refused.value.field == "requirement"


def test_an_alternative_and_its_answer(office: Office) -> None:
    number = AlternativeId(alternatives.add(office, SEARCH, text="Four days a week", effect="twice the pool").id)
    alternatives.answer(office, number, answer=AlternativeAnswer.LATER, on=YESTERDAY)
    alternatives.edit(office, number, text="Four days", effect="")

    known = office.alternatives.get(number)
    assert (known.text, known.effect) == ("Four days", None)
    assert (known.answer, known.on_day) == (AlternativeAnswer.LATER, YESTERDAY)
    alternatives.answer(office, number, answer=None)
    assert (office.alternatives.get(number).answer, office.alternatives.get(number).on_day) == (None, None)


def test_alternatives_keep_an_order(office: Office) -> None:
    numbers = [AlternativeId(alternatives.add(office, SEARCH, text=text).id) for text in "abc"]
    alternatives.place(office, numbers[2], position=0)
    alternatives.delete(office, numbers[0])

    assert [each.text for each in office.alternatives.of(SEARCH)] == ["c", "b"]
    live.undo(office)
    assert [each.text for each in office.alternatives.of(SEARCH)] == ["c", "a", "b"]


def test_nobody_answered_tomorrow(office: Office) -> None:
    number = AlternativeId(alternatives.add(office, SEARCH, text="Four days").id)
    with pytest.raises(InputError) as refused:
        alternatives.answer(office, number, answer=AlternativeAnswer.YES, on=TOMORROW)

    assert refused.value.field == "on_day"


def test_a_market_fact_has_a_source_and_the_day_it_was_shown(office: Office) -> None:
    with pytest.raises(InputError) as refused:
        market.add(office, SEARCH, text="340 in reach", source="")
    made = MarketFactId(market.add(office, SEARCH, text="340 in reach", source="Two maps").id)
    assert refused.value.field == "source"
    assert (office.market_facts.get(made).on_day, office.market_facts.get(made).shown_on) == (TODAY, None)

    market.show(office, made)

    assert office.market_facts.get(made).shown_on == TODAY


def test_all_facts_are_shown_in_one_act(office: Office) -> None:
    market.add(office, SEARCH, text="Seen before", source="map", shown_on=YESTERDAY)
    for text in ("One", "Two"):
        market.add(office, SEARCH, text=text, source="map")
    market.show_all(office, SEARCH)

    assert [each.shown_on for each in office.market_facts.of(SEARCH)] == [YESTERDAY, TODAY, TODAY]
    with pytest.raises(InputError, match="already"):
        market.show_all(office, SEARCH)
    live.undo(office)
    assert [each.shown_on for each in office.market_facts.of(SEARCH)] == [YESTERDAY, None, None]


def test_a_fact_is_corrected_and_removed(office: Office) -> None:
    made = MarketFactId(market.add(office, SEARCH, text="340", source="map").id)
    market.edit(office, made, text="320", source="two maps", on=YESTERDAY)
    fact = office.market_facts.get(made)
    assert (fact.text, fact.source, fact.on_day) == ("320", "two maps", YESTERDAY)

    market.delete(office, made)
    assert office.market_facts.of(SEARCH) == []
