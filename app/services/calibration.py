"""What the noes of a search have in common: the requirement most of them touched, with those people as evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from app.domain.requirements import Requirement
from app.domain.searches import Answer, Presentation, PresentationId
from app.words import _, plural

_FEWEST = 3  # noes; with fewer there is nothing to see in them


class Pattern(NamedTuple):
    """One sentence, and the people it is about."""

    words: str
    requirement: int
    people: tuple[PresentationId, ...]


def pattern(people: Sequence[Presentation], requirements: Sequence[Requirement]) -> Pattern | None:
    """ "4 of 5 noes are about one thing: On call"; None unless most of at least three noes are about the same."""
    noes = [each for each in people if each.answer is Answer.NO]
    texts: dict[int, str] = {each.id: each.text for each in requirements}
    touched = Counter(each.requirement for each in noes if each.requirement is not None and each.requirement in texts)
    if len(noes) < _FEWEST or not touched:
        return None
    requirement, count = touched.most_common(1)[0]
    if 2 * count <= len(noes):
        return None
    words = plural(
        "{{of}} of {count} no is about one thing: {{what}}", "{{of}} of {count} noes are about one thing: {{what}}",
        len(noes),
    )  # fmt: skip
    about = tuple(each.id for each in noes if each.requirement == requirement)
    what = next(each.text for each in requirements if each.id == requirement)
    return Pattern(words.format(of=count, what=what), requirement, about)


def reasons(people: Sequence[Presentation], requirements: Sequence[Requirement], *, most: int) -> tuple[str, ...]:
    """The reasons for no in words, what came up most first: a requirement with its count, else the reason itself."""
    texts: dict[int, str] = {each.id: each.text for each in requirements}
    noes = [each for each in people if each.answer is Answer.NO]
    said = Counter(filter(None, ((texts.get(each.requirement or 0, each.reason) or "").rstrip(".") for each in noes)))
    return tuple(
        _("{reason} ({count})").format(reason=reason, count=count) if count > 1 else reason
        for reason, count in said.most_common(most)
    )
