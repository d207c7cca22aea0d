"""Undo and redo: any run of actions goes back to the start and forward again, row for row."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.channels import Channel
from app.domain.clocks import Once
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import ManagerId
from app.domain.meetings import CaptureKind
from app.domain.notes import NoteId
from app.domain.talks import TalkId
from app.services import (
    candidates,
    ending,
    expectations,
    follow_ups,
    managers,
    meetings,
    notes,
    reading,
    searches,
    talks,
)
from app.services.office import Office
from app.storage import finding, history
from tests.builders import amara, memory_office, running_meeting

State = dict[str, list[tuple[Any, ...]]]


def state(office: Office) -> State:
    """Every tracked row."""
    return {
        table: [tuple(row) for row in office.conn.execute(f"SELECT * FROM {table} ORDER BY id")]
        for table in history.TRACKED
    }


def _one(office: Office, table: str, chance: random.Random) -> int | None:
    ids = [row[0] for row in office.conn.execute(f"SELECT id FROM {table}")]
    return chance.choice(ids) if ids else None


def _delete_someone(office: Office, chance: random.Random) -> None:
    if (found := _one(office, "manager", chance)) and chance.random() < 0.3:
        managers.delete(office, ManagerId(found))


def _write_more(office: Office, chance: random.Random) -> None:
    manager = ManagerId(_one(office, "manager", chance) or managers.add(office, name="New").id)
    word = chance.choice(["Łukasz", "call", "王小明"])
    match chance.randrange(6):
        case 0:
            talks.log(office, manager, f"call 5m: agreed {word} !fri send // quiet {word}")
        case 1:
            notes.add(office, manager, title=word, body=word * 3)
        case 2:
            expectations.add(office, manager, side=Side.MINE, statement=word, measure="seen",
                             clock=Once(by=date(2026, 12, 1)), agreed_on=date(2026, 11, 2))  # fmt: skip
        case 3:
            search = searches.open_search(office, manager, title=word)
            candidates.present(office, search.id, candidate=word)
        case 4:
            _hold_meeting(office, manager, word)
        case _:
            follow_ups.add(office, manager, text=word, due=date(2026, 12, 1))


def _hold_meeting(office: Office, manager: ManagerId, word: str) -> None:
    meeting = running_meeting(office, manager)
    for kind in CaptureKind:
        meetings.capture(office, meeting, kind=kind, text=f"{word} every friday")
    ending.end(office, meeting)


def _change_some(office: Office, chance: random.Random) -> None:
    if found := _one(office, "talk", chance):
        talks.edit(office, TalkId(found), text=str(chance.random()), channel=chance.choice(list(Channel)))
    if found := _one(office, "note", chance):
        notes.delete(office, NoteId(found)) if chance.random() < 0.5 else notes.share(office, NoteId(found))
    if found := _one(office, "expectation", chance):
        expectations.keep(office, ExpectationId(found))


ACTIONS: list[Callable[[Office, random.Random], None]] = [_write_more, _write_more, _change_some, _delete_someone]


@pytest.mark.parametrize("seed", range(4))
def test_any_run_of_actions_goes_back_and_forth_row_for_row(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    office = memory_office(tmp_path)
    states = [state(office)]
    for _turn in range(25):
        chance.choice(ACTIONS)(office, chance)
    end = state(office)
    while reading.undo(office):
        pass
    start = state(office)
    while reading.redo(office):
        pass

    assert start == states[0]
    assert state(office) == end
    assert finding.check(office.conn) == []


def test_ending_a_meeting_is_taken_back_by_one_undo(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    meeting = running_meeting(office, amara(office))
    meetings.capture(office, meeting, kind=CaptureKind.I_WILL, text="Send dates by Fri 27 Nov")
    before = state(office)
    ending.end(office, meeting)
    assert state(office) != before

    reading.undo(office)

    assert state(office) == before
    running = office.meetings.running()
    assert running is not None
    assert running.id == meeting


def test_something_new_ends_the_redo(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    amara(office)
    reading.undo(office)
    managers.add(office, name="Priya Raghunathan")

    assert reading.redo(office) is None


def test_undo_of_undo_of_undo(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    manager = amara(office)
    managers.edit(office, manager, title="CTO")
    titles = []
    for turn in (reading.undo, reading.redo, reading.undo, reading.redo):
        turn(office)
        titles.append(office.managers.get(manager).title)

    assert titles == ["VP Engineering", "CTO", "VP Engineering", "CTO"]


def test_the_change_feed_names_what_changed(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    seen, _rows = history.touched_since(office.conn, 0)
    manager = amara(office)
    _seen, rows = history.touched_since(office.conn, seen)

    assert rows == {("manager", manager)}
