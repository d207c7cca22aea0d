"""What SQLite says, in words for the person: one table sorts its result codes into what helps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.errors import AppError, BusyError, FullError, StorageError
from app.words import _

_DISK_FULL = "SQLITE_FULL"
IO_ERROR = "SQLITE_IOERR"
_HELD = ("SQLITE_BUSY", "SQLITE_LOCKED")
_FAMILIES = {10: IO_ERROR, 11: "SQLITE_CORRUPT", 19: "SQLITE_CONSTRAINT"}
# Damage that has no code of its own: said by full text, and by the module when bytes are no text.
_DAMAGE = ("fts5 file format", "Could not decode to UTF-8")


def _sentences() -> dict[str, str]:
    """The sentence for each family of result codes; the longest matching prefix counts."""
    return {
        _DISK_FULL: _("The disk is full. Free some space and try again; nothing was changed."),
        IO_ERROR: _("The disk failed while reading or writing. Check the disk and try again."),
        "SQLITE_READONLY": _("The office can only be read: its file or folder is write-protected."),
        "SQLITE_READONLY_DBMOVED": _("The office’s file was moved or deleted while it was open. Put it back."),
        "SQLITE_CANTOPEN": _("The office’s file cannot be opened. Check that its folder is there and can be written."),
        "SQLITE_CORRUPT": _("The office’s file is damaged. Put a copy of it back."),
        "SQLITE_NOTADB": _("The office’s file is damaged. Put a copy of it back."),
        "SQLITE_BUSY": _("Another program is using the office. Close it there and try again."),
        "SQLITE_LOCKED": _("Another program is using the office. Close it there and try again."),
        "SQLITE_NOMEM": _("The computer is out of memory. Close something and try again."),
        "SQLITE_TOOBIG": _("That is more text than one record can hold. Make it shorter."),
        "SQLITE_CONSTRAINT": _("That does not fit what the office already holds. Nothing was changed."),
    }


def code_of(error: sqlite3.Error) -> str:
    """SQLite's name for what went wrong, empty when the module itself complains."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name == "unknown":  # an extended code that this Python has no name for: its family is in the low byte
        return _FAMILIES.get(error.sqlite_errorcode & 0xFF, "")
    return name


def sentence(error: sqlite3.Error) -> str | None:
    """What to tell the person, or None when it is our own mistake."""
    code = "SQLITE_CORRUPT" if any(words in str(error) for words in _DAMAGE) else code_of(error)
    matches = [prefix for prefix in _sentences() if code.startswith(prefix)]
    return _sentences()[max(matches, key=len)] if matches else None


def told(error: BaseException) -> StorageError | None:
    """A failure of the surroundings as the person is told it, or None when it is our own mistake."""
    if isinstance(error, StorageError):
        return error
    words = sentence(error) if isinstance(error, sqlite3.Error) else None
    if words is None or not isinstance(error, sqlite3.Error):
        return None
    code = code_of(error)
    if code.startswith(_DISK_FULL):
        return FullError(words)
    return BusyError(words) if code.startswith(_HELD) else StorageError(words)


@contextmanager
def translated() -> Iterator[None]:
    """Hand on what the surroundings did to us as `StorageError`; our own mistakes pass through unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        failure = told(error)
        if failure is None:
            raise
        raise failure from error


@contextmanager
def readable() -> Iterator[None]:
    """Around reading a stored value: damage that SQLite cannot see shows as a value that no field takes."""
    try:
        yield
    except (AppError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise StorageError(damaged()) from error


def damaged() -> str:
    """The sentence for a record that makes no sense any more."""
    return _("The office’s file is damaged: a record cannot be read. Put a copy of the file back.")
