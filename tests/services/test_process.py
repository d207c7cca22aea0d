"""The process as walked through, and where people are sought: written, moved, changed; lengths as one types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InputError
from app.domain.process_lines import length_of, length_words, step_line, understand_step
from app.domain.role import ProcessStepId, SourcingChannelId
from app.domain.searches import SearchId
from app.services import live, process, searches, sourcing, templates
from app.services.office import Office
from tests.builders import amara, memory_office

SEARCH = SearchId(1)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = memory_office(tmp_path)
    searches.open_search(made, amara(made), title="Senior Backend Engineer")
    return made


def steps(office: Office) -> list[tuple[str, str, str]]:
    return [
        (each.what, each.owner, length_words(each.days, each.weeks, each.minutes))
        for each in office.process_steps.of(SEARCH)
    ]


def test_it_starts_from_what_usually_works_and_one_undo_takes_all_back(office: Office) -> None:
    process.begin(office, SEARCH)
    assert steps(office)[:2] == [("CVs with notes", "me", "5 days"), ("Feedback, with a reason", "them", "2 days")]
    with pytest.raises(InputError, match="process already"):
        process.begin(office, SEARCH)

    live.undo(office)
    assert steps(office) == []


def test_a_step_is_changed_moved_and_deleted(office: Office) -> None:
    for what in ("One", "Two", "Three"):
        process.add(office, SEARCH, what=what, days=1)
    process.edit(office, ProcessStepId(3), owner="Halden", weeks=1)
    process.place(office, ProcessStepId(3), position=0)
    process.delete(office, ProcessStepId(1))

    assert steps(office) == [("Three", "Halden", "1 week"), ("Two", "me", "1 day")]


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("5 days", "5 days"), ("1 day", "1 day"), ("2d", "2 days"), ("3", "3 days"), ("1 week", "1 week"),
        ("2w", "2 weeks"), ("30 min", "30 min"), ("20m", "20 min"), (" 15 MIN. ", "15 min"), ("", ""),
    ],
)  # fmt: skip
def test_a_length_is_typed_as_it_is_shown(office: Office, typed: str, length: str) -> None:
    process.add(office, SEARCH, what="Step", **length_of(typed))

    assert steps(office) == [("Step", "me", length)]


@pytest.mark.parametrize("typed", ["soon", "5 moons", "-2 days", "1.5 days", "99999 days", "days", "٣ days"])
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        length_of(typed)

    assert refused.value.field == "takes"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"days": 0}, "days"), ({"days": 400}, "days"), ({"days": 1, "minutes": 5}, "minutes"), ({"what": " "}, "what"),
     ({"owner": ""}, "owner")],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(office: Office, given: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as refused:
        process.add(office, SEARCH, **{"what": "Step", **given})  # type: ignore[arg-type]

    assert refused.value.field == field


def test_a_channel_is_written_changed_moved_and_deleted(office: Office) -> None:
    for channel in ("Network", "Advert", "Fair"):
        sourcing.add(office, SEARCH, channel=channel, plan="As ever")
    sourcing.edit(office, SourcingChannelId(2), plan="", result="12 replies", started_on=office.today())
    sourcing.place(office, SourcingChannelId(2), position=0)
    sourcing.delete(office, SourcingChannelId(3))

    known = office.sourcing_channels.of(SEARCH)
    assert [(each.channel, each.plan, each.result) for each in known] == [
        ("Advert", None, "12 replies"), ("Network", "As ever", None),
    ]  # fmt: skip
    assert [sourcing.plan_words(each, office.today()) for each in known] == ["since 24 Nov", "As ever · not started"]


def test_a_channel_has_a_name(office: Office) -> None:
    with pytest.raises(InputError) as refused:
        sourcing.add(office, SEARCH, channel=" ")

    assert refused.value.field == "channel"


TYPED_STEPS = {
    "CVs with notes · you · 5 days": {"text": "CVs with notes", "owner": "me", "days": 5},
    "Panel · the manager · 1 week": {"text": "Panel", "owner": "them", "weeks": 1},
    "Decision call · both · 30 min": {"text": "Decision call", "owner": "both", "minutes": 30},
    "Board · Halden Software": {"text": "Board", "owner": "Halden Software"},
    "Panel · two people · the manager": {"text": "Panel · two people", "owner": "them"},
    "Call": {"text": "Call", "owner": "me"}, "5 days": {"text": "5 days", "owner": "me"},
    " · ": {"text": "", "owner": "me"}, "Call · you · 45 mins": {"text": "Call", "owner": "me", "minutes": 45},
    "Call · you · 1 hour": {"text": "Call", "owner": "me", "takes": "1 hour"},
    "Call · you · 0 days": {"text": "Call", "owner": "me", "days": 0},
}  # fmt: skip


@pytest.mark.parametrize("typed", TYPED_STEPS)
def test_a_step_of_a_template_is_typed_on_one_line(typed: str) -> None:
    assert understand_step(typed) == TYPED_STEPS[typed]


def test_a_process_starts_from_a_template_of_your_own(office: Office) -> None:
    """Each of the built-in ones reads the same after it was shown and typed again."""
    built_in = templates.points_for(office, "process")
    lines = [step_line(each) for each in built_in]
    assert [understand_step(line) for line in lines] == built_in
    body = json.dumps([understand_step(line) for line in (*lines[:1], "Trial day · Halden Software · 1 day")])
    templates.add(office, kind="process", name="Shorter", body=body)
    process.begin(office, SEARCH)

    assert steps(office) == [("CVs with notes", "me", "5 days"), ("Trial day", "Halden Software", "1 day")]


@pytest.mark.parametrize("wrong", [{"days": 0}, {"days": 5, "weeks": 1}, {"minutes": "9"}, {"weeks": 53}])
def test_a_step_that_cannot_be_is_refused_with_its_line(office: Office, wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="Line 1: A step takes"):
        templates.add(office, kind="process", name="Wrong", body=json.dumps([{"text": "Call", **wrong}]))


def test_a_length_that_cannot_be_read_is_refused_with_its_line(office: Office) -> None:
    body = json.dumps([understand_step("Call · you · 5-7 days")])
    with pytest.raises(InputError, match="Line 1: Write how long it takes like 5 days"):
        templates.add(office, kind="process", name="Wrong", body=body)
