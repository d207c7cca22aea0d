"""A talk logged from fields together with what it leaves to do: the form behind the typed line, saved in one action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.channels import Channel, Direction
from app.domain.clocks import Once
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.searches import SearchId
from app.domain.talks import TalkId
from app.domain.text import first_line
from app.services import expectations, follow_ups, talks
from app.services.changes import Change
from app.services.office import Office
from app.storage import drafts
from app.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Something left to do: a follow-up of one's own, or a promise by the manager."""

    theirs: bool
    text: str
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFields:
    """A talk as a form holds it; `at` of None is now."""

    channel: Channel = Channel.OTHER
    direction: Direction = Direction.MINE
    at: datetime | None = None
    minutes: int | None = None
    search: SearchId | None = None
    text: str = ""
    decision: str | None = None
    private: str | None = None
    plans: Sequence[Plan] = ()


def log(office: Office, manager: ManagerId, fields: TalkFields) -> Change:
    """Log it; the draft of the typed line is done with. A talk without words says its decision or first plan."""
    words = [fields.text, fields.decision or "", *(plan.text for plan in fields.plans)]
    text = next((each for each in words if each.strip()), "")
    if not text:
        raise InputError("text", _("Write what you talked about, as you would say it."))
    label = _("Talk with {name} logged").format(name=office.managers.get(manager).name)
    with office.write(label):
        made = talks.add(
            office, manager, text=text, at=fields.at, channel=fields.channel, direction=fields.direction,
            minutes=fields.minutes, search=fields.search, decision=fields.decision, private=fields.private,
        )  # fmt: skip
        for plan in fields.plans:
            _leave(office, TalkId(made.id), replace(plan, text=plan.text.strip() or first_line(text)))
        drafts.forget(office.conn, talks.draft_place(manager))
    return office.change(label, "talk", made.id)


def edit(office: Office, talk: TalkId, fields: TalkFields) -> Change:
    """Correct an entry from the same fields; what it left to do is corrected where it stands."""
    if not fields.text.strip():
        raise InputError("text", _("Write what you talked about, as you would say it."))
    return talks.edit(
        office, talk, text=fields.text, at=fields.at or office.now(), channel=fields.channel,
        direction=fields.direction, minutes=fields.minutes, search=fields.search, decision=fields.decision,
        private=fields.private,
    )  # fmt: skip


def _leave(office: Office, made: TalkId, plan: Plan) -> None:
    talk = office.talks.get(made)
    if not plan.theirs:
        follow_ups.add(office, talk.manager, text=plan.text, due=plan.due, talk=made, search=talk.search)
        return
    expectations.add(
        office, talk.manager, side=Side.THEIRS, statement=plan.text, measure=plan.text, clock=Once(by=plan.due),
        search=talk.search, agreed_on=talk.at.astimezone(office.zone).date(),
    )  # fmt: skip
