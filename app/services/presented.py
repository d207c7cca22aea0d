"""The card of the people presented for a search: everybody with where they stand, and the feedback time in bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from app.domain.dates import day_words, time_words
from app.domain.managers import HiringManager
from app.domain.requirements import Requirement
from app.domain.searches import Answer, CandidateStage, Interview, Presentation, SearchId, Stage
from app.services.calibration import Pattern, pattern
from app.services.feedback import Bar, Feedback, is_waiting
from app.services.office import Office
from app.words import _, plural

_MOST_BARS = 7


class _Place(IntEnum):
    """In which order people stand: whoever something is to be done about comes first."""

    CHOSEN = 0
    FINALIST = 1
    WAITING = 2
    QUESTION = 3
    INTERVIEW = 4
    YES = 5
    NO = 6
    OUT = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One row: `second` is how long the answer took or is awaited, `tone` its colour; the chip says how they stand."""

    presentation: Presentation
    second: str
    tone: str
    chip: str
    chip_tone: str
    interviews: tuple[Interview, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """The card; `agreed` in working days is the dashed line over the bars, None while nothing is agreed."""

    manager: HiringManager
    feedback: str
    agreed: float | None
    bars: tuple[Bar, ...]
    people: tuple[Person, ...]
    pattern: Pattern | None
    requirements: tuple[Requirement, ...]
    is_closed: bool

    @property
    def name(self) -> str:
        """What one calls the manager."""
        return self.manager.first_name

    def described(self) -> str:
        """The bars in words."""
        said = "; ".join(each.said for each in self.bars)
        title = _("{name}’s feedback time: {feedback}.").format(name=self.name, feedback=self.feedback)
        return f"{title} {said}." if said else title


def presented(office: Office, search: SearchId) -> Presented:
    """Everybody presented for a search; raises `NotFoundError` when it was deleted."""
    known = office.searches.get(search)
    manager = office.managers.get(known.manager)
    people, requirements = office.presentations.of(search), office.requirements.of(search)
    feedback = Feedback(office, known, manager)
    interviews: dict[int, list[Interview]] = {}
    for each in office.interviews.of_search(search):
        interviews.setdefault(each.presentation, []).append(each)
    closed = known.stage is Stage.CLOSED
    timed = [each for each in people if each.answered_at is not None or (is_waiting(each) and not closed)]
    rows = [_person(office, each, feedback, interviews.get(each.id, ()), closed=closed) for each in people]
    return Presented(
        manager=manager, feedback=feedback.words(people), agreed=feedback.agreed,
        bars=tuple(feedback.bar(each) for each in timed[-_MOST_BARS:]),
        people=tuple(sorted(rows, key=lambda row: _place(row.presentation))),
        pattern=pattern(people, requirements), requirements=tuple(requirements), is_closed=closed,
    )  # fmt: skip


def count_words(count: int) -> str:
    """How many were presented, for a screen reader."""
    return plural("{count} person presented", "{count} people presented", count)


def _place(person: Presentation) -> _Place:
    stages = {
        CandidateStage.CHOSEN: _Place.CHOSEN, CandidateStage.OUT: _Place.OUT, CandidateStage.FINALIST: _Place.FINALIST,
    }  # fmt: skip
    answers = {Answer.NO: _Place.NO, Answer.QUESTION: _Place.QUESTION, Answer.YES: _Place.YES}
    if person.answer is Answer.NO and person.stage is not CandidateStage.OUT:
        return _Place.NO
    if person.stage in stages:
        return stages[person.stage]
    if person.answer is None:
        return _Place.WAITING
    if person.stage is CandidateStage.INTERVIEW and person.answer is Answer.YES:
        return _Place.INTERVIEW
    return answers[person.answer]


def _chip(place: _Place) -> tuple[str, str]:
    return {
        _Place.CHOSEN: (_("Chosen"), "kept"), _Place.FINALIST: (_("Finalist"), "you"),
        _Place.WAITING: (_("Waiting"), "risk"), _Place.QUESTION: (_("Question"), "risk"),
        _Place.INTERVIEW: (_("Interview"), "you"), _Place.YES: (_("Yes"), "kept"), _Place.NO: (_("No"), "neutral"),
        _Place.OUT: (_("Out"), "neutral"),
    }[place]  # fmt: skip


def _person(
    office: Office, person: Presentation, feedback: Feedback, interviews: Sequence[Interview], *, closed: bool
) -> Person:
    chip, chip_tone = _chip(_place(person))
    second, tone = "", "text2"
    if person.answered_at is not None:
        second = feedback.answered_words(person)
    elif is_waiting(person) and not closed:
        second, tone = feedback.waiting_words(person)
    else:
        second = _("without an answer")
    if is_waiting(person) and closed:
        chip, chip_tone = _("No answer"), "neutral"
    parts = [second, person.reason or "", _interview_words(office, interviews), _told_words(office, person)]
    return Person(
        presentation=person, second=" · ".join(part for part in parts if part), tone=tone, chip=chip,
        chip_tone=chip_tone, interviews=tuple(interviews),
    )  # fmt: skip


def _told_words(office: Office, person: Presentation) -> str:
    if person.told_at is None:
        return ""
    return _("told {day}").format(day=day_words(person.told_at.astimezone(office.zone).date(), office.today()))


def _interview_words(office: Office, interviews: Sequence[Interview]) -> str:
    """The newest interview, while it lies ahead or nothing was heard of it."""
    last = interviews[-1] if interviews else None
    if last is None or last.answered_at is not None:
        return ""
    if last.held_at > office.now():
        return _("interview {time}").format(time=time_words(last.held_at, office.now(), office.zone))
    day = day_words(last.held_at.astimezone(office.zone).date(), office.today())
    return _("interviewed {day}, no word yet").format(day=day)
