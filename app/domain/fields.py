"""What a field of a record may hold, and whether it may leave the office: declared once, where the record is.

The limits are those of the domain: a name 200 characters, a line or statement 2,000, notes and briefs 1,000,000.
A field is private unless its type says `Shareable`; a test holds the database's shareable views against these marks.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from app.domain.text import BODY, LINE, NAME, clean, required
from app.words import _


@dataclass(frozen=True, slots=True)
class Text:
    """How long a text may be, in characters, and whether it may have line breaks."""

    limit: int
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Shareable:
    """Marks a field that may stand in something made for others."""


SHAREABLE = Shareable()

Name = Annotated[str, Text(NAME)]
Line = Annotated[str, Text(LINE)]
Statement = Annotated[str, Text(LINE, lines=True)]
Body = Annotated[str, Text(BODY, lines=True)]
SharedName = Annotated[str, Text(NAME), SHAREABLE]
SharedLine = Annotated[str, Text(LINE), SHAREABLE]
SharedStatement = Annotated[str, Text(LINE, lines=True), SHAREABLE]
SharedBody = Annotated[str, Text(BODY, lines=True), SHAREABLE]

R = TypeVar("R")


def checked(record: R, *needed: str) -> R:
    """The record with every text made clean; `needed` fields must not be empty.

    Raises `InputError` naming the first field that is too long or missing.
    """
    changed: dict[str, Any] = {}
    record_type: Any = type(record)
    for name, rule in text_rules(record_type).items():
        value = getattr(record, name)
        if value is None:
            continue
        label = _(name.replace("_", " "))
        check = required if name in needed else clean
        cleaned = check(value, name, label, rule.limit, lines=rule.lines)
        if cleaned != value:
            changed[name] = cleaned
    for name in _lists(record_type):
        parts = (clean(part, name, _(name), NAME, lines=False) for part in getattr(record, name))
        changed[name] = tuple(part for part in parts if part)
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


@cache
def text_rules(record_type: Any) -> dict[str, Text]:
    """The rule of each text field of a record type."""
    return {name: mark for name, marks in _marks(record_type).items() for mark in marks if isinstance(mark, Text)}


@cache
def _lists(record_type: Any) -> tuple[str, ...]:
    """The fields that hold several names, such as tags."""
    hints = get_type_hints(record_type)
    return tuple(field.name for field in fields(record_type) if hints[field.name] == tuple[str, ...])


@cache
def shareable_fields(record_type: Any) -> frozenset[str]:
    """The names of the fields that may leave the office."""
    return frozenset(name for name, marks in _marks(record_type).items() if SHAREABLE in marks)


def _marks(record_type: Any) -> dict[str, tuple[Any, ...]]:
    hints = get_type_hints(record_type, include_extras=True)
    return {field.name: tuple(_metadata(hints[field.name])) for field in fields(record_type)}


def _metadata(hint: Any) -> list[Any]:
    """The marks of a type, also of an optional one, whose own marks lie on the part that is not None."""
    if get_origin(hint) is Annotated:
        return [*hint.__metadata__, *_metadata(hint.__origin__)]
    return [mark for part in get_args(hint) if part is not type(None) for mark in _metadata(part)]
