"""The head of a search: what it is, whose, how old, the band; its stages; what is done most."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.dates import time_words
from app.domain.meetings import MeetingKind
from app.domain.searches import SearchId, Stage
from app.services import meetings, searches
from app.services.changes import Change
from app.services.search_page import Head
from app.words import _
from ui.desk import Desk, Place
from ui.kit import mirror
from ui.kit.button import Button
from ui.kit.order import follow
from ui.kit.scrolling import MARGIN, PAGE_LIMIT
from ui.kit.words import Elided
from ui.search.details import DetailsEditor
from ui.search.outcome import OutcomeEditor
from ui.search.person_link import PersonLink
from ui.search.stages import StageLine
from ui.theme import size

_WORDLESS = 720


class Header(QWidget):
    """Title, person, facts, actions, stages; closing and the details are asked below, in place."""

    presented = Signal()

    def __init__(self, desk: Desk, found: Head, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._found = desk, found
        self._id = SearchId(found.search.id)
        self._title, self._facts = Elided("", "title"), Elided("", "body", "text2")
        self._person = PersonLink()
        self._intake, self._paper = Button("", icon="play"), Button("", icon="file-text")
        self._present = Button("", icon="plus", kind="primary")
        self._actions = {
            self._intake: _("Intake meeting"), self._paper: _("Search brief"), self._present: _("Present a candidate"),
        }  # fmt: skip
        for button, words in self._actions.items():
            button.setAccessibleName(words)
        self.stages = StageLine()
        self._editor: OutcomeEditor | None = None
        self._details: DetailsEditor | None = None
        self._title.setObjectName("search-title")
        self._facts.setObjectName("search-facts")
        for text in (self._title, self._facts):
            text.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()
        self._person.clicked.connect(self._open_person)
        self._intake.clicked.connect(self._show_intake)
        self._paper.clicked.connect(self._show_paper)
        self._present.clicked.connect(self.presented)
        self.stages.chosen.connect(self._go_to)
        self.show_head(found)

    def show_head(self, found: Head) -> None:
        """Show how it stands now."""
        self._found = found
        manager = found.manager
        self._title.setText(found.search.title)
        self._person.show_person(manager.id, manager.name, manager.company or "")
        self._facts.setText("".join(f"  ·  {fact}" for fact in found.facts))
        self._facts.setAccessibleName(", ".join(part for part in (*found.facts, found.band_whole) if part))
        self.stages.show_stages(found.stages)
        self._present.setVisible(self.takes_candidates)
        self._fit()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the head answers."""
        return {
            "edit-search": self.edit, "meeting": self._show_intake, "log": self._log, "briefing": self._brief,
            "document": self._show_paper,
        }  # fmt: skip

    @property
    def takes_candidates(self) -> bool:
        """Whether somebody can be presented."""
        return self._found.search.stage is not Stage.CLOSED

    def focus_actions(self) -> None:
        """The keyboard onto the first of the actions."""
        self._intake.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_below(self, part: QWidget) -> None:
        """A form of the page as a whole, under the stages."""
        self._below.addWidget(part)
        part.show()
        follow(next(each for each in self.stages.stages if each.focusPolicy() & Qt.FocusPolicy.TabFocus), part)

    def take_below(self, part: QWidget) -> None:
        """The form goes; the keyboard goes back to the stages."""
        self._below.removeWidget(part)
        part.hide()
        part.deleteLater()
        next(each for each in self.stages.stages if each.focusPolicy() & Qt.FocusPolicy.TabFocus).setFocus()

    def edit(self) -> None:
        """The details as fields, below the stages."""
        if self._details is None:
            self._details = DetailsEditor(self._desk, self._found.search)
            self._details.closed.connect(self._leave_details)
            self.put_below(self._details)
        self._details.focus_first()

    def settle(self) -> None:
        """Keep what is typed."""
        for form in (self._editor, self._details):
            if form is not None:
                form.settle()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the title or on what is said beside it edits them."""
        if self.childAt(event.position().toPoint()) in (self._title, self._facts):
            self.edit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click may begin here."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The actions lose their words before a fact is cut."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A new look: another width of the words."""
        if event.type() == QEvent.Type.PaletteChange:
            self._fit()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        line, words, self._row = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._person)
        line.addWidget(self._facts, 1)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addLayout(line)
        self._row.setSpacing(size(8))
        self._row.addLayout(words, 1)
        for button in self._actions:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(size(10))
        self._column.addLayout(self._row)
        self._column.addWidget(self.stages)
        self._column.addLayout(self._below)

    def _fit(self) -> None:
        """The page's limit on the right, words on the buttons where there is room."""
        spare = max(0, self.width() - 2 * MARGIN - PAGE_LIMIT)
        self._column.setContentsMargins(mirror.margins(MARGIN, size(20), MARGIN + spare, size(11)))
        self._give_words(*self._actions)
        if self.width() - 2 * MARGIN < size(_WORDLESS):
            self._take_words(*self._actions)
        elif not self._has_room():
            self._take_words(self._intake, self._paper)

    def _has_room(self) -> bool:
        """Whether every fact is seen beside the actions as they are."""
        buttons = sum(each.sizeHint().width() + size(8) for each in self._actions if not each.isHidden())
        margins = self._column.contentsMargins()
        line = self._person.sizeHint().width() + self._facts.sizeHint().width()
        return line + buttons <= self.width() - margins.left() - margins.right()

    def _give_words(self, *buttons: Button) -> None:
        for button in buttons:
            button.setText(self._actions[button])
            button.setToolTip("")

    def _take_words(self, *buttons: Button) -> None:
        for button in buttons:
            button.setText("")
            button.setToolTip(self._actions[button])

    def _open_person(self) -> None:
        self._desk.open(Place("manager", self._found.manager.id))

    def _show_intake(self) -> None:
        """Begin it now or at another time; where one is planned, that comes first."""
        menu, office, planned = QMenu(self), self._desk.office, self._found.intake
        if planned is not None:
            when = time_words(planned.planned_at, office.now(), office.zone)
            menu.addAction(_("Open the one planned for {when}").format(when=when), self._open_intake)
        menu.addAction(_("Start it now"), self._start_intake)
        if planned is None:
            menu.addAction(_("Plan a time"), self._plan_intake)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._intake.mapToGlobal(self._intake.rect().bottomLeft()))

    def _open_intake(self) -> None:
        if self._found.intake is not None:
            self._desk.open(Place("meeting", self._found.intake.id))

    def _start_intake(self) -> None:
        office, manager = self._desk.office, self._found.manager.id
        use_case = partial(meetings.start_now, office, manager, kind=MeetingKind.INTAKE, search=self._id)
        self._desk.bridge.do(use_case, then=self._begun)

    def _begun(self, change: Change) -> None:
        self._desk.open(Place("meeting", change.id))

    def _plan_intake(self) -> None:
        self._desk.open(Place("manager", self._found.manager.id, "meetings", ("search", self._id)))

    def _log(self) -> None:
        self._desk.open(Place("manager", self._found.manager.id, "log"))
        self._desk.command("log")

    def _show_paper(self) -> None:
        self._desk.open(Place("brief", self._id))

    def _brief(self) -> None:
        self._desk.open(Place("briefing", self._found.manager.id))

    def _go_to(self, key: str) -> None:
        """Move to a stage; closing asks how it ended."""
        stage = Stage(key)
        if stage is self._found.search.stage:
            return
        if stage is Stage.CLOSED:
            self._ask_outcome()
        else:
            self._desk.bridge.do(partial(searches.move, self._desk.office, self._id, stage=stage), then=self._said)

    def _ask_outcome(self) -> None:
        if self._editor is None:
            self._editor = OutcomeEditor()
            self._editor.keep_draft(f"search:{self._id}:outcome", self._desk.bridge)
            self._editor.saved.connect(self._close_search)
            self._editor.cancelled.connect(self._leave_outcome)
            self.put_below(self._editor)
        self._editor.focus_first()

    def _close_search(self) -> None:
        if self._editor is not None:
            use_case = partial(searches.close, self._desk.office, self._id, outcome=self._editor.outcome())
            self._desk.bridge.do(use_case, then=self._closed, failed=self._editor.refuse)

    def _closed(self, change: Change) -> None:
        if self._editor is not None:
            self._editor.forget_draft()
        self._leave_outcome()
        self._said(change)

    def _leave_outcome(self) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            self.take_below(editor)

    def _leave_details(self) -> None:
        if self._details is not None:
            details, self._details = self._details, None
            self.take_below(details)

    def _said(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)
