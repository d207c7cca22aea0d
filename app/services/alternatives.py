"""Who or what else would do, what it would change, and what the manager says to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.role import Alternative, AlternativeAnswer, AlternativeId
from app.domain.searches import SearchId
from app.services.changes import Change
from app.services.office import Office
from app.services.ordering import moved, next_position
from app.words import _


def add(office: Office, search: SearchId, *, text: str, effect: str = "") -> Change:
    """Think of an alternative; the manager's answer comes later."""
    office.searches.get(search)
    position = next_position(office.alternatives.of(search))
    new = Alternative(id=AlternativeId(0), search=search, text=text, effect=effect or None, position=position)
    new = checked(new, "text")
    label = _("Alternative added: {text}").format(text=new.text)
    with office.write(label):
        number = office.alternatives.insert(new)
    return office.change(label, "alternative", number)


def edit(office: Office, alternative: AlternativeId, **changes: Any) -> Change:
    """Change its words, what it would change, or the answer; an answer without a day was given today."""
    edited = checked(replace(office.alternatives.get(alternative), **changes), "text")
    day = _past(office, edited.on_day or office.today()) if edited.answer else None
    edited = replace(edited, effect=edited.effect or None, on_day=day)
    return _save(office, edited, _("Alternative edited: {text}").format(text=edited.text))


def answer(
    office: Office, alternative: AlternativeId, *, answer: AlternativeAnswer | None, on: date | None = None
) -> Change:
    """Note what the manager said, and when; no answer takes it back."""
    day = _past(office, on or office.today()) if answer else None
    answered = replace(office.alternatives.get(alternative), answer=answer, on_day=day)
    return _save(office, answered, _("Answer on: {text}").format(text=answered.text))


def place(office: Office, alternative: AlternativeId, *, position: int) -> Change:
    """Move it to a place among its search's, counted from 0."""
    known = office.alternatives.get(alternative)
    label = _("Alternatives reordered")
    with office.write(label):
        for each in moved(office.alternatives.of(known.search), alternative, position):
            office.alternatives.update(each)
    return office.change(label, "alternative", alternative)


def delete(office: Office, alternative: AlternativeId) -> Change:
    """Remove an alternative."""
    known = office.alternatives.get(alternative)
    label = _("Alternative deleted: {text}").format(text=known.text)
    with office.write(label):
        office.alternatives.delete(alternative)
    return office.change(label, "alternative", alternative)


def _past(office: Office, day: date) -> date:
    """The day; raises `InputError` when it is still to come."""
    if day > office.today():
        raise InputError("on_day", _("This day lies ahead. Write the day of the answer, today at the latest."))
    return day


def _save(office: Office, alternative: Alternative, label: str) -> Change:
    with office.write(label):
        office.alternatives.update(alternative)
    return office.change(label, "alternative", alternative.id)
