"""Row 15, seen from the window: how long its event loop stands still while the first page of a run is made."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from app.services import sample
from tests.benchmarks.measuring import LEAST_PAIRS, Limits, Report
from tests.ui.first_preview import fresh

BUSY = Limits(16.7, 116, "ms")
WAYS = {"opened at once": (), "opened after a meeting": ("--after-a-meeting",)}


def test_the_window_is_free_while_the_first_page_is_made(tmp_path: Path, report: Report) -> None:
    for name, options in WAYS.items():
        runs = []
        for turn in range(LEAST_PAIRS):
            folder = tmp_path / f"{name[-3:]}-{turn}"
            sample.write_sample(folder, size="small", seed=1, day=date(2026, 11, 24), zone=ZoneInfo("Europe/London"))
            runs.append(fresh(folder, *options))
        figures = {key: median(run[key] for run in runs) for key in ("busy", "at_work", "page", "warming")}
        more = "own work {at_work:.0f} ms, page after {page:.0f} ms, while warming {warming:.0f} ms".format(**figures)
        report.row("15", f"first preview of a run, {name}: window busy", figures["busy"], BUSY, more=more, not_yet=True)
