"""Looking: full text, one record whole, the history, and the health of the file."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from app.domain.errors import InputError
from app.domain.text import quoted
from app.services.office import Office
from app.services.tables import TABLE_NAMES
from app.storage import finding, history
from app.storage.finding import Hit
from app.storage.rows import Table
from app.words import _

_MOST = 1_000_000


def find(office: Office, words: str, limit: int = 50) -> list[Hit]:
    """The newest hits for some words, everywhere, your own private text included and marked."""
    return finding.find(office.conn, words, limit)


def show(office: Office, record: str, record_id: int) -> dict[str, Any]:
    """One record whole, as plain values; raises `InputError` for a kind that does not exist."""
    if record not in TABLE_NAMES:
        from difflib import get_close_matches

        message = _("There is no record called {record}. Near it: {records}.")
        raise InputError(
            "record",
            message.format(
                record=quoted(record), records=", ".join(get_close_matches(record[:40], TABLE_NAMES, n=6, cutoff=0.0))
            ),
        )
    table: Table[Any] = getattr(office, TABLE_NAMES[record])
    shown = plain(table.get(record_id))
    if record == "expectation":
        shown["wordings"] = [plain(each) for each in office.wordings.where("t.expectation = ?", (record_id,))]
        shown["check_ins"] = [plain(each) for each in office.check_ins.where("t.expectation = ?", (record_id,))]
    if record == "satisfaction":
        shown["proposals"] = [plain(each) for each in office.proposals.of(record_id)]
    if record == "offer":
        shown["overrides"] = [plain(each) for each in office.offer_overrides.of(record_id)]
    if record == "meeting":
        shown["agenda"] = [plain(each) for each in office.agenda_items.where("t.meeting = ?", (record_id,))]
        shown["captured"] = [plain(each) for each in office.captured_items.where("t.meeting = ?", (record_id,))]
    assert isinstance(shown, dict)
    return shown


def plain(value: Any) -> Any:
    """A record, or a part of one, as values that JSON knows."""
    if hasattr(value, "__dataclass_fields__"):
        return {key: plain(each) for key, each in asdict(value).items()}
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def actions(office: Office, limit: int = 20) -> list[history.Done]:
    """What was done, newest first."""
    return history.newest(office.conn, min(max(limit, 0), _MOST))


def undo(office: Office) -> str | None:
    """Take the newest action back; its label, or None when nothing is left."""
    done = office.database.undo(lambda label: _("Undo: {label}").format(label=label))
    return done.label if done else None


def redo(office: Office) -> str | None:
    """Bring the last undone action back; its label, or None when there is none."""
    done = office.database.redo(lambda label: _("Redo: {label}").format(label=label))
    return done.label if done else None


def check(office: Office, *, deep: bool = False) -> list[str]:
    """What is wrong with the file, one sentence each; nothing when all is well. `deep` compares full text too."""
    pragma = "integrity_check" if deep else "quick_check"
    wrong = [str(row[0]) for row in office.conn.execute(f"PRAGMA {pragma}") if row[0] != "ok"]
    broken = [str(row[0]) for row in office.conn.execute("PRAGMA foreign_key_check")]
    found = [_("The file is damaged: {what}").format(what=what) for what in wrong[:10]]
    found += [_("Rows of {table} point at nothing.").format(table=table) for table in sorted(set(broken))]
    if deep:
        found += [_("The full text of {table} is out of step.").format(table=t) for t in finding.check(office.conn)]
        found += _missing_documents(office)
    return found


def _missing_documents(office: Office) -> list[str]:
    names = [row[0] for row in office.conn.execute("SELECT DISTINCT sha256 FROM issued_document")]
    gone = [name for name in names if not (office.folder / "documents" / f"{name}.pdf").exists()]
    return [_("The file of an issued document is gone: {name}").format(name=f"{name[:12]}….pdf") for name in gone]
