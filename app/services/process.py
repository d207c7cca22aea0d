"""The process as walked through with the manager: each step with who owns it and how long it takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.process_lines import ME, check_length
from app.domain.role import ProcessStep, ProcessStepId
from app.domain.searches import SearchId
from app.services.changes import Change
from app.services.office import Office
from app.services.ordering import moved, next_position
from app.services.template_kinds import PROCESS
from app.services.templates import points_for
from app.words import _


def add(
    office: Office, search: SearchId, *, what: str, owner: str = ME, days: int | None = None,
    weeks: int | None = None, minutes: int | None = None,
) -> Change:  # fmt: skip
    """Add a step at the end; it takes working days, weeks or minutes, `owner` is "me", "them", "both" or a name."""
    office.searches.get(search)
    position = next_position(office.process_steps.of(search))
    step = _checked(
        ProcessStep(id=ProcessStepId(0), search=search, what=what, owner=owner, days=days, weeks=weeks,
                    minutes=minutes, position=position)
    )  # fmt: skip
    label = _("Step added: {what}").format(what=step.what)
    with office.write(label):
        number = office.process_steps.insert(step)
    return office.change(label, "process_step", number)


def begin(office: Office, search: SearchId) -> Change:
    """Start from the template, which says what usually works; only where there is no step yet."""
    known = office.searches.get(search)
    if office.process_steps.of(search):
        raise InputError("search", _("This search has a process already. Change its steps instead."))
    label = _("Process begun: {title}").format(title=known.title)
    with office.write(label):
        for position, each in enumerate(points_for(office, PROCESS)):
            office.process_steps.insert(
                _checked(
                    ProcessStep(id=ProcessStepId(0), search=search, what=each["text"], owner=each["owner"],
                                days=each.get("days"), weeks=each.get("weeks"), minutes=each.get("minutes"),
                                position=position)
                )
            )  # fmt: skip
    return office.change(label, "search", search)


def edit(
    office: Office, process_step: ProcessStepId, *, what: str | None = None, owner: str | None = None,
    days: int | None = None, weeks: int | None = None, minutes: int | None = None,
) -> Change:  # fmt: skip
    """Change a step; a length that is given replaces the one it had, of whatever kind."""
    changes: dict[str, Any] = {} if what is None else {"what": what}
    changes |= {} if owner is None else {"owner": owner}
    lengths = {"days": days, "weeks": weeks, "minutes": minutes}
    changes |= lengths if any(each is not None for each in lengths.values()) else {}
    edited = _checked(replace(office.process_steps.get(process_step), **changes))
    label = _("Step edited: {what}").format(what=edited.what)
    with office.write(label):
        office.process_steps.update(edited)
    return office.change(label, "process_step", process_step)


def place(office: Office, process_step: ProcessStepId, *, position: int) -> Change:
    """Move a step to a place in its process, counted from 0."""
    known = office.process_steps.get(process_step)
    label = _("Process reordered")
    with office.write(label):
        for each in moved(office.process_steps.of(known.search), process_step, position):
            office.process_steps.update(each)
    return office.change(label, "process_step", process_step)


def delete(office: Office, process_step: ProcessStepId) -> Change:
    """Remove a step."""
    known = office.process_steps.get(process_step)
    label = _("Step deleted: {what}").format(what=known.what)
    with office.write(label):
        office.process_steps.delete(process_step)
    return office.change(label, "process_step", process_step)


def _checked(step: ProcessStep) -> ProcessStep:
    """Raise `InputError` for the first field that cannot be taken."""
    check_length({name: getattr(step, name) for name in ("days", "weeks", "minutes")})
    return checked(step, "what", "owner")
