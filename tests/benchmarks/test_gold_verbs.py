"""What a look at an office of thirty years takes, as a whole process: it has to answer at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from statistics import median

import pytest

from app.storage.database import FILE_NAME
from tests.benchmarks.conftest import NOW
from tests.benchmarks.measuring import LEAST_PAIRS, Report
from tests.benchmarks.processes import RUN, milliseconds_of, run


@pytest.mark.parametrize("verb", ["managers", "today", "brief", "find"])
def test_a_look_at_gold(verb: str, gold: Path, report: Report) -> None:
    busiest = "SELECT name FROM manager WHERE id = (SELECT manager FROM talk GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)"
    name = sqlite3.connect(gold / FILE_NAME).execute(busiest).fetchone()[0]
    more = {"brief": [name], "find": ["pan"]}.get(verb, [])
    typed = [RUN.format(then=""), verb, *more, "--data-dir", str(gold), "--now", NOW.isoformat()]
    ended = run(*typed)

    spent = [milliseconds_of(*typed) for _turn in range(LEAST_PAIRS)]

    report.note("", f"rapport {verb} on gold, whole process", f"{median(spent):.0f} ms cpu", "aim: 300 ms")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip()
