"""The facts behind a health word, each with the entry of the log or the check-in it came from."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import NamedTuple

from app.domain.dates import day_words
from app.domain.health import Evidence, Health, Level, Word, word_label
from app.domain.managers import HiringManager
from app.services.health_facts import LOOK_BACK
from app.services.office import Office
from app.services.relationship import relationship
from app.storage import overview as store
from app.storage import timeline
from app.words import _


class Fact(NamedTuple):
    """One fact: `record` is the talk or check-in it opens, None where nothing is left of it."""

    text: str
    level: Level
    record: tuple[str, int] | None


class Standing(NamedTuple):
    """The word that counts with the facts; `set_words`, `reason` and `computed` are empty unless it was set by hand."""

    word: Word
    facts: tuple[Fact, ...]
    set_words: str = ""
    reason: str = ""
    computed: str = ""

    @property
    def is_set(self) -> bool:
        """Whether the word was set by hand."""
        return bool(self.set_words)


def standing(office: Office, manager: HiringManager) -> Standing:
    """How a relationship stands, and what shows it."""
    found = relationship(office, manager).health
    facts = tuple(Fact(each.text, each.level, _behind(office, manager, each)) for each in found.evidence)
    if manager.health_word is None or manager.health_on is None:
        return Standing(found.word, facts)
    return _set_by_hand(office, manager, found, facts)


def _set_by_hand(office: Office, manager: HiringManager, found: Health, facts: tuple[Fact, ...]) -> Standing:
    assert manager.health_on is not None
    assert manager.health_word is not None
    day = day_words(manager.health_on, office.today()).partition(" ")[2]
    return Standing(
        Word(manager.health_word), facts, _("Set by you on {day}").format(day=day), manager.health_reason or "",
        _("The facts say: {word}").format(word=word_label(found.word)),
    )  # fmt: skip


def _behind(office: Office, manager: HiringManager, evidence: Evidence) -> tuple[str, int] | None:
    """The entry behind a fact."""
    if evidence.record is not None:
        return evidence.record
    conn, since = office.conn, office.now() - LOOK_BACK
    if evidence.signal in ("mine", "theirs"):
        return _record("check_in", store.check_in_behind(conn, manager.id, evidence.signal, since))
    if evidence.signal == "feedback":
        return _record("talk", _talk_of_answer(office, manager, since))
    if evidence.signal == "satisfaction":
        return _record("talk", _talk_of_satisfaction(office, manager))
    return _record("talk", store.newest_talk(conn, manager.id))


def _talk_of_answer(office: Office, manager: HiringManager, since: datetime) -> int | None:
    """Where the person was presented whose answer came last, else the talk before that answer."""
    last = store.last_answer(office.conn, manager.id, since)
    if last is None:
        return None
    person, answered = last
    shown = timeline.talks_of(office.conn, [("presentation", person)])
    return max(shown, default=None) or store.talk_before(office.conn, manager.id, answered + timedelta(seconds=1))


def _talk_of_satisfaction(office: Office, manager: HiringManager) -> int | None:
    """The last talk up to the end of the day they were asked."""
    last = office.satisfactions.last_of(manager.id)
    if last is None:
        return None
    midnight = datetime.combine(last.asked_on + timedelta(days=1), time.min, office.zone)
    return store.talk_before(office.conn, manager.id, midnight)


def _record(name: str, number: int | None) -> tuple[str, int] | None:
    return None if number is None else (name, number)
