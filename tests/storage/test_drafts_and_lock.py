"""Drafts outlive the program; a window's lock lasts as long as its process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.services.talks import draft_place, log
from app.storage import drafts
from app.storage.lock import WriterLock
from tests.builders import amara, memory_office


def test_a_draft_is_kept_changed_and_forgotten(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    seen = []
    for text in ("call 5", "call 5m: about", ""):
        with office.database.write_untracked():
            drafts.keep(office.conn, "log:1", text, "2026")
        seen.append(drafts.kept(office.conn, "log:1"))

    assert seen == ["call 5", "call 5m: about", ""]


def test_saving_the_line_forgets_its_draft(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    manager = amara(office)
    with office.database.write_untracked():
        drafts.keep(office.conn, draft_place(manager), "call: hel", "2026")
    log(office, manager, "call: hello")

    assert drafts.places(office.conn) == []


def test_a_draft_is_no_action(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    with office.database.write_untracked():
        drafts.keep(office.conn, "log:1", "x", "2026")

    assert office.conn.execute("SELECT count(*) FROM history").fetchone()[0] == 0


def test_only_one_window_holds_the_lock(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path), WriterLock(tmp_path)

    assert (first.take(), second.take()) == (True, False)
    first.release()
    assert second.take()
    second.release()


def test_a_killed_holder_leaves_no_lock_behind(tmp_path: Path) -> None:
    script = f"""
from pathlib import Path
from app.storage.lock import WriterLock
import os, signal
WriterLock(Path({str(tmp_path)!r})).take()
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False)
    mine = WriterLock(tmp_path)

    assert mine.take()
    mine.release()
