"""Rows 1, 4 and 12: the start, seen from outside, and the memory, against an empty window of the same toolkit."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.conftest import NOW
from tests.benchmarks.measuring import LEAST_PAIRS, Limits, Report
from tests.benchmarks.screen import Started, start

START, MEMORY = Limits(1.25, 1.40), Limits(1.30, 1.5)
BARE = [sys.executable, "-c", "import sys; from tests.benchmarks.bare_window import main; sys.exit(main())"]
OURS = [sys.executable, "-c", "import sys; from ui.main import main; sys.exit(main(sys.argv[1:]))"]


def in_turn(commands: dict[str, list[str]], folder: Path) -> dict[str, list[Started]]:
    """Start each in turn, each round in the other order; the first round only fills caches and is not counted."""
    found: dict[str, list[Started]] = {name: [] for name in commands}
    for turn in range(LEAST_PAIRS + 1):
        for name in sorted(commands, reverse=bool(turn % 2)):
            started = start(commands[name], folder / name)
            if turn:
                found[name].append(started)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looked at through Xvfb's own file")
def test_the_start_against_an_empty_window(
    copied: Callable[[str], Path], tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    office = copied("start").parent
    ours = [*OURS, "--data-dir", str(office), "--now", NOW.isoformat()]

    found = in_turn({"bare": BARE, "ours": ours}, tmp_path)

    pairs = list(zip(found["ours"], found["bare"], strict=True))
    times = [median(each.seconds for each in found[name]) * 1000 for name in ("ours", "bare")]
    sizes = [median(each.megabytes for each in found[name]) for name in ("ours", "bare")]
    report.row("4", "memory 2 s after the start on gold / empty window",
               median(a.megabytes / b.megabytes for a, b in pairs), MEMORY,
               more=f"{sizes[0]:.0f} against {sizes[1]:.0f} MB", not_yet=True)  # fmt: skip
    report.row("1", "start to painted window on gold / empty window",
               median(a.seconds / b.seconds for a, b in pairs), START,
               more=f"{times[0]:.0f} against {times[1]:.0f} ms", not_yet=True)  # fmt: skip
