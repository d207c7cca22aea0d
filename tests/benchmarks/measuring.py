"""How the benchmarks measure: pairs of runs side by side, their ratio, and one line of the table for each goal.

Absolute times belong to the machine, so what counts is the ratio of two things done in turn in one run. The goals are
those of the performance document; a test fails only beyond "never".
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import isinf
from statistics import median
from typing import NamedTuple

LEAST_PAIRS = 7


class Pairs(NamedTuple):
    """Seconds of ours and of the bare way, run by run."""

    ours: list[float]
    bare: list[float]

    @property
    def ratio(self) -> float:
        """How many times as long ours takes: the median over the pairs."""
        return median(a / b for a, b in zip(self.ours, self.bare, strict=True))

    @property
    def extra(self) -> float:
        """How many seconds longer ours takes: the median over the pairs."""
        return median(a - b for a, b in zip(self.ours, self.bare, strict=True))


class Limits(NamedTuple):
    """The goal and what is never passed; `at_least` for figures that should be high."""

    goal: float
    never: float
    unit: str = "x"
    at_least: bool = False

    def verdict(self, value: float) -> str:
        """What a value means against these limits."""
        sign = -1 if self.at_least else 1
        if value * sign <= self.goal * sign:
            return "goal"
        return "allowed" if value * sign <= self.never * sign else "ABOVE"


@dataclass(slots=True)
class Report:
    """The table that a run prints."""

    lines: list[tuple[str, ...]] = field(default_factory=list)

    def row(
        self, number: str, what: str, value: float, limits: Limits, *, more: str = "", not_yet: bool = False
    ) -> None:
        """Add a figure; raises `AssertionError` when it lies beyond "never".

        With `not_yet` it is known to lie there and work goes on: the table says NOT YET, nothing fails.
        """
        verdict = limits.verdict(value)
        if not_yet and verdict == "ABOVE":
            verdict = "NOT YET"
        goal, never = ("-" if isinf(limit) else f"{limit:g} {limits.unit}" for limit in (limits.goal, limits.never))
        self.lines.append((number, what, f"{value:.2f} {limits.unit}", goal, never, verdict, more))
        assert verdict != "ABOVE", f"{what}: {value:.2f} {limits.unit}, never beyond {never}"

    def note(self, number: str, what: str, measured: str, more: str = "") -> None:
        """Add a figure that has no goal of its own."""
        self.lines.append((number, what, measured, "", "", "", more))

    def table(self) -> str:
        """All lines, in columns."""
        head = ("row", "what", "measured", "goal", "never", "verdict", "figures")
        rows = [head, *sorted(self.lines, key=lambda line: (int(line[0] or 99), line[1]))]
        widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
        return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def seconds(run: Callable[[], object]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def in_turn(ours: Sequence[Callable[[], object]], bare: Sequence[Callable[[], object]]) -> Pairs:
    """Run both lists side by side, each pair in the other order than the one before."""
    assert len(ours) == len(bare) >= LEAST_PAIRS
    pairs = Pairs([], [])
    for place, both in enumerate(zip(ours, bare, strict=True)):
        if place % 2:
            pairs.bare.append(seconds(both[1]))
            pairs.ours.append(seconds(both[0]))
        else:
            pairs.ours.append(seconds(both[0]))
            pairs.bare.append(seconds(both[1]))
    return pairs


def at_most(values: Sequence[float], share: float = 0.99) -> float:
    """What that share of the values does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def milliseconds(values: Sequence[float]) -> str:
    """The usual and the slowest of some times: p50 / p99."""
    return f"{median(values) * 1000:.2f} / {at_most(values) * 1000:.2f} ms"
