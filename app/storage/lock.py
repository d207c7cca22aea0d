"""One window at a time: an operating-system lock on a file beside the office, gone by itself when its holder dies.

Terminal verbs do not take it; they write under SQLite's own lock, and the window sees the raised counter.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.domain.errors import StorageError
from app.words import _

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class WriterLock:
    """The lock of one data folder; held from `take` to `release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "window.lock"
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether the lock is ours now; False when another window of this folder holds it.

        Raises `StorageError` when the folder cannot be written.
        """
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StorageError(_("The office’s folder cannot be written. Open it for reading only.")) from error
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n{computer()}\n".encode())
        self._handle = handle
        return True

    def holder(self) -> str:
        """The computer that holds the lock, as far as it said so."""
        try:
            lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return ""
        return lines[1] if len(lines) > 1 else ""

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def computer() -> str:
        """This computer's name."""
        return os.environ.get("COMPUTERNAME", "")

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def computer() -> str:
        """This computer's name."""
        return os.uname().nodename
