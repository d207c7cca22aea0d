"""How satisfied the managers of decades were, and what was proposed where a score was low.

What was asked comes from the chance of the whole sample, causes and proposals from their own, so that nothing else
depends on them.
"""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from app.domain.satisfaction import Approval, Proposal, Satisfaction
from app.services.sample.decades import Decades, Relation
from app.services.satisfaction import LOW

_SCORES = (5, 4, 4, 3, 2)
_CAUSES = ("Two searches at once", "Too few people shown", "They hear from me too late")
_PROPOSALS = ("Two fixed interview slots a week", "Three people at once, each Monday", "A short call every Friday",
              "A written word on every person within a day")  # fmt: skip
_ANSWERS = (Approval.OPEN, Approval.APPROVED, Approval.APPROVED, Approval.DECLINED)
_A_MONTH = timedelta(days=30)


def add(decades: Decades) -> None:
    """Three scores of every manager; a low one has its cause and one proposal or two."""
    chance = random.Random("proposals")  # noqa: S311
    for relation in decades.relations:
        for _turn in range(3):
            _asked(decades, chance, relation)


def _asked(decades: Decades, chance: random.Random, relation: Relation) -> None:
    voice = decades.voice
    on = decades.day_in(relation)
    made = decades.at(on)
    score = voice.pick(_SCORES)
    is_low = score <= LOW
    number = decades.rows.add(
        "satisfaction", made, Satisfaction, manager=relation.id, asked_on=on, score=score,
        words=voice.say("note", decades.candidates), cause=chance.choice(_CAUSES) if is_low else None,
    )  # fmt: skip
    if is_low:
        for text in chance.sample(_PROPOSALS, chance.randint(1, 2)):
            _proposed(decades, chance, text, (number, on, made))


def _proposed(decades: Decades, chance: random.Random, text: str, asked: tuple[int, date, datetime]) -> None:
    """What was approved is looked at again after a month, as a rule."""
    number, on, made = asked
    answer = chance.choice(_ANSWERS)
    checked = on + _A_MONTH
    better = None
    if answer is Approval.APPROVED and checked <= decades.today and chance.random() < 3 / 4:
        better = chance.random() < 2 / 3
    decades.rows.add(
        "proposal", made, Proposal, satisfaction=number, text=text, answer=answer, on_day=on, better=better,
        checked_on=None if better is None else checked,
    )  # fmt: skip
