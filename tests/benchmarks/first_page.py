"""The first PDF of a fresh process: `first_page.py ours|bare RECORD OUT` prints its seconds, imports included.

What a running program has long before, such as the summary's own type, is there before the clock starts.
"""

from __future__ import annotations

import pickle
import sys
import time
from pathlib import Path


def ours(record: Path) -> tuple[float, bytes]:
    """Our document, from the record to its bytes."""
    summary = pickle.loads(record.read_bytes())  # noqa: S301  # written by the test that starts this
    start = time.perf_counter()
    from app.documents.meeting_summary import meeting_summary_pdf
    from app.documents.paper import Paper

    data = meeting_summary_pdf(summary, paper=Paper.A4).data
    return time.perf_counter() - start, data


def bare(record: Path) -> tuple[float, bytes]:
    """The same marks on reportlab's canvas."""
    from tests.benchmarks import bare_canvas

    fonts, sheet = pickle.loads(record.read_bytes())  # noqa: S301  # written by the test that starts this
    start = time.perf_counter()
    bare_canvas.register(fonts)
    data = bare_canvas.draw(sheet)
    return time.perf_counter() - start, data


if __name__ == "__main__":
    took, data = {"ours": ours, "bare": bare}[sys.argv[1]](Path(sys.argv[2]))
    Path(sys.argv[3]).write_bytes(data)
    print(took)
