"""An open office: the file, its tables, the clock and the folder, handed to every use case.

No use case reads the time or the zone from the system; they come from here, so that a picture or a test can fix them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from app import settings
from app.services.changes import Change
from app.services.tables import Tables
from app.storage import history
from app.storage import settings as stored_settings
from app.storage.database import Connection, Database, open_database

# The tables whose rows start or answer an event of a promise.
_EVENTFUL = frozenset(
    {"meeting", "search", "presentation", "interview", "offer", "sourcing_channel", "issued_document"}
)


class Office(Tables):
    """What a use case works on: tables to read and write, `write()` around each action, now and today."""

    def __init__(self, database: Database, *, folder: Path, clock: Callable[[], datetime], zone: ZoneInfo) -> None:
        self.database = database
        self.folder = folder
        self.zone = zone
        self._clock = clock

    @property
    def conn(self) -> Connection:
        """The office's one connection."""
        return self.database.conn

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self._clock().astimezone(UTC)

    def today(self) -> date:
        """The calendar day on this computer."""
        return self.now().astimezone(self.zone).date()

    @property
    def settings(self) -> settings.Settings:
        """What the person has chosen."""
        return settings.read(stored_settings.stored(self.conn))

    @cached_property
    def is_sample(self) -> bool:
        """Whether this is a sample office."""
        return bool(self.conn.execute("SELECT sample FROM office").fetchone()[0])

    @contextmanager
    def write(self, label: str, *, undoable: bool = True) -> Iterator[None]:
        """One action of the person: all of it or nothing, with the check-ins of promises that it answers."""
        is_whole = not self.conn.in_transaction
        with self.database.write(label, undoable=undoable):
            yield
            if is_whole:
                self._follow_events()

    def _follow_events(self) -> None:
        """Let promises that run from events take notice; what cannot start or answer one costs nothing more."""
        assert self.database.action is not None
        touched = history.touched_by(self.conn, self.database.action)
        if any(row.table in _EVENTFUL for row in touched):
            from app.services import events

            events.follow(self, touched)

    def change(self, label: str, record: str, record_id: int) -> Change:
        """What the action just finished touched; inside a larger action, what that has touched so far."""
        assert self.database.action is not None
        touched = frozenset((row.table, row.row) for row in history.touched_by(self.conn, self.database.action))
        return Change(label=label, touched=touched, record=record, id=record_id)

    def close(self) -> None:
        """Close the file; what was saved is in it."""
        self.database.close()


def open_office(
    folder: Path, *, clock: Callable[[], datetime], zone: ZoneInfo, create: bool = False, patience: float = 0.0
) -> Office:
    """Open the office in a folder; with `create`, begin one where there is none.

    Raises `StorageError` when the file there cannot be used.
    """
    database = open_database(folder, clock, create=create, patience=patience)
    return Office(database, folder=folder, clock=clock, zone=zone)
