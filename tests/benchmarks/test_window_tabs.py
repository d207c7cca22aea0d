"""Rows 11 and 12: opening a manager's tab, and a start with 50 open tabs instead of one, to painted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import inf
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QTableView, QVBoxLayout, QWidget

from app.services import live
from app.services.office import Office
from tests.benchmarks.conftest import office_on
from tests.benchmarks.measuring import LEAST_PAIRS, Limits, Report, at_most, in_turn, milliseconds, seconds
from tests.benchmarks.painting import Paints, application, left, settle, shown, to_painted
from ui.desk import Place
from ui.places import makers
from ui.window import Window

RATIO, SLOWEST = Limits(1.3, inf), Limits(16.7, 33, "ms")
FIFTY = Limits(10, 30, "ms")
TABS = 40
SECTIONS = ("Overview", "Expectations", "Log", "Notes", "Searches", "Meetings")


class EmptyTab(QWidget):
    """The least a tab can be: a title, six section tabs, and the one section that is shown, empty."""

    def __init__(self) -> None:
        super().__init__()
        column, tabs, self.stack = QVBoxLayout(self), QTabBar(), QStackedWidget()
        for name in SECTIONS:
            tabs.addTab(name)
        for part in (QLabel("Amara Okonkwo"), tabs, self.stack):
            column.addWidget(part)
        self.stack.addWidget(QTableView())


def opened(window: Window, manager: int) -> Callable[[], None]:
    """Open a manager's tab."""
    return partial(window.open, Place("manager", manager))


def show_empty(stack: QStackedWidget) -> None:
    """Show one more empty tab."""
    stack.setCurrentIndex(stack.addWidget(EmptyTab()))


def test_opening_a_tab(copied: Callable[[str], Path], report: Report) -> None:
    application()
    office = office_on(copied("tabs"))
    busiest = "SELECT manager FROM talk GROUP BY 1 ORDER BY count(*) DESC LIMIT ?"
    people = [row[0] for row in office.conn.execute(busiest, (TABS + 1,))]
    window, stack = Window(office, makers()), QStackedWidget()
    shown(window)
    shown(stack)  # type: ignore[arg-type]
    opened(window, people[0])()
    show_empty(stack)
    settle()
    ours, bare = Paints(window.pages), Paints(stack)

    pairs = in_turn(
        [partial(to_painted, opened(window, each), ours) for each in people[1:]],
        [partial(to_painted, partial(show_empty, stack), bare)] * TABS,
    )

    report.row("11", "open a manager's tab on gold / empty sections", pairs.ratio, RATIO,
               more=f"{milliseconds(pairs.ours)} against {milliseconds(pairs.bare)}")  # fmt: skip
    report.row("11", "open a manager's tab on gold, p99", at_most(pairs.ours) * 1000, SLOWEST, not_yet=True)
    left(window)


def test_opening_a_search(copied: Callable[[str], Path], report: Report) -> None:
    application()
    office = office_on(copied("searches"))
    newest = "SELECT id FROM search ORDER BY opened_on DESC, id LIMIT ?"
    searches = [row[0] for row in office.conn.execute(newest, (TABS + 1,))]
    window = Window(office, makers())
    shown(window)
    window.open(Place("search", searches[0]))
    settle()
    paints = Paints(window.pages)

    took = [to_painted(partial(window.open, Place("search", each)), paints) for each in searches[1:]]

    report.row("11", "open a search on gold, p99", at_most(took) * 1000, SLOWEST, not_yet=True)
    left(window)


def started(office: Office) -> None:
    """Build the window, show it and paint it."""
    window = Window(office, makers())
    shown(window)
    window.repaint()
    left(window)


def test_a_start_with_fifty_tabs(copied: Callable[[str], Path], report: Report) -> None:
    application()
    office = office_on(copied("fifty"))
    people = [row[0] for row in office.conn.execute("SELECT id FROM manager ORDER BY id LIMIT 50")]
    states = [{"tabs": [{"kind": "manager", "id": each, "state": {}} for each in people[:count]], "current": 1}
              for count in (1, 50)]  # fmt: skip
    took: list[list[float]] = [[], []]
    for turn in range(2 * LEAST_PAIRS + 2):
        which = turn % 2
        live.keep_window(office, states[which])
        spent = seconds(partial(started, office))
        if turn > 1:
            took[which].append(spent)

    extra = median(fifty - one for one, fifty in zip(*took, strict=True)) * 1000
    report.row("12", "start with 50 open tabs instead of 1", extra, FIFTY, more=f"{median(took[1]) * 1000:.0f} ms")
