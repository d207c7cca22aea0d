"""People presented for a search: when, what the manager said and about which requirement, interviews held.

No more than the conversation with the manager needs; the pipeline behind it belongs to other programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.domain.clocks import Deed, Outcome, Within
from app.domain.errors import InputError
from app.domain.expectations import CheckIn, CheckInId, Side
from app.domain.fields import checked
from app.domain.managers import ManagerId
from app.domain.requirements import RequirementId
from app.domain.searches import (
    Answer,
    CandidateStage,
    Interview,
    InterviewId,
    Presentation,
    PresentationId,
    SearchId,
    Stage,
)
from app.services.changes import Change
from app.services.dues import OpenDue, dues, open_promises_of
from app.services.office import Office
from app.words import _

_FARTHEST = timedelta(days=366)


def present(office: Office, search: SearchId, *, candidate: str, at: datetime | None = None) -> Change:
    """Note that a person was presented; the feedback clock starts."""
    known = office.searches.get(search)
    if known.stage is Stage.CLOSED:
        raise InputError("search", _("This search is closed. Move it back to a stage first."))
    presented = Presentation(id=PresentationId(0), search=search, candidate=candidate, presented_at=_past(office, at))
    presented = checked(presented, "candidate")
    label = _("{candidate} presented").format(candidate=presented.candidate)
    with office.write(label):
        number = office.presentations.insert(presented)
    return office.change(label, "presentation", number)


def answer(
    office: Office, presentation: PresentationId, *, answer: Answer, reason: str = "",
    requirement: RequirementId | None = None, at: datetime | None = None,
) -> Change:  # fmt: skip
    """Log the manager's answer and the requirement it touched; a no needs its reason.

    Said again, it corrects the answer, which keeps its time unless another one is given.
    """
    known = office.presentations.get(presentation)
    if answer is Answer.NO and not reason.strip():
        raise InputError("reason", _("A no needs its reason: what would have made it a yes?"))
    answered_at = _past(office, at) if at or known.answered_at is None else known.answered_at
    if answered_at < known.presented_at:
        raise InputError("at", _("The answer cannot come before the person was presented."))
    if known.told_at is not None and answered_at > known.told_at:
        raise InputError("at", _("The candidate was told before this. Correct first when you told them."))
    _check_requirement(office, known, requirement)
    answered = replace(
        known, answer=answer, answered_at=answered_at, reason=reason.strip() or None, requirement=requirement
    )
    label = _("Answer on {candidate}").format(candidate=known.candidate)
    with office.write(label):
        office.presentations.update(checked(answered))
    return office.change(label, "presentation", presentation)


def stage(office: Office, presentation: PresentationId, *, stage: CandidateStage) -> Change:
    """Say how far somebody has come; nobody waits for an answer on one who is out."""
    known = office.presentations.get(presentation)
    if CandidateStage.CHOSEN in (stage, known.stage) and stage is not known.stage:
        raise InputError("stage", _("Who is chosen is said, and taken back, under Closing together."))
    label = {
        CandidateStage.PRESENTED: _("{candidate}: presented"), CandidateStage.INTERVIEW: _("{candidate}: interview"),
        CandidateStage.FINALIST: _("{candidate} is a finalist"), CandidateStage.CHOSEN: _("{candidate} is chosen"),
        CandidateStage.OUT: _("{candidate} is out"),
    }[stage].format(candidate=known.candidate)  # fmt: skip
    with office.write(label):
        if stage is CandidateStage.OUT:
            _waive(office, known)
        office.presentations.update(replace(known, stage=stage))
    return office.change(label, "presentation", presentation)


def told(office: Office, presentation: PresentationId, *, at: datetime | None = None) -> Change:
    """Note that you told somebody where they stand after the manager's yes or no; said again, it corrects when."""
    known = office.presentations.get(presentation)
    if known.answered_at is None or known.answer is Answer.QUESTION:
        raise InputError("presentation", _("There is nothing to tell before the yes or no. Log the answer first."))
    told_at = _past(office, at)
    if told_at < known.answered_at:
        raise InputError("at", _("They cannot be told before the answer was there."))
    label = _("{candidate} told where they stand").format(candidate=known.candidate)
    with office.write(label):
        office.presentations.update(replace(known, told_at=told_at))
    return office.change(label, "presentation", presentation)


def not_told(office: Office, presentation: PresentationId) -> Change:
    """Take back that somebody was told; the promise to tell them waits again."""
    known = office.presentations.get(presentation)
    label = _("{candidate} not told yet").format(candidate=known.candidate)
    with office.write(label):
        office.presentations.update(replace(known, told_at=None))
    return office.change(label, "presentation", presentation)


def edit(
    office: Office, presentation: PresentationId, *, candidate: str | None = None, at: datetime | None = None
) -> Change:
    """Correct the name, or when they were presented."""
    known = office.presentations.get(presentation)
    changes: dict[str, Any] = {} if candidate is None else {"candidate": candidate}
    changes |= {} if at is None else {"presented_at": _past(office, at)}
    edited = checked(replace(known, **changes), "candidate")
    if edited.answered_at is not None and edited.answered_at < edited.presented_at:
        raise InputError("at", _("The answer cannot come before the person was presented."))
    label = _("Candidate edited: {candidate}").format(candidate=edited.candidate)
    with office.write(label):
        office.presentations.update(edited)
    return office.change(label, "presentation", presentation)


