"""What the palette finds: people by name, and full text in everything written, each hit as it is read in one line.

People and hits are read in steps of a few milliseconds, so that no key waits for an office of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from app.domain.dates import clock_time
from app.domain.managers import ManagerId
from app.domain.meetings import kind_label
from app.domain.searches import Stage
from app.services import marking
from app.services.hits import KINDS, Found, described
from app.storage import finding
from app.words import _

if TYPE_CHECKING:
    from app.services.office import Office
    from app.storage.managers import Listed

__all__ = ["Everybody", "Found", "Person", "hits", "in_order", "newest_of", "next_meeting", "people"]

MOST_PEOPLE = 5
_EACH = 6


class Person(NamedTuple):
    """A hiring manager as the palette names them; `called` is how they are spoken of inside a sentence."""

    id: int
    name: str
    called: str
    company: str
    rests: bool


class Everybody:
    """The names of all managers, read once while the palette is open."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.read()

    def read(self) -> None:
        """As they are called now."""
        self.__dict__.pop("_known", None)
        self._lines = [(number, f" {' '.join(folded.split())}") for number, folded in finding.names(self._office.conn)]

    def fitting(self, words: str) -> list[Person]:
        """Those with every word at the beginning of a name, title or company; with a letter mended if none has."""
        wanted = finding.fold(words).split()
        if not wanted:
            return []
        return people(self._office, self._having([[word] for word in wanted]) or self._nearly(wanted))

    def to_ask(self, words: str) -> list[Person]:
        """As `fitting`; without words those last spoken to."""
        return self.fitting(words) if words.strip() else self.recent()

    def recent(self) -> list[Person]:
        """Those last spoken to."""
        first = people(self._office, [number for number, _line in self._lines[:MOST_PEOPLE]])
        return [each for each in first if not each.rests]

    def partly(self, words: str) -> tuple[list[Person], list[str]]:
        """People some of the words name, and the words that name nobody: "log amara" is Amara, and "log"."""
        wanted = marking.folded_words(words)
        naming = [word for word in wanted if any(f" {word}" in line for _number, line in self._lines)]
        found = self._having([[word] for word in naming]) if naming else []
        return people(self._office, found, 1), [word for word in wanted if word not in naming]

    def _having(self, wanted: Sequence[Sequence[str]]) -> list[int]:
        """Those with one of each of these choices."""
        left = self._lines
        for choices in wanted:
            begins = [f" {each}" for each in choices]
            left = (
                [each for each in left if any(begin in each[1] for begin in begins)]
                if len(begins) > 1
                else [each for each in left if begins[0] in each[1]]
            )
        return [number for number, _line in left]

    def _nearly(self, wanted: Sequence[str]) -> list[int]:
        near = [[word, *marking.nearly(word, self._known)] for word in wanted]
        return self._having(near) if any(len(each) > 1 for each in near) else []

    @cached_property
    def _known(self) -> set[str]:
        """Every word of every name."""
        return {word for _number, line in self._lines for word in line.split()}


def people(office: Office, numbers: Sequence[int], limit: int = MOST_PEOPLE) -> list[Person]:
    """The first of those managers, in this order."""
    found = {each.id: _person(each) for each in office.managers.listed_among(numbers[:limit])}
    return [found[number] for number in numbers[:limit] if number in found]


def next_meeting(office: Office, manager: int) -> str:
    """What would begin with them now: "Calibration call, today 10:30", empty when nothing is planned for today."""
    now = office.now()
    planned = [each for each in office.meetings.planned_of(manager) if each.planned_at >= now]
    first = min(planned, key=lambda each: each.planned_at, default=None)
    if first is None or first.planned_at.astimezone(office.zone).date() != office.today():
        return ""
    said = _("{kind}, today {time}")
    return said.format(kind=kind_label(first.kind), time=clock_time(first.planned_at, office.zone))


def hits(office: Office, words: str) -> Iterator[list[Found]]:
    """The newest hits of one kind after the other, a step for each: one small query."""
    query, wanted = finding.match_of(words), marking.wanted_in(words)
    for kind in KINDS if query else ():
        found = finding.find_in(office.conn, kind, query, _EACH)
        yield described(office, kind, [(hit.id, hit.manager, hit.at) for hit in found], wanted)


def newest_of(office: Office, manager: int, words: str) -> list[Found]:
    """What somebody called by their name is probably looked up for: their search furthest on, their last talk."""
    wanted = marking.wanted_in(words)
    searches = sorted(office.searches.open_of(ManagerId(manager)), key=lambda each: -list(Stage).index(each.stage))[:1]
    talks = office.talks.where("t.manager = ?", (manager,), then="ORDER BY t.at DESC, t.id DESC LIMIT 1")
    found = described(office, "search", [(each.id, manager, "") for each in searches], wanted)
    return found + described(office, "talk", [(each.id, manager, "") for each in talks], wanted)


def in_order(found: Iterable[Found]) -> list[Found]:
    """The newest first."""
    return sorted(found, key=lambda each: each.at, reverse=True)


def _person(listed: Listed) -> Person:
    return Person(
        id=listed.id, name=listed.name, called=listed.called or listed.name, company=listed.company or "",
        rests=listed.status in ("parted", "archived"),
    )  # fmt: skip
