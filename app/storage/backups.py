"""Copies of the whole office, made by SQLite's own backup and read back before they count."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

from app.domain.errors import StorageError
from app.words import _


def before_migration(conn: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the file before its schema changes; the copy is named after the schema it holds."""
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    keep_names(path.parent)
    target = folder / f"before-schema-{version + 1}.db"
    copy_to(conn, target)
    return target


def keep_names(folder: Path) -> None:
    """Make the names in a folder survive a power cut; Windows does so by itself and cannot open a folder."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def copy_to(conn: sqlite3.Connection, target: Path) -> None:
    """Write a copy and check it; under its name stands the old copy or the whole new one, never a half.

    Raises `StorageError` when the copy does not read back whole.
    """
    half = target.with_name(f".{target.name}.half")
    half.unlink(missing_ok=True)
    half.touch(mode=0o600)
    try:
        copy = sqlite3.connect(half)
        try:
            conn.backup(copy, pages=1000)
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        finally:
            copy.close()
        if not sound:
            raise StorageError(_("The copy of the office did not read back whole. Check the disk and try again."))
        with half.open("rb") as file:
            os.fsync(file.fileno())
        half.replace(target)
        keep_names(target.parent)
    finally:
        half.unlink(missing_ok=True)
