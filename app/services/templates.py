"""Agendas, questions and agreements to start from: built-in ones from `resources`, then this office's own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from app.domain.fields import checked
from app.domain.meetings import MeetingKind
from app.domain.templates import Template, TemplateId
from app.services.changes import Change
from app.services.office import Office
from app.services.template_kinds import Kind, built_in, built_in_points, kind_of, kinds, points_in
from app.words import _

__all__ = ["Shelf", "add", "agenda_for", "built_in", "copy", "delete", "edit", "points_for", "points_of", "shelves"]


class Shelf(NamedTuple):
    """The templates of one kind: the built-in one, and your own by age; the newest of yours counts."""

    kind: Kind
    built_in: list[dict[str, Any]]
    own: Sequence[Template]


def shelves(office: Office) -> list[Shelf]:
    """Every kind with its templates, in the order they are listed."""
    own = office.templates.everything()
    return [
        Shelf(kind, built_in_points(kind), [each for each in own if each.kind == kind.key]) for kind in kinds().values()
    ]


def points_for(office: Office, kind: str) -> list[dict[str, Any]]:
    """The points that count: of the office's own newest template of that kind, else of the built-in one."""
    known = kind_of(kind)
    own = office.templates.of_kind(known.key)
    return points_of(own[-1]) if own else built_in_points(known)


def agenda_for(office: Office, kind: MeetingKind) -> list[tuple[str, int | None]]:
    """The points of an agenda with their minutes."""
    return [(point["text"], point.get("minutes")) for point in points_for(office, f"agenda.{kind}")]


def points_of(template: Template) -> list[dict[str, Any]]:
    """The points of a template of your own."""
    points: list[dict[str, Any]] = json.loads(template.body)
    return points


def add(office: Office, *, kind: str, name: str, body: str) -> Change:
    """Keep a template of your own; `body` is a JSON list of what its kind holds, such as points with `text`."""
    template = _checked(Template(id=TemplateId(0), kind=kind, name=name, body=body))
    label = _("Template added: {name}").format(name=template.name)
    with office.write(label):
        template_id = office.templates.insert(template)
    return office.change(label, "template", template_id)


def copy(office: Office, *, kind: str, name: str = "") -> Change:
    """Make your own copy of the template that counts for a kind, to be edited."""
    points = points_for(office, kind)
    name = name or _("My own: {kind}").format(kind=kind_of(kind).label())
    return add(office, kind=kind, name=name, body=json.dumps(points or [{"text": name}], ensure_ascii=False))


def edit(office: Office, template: TemplateId, **changes: Any) -> Change:
    """Change a template of your own."""
    edited = _checked(replace(office.templates.get(template), **changes))
    label = _("Template edited: {name}").format(name=edited.name)
    with office.write(label):
        office.templates.update(edited)
    return office.change(label, "template", template)


def delete(office: Office, template: TemplateId) -> Change:
    """Remove a template of your own; the built-in one counts again."""
    label = _("Template deleted: {name}").format(name=office.templates.get(template).name)
    with office.write(label):
        office.templates.delete(template)
    return office.change(label, "template", template)


def _checked(template: Template) -> Template:
    """Raise `InputError` unless the kind is one and the body holds what that kind does; it is stored made clean."""
    kind = kind_of(template.kind)
    template = checked(template, "kind", "name", "body")
    return replace(template, body=json.dumps(points_in(kind, template.body), ensure_ascii=False))
