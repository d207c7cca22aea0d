"""Invented names and sentences, composed from the lists in `resources/sample`; the same chance gives the same words."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from app.resources import RESOURCES

T = TypeVar("T")
_SLOT = re.compile(r"\{(\w+)\}")


@cache
def data(name: str) -> Any:
    """One file of the sample's texts."""
    return json.loads((RESOURCES / "sample" / f"{name}.json").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person: how they write their name, and where they sit."""

    name: str
    romanised: str | None
    called: str
    family: str
    language: str
    zone: str
    country: str


class Voice:
    """Says things by chance: people, companies, and sentences in a language about a candidate and a topic."""

    def __init__(self, chance: random.Random) -> None:
        self._random = chance.random
        names = data("names")
        self._cultures = [each for each in names["cultures"] for _turn in range(each["weight"])]
        self._names = names
        self._phrases: dict[str, dict[str, list[Any]]] = {
            language: {kind: [_parts(each) for each in said] for kind, said in kinds.items()}
            for language, kinds in data("phrases").items()
        }

    def pick(self, choices: Sequence[T]) -> T:
        """One of them."""
        return choices[int(self._random() * len(choices))]

    def number(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self._random() * (highest - lowest + 1))

    def happens(self, share: float) -> bool:
        """True in that share of cases."""
        return self._random() < share

    def person(self) -> Person:
        """Somebody from somewhere."""
        culture = self.pick(self._cultures)
        given, family = _pair(self.pick(culture["given"])), _pair(self.pick(culture["family"]))
        first = bool(culture.get("family_first"))
        gap = "" if culture["language"] == "zh" or (culture["language"] == "ko") else " "
        name = f"{family[0]}{gap}{given[0]}" if first else f"{given[0]} {family[0]}"
        romanised = (f"{family[1]} {given[1]}" if first else f"{given[1]} {family[1]}") if given[1] else None
        return Person(name, romanised, given[0], family[1] or family[0], culture["language"], culture["zone"],
                      culture["country"])  # fmt: skip

    def candidates(self, count: int) -> list[str]:
        """Up to so many names of people who could be presented, in letters that everybody reads."""
        people = (self.person() for _turn in range(count))
        return list(dict.fromkeys(each.romanised or each.name for each in people))

    def company(self) -> str:
        """A company that does not exist."""
        return f"{self.pick(self._names['stems'])} {self.pick(self._names['trades'])}"

    def one_of(self, kind: str) -> str:
        """A title, role or place."""
        said: str = self.pick(self._names[kind])
        return said

    def say(self, kind: str, candidates: Sequence[str], language: str = "en") -> str:
        """One sentence of a kind; in English where the language has none of it."""
        spoken = self._phrases.get(language, {})
        if kind not in spoken:
            spoken = self._phrases["en"]
        names: dict[str, str] = {}
        return "".join(
            part if index % 2 == 0 else self._slot(part, spoken, candidates, names)
            for index, part in enumerate(self.pick(spoken[kind]))
        )

    def talk(self, direction: str, candidates: Sequence[str], language: str = "en") -> str:
        """What was said in a talk: a sentence, more often than not with another."""
        said = self.say(direction, candidates, language)
        if self._random() < 0.6:
            gap = "" if language in ("zh", "ja") else " "
            said += gap + self.say("more", candidates, language)
        return said

    def _slot(self, slot: str, spoken: dict[str, list[Any]], candidates: Sequence[str], names: dict[str, str]) -> str:
        """What stands in a gap; `names` holds who the sentence speaks of already, so that two are two."""
        if slot in ("c", "c2"):
            if slot not in names:
                name = self.pick(candidates)
                while name in names.values() and len(candidates) > 1:
                    name = self.pick(candidates)
                names[slot] = name
            return names[slot]
        if slot == "h":
            return f"{self.number(8, 17):02}:{self.pick(('00', '15', '30', '45'))}"
        if slot in ("n", "m", "f"):
            return str(self.number(2, 4 if slot == "f" else 12))
        said: str = self.pick(spoken["days" if slot == "d" else "topics"])[0]
        return said[0].upper() + said[1:] if slot == "t_up" else said


def _parts(text: str) -> list[str]:
    """A sentence in pieces: text, slot, text, slot, text."""
    return _SLOT.split(text)


def _pair(name: str | list[str]) -> tuple[str, str]:
    """A name and how it is written in Latin letters, when that is something else."""
    return (name, "") if isinstance(name, str) else (name[0], name[1])
