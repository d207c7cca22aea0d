"""The card of what is asked about a search: what nobody asked yet first, then each question over its answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.intake import Question, QuestionId
from app.domain.searches import SearchId
from app.services import questions
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.desk import Desk
from ui.kit.editor import Editor
from ui.kit.field import Area, Field, Line
from ui.search.line_row import Shown
from ui.search.lines import LineList
from ui.search.ordered import OrderedCard
from ui.search.parts import Title

_SIDE = 16
_TAKE_BACK = "take-back"


class QuestionsCard(OrderedCard):
    """One line a question, in the order of the intake, so none is moved; the lock says that answers are private."""

    TABLES = frozenset({"question"})
    KIND = "question"

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        empty = _("What you ask, and what you did not get to, stands here after the intake.")
        title = Title(_("Questions of the intake"), "heading", icon="lock")
        name = _("Questions of the intake (private)")
        lines = LineList(name, _("Add a question"), title=title, empty=empty)
        super().__init__(desk, search, lines, side=_SIDE, parent=parent)
        self.refresh()

    def read(self) -> Sequence[Question]:
        """What was not asked, then what was."""
        return questions.about(self.office, self.search)

    def line(self, record: Question) -> Shown:
        """The question over its answer, or over that it was not asked."""
        if record.asked_on is None:
            return Shown(record.id, "circle-dashed", "text2", record.text, _("Not asked yet"), can=("delete",),
                         edit=_("Write the answer\tF2"))  # fmt: skip
        said = record.answer or _("Asked, without an answer written down")
        return Shown(record.id, "check", "kept", record.text, said, can=("delete",),
                     deeds=((_TAKE_BACK, _("It was not asked")),), edit=_("Write the answer anew\tF2"))  # fmt: skip

    def form(self, record: Question | None) -> Editor:
        """The form of an answer, or of one question more."""
        return NewQuestion(self.office, self.search) if record is None else AnswerTo(self.office, record)

    def delete(self, record: Question) -> Change:
        """Remove a question with its answer."""
        return questions.delete(self.office, record.id)

    def _wish(self, wish: str, number: int) -> None:
        if wish == _TAKE_BACK:
            self.forms.do(partial(questions.take_back, self.office, QuestionId(number)))
        else:
            super()._wish(wish, number)


class NewQuestion(Editor):
    """A question to ask about the search."""

    def __init__(self, office: Office, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(_("A question to ask"), parent=parent)
        self._office, self._search, self._text = office, search, Line()
        self.add("text", Field(_("What you want to ask"), self._text))
        self.finish()
        self._text.returnPressed.connect(self.saved)

    def use_case(self) -> Callable[[], Change]:
        """What saving it does."""
        return partial(questions.add, self._office, self._search, text=self._text.text())


class AnswerTo(Editor):
    """The answer to a question, which counts as asked with it."""

    def __init__(self, office: Office, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question.text, parent=parent)
        self._office, self._question = office, question
        self._answer = Area(lines=2)
        self._answer.setPlainText(question.answer or "")
        self.add("answer", Field(question.text, self._answer))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does."""
        return partial(questions.answer, self._office, self._question.id, answer=self._answer.toPlainText())
