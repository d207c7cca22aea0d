"""A two-way agreement to start from: what each side keeps, taken over whole or in parts, as one action."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import NamedTuple

from app.domain.clock_words import parse_clock
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.templates import TemplateId
from app.services import expectations
from app.services.changes import Change
from app.services.dues import open_promises_of
from app.services.office import Office
from app.services.template_kinds import AGREEMENT, built_in_points, kind_of, points_in
from app.words import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One promise of it: the clock in words, how both know, and the range found in practice."""

    side: Side
    statement: str
    clock: str
    measure: str = ""
    range: str = ""


class Offered(NamedTuple):
    """An agreement to start from; `id` is 0 for the built-in one."""

    id: TemplateId
    name: str
    terms: tuple[Terms, ...]


def offered(office: Office) -> list[Offered]:
    """Your own agreements, the newest first, then the built-in one."""
    own = [
        Offered(each.id, each.name, _terms(each.body)) for each in reversed(office.templates.of_kind(AGREEMENT))
    ]  # fmt: skip
    kind = kind_of(AGREEMENT)
    return [*own, Offered(TemplateId(0), _("Built in"), _terms(json.dumps(built_in_points(kind))))]


def kept_already(office: Office, manager: ManagerId) -> set[str]:
    """What is promised already, word for word."""
    return {promise.current.statement for promise in open_promises_of(office, manager)}


def body_of(terms: list[Terms]) -> str:
    """The promises as a template or `propose` takes them."""
    return json.dumps([asdict(each) for each in terms], ensure_ascii=False)


def propose(
    office: Office, manager: ManagerId, *, body: str = "", template: TemplateId | None = None,
    search: SearchId | None = None,
) -> Change:  # fmt: skip
    """Propose every promise of an agreement that is not there yet.

    `body` is a JSON list of promises as in a template, `template` one of your own; without both, the one that counts.
    """
    return _take(office, manager, _chosen(office, body, template), search, None)


def agree(
    office: Office, manager: ManagerId, *, body: str = "", template: TemplateId | None = None,
    search: SearchId | None = None, on: date | None = None,
) -> Change:  # fmt: skip
    """Agree on every promise of an agreement that is not there yet; each needs a measure."""
    return _take(office, manager, _chosen(office, body, template), search, on or office.today())


def _chosen(office: Office, body: str, template: TemplateId | None) -> tuple[Terms, ...]:
    if body:
        return _terms(body)
    found = offered(office)
    return next((each.terms for each in found if each.id == template), found[0].terms)


def _terms(body: str) -> tuple[Terms, ...]:
    return tuple(Terms(**{**point, "side": Side(point["side"])}) for point in points_in(kind_of(AGREEMENT), body))


def _take(
    office: Office, manager: ManagerId, terms: tuple[Terms, ...], search: SearchId | None, agreed_on: date | None
) -> Change:
    there = kept_already(office, manager)
    new = [each for each in terms if each.statement not in there]
    if not new:
        raise InputError("body", _("All of these promises are there already."))
    proposed = plural("Agreement proposed: {count} promise", "Agreement proposed: {count} promises", len(new))
    agreed = plural("Agreed on {count} promise", "Agreed on {count} promises", len(new))
    label = agreed if agreed_on else proposed
    with office.write(label):
        for each in new:
            expectations.add(
                office, manager, side=each.side, statement=each.statement, measure=each.measure, search=search,
                clock=parse_clock(each.clock, office.today()), agreed_on=agreed_on,
            )  # fmt: skip
    return office.change(label, "manager", manager)
