"""What the noes of decades were about: in every other search most of them touch the same requirement.

Its chance is its own, so that nothing else of a large sample depends on it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from app.services.sample.decades import Decades

_MOST, _FEW = 4 / 5, 1 / 3


def add(decades: Decades) -> None:
    """Say of noes that are there which requirement of their search they touched."""
    decades.rows.point("presentation", "requirement", _touched(decades, random.Random("noes")))  # noqa: S311


def _touched(decades: Decades, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Each no that touched a requirement, with that."""
    for search, noes in decades.noes.items():
        wanted = decades.wanted[search]
        common = chance.choice(wanted)
        has_pattern = chance.random() < 1 / 2
        for no in noes:
            if chance.random() < (_MOST if has_pattern else _FEW):
                yield no, common if has_pattern else chance.choice(wanted)
