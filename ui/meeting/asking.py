"""The questions of an intake, one after the other: what was said is kept with the question, or it is left for later."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.meetings import MeetingKind, MeetingState
from app.domain.requirements import RequirementKind
from app.domain.talks import MeetingId
from app.services import questions
from app.services.changes import Change
from app.services.meeting_page import MeetingPageFacts
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.drafts import DraftKeeper
from ui.kit.field import Choice, Field, Line
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import line_height, size

_FIELDS = 380  # room for both fields, the margins and the gaps


class AskingBar(Card):
    """One question over the capture field: Enter keeps what was said and goes on; `left` after the last one."""

    left = Signal()

    def __init__(self, desk: Desk, meeting: MeetingId, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=size(4))
        self._desk, self._meeting = desk, meeting
        self._chosen_place = f"meeting:{meeting}:question"
        self._chosen = desk.bridge.draft(self._chosen_place)
        self._question = ""
        self._count, self._words = Label("", "caption", "text2"), Label("", "heading", wrap=True)
        self._answer, self._keep_as = Line(), Choice(_kept_as())
        self._said, self._kept = Field(_("The answer"), self._answer), Field(_("Keep it also as"), self._keep_as)
        self._asked, self._later = Button(_("Asked"), icon="check"), Button(_("Later"), kind="quiet")
        self._lay_out()
        self._draft = DraftKeeper(self._answer, f"meeting:{meeting}:answer", desk.bridge)
        self._asked.clicked.connect(self._ask)
        self._answer.returnPressed.connect(self._ask)
        self._later.clicked.connect(self._skip)

    def show_facts(self, facts: MeetingPageFacts) -> None:
        """Show the question that is next, or the one that was chosen."""
        self._facts = facts
        asking, meeting = facts.asking, facts.meeting
        self._question = self._chosen or next(iter(asking.ahead), "")
        focused: QWidget | None = self.focusWidget()
        if not self._question and focused is not None and focused.hasFocus():
            self.left.emit()
        is_wanted = bool(self._question) or meeting.kind is MeetingKind.INTAKE
        self.setVisible(meeting.state is MeetingState.RUNNING and is_wanted)
        number = _("Question {number} of {total}").format(number=asking.number, total=asking.total)
        self._count.setText(_("A gap in the intake") if self._chosen else number)
        self._words.setText(self._question or _("Every question was asked or left for later."))
        self._answer.setAccessibleDescription(self._question)
        for part in (self._count, self._said, self._asked, self._later):
            part.setVisible(bool(self._question))
        self._kept.setVisible(bool(self._question) and meeting.search is not None)

    def choose(self, question: str) -> None:
        """Ask this one now; an answer that is being typed belongs to another question and is asked for first."""
        if question != self._question and self.is_clear():
            self._choose(question)
            self.show_facts(self._facts)
        self._answer.setFocus()

    def is_clear(self) -> bool:
        """Whether no answer waits to be kept; else it says so, and the field gets the keyboard."""
        if self.isHidden() or not self._answer.text().strip():
            return True
        self.refuse(_("This answer is not kept yet. Press Asked, or clear it."))
        return False

    def refuse(self, sentence: str) -> None:
        """Say under the answer what is wrong; nothing typed is lost."""
        self._said.refuse(sentence)
        self._answer.setFocus()
        announce(self, sentence)

    def settle(self) -> None:
        """Keep what is typed."""
        if self._draft.is_waiting():
            self._draft.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the fields, the buttons stand below them."""
        super().resizeEvent(event)
        buttons = self._asked.sizeHint().width() + self._later.sizeHint().width()
        wide = self.width() >= buttons + size(_FIELDS)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        above = line_height("captionMedium") + size(5) if wide else 0
        self._buttons.setContentsMargins(0, above, 0, 0)
        self._row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))

    def _lay_out(self) -> None:
        fields, self._buttons = QHBoxLayout(), QHBoxLayout()
        fields.setSpacing(size(8))
        fields.addWidget(self._said, 4, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self._kept, 3, Qt.AlignmentFlag.AlignTop)
        self._buttons.setSpacing(size(4))
        self._buttons.addWidget(self._asked)
        self._buttons.addWidget(self._later)
        self._buttons.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(size(8))
        self._row.addLayout(fields, 1)
        self._row.addLayout(self._buttons)
        self.column.addWidget(self._count)
        self.column.addWidget(self._words)
        self.column.addSpacing(size(4))
        self.column.addLayout(self._row)

    def _choose(self, question: str) -> None:
        """The question that comes before its turn; it is still the one when the page is opened again."""
        self._chosen = question
        self._desk.bridge.keep_draft(self._chosen_place, question)

    def _ask(self) -> None:
        said, kept = self._answer.text(), RequirementKind(self._keep_as.key) if self._keep_as.key else None
        use_case = partial(questions.ask, self._desk.office, self._meeting, text=self._question, answer=said,
                           keep_as=kept)  # fmt: skip
        self._desk.bridge.do(use_case, then=self._done, failed=self._refused)

    def _skip(self) -> None:
        use_case = partial(questions.skip, self._desk.office, self._meeting, text=self._question)
        self._desk.bridge.do(use_case, then=self._left, failed=self._refused)

    def _done(self, change: Change) -> None:
        """Ready for the next question."""
        self._said.clear()
        self._answer.clear()
        self._draft.forget()
        self._keep_as.setCurrentIndex(0)
        self._left(change)

    def _left(self, change: Change) -> None:
        if self._chosen:
            self._choose("")
        announce(self, change.label)
        self._answer.setFocus()

    def _refused(self, error: AppError) -> None:
        self.refuse(str(error))


def _kept_as() -> list[tuple[str, str]]:
    """What an answer can become besides."""
    return [
        ("", _("Nothing")), (RequirementKind.MUST, _("Must-have")), (RequirementKind.NICE, _("Nice-to-have")),
        (RequirementKind.DEAL_MAKER, _("Deal maker")), (RequirementKind.DEAL_BREAKER, _("Deal breaker")),
    ]  # fmt: skip
