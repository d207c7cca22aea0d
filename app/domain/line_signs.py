"""Finds the signs of a typed line: its head (`> call 25m both`), `@when`, `#search`, `!plan`, "agreed" and `//`.

A sign counts only at the start or after white space: `https://`, `great!`, `C#` and `a@b.c` are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from app.domain.channels import Channel, Direction
from app.domain.line_dates import clock_time, coming_day, instant, past_day
from app.domain.line_words import AGREED, BOTH, CHANNELS, JOINING, THEM, fold, name_of
from app.words import _

_PRIVATE = re.compile(r"(?<!\S)//")
_HEAD_WORD = re.compile(r"\s*(?P<word>[^\s:,]+)(?P<join>[:,]?)(?!\S)")
_FROM_THEM = re.compile(r"\s*(?P<word>>)")
_DURATION = re.compile(r"(?P<minutes>[0-9]{1,4})(?:m|min)|(?P<hours>[0-9]{1,2})h(?:(?P<rest>[0-5]?[0-9])m?)?")
_CLAUSE_ENDS = (":", ".", ";")
_LONGEST_TALK = 24 * 60
_NO_MATCH = 3

T = TypeVar("T")
Words = Sequence[re.Match[str]]


class MarkKind(StrEnum):
    """What a span of the line was understood as."""

    CHANNEL = "channel"
    MINUTES = "minutes"
    DIRECTION = "direction"
    AT = "at"
    DECISION = "decision"
    SEARCH = "search"
    UNKNOWN_SEARCH = "unknown search"
    FOLLOW_UP = "follow-up"
    PROMISE = "promise"
    PRIVATE = "private"
    JOIN = "join"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of the line, with the words of its chip."""

    kind: MarkKind
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a line is understood against."""

    now: datetime
    zone: ZoneInfo
    searches: Sequence[tuple[int, str]]

    @property
    def today(self) -> date:
        """The day it is where the person sits."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How the line begins; its body starts at `end`."""

    channel: Channel | None
    minutes: int | None
    direction: Direction | None
    marks: tuple[Mark, ...]
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign and the words that belong to it: sign from `start`, a joining word up to `join_end`, words up to `end`.

    A sign without a kind is plain text.
    """

    kind: MarkKind | None
    start: int
    sign_end: int
    join_end: int
    end: int
    label: str = ""
    at: datetime | None = None
    due: date | None = None
    search: int | None = None

    @property
    def goes_to_text(self) -> bool:
        """Whether the words behind the sign are plain text."""
        return self.kind in (None, MarkKind.AT, MarkKind.SEARCH)

    def words(self, line: str) -> str:
        """The words that belong to the sign."""
        return line[self.join_end : self.end].strip()

    def words_end(self, line: str) -> int:
        """Where the last of these words ends."""
        return self.start + len(line[self.start : self.end].rstrip())


def split_private(line: str) -> tuple[str, str | None, Mark | None]:
    """The line without its private end, the private words, and their mark."""
    found = _PRIVATE.search(line)
    if not found:
        return line, None, None
    mark = Mark(kind=MarkKind.PRIVATE, start=found.start(), end=len(line.rstrip()), label=_("Private"))
    return line[: found.start()], line[found.end() :].strip() or None, mark


def read_head(line: str) -> Head:
    """`>`, the channel, the duration and `both`, in this order, each of them optional."""
    marks: list[Mark] = []
    position = 0
    direction = None
    if found := _FROM_THEM.match(line):
        direction, position = Direction.THEIRS, found.end()
        marks.append(Mark(kind=MarkKind.DIRECTION, start=found.start("word"), end=position, label=direction.words))
    channel, position = _take(line, position, lambda word: CHANNELS.get(name_of(word)), MarkKind.CHANNEL, marks)
    minutes, position = _take(line, position, duration, MarkKind.MINUTES, marks)
    if direction is None and (channel or minutes):
        direction, position = _take(line, position, _both, MarkKind.DIRECTION, marks)
    return Head(channel=channel, minutes=minutes, direction=direction, marks=tuple(marks), end=position)


def _take(
    line: str, position: int, read: Callable[[str], T | None], kind: MarkKind, marks: list[Mark]
) -> tuple[T | None, int]:
    """What `read` makes of the next word, and where to go on; adds its mark and that of a colon behind it."""
    found = _HEAD_WORD.match(line, position)
    value = read(found["word"]) if found else None
    if not found or value is None:
        return None, position
    label = _("{count} min").format(count=value) if isinstance(value, int) else getattr(value, "words", "")
    marks.append(Mark(kind=kind, start=found.start("word"), end=found.end("word"), label=label))
    if found["join"]:
        marks.append(Mark(kind=MarkKind.JOIN, start=found.start("join"), end=found.end("join"), label=""))
    return value, found.end()


def duration(word: str) -> int | None:
    """`25m`, `90min`, `1h`, `1h20` in minutes."""
    found = _DURATION.fullmatch(word.casefold())
    if not found:
        return None
    minutes = int(found["minutes"] or 0) + 60 * int(found["hours"] or 0) + int(found["rest"] or 0)
    return minutes if 0 < minutes <= _LONGEST_TALK else None


def _both(word: str) -> Direction | None:
    return Direction.BOTH if name_of(word) in BOTH else None


def read_signs(line: str, start: int, setting: Setting) -> tuple[list[Sign], Mark | None]:
    """The body of the line cut at its signs, and the first search nobody knows."""
    words = list(re.compile(r"\S+").finditer(line, start))
    signs = [Sign(kind=None, start=start, sign_end=start, join_end=start, end=len(line))]
    unknown: Mark | None = None
    taken = 0
    for index, word in enumerate(words):
        if index < taken:
            continue
        found, count = _read(words, index, signs, setting)
        if found and found.kind is MarkKind.UNKNOWN_SEARCH:
            unknown = unknown or Mark(kind=found.kind, start=found.start, end=found.sign_end, label=found.label)
        elif found:
            signs[-1] = replace(signs[-1], end=word.start())
            signs.append(replace(found, end=len(line)))
            taken = index + count
    return signs, unknown


def _read(words: Words, index: int, signs: list[Sign], setting: Setting) -> tuple[Sign | None, int]:
    """The sign that begins with this word, and how many words it takes."""
    seen = {sign.kind for sign in signs}
    match words[index][0][0]:
        case "@" if MarkKind.AT not in seen:
            return _read_at(words, index, setting)
        case "#" if MarkKind.SEARCH not in seen:
            return _read_search(words, index, setting)
        case "!":
            return _read_plan(words, index, setting.today)
        case _:
            return _read_agreed(words, index, signs[-1])


def _sign(kind: MarkKind, words: Words, index: int, count: int = 1) -> Sign:
    end = words[index + count - 1].end()
    return Sign(kind=kind, start=words[index].start(), sign_end=end, join_end=end, end=end)


def _following(words: Words, index: int) -> str:
    return words[index + 1][0] if index + 1 < len(words) else ""


def _read_at(words: Words, index: int, setting: Setting) -> tuple[Sign | None, int]:
    """`@10:30` is today; a day without a time has the clock time of now."""
    word = words[index][0][1:].rstrip(".,;:")
    day, at, count = past_day(word, setting.today), clock_time(word), 1
    if day:
        at = clock_time(_following(words, index).rstrip(".,;:"))
        count = 2 if at else 1
    elif at:
        day = setting.today
    if day is None:
        return None, 0
    clock = at or setting.now.astimezone(setting.zone).time().replace(fold=0)
    return replace(_sign(MarkKind.AT, words, index, count), at=instant(day, clock, setting.zone)), count


def _read_search(words: Words, index: int, setting: Setting) -> tuple[Sign | None, int]:
    name = words[index][0][1:].rstrip(".,;:!?")
    if found := _search_named(name, setting.searches):
        return replace(_sign(MarkKind.SEARCH, words, index), search=found[0], label=found[1]), 1
    if not any(letter.isalpha() for letter in name):
        return None, 0
    return replace(_sign(MarkKind.UNKNOWN_SEARCH, words, index), label=name), 1


def _search_named(name: str, searches: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
    """The first search with exactly this title, else with this word in it, else with a word that begins so."""
    key = fold(name)
    if not key:
        return None
    ranked = [(_rank(key, title), number) for number, (_id, title) in enumerate(searches)]
    rank, number = min(ranked, default=(_NO_MATCH, 0))
    return searches[number] if rank < _NO_MATCH else None


def _rank(key: str, title: str) -> int:
    parts = [fold(part) for part in re.split(r"[\s/,-]+", title)]
    tails = ["".join(parts[number:]) for number in range(len(parts))]
    if tails[0] == key:
        return 0
    if key in parts or key in tails:
        return 1
    return 2 if any(tail.startswith(key) for tail in tails) else _NO_MATCH


def _read_plan(words: Words, index: int, today: date) -> tuple[Sign | None, int]:
    """`!fri text` is a plan of one's own, `!them fri text` one of theirs; tomorrow when no day is named."""
    tomorrow = today + timedelta(days=1)
    word = words[index][0][1:].rstrip(":,")
    if name_of(word) in THEM:
        due = coming_day(_following(words, index).rstrip(":,"), today)
        count = 2 if due else 1
        return replace(_sign(MarkKind.PROMISE, words, index, count), due=due or tomorrow), count
    due = coming_day(word, today) if word else tomorrow
    return (replace(_sign(MarkKind.FOLLOW_UP, words, index), due=due), 1) if due else (None, 0)


def _read_agreed(words: Words, index: int, last: Sign) -> tuple[Sign | None, int]:
    if name_of(words[index][0].rstrip(":,")) not in AGREED or not _begins_clause(words, index, last):
        return None, 0
    sign = _sign(MarkKind.DECISION, words, index)
    if name_of(_following(words, index)) in JOINING:
        return replace(sign, join_end=words[index + 1].end()), 2
    return sign, 1


def _begins_clause(words: Words, index: int, last: Sign) -> bool:
    """Directly behind a plan the word belongs to the plan: "!fri agreed terms to Amara"."""
    if index == 0:
        return True
    before = words[index - 1]
    if before.end() == last.sign_end:
        return last.goes_to_text
    return before[0].endswith(_CLAUSE_ENDS)
