"""What was typed as KEY=VALUE becomes the typed values a use case takes; its own signature says which."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Any, NewType, get_args, get_origin, get_type_hints

from app.domain.clock_words import parse_clock
from app.domain.clocks import Clock
from app.domain.dates import valid_day
from app.domain.errors import InputError
from app.domain.managers import ManagerId
from app.domain.text import quoted
from app.domain.working_time import WorkingHours
from app.services.changes import Change
from app.services.office import Office
from app.services.people import manager_called
from app.services.registry import OWN_FIELDS, USE_CASES, UseCase
from app.words import _

_YES, _NO = {"yes", "true", "1", "on"}, {"no", "false", "0", "off"}
_LARGEST = 2**53


def perform(office: Office, name: str, typed: dict[str, str]) -> Change:
    """Run a use case by its name with what was typed; raises `InputError` naming what does not fit."""
    use_case = USE_CASES.get(name)
    if use_case is None:
        raise InputError(name, _("There is no action called {name}. See them all with: rapport do --list").format(
            name=quoted(name)))  # fmt: skip
    values = typed_values(office, name, use_case, typed)
    change = use_case.call(office, **values)
    assert isinstance(change, Change)
    return change


def typed_values(office: Office, name: str, use_case: UseCase, typed: dict[str, str]) -> dict[str, Any]:
    """Each typed value as its kind; raises `InputError` for an unknown key, a missing one, or a value that fails."""
    kinds, needed = parameters(use_case)
    for key in typed:
        if key not in kinds:
            message = _("{action} knows no {key}. It takes: {keys}.")
            raise InputError(key, message.format(action=name, key=quoted(key), keys=", ".join(kinds)))
    for key in needed:
        if key not in typed:
            message = _("{action} also needs {key}=...")
            raise InputError(key, message.format(action=name, key=key))
    return {key: value_of(office, key, text, kinds[key]) for key, text in typed.items()}


def parameters(use_case: UseCase) -> tuple[dict[str, Any], list[str]]:
    """The kind of each value a use case takes, and the names of those it cannot do without."""
    signature = inspect.signature(use_case.call)
    hints = get_type_hints(use_case.call)
    named = [p for p in list(signature.parameters.values())[1:] if p.kind is not inspect.Parameter.VAR_KEYWORD]
    kinds = {p.name: hints[p.name] for p in named}
    needed = [p.name for p in named if p.default is inspect.Parameter.empty]
    if use_case.record is not None and any(
        p.kind is inspect.Parameter.VAR_KEYWORD for p in signature.parameters.values()
    ):
        record_hints = get_type_hints(use_case.record)
        for field in fields(use_case.record):
            if field.name not in OWN_FIELDS and field.name not in kinds:
                kinds[field.name] = record_hints[field.name]
    return kinds, needed


def value_of(office: Office, key: str, text: str, kind: Any) -> Any:
    """One typed text as its kind; empty means nothing where nothing is allowed."""
    kind, optional = _plain(kind)
    if optional and not text:
        return None
    if kind is ManagerId:
        return manager_called(office, text).id
    if isinstance(kind, NewType):
        return _number(key, text)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(key, text, kind)
    reader = _READERS.get(kind)
    if reader is None:
        return text
    return reader(office, key, text)


def _plain(kind: Any) -> tuple[Any, bool]:
    """The kind without marks and without None, and whether None is allowed."""
    if get_origin(kind) is Annotated:
        return _plain(kind.__origin__)
    options = get_args(kind)
    if type(None) not in options:
        return kind, False
    rest = [option for option in options if option is not type(None)]
    return (_plain(rest[0])[0], True) if len(rest) == 1 else (Clock, True)


def _choice(key: str, text: str, kind: type[StrEnum]) -> StrEnum:
    try:
        return kind(text.replace("_", " ") if text.replace("_", " ") in set(kind) else text.replace(" ", "_"))
    except ValueError as error:
        message = _("The {key} can be: {choices}.")
        raise InputError(key, message.format(key=key, choices=", ".join(kind))) from error


def _number(key: str, text: str) -> int:
    if not text.removeprefix("-").isdecimal() or len(text) > 16 or abs(int(text)) > _LARGEST:
        raise InputError(key, _("The {key} must be a whole number.").format(key=key))
    return int(text)


def _truth(_office: Office, key: str, text: str) -> bool:
    lowered = text.casefold()
    if lowered not in _YES | _NO:
        raise InputError(key, _("The {key} can be: yes, no.").format(key=key))
    return lowered in _YES


def _day(office: Office, key: str, text: str) -> date:
    if text == "today":
        return office.today()
    try:
        day = date.fromisoformat(text)
        if valid_day(day.year, day.month, day.day) is None:
            raise ValueError(text)
        return day
    except ValueError as error:
        message = _("The {key} must be a date like {example}.")
        raise InputError(key, message.format(key=key, example=office.today().isoformat())) from error


def _moment(office: Office, key: str, text: str) -> datetime:
    """A time where the person sits, unless it says its own offset."""
    try:
        at = datetime.fromisoformat(text)
        if valid_day(at.year, at.month, at.day) is None:
            raise ValueError(text)
    except ValueError as error:
        example = office.now().astimezone(office.zone).strftime("%Y-%m-%dT%H:%M")
        message = _("The {key} must be a time like {example}.")
        raise InputError(key, message.format(key=key, example=example)) from error
    return (at if at.tzinfo else at.replace(tzinfo=office.zone)).astimezone(office.now().tzinfo)


def _scores(key: str, text: str) -> dict[str, int]:
    """Numbers by name: `Speed=3, People shown=4`."""
    found = {}
    for part in [part for part in text.split(",") if part.strip()]:
        name, equals, number = part.rpartition("=")
        if not equals or not name.strip():
            raise InputError(
                key, _("Write the {key} like {example}.").format(key=key, example="Speed=3, People shown=4")
            )
        found[name.strip()] = _number(key, number.strip())
    return found


def _time(_office: Office, key: str, text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise InputError(key, _("The {key} must be a time of day like 17:00.").format(key=key)) from error


_READERS: dict[Any, Callable[[Office, str, str], Any]] = {
    int: lambda _office, key, text: _number(key, text),
    bool: _truth,
    date: _day,
    datetime: _moment,
    time: _time,
    Clock: lambda office, _key, text: parse_clock(text, office.today()),
    WorkingHours: lambda _office, _key, text: WorkingHours.from_text(text),
    Mapping[str, int]: lambda _office, key, text: _scores(key, text),
    tuple[str, ...]: lambda _office, _key, text: tuple(part.strip() for part in text.split(",") if part.strip()),
}
