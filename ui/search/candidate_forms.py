"""What is asked in place about somebody presented: who and when, the answer, an interview and what followed it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, InputError
from app.domain.line_dates import instant
from app.domain.managers import HiringManager
from app.domain.requirements import Requirement, RequirementId
from app.domain.searches import Answer, Interview, Presentation, SearchId
from app.domain.text import isolated
from app.services import candidates
from app.services.changes import Change
from app.services.office import Office
from app.services.working import working_time
from app.words import _
from ui.kit import talk_words
from ui.kit.editor import Editor
from ui.kit.field import Area, Choice, Field, Line
from ui.kit.when import When

_TEN = time(10)


class _Form(Editor):
    """A form with a time in it; empty is now."""

    def __init__(self, office: Office, name: str, save: str, parent: QWidget | None = None) -> None:
        super().__init__(name, save=save, parent=parent)
        self._office = office
        self._at = Line(_("Now, or such as yesterday 16:40"))

    def _show_time(self, at: datetime | None) -> None:
        if at is not None:
            self._at.setText(talk_words.moment_words(at, self._office.now(), self._office.zone))
        self._shown_at, self._known_at = self._at.text(), at

    def _time(self) -> datetime | None:
        """The time that is written; one that was not touched is exactly the known one."""
        if self._at.text() == self._shown_at:
            return self._known_at
        return talk_words.moment(self._at.text(), self._office.now(), self._office.zone)


class PresentForm(_Form):
    """Somebody new, or a correction of the name or the time."""

    def __init__(
        self, office: Office, search: SearchId, known: Presentation | None = None, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        title = _("Edit the candidate") if known else _("Present a candidate")
        super().__init__(office, title, _("Save") if known else _("Present"), parent)
        self._search, self._known = search, known
        self._name = Line(_("Family name, first name"))
        self.add("candidate", Field(_("Who"), self._name))
        self.add("at", Field(_("Presented"), self._at))
        if known is not None:
            self._name.setText(known.candidate)
        self._show_time(known.presented_at if known else None)
        self.finish()
        for line in (self._name, self._at):
            line.returnPressed.connect(self.saved)

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a time that cannot be read."""
        name, at = self._name.text(), self._time()
        if self._known is None:
            return partial(candidates.present, self._office, self._search, candidate=name, at=at)
        return partial(candidates.edit, self._office, self._known.id, candidate=name, at=at)


class AnswerForm(_Form):
    """What the manager said, why, and which requirement it is about."""

    def __init__(
        self, office: Office, person: Presentation, requirements: Sequence[Requirement], called: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(office, _("Answer on {name}").format(name=person.candidate), _("Save answer"), parent)
        self._person = person
        self._answer = Choice((each.value, answer_label(each)) for each in Answer)
        self._reason = Area(lines=2)
        about = [("", _("None in particular")), *((str(each.id), each.text) for each in requirements)]
        self._requirement = Choice(about)
        self.add("answer", Field(_("{name} says").format(name=isolated(called)), self._answer))
        self._why = self.add("reason", Field(_("Why"), self._reason))
        self.add("requirement", Field(_("Which requirement it is about"), self._requirement))
        self.add("at", Field(_("Answered"), self._at))
        self._answer.choose((person.answer or Answer.YES).value)
        self._reason.setPlainText(person.reason or "")
        self._requirement.choose(str(person.requirement or ""))
        self._show_time(person.answered_at)
        self.finish()
        self._answer.currentIndexChanged.connect(self._chosen)
        self._chosen()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a time that cannot be read."""
        touched = RequirementId(int(self._requirement.key)) if self._requirement.key else None
        return partial(
            candidates.answer, self._office, self._person.id, answer=Answer(self._answer.key),
            reason=self._reason.toPlainText(), requirement=touched, at=self._time(),
        )  # fmt: skip

    def _chosen(self) -> None:
        """A no says why, a question what is asked."""
        no = _("Why, in one sentence: a no needs it")
        words = {Answer.YES: _("Why"), Answer.NO: no, Answer.QUESTION: _("What is asked")}
        self._why.call(words[Answer(self._answer.key)])


class ToldForm(_Form):
    """When somebody was told where they stand."""

    def __init__(self, office: Office, person: Presentation, parent: QWidget | None = None) -> None:
        title = _("When you told {name} where they stand").format(name=person.candidate)
        super().__init__(office, title, _("Save"), parent)
        self._person = person
        self.add("at", Field(_("Told"), self._at))
        self._show_time(person.told_at)
        self.finish()
        self._at.returnPressed.connect(self.saved)

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a time that cannot be read."""
        return partial(candidates.told, self._office, self._person.id, at=self._time())


class InterviewForm(_Form):
    """An interview that was held, and what the manager said afterwards, now or later."""

    def __init__(
        self, office: Office, person: Presentation, called: str, known: Interview | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = _("Interview with {name}").format(name=person.candidate)
        super().__init__(office, title, _("Save"), parent)
        self._person, self._known = person, known
        self._words = Area(lines=2)
        if known is None:
            self.add("at", Field(_("Interview held"), self._at))
        self.add("words", Field(_("What {name} said afterwards").format(name=called), self._words))
        if known is not None:
            self.add("at", Field(_("Said"), self._at))
            self._words.setPlainText(known.words or "")
        self._show_time(known.answered_at if known else None)
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a time that cannot be read."""
        words, at = self._words.toPlainText(), self._time()
        if self._known is not None:
            return partial(candidates.answer_interview, self._office, self._known.id, words=words, at=at)
        return partial(candidates.add_interview, self._office, self._person.id, at=at, words=words)


class BookingForm(Editor):
    """When the manager will interview somebody; booked anew, or for another time."""

    def __init__(
        self, office: Office, person: Presentation, manager: HiringManager, known: Interview | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = _("Interview with {name}").format(name=person.candidate)
        super().__init__(title, save=_("Move it") if known else _("Book it"), parent=parent)
        self._office, self._person, self._known = office, person, known
        self._when = When(office, self)
        self.add("at", Field(_("When"), self._when.text))
        self.add("picker", Field(_("Day and time"), self._when.picker))  # beside each other the time would be cut
        day = working_time(manager).next_working_day(office.today())
        self._when.show(known.held_at if known else instant(day, _TEN, office.zone))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a time that cannot be read."""
        at = self._when.value()
        if self._known is not None:
            return partial(candidates.move_interview, self._office, self._known.id, at=at)
        return partial(candidates.book_interview, self._office, self._person.id, at=at)

    def refuse(self, error: AppError) -> None:
        """Under the field that shows the value."""
        at_time = isinstance(error, InputError) and error.field == "when"
        super().refuse(InputError("at", str(error)) if at_time else error)


def answer_label(answer: Answer) -> str:
    """What the manager said, in a word."""
    return {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.QUESTION: _("A question")}[answer]
