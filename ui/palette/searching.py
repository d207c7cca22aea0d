"""Looking for what was typed in steps between events, so that no letter waits; stale answers are dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.services import palette
from app.services.office import Office
from app.services.palette import Everybody, Found, Person

_USUAL = "a"
_STEP_S = 0.006  # longer is not looked at once, so that a frame is never late


class Answer(NamedTuple):
    """Everything found for some words."""

    words: str
    people: Sequence[Person]
    partly: tuple[Sequence[Person], Sequence[str]]
    found: Sequence[Found]


class Searching(QObject):
    """One search at a time; `answered` when all of it is known."""

    answered = Signal(object)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self.everybody = Everybody(office)
        self._steps: Iterator[list[Found]] = iter(())
        self._found: list[Found] = []
        self._theirs: list[Found] = []
        self._answer = Answer("", (), ((), ()), ())
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._step)
        self._steps = palette.hits(office, _USUAL)  # before the first letter: what a hit is made of is loaded once
        self._next.start()

    def begin(self, words: str) -> None:
        """Look for these words, and no longer for others."""
        people = self.everybody.fitting(words)
        partly = ([], []) if people else self.everybody.partly(words)
        self._answer = Answer(words, people, partly, ())
        self._theirs = palette.newest_of(self._office, people[0].id, words) if len(people) == 1 else []
        self._found = []
        self._steps = palette.hits(self._office, words)
        self._next.start()

    def reread(self) -> None:
        """Names may be others now."""
        self.everybody.read()

    def stop(self) -> None:
        """Nobody waits for the answer any more."""
        self._next.stop()

    def _step(self) -> None:
        end = perf_counter() + _STEP_S
        while perf_counter() < end:
            found = next(self._steps, None)
            if found is None:
                self._tell()
                return
            self._found += found

    def _tell(self) -> None:
        self._next.stop()
        if not self._answer.words:
            return
        known = {(each.record, each.id) for each in self._theirs}
        others = [each for each in self._found if (each.record, each.id) not in known]
        self.answered.emit(self._answer._replace(found=[*self._theirs, *palette.in_order(others)]))
