"""Row 10: a log of 1,000,000 entries: scroll, jump, reset to painted, against a bare view with two lines a row."""

from __future__ import annotations

import random
from collections.abc import Callable
from math import inf
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.services.timeline import Entry
from app.storage.database import FILE_NAME
from tests.benchmarks.conftest import office_on
from tests.benchmarks.measuring import Limits, Pairs, Report, at_most, in_turn, milliseconds
from tests.benchmarks.painting import application, shown
from ui.kit.listing import Index
from ui.relationship.log.delegate import LogDelegate
from ui.relationship.log.model import LogModel
from ui.relationship.log.place import LogList

ROWS, KNOWN, TURNS = 1_000_000, 200, 200
RATIO, SLOWEST = Limits(1.5, inf), Limits(12, 16.7, "ms")
BUSIEST = "SELECT manager FROM talk GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"


class ManyEntries(LogModel):
    """The log's own model, as if its entries went on for a million rows."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802  # Qt's own name
        """A million."""
        return 0 if parent.isValid() else ROWS

    def entry(self, row: int) -> Entry | None:
        """One of the newest, again and again; they are read before anything is timed."""
        return super().entry(row % KNOWN)


class BareModel(QAbstractTableModel):
    """A million rows of two texts."""

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802  # Qt's own name
        """A million."""
        return ROWS

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802  # Qt's own name
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Two lines."""
        text = "System design matters more than years in the trade, and the panel will ask for it"
        return (f"{index.row()} {text}", "Tue 24 Nov, call, 25 min") if role == Qt.ItemDataRole.UserRole else None


class BareDelegate(QStyledItemDelegate):
    """Draws two lines of text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The one above the other."""
        above, below = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect
        half = box.height() // 2
        painter.drawText(box.adjusted(140, 4, -80, -half), 0, above)
        painter.drawText(box.adjusted(140, half, -80, 0), 0, below)


def bare_view(height: int) -> QTableView:
    """The least that shows such a list."""
    view = QTableView()
    view.setModel(BareModel(view))
    view.setItemDelegate(BareDelegate(view))
    view.horizontalHeader().hide()
    view.verticalHeader().hide()
    view.horizontalHeader().setStretchLastSection(True)
    view.verticalHeader().setDefaultSectionSize(height)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    return view


def to(view: QTableView, place: int) -> Callable[[], None]:
    """Scroll to a place in pixels and paint it."""

    def go() -> None:
        view.verticalScrollBar().setValue(place)
        view.viewport().repaint()

    return go


def reset(view: QTableView) -> Callable[[], None]:
    """Show all rows anew and paint them."""

    def go() -> None:
        view.model().beginResetModel()
        view.model().endResetModel()
        view.viewport().repaint()

    return go


def moves(view: QTableView, kind: str) -> list[Callable[[], None]]:
    """So many moves of a kind, the same for every view."""
    chance, most = random.Random(3), view.verticalScrollBar().maximum()
    if kind == "reset":
        return [reset(view)] * TURNS
    steps = [number * 90 for number in range(1, TURNS + 1)]
    places = [chance.randrange(most) for _turn in steps] if kind == "jump" else steps
    return [to(view, place) for place in places]


def test_a_log_of_a_million(gold: Path, report: Report) -> None:
    application()
    office = office_on(gold / FILE_NAME)
    manager = office.conn.execute(BUSIEST).fetchone()[0]
    model = ManyEntries(office, manager, "Amara")
    ours = LogList(model)
    ours.setItemDelegate(LogDelegate(office, model, ours))
    bare = bare_view(ours.verticalHeader().defaultSectionSize())
    assert all(model.entry(row) for row in range(KNOWN))
    for view in (bare, ours):
        shown(view, 1000, 640)

    for kind in ("scroll", "jump", "reset"):
        for view in (ours, bare):
            moves(view, kind)[0]()
        pairs: Pairs = in_turn(moves(ours, kind), moves(bare, kind))
        more = f"{milliseconds(pairs.ours)} against {milliseconds(pairs.bare)}"
        report.row("10", f"log of 1,000,000: {kind} / bare view", pairs.ratio, RATIO, more=more, not_yet=True)
        report.row("10", f"log of 1,000,000: {kind}, p99", at_most(pairs.ours) * 1000, SLOWEST, not_yet=True)
