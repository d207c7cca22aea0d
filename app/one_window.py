"""One window for each office: a second start brings the first window to the front instead of opening another.

Whoever holds the lock of the folder shows the window and listens at `address`. Nothing here needs Qt, so that a second
start is over before Qt would be loaded, and nothing goes over a network.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from app.domain.errors import StorageError
from app.storage.lock import WriterLock, computer
from app.words import _

SHOW, SHOWN = b"show", b"shown"
_LEAVE = "XDG_ACTIVATION_TOKEN"  # lets a window on Wayland come to the front; who starts a program is given one
_ANSWER_WITHIN, _LOOK_AGAIN = 2.0, 0.02  # seconds
_LONGEST = 100  # bytes of a socket's name; macOS takes 104


class Claim:
    """Whether this process is the one that may write in a folder, and if not, why."""

    def __init__(self, lock: WriterLock | None, *, holder: str = "", refusal: str = "") -> None:
        self._lock, self.holder, self._refusal = lock, holder, refusal

    @property
    def is_ours(self) -> bool:
        """Whether we may write."""
        return self._lock is not None

    @property
    def is_held(self) -> bool:
        """Whether another window has the folder; else, if it is not ours either, nobody can write there."""
        return not self.is_ours and not self._refusal

    @property
    def sentence(self) -> str:
        """Why we may not write, and what helps; empty when we may."""
        if self.is_ours or self._refusal:
            return self._refusal
        if self.holder not in {"", computer()}:
            said = _("This office is open on the computer {computer}. Close it there, or open it for reading only.")
            return said.format(computer=self.holder)
        return _("This office is open in another window, which does not answer. Close that window, then try again.")

    def release(self) -> None:
        """Let the next one in; harmless when the folder is not ours."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def enter(folder: Path, *, patience: float = 5.0) -> Claim | None:
    """Ask to be the window of a folder, which is made if need be; None when the window it has came to the front.

    A window that is only just starting is waited for, `patience` seconds at most. A lock whose holder was killed is
    free, whatever its file says.
    """
    ends, before, lock = time.monotonic() + patience, "", WriterLock(folder)
    while True:
        try:
            if _take(lock, folder):
                return Claim(lock)
        except StorageError as error:
            return Claim(None, refusal=str(error))
        if ask(folder):
            return None
        holder = lock.holder()
        elsewhere = holder not in {"", computer()} and holder == before
        if elsewhere or time.monotonic() > ends:
            return Claim(None, holder=holder)
        before = holder
        time.sleep(_LOOK_AGAIN)


def address(folder: Path) -> str:
    """Where the window of this folder listens, the same for each of the folder's names.

    A pipe on Windows; elsewhere a socket in a folder that is this person's alone. Raises `OSError` when there is none.
    """
    at = folder.stat()
    name = f"{at.st_dev:x}-{at.st_ino:x}"
    return rf"\\.\pipe\rapport-{name}" if sys.platform == "win32" else str(_private_place(len(name)) / name)


def heard(message: bytes) -> bool:
    """Whether a caller wants the window to come to the front; keeps what allows that, for Qt to use."""
    wish, _space, leave = message.partition(b" ")
    if wish != SHOW:
        return False
    if leave:
        os.environ[_LEAVE] = leave.decode("ascii", "ignore")
    return True


def _take(lock: WriterLock, folder: Path) -> bool:
    with suppress(OSError):  # then taking the lock fails as well, and says so
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return lock.take()


def _message() -> bytes:
    leave = os.environ.get(_LEAVE, "")[:200].encode("ascii", "ignore")
    return b" ".join([SHOW, leave] if leave else [SHOW])


if sys.platform == "win32":

    def ask(folder: Path) -> bool:
        """Ask the window of this folder to come to the front; whether there is one and it did."""
        import ctypes

        try:
            with open(address(folder), "r+b", buffering=0) as pipe:  # noqa: PTH123 a pipe is no path
                ctypes.windll.user32.AllowSetForegroundWindow(-1)
                pipe.write(_message())
                return pipe.read(len(SHOWN)) == SHOWN
        except OSError:
            return False

else:

    def ask(folder: Path) -> bool:
        """Ask the window of this folder to come to the front; whether there is one and it did."""
        import socket

        try:
            with socket.socket(socket.AF_UNIX) as caller:
                caller.settimeout(_ANSWER_WITHIN)
                caller.connect(address(folder))
                caller.sendall(_message())
                return caller.recv(len(SHOWN)) == SHOWN
        except OSError:
            return False

    def _private_place(name: int) -> Path:
        """A folder of ours alone, whose path leaves room for a name of so many letters."""
        me = os.getuid()
        places = [Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{me}"), Path(f"/run/user/{me}")]
        found = next((place / "rapport" for place in places if _is_ours_alone(place)), Path(f"/tmp/rapport-{me}"))  # noqa: S108
        if len(os.fsencode(found)) + 1 + name > _LONGEST:
            found = Path(f"/tmp/rapport-{me}")  # noqa: S108 it has to be ours alone, or is not used
        found.mkdir(mode=0o700, exist_ok=True)
        if not _is_ours_alone(found):
            raise PermissionError(found)
        return found

    def _is_ours_alone(folder: Path) -> bool:
        import stat

        try:
            at = folder.lstat()
        except OSError:
            return False
        return stat.S_ISDIR(at.st_mode) and at.st_uid == os.getuid() and not at.st_mode & 0o077
