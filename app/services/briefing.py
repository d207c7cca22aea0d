"""The briefing before a talk: what one glance must hold, under 300 words; it is yours and shows private text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from app.domain.dates import clock_time, day_words
from app.domain.expectations import Side
from app.domain.health import Health, Word, word_label
from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import kind_label
from app.domain.talks import FollowUp, Owner
from app.domain.text import first_line
from app.services.dues import OpenDue, dues, open_promises_of
from app.services.gaps import intake_gaps
from app.services.office import Office
from app.services.relationship import relationship
from app.words import _

_LONGEST = 160
_MARKS = ".,;:"  # they are dropped where words are cut behind them
_MOST = 5
_MOST_GAPS = 3
_MOST_WORDS = 300
# How many words of each text are shown: the most that keep the whole below its limit.
_WORDS = (30, 20, 15, 11)


class Part(NamedTuple):
    """A title over its lines: of what was said, or of what is open now; `is_private` is shown with the lock."""

    title: str
    lines: tuple[str, ...]
    is_said: bool = False
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What to know before you talk; `health` is computed, `word` the one that counts."""

    manager: HiringManager
    health: Health
    last_talks: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    decisions: tuple[str, ...]
    gaps: tuple[str, ...]
    satisfaction: str
    next_meeting: str
    rapport: str

    @property
    def word(self) -> Word:
        """The health word: the one set by hand goes before the computed one."""
        return Word(self.manager.health_word) if self.manager.health_word else self.health.word

    def parts(self) -> list[Part]:
        """What there is to say, in its order; parts without a line are left out."""
        parts = [
            Part(_("Last talks"), self.last_talks, is_said=True),
            Part(_("You owe"), self.mine),
            Part(_("{name} owes").format(name=self.manager.first_name), self.theirs),
            Part(_("Last decisions"), self.decisions, is_said=True),
            Part(_("Not asked yet"), self.gaps),
            Part(_("Satisfaction"), (self.satisfaction,) if self.satisfaction else (), is_said=True),
            Part(_("Next meeting"), (self.next_meeting,) if self.next_meeting else ()),
            Part(_("What builds rapport"), (self.rapport,) if self.rapport else (), is_said=True, is_private=True),
        ]
        return [part for part in parts if part.lines]

    def title(self) -> str:
        """Who it is, and how it stands."""
        return _("{name}: {word}").format(name=self.manager.name, word=word_label(self.word))

    def lines(self) -> list[str]:
        """The briefing as it is read in the terminal."""
        found = [self.title()]
        for part in self.parts():
            title = _("{title} (private)").format(title=part.title) if part.is_private else part.title
            found += ["", title, *(f"  {line}" for line in part.lines)]
        return found


def brief(office: Office, manager: ManagerId) -> Briefing:
    """Everything to know before a talk with a manager."""
    known = office.managers.get(manager)
    health = relationship(office, known).health
    open_dues = [due for promise in open_promises_of(office, manager) for due in dues(office, promise, known)]
    for words in _WORDS:
        found = _said(office, known, health, open_dues, words)
        if len(" ".join(found.lines()).split()) < _MOST_WORDS:
            break
    return found


def _said(office: Office, known: HiringManager, health: Health, open_dues: list[OpenDue], words: int) -> Briefing:
    """The briefing with at most so many words of each text."""
    manager = known.id
    follow_ups = office.follow_ups.open_of(manager)
    mine, theirs = ([due for due in open_dues if due.side is side] for side in (Side.MINE, Side.THEIRS))
    decisions = office.captured_items.decisions_of(manager, 3)
    return Briefing(
        manager=known,
        health=health,
        last_talks=tuple(_dated(office, talk.at, _short(talk.text, words)) for talk in office.talks.newest(manager, 3)),
        mine=_owed(office, mine, _of(follow_ups, Owner.ME), words),
        theirs=_owed(office, theirs, _of(follow_ups, Owner.THEM), words),
        decisions=tuple(_short(item.text, words) for item in decisions),
        gaps=_gaps(office, manager, words),
        satisfaction=_satisfaction(office, manager, words),
        next_meeting=_next_meeting(office, manager),
        rapport=_short(known.rapport or known.tick or "", words),
    )


def _owed(office: Office, open_dues: list[OpenDue], follow_ups: list[FollowUp], words: int) -> tuple[str, ...]:
    """What one side owes, the oldest first; of each promise its first open due."""
    first: dict[int, tuple[date, str]] = {}
    for due in sorted(open_dues, key=lambda each: each.due):
        first.setdefault(due.promise.id, (due.due.astimezone(office.zone).date(), due.wording.statement))
    owed = [*first.values(), *((each.due, each.text) for each in follow_ups)]
    return tuple(_due(office, _short(text, words), day) for day, text in sorted(owed)[:_MOST])


def _gaps(office: Office, manager: ManagerId, words: int) -> tuple[str, ...]:
    """What the intakes of open searches left open."""
    found = [
        _("{search}: {question}").format(search=_short(search.title, words), question=_short(question, words))
        for search in office.searches.open_of(manager) for question in intake_gaps(office, search)
    ]  # fmt: skip
    return tuple(found[:_MOST_GAPS])


def _of(follow_ups: list[FollowUp], owner: Owner) -> list[FollowUp]:
    return [each for each in follow_ups if each.owner is owner]


def _satisfaction(office: Office, manager: ManagerId, words: int) -> str:
    last = office.satisfactions.last_of(manager)
    if last is None:
        return ""
    said = _("{score} of 5 on {day}").format(score=last.score, day=day_words(last.asked_on, office.today()))
    return _("{said}: {words}").format(said=said, words=_short(last.words, words)) if last.words else said


def _next_meeting(office: Office, manager: ManagerId) -> str:
    meeting = office.meetings.next_of(manager, office.now())
    if meeting is None:
        return ""
    at = meeting.planned_at.astimezone(office.zone)
    when = _("{day} at {time}").format(day=day_words(at.date(), office.today()), time=clock_time(at, office.zone))
    return _("{when}: {what}").format(when=when, what=kind_label(meeting.kind))


def _dated(office: Office, at: datetime, text: str) -> str:
    day = day_words(at.astimezone(office.zone).date(), office.today())
    return _("{day}: {text}").format(day=day, text=text)


def _due(office: Office, text: str, day: date) -> str:
    return _("{text} (by {day})").format(text=text, day=day_words(day, office.today()))


def _short(text: str, most: int) -> str:
    """The first line, cut after so many words or signs."""
    words = first_line(text).split()
    line = " ".join(words[:most])
    if len(line) > _LONGEST:
        return line[: _LONGEST - 1] + "…"
    return f"{line.rstrip(_MARKS)}…" if len(words) > most else line
