"""A recruiter's days as one fixed sequence of actions, and the proof that a file holds exactly a beginning of it.

Every step raises the office's counter by one and is fully determined by it, so that a process that was killed goes on
where its file says, and a file can be compared with the one state its counter stands for.
"""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.errors import AppError
from app.services import reading
from app.services.arguments import perform
from app.services.documents import issue_summary
from app.services.office import Office, open_office
from app.storage import drafts, finding
from app.storage.database import FILE_NAME, open_database
from app.storage.rows import time_text

BEGAN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
TEXTS = {"talk": "text", "captured_item": "text", "wording": "statement"}  # where a typed line is saved
PERSON = {"manager": "Amara Okonkwo 0"}
MEETING, NOTE = {"meeting": "{meeting}"}, {"note": "{note}"}
LONG = "What was said, word for word, because it will matter later. " * 120

STEPS: tuple[tuple[str, dict[str, str]], ...] = (
    ("manager.add", {"name": "Amara Okonkwo {turn}", "company": "Halden Robotics", "cadence_days": "7"}),
    ("draft", {}),
    ("talk.log", PERSON | {"line": "call 25m: agreed to widen the salary band !fri send 3 CVs"}),
    ("note.add", PERSON | {"title": "Round {turn}", "body": LONG}),
    ("meeting.start-now", PERSON | {"kind": "calibration"}),
    ("capture.add", MEETING | {"kind": "decision", "text": "Widen the band\nThe market moved"}),
    ("capture.add", MEETING | {"kind": "i_will", "text": "send two CVs by Fri 27 Nov"}),
    ("capture.add", MEETING | {"kind": "they_will", "text": "answer within 2 days", "promise": "yes"}),
    ("capture.add", MEETING | {"kind": "private", "text": "She may leave in spring"}),
    ("meeting.end", MEETING),
    ("document", {}),
    ("note.edit", NOTE | {"body": "Shorter now {turn}"}),
    ("undo", {}),
    ("redo", {}),
    ("note.delete", NOTE),
    ("undo", {}),
    ("setting.set", {"key": "name", "value": "Recruiter {turn}"}),
    ("manager.delete", {"manager": "Amara Okonkwo {turn}"}),
    ("undo", {}),
)


class Hand:
    """Does the next step, whatever stands in the file; the clock moves with the counter alone."""

    def __init__(self, folder: Path, *, create: bool = False, patience: float = 0.0) -> None:
        self._at = BEGAN
        self.office: Office = open_office(folder, clock=self._now, zone=LONDON, create=create, patience=patience)

    def counter(self) -> int:
        """How many actions are in the file."""
        return int(self.office.conn.execute("SELECT counter FROM office").fetchone()[0])

    def step(self) -> int:
        """Do one action; the counter after it."""
        counter = self.counter()
        self._at = BEGAN + timedelta(minutes=7 * counter)
        action, typed = STEPS[counter % len(STEPS)]
        filled = {key: self._filled(text, counter // len(STEPS)) for key, text in typed.items()}
        match action:
            case "undo":
                assert reading.undo(self.office) is not None
            case "redo":
                assert reading.redo(self.office) is not None
            case "draft":
                with self.office.database.write_untracked():
                    drafts.keep(self.office.conn, "log:1", f"half a sentence, {counter}", time_text(self._at))
            case "document":
                latest = self.office.meetings.latest()
                assert latest is not None
                issue_summary(self.office, latest)
            case _:
                perform(self.office, action, filled)
        return counter + 1

    def note(self, title: str) -> None:
        """Add a note, wherever the journey stands."""
        perform(self.office, "note.add", PERSON | {"title": title})

    def close(self) -> None:
        """Close the file."""
        self.office.close()

    def _now(self) -> datetime:
        return self._at

    def _filled(self, text: str, turn: int) -> str:
        newest = {"meeting": "SELECT max(id) FROM meeting", "note": "SELECT max(id) FROM note"}
        found = {name: self.office.conn.execute(sql).fetchone()[0] for name, sql in newest.items()}
        return text.format(turn=turn, **found)


def dump(conn: sqlite3.Connection) -> str:
    """A hash of the schema and of every row, except what full text keeps for itself."""
    content = hashlib.sha256()
    schema = conn.execute("SELECT name, type, sql FROM sqlite_master ORDER BY type, name").fetchall()
    for name, kind, sql in schema:
        content.update(repr((name, sql)).encode())
        if kind == "table" and "_text" not in name:
            rows = sorted(repr(tuple(row)) for row in conn.execute(f"SELECT * FROM {name}"))
            content.update("\n".join(rows).encode())
    return content.hexdigest()


class Reference:
    """The states of an undisturbed office: what the file must hold after each counter."""

    def __init__(self, folder: Path) -> None:
        self._hand = Hand(folder)
        self._states = {self._hand.counter(): dump(self._hand.office.conn)}

    def state(self, counter: int) -> str:
        """The dump after that many actions."""
        while counter not in self._states:
            reached = self._hand.step()
            self._states[reached] = dump(self._hand.office.conn)
        return self._states[counter]

    def close(self) -> None:
        """Close the undisturbed office."""
        self._hand.close()


def wrong_with(folder: Path) -> str:
    """What is wrong with the office in a folder as one word, empty when it is whole; opens it as Rapport does."""
    try:
        database = open_database(folder, lambda: BEGAN, create=False)
    except AppError as error:
        return f"refused: {error}"
    try:
        conn = database.conn
        sound = [row[0] for row in conn.execute("PRAGMA integrity_check")] == ["ok"]
        if not sound or conn.execute("PRAGMA foreign_key_check").fetchall():
            return "damaged"
        if finding.check(conn):
            return "full text out of step"
        kept = [row[0] for row in conn.execute("SELECT sha256 FROM issued_document")]
        return "" if all(_is_whole(folder / "documents" / f"{name}.pdf", name) for name in kept) else "document lost"
    except sqlite3.DatabaseError:
        return "damaged"
    finally:
        database.close()


def counted(folder: Path) -> tuple[int, str]:
    """The counter and the dump of the office in a folder."""
    conn = sqlite3.connect(folder / FILE_NAME)
    try:
        return int(conn.execute("SELECT counter FROM office").fetchone()[0]), dump(conn)
    finally:
        conn.close()


def _is_whole(path: Path, digest: str) -> bool:
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == digest
