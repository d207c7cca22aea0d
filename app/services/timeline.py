"""The log as it is read: an outline of ids that grows in stretches, and its entries a page at a time.

Both walk by key (time and id). The outline of 100,000 entries is 800 kB and comes in steps of a few milliseconds; the
entries are read fifty at a time, wherever the person is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.domain.errors import InputError
from app.domain.managers import ManagerId
from app.domain.talks import FollowUp, Talk, TalkId
from app.services.office import Office
from app.services.working import zone_of
from app.storage import timeline
from app.storage.timeline import TOP, Facts, Key

__all__ = ["PAGE", "STRETCH", "TOP", "Entry", "Facts", "Group", "Key", "Shown", "Stretch"]

PAGE = 50
STRETCH = 2_000


class Group(StrEnum):
    """What the log can be narrowed to; a talk may be in none but `ALL`, or in two."""

    ALL = "all"
    CALLS = "calls"
    MEETINGS = "meetings"
    EMAIL = "email"
    MESSAGES = "messages"


class Shown(NamedTuple):
    """Which entries of a log are asked for; `words` as they were typed, in any script."""

    manager: ManagerId
    group: Group = Group.ALL
    words: str = ""


class Stretch(NamedTuple):
    """A part of the outline, newest first; the next one lies below `end`, which is None behind the oldest entry.

    Where words are looked for, it holds what was found, which may be nothing although more lies below.
    """

    ids: tuple[int, ...]
    end: Key | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One talk with everything its row says; `day` and `time` are of the zone it was stored with."""

    talk: Talk
    day: date
    time: str
    search: str
    follow_ups: tuple[FollowUp, ...]
    facts: Facts


def outline(office: Office, shown: Shown, *, below: Key = TOP, limit: int = STRETCH) -> Stretch:
    """The ids among the next `limit` entries of a log, from the newest or from below a key."""
    found, end = timeline.keys(office.conn, shown.manager, shown.group, shown.words, below=below, limit=limit)
    return Stretch(tuple(key.id for key in found), end)


def belongs(office: Office, shown: Shown, talks: Sequence[int]) -> set[int]:
    """Those of some talks that are among what is shown."""
    if not talks:
        return set()
    found, _end = timeline.keys(
        office.conn, shown.manager, shown.group, shown.words, below=TOP, limit=len(talks), among=talks
    )
    return {key.id for key in found}


def place(office: Office, ids: Sequence[int], talk: int) -> int:
    """Where a talk stands, or would stand, in an outline that holds only talks that exist."""
    key = timeline.key_of(office.conn, talk)
    return bisect_left(ids, _falling(key), key=lambda each: _falling(timeline.key_of(office.conn, each)))


def fits(office: Office, ids: Sequence[int], row: int) -> bool:
    """Whether the talk of a row still stands in order between its neighbours."""
    around = [timeline.key_of(office.conn, each) for each in ids[max(row - 1, 0) : row + 2]]
    falling = [_falling(key) for key in around]
    return None not in around and falling == sorted(falling)


def concerned(office: Office, touched: frozenset[tuple[str, int]]) -> set[int]:
    """The talks whose rows may look different after a change."""
    return timeline.talks_of(office.conn, sorted(touched))


def talk_of(office: Office, record: str, record_id: int) -> int | None:
    """The talk on whose row a record is shown, None for none."""
    return max(timeline.talks_of(office.conn, [(record, record_id)]), default=None)


def since(office: Office, manager: ManagerId) -> date | None:
    """The day of the first entry, None for an empty log."""
    at = timeline.oldest(office.conn, manager)
    return datetime.fromisoformat(at).astimezone(office.zone).date() if at else None


def entries(office: Office, ids: Sequence[int]) -> list[Entry | None]:
    """The entries of some ids in their order, None for one that has been deleted."""
    marks = ", ".join("?" * len(ids))
    talks = {int(talk.id): talk for talk in office.talks.where(f"t.id IN ({marks})", ids)}
    plans: dict[int, list[FollowUp]] = {}
    for plan in office.follow_ups.where(f"t.talk IN ({marks})", ids, then="ORDER BY t.due, t.id"):
        plans.setdefault(int(plan.talk or 0), []).append(plan)
    titles = _titles(office, talks.values())
    hanging = timeline.facts(office.conn, ids)
    return [
        _entry(office, talks[each], titles, plans.get(each, []), hanging.get(each, Facts())) if each in talks else None
        for each in ids
    ]


def entry(office: Office, talk: TalkId) -> Entry | None:
    """One entry, None when it has been deleted."""
    return entries(office, [talk])[0]


def _entry(office: Office, talk: Talk, titles: dict[int, str], plans: list[FollowUp], facts: Facts) -> Entry:
    local = talk.at.astimezone(zone_in(office, talk.zone))
    return Entry(
        talk=talk, day=local.date(), time=f"{local:%H:%M}", search=titles.get(talk.search or 0, ""),
        follow_ups=tuple(plans), facts=facts,
    )  # fmt: skip


def zone_in(office: Office, name: str) -> ZoneInfo:
    """The zone an entry was stored with; the computer's when it is no longer known."""
    try:
        return zone_of(name)
    except InputError:
        return office.zone


def _titles(office: Office, talks: Iterable[Talk]) -> dict[int, str]:
    searches = sorted({int(talk.search) for talk in talks if talk.search})
    marks = ", ".join("?" * len(searches))
    return {int(search.id): search.title for search in office.searches.where(f"t.id IN ({marks})", searches)}


def _falling(key: Key | None) -> tuple[int, ...]:
    """A key that sorts the newest first; what is gone sorts behind everything."""
    if key is None:
        return (1,)
    at = datetime.fromisoformat(key.at)
    return (0, -int(at.timestamp() * 1_000_000), -key.id)
