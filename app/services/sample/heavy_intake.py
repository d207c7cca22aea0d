"""What was asked at the intakes of decades, and what they left open.

Its chance is its own, so that nothing else of a large sample depends on it.
"""

from __future__ import annotations

import random

from app.domain.intake import Question
from app.services import templates
from app.services.sample.decades import Decades
from app.services.sample.invention import Voice

_ASKED, _OPEN = (4, 9), (0, 2)


def add(decades: Decades) -> None:
    """The first questions of the template for every search, the last of them open."""
    voice = Voice(random.Random("intake"))  # noqa: S311
    texts = [point["text"] for point in templates.built_in("questions")["intake"]]
    for relation in decades.relations:
        for opened, _until, search in relation.searches:
            asked = voice.number(*_ASKED)
            for position, text in enumerate(texts[: asked + voice.number(*_OPEN)]):
                was_asked = position < asked
                decades.rows.add(
                    "question", decades.at(opened), Question, manager=relation.id, search=search, text=text,
                    answer=voice.say("note", decades.candidates) if was_asked else None,
                    asked_on=opened if was_asked else None, position=position,
                )  # fmt: skip
