"""Agendas, questions and agreements to start from: built-in ones from `resources`, then this office's own."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.meetings import MeetingKind
from app.domain.templates import Template, TemplateId
from app.domain.text import LINE, required
from app.resources import RESOURCES
from app.services.changes import Change
from app.services.office import Office
from app.words import _


def agenda_for(office: Office, kind: MeetingKind) -> list[tuple[str, int | None]]:
    """The points of an agenda with their minutes: the office's own template of that kind, else the built-in one."""
    own = office.templates.of_kind(f"agenda.{kind}")
    points = points_of(own[-1]) if own else built_in("agendas").get(kind, [])
    return [(point["text"], point.get("minutes")) for point in points]


def points_of(template: Template) -> list[dict[str, Any]]:
    """The points of a template of your own."""
    points: list[dict[str, Any]] = json.loads(template.body)
    return points


@cache
def built_in(name: str) -> Any:
    """A built-in template: `agendas`, `questions`, `agreement`."""
    return json.loads((RESOURCES / "templates" / f"{name}.json").read_text(encoding="utf-8"))


def add(office: Office, *, kind: str, name: str, body: str) -> Change:
    """Keep a template of your own; `body` is a JSON list of points with `text` and, for an agenda, `minutes`."""
    template = _checked(Template(id=TemplateId(0), kind=kind, name=name, body=body))
    label = _("Template added: {name}").format(name=template.name)
    with office.write(label):
        template_id = office.templates.insert(template)
    return office.change(label, "template", template_id)


def edit(office: Office, template: TemplateId, **changes: Any) -> Change:
    """Change a template of your own."""
    edited = _checked(replace(office.templates.get(template), **changes))
    label = _("Template edited: {name}").format(name=edited.name)
    with office.write(label):
        office.templates.update(edited)
    return office.change(label, "template", template)


def delete(office: Office, template: TemplateId) -> Change:
    """Remove a template of your own; the built-in one counts again."""
    label = _("Template deleted")
    with office.write(label):
        office.templates.delete(template)
    return office.change(label, "template", template)


def _checked(template: Template) -> Template:
    """Raise `InputError` unless the body is a list of points that say something."""
    template = checked(template, "kind", "name", "body")
    try:
        points = json.loads(template.body)
        fine = bool(points) and all(_says_something(point) for point in points)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        fine = False
    if not fine:
        raise InputError("body", _('The template must be a list like [{"text": "Why this role", "minutes": 5}].'))
    return template


def _says_something(point: Any) -> bool:
    """Whether it can become a point of an agenda; raises like any look into a value of another shape."""
    minutes = point.get("minutes") or 0
    text = required(point["text"], "body", _("text"), LINE, lines=False)
    return bool(text) and type(minutes) is int and 0 <= minutes <= 1440
