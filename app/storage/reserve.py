"""A mebibyte kept for the day the disk is full: even deleting needs room then, to write down what was deleted.

Given up when a save finds no room, so that the save and what helps afterwards still succeed; made again as soon as
there is room for it beside other things (FAULTS.md row 4).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZE = 1 << 20
_BESIDE = 1 << 20
_NAME = "reserve"


def keep(folder: Path) -> bool:
    """Set the room aside; whether it is. A disk without room for it is no failure yet."""
    path = folder / _NAME
    try:
        if path.exists() and path.stat().st_size == SIZE:
            return True
        if shutil.disk_usage(folder).free < _BESIDE + SIZE:  # the last room belongs to the office
            return False
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, os.urandom(SIZE))  # a file of zeros may take no room on some disks
        finally:
            os.close(handle)
        return path.stat().st_size == SIZE
    except OSError:
        return False


def give_up(folder: Path) -> bool:
    """Free the room; whether there was any."""
    try:
        (folder / _NAME).unlink()
    except OSError:
        return False
    return True
