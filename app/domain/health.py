"""The health word of a relationship, by the table of the design, always with the facts that made it.

Each signal of the last 90 days is good, fair or poor. New: fewer than three dated facts, or none of a known signal (no
word without its facts). Strong: all good. Steady: none poor. Needs attention: one or more poor. One-sided: you kept
85 % or more, they kept under half of six or more, and cadence or feedback is poor.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import day_words, month_words
from app.words import _, plural

_FEWEST_FACTS, _FEWEST_CHECK_INS, _MANY_CHECK_INS = 3, 3, 6


class Word(StrEnum):
    """The word; never shown without its evidence."""

    STRONG = "strong"
    STEADY = "steady"
    ATTENTION = "attention"
    ONE_SIDED = "one_sided"
    NEW = "new"


class Level(StrEnum):
    """How a signal stands."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact behind the word: of which signal, and `record`, the entry it opens, as table and id."""

    signal: str
    text: str
    level: Level
    record: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthFacts:
    """The facts of the last 90 days; what is not known is None."""

    name: str
    today: date
    days_since_talk: int | None = None
    cadence_days: int | None = None
    talks_in_30_days: int = 0
    mine_kept: int = 0
    mine_total: int = 0
    theirs_kept: int = 0
    theirs_total: int = 0
    feedback_days: float | None = None
    feedback_agreed_days: float | None = None
    satisfaction: int | None = None
    satisfaction_on: date | None = None
    dated_facts: int = 0
    slipped: tuple[tuple[date, tuple[str, int]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The word and its facts."""

    word: Word
    evidence: tuple[Evidence, ...]


def health(facts: HealthFacts) -> Health:
    """The computed word; a word set by hand is shown beside it, not instead."""
    levels = _levels(facts)
    return Health(word=_word(facts, levels), evidence=_evidence(facts, levels))


def word_label(word: Word) -> str:
    """The word as it is shown."""
    return {
        Word.STRONG: _("Strong"),
        Word.STEADY: _("Steady"),
        Word.ATTENTION: _("Needs attention"),
        Word.ONE_SIDED: _("One-sided"),
        Word.NEW: _("New"),
    }[word]


def _levels(facts: HealthFacts) -> dict[str, Level]:
    """The level of each signal that is known."""
    found = {
        "cadence": _at_most(facts.days_since_talk, facts.cadence_days, 1.0, 1.25),
        "mine": _kept(facts.mine_kept, facts.mine_total),
        "theirs": _kept(facts.theirs_kept, facts.theirs_total),
        "feedback": _at_most(facts.feedback_days, facts.feedback_agreed_days, 1.0, 1.5),
        "satisfaction": None if facts.satisfaction is None else _SATISFACTION[facts.satisfaction],
    }
    return {signal: level for signal, level in found.items() if level is not None}


_SATISFACTION = {5: Level.GOOD, 4: Level.GOOD, 3: Level.FAIR, 2: Level.POOR, 1: Level.POOR}


def _at_most(value: float | None, agreed: float | None, good: float, fair: float) -> Level | None:
    if value is None or not agreed:
        return None
    ratio = value / agreed
    return Level.GOOD if ratio <= good else Level.FAIR if ratio <= fair else Level.POOR


def _kept(kept: int, total: int) -> Level | None:
    if total < _FEWEST_CHECK_INS:
        return None
    # Whole numbers, so that 17 of 20 is exactly 85 %.
    return Level.GOOD if kept * 100 >= total * 85 else Level.FAIR if kept * 100 >= total * 60 else Level.POOR


def _word(facts: HealthFacts, levels: dict[str, Level]) -> Word:
    if facts.dated_facts < _FEWEST_FACTS or not levels:
        return Word.NEW
    unanswered = Level.POOR in (levels.get("cadence"), levels.get("feedback"))
    theirs_low = facts.theirs_total >= _MANY_CHECK_INS and facts.theirs_kept * 2 < facts.theirs_total
    if levels.get("mine") is Level.GOOD and theirs_low and unanswered:
        return Word.ONE_SIDED
    if Level.POOR in levels.values():
        return Word.ATTENTION
    return Word.STEADY if Level.FAIR in levels.values() else Word.STRONG


def _evidence(facts: HealthFacts, levels: dict[str, Level]) -> tuple[Evidence, ...]:
    found = []
    if facts.days_since_talk is not None:
        text = plural("Spoke {count} time in 30 days", "Spoke {count} times in 30 days", facts.talks_in_30_days)
        found.append(Evidence(signal="cadence", text=text, level=levels.get("cadence", Level.GOOD)))
    if "feedback" in levels:
        text = _("Feedback in {days} days, agreed {agreed}")
        text = text.format(days=f"{facts.feedback_days:.1f}", agreed=f"{facts.feedback_agreed_days:g}")
        found.append(Evidence(signal="feedback", text=text, level=levels["feedback"]))
    if "mine" in levels:
        text = _("You kept {kept} of {total}").format(kept=facts.mine_kept, total=facts.mine_total)
        found.append(Evidence(signal="mine", text=text, level=levels["mine"]))
    if "theirs" in levels:
        found.append(_theirs(facts, levels["theirs"]))
    if facts.satisfaction is not None and facts.satisfaction_on is not None:
        text = _("Satisfaction {score} of 5 on {day}")
        day = day_words(facts.satisfaction_on, facts.today)
        text = text.format(score=facts.satisfaction, day=day.partition(" ")[2])
        found.append(Evidence(signal="satisfaction", text=text, level=levels["satisfaction"]))
    return tuple(found)


def _theirs(facts: HealthFacts, level: Level) -> Evidence:
    """What slipped last, by its month, when something did."""
    if not facts.slipped:
        text = _("{name} kept {kept} of {total}")
        text = text.format(name=facts.name, kept=facts.theirs_kept, total=facts.theirs_total)
        return Evidence(signal="theirs", text=text, level=level)
    newest, record = max(facts.slipped)
    count = sum(1 for day, _record in facts.slipped if (day.year, day.month) == (newest.year, newest.month))
    text = _("{count} of {name}’s promises slipped in {month}")
    text = text.format(count=count, name=facts.name, month=month_words(newest))
    return Evidence(signal="theirs", text=text, level=level, record=record)
