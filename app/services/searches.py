"""Searches in short: open, edit, move through the stages, close."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.managers import ManagerId
from app.domain.searches import (
    Search,
    SearchId,
    Stage,
    StageChange,
)
from app.services import events
from app.services.changes import Change
from app.services.office import Office
from app.words import _


def open_search(office: Office, manager: ManagerId, *, title: str, **details: Any) -> Change:
    """Open a search for a manager."""
    office.managers.get(manager)
    details.setdefault("opened_on", office.today())
    search = _checked(Search(id=SearchId(0), manager=manager, title=title, **details))
    label = _("Search opened: {title}").format(title=search.title)
    with office.write(label):
        search_id = SearchId(office.searches.insert(search))
        _enter(office, search_id, search.stage, search.opened_on)
    return office.change(label, "search", search_id)


def edit(office: Office, search: SearchId, **changes: Any) -> Change:
    """Change what is known about a search; its stage is moved, not edited."""
    if "stage" in changes:
        raise InputError("stage", _("Move the search to another stage instead of editing it."))
    edited = _checked(replace(office.searches.get(search), **changes))
    return _save(office, edited, _("Search edited: {title}").format(title=edited.title))


def move(office: Office, search: SearchId, *, stage: Stage, on: date | None = None) -> Change:
    """Move a search to a stage; closing is an act of its own."""
    if stage is Stage.CLOSED:
        return close(office, search)
    known = office.searches.get(search)
    label = _("{title}: stage changed").format(title=known.title)
    with office.write(label):
        office.searches.update(replace(known, stage=stage, closed_on=None))
        _enter(office, search, stage, on or office.today())
    return office.change(label, "search", search)


def close(office: Office, search: SearchId, *, outcome: str = "") -> Change:
    """Close a search: its promises close, their open check-ins are waived with that remark."""
    known = office.searches.get(search)
    today = office.today()
    label = _("Search closed: {title}").format(title=known.title)
    with office.write(label):
        _close_promises(office, known)
        closed = replace(known, stage=Stage.CLOSED, closed_on=today, outcome=outcome or None)
        office.searches.update(checked(closed, "title"))
        _enter(office, search, Stage.CLOSED, today)
    return office.change(label, "search", search)


def delete(office: Office, search: SearchId) -> Change:
    """Remove a search; talks and promises stay, without the link."""
    known = office.searches.get(search)
    label = _("Search deleted: {title}").format(title=known.title)
    with office.write(label):
        office.searches.delete(search)
    return office.change(label, "search", search)


def _save(office: Office, search: Search, label: str) -> Change:
    with office.write(label):
        office.searches.update(search)
    return office.change(label, "search", search.id)


def _enter(office: Office, search: SearchId, stage: Stage, on: date) -> None:
    office.stage_changes.insert(StageChange(id=0, search=search, stage=stage, on_day=on))


def _close_promises(office: Office, search: Search) -> None:
    """What waits of the search is waived, while its clocks still run; then its promises close."""
    events.waive_of_search(office, search, _("The search was closed."))
    for promise in office.expectations.of(search.manager, "open"):
        if promise.search == search.id:
            office.expectations.update(replace(promise, closed_on=office.today()))


def _checked(search: Search) -> Search:
    """Raise `InputError` for the first field that cannot be taken."""
    search = checked(search, "title")
    if not 1 <= search.headcount <= 1000:
        raise InputError("headcount", _("The headcount is between 1 and 1,000."))
    if search.salary_min is not None and search.salary_min < 0:
        raise InputError("salary_min", _("The band cannot begin below zero."))
    if search.salary_max is not None and search.salary_max < (search.salary_min or 0):
        raise InputError("salary_max", _("The band ends below where it begins."))
    if search.currency is not None and not (len(search.currency) == 3 and search.currency.isalpha()):
        raise InputError("currency", _("The currency is three letters, such as GBP."))
    return search
