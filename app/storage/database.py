"""The office's file: how it is opened, refused, guarded and written.

`connect()` is the only function that opens our file. DELETE mode with synchronous=EXTRA lost no acknowledged save in
2,400 replayed power cuts (WAL with NORMAL did in nearly all), leaves one file at rest that a plain copy backs up
whole, and reports a file moved under us. `write()` is the only thing that opens a transaction.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.domain.errors import OutcomeUnknownError, StorageError
from app.storage import history, schema
from app.storage.backups import keep_names
from app.storage.failures import IO_ERROR, code_of, sentence, told
from app.storage.rows import time_text
from app.words import _

FILE_NAME = "rapport.db"
APPLICATION_ID = 0x52505254  # "RPRT", so that other programs and ours know the file by its header.
Connection = sqlite3.Connection
_A_DAY = 86_400
_CACHE_KB = 512  # a window reads as fast with it as with SQLite's own 2,000; the system keeps the pages as well
_MAGIC = b"SQLite format 3\0"


class Stamp(NamedTuple):
    """What tells one state of the file from another: device, inode, and SQLite's count of what others changed.

    The file is not opened to look at it: closing any descriptor of a file drops all locks this process holds on it.
    """

    device: int
    inode: int
    changes: int


def connect(path: Path, patience: float = 0.0) -> sqlite3.Connection:
    """Open the file with the settings that every promise rests on; waits `patience` seconds for a lock of others."""
    conn = sqlite3.connect(path, timeout=patience, isolation_level=None)
    conn.row_factory = sqlite3.Row
    pragmas = ["journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "recursive_triggers=ON",
               "secure_delete=ON", "cell_size_check=ON", "mmap_size=0", f"cache_size=-{_CACHE_KB}"]  # fmt: skip
    if sys.platform == "darwin":
        pragmas.append("fullfsync=ON")
    for pragma in pragmas:
        conn.execute(f"PRAGMA {pragma}")
    return conn


class Database:
    """One open office file."""

    def __init__(self, conn: sqlite3.Connection, path: Path | None, now: Callable[[], datetime]) -> None:
        self.conn = conn
        self.path = path
        self._now = now
        self._failed = False
        self._loss = ""
        self._stamp = self._read_stamp()
        self._office, self._counter = self._read_office()
        self.action: int | None = None

    @property
    def has_failed(self) -> bool:
        """Whether a save failed in a way that ended writing; the connection may be closed."""
        return self._failed

    @property
    def loss(self) -> str:
        """Why the file was let go: a save failed in its last step, and nothing can be read any more. Else empty."""
        return self._loss

    def refuse_after_failure(self) -> None:
        """Raise `StorageError` once a save failed in a way that ended writing."""
        if self._failed:
            raise StorageError(_("Saving failed before, so nothing more is written. Close Rapport and open it again."))

    @contextmanager
    def write(self, label: str, *, undoable: bool = True) -> Iterator[None]:
        """One user action: guarded, immediate, all or nothing; nests.

        Raises `StorageError` when the file cannot be written, `OutcomeUnknownError` when the disk failed at the end.
        """
        self.refuse_after_failure()
        if self.conn.in_transaction:
            yield
            return
        with self._transaction():
            self.action = history.begin(self.conn, label, time_text(self._now()), undoable=undoable)
            yield

    @contextmanager
    def write_untracked(self) -> Iterator[None]:
        """A write that is nobody's action, such as a draft: guarded and durable, without history or undo."""
        with self._transaction():
            self.conn.execute("UPDATE current SET action = NULL")
            yield

    def undo(self, label: Callable[[str], str]) -> history.Done | None:
        """Take the newest action back; what it was, or None when nothing is left to undo."""
        return self._reverse(history.next_undo, history.undo, label)

    def redo(self, label: Callable[[str], str]) -> history.Done | None:
        """Bring the last undone action back; what it was, or None when there is none."""
        return self._reverse(history.next_redo, history.redo, label)

    def guard(self) -> None:
        """Raise `StorageError` unless the file is still the one we know, changed by nobody but Rapport."""
        self.refuse_after_failure()
        stamp = self._read_stamp()
        if stamp == self._stamp:
            return
        office, counter = self._read_office()
        same_file = (stamp.device, stamp.inode) == (self._stamp.device, self._stamp.inode)
        if not (same_file and office == self._office and counter > self._counter):
            self._failed = True
            raise StorageError(
                _("The office’s file was changed or replaced by another program. Both are kept: copy the folder first.")
            )
        self._stamp, self._counter = stamp, counter

    def look(self) -> int:
        """SQLite's count of what others changed; raises `StorageError` when the file is gone or another lies there."""
        self.refuse_after_failure()
        stamp = self._read_stamp()
        if (stamp.device, stamp.inode) != (self._stamp.device, self._stamp.inode):
            raise StorageError(
                _("The office’s file was replaced by another program. Both are kept: copy the folder first.")
            )
        return stamp.changes

    def close(self) -> None:
        """Close the file; what was saved is in it."""
        self.conn.close()

    def _reverse(
        self,
        choose: Callable[[sqlite3.Connection], history.Done | None],
        reverse: Callable[[sqlite3.Connection, history.Done, str, str], int],
        label: Callable[[str], str],
    ) -> history.Done | None:
        self.refuse_after_failure()
        if choose(self.conn) is None:
            return None
        with self._transaction():
            action = choose(self.conn)
            if action is not None:
                self.action = reverse(self.conn, action, label(action.label), time_text(self._now()))
        return action

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._begin()
        try:
            self.guard()
            yield
            self.conn.execute("UPDATE office SET counter = counter + 1")
            self._commit()
        except OutcomeUnknownError:
            raise  # the connection is closed already
        except BaseException as error:
            if self.conn.in_transaction:
                with suppress(sqlite3.Error):
                    self.conn.execute("ROLLBACK")
            self._tell(error)
            raise
        self._counter += 1

    def _begin(self) -> None:
        """Take the write lock."""
        self.refuse_after_failure()
        try:
            self.conn.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            self._tell(error)
            raise

    def _commit(self) -> None:
        """Commit; a failing disk leaves the state unknown, so look again through a new connection and say it."""
        try:
            self.conn.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if not code_of(error).startswith(IO_ERROR):
                raise
            self._failed = True
            self._loss = self._what_is_there()
            raise OutcomeUnknownError(self._loss) from error

    def _what_is_there(self) -> str:
        """After a failure at the end of a save: whether the change is in the file, seen with fresh eyes."""
        expected = self._counter + 1
        self.conn.close()
        try:
            assert self.path is not None
            conn = connect(self.path)
            found = conn.execute("SELECT counter FROM office").fetchone()[0]
            conn.close()
        except (sqlite3.Error, AssertionError):
            return _("The disk failed while saving. Whether the change is there cannot be read; check the disk.")
        if found >= expected:
            return _("The disk failed while saving. The change is in the file, but may not be safe; check the disk.")
        return _("The disk failed while saving. The change is not in the file; check the disk and do it again.")

    def _tell(self, error: BaseException) -> None:
        """Raise in the person's words what the surroundings did; return for anything else."""
        if isinstance(error, sqlite3.Error):
            failure = told(error)
            if failure is not None:
                raise failure from error

    def _read_stamp(self) -> Stamp:
        if self.path is None:
            return Stamp(0, 0, 0)
        try:
            status = self.path.stat()
        except OSError as error:
            raise StorageError(_("The office’s file is not there any more. Put it back and try again.")) from error
        changes = self.conn.execute("PRAGMA data_version").fetchone()[0]
        return Stamp(status.st_dev, status.st_ino, changes)

    def _read_office(self) -> tuple[str, int]:
        row = self.conn.execute("SELECT id, counter FROM office").fetchone()
        if row is None:
            raise StorageError(_("The office’s file is damaged. Nothing was changed. Put a copy of it back."))
        try:
            return str(row[0]), int(row[1])
        except ValueError as error:
            raise StorageError(
                _("The office’s file is damaged. Nothing was changed. Put a copy of it back.")
            ) from error


