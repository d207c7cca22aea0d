"""The left of the page: timer, agenda, and what is worth asking."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.meeting_timer import is_paused
from app.domain.meetings import AgendaItem, AgendaItemId, MeetingState
from app.services import agenda, meetings
from app.services.changes import Change
from app.services.meeting_page import MeetingPageFacts
from app.words import _
from ui.desk import Desk
from ui.kit import mirror
from ui.kit.button import Button, IconButton
from ui.kit.card import Hairline
from ui.kit.drafts import DraftKeeper
from ui.kit.scrolling import Page
from ui.kit.words import Label
from ui.meeting.agenda_list import AgendaList, point_place
from ui.meeting.point_line import PointLine
from ui.meeting.ring import Ring
from ui.theme import size

_MARGIN, _INDENT = 16, 10


class Side(Page):
    """On chrome; scrolls as one when the window is low."""

    def __init__(self, desk: Desk, facts: MeetingPageFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=size(24), margin=size(_MARGIN))
        self._desk, self._meeting = desk, facts.meeting
        self.ring = Ring(desk.office, facts.meeting)
        self._pause = Button(_("Pause"), icon="pause")
        self._more = Button(_("+5 min"), kind="quiet")
        self.agenda = AgendaList(desk.bridge)
        self._none = Label(_("No points yet."), "body", "text2")
        self._new: PointLine | None = None
        self._new_place = f"meeting:{facts.meeting.id}:point"
        self._questions, self._line = QVBoxLayout(), Hairline()
        self._asked: tuple[str, ...] = ()
        self._pause.clicked.connect(self._pause_or_go_on)
        self._more.clicked.connect(self._extend)
        self.agenda.toggled.connect(self._tick)
        self.agenda.rewritten.connect(self._rewrite)
        self.agenda.shifted.connect(self._shift)
        self.agenda.removed.connect(self._remove)
        self.agenda.refused.connect(desk.say)
        self._build()
        if desk.bridge.draft(self._new_place):
            self._show_new()

    def show_facts(self, facts: MeetingPageFacts) -> None:
        """Show the meeting as it stands."""
        self._meeting = facts.meeting
        self.ring.show_meeting(facts.meeting)
        running, paused = facts.meeting.state is MeetingState.RUNNING, is_paused(facts.meeting)
        self._pause.setText(_("Go on") if paused else _("Pause"))
        self._pause.set_icon("play" if paused else "pause")
        self._pause.updateGeometry()
        self._pause.setEnabled(running)
        self._more.setEnabled(running)
        self.agenda.show_points(facts.agenda)
        self.agenda.setVisible(bool(facts.agenda))
        self._none.setVisible(not facts.agenda and self._new is None)
        self._show_questions(facts.questions)

    def add_point(self) -> None:
        """Write a new point below the others."""
        self._show_new().setFocus()

    def settle(self) -> None:
        """Keep what is typed now."""
        self.agenda.settle()
        if self._new is not None and self._new_draft.is_waiting():
            self._new_draft.keep()

    def _show_new(self) -> PointLine:
        """The line for a new point, with what was left in it."""
        if self._new is None:
            self._new = PointLine()
            self._new_draft = DraftKeeper(self._new, self._new_place, self._desk.bridge)
            self._new.typed.connect(self._add)
            self._new.given_up.connect(self._give_up_new)
            self._new.refused.connect(self._desk.say)
            self._typed.addWidget(self._new)
            self._none.hide()
        return self._new

    def _build(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        buttons = QHBoxLayout()
        buttons.setSpacing(size(6))
        buttons.addStretch()
        buttons.addWidget(self._pause)
        buttons.addWidget(self._more)
        buttons.addStretch()
        plus = IconButton("plus", _("Add a point"), kind="quietCompact")
        plus.clicked.connect(self.add_point)
        head = QHBoxLayout()
        head.setContentsMargins(mirror.margins(size(_INDENT), 0, size(2), 0))
        head.addWidget(Label(_("Agenda"), "heading"), 1)
        head.addWidget(plus)
        self._typed = QVBoxLayout()
        indented = QHBoxLayout()
        indented.setContentsMargins(mirror.margins(size(_INDENT), size(4), 0, 0))
        indented.addWidget(self._none)
        for part, gap in ((self.ring, 14), (buttons, 21), (head, 5), (self.agenda, 0), (indented, 0), (self._typed, 0)):
            if isinstance(part, QWidget):
                self.column.addWidget(part, 0, centre if part is self.ring else Qt.AlignmentFlag(0))
            else:
                self.column.addLayout(part)
            self.column.addSpacing(size(gap))
        self.column.addSpacing(size(20))
        self.column.addStretch()
        self._questions.setContentsMargins(size(_INDENT), size(10), size(_INDENT), 0)
        self._questions.setSpacing(size(3))
        self.column.addWidget(self._line)
        self.column.addLayout(self._questions)

    def _show_questions(self, questions: tuple[str, ...]) -> None:
        if questions == self._asked:
            return
        self._asked = questions
        while (item := self._questions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._line.setVisible(bool(questions))
        if questions:
            self._questions.addWidget(Label(_("Worth asking"), "captionMedium", "text2"))
        for question in questions:
            self._questions.addWidget(Label(question, "body", wrap=True))

    def _do(self, use_case: Callable[[], Change]) -> None:
        self._desk.bridge.do(use_case)

    def _pause_or_go_on(self) -> None:
        change = meetings.go_on if is_paused(self._meeting) else meetings.pause
        self._do(partial(change, self._desk.office, self._meeting.id))

    def _extend(self) -> None:
        self._do(partial(meetings.extend, self._desk.office, self._meeting.id))

    def _tick(self, item: AgendaItem) -> None:
        self._do(partial(agenda.tick, self._desk.office, item.id, done=not item.done))

    def _rewrite(self, point: int, line: str) -> None:
        use_case = partial(agenda.edit_line, self._desk.office, AgendaItemId(point), line=line)
        self._desk.bridge.do(use_case, then=self._rewritten)

    def _rewritten(self, change: Change) -> None:
        self._desk.bridge.keep_draft(point_place(change.id), "")

    def _shift(self, point: int, place: int) -> None:
        self._do(partial(agenda.place, self._desk.office, AgendaItemId(point), position=place))

    def _remove(self, point: int) -> None:
        use_case = partial(agenda.delete, self._desk.office, AgendaItemId(point))
        self._desk.bridge.do(use_case, then=self._say)

    def _say(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)

    def _add(self, line: str) -> None:
        self._desk.bridge.do(partial(agenda.add_line, self._desk.office, self._meeting.id, line=line), then=self._added)

    def _added(self, _change: Change) -> None:
        """Ready for the next point."""
        if self._new is not None:
            self._new.clear()
            self._new_draft.forget()

    def _give_up_new(self) -> None:
        self._new_draft.forget()
        self._close_new()

    def _close_new(self) -> None:
        if self._new is not None:
            line, self._new = self._new, None
            self._typed.removeWidget(line)
            line.hide()
            line.deleteLater()
            self.agenda.setFocus()
            self._none.setVisible(self.agenda.isHidden())
