"""Rows 14, 15 and 16: documents against reportlab's bare canvas with the same text, places and fonts."""

from __future__ import annotations

import math
import pickle
import subprocess
import sys
from functools import partial
from importlib.resources import files
from pathlib import Path
from statistics import median

import pypdf

from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper
from tests.benchmarks.bare_canvas import draw
from tests.benchmarks.measuring import LEAST_PAIRS, Limits, Pairs, Report, in_turn, milliseconds
from tests.benchmarks.processes import TOP
from tests.benchmarks.sheets import long_summary, marks_of, summary

LATER = Limits(1.5, 2.0)
FIRST = Limits(1.5, math.inf)  # what is never passed is said in milliseconds
FIRST_EXTRA = Limits(116, 116, "ms")
SPEED = Limits(0.35, 0.25, at_least=True)
PAGES = 1000


def letters_on(pdf: Path) -> list[str]:
    """Every letter on the pages, in no order, to see that both ways wrote the same."""
    return sorted("".join("".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages).split()))


def test_a_later_page(report: Report) -> None:
    made = [summary(seed) for seed in range(25)]
    sheets = [marks_of(each) for each in made]
    assert {len(sheet.pages) for sheet in sheets} == {1}
    ours = [partial(meeting_summary_pdf, summary(seed), paper=Paper.A4) for seed in range(100, 125)]

    pairs = in_turn(ours, [partial(draw, sheet) for sheet in sheets])

    times = f"{milliseconds(pairs.ours)} against {milliseconds(pairs.bare)}"
    report.row("14", "a later one-page PDF / bare canvas, same text and fonts", pairs.ratio, LATER, more=times)


def test_the_first_page_of_a_run(report: Report, tmp_path: Path) -> None:
    sheet = marks_of(summary(1))
    fonts = {name: str(files("resources").joinpath("fonts", f"{name}.ttf")) for name in sheet.fonts()}
    for name, value in {"ours": summary(1), "bare": (fonts, sheet)}.items():
        (tmp_path / f"{name}.pickle").write_bytes(pickle.dumps(value))

    def first(way: str) -> float:
        record, out = tmp_path / f"{way}.pickle", tmp_path / f"{way}.pdf"
        command = [sys.executable, "-m", "tests.benchmarks.first_page", way, str(record), str(out)]
        return float(subprocess.run(command, cwd=TOP, check=True, capture_output=True, timeout=60).stdout)

    pairs = Pairs([], [])
    for _turn in range(LEAST_PAIRS + 2):
        pairs.ours.append(first("ours"))
        pairs.bare.append(first("bare"))

    assert letters_on(tmp_path / "ours.pdf") == letters_on(tmp_path / "bare.pdf")
    times = f"{median(pairs.ours) * 1000:.0f} ms against {median(pairs.bare) * 1000:.0f} ms"
    report.row("15", "the first PDF of a run / reportlab's own first, fresh processes", pairs.ratio, FIRST, more=times)
    report.row("15", "the first PDF of a run: more than reportlab's own first", pairs.extra * 1000, FIRST_EXTRA)


def test_a_thousand_pages(report: Report) -> None:
    long = long_summary(PAGES)
    sheet = marks_of(long)
    count = len(sheet.pages)
    assert count >= PAGES * 0.9

    pairs = in_turn([partial(meeting_summary_pdf, long, paper=Paper.A4)] * LEAST_PAIRS,
                    [partial(draw, sheet)] * LEAST_PAIRS)  # fmt: skip

    speeds = f"{count} pages: {count / median(pairs.ours):.0f} against {count / median(pairs.bare):.0f} pages/s"
    what = "pages per second of one summary with notes over 1,000 pages / bare canvas"
    report.row("16", what, 1 / pairs.ratio, SPEED, more=speeds)
