"""The sourcing plan: where people are sought, by whom, how many, since when, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.dates import short_day_words
from app.domain.fields import checked
from app.domain.role import SourcingChannel, SourcingChannelId
from app.domain.searches import SearchId
from app.services.changes import Change
from app.services.office import Office
from app.services.ordering import moved, next_position
from app.words import _


def add(
    office: Office, search: SearchId, *, channel: str, plan: str = "", who: str = "", volume: str = "",
    started_on: date | None = None, result: str = "",
) -> Change:  # fmt: skip
    """Add a channel to the plan."""
    office.searches.get(search)
    new = checked(
        SourcingChannel(
            id=SourcingChannelId(0), search=search, channel=channel, plan=plan or None, who=who or None,
            volume=volume or None, started_on=started_on, result=result or None,
            position=next_position(office.sourcing_channels.of(search)),
        ), "channel",
    )  # fmt: skip
    label = _("Channel added: {channel}").format(channel=new.channel)
    with office.write(label):
        number = office.sourcing_channels.insert(new)
    return office.change(label, "sourcing_channel", number)


def edit(office: Office, sourcing_channel: SourcingChannelId, **changes: Any) -> Change:
    """Change a channel: its plan, who, how many, since when, what came of it."""
    changes = {name: value if value or name == "channel" else None for name, value in changes.items()}
    edited = checked(replace(office.sourcing_channels.get(sourcing_channel), **changes), "channel")
    label = _("Channel edited: {channel}").format(channel=edited.channel)
    with office.write(label):
        office.sourcing_channels.update(edited)
    return office.change(label, "sourcing_channel", sourcing_channel)


def place(office: Office, sourcing_channel: SourcingChannelId, *, position: int) -> Change:
    """Move a channel to a place in the plan, counted from 0."""
    known = office.sourcing_channels.get(sourcing_channel)
    label = _("Sourcing plan reordered")
    with office.write(label):
        for each in moved(office.sourcing_channels.of(known.search), sourcing_channel, position):
            office.sourcing_channels.update(each)
    return office.change(label, "sourcing_channel", sourcing_channel)


def delete(office: Office, sourcing_channel: SourcingChannelId) -> Change:
    """Take a channel off the plan."""
    known = office.sourcing_channels.get(sourcing_channel)
    label = _("Channel deleted: {channel}").format(channel=known.channel)
    with office.write(label):
        office.sourcing_channels.delete(sourcing_channel)
    return office.change(label, "sourcing_channel", sourcing_channel)


def plan_words(channel: SourcingChannel, today: date) -> str:
    """Plan, who, how many and since when in a line."""
    since = _("since {day}").format(day=short_day_words(channel.started_on, today)) if channel.started_on else ""
    parts = (channel.plan, channel.who, channel.volume, since or _("not started"))
    return " · ".join(part for part in parts if part)
