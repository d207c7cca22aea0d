"""What was handed to the mail program and lies there until it was read."""

from __future__ import annotations

import time
from pathlib import Path

_A_DAY = 86_400


def folder_of(office: Path) -> Path:
    """Where the drafts of an office's folder lie."""
    return office / "documents" / "drafts"


def sweep(office: Path) -> None:
    """Remove the drafts that a mail program has had a day to read; raises `OSError` for one that cannot be removed."""
    for left in folder_of(office).glob("*"):
        if time.time() - left.stat().st_mtime > _A_DAY:
            left.unlink(missing_ok=True)
