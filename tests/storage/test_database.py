"""The office's file: what is refused, what a write promises, and what is noticed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import StorageError
from app.storage.database import APPLICATION_ID, FILE_NAME, Database, connect, new_office, open_database
from app.storage.history import TRACKED
from tests.builders import Clock, file_office

PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "cell_size_check": 1,
}
TABLES = {*TRACKED, "office", "action", "current", "history", "draft"}


def opened(folder: Path) -> Database:
    return open_database(folder, Clock(), create=False)


@pytest.mark.parametrize(("pragma", "value"), PRAGMAS.items())
def test_every_connection_has_the_settings_the_promises_rest_on(tmp_path: Path, pragma: str, value: object) -> None:
    conn = connect(file_office(tmp_path))

    assert conn.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_the_tables_are_exactly_the_expected_ones(tmp_path: Path) -> None:
    """A misspelt table would be created in silence by sqlite-utils."""
    conn = connect(file_office(tmp_path))
    names = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    assert {n for n in names if "_text" not in n and not n.startswith(("_sqlite", "sqlite_"))} == TABLES


def _newer(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 2147483647")
    conn.commit()
    conn.close()


def _foreign(path: Path) -> None:
    path.unlink()
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE theirs (a)")
    conn.commit()
    conn.close()


def _broken_schema(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4000] = os.urandom(3900)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "is damaged"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(200)), "not an office"),
        (lambda path: path.write_text("Dear diary, " * 50), "not an office"),
        (_foreign, "belongs to another program"),
        (_newer, "newer Rapport"),
        (_broken_schema, "is damaged"),
    ],
)
def test_what_is_not_ours_is_refused_with_not_one_byte_changed(
    tmp_path: Path, spoil: Callable[[Path], object], says: str
) -> None:
    path = file_office(tmp_path)
    spoil(path)
    before = path.read_bytes()

    with pytest.raises(StorageError, match=says):
        opened(tmp_path)

    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_a_missing_office_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no office"):
        opened(tmp_path / "nowhere")

    assert not (tmp_path / "nowhere").exists()


def test_a_new_office_is_ours_and_private(tmp_path: Path) -> None:
    new_office(tmp_path / "office")
    path = tmp_path / "office" / FILE_NAME

    assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == [FILE_NAME]


def test_a_new_office_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    before = file_office(tmp_path).read_bytes()

    new_office(tmp_path)

    assert (tmp_path / FILE_NAME).read_bytes() == before


def _count(database: Database) -> int:
    return int(database.conn.execute("SELECT count(*) FROM setting").fetchone()[0])


_INSERT = "INSERT INTO setting (key, value, created, changed) VALUES (?, '1', '', '')"


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    file_office(tmp_path)
    database = opened(tmp_path)

    def fail() -> None:
        with database.write("Nothing"):
            database.conn.execute(_INSERT, ("a",))
            raise KeyError("stop")

    with pytest.raises(KeyError):
        fail()

    assert _count(database) == 0
    assert not database.conn.in_transaction


def test_a_write_inside_a_write_is_one_action(tmp_path: Path) -> None:
    file_office(tmp_path)
    database = opened(tmp_path)
    with database.write("Outer"):
        database.conn.execute(_INSERT, ("a",))
        with database.write("Inner"):
            database.conn.execute(_INSERT, ("b",))

    assert [row[0] for row in database.conn.execute("SELECT label FROM action")] == ["Outer"]


def test_a_second_window_of_ours_is_seen_and_accepted(tmp_path: Path) -> None:
    file_office(tmp_path)
    first, second = opened(tmp_path), opened(tmp_path)
    with second.write("From the terminal"):
        second.conn.execute(_INSERT, ("a",))
    with first.write("From the window"):
        first.conn.execute(_INSERT, ("b",))

    assert _count(second) == 2


def _overwrite_in_place(path: Path, other: Path) -> None:
    shutil.copyfile(other, path)


def _replace_by_rename(path: Path, other: Path) -> None:
    shutil.copyfile(other, path.with_name("copy"))
    path.with_name("copy").replace(path)


def _edit_by_hand(path: Path, _other: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 1")
    conn.execute("CREATE TABLE IF NOT EXISTS theirs (a)")
    conn.commit()
    conn.close()


@pytest.mark.parametrize("disturb", [_overwrite_in_place, _replace_by_rename, _edit_by_hand])
def test_a_file_changed_underneath_is_noticed_before_anything_is_written(
    tmp_path: Path, disturb: Callable[[Path, Path], None]
) -> None:
    """Cloud sync replaces or overwrites a file while it is open; SQLite itself notices neither."""
    path, other = file_office(tmp_path / "a"), file_office(tmp_path / "b")
    database = opened(tmp_path / "a")
    with database.write("Before"):
        database.conn.execute(_INSERT, ("a",))
    disturb(path, other)
    after = path.read_bytes()

    with pytest.raises(StorageError, match="another program"), database.write("After"):
        database.conn.execute(_INSERT, ("b",))

    assert path.read_bytes() == after


def test_a_deleted_file_is_noticed(tmp_path: Path) -> None:
    path = file_office(tmp_path)
    database = opened(tmp_path)
    path.unlink()

    with pytest.raises(StorageError, match="not there"), database.write("After"):
        database.conn.execute(_INSERT, ("b",))


def test_a_lock_held_by_another_program_is_one_sentence(tmp_path: Path) -> None:
    path = file_office(tmp_path)
    database = opened(tmp_path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StorageError, match="Another program"), database.write("Blocked"):
        database.conn.execute(_INSERT, ("b",))

    other.execute("ROLLBACK")
    assert _count(database) == 0


def test_a_full_disk_is_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    file_office(tmp_path)
    database = opened(tmp_path)
    pages = database.conn.execute("PRAGMA page_count").fetchone()[0]
    database.conn.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StorageError, match="disk is full"), database.write("Too much"):
        database.conn.execute(_INSERT, ("x" * 200_000,))

    assert _count(database) == 0


def test_an_odd_path_is_an_ordinary_path(tmp_path: Path) -> None:
    """No name is read as a URI or a format."""
    folder = tmp_path / "50% of #1? 'quote' \N{GRINNING FACE}"
    new_office(folder)

    assert _count(opened(folder)) == 0
