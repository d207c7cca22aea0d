"""What the searches of decades asked for, how that drifted, and what was known around them.

Its chance is its own, so that nothing else of a large sample depends on it.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from app.domain.requirements import AskedBy, Requirement, RequirementChange, RequirementKind, RequirementSource
from app.domain.role import Alternative, AlternativeAnswer, Predecessor
from app.services.sample.decades import Decades
from app.services.sample.invention import Voice

_LINES = {
    RequirementKind.MUST: (2, 5), RequirementKind.NICE: (0, 3), RequirementKind.DEAL_MAKER: (0, 3),
    RequirementKind.DEAL_BREAKER: (0, 3),
}  # fmt: skip
_ANSWERS = (None, *AlternativeAnswer)


def add(decades: Decades) -> None:
    """Some lines of each kind for every search; one of three drifted, of half the last person is known."""
    voice = Voice(random.Random("wanted"))  # noqa: S311
    for relation in decades.relations:
        for opened, until, number in relation.searches:
            agreed = min(opened + timedelta(days=2), decades.today)
            _requirements(decades, voice, number, agreed)
            if voice.happens(1 / 3):
                _drift(decades, voice, number, (agreed, until))
            _around(decades, voice, number, agreed)


def _requirements(decades: Decades, voice: Voice, search: int, agreed: date) -> None:
    for kind, (least, most) in _LINES.items():
        for at in range(voice.number(least, most)):
            number = decades.rows.add(
                "requirement", decades.at(agreed), Requirement, search=search, kind=kind, position=at, agreed_on=agreed,
                text=voice.say("note", decades.candidates), source=RequirementSource.ASKED,
                probe=voice.say("note", decades.candidates) if kind is RequirementKind.MUST else None,
            )  # fmt: skip
            decades.wanted[search].append(number)


def _drift(decades: Decades, voice: Voice, search: int, between: tuple[date, date]) -> None:
    agreed, until = between
    for _turn in range(voice.number(1, 3)):
        on = agreed + timedelta(days=voice.number(0, max((until - agreed).days, 0)))
        decades.rows.add(
            "requirement_change", decades.at(on), RequirementChange, search=search, on_day=on,
            was=voice.say("note", decades.candidates), now=voice.say("note", decades.candidates),
            asked_by=voice.pick(tuple(AskedBy)), days_lost=voice.number(0, 14),
        )  # fmt: skip


def _around(decades: Decades, voice: Voice, search: int, on: date) -> None:
    if voice.happens(1 / 2):
        told = {part: voice.say("note", decades.candidates) for part in ("went_wrong", "why_left", "better", "reading")}
        decades.rows.add("predecessor", decades.at(on), Predecessor, search=search, **told)
    for at in range(voice.number(0, 2)):
        answer = voice.pick(_ANSWERS)
        decades.rows.add(
            "alternative", decades.at(on), Alternative, search=search, text=voice.say("note", decades.candidates),
            answer=answer, on_day=on if answer else None, position=at,
        )  # fmt: skip
