"""The verbs that look and change nothing."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.commands.answers import Answer
from app.domain.errors import InputError
from app.words import _

if TYPE_CHECKING:
    from app.services.office import Office


def managers(office: Office, _options: argparse.Namespace) -> Answer:
    """Everyone, and how it stands."""
    from app.domain.health import word_label
    from app.services.relationship import everyone

    found = everyone(office)
    data = [
        {
            "id": each.manager.id, "name": each.manager.name, "company": each.manager.company, "days": each.days,
            "overdue": each.overdue, "health": each.health.word.value, "status": each.manager.status.value,
        }
        for each in found
    ]  # fmt: skip
    lines = []
    for each in found:
        since = _("new") if each.days is None else _("{days} d").format(days=each.days)
        parts = [each.manager.name, each.manager.company or "", since, word_label(each.health.word)]
        lines.append(" · ".join(part for part in parts if part))
    return Answer(data, lines or [_("No hiring managers yet. Add the first one: rapport add-manager NAME")])


def find(office: Office, options: argparse.Namespace) -> Answer:
    """What was said or written, found again."""
    from app.services.reading import find

    hits = find(office, " ".join(options.words))
    names: dict[int, str] = {each.id: each.name for each in office.managers.everyone()}
    lines = []
    for hit in hits:
        text = " ".join(hit.text.split())[:200]
        lock = _("private, ") if hit.private else ""
        lines.append(_("{text} ({lock}{record} {id}, {name})").format(
            text=text, lock=lock, record=hit.record, id=hit.id, name=names.get(hit.manager, "")))  # fmt: skip
    nothing = _("Nothing for '{words}'.").format(words=" ".join(options.words))
    return Answer([hit._asdict() for hit in hits], lines or [nothing])


def today(office: Office, _options: argparse.Namespace) -> Answer:
    """What wants doing today."""
    from app.services.reading import plain
    from app.services.today import today
    from app.services.today_words import lines

    found = today(office)
    return Answer({"sentence": found.sentence(), **plain(found)}, lines(office, found))


def nudge(office: Office, options: argparse.Namespace) -> Answer:
    """A kind word about each thing that a manager promised and is waited for."""
    from app.services.nudges import draft, waiting_from
    from app.services.people import manager_called

    manager = manager_called(office, options.manager)
    items = waiting_from(office, manager.id)
    data, lines = [], []
    for item in items:
        letter = draft(office, item)
        data.append({"record": item.record, "id": item.id, **letter._asdict()})
        action = "followup.remind" if item.record == "follow_up" else "expectation.remind"
        sent = _("(When you sent it: rapport do {action} {record}={id})")
        lines += [*letter.body.splitlines(), sent.format(action=action, record=item.record, id=item.id), ""]
    nothing = _("Nothing is waited for from {name}.").format(name=manager.name)
    return Answer(data, lines[:-1] or [nothing])


def invite(office: Office, options: argparse.Namespace) -> Answer:
    """Times for a short talk and the words to offer them with; with `--to`, the invitation to a planned meeting."""
    if options.to:
        from app.commands.handing_over import invitation_file

        return invitation_file(office, options)
    import shlex

    from app.services.invitations import invitation
    from app.services.people import manager_called

    manager = manager_called(office, options.about)
    offer = invitation(office, manager.id, minutes=options.minutes)
    command = _("(To plan it: rapport do meeting.plan-talk manager={name} at={at} minutes={minutes})")
    times = [at.astimezone(office.zone).strftime("%Y-%m-%dT%H:%M") for at in offer.slots]
    lines = [command.format(name=shlex.quote(manager.name), at=at, minutes=offer.minutes) for at in times]
    data = {"slots": [at.isoformat() for at in offer.slots], "minutes": offer.minutes, **offer.letter._asdict()}
    return Answer(data, [*offer.letter.body.splitlines(), *lines])


def brief(office: Office, options: argparse.Namespace) -> Answer:
    """What to read before a talk."""
    from app.services.briefing import brief
    from app.services.people import manager_called
    from app.services.reading import plain

    found = brief(office, manager_called(office, options.manager).id)
    return Answer(plain(found), found.lines())


def templates(office: Office, _options: argparse.Namespace) -> Answer:
    """What there are templates of, each with your own; the newest of them counts."""
    from app.services.templates import points_of, shelves

    data: list[dict[str, Any]] = []
    lines = []
    for shelf in shelves(office):
        own = [{"id": each.id, "name": each.name, "points": points_of(each)} for each in shelf.own]
        data.append({"kind": shelf.kind.key, "built_in": shelf.built_in, "own": own})
        names = [_("{name} (template {id})").format(name=each.name, id=each.id) for each in shelf.own]
        lines.append(f"{shelf.kind.key}: {', '.join(names) or _('built in')}")
    return Answer(data, lines)


def show(office: Office, options: argparse.Namespace) -> Answer:
    """One record, every field of it."""
    from app.services.reading import show

    if not options.id.isdecimal() or len(options.id) > 15:
        raise InputError("id", _("Give the number of the record, as the lists show it."))
    shown = show(office, options.record.replace("-", "_"), int(options.id))
    return Answer(shown, _fields(shown, ""))


def _fields(shown: dict[str, Any], indent: str) -> list[str]:
    """A record's fields as lines, empty ones left out, the parts of it indented below their name."""
    lines = []
    for key, value in shown.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{indent}{key}:")
            lines += [line for each in value for line in (*_fields(each, indent + "  "), "")][:-1]
        elif value not in (None, "", [], False):
            lines.append(f"{indent}{key}: {value}")
    return lines


def history(office: Office, options: argparse.Namespace) -> Answer:
    """The newest actions."""
    from datetime import datetime

    from app.services.reading import actions

    done = actions(office, options.limit)
    times = [datetime.fromisoformat(each.at).astimezone(office.zone) for each in done]
    lines = [f"{at:%Y-%m-%d %H:%M} · {each.label}" for at, each in zip(times, done, strict=True)]
    return Answer([each._asdict() for each in done], lines or [_("Nothing was done yet.")])


def check(office: Office, options: argparse.Namespace) -> Answer:
    """Whether the file is whole."""
    from app.services.reading import check

    wrong = check(office, deep=options.deep)
    return Answer({"wrong": wrong}, wrong or [_("The office is whole.")], code=1 if wrong else 0)
