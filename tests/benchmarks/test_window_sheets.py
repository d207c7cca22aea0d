"""What opens over the window on gold, to painted: briefing, honest look, celebration, meeting, agreement sheet.

The sheet's window is there at once; its page is drawn beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.benchmarks.conftest import office_on
from tests.benchmarks.measuring import Limits, Report, at_most, milliseconds
from tests.benchmarks.painting import Paints, application, left, settle, shown, to_painted
from ui.desk import Place
from ui.document.window import DocumentWindow
from ui.kit.over import Over
from ui.places import makers
from ui.window import Window

FRAME = Limits(16.7, 33, "ms")
SHEETS = 30
BUSIEST = "SELECT manager FROM talk GROUP BY 1 ORDER BY count(*) DESC LIMIT ?"
OPENED = {
    "briefing": BUSIEST,
    "look": BUSIEST,
    "celebrate": "SELECT id FROM offer WHERE signed_on IS NOT NULL ORDER BY id DESC LIMIT ?",
    "agreement": BUSIEST,
    "meeting": "SELECT id FROM meeting WHERE state = 'planned' ORDER BY kind <> 'intake', id LIMIT ?",
}


@pytest.mark.parametrize("kind", OPENED)
def test_what_opens_over_the_window(kind: str, copied: Callable[[str], Path], report: Report) -> None:
    application()
    office = office_on(copied(kind))
    records = [row[0] for row in office.conn.execute(OPENED[kind], (SHEETS + 1,))]
    window = Window(office, makers())
    shown(window)
    window.open(Place(kind, records[0]))
    gone(window)
    paints = Paints(window)

    took = []
    for record in records[1:]:
        took.append(to_painted(partial(come, window, Place(kind, record), paints), paints))
        gone(window)

    assert len(took) == SHEETS
    report.row("11", f"open over the window on gold: {kind}, p99", at_most(took) * 1000, FRAME,
               more=milliseconds(took), not_yet=True)  # fmt: skip
    left(window)


def come(window: Window, place: Place, paints: Paints) -> None:
    """Open it; a sheet's first picture does not paint the page below it."""
    window.open(place)
    for sheet in over(window):
        paints.watch(sheet)


def gone(window: QWidget) -> None:
    """Close what lies over the window."""
    for sheet in over(window):
        sheet.close()
    if isinstance(window, Window):
        window.open(Place("today"))
    settle()


def over(window: QWidget) -> list[QWidget]:
    """The sheets over the window, and the windows of documents."""
    return [*window.findChildren(Over), *window.findChildren(DocumentWindow)]