def delete(office: Office, presentation: PresentationId) -> Change:
    """Remove somebody presented, with their interviews."""
    known = office.presentations.get(presentation)
    label = _("Candidate deleted: {candidate}").format(candidate=known.candidate)
    with office.write(label):
        office.presentations.delete(presentation)
    return office.change(label, "presentation", presentation)


def add_interview(
    office: Office, presentation: PresentationId, *, at: datetime | None = None, words: str = "",
    answered_at: datetime | None = None,
) -> Change:  # fmt: skip
    """Note that the manager interviewed somebody; `words` is what they said afterwards, when they did."""
    known = office.presentations.get(presentation)
    held = Interview(id=InterviewId(0), presentation=presentation, held_at=_past(office, at))
    interview = checked(_said(office, held, words, answered_at) if words.strip() else held)
    label = _("Interview with {candidate}").format(candidate=known.candidate)
    with office.write(label):
        number = _insert_interview(office, known, interview)
    return office.change(label, "interview", number)


def book_interview(office: Office, presentation: PresentationId, *, at: datetime) -> Change:
    """Note that the manager will interview somebody."""
    known = office.presentations.get(presentation)
    booked = Interview(id=InterviewId(0), presentation=presentation, held_at=_ahead(office, at))
    label = _("Interview with {candidate} booked").format(candidate=known.candidate)
    with office.write(label):
        number = _insert_interview(office, known, booked)
    return office.change(label, "interview", number)


def move_interview(office: Office, interview: InterviewId, *, at: datetime) -> Change:
    """Book an interview for another time; one that was held stays where it was."""
    known = office.interviews.get(interview)
    person = office.presentations.get(known.presentation)
    if known.held_at <= office.now():
        raise InputError("at", _("This interview is over, so its time stays. Delete it if it was not held."))
    label = _("Interview with {candidate} moved").format(candidate=person.candidate)
    with office.write(label):
        office.interviews.update(replace(known, held_at=_ahead(office, at)))
    return office.change(label, "interview", interview)


def answer_interview(office: Office, interview: InterviewId, *, words: str, at: datetime | None = None) -> Change:
    """Note what the manager said after an interview; said again, it corrects the words and keeps their time."""
    known = office.interviews.get(interview)
    person = office.presentations.get(known.presentation)
    if not words.strip():
        raise InputError("words", _("Write what they said after the interview."))
    answered = checked(_said(office, known, words, at or known.answered_at))
    label = _("After the interview with {candidate}").format(candidate=person.candidate)
    with office.write(label):
        office.interviews.update(answered)
    return office.change(label, "interview", interview)


def delete_interview(office: Office, interview: InterviewId) -> Change:
    """Remove an interview."""
    known = office.interviews.get(interview)
    person = office.presentations.get(known.presentation)
    label = _("Interview deleted: {candidate}").format(candidate=person.candidate)
    with office.write(label):
        office.interviews.delete(interview)
    return office.change(label, "interview", interview)


def _past(office: Office, at: datetime | None) -> datetime:
    """A moment that has come; now when none is given."""
    if at is not None and at > office.now():
        raise InputError("at", _("This time lies ahead. Write when it was, now at the latest."))
    return at or office.now()


def _ahead(office: Office, at: datetime) -> datetime:
    """A moment that lies ahead, by a year at most."""
    if not office.now() < at <= office.now() + _FARTHEST:
        raise InputError("at", _("Book it for a time ahead, within a year."))
    return at


def _insert_interview(office: Office, person: Presentation, interview: Interview) -> int:
    number = office.interviews.insert(interview)
    if person.stage is CandidateStage.PRESENTED:
        office.presentations.update(replace(person, stage=CandidateStage.INTERVIEW))
    return number


def _said(office: Office, interview: Interview, words: str, at: datetime | None) -> Interview:
    answered_at = _past(office, at)
    if answered_at < interview.held_at:
        raise InputError("at", _("What they said afterwards cannot come before the interview."))
    return replace(interview, words=words.strip(), answered_at=answered_at)


def _check_requirement(office: Office, person: Presentation, requirement: RequirementId | None) -> None:
    if requirement is not None and office.requirements.get(requirement).search != person.search:
        raise InputError("requirement", _("This requirement belongs to another search."))


def _waive(office: Office, person: Presentation) -> None:
    """Nobody is to answer on somebody who is out: what waited for it counts nowhere; they are still to be told."""
    manager = office.searches.get(person.search).manager
    events = {f"presentation:{person.id}", *(f"interview:{each.id}" for each in office.interviews.of(person.id))}
    remark = _("{candidate} is out.").format(candidate=person.candidate)
    for due in _open_dues(office, manager):
        if due.event in events and not _is_telling(due):
            office.check_ins.insert(
                CheckIn(
                    id=CheckInId(0), expectation=due.promise.id, side=Side(due.side), due=due.due, on=office.now(),
                    outcome=Outcome.WAIVED, event=due.event, remark=remark,
                )
            )  # fmt: skip


def _is_telling(due: OpenDue) -> bool:
    clock = due.wording.clock
    return isinstance(clock, Within) and clock.closed_by is Deed.TOLD


def _open_dues(office: Office, manager: ManagerId) -> Iterator[OpenDue]:
    known = office.managers.get(manager)
    for promise in open_promises_of(office, manager):
        yield from dues(office, promise, known)
