"""What lies in a data folder, seen without opening anything: for the page that says why an office cannot be opened."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from app.storage.database import FILE_NAME

_BACKUPS = "backups"


class Backup(NamedTuple):
    """A copy of the office, and when it was made."""

    path: Path
    made_at: datetime


def has_office(folder: Path) -> bool:
    """Whether an office's file lies there, sound or not."""
    try:
        return (folder / FILE_NAME).exists()
    except OSError:
        return False


def newest_backup(folder: Path) -> Backup | None:
    """The newest copy beside the office, None when there is none or the folder cannot be read."""
    try:
        found = [
            Backup(path, datetime.fromtimestamp(path.stat().st_mtime, UTC))
            for path in (folder / _BACKUPS).glob("*.db")
            if not path.name.startswith(".")
        ]
    except OSError:
        return None
    return max(found, key=lambda each: each.made_at, default=None)
