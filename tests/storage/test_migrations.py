"""A schema changes as a whole or not at all, after a copy that reads back; undo ends there."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database as Tables
from sqlite_utils import Migrations

from app.domain.errors import StorageError
from app.storage import finding, history, migrations, schema
from app.storage.database import FILE_NAME, connect, new_office, open_database
from tests.builders import Clock, file_office
from tests.storage.schema_file import SCHEMA

THIS = schema.VERSION
STEPS: tuple[Any, ...] = (migrations.m001_first, migrations.m002_practices, migrations.m003_invited)
MANAGER = """INSERT INTO manager (name, zone, hours, status, folded, created, changed)
    VALUES ('Amara', 'UTC', '', 'active', 'amara', '', '')"""
ASKED = """INSERT INTO satisfaction (manager, asked_on, score, proposal, approval, created, changed)
    VALUES (1, '2026-11-02', 3, ?, ?, '', '')"""
DOCUMENT = """INSERT INTO issued_document
      (manager, kind, title, file_name, made_at, pages, sha256, folded, created, changed)
    VALUES (1, 'summary', 'Calibration', 'a.pdf', '', 1, ?, 'calibration', '', '')"""


def _fails(db: Tables) -> None:
    db.execute("ALTER TABLE note ADD COLUMN mood TEXT")
    raise KeyError("odd data")


def _adds_a_column(db: Tables) -> None:
    db.execute("ALTER TABLE note ADD COLUMN mood TEXT")


def next_schema(monkeypatch: pytest.MonkeyPatch, step: object) -> None:
    """Pretend that one more step has been released."""
    steps = Migrations("rapport")
    for each in (*STEPS, step):
        steps()(each)
    monkeypatch.setattr(migrations, "migrations", steps)
    monkeypatch.setattr(schema, "VERSION", THIS + 1)


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
    assert path.read_bytes()[63] == THIS + 1
    trigger = "SELECT sql FROM sqlite_master WHERE name = 'note_history_update'"
    assert "'mood'" in database.conn.execute(trigger).fetchone()[0]


def test_a_copy_is_made_before_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office_with_undo(tmp_path)
    next_schema(monkeypatch, _adds_a_column)
    open_database(tmp_path, Clock(), create=False)
    copy = sqlite3.connect(tmp_path / "backups" / f"before-schema-{THIS + 1}.db")

    assert copy.execute("PRAGMA user_version").fetchone()[0] == THIS
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


def older_office(folder: Path, monkeypatch: pytest.MonkeyPatch, version: int = 1) -> Path:
    """An office as an older Rapport left it, with one document issued."""
    steps = Migrations("rapport")
    for step in STEPS[:version]:
        steps()(step)
    kept = (SCHEMA.parent / f"{version}.sql").read_text(encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "migrations", steps)
        patched.setattr(schema, "VERSION", version)
        patched.setattr(migrations.views, "SHAREABLE_VIEWS", dict(re.findall(r"CREATE VIEW (\w+) AS (.+);", kept)))
        patched.setattr(history, "TRACKED", tuple(re.findall(r"TRIGGER (\w+)_history_insert", kept)))
        new_office(folder)  # the empty office that tests share has the newest schema
    path = folder / FILE_NAME
    conn = connect(path)
    conn.execute("INSERT INTO action (label, at, state) VALUES ('Issued', '', 'fixed')")
    conn.execute("UPDATE current SET action = 1")
    conn.execute(MANAGER)
    conn.execute(DOCUMENT, ("0" * 64,))
    if version == 1:
        conn.executemany(ASKED, [("Two slots", "approved"), ("Half a day", None), (None, None)])
    conn.close()
    return path


@pytest.mark.parametrize("version", range(1, THIS))
def test_an_older_office_is_brought_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int) -> None:
    older_office(tmp_path, monkeypatch, version)
    conn = open_database(tmp_path, Clock(), create=False).conn

    assert schema.is_ours(conn)
    assert [hit.text for hit in finding.find(conn, "calibr")] == ["Calibration"]
    assert finding.check(conn) == []
    assert conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_was_proposed_becomes_a_record_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older_office(tmp_path, monkeypatch)
    conn = open_database(tmp_path, Clock(), create=False).conn
    found = conn.execute("SELECT satisfaction, text, answer, on_day FROM proposal ORDER BY id").fetchall()

    assert [tuple(each) for each in found] == [
        (1, "Two slots", "approved", "2026-11-02"), (2, "Half a day", "open", "2026-11-02"),
    ]  # fmt: skip


def test_a_trigger_in_an_older_office_is_not_run_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = older_office(tmp_path, monkeypatch)
    other = sqlite3.connect(path)
    other.execute("CREATE TRIGGER theirs AFTER UPDATE ON office BEGIN DELETE FROM manager; END")
    other.close()

    with pytest.raises(StorageError, match="another program"):
        open_database(tmp_path, Clock(), create=False)
