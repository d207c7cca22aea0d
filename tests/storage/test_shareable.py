"""What may leave: the views hold exactly the shareable fields, and the authorizer refuses everything else."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from app.domain import (
    celebrations,
    expectations,
    managers,
    meetings,
    notes,
    offers,
    requirements,
    role,
    satisfaction,
    searches,
    talks,
)
from app.domain.fields import shareable_fields
from app.storage import shareable
from app.storage.views import SHAREABLE_VIEWS
from tests.builders import amara, memory_office

RECORDS: dict[str, type] = {
    "shareable_manager": managers.HiringManager,
    "shareable_search": searches.Search,
    "shareable_stage_change": searches.StageChange,
    "shareable_presentation": searches.Presentation,
    "shareable_market_fact": searches.MarketFact,
    "shareable_meeting": meetings.Meeting,
    "shareable_agenda_item": meetings.AgendaItem,
    "shareable_captured_item": meetings.CapturedItem,
    "shareable_talk": talks.Talk,
    "shareable_follow_up": talks.FollowUp,
    "shareable_expectation": expectations.Expectation,
    "shareable_wording": expectations.Wording,
    "shareable_check_in": expectations.CheckIn,
    "shareable_note": notes.Note,
    "shareable_satisfaction": satisfaction.Satisfaction,
    "shareable_proposal": satisfaction.Proposal,
    "shareable_requirement": requirements.Requirement,
    "shareable_requirement_change": requirements.RequirementChange,
    "shareable_predecessor": role.Predecessor,
    "shareable_alternative": role.Alternative,
    "shareable_process_step": role.ProcessStep,
    "shareable_sourcing_channel": role.SourcingChannel,
    "shareable_interview": searches.Interview,
    "shareable_offer": offers.Offer,
    "shareable_celebration": celebrations.Celebration,
}

REFUSED = [
    "SELECT rapport FROM manager",
    "SELECT (SELECT tick FROM manager LIMIT 1) FROM shareable_manager",
    "SELECT id FROM shareable_manager WHERE id IN (SELECT id FROM manager WHERE rapport <> '')",
    "SELECT count(*) FROM note",
    "SELECT * FROM note_text WHERE note_text MATCH 'a'",
    "SELECT sql FROM sqlite_master",
    "SELECT old FROM history",
    "SELECT text FROM draft",
    "UPDATE manager SET name = 'x'",
    "DELETE FROM note",
    "ATTACH ':memory:' AS other",
    "PRAGMA writable_schema = 1",
]


def test_every_view_is_held_against_a_record() -> None:
    assert RECORDS.keys() == SHAREABLE_VIEWS.keys()


@pytest.mark.parametrize(("view", "record"), RECORDS.items())
def test_a_view_holds_exactly_the_fields_marked_shareable(tmp_path: Path, view: str, record: type) -> None:
    office = memory_office(tmp_path)
    columns = {row["name"] for row in office.conn.execute(f"PRAGMA table_info({view})")}

    assert columns == shareable_fields(record)


@pytest.mark.parametrize("sql", REFUSED)
def test_everything_else_is_refused(tmp_path: Path, sql: str) -> None:
    office = memory_office(tmp_path)
    amara(office)

    refused = pytest.raises(sqlite3.DatabaseError, match=r"prohibited|not authorized|constructor failed")
    with shareable.only_shareable(office.conn), refused:
        office.conn.execute(sql).fetchall()


def test_shareable_rows_are_read(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    amara(office)
    rows: list[dict[str, Any]] = shareable.rows(office.conn, "shareable_manager")

    assert rows[0]["name"] == "Amara Okonkwo"
    assert "rapport" not in rows[0]


def test_afterwards_the_office_reads_everything_again(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    manager = amara(office)
    shareable.rows(office.conn, "shareable_manager")

    assert office.managers.get(manager).cadence_days == 7


def test_only_known_views_are_read(tmp_path: Path) -> None:
    office = memory_office(tmp_path)

    with pytest.raises(ValueError, match="manager"):
        shareable.rows(office.conn, "manager")
