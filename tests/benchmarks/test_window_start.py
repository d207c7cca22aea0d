"""Rows 1, 2, 4 and 5: the start, seen from outside, and the memory, against an empty window of the same toolkit."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.conftest import NOW
from tests.benchmarks.measuring import LEAST_PAIRS, Limits, Report
from tests.benchmarks.screen import Started, megabytes_after, start

START, COLD, MEMORY, BUSY = Limits(1.25, 1.40), Limits(1.35, 1.6), Limits(1.30, 1.5), Limits(1.7, 2.0)
TOP = Path(__file__).parents[2]
BARE = [sys.executable, "-c", "import sys; from tests.benchmarks.bare_window import main; sys.exit(main())"]
OURS = [sys.executable, "-c", "import sys; from ui.main import main; sys.exit(main(sys.argv[1:]))"]


def in_turn(
    commands: dict[str, list[str]], folder: Path, evicted: Sequence[Path] = ()
) -> dict[str, list[Started]]:  # fmt: skip
    """Start each in turn, each round in the other order; the first round only fills caches and is not counted."""
    found: dict[str, list[Started]] = {name: [] for name in commands}
    for turn in range(LEAST_PAIRS + 1):
        for name in sorted(commands, reverse=bool(turn % 2)):
            started = start(commands[name], folder / name, evicted)
            if turn:
                found[name].append(started)
    return found


def how_long(found: dict[str, list[Started]]) -> tuple[float, str]:
    """How many times as long ours takes, the median over the pairs; and both in words."""
    ratio = median(a.seconds / b.seconds for a, b in zip(found["ours"], found["bare"], strict=True))
    ours, bare = (median(each.seconds for each in found[name]) * 1000 for name in ("ours", "bare"))
    return ratio, f"{ours:.0f} against {bare:.0f} ms"


@pytest.mark.skipif(sys.platform != "linux", reason="looked at through Xvfb's own file")
def test_the_start_against_an_empty_window(
    copied: Callable[[str], Path], tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(TOP)
    office = copied("start").parent
    ours = [*OURS, "--data-dir", str(office), "--now", NOW.isoformat()]

    found = in_turn({"bare": BARE, "ours": ours}, tmp_path)

    pairs = list(zip(found["ours"], found["bare"], strict=True))
    ratio, words = how_long(found)
    sizes = [median(each.megabytes for each in found[name]) for name in ("ours", "bare")]
    report.row("4", "memory 2 s after the start on gold / empty window",
               median(a.megabytes / b.megabytes for a, b in pairs), MEMORY,
               more=f"{sizes[0]:.0f} against {sizes[1]:.0f} MB", not_yet=True)  # fmt: skip
    report.row("1", "start to painted window on gold / empty window", ratio, START, more=words, not_yet=True)


@pytest.mark.skipif(sys.platform != "linux", reason="looked at through Xvfb's own file")
def test_the_start_from_a_cold_disk(
    copied: Callable[[str], Path], tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt is a copy that no other program has open: what is in use cannot be forgotten."""
    monkeypatch.chdir(TOP)
    site = tmp_path / "site"
    for package in ("PySide6", "shiboken6"):
        found = find_spec(package)
        assert found is not None
        shutil.copytree(Path(str(found.origin)).parent, site / package, symlinks=True)
    monkeypatch.setenv("PYTHONPATH", str(site))
    office = copied("cold").parent
    ours = [*OURS, "--data-dir", str(office), "--now", NOW.isoformat()]
    read = [site, office, Path(sysconfig.get_path("stdlib")), *(TOP / name for name in ("app", "ui", "resources"))]

    ratio, words = how_long(in_turn({"bare": BARE, "ours": ours}, tmp_path, read))

    report.row("2", "the same from a cold disk cache", ratio, COLD, more=words, not_yet=True)


@pytest.mark.skipif(sys.platform != "linux", reason="looked at through Xvfb's own file")
def test_the_memory_after_a_days_work(
    copied: Callable[[str], Path], tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(TOP)
    office, marker = copied("busy").parent, tmp_path / "done"
    busy = [sys.executable, "-m", "tests.benchmarks.busy_window", str(marker), "--data-dir", str(office),
            "--now", NOW.isoformat()]  # fmt: skip
    bare = start(BARE, tmp_path / "bare").megabytes
    ours = megabytes_after(busy, tmp_path / "ours", marker)

    report.row("5", "memory after 10 tabs, 50 searches, 10 summaries / empty window", ours / bare, BUSY,
               more=f"{ours:.0f} against {bare:.0f} MB", not_yet=True)  # fmt: skip
