"""`None` keeps its references through calls into Qt.

PySide6 6.12.0 on Python 3.11 and older takes one away with every void call; after some thousand calls the program
aborts. The soak test makes ten million calls and looks at the memory too.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QStyledItemDelegate, QTableView

CALLS = 500
SOAK = 10_000_000
# What else the interpreter may do with `None` meanwhile.
SLACK = 50


class Caller(QObject):
    """Something with a void slot and a signal."""

    said = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.said.connect(self.hear)

    def hear(self, _number: int) -> None:
        """Called by Qt, answers nothing."""


def timer() -> Callable[[], object]:
    """A void call of an object."""
    made = QTimer()
    return lambda: made.setInterval(5)


def label() -> Callable[[], object]:
    """A void call of a widget."""
    made = QLabel()
    return lambda: made.setToolTip("")


def signal() -> Callable[[], object]:
    """A void slot in Python, called by Qt."""
    made = Caller()
    return lambda: made.said.emit(1)


def value() -> Callable[[], object]:
    """A void call of a value."""
    made = QRect(0, 0, 4, 4)
    return lambda: made.setTop(1)


CALLED = (timer, label, signal, value)


def lost(call: Callable[[], object], times: int) -> int:
    """How many references `None` has lost after so many calls; on 3.12 and later it is immortal."""
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(times):
        call()
    return before - sys.getrefcount(None)


@pytest.mark.parametrize("make", CALLED)
def test_a_void_call_takes_no_reference_of_none(make: Callable[[], Callable[[], object]], qapp: QApplication) -> None:
    assert abs(lost(make(), CALLS)) < SLACK


class Delegate(QStyledItemDelegate):
    """A delegate in Python, whose answer Qt throws away."""

    painted = 0

    def paint(self, *_given: object) -> None:
        """Nothing to draw."""
        Delegate.painted += 1


class Model(QAbstractTableModel):
    """A thousand rows of nothing."""

    def rowCount(self, *_parent: object) -> int:  # noqa: N802  # Qt's own name
        """A thousand."""
        return 1_000

    def columnCount(self, *_parent: object) -> int:  # noqa: N802  # Qt's own name
        """One."""
        return 1

    def data(self, _index: object, _role: int = 0) -> None:
        """Nothing, many times."""


def test_a_list_drawn_by_python_takes_no_reference_of_none(qapp: QApplication) -> None:
    """Scrolling killed the program within seconds."""
    view = QTableView()
    model, delegate = Model(view), Delegate(view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.resize(300, 400)
    view.grab()
    Delegate.painted = 0

    def scroll() -> None:
        view.verticalScrollBar().setValue((view.verticalScrollBar().value() + 7) % 900)
        view.grab()

    assert abs(lost(scroll, 60)) < SLACK
    assert Delegate.painted > CALLS


def memory() -> int:
    """The memory that this process alone uses, in kilobytes."""
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Anonymous:"))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("make", CALLED)
def test_ten_million_void_calls_lose_nothing_and_keep_nothing(
    make: Callable[[], Callable[[], object]], qapp: QApplication, record_property: Callable[[str, object], None]
) -> None:
    call = make()
    lost(call, SOAK // 100)
    before = memory()

    missing = lost(call, SOAK // len(CALLED))

    grown = memory() - before
    record_property("grown", f"{grown} kB")
    print(f"\n{SOAK // len(CALLED):,} calls of a {make.__name__}: {missing} references lost, {grown} kB grown")
    assert abs(missing) < SLACK
    assert grown < 2_000