def open_database(folder: Path, now: Callable[[], datetime], *, create: bool, patience: float = 0.0) -> Database:
    """Open the office in `folder`; with `create`, make a new one where there is none.

    Raises `StorageError` for a missing, empty, foreign, newer or damaged file, with not one byte of it changed.
    """
    path = folder / FILE_NAME
    if not _is_there(path):
        if not create:
            raise StorageError(_("There is no office in this folder yet. Add a hiring manager to begin one."))
        new_office(folder)
    _refuse_unknown(path)
    try:
        conn = connect(path, patience)
        with ExitStack() as on_failure:
            on_failure.callback(conn.close)
            _bring_up_to_date(conn, path)
            database = Database(conn, path, now)
            on_failure.pop_all()
        return database
    except UnicodeDecodeError as error:  # the module cannot read SQLite's message, which quotes a damaged schema
        raise StorageError(_("The office’s file is damaged. Nothing was changed. Put a copy of it back.")) from error
    except sqlite3.Error as error:
        raise StorageError(sentence(error) or _("The office’s file is damaged. Put a copy of it back.")) from error


def _is_there(path: Path) -> bool:
    """Whether there is a file; a folder that may not be entered raises in `Path.exists`."""
    try:
        return path.exists()
    except OSError as error:
        raise StorageError(_("The office’s file cannot be read. Check who may open it.")) from error


