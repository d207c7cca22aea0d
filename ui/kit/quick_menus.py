"""What the chip of a typed line can be corrected to: each choice is the line as it would then stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.domain.channels import Channel, Direction
from app.domain.dates import day_words, time_words
from app.domain.quickadd import MarkKind, QuickLine
from app.words import _
from ui.kit import quick_text
from ui.kit.quick_chips import CHANNEL_ICONS, DIRECTION_ICONS, Part

_MINUTES = (5, 10, 15, 20, 25, 30, 45, 60, 90)
_HOURS_AGO = (0.5, 1, 2, 4)
_DAYS_AHEAD = 7
_WEEKS_AHEAD = (2, 3, 4)


class Known(NamedTuple):
    """What a line is understood against: the time, where, and the searches it may name."""

    now: datetime
    zone: ZoneInfo
    searches: Sequence[tuple[int, str]]


class Choice(NamedTuple):
    """One thing a chip can become; a line of None means that the words are to be written by hand."""

    words: str
    line: str | None
    icon: str = ""
    on: bool = False


def choices(part: Part, line: str, read: QuickLine, known: Known) -> list[Choice]:
    """The choices of a chip, in the order of its menu; none for one that is not corrected by choosing."""
    make = _MENUS.get(part.kind)
    found = make(part, line, read, known) if make else []
    if part.mark is not None and part.kind is not MarkKind.UNKNOWN_SEARCH:
        if part.kind in _WRITTEN:
            found.append(Choice(_("Write something else"), None, "pencil"))
        found.append(Choice(_taken_off(part.kind), quick_text.without(line, read, part.mark), "x"))
    return found


def _taken_off(kind: MarkKind) -> str:
    return _("Not a decision") if kind is MarkKind.DECISION else _("Remove")


def _channels(_part: Part, line: str, read: QuickLine, _known: Known) -> list[Choice]:
    return [
        Choice(each.words, quick_text.with_channel(line, read, each), CHANNEL_ICONS[each], each is read.channel)
        for each in Channel
        if each is not Channel.OTHER
    ]


def _lengths(_part: Part, line: str, read: QuickLine, _known: Known) -> list[Choice]:
    return [_length(minutes, line, read) for minutes in _MINUTES]


def _length(minutes: int, line: str, read: QuickLine) -> Choice:
    words = _("{count} min").format(count=minutes)
    return Choice(words, quick_text.with_minutes(line, read, minutes), "timer", minutes == read.minutes)


def _directions(_part: Part, line: str, read: QuickLine, _known: Known) -> list[Choice]:
    return [
        Choice(each.words, quick_text.with_direction(line, read, each), DIRECTION_ICONS[each], each is read.direction)
        for each in Direction
    ]


def _times(_part: Part, line: str, read: QuickLine, known: Known) -> list[Choice]:
    now = Choice(_("Now"), quick_text.with_sign(line, read, MarkKind.AT, ""), "clock")
    moments = [known.now - timedelta(hours=hours) for hours in _HOURS_AGO]
    moments += [read.at - timedelta(days=days) for days in (1, 2, 3)]
    return [now, *(_moment(at, line, read, known) for at in moments)]


def _moment(at: datetime, line: str, read: QuickLine, known: Known) -> Choice:
    sign = quick_text.when_word(at, known.now, known.zone)
    words = time_words(at, known.now, known.zone)
    return Choice(words, quick_text.with_sign(line, read, MarkKind.AT, sign), "clock")


def _searches(_part: Part, line: str, read: QuickLine, known: Known) -> list[Choice]:
    return [
        Choice(
            title,
            quick_text.with_sign(line, read, MarkKind.SEARCH, _named(search, title, known)),
            "briefcase",
            search == read.search,
        )
        for search, title in known.searches
    ]


def _named(search: int, title: str, known: Known) -> str:
    return quick_text.search_word(title, search, known.searches, known.now, known.zone)


def _days(part: Part, line: str, _read: QuickLine, known: Known) -> list[Choice]:
    assert part.mark is not None
    today = known.now.astimezone(known.zone).date()
    days = [today + timedelta(days=count) for count in range(_DAYS_AHEAD + 1)]
    days += [today + timedelta(weeks=count) for count in _WEEKS_AHEAD]
    return [Choice(day_words(day, today), quick_text.with_due(line, part.mark, day, today), "flag") for day in days]


_WRITTEN = (MarkKind.MINUTES, MarkKind.AT, MarkKind.FOLLOW_UP, MarkKind.PROMISE)
_MENUS: dict[MarkKind, Callable[[Part, str, QuickLine, Known], list[Choice]]] = {
    MarkKind.CHANNEL: _channels, MarkKind.MINUTES: _lengths, MarkKind.DIRECTION: _directions, MarkKind.AT: _times,
    MarkKind.SEARCH: _searches, MarkKind.FOLLOW_UP: _days, MarkKind.PROMISE: _days,
}  # fmt: skip
