"""Who kept how much of what was promised in the last 90 days, for the people at the top of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.services import health_facts, sidebar
from app.words import _

if TYPE_CHECKING:
    from app.domain.health import Word
    from app.services.office import Office

Kept = tuple[int, int]


class Balance(NamedTuple):
    """One relationship: of each side how many dues were kept, of how many that count."""

    id: int
    name: str
    word: Word
    mine: Kept
    theirs: Kept

    @property
    def is_new(self) -> bool:
        """Whether nothing has been due yet."""
        return not self.mine[1] and not self.theirs[1]


def balances(office: Office, most: int) -> tuple[list[Balance], int]:
    """The first relationships in the order of the sidebar, and how many there are; those at rest are left out."""
    people = [each for each in sidebar.rows(office) if not each.rests]
    first = people[:most]
    found = health_facts.standings(office, [each.id for each in first])
    return [Balance(each.id, each.name, *found[each.id]) for each in first], len(people)


def spoken(balance: Balance) -> str:
    """A relationship's balance as a sentence."""
    if balance.is_new:
        return _("{name}: no history yet").format(name=balance.name)
    sentence = _("{name}: you kept {mine} of {all_mine}, they kept {theirs} of {all_theirs} in the last 90 days")
    return sentence.format(
        name=balance.name, mine=balance.mine[0], all_mine=balance.mine[1], theirs=balance.theirs[0],
        all_theirs=balance.theirs[1],
    )  # fmt: skip


def longest_silent(office: Office) -> int | None:
    """The manager you have not spoken to for the longest; None when there is nobody."""
    people = [each for each in sidebar.rows(office) if not each.rests]
    return max(people, key=lambda each: each.days if each.days is not None else -1).id if people else None
