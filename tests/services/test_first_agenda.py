"""A meeting that is planned takes along what there is to bring up, once, and one undo takes all of it back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.services import agenda, expectations, live, meetings
from app.services.bring_up import first_lines
from app.services.office import Office
from app.services.overview import rest_of
from builders import NOW, amara, memory_office

LENGTHY = "Agree: Join a call of 25 min"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office in which two promises wait for a yes, one of them with a length at its end."""
    made = memory_office(tmp_path)
    manager = amara(made)
    expectations.add(made, manager, side=Side.THEIRS, statement="Come to the call")
    expectations.add(made, manager, side=Side.THEIRS, statement="Join a call of 25 min")
    return made


def lines(office: Office, kind: MeetingKind = MeetingKind.CALIBRATION) -> tuple[str, ...]:
    return first_lines(office, office.managers.get(ManagerId(1)), kind)


def plan(office: Office, days: float) -> int:
    at = NOW + timedelta(days=days)
    return meetings.plan(office, ManagerId(1), kind=MeetingKind.CALIBRATION, at=at).id


@pytest.mark.parametrize("kind", MeetingKind)
def test_it_begins_with_what_belongs_to_its_kind(office: Office, kind: MeetingKind) -> None:
    assert lines(office, kind) == (
        *agenda.template_lines(office, kind, 1), "Agree: Come to the call", LENGTHY,
    )  # fmt: skip


def test_what_is_planned_already_is_not_planned_twice(office: Office) -> None:
    plan(office, 1)

    assert lines(office) == agenda.template_lines(office, MeetingKind.CALIBRATION, 1)
    assert all(each.is_planned for each in rest_of(office, ManagerId(1)).points)


def test_one_undo_takes_the_meeting_and_its_agenda_back(office: Office) -> None:
    made = plan(office, 1)
    assert [each.text for each in office.agenda_items.of(made)][-2:] == [
        "Agree: Come to the call", "Agree: Join a call of",
    ]  # fmt: skip
    live.undo(office)

    assert office.meetings.next_of(1, NOW) is None
    assert lines(office)[-1] == LENGTHY
