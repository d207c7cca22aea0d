"""What there are templates of, and what a template of each kind holds; the built-in ones are data in `resources`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from app.domain.clock_words import parse_clock
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.meetings import MeetingKind, kind_label
from app.domain.process_lines import ME, check_length, length_of
from app.domain.text import LINE, NAME, clean, quoted, required
from app.resources import RESOURCES
from app.words import _

AGREEMENT, PROCESS, CLAUSES = "agreement", "process", "clauses"
# A template's clock is read against some day only to see that it can be read.
_SOME_DAY = date(2026, 11, 24)


class Family(NamedTuple):
    """Templates that hold the same: the file of the built-in ones, how a point is checked, and one as an example."""

    file: str
    check: Callable[[dict[str, Any]], dict[str, Any]]
    example: str


class Kind(NamedTuple):
    """One kind of template: its family, its own part of the family's file, and what it is called."""

    key: str
    family: str
    part: str
    label: Callable[[], str]


def kinds() -> dict[str, Kind]:
    """Every kind by its key, in the order they are listed."""
    agendas = [Kind(f"agenda.{each}", "agenda", each, _called(each)) for each in MeetingKind]
    asked = [Kind(f"questions.{each}", "questions", each, _called(each)) for each in MeetingKind]
    return {
        each.key: each
        for each in (
            *agendas, Kind("agenda.honest_look", "honest_look", "", lambda: _("How it goes between us")),
            *asked, Kind(PROCESS, PROCESS, "", lambda: _("Process of a search")),
            Kind("satisfaction", "satisfaction", "", lambda: _("Satisfaction")),
            Kind(AGREEMENT, AGREEMENT, "", lambda: _("Two-way agreement")),
            Kind(CLAUSES, CLAUSES, "", lambda: _("Below the promises of an agreement sheet")),
        )
    }  # fmt: skip


def kind_of(key: str) -> Kind:
    """The kind of that key; raises `InputError` for one that does not exist."""
    known = kinds().get(key)
    if known is None:
        raise InputError("kind", _("There is no template called {kind}. Their list has the names of all.").format(
            kind=quoted(key)))  # fmt: skip
    return known


def built_in_points(kind: Kind) -> list[dict[str, Any]]:
    """The points of the built-in template of a kind."""
    whole = built_in(_FAMILIES[kind.family].file)
    found: list[dict[str, Any]] = whole.get(kind.part, []) if kind.part else whole
    return found


@cache
def built_in(name: str) -> Any:
    """A file of built-in templates, such as `agendas` or `agreement`."""
    return json.loads((RESOURCES / "templates" / f"{name}.json").read_text(encoding="utf-8"))


def points_in(kind: Kind, body: str) -> list[dict[str, Any]]:
    """The points of a template's JSON, made clean; raises `InputError` with the line that cannot be taken."""
    family = _FAMILIES[kind.family]
    try:
        listed = json.loads(body)
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list) or not listed or not all(isinstance(each, dict) for each in listed):
        raise InputError("body", _("The template must be a list like {example}.").format(example=family.example))
    return [_checked(family, number, point) for number, point in enumerate(listed, 1)]


def _checked(family: Family, number: int, point: dict[str, Any]) -> dict[str, Any]:
    try:
        return family.check(point)
    except InputError as error:
        message = _("Line {number}: {problem}")
        raise InputError("body", message.format(number=number, problem=str(error))) from error


def _called(kind: MeetingKind) -> Callable[[], str]:
    return lambda: kind_label(kind)


def _text_of(point: dict[str, Any], key: str, label: str) -> str:
    """A text that must be there."""
    value = point.get(key)
    return required(value if isinstance(value, str) else "", key, label, LINE, lines=False)


def _agenda_point(point: dict[str, Any]) -> dict[str, Any]:
    minutes = point.get("minutes")
    if minutes is not None and not (type(minutes) is int and 0 <= minutes <= 1440):
        raise InputError("minutes", _("The minutes are a whole number up to 1,440."))
    text = _text_of(point, "text", _("text"))
    return {"text": text, "minutes": minutes} if minutes else {"text": text}


def _question(point: dict[str, Any]) -> dict[str, Any]:
    return {"text": _text_of(point, "text", _("text"))}


def _clause(point: dict[str, Any]) -> dict[str, Any]:
    text = _text_of(point, "text", _("text"))
    heading, _colon, words = text.partition(":")
    if not (heading.strip() and words.strip()):
        raise InputError("text", _("Write a heading, a colon, and the words: How we close: we celebrate together."))
    return {"text": text}


def _step(point: dict[str, Any]) -> dict[str, Any]:
    owner = required(str(point.get("owner") or ME), "owner", _("owner"), NAME, lines=False)
    lengths = {key: point[key] for key in ("days", "weeks", "minutes") if point.get(key) is not None}
    length_of(str(point.get("takes") or ""))
    check_length(lengths)
    return {"text": _text_of(point, "text", _("text")), "owner": owner, **lengths}


def _promise(point: dict[str, Any]) -> dict[str, Any]:
    if point.get("side") not in tuple(Side):
        raise InputError("side", _("Say whose promise it is: mine, theirs or both."))
    clock = _text_of(point, "clock", _("clock"))
    parse_clock(clock, _SOME_DAY)
    rest = {key: clean(str(point.get(key) or ""), key, _(key), LINE, lines=False) for key in ("measure", "range")}
    return {"side": point["side"], "statement": _text_of(point, "statement", _("statement")), "clock": clock, **rest}


_FAMILIES = {
    "agenda": Family("agendas", _agenda_point, '[{"text": "Why this role", "minutes": 5}]'),
    "honest_look": Family("honest_look", _agenda_point, '[{"text": "What you need from me", "minutes": 7}]'),
    "questions": Family("questions", _question, '[{"text": "What breaks without it?"}]'),
    PROCESS: Family("process", _step, '[{"text": "CVs with notes", "owner": "me", "days": 5}]'),
    "satisfaction": Family("satisfaction", _question, '[{"text": "Speed"}]'),
    CLAUSES: Family(CLAUSES, _clause, '[{"text": "How we close: {manager} chooses, {recruiter} makes the offer."}]'),
    AGREEMENT: Family(
        "agreement", _promise,
        '[{"side": "mine", "statement": "Send the status", "clock": "every Friday", "measure": "an email"}]',
    ),
}  # fmt: skip
