"""A schema changes as a whole or not at all, after a copy that reads back; undo ends there."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database as Tables
from sqlite_utils import Migrations

from app.domain.errors import StorageError
from app.storage import migrations, schema
from app.storage.database import FILE_NAME, connect, open_database
from tests.builders import Clock, file_office
from tests.storage.schema_file import SCHEMA


def _fails(db: Tables) -> None:
    db.execute("ALTER TABLE note ADD COLUMN mood TEXT")
    raise KeyError("odd data")


def _adds_a_column(db: Tables) -> None:
    db.execute("ALTER TABLE note ADD COLUMN mood TEXT")


def next_schema(monkeypatch: pytest.MonkeyPatch, step: object) -> None:
    """Pretend that a second step has been released."""
    steps = Migrations("rapport")
    steps()(migrations.m001_first)
    steps()(step)  # type: ignore[arg-type]
    monkeypatch.setattr(migrations, "migrations", steps)
    monkeypatch.setattr(schema, "VERSION", 2)


def office_with_undo(folder: Path) -> Path:
    path = file_office(folder)
    database = open_database(folder, Clock(), create=False)
    with database.write("Setting"):
        database.conn.execute("INSERT INTO setting (key, value, created, changed) VALUES ('a', '1', '', '')")
    database.close()
    return path


def test_the_kept_schema_is_the_one_that_the_migrations_make(tmp_path: Path) -> None:
    """After a migration: `python tests/storage/schema_file.py` writes it anew."""
    assert schema.as_kept(connect(file_office(tmp_path))) == SCHEMA.read_text(encoding="utf-8")


def test_a_trigger_of_somebody_else_is_never_run(tmp_path: Path) -> None:
    path = file_office(tmp_path)
    other = sqlite3.connect(path)
    other.execute("CREATE TRIGGER theirs AFTER INSERT ON note BEGIN DELETE FROM manager; END")
    other.commit()
    other.close()
    before = path.read_bytes()

    with pytest.raises(StorageError, match="another program"):
        open_database(tmp_path, Clock(), create=False)

    assert path.read_bytes() == before


def test_a_step_keeps_the_rows_and_ends_the_undo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office_with_undo(tmp_path)
    next_schema(monkeypatch, _adds_a_column)
    database = open_database(tmp_path, Clock(), create=False)

    assert database.conn.execute("SELECT key FROM setting").fetchone()[0] == "a"
    assert database.undo(str) is None
    assert path.read_bytes()[63] == 2
    trigger = "SELECT sql FROM sqlite_master WHERE name = 'note_history_update'"
    assert "'mood'" in database.conn.execute(trigger).fetchone()[0]


def test_a_copy_is_made_before_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office_with_undo(tmp_path)
    next_schema(monkeypatch, _adds_a_column)
    open_database(tmp_path, Clock(), create=False)
    copy = sqlite3.connect(tmp_path / "backups" / "before-schema-2.db")

    assert copy.execute("PRAGMA user_version").fetchone()[0] == 1
    assert copy.execute("SELECT count(*) FROM setting").fetchone()[0] == 1


def test_a_failing_step_leaves_the_old_office_usable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office_with_undo(tmp_path)
    with monkeypatch.context() as patched:
        next_schema(patched, _fails)
        with pytest.raises(KeyError):
            open_database(tmp_path, Clock(), create=False)
    database = open_database(tmp_path, Clock(), create=False)

    done = database.undo(str)
    assert done is not None
    assert done.label == "Setting"
    assert [each.name for each in tmp_path.glob(FILE_NAME + "*")] == [FILE_NAME]
