"""A step of a process in words and as it is typed: what, whose, how long: "CVs with notes · you · 5 days"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.domain.errors import InputError
from app.words import _, plural

ME, THEM, BOTH = "me", "them", "both"
_TYPED = re.compile(r"([0-9]{1,4}) *([a-z]*)\.?")
_LENGTHS = {"days": 365, "weeks": 52, "minutes": 1440}
_UNITS = {
    "": "days", "d": "days", "day": "days", "days": "days", "w": "weeks", "wk": "weeks", "wks": "weeks",
    "week": "weeks", "weeks": "weeks", "m": "minutes", "min": "minutes", "mins": "minutes", "minute": "minutes",
    "minutes": "minutes",
}  # fmt: skip


def owner_words(owner: str, called: str) -> str:
    """Whose step it is; `called` is the manager's name."""
    return {ME: _("you"), THEM: called, BOTH: _("both")}.get(owner, owner)


def length_words(days: int | None, weeks: int | None, minutes: int | None) -> str:
    """How long it takes: "5 days", "1 week", "30 min"; empty when nobody said."""
    if days:
        return plural("{count} day", "{count} days", days)
    if weeks:
        return plural("{count} week", "{count} weeks", weeks)
    return plural("{count} min", "{count} min", minutes) if minutes else ""


def length_of(words: str) -> dict[str, int | None]:
    """A length as it is typed: "5 days", "1 week", "30 min"; a bare number is days, nothing is no length.

    Raises `InputError` for anything else.
    """
    lengths: dict[str, int | None] = dict.fromkeys(_LENGTHS)
    if not words.strip():
        return lengths
    found = _TYPED.fullmatch(words.strip().casefold())
    if found is None or found[2] not in _UNITS:
        raise InputError("takes", _("Write how long it takes like 5 days, 1 week or 30 min."))
    return {**lengths, _UNITS[found[2]]: int(found[1])}


def check_length(lengths: Mapping[str, Any]) -> None:
    """Raise `InputError` unless it is at most one length, and one that can be."""
    given = {name: lengths[name] for name in _LENGTHS if lengths.get(name) is not None}
    if len(given) > 1:
        raise InputError(list(given)[1], _("A step takes days, weeks or minutes, and only one of them."))
    for name, length in given.items():
        if type(length) is not int or not 1 <= length <= _LENGTHS[name]:
            raise InputError(name, _("A step takes 1 to 365 days, 1 to 52 weeks, or 1 to 1,440 minutes."))


def step_line(point: Mapping[str, Any]) -> str:
    """A step of a template on one line."""
    length = length_words(*(point.get(name) for name in _LENGTHS))
    parts = (point["text"], owner_words(point["owner"], _("the manager")), length)
    return " · ".join(part for part in parts if part)


def understand_step(line: str) -> dict[str, Any]:
    """What was typed as a step of a template; whatever stands before whose it is and how long is what is done.

    A length that cannot be read stands in `takes`, for whoever checks the step to refuse.
    """
    parts = [part for part in (each.strip() for each in line.split("·")) if part]
    takes = parts.pop() if len(parts) > 1 and parts[-1][0].isdecimal() else ""
    length: dict[str, Any]
    try:
        length = {key: each for key, each in length_of(takes).items() if each is not None}
    except InputError:
        length = {"takes": takes}
    owners = {owner_words(each, _("the manager")).casefold(): each for each in (ME, THEM, BOTH)}
    said = parts.pop() if len(parts) > 1 else ""
    return {"text": " · ".join(parts), "owner": owners.get(said.casefold(), said) or ME, **length}
