"""How long a PDF takes beside a bare canvas that writes the same lines in the same fonts: goal 1.5, never above 2."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import Face
from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper
from app.domain.summary import MeetingSummary
from documents.pdf_reading import Letter, pages

NEVER_ABOVE = 2.0


def _median(work: Callable[[], object]) -> float:
    times = []
    for _turn in range(30):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


def _lines(letters: list[Letter]) -> list[tuple[float, float, str]]:
    """What stands together on a line, to be written in one go."""
    lines: list[list[Letter]] = []
    for letter in letters:
        last = lines[-1][-1] if lines else None
        if last and last.y == letter.y and -1 < letter.left - last.right < 6:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [(line[0].x, line[0].y, "".join(letter.char for letter in line)) for line in lines]


def _bare(lines: list[tuple[float, float, str]]) -> None:
    canvas = Canvas(BytesIO(), pagesize=(595.28, 841.89), invariant=1, initialFontName=Face.REGULAR.value)
    faces = [Face.REGULAR, Face.MEDIUM, Face.SEMIBOLD, Face.DISPLAY]
    for place, (x, y, text) in enumerate(lines):
        canvas.setFont(faces[place % 4], 10)
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()


@pytest.mark.benchmark
def test_a_later_pdf_against_a_bare_canvas(calibration: MeetingSummary) -> None:
    lines = _lines(pages(meeting_summary_pdf(calibration, paper=Paper.A4).data)[0])

    ratio = _median(lambda: meeting_summary_pdf(calibration, paper=Paper.A4)) / _median(lambda: _bare(lines))

    print(f"later PDF against a bare canvas: {ratio:.2f} (goal 1.5, never above {NEVER_ABOVE})")
    assert ratio < NEVER_ABOVE
