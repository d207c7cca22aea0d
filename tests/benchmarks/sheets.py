"""Summaries to print, and the plain marks that our pages of them hold."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from app.documents import press
from app.documents.flow import Placed
from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import INK, Dot, Paper, Rings, RuleMark, TextMark, TickBox
from app.domain.summary import Decided, Fact, Kept, MeetingSummary, Rating, Side, Sourced, Step
from tests.benchmarks.bare_canvas import Marks, Sheet, Stroke, Text

SYLLABLES = [
    "ra",
    "mo",
    "ti",
    "len",
    "sur",
    "ped",
    "an",
    "cor",
    "vel",
    "dis",
    "min",
    "ta",
    "po",
    "rel",
    "in",
    "ger",
    "fa",
    "nu",
    "que",
    "st",
]


class Words:
    """Believable lines: a few thousand invented words, the short ones often, as in any language."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        words = random.Random(0)
        self._known = ["".join(words.choices(SYLLABLES, k=1 + place // 600)) for place in range(3000)]
        self._often = [1 / (place + 10) for place in range(3000)]

    def line(self, count: int) -> str:
        """A sentence of so many words."""
        return " ".join(self._chance.choices(self._known, self._often, k=count)).capitalize() + "."


def summary(seed: int) -> MeetingSummary:
    """A summary that fills most of one page, its words different for each seed."""
    words = Words(seed)
    line = words.line
    facts = tuple(Fact(label=label, value=line(3)) for label in ("Date", "Time", "Present", "Next call"))
    promises = tuple(Kept(statement=line(5), measure=line(7), when="by Fri 27 Nov") for _turn in range(2))
    return MeetingSummary(
        title=line(5), firm="Your Firm", author="Your Name", facts=facts, in_short=line(30),
        decisions=tuple(Decided(statement=line(9), reason=line(8)) for _turn in range(3)),
        mine=Side(name="Your Name", promises=promises), theirs=Side(name="Amara Okonkwo", promises=promises),
        steps=tuple(Step(text=line(7), who="Amara", when="Wed 25 Nov") for _turn in range(4)),
        market=tuple(Sourced(text=line(9), source=line(3)) for _turn in range(2)),
        notes=(line(30),), satisfaction=Rating(score=4, words=line(15)),
    )  # fmt: skip


def long_summary(pages: int, seed: int = 1) -> MeetingSummary:
    """A summary whose notes run over that many pages, or a few less."""
    words = Words(seed)
    return replace(summary(seed), notes=tuple(words.line(60) for _turn in range(pages * 13)))


def marks_of(made: MeetingSummary) -> Sheet:
    """Everything that our pages of a summary hold, as plain marks for the bare canvas."""
    kept: list[Marks] = []
    sizes: list[tuple[float, float]] = []
    draw = press._draw

    def keep(canvas: Any, page: Any) -> None:
        kept.append([mark for placed in page for mark in _plain(placed)])
        sizes.append(canvas._pagesize)
        draw(canvas, page)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press, "_draw", keep)
        meeting_summary_pdf(made, paper=Paper.A4)
    return Sheet(sizes[0], kept)


def _plain(placed: Placed) -> Iterable[Text | Stroke]:
    y, mark = placed
    match mark:
        case TextMark():
            for piece in mark.line.pieces:
                size = piece.style.size
                for run in piece.runs:
                    x = mark.x + piece.x + run.x * size / 1000
                    yield Text(str(run.font), size, piece.style.colour, x, y - mark.drop, run.text)
        case RuleMark():
            ends = (mark.x1, y - mark.drop1, mark.x2, y - mark.drop2)
            yield Stroke("line", ends, mark.weight, mark.colour)
        case TickBox():
            yield Stroke("roundRect", (mark.x, y - mark.drop, mark.side, mark.side, 1.5), 0.8, INK)
        case Dot():
            yield Stroke("circle", (mark.x, y - mark.drop, mark.radius, 1, int(mark.filled)), 0.8, INK)
        case Rings():
            yield Stroke("circle", (mark.x + 4.6, y - mark.drop, 4.2), 1, INK)
            yield Stroke("circle", (mark.x + 9.64, y - mark.drop, 4.2), 1, INK)
