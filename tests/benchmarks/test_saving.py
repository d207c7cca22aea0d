"""Row 6: one durable save, with full text and history, against its own statements on the bare `sqlite3` module."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.channels import Channel
from app.domain.managers import ManagerId
from app.services import talks
from app.services.office import Office
from app.storage.database import Database, connect
from tests.benchmarks.conftest import LONDON, NOW, office_on
from tests.benchmarks.measuring import Limits, Report, in_turn, milliseconds
from tests.benchmarks.statements import Recorder, Statement, replayed

SAVE = Limits(1.15, 1.5)
SAVES = 60
WORDS = [
    "candidate",
    "panel",
    "salary",
    "band",
    "shortlist",
    "offer",
    "notice",
    "budget",
    "pager",
    "design",
    "letter",
    "reference",
    "start",
    "date",
]

Save = Callable[[Office, ManagerId, str], object]


def add(office: Office, manager: ManagerId, words: str) -> object:
    """A talk from fields."""
    return talks.add(office, manager, text=words, channel=Channel.CALL)


def log(office: Office, manager: ManagerId, words: str) -> object:
    """A talk from a typed line, with a decision and a follow-up."""
    return talks.log(office, manager, f"call 25m: {words} =widen the band !fri send three more")


def said(turn: int) -> str:
    """What a talk was about: some forty words, never the same."""
    return " ".join(WORDS[(turn * 7 + place * (turn + 1)) % len(WORDS)] + str(turn) for place in range(40))


def recorded(path: Path, save: Save, manager: ManagerId) -> list[list[Statement]]:
    """The statements of each save, as our own program runs them."""
    conn = sqlite3.connect(path, isolation_level=None, factory=Recorder)
    conn.row_factory = sqlite3.Row
    conn.execute("PRAGMA recursive_triggers=ON")
    conn.execute("PRAGMA synchronous=OFF")
    office = Office(Database(conn, path, lambda: NOW), folder=path.parent, clock=lambda: NOW, zone=LONDON)
    found = []
    for turn in range(SAVES):
        conn.kept = []
        save(office, manager, said(turn))
        found.append(conn.kept)
    conn.close()
    return found


@pytest.mark.parametrize("save", [add, log])
def test_a_save_costs_little_more_than_its_statements(
    save: Save, copied: Callable[[str], Path], report: Report
) -> None:
    path = copied("bare")
    manager = ManagerId(sqlite3.connect(path).execute("SELECT max(id) FROM manager").fetchone()[0])
    statements = recorded(path, save, manager)
    bare, office = connect(copied("bare")), office_on(copied("ours"))

    pairs = in_turn(
        [lambda turn=turn: save(office, manager, said(turn)) for turn in range(SAVES)],
        [lambda turn=turn: replayed(bare, statements[turn]) for turn in range(SAVES)],
    )

    counts = [conn.execute("SELECT count(*), max(id) FROM talk").fetchone() for conn in (office.conn, bare)]
    assert tuple(counts[0]) == tuple(counts[1])
    what = f"one durable save (talk.{save.__name__}) / its own {len(statements[0])} statements on bare sqlite3"
    times = f"{milliseconds(pairs.ours)} against {milliseconds(pairs.bare)}"
    if save is log:
        report.note("6", what, f"{pairs.ratio:.2f} x", f"{times}, understanding the line included")
    else:
        report.row("6", what, pairs.ratio, SAVE, more=times)
