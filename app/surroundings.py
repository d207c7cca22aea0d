"""What this computer says: its time zone, the clock, and the folder for a person's own data."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import InputError
from app.words import _

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo


def local_zone() -> ZoneInfo:
    """The computer's time zone by name, UTC when it has none.

    Most systems say it in one link; tzlocal, which knows all the others, costs 20 ms and is asked only then.
    """
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(os.environ.get("TZ", "").removeprefix(":") or _linked_zone() or _looked_up_zone())
    except (LookupError, ValueError, OSError):
        return ZoneInfo("UTC")


def clock(fixed: str | None, zone: ZoneInfo) -> Callable[[], datetime]:
    """The system's clock, or one that stands still at `fixed`; raises `InputError` for a time it cannot read."""
    from datetime import UTC, datetime

    if fixed is None:
        return _system_now
    try:
        at = datetime.fromisoformat(fixed)
        moment = (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InputError("now", _("Write the time like 2026-11-24T09:10.")) from error
    return lambda: moment


def data_folder() -> Path:
    """Where the person's own office lies: the platform's place for application data.

    On Linux that is two lines; platformdirs, which knows the others, costs 6 ms of every start.
    """
    if sys.platform != "linux":
        from platformdirs import user_data_path

        return user_data_path("rapport", appauthor=False)
    return Path(os.environ.get("XDG_DATA_HOME", "").strip() or Path.home() / ".local/share") / "rapport"


def sample_folder() -> Path:
    """Where the sample office lies: beside the person's own."""
    return data_folder().with_name("rapport-sample")


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
    from datetime import UTC, datetime

    return datetime.now(UTC)
