"""What a search asks for: its limits and order, agreeing, and the drift after that."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InputError
from app.domain.requirements import AskedBy, Requirement, RequirementId, RequirementKind
from app.domain.searches import SearchId
from app.services import live, requirements, searches
from app.services.office import Office
from builders import amara, memory_office

SEARCH = SearchId(1)
TODAY = date(2026, 11, 24)
MUST, NICE, MAKER, BREAKER = RequirementKind


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Amara's search, with nothing asked for."""
    made = memory_office(tmp_path)
    searches.open_search(made, amara(made), title="Backend")
    return made


def add(office: Office, text: str, kind: RequirementKind = MUST, **more: Any) -> RequirementId:
    return RequirementId(requirements.add(office, SEARCH, kind=kind, text=text, **more).id)


def listed(office: Office, kind: RequirementKind = MUST) -> list[str]:
    return [each.text for each in office.requirements.of(SEARCH) if each.kind is kind]


def drift(office: Office) -> list[tuple[Any, ...]]:
    return [(each.was, each.now, each.asked_by, each.days_lost) for each in office.requirement_changes.of(SEARCH)]


@pytest.fixture
def agreed(office: Office) -> Requirement:
    """The one must-have, agreed."""
    number = add(office, "Rust")
    requirements.agree(office, SEARCH)
    return office.requirements.get(number)


@pytest.mark.parametrize(("kind", "most"), [(MUST, 5), (NICE, 3)])
def test_more_than_anybody_fits_is_refused(office: Office, kind: RequirementKind, most: int) -> None:
    for number in range(most):
        add(office, f"Thing {number}", kind)
    with pytest.raises(InputError) as refused:
        add(office, "One more", kind)

    assert refused.value.field == "text"
    assert len(listed(office, kind)) == most


def test_deal_makers_have_no_end(office: Office) -> None:
    for number in range(7):
        add(office, f"Thing {number}", MAKER)

    assert len(listed(office, MAKER)) == 7


def test_each_kind_has_an_order_of_its_own(office: Office) -> None:
    first, _second, third = add(office, "One"), add(office, "Two"), add(office, "Three")
    add(office, "Other", NICE)

    requirements.place(office, third, position=0)
    assert listed(office) == ["Three", "One", "Two"]
    requirements.place(office, first, position=9)
    assert listed(office) == ["Three", "Two", "One"]
    assert listed(office, NICE) == ["Other"]


def test_until_it_is_agreed_everything_is_edited_freely(office: Office) -> None:
    number = add(office, "Rust", probe="Show me")
    requirements.edit(office, number, text="Rust or C++", probe="")
    requirements.delete(office, add(office, "Typo"))

    assert office.requirements.get(number).probe is None
    assert listed(office) == ["Rust or C++"]
    assert drift(office) == []


def test_agreeing_notes_the_day_once(office: Office, agreed: Requirement) -> None:
    assert agreed.agreed_on == TODAY
    with pytest.raises(InputError, match="nothing to agree"):
        requirements.agree(office, SEARCH)


def test_nobody_agreed_tomorrow(office: Office) -> None:
    add(office, "Rust")
    with pytest.raises(InputError) as refused:
        requirements.agree(office, SEARCH, on=date(2026, 11, 25))

    assert refused.value.field == "on"


def test_a_typo_is_no_change(office: Office, agreed: Requirement) -> None:
    requirements.edit(office, agreed.id, text="Rust, in production")

    assert drift(office) == []


def test_a_change_keeps_was_and_now(office: Office, agreed: Requirement) -> None:
    requirements.change(office, agreed.id, text="Go", asked_by=AskedBy.THEM, days_lost=4)

    assert listed(office) == ["Go"]
    assert drift(office) == [("Rust", "Go", AskedBy.THEM, 4)]


def test_adding_and_dropping_after_agreement_are_changes(office: Office, agreed: Requirement) -> None:
    number = add(office, "Four days on site", asked_by=AskedBy.THEM, days_lost=3)
    requirements.delete(office, agreed.id, asked_by=AskedBy.ME)

    assert office.requirements.get(number).agreed_on == TODAY
    assert drift(office) == [
        (None, "Four days on site", AskedBy.THEM, 3),
        ("Rust", None, AskedBy.ME, None),
    ]


@pytest.mark.parametrize("act", ["add", "delete"])
def test_after_agreement_somebody_asked_for_it(office: Office, agreed: Requirement, act: str) -> None:
    with pytest.raises(InputError) as refused:
        add(office, "More") if act == "add" else requirements.delete(office, agreed.id)

    assert refused.value.field == "asked_by"
    assert (listed(office), drift(office)) == (["Rust"], [])


@pytest.mark.parametrize(("values", "field"), [
    ({"text": "Rust"}, "text"), ({"text": " "}, "text"), ({"text": "Go", "days_lost": 3651}, "days_lost"),
    ({"text": "Go", "days_lost": -1}, "days_lost"),
])  # fmt: skip
def test_a_change_that_is_none(office: Office, agreed: Requirement, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as refused:
        requirements.change(office, agreed.id, asked_by=AskedBy.ME, **values)

    assert refused.value.field == field
    assert drift(office) == []


def test_what_is_not_agreed_has_no_drift(office: Office) -> None:
    with pytest.raises(InputError, match="edit it instead"):
        requirements.change(office, add(office, "Rust"), text="Go", asked_by=AskedBy.ME)


def test_one_undo_takes_a_whole_change_back(office: Office, agreed: Requirement) -> None:
    requirements.change(office, agreed.id, text="Go", asked_by=AskedBy.THEM)
    live.undo(office)
    assert (listed(office), drift(office)) == (["Rust"], [])

    requirements.delete(office, agreed.id, asked_by=AskedBy.THEM)
    live.undo(office)
    assert (listed(office), drift(office)) == (["Rust"], [])
