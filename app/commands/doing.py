"""The verbs that change the office, each through one use case, and take it back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from app.commands.answers import Answer
from app.domain.errors import InputError
from app.domain.text import quoted
from app.words import _

if TYPE_CHECKING:
    from app.services.office import Office


MANAGER_OPTIONS = ("title", "company", "email", "phone", "cadence_days", "called", "family", "romanised", "zone",
                    "country", "hours")  # fmt: skip


def add_manager(office: Office, options: argparse.Namespace) -> Answer:
    """A new hiring manager."""
    given = {key: value for key in MANAGER_OPTIONS if (value := getattr(options, key)) is not None}
    if office.settings.cadence_days:
        given.setdefault("cadence_days", str(office.settings.cadence_days))
    return _perform(office, "manager.add", {"name": options.name, **given})


def log(office: Office, options: argparse.Namespace) -> Answer:
    """A talk, written in one line."""
    return _perform(office, "talk.log", {"manager": options.manager, "line": "\n".join(options.line)})


def do(office: Office | None, options: argparse.Namespace) -> Answer:
    """Any action by its name; without one, their list."""
    if office is None or not options.action:
        return _list_actions()
    typed = {}
    for pair in options.values:
        key, equals, value = pair.partition("=")
        if not equals:
            raise InputError(pair, _("Write each value as KEY=VALUE; {pair} has no =.").format(pair=quoted(pair)))
        typed[key] = value
    return _perform(office, options.action, typed)


def _list_actions() -> Answer:
    from app.services.arguments import parameters
    from app.services.registry import USE_CASES

    data, lines = {}, []
    for name, use_case in USE_CASES.items():
        kinds, needed = parameters(use_case)
        data[name] = {"needs": needed, "takes": [key for key in kinds if key not in needed]}
        takes = " ".join(f"[{key}=]" for key in data[name]["takes"])
        lines.append(" ".join([name, *(f"{key}=" for key in needed), takes]).rstrip())
    return Answer(data, lines)


def _perform(office: Office, name: str, typed: dict[str, str]) -> Answer:
    from app.services.arguments import perform
    from app.services.calendar_invitations import who_waits

    change = perform(office, name, typed)
    data = {"done": change.label, "record": change.record, "id": change.id, "touched": sorted(change.touched)}
    said = _("{label} ({record} {id})") if change.id else _("{label}")
    lines = [said.format(label=change.label, record=change.record, id=change.id)]
    if waits := who_waits(office, change):
        lines += [waits, _("(To tell them: rapport invite {id} --to FILE.eml)").format(id=change.id)]
    return Answer(data, lines)


def undo(office: Office, _options: argparse.Namespace) -> Answer:
    """Take the newest action back."""
    from app.services.reading import undo

    label = undo(office)
    if label is None:
        return Answer({"undone": None}, [_("Nothing left to undo.")])
    return Answer({"undone": label}, [_("Undone: {label}").format(label=label)])


def redo(office: Office, _options: argparse.Namespace) -> Answer:
    """Bring it back."""
    from app.services.reading import redo

    label = redo(office)
    if label is None:
        return Answer({"redone": None}, [_("Nothing left to redo.")])
    return Answer({"redone": label}, [_("Redone: {label}").format(label=label)])
