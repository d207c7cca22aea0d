"""What this computer says: its time zone, the clock, and the folder for a person's own data."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.errors import InputError
from app.words import _


def local_zone() -> ZoneInfo:
    """The computer's time zone by name, UTC when it has none.

    Most systems say it in one link; tzlocal, which knows all the others, costs 20 ms and is asked only then.
    """
    try:
        return ZoneInfo(os.environ.get("TZ", "").removeprefix(":") or _linked_zone() or _looked_up_zone())
    except (LookupError, ValueError, OSError):
        return ZoneInfo("UTC")


def clock(fixed: str | None, zone: ZoneInfo) -> Callable[[], datetime]:
    """The system's clock, or one that stands still at `fixed`; raises `InputError` for a time it cannot read."""
    if fixed is None:
        return _system_now
    try:
        at = datetime.fromisoformat(fixed)
        moment = (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InputError("now", _("Write the time like 2026-11-24T09:10.")) from error
    return lambda: moment


def data_folder() -> Path:
    """Where the person's own office lies: the platform's place for application data."""
    from platformdirs import user_data_path

    return user_data_path("rapport", appauthor=False)


def _linked_zone() -> str:
    """The zone that /etc/localtime points at, empty where there is no such link."""
    try:
        return str(Path("/etc/localtime").readlink()).partition("/zoneinfo/")[2]
    except OSError:
        return ""


def _looked_up_zone() -> str:
    from tzlocal import get_localzone_name

    return get_localzone_name() or "UTC"


def _system_now() -> datetime:
    return datetime.now(UTC)
