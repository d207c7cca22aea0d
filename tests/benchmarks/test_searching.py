"""Row 7: search by recency at any key, against the same SQL on the bare `sqlite3` module; and how long a key takes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from app.services.office import Office
from app.services.reading import find
from app.storage import finding
from app.storage.database import FILE_NAME, connect
from tests.benchmarks.conftest import office_on
from tests.benchmarks.measuring import Limits, Report, at_most, in_turn, milliseconds
from tests.benchmarks.statements import Recorder, replayed

RATIO = Limits(1.3, 2.0)
SLOWEST = Limits(16.7, 33, "ms")
TURNS = 9
TYPED = ("candidate interview", "salary band", "shortlist", "budget 2026", "panel offer", "王小明", "łódź", "zzz")


def keys(conn: sqlite3.Connection) -> list[str]:
    """What stands in the field after each key: usual words, rare ones, and words this office really holds."""
    rows = conn.execute("SELECT text FROM talk ORDER BY id DESC LIMIT 40").fetchall()
    own = [word for row in rows for word in re.findall(r"[^\W\d_]{4,}", row[0])[:1]][:12]
    return [text[: end + 1] for text in (*TYPED, *own) for end in range(len(text)) if text[end] != " "]


def bare_search(recorder: Recorder, bare: sqlite3.Connection, words: str) -> Callable[[], None]:
    """The statements of that search with their words prepared, and their rows fetched."""
    recorder.kept = []
    finding.find(recorder, words)
    return partial(replayed, bare, recorder.kept)


def our_search(office: Office, words: str) -> Callable[[], int]:
    """The search as the services answer it."""
    return lambda: len(find(office, words))


def test_a_key_of_a_search_costs_little_more_than_its_sql(gold: Path, report: Report) -> None:
    office = office_on(gold / FILE_NAME)
    bare, recorder = connect(gold / FILE_NAME), sqlite3.connect(gold / FILE_NAME, factory=Recorder)
    typed = keys(bare) * TURNS
    ours, same = [our_search(office, words) for words in typed], [bare_search(recorder, bare, words) for words in typed]
    for run in (*ours[: len(typed) // TURNS], *same[: len(typed) // TURNS]):
        run()

    pairs = in_turn(ours, same)

    # The usual time of each key, so that what else the machine does is not taken for a slow query.
    usual = [median(pairs.ours[place :: len(typed) // TURNS]) for place in range(len(typed) // TURNS)]
    slow = at_most(usual) * 1000
    times = f"{milliseconds(pairs.ours)} against {milliseconds(pairs.bare)}, {len(typed) // TURNS} keys"
    report.row("7", "search by recency, any key / same SQL, p50", pairs.ratio, RATIO, more=times)
    worst = typed[usual.index(max(usual))]
    report.row("7", "search by recency, any key: p99 of the query", slow, SLOWEST, more=f"slowest: '{worst}'")
