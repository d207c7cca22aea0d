"""What a step of closing together asks for, in place: its day, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.dates import day_words
from app.domain.errors import InputError
from app.domain.line_dates import typed_day, working_days_after
from app.domain.offers import Offer, OfferId, Step, VerbalAnswer
from app.domain.searches import PresentationId
from app.services import offers
from app.services.changes import Change
from app.services.closing import Closing, choosable
from app.services.office import Office
from app.words import _
from ui.kit import talk_words
from ui.kit.editor import Editor
from ui.kit.field import Area, Choice, Field, Line
from ui.kit.words import Label

DECLINE = "decline"
_EXPIRES_IN = 5  # working days: the shorter of what is usual

_ASKED: Mapping[str, tuple[str, ...]] = {
    Step.CHOSEN: ("presentation", "on"), Step.SALARY_TALK: ("on",), Step.TERMS: ("on",), Step.VERBAL: ("on",),
    Step.YES: ("answer", "on", "reason", "what_changes"), Step.WRITTEN: ("on", "expires_on"),
    Step.SIGNED: ("on", "start_on"), DECLINE: ("reason", "what_changes", "on"),
}  # fmt: skip
_OF_A_NO = ("reason", "what_changes")


class StepForm(Editor):
    """The form of a step, or of a decline; where it `waits` for another, it asks why it is recorded anyway."""

    def __init__(
        self, office: Office, closing: Closing, offer: OfferId, kind: str, *, waits: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title, save = _words(kind, closing.name)
        super().__init__(title, save=_("Record anyway") if waits else save, parent=parent)
        self._office, self._closing, self._kind, self._anyway = office, closing, kind, bool(waits)
        self.offer, self._offer = offer, office.offers.find(offer)
        self.step = None if kind == DECLINE else Step(kind)
        self._say(title, waits)
        asked = tuple(name for name in _ASKED[kind] if name != "answer" and name not in _OF_A_NO)
        for name in ("reason", *asked) if waits else _ASKED[kind]:
            self.add(name, self._field(name))
        if "answer" in self.fields:
            self._control("answer").currentIndexChanged.connect(self._follow_answer)
            self._follow_answer()
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a day that is none."""
        given = {name: self._value(name) for name in self.fields}
        office = self._office
        if self._anyway:
            return partial(offers.record_anyway, office, self.offer, step=Step(self._kind), **given)
        if self._kind == Step.CHOSEN:
            return partial(offers.choose, office, **given)
        if self._kind == Step.SALARY_TALK:
            return partial(offers.salary_talk, office, self._closing.search.id, **given)
        return partial(_USE_CASES[self._kind], office, self.offer, **given)

    def _say(self, title: str, waits: str) -> None:
        """What the row above does not say already."""
        if waits:
            self.column.addWidget(Label(waits, "caption", "text2", wrap=True))
        elif self._kind == DECLINE or (self._kind == Step.CHOSEN and self._closing.can_choose_more):
            self.column.addWidget(Label(title, "bodyMedium", wrap=True))

    def _field(self, name: str) -> Field:
        labels = {
            "presentation": _("Whom {name} chose").format(name=self._closing.name), "on": _("On which day"),
            "answer": _("What they said"), "what_changes": _("What changes for the next offer"),
            "reason": _("Why it is recorded now") if self._anyway else _("Why they declined"),
            "expires_on": _("Stands until"), "start_on": _("Starts on"),
        }  # fmt: skip
        return Field(labels[name], self._made(name))

    def _made(self, name: str) -> QWidget:
        if name == "presentation":
            people = choosable(self._office, self._closing.search.id)
            choice = Choice((str(each.id), each.candidate) for each in people)
            choice.choose(str(self._offer.presentation) if self._offer else "")
            return choice
        if name == "answer":
            return Choice(((VerbalAnswer.YES.value, _("Yes")), (VerbalAnswer.NO.value, _("No"))))
        if name in _OF_A_NO:
            area = Area(lines=2)
            area.setPlainText((self._offer and {"reason": self._offer.declined_reason,
                                                "what_changes": self._offer.what_changes}[name]) or "")  # fmt: skip
            return area
        line = Line(_("such as fri or 3 dec") if name != "on" else _("such as yesterday or 20 nov"))
        day = _first_day(self._office, self._closing, self._offer, name, self.step)
        line.setText(day_words(day, self._office.today()) if day else "")
        return line

    def _value(self, name: str) -> Any:
        control = self._control(name)
        if name == "presentation":
            return PresentationId(int(control.key))
        if name == "answer":
            return VerbalAnswer(control.key)
        if name in _OF_A_NO:
            return control.toPlainText()
        return self._day(name, control.text())

    def _day(self, name: str, words: str) -> date | None:
        """A day as it was written; nothing for a written offer without an end."""
        if name == "expires_on" and not words.strip():
            return None
        today = self._office.today()
        try:
            found = typed_day(words, today) if name == "on" else talk_words.due(words, today)
        except InputError:
            found = None
        if found is None:
            raise InputError(name, _("This day is not understood. Write it like Fri, 27.11 or 4 Jan."))
        return found

    def _control(self, name: str) -> Any:
        return self.fields[name].control

    def _follow_answer(self) -> None:
        """Only a no has a reason."""
        for name in _OF_A_NO:
            self.fields[name].setVisible(self._control("answer").key == VerbalAnswer.NO)


_USE_CASES: Mapping[str, Callable[..., Change]] = {
    Step.TERMS: offers.terms, Step.VERBAL: offers.verbal, Step.YES: offers.answer, Step.WRITTEN: offers.written,
    Step.SIGNED: offers.sign, DECLINE: offers.decline,
}  # fmt: skip


def _words(kind: str, name: str) -> tuple[str, str]:
    """The title of a form, and what its button says."""
    title, save = {
        Step.CHOSEN: (_("{name} chooses"), _("Record the choice")),
        Step.SALARY_TALK: (_("{name} hands salary talk to you"), _("Record it")),
        Step.TERMS: (_("{name} approves the terms"), _("Record the terms")),
        Step.VERBAL: (_("Verbal offer, by you"), _("Record the verbal offer")),
        Step.YES: (_("The answer to the verbal offer"), _("Record the answer")),
        Step.WRITTEN: (_("Written offer"), _("Record the written offer")),
        Step.SIGNED: (_("Signed"), _("Record the signature")),
        DECLINE: (_("They declined"), _("Record it")),
    }[kind]  # fmt: skip
    return title.format(name=name), save


def _first_day(office: Office, closing: Closing, offer: Offer | None, name: str, step: Step | None) -> date | None:
    """The day a field begins with."""
    today = office.today()
    if name == "expires_on":
        return offer.expires_on if offer and offer.expires_on else working_days_after(_EXPIRES_IN, today)
    if name == "start_on":
        wished = closing.search.target_start
        return offer.start_on if offer and offer.start_on else (wished if wished and wished >= today else None)
    if step is None:
        return (offer.declined_on if offer else None) or today
    return (offer.day_of(step) if offer else None) or today
