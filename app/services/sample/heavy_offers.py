"""Closing together over decades: most searches that closed were filled, and their hires remembered.

Its chance is its own, so that nothing else of a large sample depends on it.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from app.domain.celebrations import Anniversary, Celebration, Form
from app.domain.offers import Offer, VerbalAnswer
from app.services.anniversaries import days_of
from app.services.sample.decades import Decades

_STEPS = ("chosen_on", "terms_approved_on", "verbal_offer_on", "verbal_answer_on", "written_offer_on", "signed_on")
_FORMS = tuple(Form)


def add(decades: Decades) -> None:
    """An offer for two of three searches that closed; one of ten had declined before."""
    chance = random.Random("offers")  # noqa: S311
    for relation in decades.relations:
        for opened, until, number in relation.searches:
            if until < decades.today and chance.random() < 2 / 3:
                _filled(decades, chance, number, (opened, until))


def _filled(decades: Decades, chance: random.Random, search: int, between: tuple[date, date]) -> None:
    opened, signed = between
    handed = {"search": search, "salary_talk_on": opened}
    if chance.random() < 1 / 10:
        said = dict.fromkeys(_STEPS[:4], opened + (signed - opened) // 2)
        decades.rows.add(
            "offer", decades.at(said["chosen_on"]), Offer, candidate=chance.choice(decades.candidates),
            verbal_answer=VerbalAnswer.NO, declined_on=said["verbal_answer_on"], declined_reason="The pay", **handed,
            **said,
        )  # fmt: skip
    days = {name: max(opened, signed - timedelta(days=2 * back)) for back, name in enumerate(reversed(_STEPS))}
    start = signed + timedelta(days=chance.randint(14, 90))
    offer = decades.rows.add(
        "offer", decades.at(signed), Offer, candidate=chance.choice(decades.candidates),
        verbal_answer=VerbalAnswer.YES, start_on=start, **handed, **days,
    )  # fmt: skip
    if chance.random() < 1 / 2:
        decades.rows.add(
            "celebration", decades.at(signed), Celebration, search=search, offer=offer, occasion="Placed",
            form=chance.choice(_FORMS), on_day=signed + timedelta(days=10),
        )  # fmt: skip
    for milestone, on in days_of(start):
        if on <= decades.today and chance.random() < 3 / 4:
            decades.rows.add("anniversary", decades.at(on), Anniversary, offer=offer, milestone=milestone, done_on=on)
