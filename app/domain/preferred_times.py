"""When a manager likes to talk, as it was written down: "Mornings", "After rounds, from 13:00", "not on Mondays".

What is not understood counts for nothing: the words stay beside the times for a person to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import NamedTuple

from app.domain.working_time import DAYS

_DAY_BEGINS, _DAY_ENDS = time(0), time(23, 59)
_EARLIEST_MEANT = 7  # "from 1" is the afternoon: nobody talks business at night
# Longer names first: "late morning" is no "morning".
_PARTS = {
    "late morning": (time(10, 30), time(12)), "late afternoon": (time(15), time(18)),
    "early afternoon": (time(12), time(15)), "early morning": (time(7), time(9)), "early": (time(7), time(10)),
    "morning": (time(7), time(12)), "afternoon": (time(12), time(18)), "noon": (time(12), time(14)),
    "midday": (time(12), time(14)), "lunch": (time(12), time(14)), "evening": (time(17), time(21)),
}  # fmt: skip
_CLOCK = r"([01]?[0-9]|2[0-3])(?:[:.]([0-5][0-9]))?\s*(am|pm|h)?\b"
_RANGE = re.compile(rf"\b{_CLOCK}\s*(?:to|until|and|[-–])\s*{_CLOCK}", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:from|after|past)\s+{_CLOCK}", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:until|till|before|by)\s+{_CLOCK}", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|ur|urs)?(?:day)?s?\b")
_NOT = re.compile(r"\b(?:not?|never|except|but not|avoid)\b", re.IGNORECASE)


class Window(NamedTuple):
    """A part of the day, from its begin to before its end, on the manager's clock."""

    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Preferred:
    """The parts of the day and the weekdays, Monday 0, that are liked; empty stands for all."""

    windows: tuple[Window, ...] = ()
    days: frozenset[int] = frozenset()

    def likes_day(self, weekday: int) -> bool:
        """Whether talks are liked on this weekday."""
        return not self.days or weekday in self.days

    def likes(self, begins: time, ends: time) -> bool:
        """Whether a talk from `begins` to `ends` is liked; of a part of the day that is shorter, its begin."""
        return not self.windows or any(
            each.begins == begins or (each.begins <= begins and begins < ends <= each.ends) for each in self.windows
        )


def preferred(text: str) -> Preferred:
    """What a line about preferred times means; times in figures count more than names of parts of the day."""
    liked: set[int] = set()
    refused: set[int] = set()
    figures, names = list[Window](), list[Window]()
    for part in re.split(r"[,;\n]|\.(?!\d)|\bbut\b", text.casefold()):
        days = {DAYS.index(each[1].capitalize()) for each in _WEEKDAY.finditer(part)}
        if _NOT.search(part):
            refused |= days
            continue
        liked |= days
        figures += _in_figures(part)
        named = next((window for name, window in _PARTS.items() if name in part), None)
        names += [Window(*named)] if named else []
    if refused and not liked:
        liked = set(range(len(DAYS)))
    return Preferred(tuple(dict.fromkeys(figures or names)), frozenset(liked - refused))


def _in_figures(part: str) -> list[Window]:
    """ "7 to 8", "from 13:00", "before 10"; nothing for what ends before it begins."""
    both, begin, end = _RANGE.search(part), _FROM.search(part), _UNTIL.search(part)
    if both:
        window = Window(_time(both, 1), _time(both, 4))
    elif begin or end:
        window = Window(_time(begin, 1) if begin else _DAY_BEGINS, _time(end, 1) if end else _DAY_ENDS)
    else:
        return []
    return [window] if window.begins < window.ends else []


def _time(found: re.Match[str], first: int) -> time:
    hour, minutes, half = int(found[first]), int(found[first + 1] or 0), found[first + 2]
    if half == "pm" or (half is None and 0 < hour < _EARLIEST_MEANT):
        hour = hour % 12 + 12
    return time(hour, minutes)
