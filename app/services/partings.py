"""What follows an honest look, each choice as good as the others: talk first, look again later, let go with thanks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from app.domain.agenda import point_words
from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.managers import HiringManager, ManagerId, ManagerStatus
from app.domain.meetings import MeetingKind
from app.domain.partings import Parting, PartingChoice, PartingId
from app.domain.searches import Search
from app.services import managers, meetings, templates
from app.services.changes import Change
from app.services.dues import open_promises_of
from app.services.honest_look import Span, look
from app.services.letters import Letter
from app.services.office import Office
from app.services.proposed_times import proposed_times
from app.services.still_open import StillOpen, still_open
from app.words import _, plural

AGAIN = timedelta(days=30)
_MINUTES = 30


class HandOver(NamedTuple):
    """What a parting leaves behind: searches to hand over, what else is open, how many promises end."""

    open: StillOpen
    promises: int


def choose(
    office: Office, manager: ManagerId, *, choice: PartingChoice, reason: str = "", message: str = "",
    at: datetime | None = None,
) -> Change:  # fmt: skip
    """Do what was chosen, and keep the facts as they stood that day; `at` is the time of a talk, else a free one.

    Raises `InputError` for somebody who was set aside already, and where no time is free for a talk.
    """
    known = office.managers.get(manager)
    if known.status not in (ManagerStatus.ACTIVE, ManagerStatus.PAUSED):
        raise InputError("manager", _("{name} was set aside already.").format(name=known.name))
    facts = "\n".join(look(office, manager, Span.LATELY).lines()) or _("No facts yet.")
    parting = Parting(id=PartingId(0), manager=manager, on_day=office.today(), facts=facts, choice=choice,
                      reason=reason.strip() or None, message=message.strip() or None)  # fmt: skip
    parting = checked(parting)
    label = {
        PartingChoice.TALK: _("Talk with {name} planned"), PartingChoice.LOOK_AGAIN: _("Look at {name} again later"),
        PartingChoice.LET_GO: _("{name} let go, with thanks"),
    }[choice].format(name=known.name)  # fmt: skip
    with office.write(label):
        parting_id = office.partings.insert(parting)
        if choice is PartingChoice.LET_GO:
            managers.part(office, manager)
        else:
            again = office.today() + AGAIN if choice is PartingChoice.LOOK_AGAIN else None
            office.managers.update(replace(known, look_again_on=again))
        if choice is PartingChoice.TALK:
            _plan_talk(office, known, at)
    return office.change(label, "parting", parting_id)


def take_back(office: Office, manager: ManagerId) -> Change:
    """Take up a relationship again that was let go; raises `InputError` for any other."""
    known = office.managers.get(manager)
    if known.status is not ManagerStatus.PARTED:
        raise InputError("manager", _("{name} was not let go.").format(name=known.name))
    return managers.resume(office, manager)


def looked(office: Office, manager: ManagerId) -> Change:
    """The look that was put off is done with."""
    known = office.managers.get(manager)
    label = _("Looked at {name} again").format(name=known.name)
    with office.write(label):
        office.managers.update(replace(known, look_again_on=None))
    return office.change(label, "manager", manager)


def agenda(office: Office) -> tuple[str, ...]:
    """The points of a talk about how it goes between you: the office's own, else the built-in ones."""
    own = office.templates.of_kind("agenda.honest_look")
    points = templates.points_of(own[-1]) if own else templates.built_in("honest_look")
    return tuple(point_words(point["text"], point.get("minutes")) for point in points)


def hand_over(office: Office, manager: ManagerId) -> HandOver:
    """What is still open between you, to be listed before it ends."""
    return HandOver(still_open(office, manager), len(open_promises_of(office, manager)))


def closing_message(office: Office, manager: ManagerId) -> Letter:
    """A kind last letter, to be changed by hand: thanks, what is handed over, and an open door."""
    known = office.managers.get(manager)
    searches = office.searches.open_of(manager)
    paragraphs = [_("Hello {name},").format(name=known.first_name), _thanks(), *_handed_over(searches), _farewell()]
    if office.settings.name:
        paragraphs.append(_("Kind regards\n{name}").format(name=office.settings.name))
    return Letter(
        to=known.email or "", name=known.name, subject=_("Thank you, and how we close"), body="\n\n".join(paragraphs)
    )


def _thanks() -> str:
    return _(
        "Thank you for the time and trust you gave our work. I have looked at what I can do well, and I believe that "
        "somebody else can serve you better now. So I would like to close our work together, with thanks."
    )


def _handed_over(searches: list[Search]) -> list[str]:
    """What becomes of the searches; nothing where none is open."""
    if not searches:
        return []
    titles = ", ".join(search.title for search in searches)
    words = plural(
        "Still open is {{titles}}. I will hand it over in good order: the people in touch with me, where each of them "
        "stands, and my notes on the market. Whom should I send it to?",
        "Still open are {{titles}}. I will hand them over in good order: the people in touch with me, where each of "
        "them stands, and my notes on the market. Whom should I send them to?",
        len(searches),
    )
    return [words.format(titles=titles)]


def _farewell() -> str:
    return _("I wish you and your team well. If things change, I would be glad to hear from you.")


def _plan_talk(office: Office, manager: HiringManager, at: datetime | None) -> None:
    """Half an hour at a time that is free, with an agenda that names what each of you needs."""
    if at is None:
        free = proposed_times(office, manager, minutes=_MINUTES)
        if not free:
            raise InputError("at", _("Nothing is free in the next three weeks. Choose the time yourself."))
        at = free[0]
    meetings.plan(office, manager.id, kind=MeetingKind.LOOK_BACK, at=at, minutes=_MINUTES, agenda=agenda(office))
