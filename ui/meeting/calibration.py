"""In a calibration call: the people shown who wait for an answer, each answered in place: good, close, or no."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError, NotFoundError
from app.domain.searches import Answer, PresentationId
from app.services import candidates
from app.services.calibration_call import Call, Waiting, calibration_call
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.card import Hairline
from ui.kit.editor import Editor
from ui.kit.field import Choice, Field, Line
from ui.kit.order import follow, keep_place
from ui.kit.words import Elided, Label
from ui.theme import size

_TABLES = {"presentation", "search", "requirement", "meeting"}


class CalibrationPeople(QWidget):
    """Hidden while there is nobody, and in meetings of another kind."""

    def __init__(self, desk: Desk, meeting: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._meeting = desk, meeting
        self._shown = Call((), ())
        self._form: AnswerForm | None = None
        self._place = keep_place(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(size(5))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, size(12), 0, 0)
        self._column.setSpacing(size(5))
        self._column.addWidget(Hairline())
        self._column.addSpacing(size(8))
        self._column.addWidget(Label(_("People shown"), "heading", wrap=True))
        self._column.addLayout(self._rows)
        self.hide()
        self.read()
        desk.bridge.changed.connect(self._on_changed)

    def read(self) -> None:
        """Read who waits, and show what is different."""
        try:
            found = calibration_call(self._desk.office, self._desk.office.meetings.get(self._meeting))
        except NotFoundError:
            return
        if found == self._shown:
            return
        self._shown = found
        self._clear()
        for words in found.patterns:
            self._rows.addWidget(Label(words, "body", "risk", wrap=True))
        stop = self._place
        for person in found.people:
            row = _Row(self, person)
            self._rows.addWidget(row)
            stop = follow(stop, row)
            if self._form is not None and self._form.person == person.id:
                self._rows.addWidget(self._form)
                stop = follow(stop, self._form)
        if self._form is not None and self._rows.indexOf(self._form) < 0:  # answered elsewhere: what is typed stays
            self._rows.addWidget(self._form)
        self.setVisible(bool(found))

    def _clear(self) -> None:
        """Take everything away but the form."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._form:
                widget.hide()
                widget.deleteLater()

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._form is not None:
            self._form.settle()

    def ask(self, person: Waiting) -> None:
        """The form for one answer, below its person."""
        self._close()
        row = next(each for each in self.findChildren(_Row) if each.person == person and each.isVisibleTo(self))
        self._form = form = AnswerForm(self._desk.office, person)
        form.keep_draft(f"presentation:{person.id}:answer", self._desk.bridge)
        form.saved.connect(self._save)
        form.cancelled.connect(self._close)
        self._rows.insertWidget(self._rows.indexOf(row) + 1, form)
        form.show()
        follow(row.button, form)
        form.focus_first()

    def _save(self) -> None:
        if self._form is not None:
            self._desk.bridge.do(self._form.use_case(), then=self._saved, failed=self._refused)

    def _refused(self, error: AppError) -> None:
        if self._form is not None:
            self._form.refuse(error)

    def _saved(self, change: Change) -> None:
        if self._form is not None:
            self._form.forget_draft()
        self._close()
        self._desk.say(change.label, undo=True)

    def _close(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            form.settle()
            self._rows.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _on_changed(self, change: Change) -> None:
        if any(table in _TABLES for table, _row in change.touched):
            self.read()


class _Row(QWidget):
    """One person, and the button that asks for the answer."""

    def __init__(self, people: CalibrationPeople, person: Waiting) -> None:
        super().__init__()
        self._people, self.person = people, person
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(person.name, "body"))
        words.addWidget(Elided(person.shown, "caption", "text2"))
        self.button = Button(_("Answer"), kind="compact")
        self.button.setAccessibleName(_("Answer on {name}").format(name=person.name))
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def _ask(self) -> None:
        self._people.ask(self.person)


class AnswerForm(Editor):
    """Good, close or no; a no needs its reason."""

    def __init__(self, office: Office, person: Waiting, parent: QWidget | None = None) -> None:
        super().__init__(_("Answer on {name}").format(name=person.name), parent=parent)
        self._office, self.person = office, PresentationId(person.id)
        self._answer = Choice(
            ((Answer.YES.value, _("Good")), (Answer.QUESTION.value, _("Close, a question")), (Answer.NO.value, _("No")))
        )
        self._reason = Line(_("What would make it a yes?"))
        self.add("answer", Field(_("What they say of {name}").format(name=person.name), self._answer))
        self.add("reason", Field(_("Reason"), self._reason))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """Log the answer."""
        answer, reason = Answer(self._answer.key), self._reason.text().strip()
        return partial(candidates.answer, self._office, self.person, answer=answer, reason=reason)
