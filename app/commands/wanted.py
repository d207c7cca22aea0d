"""Which office is wanted: its folder, and by whose clock; the terminal and the window ask the same way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app import surroundings
from app.commands.command_line import Asked
from app.domain.errors import InputError
from app.words import _

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo


class Wanted(NamedTuple):
    """An office as it was asked for; nothing is opened yet."""

    folder: Path
    clock: Callable[[], datetime]
    zone: ZoneInfo
    sample: bool


def folder_wanted(asked: Asked) -> Path:
    """The folder of the office; raises `InputError` for an empty name.

    A sample office has a folder of its own, beside the person's.
    """
    if asked.data_dir is not None:
        if not asked.data_dir:
            raise InputError("data_dir", _("Name the office’s folder after --data-dir; it is empty."))
        return Path(asked.data_dir)
    return surroundings.sample_folder() if asked.sample else surroundings.data_folder()


def wanted_office(asked: Asked) -> Wanted:
    """All that was asked for; raises `InputError` for an empty folder or a time that cannot be read."""
    folder, zone = folder_wanted(asked), surroundings.local_zone()
    return Wanted(folder, surroundings.clock(asked.now, zone), zone, asked.sample)


def write_sample_once(wanted: Wanted) -> None:
    """Write the sample that is wanted, unless it is there; raises `InputError` when another office lies there."""
    if not wanted.sample:
        return
    from app.services import sample

    day = wanted.clock().astimezone(wanted.zone).date()
    sample.write_once(wanted.folder, day=day, zone=wanted.zone)
