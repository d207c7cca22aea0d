"""Interviews, processes and sourcing plans over decades.

Its chance is its own, so that nothing else of a large sample depends on it.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

from app.domain.role import ProcessStep, SourcingChannel
from app.domain.searches import Interview
from app.services.sample.decades import Decades

_STEPS = (("CVs with notes", "me", {"days": 5}), ("Feedback", "them", {"days": 2}), ("Panel", "them", {"weeks": 1}),
          ("Decision call", "both", {"minutes": 30}))  # fmt: skip
_CHANNELS = ("Own network", "Direct outreach", "Referrals", "Advert")
_TEN = time(10)


def add(decades: Decades) -> None:
    """Steps and channels for every search; one of five whom a manager of today answered was interviewed."""
    chance = random.Random("candidates")  # noqa: S311
    for relation in decades.relations:
        for opened, _until, number in relation.searches:
            _plan(decades, chance, number, opened)
        for shown, _presented_at, answered_at in relation.shown:
            if answered_at is not None and chance.random() < 1 / 5:
                _interview(decades, chance, shown, answered_at)


def _plan(decades: Decades, chance: random.Random, search: int, opened: date) -> None:
    at = datetime.combine(opened, _TEN, UTC)
    for position, (what, owner, length) in enumerate(_STEPS[: chance.randint(2, 4)]):
        decades.rows.add("process_step", at, ProcessStep, search=search, what=what, owner=owner, position=position,
                         **length)  # fmt: skip
    for position, channel in enumerate(_CHANNELS[: chance.randint(1, 4)]):
        decades.rows.add("sourcing_channel", at, SourcingChannel, search=search, channel=channel, position=position,
                         volume=f"{chance.randint(5, 60)} people", started_on=opened)  # fmt: skip


def _interview(decades: Decades, chance: random.Random, shown: int, answered_at: datetime) -> None:
    now = decades.office.now()
    held_at = answered_at + timedelta(days=chance.randint(1, 6))
    said_at = held_at + timedelta(hours=chance.randint(2, 60))
    if held_at < now:
        is_said = said_at < now
        decades.rows.add(
            "interview", min(said_at, now), Interview, presentation=shown, held_at=held_at,
            answered_at=said_at if is_said else None, words="Goes on to the panel" if is_said else None,
        )  # fmt: skip
