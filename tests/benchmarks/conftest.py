"""What the benchmarks share: the table, and the *gold* office, written once.

    pytest -m benchmark -s -p no:randomly tests/benchmarks

`RAPPORT_GOLD` may name a folder with a gold office that was written before; it is only read.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.services.office import Office
from app.storage.database import FILE_NAME, Database, connect
from tests.benchmarks.measuring import Limits, Report

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
GOLD_SECONDS = Limits(120, 120, "s")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here is a benchmark, and may take longer than a usual test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.benchmark)
            item.add_marker(pytest.mark.timeout(600))


@pytest.fixture(scope="session")
def report() -> Iterator[Report]:
    """The table, printed when all is measured."""
    made = Report()
    yield made
    print(f"\n\n{made.table()}\n")


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory, report: Report) -> Path:
    """The folder of a gold office; never written to after this."""
    if given := os.environ.get("RAPPORT_GOLD"):
        return Path(given)
    from app.services.sample import write_sample

    folder = tmp_path_factory.mktemp("offices") / "gold"
    start = time.perf_counter()
    counts = write_sample(folder, size="gold", seed=1, day=DAY, zone=LONDON)
    took = time.perf_counter() - start
    rows = sum(counts.values())
    report.row("", "sample --size gold", took, GOLD_SECONDS, more=f"{rows:,} rows, {rows / took:,.0f} rows/s")
    return folder


@pytest.fixture
def copied(gold: Path, tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Makes copies of the gold office's file, each by its name; they are gone after the test: each is large."""

    def copy(name: str) -> Path:
        path = tmp_path / name / FILE_NAME
        path.parent.mkdir(exist_ok=True)
        shutil.copyfile(gold / FILE_NAME, path)
        with path.open("rb") as file:
            os.fsync(file.fileno())  # else the disk is still busy with the copy while saves are timed
        return path

    yield copy
    shutil.rmtree(tmp_path)


def office_on(path: Path) -> Office:
    """The office in a file, with a clock that stands still."""
    return Office(Database(connect(path), path, lambda: NOW), folder=path.parent, clock=lambda: NOW, zone=LONDON)
