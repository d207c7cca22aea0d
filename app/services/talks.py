"""The log: one typed line becomes a talk, its decision, its follow-ups and the promises made in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.domain.channels import Channel, Direction
from app.domain.clocks import Once
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.fields import checked
from app.domain.managers import HiringManager, ManagerId
from app.domain.quickadd import QuickLine, understand
from app.domain.searches import SearchId
from app.domain.talks import FollowUp, FollowUpId, Origin, Owner, Talk, TalkId
from app.domain.text import first_line
from app.services import expectations
from app.services.changes import Change
from app.services.office import Office
from app.services.working import zone_of
from app.storage import drafts
from app.words import _


def draft_place(manager: ManagerId) -> str:
    """Where the unsaved quick-add line of a manager is kept."""
    return f"log:{manager}"


def read_line(office: Office, manager: ManagerId, line: str) -> QuickLine:
    """What a typed line means for this manager, without saving anything."""
    searches = [(int(search.id), search.title) for search in office.searches.open_of(manager)]
    return understand(line, now=office.now(), zone=office.zone, searches=searches)


def log(office: Office, manager: ManagerId, line: str) -> Change:
    """Log a talk as it was typed; its draft is done with."""
    if not line.strip():
        raise InputError("line", _("Write what you talked about, as you would say it."))
    known = office.managers.get(manager)
    read = read_line(office, manager, line)
    talk = Talk(
        id=TalkId(0), manager=manager, search=SearchId(read.search) if read.search else None, at=read.at,
        zone=office.zone.key, channel=read.channel, direction=read.direction, minutes=read.minutes,
        text=read.text or _words_of(read), decision=read.decision, private=read.private,
    )  # fmt: skip
    label = _("Talk with {name} logged").format(name=known.name)
    with office.write(label):
        talk_id = TalkId(office.talks.insert(_checked(office, talk)))
        for follow_up in read.follow_ups:
            _follow_up(office, talk_id, talk, follow_up.text, follow_up.due)
        for promise in read.promises:
            expectations.add(
                office, manager, side=Side.THEIRS, statement=promise.text or _("What was promised in this talk"),
                measure=promise.text or first_line(talk.text), clock=Once(by=promise.due), search=talk.search,
                agreed_on=read.at.astimezone(office.zone).date(),
            )  # fmt: skip
        drafts.forget(office.conn, draft_place(manager))
    return office.change(label, "talk", talk_id)


def add(
    office: Office, manager: ManagerId, *, text: str, at: datetime | None = None, channel: Channel = Channel.OTHER,
    direction: Direction = Direction.MINE, **details: Any,
) -> Change:  # fmt: skip
    """Log a talk from fields instead of a line."""
    known = office.managers.get(manager)
    details.setdefault("zone", office.zone.key)
    talk = Talk(
        id=TalkId(0), manager=manager, at=at or office.now(), channel=channel, direction=direction, text=text, **details
    )
    label = _("Talk with {name} logged").format(name=known.name)
    with office.write(label):
        talk_id = office.talks.insert(_checked(office, talk, "text"))
    return office.change(label, "talk", talk_id)


def edit(office: Office, talk: TalkId, **changes: Any) -> Change:
    """Correct an entry of the log."""
    known = office.talks.get(talk)
    label = _("Talk edited")
    with office.write(label):
        office.talks.update(_checked(office, replace(known, **changes)))
    return office.change(label, "talk", talk)


def delete(office: Office, talk: TalkId) -> Change:
    """Take an entry out of the log; its follow-ups stay."""
    label = _("Talk deleted")
    with office.write(label):
        office.talks.delete(talk)
    return office.change(label, "talk", talk)


def record_meeting(office: Office, manager: HiringManager, talk: Talk) -> TalkId:
    """Log the talk that a meeting was; part of ending it."""
    return TalkId(office.talks.insert(replace(_checked(office, talk), manager=manager.id, origin=Origin.MEETING)))


def _words_of(read: QuickLine) -> str:
    """What a talk says when the whole line was marks: its decision, else its first plan."""
    plans = [plan.text for plan in read.follow_ups] + [plan.text for plan in read.promises]
    return next((words for words in (read.decision, *plans) if words), "")


def _follow_up(office: Office, talk_id: TalkId, talk: Talk, text: str, due: date) -> None:
    follow_up = FollowUp(
        id=FollowUpId(0), manager=talk.manager, search=talk.search, talk=talk_id, owner=Owner.ME,
        text=text or talk.text, due=due,
    )  # fmt: skip
    if len(follow_up.text) > 2000:
        follow_up = replace(follow_up, text=follow_up.text[:1999] + "…")
    office.follow_ups.insert(checked(follow_up, "text"))


def _checked(office: Office, talk: Talk, *needed: str) -> Talk:
    """Raise `InputError` for the first field that cannot be taken."""
    if talk.at > office.now():
        raise InputError("at", _("A talk cannot lie in the future. Plan a meeting instead."))
    if talk.minutes is not None and not 0 <= talk.minutes <= 1440:
        raise InputError("minutes", _("A talk lasts between 0 and 1,440 minutes."))
    zone_of(talk.zone)
    return checked(talk, *needed)
