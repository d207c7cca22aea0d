"""Asking at an intake: the questions of its template one after the other, each with its answer, or left for later.

A question is written down once it was asked, or skipped, or when the meeting ends without it: from then on it is a gap
of its search, in sight until somebody asks it. Answers are private; a line of the requirements may be made of one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.intake import Question, QuestionId
from app.domain.meetings import Meeting, MeetingKind, MeetingState
from app.domain.requirements import AskedBy, RequirementKind
from app.domain.searches import SearchId
from app.domain.talks import MeetingId
from app.domain.text import first_line
from app.services import requirements, templates
from app.services.changes import Change
from app.services.office import Office
from app.services.ordering import next_position
from app.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How the asking stands: what comes next in order, what was left for later, what was asked in this meeting."""

    ahead: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    asked: tuple[Question, ...] = ()
    total: int = 0

    @property
    def number(self) -> int:
        """The place of the question that is next, counted from 1."""
        return self.total - len(self.ahead) + 1


def asking(office: Office, meeting: Meeting) -> Asking:
    """The questions of a meeting: an intake has those of its template, any other the gaps that were asked in it."""
    lined = _lined(office, meeting)
    of_it = [each for _text, each in lined if each is not None and each.meeting == meeting.id]
    return Asking(
        ahead=tuple(text for text, each in lined if _is_ahead(each, meeting)) if _is_intake(meeting) else (),
        skipped=tuple(each.text for each in of_it if each.asked_on is None),
        asked=tuple(each for each in of_it if each.asked_on is not None),
        total=len(lined),
    )


def about(office: Office, search: SearchId) -> tuple[Question, ...]:
    """What is written down to ask about a search: the gaps, then what was asked, each in its order."""
    return tuple(sorted(office.questions.of(search), key=lambda each: each.asked_on is not None))


def ask(
    office: Office, meeting: MeetingId, *, text: str, answer: str = "", keep_as: RequirementKind | None = None
) -> Change:
    """Note that a question was asked and what was said; `keep_as` makes a line of the requirements of the answer."""
    known = _not_cancelled(office, meeting)
    question = replace(_called(office, known, text), answer=answer or None, asked_on=office.today())
    if keep_as is not None and known.search is None:
        raise InputError("keep_as", _("Say which search this meeting is about first."))
    if keep_as is not None and not answer.strip():
        raise InputError("answer", _("Write the answer that becomes a requirement."))
    question = checked(question, "text")
    label = _("Asked: {question}").format(question=question.text)
    with office.write(label):
        number = _keep(office, question)
        if keep_as is not None and known.search is not None:
            line = first_line(answer.strip())
            requirements.add(office, known.search, kind=keep_as, text=line, asked_by=AskedBy.THEM)
    return office.change(label, "question", number)


def skip(office: Office, meeting: MeetingId, *, text: str) -> Change:
    """Leave a question for later: it stays in sight as a gap."""
    question = checked(_called(office, _not_cancelled(office, meeting), text), "text")
    if question.asked_on is not None:
        raise InputError("text", _("This question was asked already."))
    label = _("Left for later: {question}").format(question=question.text)
    with office.write(label):
        number = _keep(office, question)
    return office.change(label, "question", number)


def answer(office: Office, question: QuestionId, *, answer: str) -> Change:
    """Write the answer to a question, or write it anew; it counts as asked."""
    known = office.questions.get(question)
    said = replace(known, answer=answer or None, asked_on=known.asked_on or office.today())
    return _save(office, said, _("Answer written: {question}").format(question=known.text))


def take_back(office: Office, question: QuestionId) -> Change:
    """It was not asked after all: it is a gap again, without its answer."""
    known = office.questions.get(question)
    label = _("Not asked: {question}").format(question=known.text)
    return _save(office, replace(known, answer=None, asked_on=None), label)


def add(office: Office, search: SearchId, *, text: str) -> Change:
    """Keep a question to ask about a search."""
    manager = office.searches.get(search).manager
    position = next_position(office.questions.of(search))
    question = Question(id=QuestionId(0), manager=manager, search=search, text=text, position=position)
    question = checked(question, "text")
    label = _("To ask: {question}").format(question=question.text)
    with office.write(label):
        number = office.questions.insert(question)
    return office.change(label, "question", number)


def delete(office: Office, question: QuestionId) -> Change:
    """Remove a question with its answer: it is no gap any more."""
    label = _("Question deleted")
    with office.write(label):
        office.questions.delete(question)
    return office.change(label, "question", question)


def leave_open(office: Office, meeting: Meeting) -> None:
    """Write down what an intake did not ask, as part of ending it."""
    if not _is_intake(meeting) or meeting.search is None:
        return
    for position, (text, known) in enumerate(_lined(office, meeting)):
        if known is None:
            office.questions.insert(_new(meeting, text, position))


def _lined(office: Office, meeting: Meeting) -> list[tuple[str, Question | None]]:
    """Every question in its order, with what is written down of it."""
    records = _records(office, meeting)
    texts = list(dict.fromkeys([*_template(office), *records])) if _is_intake(meeting) else list(records)
    return [(text, records.get(text)) for text in texts]


def _records(office: Office, meeting: Meeting) -> dict[str, Question]:
    """What is written down, by its text: of the search, or of a meeting about none."""
    found = office.questions.of_meeting(meeting.id) if meeting.search is None else office.questions.of(meeting.search)
    return {each.text: each for each in found}


def _template(office: Office) -> list[str]:
    own = office.templates.of_kind(f"questions.{MeetingKind.INTAKE}")
    points = templates.points_of(own[-1]) if own else templates.built_in("questions")[MeetingKind.INTAKE]
    return [point["text"] for point in points]


def _called(office: Office, meeting: Meeting, text: str) -> Question:
    """The question of that text, new where it was not written down yet."""
    lined = _lined(office, meeting)
    texts = [each for each, _known in lined]
    wanted = text.strip()
    known = dict(lined).get(wanted)
    if known is not None:
        return replace(known, meeting=meeting.id)
    return _new(meeting, wanted, texts.index(wanted) if wanted in texts else len(texts))


def _new(meeting: Meeting, text: str, position: int) -> Question:
    return Question(
        id=QuestionId(0), manager=meeting.manager, search=meeting.search, meeting=meeting.id, text=text,
        position=position,
    )  # fmt: skip


def _keep(office: Office, question: Question) -> int:
    if not question.id:
        return office.questions.insert(question)
    office.questions.update(question)
    return question.id


def _save(office: Office, question: Question, label: str) -> Change:
    question = checked(question, "text")
    with office.write(label):
        office.questions.update(question)
    return office.change(label, "question", question.id)


def _not_cancelled(office: Office, meeting: MeetingId) -> Meeting:
    known = office.meetings.get(meeting)
    if known.state is MeetingState.CANCELLED:
        raise InputError("meeting", _("This meeting was cancelled."))
    return known


def _is_intake(meeting: Meeting) -> bool:
    return meeting.kind is MeetingKind.INTAKE


def _is_ahead(question: Question | None, meeting: Meeting) -> bool:
    """Not asked yet, and not left for later in this meeting."""
    return question is None or (question.asked_on is None and question.meeting != meeting.id)