def new_office(folder: Path, *, sample: bool = False) -> None:
    """Write an empty office; it appears under its name only when it is whole, and never over another file."""
    import secrets

    from app.storage import migrations

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sweep(folder)
        made = folder / f".{FILE_NAME}.{secrets.token_hex(4)}.new"
        made.touch(mode=0o600)
        try:
            with closing(connect(made)) as conn:
                conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                migrations.migrate(conn)
                conn.execute("INSERT INTO office VALUES (?, 0, ?)", (secrets.token_hex(16), int(sample)))
            _put_in_place(made, folder / FILE_NAME)
        finally:
            for left in (made, made.with_name(f"{made.name}-journal")):  # a full disk leaves its journal behind
                left.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(_("The office’s folder cannot be written. Choose another folder.")) from error
    except sqlite3.Error as error:
        raise StorageError(sentence(error) or _("The office cannot be made here. Choose another folder.")) from error


def _sweep(folder: Path) -> None:
    """Clear what a killed start left behind; a young one may belong to a start that still runs."""
    for left in folder.glob(f".{FILE_NAME}.*.new*"):
        if time.time() - left.stat().st_mtime > _A_DAY:
            left.unlink(missing_ok=True)


def _put_in_place(made: Path, path: Path) -> None:
    """Give the finished file its name, without ever replacing one that came first."""
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:  # Some drives know no links; there a rename is all there is, after one more look.
        if not path.exists():
            made.rename(path)
    keep_names(path.parent)


def _refuse_unknown(path: Path) -> None:
    """Look at the header before SQLite does: it would take an empty file for a new database and write to it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise StorageError(_("The office’s file cannot be read. Check who may open it.")) from error
    if not header:
        raise StorageError(_("The office’s file is empty. Nothing was changed. Put a copy of it back."))
    if not header.startswith(_MAGIC):
        raise StorageError(_("This file is not an office of Rapport. Nothing was changed; choose another folder."))
    if len(header) < 100:
        raise StorageError(_("The office’s file is damaged. Nothing was changed. Put a copy of it back."))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StorageError(_("This file belongs to another program. Nothing was changed; choose another folder."))
    if int.from_bytes(header[60:64], "big") > schema.VERSION:
        raise StorageError(_("This office was written by a newer Rapport. Nothing was changed; update Rapport."))


def _bring_up_to_date(conn: sqlite3.Connection, path: Path) -> None:
    """Run the migrations that are due, after a copy of the file that was read back."""
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    if not schema.is_ours(conn, version):
        raise StorageError(
            _("The office’s file was changed by another program. Nothing was run. Put a copy of it back.")
        )
    if version == schema.VERSION:
        return
    from app.storage import backups, migrations

    backups.before_migration(conn, path, version)
    migrations.migrate(conn)
