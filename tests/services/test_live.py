"""What an open window needs: what others wrote, undo with its names, text being typed, the last room on a full disk."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.errors import FullError, StorageError
from app.services import live, managers, notes
from app.services.changes import Change
from app.services.office import Office, open_office
from app.storage import reserve
from builders import LONDON, Clock, amara, file_office, memory_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An empty office in memory."""
    return memory_office(tmp_path)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Office, Office]:
    """One office, open twice, as the window and the terminal have it."""
    file_office(tmp_path)
    mine, terminal = (open_office(tmp_path, clock=Clock(), zone=LONDON, patience=1.0) for _ in range(2))
    return mine, terminal


def test_what_another_program_wrote_is_seen_once(two: tuple[Office, Office]) -> None:
    """The change names the rows, so that the views that show them read again."""
    mine, terminal = two
    seen = live.newest(mine)

    made = managers.add(terminal, name="Nokuthula Dube")
    seen, change = live.since(mine, seen)
    again = live.since(mine, seen)

    assert change is not None
    assert ("manager", made.id) in change.touched
    assert again == (seen, None)


def test_ones_own_writing_is_not_news(two: tuple[Office, Office]) -> None:
    """The window has heard of it from its own use case."""
    mine, _terminal = two
    managers.add(mine, name="Nokuthula Dube")

    assert live.since(mine, live.newest(mine))[1] is None


def test_a_file_put_in_place_of_ours_is_told(two: tuple[Office, Office], tmp_path: Path) -> None:
    """As a cloud drive does it: another file under the same name."""
    mine, _terminal = two
    seen = live.newest(mine)
    (tmp_path / "other.db").write_bytes((tmp_path / "rapport.db").read_bytes())
    (tmp_path / "other.db").replace(tmp_path / "rapport.db")

    with pytest.raises(StorageError, match="replaced by another program"):
        live.since(mine, seen)


def test_undo_and_redo_have_names_and_say_what_they_touched(office: Office) -> None:
    """What the menu says before, and the toast after."""
    manager = amara(office)
    note = notes.add(office, manager, title="How Amara decides")
    before = live.names(office)

    undone = live.undo(office)
    between = live.names(office)
    redone = live.redo(office)

    assert (before.undo, before.redo) == (note.label, "")
    assert between.redo == note.label
    assert (undone.label, redone.label) == (f"Undone: {note.label}", f"Redone: {note.label}")
    assert ("note", note.id) in undone.touched & redone.touched


def test_with_nothing_left_undo_says_so_and_touches_nothing(office: Office) -> None:
    """An undo that only repeats itself would frighten."""
    assert (live.undo(office), live.redo(office)) == (
        Change(label="Nothing left to undo."),
        Change(label="Nothing left to redo."),
    )


STATES = {
    "tabs": {"tabs": [{"kind": "manager", "id": 3, "state": {}}], "current": 1},
    "another script": {"a": "佐藤"},
    "nothing": {},
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_the_window_stands_again_where_it_stood(office: Office, state: dict[str, object]) -> None:
    """Without history: moving a tab is nothing to undo."""
    live.keep_window(office, state)

    assert live.window(office) == state
    assert live.names(office).undo == ""


@pytest.mark.parametrize("garbage", ["{", "[1]", "null", "true", "\N{SNOWMAN}"])
def test_a_state_that_makes_no_sense_is_none(office: Office, garbage: str) -> None:
    """The window then opens as new."""
    live.keep_draft(office, "window", garbage)

    assert live.window(office) == {}


def test_the_last_room_is_given_up_for_one_save(office: Office, tmp_path: Path) -> None:
    """The disk is full at the first try and has a mebibyte more at the second."""
    live.keep_reserve(office)
    tries: list[bool] = []

    def on_a_full_disk() -> Change:
        tries.append((tmp_path / "reserve").exists())
        if tries[-1]:
            raise FullError("full")
        return managers.add(office, name="Nokuthula Dube")

    change, last_room = live.perform(office, on_a_full_disk)

    assert (change.record, last_room, tries) == ("manager", True, [True, False])
    with pytest.raises(FullError):
        live.perform(office, lambda: (_ for _ in ()).throw(FullError("full")))


def test_the_reserve_takes_room_and_is_nobody_elses(tmp_path: Path) -> None:
    """A mebibyte of bytes that no disk can leave out."""
    reserve.keep(tmp_path)
    status = (tmp_path / "reserve").stat()

    assert (status.st_size, status.st_mode & 0o077) == (reserve.SIZE, 0)
    assert len(set((tmp_path / "reserve").read_bytes())) == 256
    assert (reserve.give_up(tmp_path), reserve.give_up(tmp_path)) == (True, False)


def test_what_the_surroundings_did_is_told_and_our_mistakes_are_not() -> None:
    """The window says the first in its own words and reports the second."""
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorname, busy.sqlite_errorcode = "SQLITE_BUSY", 5

    assert isinstance(live.told(busy), live.Busy)
    assert str(live.told(StorageError("The disk failed."))) == "The disk failed."
    assert live.told(ValueError("ours")) is None


def test_typing_is_kept_with_its_time(office: Office) -> None:
    """A draft is found again by its place, and gone when it is empty."""
    live.keep_draft(office, "log/1", "call 25m: agre")

    assert live.draft(office, "log/1") == "call 25m: agre"
    assert (
        office.conn.execute("SELECT at FROM draft")
        .fetchone()[0]
        .startswith(datetime(2026, 11, 24, 9, 10, tzinfo=UTC).isoformat()[:16])
    )
    live.keep_draft(office, "log/1", "")
    assert live.draft(office, "log/1") == ""
