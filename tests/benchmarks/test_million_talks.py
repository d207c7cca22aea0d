"""Row 9: full text over 1,000,000 talks, as the palette asks for it: all of an answer, and its longest step."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from app.services import palette
from app.services.office import Office
from app.storage import finding, history
from app.storage.database import Connection, connect
from tests.benchmarks.conftest import office_on
from tests.benchmarks.measuring import Limits, Report, at_most, milliseconds
from tests.benchmarks.test_searching import TYPED

ANSWER, STEP = Limits(50, 100, "ms"), Limits(16.7, 33, "ms")
TALKS, TURNS = 1_000_000, 3


def multiplied(conn: Connection) -> None:
    """The same talks again and again, until there are a million."""
    for pragma in ("synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000"):
        conn.execute(f"PRAGMA {pragma}")
    history.drop_triggers(conn)
    finding.drop_triggers(conn)
    names = ", ".join(f'"{row[1]}"' for row in conn.execute("PRAGMA table_info(talk)") if row[1] != "id")
    while (missing := TALKS - conn.execute("SELECT count(*) FROM talk").fetchone()[0]) > 0:
        conn.execute(f"INSERT INTO talk ({names}) SELECT {names} FROM talk LIMIT ?", (missing,))
    conn.execute("INSERT INTO talk_text (talk_text) VALUES ('rebuild')")
    finding.make_triggers(conn)
    history.make_triggers(conn)


def steps_of(office: Office, words: str) -> list[float]:
    """The seconds of each step of an answer."""
    took, start = [], time.perf_counter()
    for _found in palette.hits(office, words):
        took.append(time.perf_counter() - start)
        start = time.perf_counter()
    return took


@pytest.mark.timeout(900)
def test_an_answer_over_a_million_talks(copied: Callable[[str], Path], report: Report) -> None:
    path = copied("million")
    conn = connect(path)
    multiplied(conn)
    conn.close()
    office = office_on(path)
    typed = [text[: end + 1] for text in TYPED for end in range(len(text)) if text[end] != " "]
    for words in typed:
        steps_of(office, words)

    runs = [[steps_of(office, words) for words in typed] for _turn in range(TURNS)]

    office.close()
    answers = [median(sum(run[at]) for run in runs) for at in range(len(typed))]
    steps = [median(max(run[at]) for run in runs) for at in range(len(typed))]
    more = f"{milliseconds(answers)}, {len(typed)} keys"
    report.row("9", "search over 1,000,000 talks, p99 of a key", at_most(answers) * 1000, ANSWER, more=more)
    report.row("9", "search over 1,000,000 talks, window busy", at_most(steps) * 1000, STEP, more=milliseconds(steps))
