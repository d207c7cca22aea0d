"""What an open window needs besides use cases: what others wrote, undo with its names, what is typed, its own state.

The terminal may write while the window is open. The window asks SQLite's counter of foreign changes once a
second, which costs microseconds, and reads the change feed only when it rose.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from app.domain.errors import BusyError, FullError, StorageError
from app.services import mail_drafts
from app.services.changes import Change
from app.services.office import Office
from app.storage import drafts, history, reserve
from app.storage import failures as _failures
from app.storage.rows import time_text
from app.words import _

Busy = BusyError
_WINDOW = "window"
_READ_MS = 500  # for a save of others to end, which keeps readers out for 5 to 50 ms


class Mark(NamedTuple):
    """How far the change feed was read: SQLite's counter of foreign changes, and the feed's last row."""

    changes: int
    row: int


class Names(NamedTuple):
    """What Undo and Redo would take back and bring back, empty for nothing."""

    undo: str
    redo: str


def perform(office: Office, use_case: Callable[[], Change]) -> tuple[Change, bool]:
    """Run a use case; its change, and whether the room kept for a full disk was given up for it.

    Raises `StorageError` for what the surroundings did to it, `BusyError` when it may be tried again.
    """
    with _failures.translated(), _without_waiting(office):
        try:
            with _failures.translated():
                return use_case(), False
        except FullError:
            if not reserve.give_up(office.folder):
                raise
        return use_case(), True


def told(error: BaseException) -> StorageError | None:
    """A failure of the surroundings in the person's words, or None when it is a mistake of ours."""
    return _failures.told(error)


def loss(office: Office) -> str:
    """What became of the save after which nothing can be read any more; empty while the office is open."""
    return office.database.loss


def keep_reserve(office: Office) -> bool:
    """Set room aside for the day the disk is full; whether there was room for it."""
    return reserve.keep(office.folder)


def wait_for_reads(office: Office) -> None:
    """Let a read wait for a save of others to end, instead of failing; what is tried again never waits."""
    office.conn.execute(f"PRAGMA busy_timeout={_READ_MS}")


def sweep(office: Office) -> None:
    """Clear away what earlier runs left for the mail program; what cannot be cleared now is cleared another time."""
    with suppress(OSError):
        mail_drafts.sweep(office.folder)


def newest(office: Office) -> Mark:
    """The state of the office as it stands now."""
    row = office.conn.execute("SELECT coalesce(max(id), 0) FROM history").fetchone()[0]
    return Mark(office.database.look(), row)


def since(office: Office, seen: Mark) -> tuple[Mark, Change | None]:
    """What was written since a mark, by whoever; raises `StorageError` when the file is not ours any more."""
    with _failures.translated(), _without_waiting(office):
        changes = office.database.look()
        if changes == seen.changes:
            return seen, None
        row, touched = history.touched_since(office.conn, seen.row)
    mark = Mark(changes, row)
    if not touched:
        return mark, None
    return mark, Change(
        label=_("Changed in the terminal"), touched=frozenset((each.table, each.row) for each in touched)
    )


def names(office: Office) -> Names:
    """What the menu says after Undo and Redo."""
    undo, redo = history.next_undo(office.conn), history.next_redo(office.conn)
    return Names(undo.label if undo else "", redo.label if redo else "")


def undo(office: Office) -> Change:
    """Take the newest action back; a change that touched nothing when there was none."""
    done = office.database.undo(lambda label: _("Undo: {label}").format(label=label))
    return _reversed(office, done, _("Undone: {label}"), _("Nothing left to undo."))


def redo(office: Office) -> Change:
    """Bring the last undone action back; a change that touched nothing when there was none."""
    done = office.database.redo(lambda label: _("Redo: {label}").format(label=label))
    return _reversed(office, done, _("Redone: {label}"), _("Nothing left to redo."))


def keep_draft(office: Office, place: str, text: str) -> None:
    """Keep what is typed at a place; an empty text forgets it. Raises `StorageError` when it cannot be kept."""
    with _failures.translated(), _without_waiting(office), office.database.write_untracked():
        drafts.keep(office.conn, place, text, time_text(office.now()))


def draft(office: Office, place: str) -> str:
    """What was typed at a place and not saved, empty when nothing was."""
    return drafts.kept(office.conn, place)


def keep_window(office: Office, state: dict[str, Any]) -> None:
    """Keep where the window stands, for the next start."""
    keep_draft(office, _WINDOW, json.dumps(state, ensure_ascii=False))


def window(office: Office) -> dict[str, Any]:
    """Where the window stood; nothing when it was never open, or what is there makes no sense."""
    try:
        state = json.loads(draft(office, _WINDOW) or "{}")
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def _reversed(office: Office, done: history.Done | None, said: str, nothing: str) -> Change:
    if done is None or office.database.action is None:
        return Change(label=nothing)
    touched = history.touched_by(office.conn, office.database.action)
    return Change(label=said.format(label=done.label), touched=frozenset((each.table, each.row) for each in touched))


@contextmanager
def _without_waiting(office: Office) -> Iterator[None]:
    """Around what is tried again later: the window never stands still for the lock of others."""
    office.database.refuse_after_failure()
    office.conn.execute("PRAGMA busy_timeout=0")
    try:
        yield
    finally:
        if not office.database.has_failed:
            wait_for_reads(office)
