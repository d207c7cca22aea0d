"""How satisfied a manager is: asked at most monthly, 1 to 5 as a whole and by part, in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.dates import day_words
from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.managers import ManagerId
from app.domain.satisfaction import Satisfaction, SatisfactionId
from app.services import proposals, templates
from app.services.changes import Change
from app.services.office import Office
from app.words import _

EVERY = timedelta(days=30)
LOW = 3  # a score for which a cause is looked for, and something proposed
_SCORES = range(1, 6)


def parts(office: Office) -> tuple[str, ...]:
    """What is asked about besides the whole: the office's own template, else the built-in one."""
    own = office.templates.of_kind("satisfaction")
    points = templates.points_of(own[-1]) if own else templates.built_in("satisfaction")
    return tuple(point["text"] for point in points)


def asked_already(office: Office, manager: ManagerId, on: date | None = None) -> str:
    """The sentence that says when they were asked and can be asked again; empty when they may be asked on that day."""
    day = on or office.today()
    near = office.satisfactions.near(manager, day - EVERY, day + EVERY)
    if near is None:
        return ""
    words = _("Asked this month already, on {day}. The next time is from {next} on.")
    today = office.today()
    return words.format(day=day_words(near.asked_on, today), next=day_words(near.asked_on + EVERY, today))


def record(
    office: Office, manager: ManagerId, *, score: int, parts: Mapping[str, int] | None = None, on: date | None = None,
    proposal: str = "", **details: Any,
) -> Change:  # fmt: skip
    """Keep an answer, 1 to 5, and what is proposed after it; raises `InputError` within a month of another one."""
    known = office.managers.get(manager)
    answer = Satisfaction(
        id=SatisfactionId(0), manager=manager, score=score, parts=parts or {}, asked_on=on or office.today(), **details
    )
    answer = _checked(office, answer)
    refused = asked_already(office, manager, answer.asked_on)
    if refused:
        raise InputError("on", refused)
    label = _("Satisfaction of {name} noted").format(name=known.name)
    with office.write(label):
        answer_id = SatisfactionId(office.satisfactions.insert(answer))
        if proposal.strip():
            proposals.add(office, answer_id, text=proposal)
    return office.change(label, "satisfaction", answer_id)


def edit(office: Office, satisfaction: SatisfactionId, **changes: Any) -> Change:
    """Correct an answer, or add its cause."""
    edited = _checked(office, replace(office.satisfactions.get(satisfaction), **changes))
    label = _("Satisfaction edited")
    with office.write(label):
        office.satisfactions.update(edited)
    return office.change(label, "satisfaction", satisfaction)


def delete(office: Office, satisfaction: SatisfactionId) -> Change:
    """Remove an answer, and what was proposed after it."""
    label = _("Satisfaction deleted")
    with office.write(label):
        office.satisfactions.delete(satisfaction)
    return office.change(label, "satisfaction", satisfaction)


def _checked(office: Office, answer: Satisfaction) -> Satisfaction:
    """Raise `InputError` for the first field that cannot be taken."""
    if answer.score not in _SCORES:
        raise InputError("score", _("Satisfaction is a number from 1 to 5."))
    if answer.asked_on > office.today():
        raise InputError("on", _("That day is still to come."))
    if any(score not in _SCORES for score in answer.parts.values()):
        raise InputError("parts", _("Each part is a number from 1 to 5."))
    known = {each.casefold(): each for each in (*parts(office), *_kept(office, answer))}
    unknown = [each for each in answer.parts if each.casefold() not in known]
    if unknown:
        message = _("There is no such part. It can be: {parts}.")
        raise InputError("parts", message.format(parts=", ".join(dict.fromkeys(known.values()))))
    return checked(replace(answer, parts={known[key.casefold()]: score for key, score in answer.parts.items()}))


def _kept(office: Office, answer: Satisfaction) -> tuple[str, ...]:
    """The parts that this answer was given by, which the template may not name any more."""
    before = office.satisfactions.find(answer.id)
    return tuple(before.parts) if before is not None else ()
