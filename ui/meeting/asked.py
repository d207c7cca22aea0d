"""What was asked in the meeting, each question over its answer; a press opens it to write the answer anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.intake import Question, QuestionId
from app.services import questions
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.editor import Editor
from ui.kit.field import Area, Field
from ui.kit.order import follow
from ui.kit.press_row import PressRow
from ui.kit.words import Label
from ui.meeting.cards import Heading
from ui.theme import size


class AskedList(QWidget):
    """Built anew when a question was asked; hidden while there is none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[Question, ...] = ()
        self._rows: dict[int, QWidget] = {}
        self._editor: AnswerEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(size(2))
        self._column.addWidget(Heading(_("Asked, stays with you"), lock=True))
        self._column.addStretch(1)
        self.hide()

    def show_asked(self, asked: Sequence[Question]) -> None:
        """Show these; an answer that is being written stays open."""
        if tuple(asked) == self._shown or self._editor is not None:
            return
        self._shown = tuple(asked)
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {each.id: self._row(each) for each in asked}
        for place, row in enumerate(self._rows.values(), 1):
            self._column.insertWidget(place, row)
        self.setVisible(bool(asked))

    def rows(self) -> list[QWidget]:
        """What the Tab key goes through, from above."""
        return list(self._rows.values())

    def settle(self) -> None:
        """Keep what is typed."""
        if self._editor is not None:
            self._editor.settle()

    def _row(self, question: Question) -> PressRow:
        row = PressRow(question, "check", "kept")
        row.say(question.text)
        row.say(question.answer or _("Asked, without an answer written down"), "caption", "text2")
        row.clicked.connect(self._pressed)
        return row

    def _pressed(self) -> None:
        row = self.sender()
        assert isinstance(row, PressRow)
        self._close()
        editor = AnswerEditor(row.about)
        editor.saved.connect(self._save)
        editor.cancelled.connect(self._close)
        editor.untold.connect(self._take_back)
        editor.keep_draft(f"question:{row.about.id}", self._desk.bridge)
        self._editor = editor
        self._column.insertWidget(self._column.indexOf(row), editor)
        follow(row, editor)
        row.hide()
        editor.focus_first()

    def _save(self) -> None:
        if self._editor is not None:
            number, said = self._editor.question.id, self._editor.answer()
            use_case = partial(questions.answer, self._desk.office, QuestionId(number), answer=said)
            self._desk.bridge.do(use_case, then=self._saved, failed=self._refused)

    def _take_back(self) -> None:
        if self._editor is not None:
            use_case = partial(questions.take_back, self._desk.office, QuestionId(self._editor.question.id))
            self._desk.bridge.do(use_case, then=self._saved, failed=self._refused)

    def _saved(self, change: Change) -> None:
        if self._editor is not None:
            self._editor.forget_draft()
        self._close()
        self._desk.say(change.label, undo=True)

    def _refused(self, error: AppError) -> None:
        if self._editor is not None:
            self._editor.refuse(error)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.settle()
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            row = self._rows[editor.question.id]
            row.show()
            row.setFocus()


class AnswerEditor(Editor):
    """The answer to a question, written anew; `untold` when it was not asked after all."""

    untold = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(_("Answer"), parent=parent)
        self.question = question
        self._answer = Area(lines=2)
        self._answer.setPlainText(question.answer or "")
        not_asked = Button(_("It was not asked"), kind="quiet")
        not_asked.clicked.connect(self.untold)
        self.column.addWidget(Label(question.text, "bodyMedium", wrap=True))
        self.add("answer", Field(_("The answer"), self._answer))
        self.foot.addWidget(not_asked)
        self.finish()

    def answer(self) -> str:
        """What was said, as it is written now."""
        return self._answer.toPlainText()
