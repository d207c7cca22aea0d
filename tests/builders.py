"""Real offices and records for tests; the schema is built once and copied for each test."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.talks import MeetingId
from app.services import managers, meetings
from app.services.office import Office
from app.storage.database import FILE_NAME, Database, new_office

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **amount: float) -> None:
        """Let time go by."""
        self.at += timedelta(**amount)


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        new_office(Path(folder))
        return (Path(folder) / FILE_NAME).read_bytes()


def memory_office(folder: Path, clock: Clock | None = None) -> Office:
    """An empty office in memory, with the real schema; `folder` takes its documents."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    conn.deserialize(_empty())
    conn.row_factory = sqlite3.Row
    for pragma in ("foreign_keys=ON", "recursive_triggers=ON"):
        conn.execute(f"PRAGMA {pragma}")
    used = clock or Clock()
    return Office(Database(conn, None, used), folder=folder, clock=used, zone=LONDON)


def file_office(folder: Path) -> Path:
    """An empty office on disk; the path of its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAME
    path.write_bytes(_empty())
    return path


def amara(office: Office) -> ManagerId:
    """The hiring manager of the renders."""
    made = managers.add(
        office, name="Amara Okonkwo", called="Amara", title="VP Engineering", company="Halden Robotics",
        email="amara.okonkwo@halden.example", zone="Europe/London", cadence_days=7,
    )  # fmt: skip
    return ManagerId(made.id)


def running_meeting(office: Office, manager: ManagerId) -> MeetingId:
    """A calibration call that has just begun."""
    made = meetings.start_now(office, manager, kind=MeetingKind.CALIBRATION)
    return MeetingId(made.id)
