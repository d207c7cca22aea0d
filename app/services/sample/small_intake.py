"""What was asked at an intake of the small sample, and the one question it left open."""

from __future__ import annotations

from app.domain.intake import Question
from app.services.sample.ground import Ground


def add(ground: Ground) -> None:
    """Questions of a search in their order; without an answer, one that was never asked."""
    for search, intake in ground.texts["intake"].items():
        asked_at, asked_on = ground.at(intake["on"], "10:40"), ground.day(intake["on"])
        for position, (text, answer) in enumerate(intake["questions"]):
            ground.rows.add(
                "question", asked_at, Question, manager=ground.managers[intake["manager"]].id,
                search=ground.searches[search], text=text, answer=answer, asked_on=asked_on if answer else None,
                position=position,
            )  # fmt: skip
