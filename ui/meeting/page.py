"""The live meeting: one field to catch what is said, the agenda and the timer beside it, what is open between you.

Nothing here is only in memory: each line is saved as it is entered, and what is still being typed is a kept draft.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError, NotFoundError
from app.domain.meetings import CaptureKind, MeetingState
from app.domain.talks import MeetingId
from app.services import ending, meetings
from app.services.beside_meeting import beside
from app.services.changes import Change
from app.services.meeting_page import is_within, meeting_page, reread
from app.words import _
from ui.desk import Desk, Place
from ui.kit import mirror
from ui.kit.card import Ground
from ui.kit.drafts import DraftKeeper
from ui.kit.order import follow
from ui.kit.scrolling import PAGE_LIMIT, Page
from ui.meeting.asked import AskedList
from ui.meeting.asking import AskingBar
from ui.meeting.beside import Beside
from ui.meeting.capture import CaptureBar
from ui.meeting.cards import Body, CaughtCards, Heading
from ui.meeting.foot import Foot
from ui.meeting.head import Head
from ui.meeting.kinds import KINDS
from ui.meeting.side import Side
from ui.theme import size

_SIDE, _FACTS, _NARROW, _LOW, _MARGIN = 305, 264, 1180, 600, 28
_SHOWN = {"meeting", "agenda_item", "captured_item", "follow_up", "expectation", "wording", "check_in", "manager",
          "search", "presentation", "question"}  # fmt: skip


class MeetingPage(QWidget):
    """The page of one meeting, running or about to; it closes when the meeting is over."""

    def __init__(self, desk: Desk, meeting: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._meeting = desk, MeetingId(meeting)
        self._facts = meeting_page(desk.office, meeting)
        name = self._facts.manager.first_name
        self._side = Side(desk, self._facts)
        self._head, self._asking = Head(), AskingBar(desk, self._meeting)
        self._bar, self._foot = CaptureBar(name), Foot(desk.office.zone)
        self._beside: Beside | None = None  # comes after the first picture
        self._shared = CaughtCards(desk, name, Heading(_("Goes in the summary")))
        self._private = CaughtCards(desk, name, Heading(_("Stays with you"), lock=True))
        self._asked = AskedList(desk)
        self._summary_wanted = False
        self._build()
        self._draft = DraftKeeper(self._bar.line, meetings.draft_place(meeting), desk.bridge)
        self._bar.captured.connect(self._capture)
        self._foot.ended.connect(self._end)
        self._foot.started.connect(self._start)
        self._asking.left.connect(self.focus_content)
        for cards in (self._shared, self._private):
            cards.left.connect(self.focus_content)
        desk.bridge.changed.connect(self._on_changed)
        self._show()

    @property
    def toast_ground(self) -> QWidget:
        """Where the window says what was done, clear of the buttons at the foot."""
        return self._body

    @property
    def is_whole(self) -> bool:
        """Whether what stands beside the meeting is there."""
        return self._beside is not None

    def commands(self) -> dict[str, Callable[[], None]]:
        """The five kinds, F6 round the page, Ctrl+M for coming back to the field, and the manager's briefing."""
        kinds: dict[str, Callable[[], None]] = {f"capture-{n}": _Kind(self, kind) for n, kind in enumerate(KINDS, 1)}
        regions = {"next-region": self._next_region, "previous-region": self._previous_region}
        return {**kinds, **regions, "meeting": self.focus_content, "briefing": self._brief}

    def state(self) -> dict[str, Any]:
        """Nothing beyond the meeting itself."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Nothing to stand in again."""

    def focus_content(self) -> None:
        """The keyboard into the capture field."""
        self._bar.line.setFocus()

    def settle(self) -> None:
        """Keep what is being typed."""
        if self._draft.is_waiting():
            self._draft.keep()
        for part in (self._side, self._beside, self._asking, self._shared, self._private, self._asked):
            if part is not None:
                part.settle()

    def leave(self) -> None:
        """Back to the manager; the meeting goes on."""
        self.settle()
        self._desk.open(Place("manager", self._facts.manager.id))

    def as_kind(self, kind: CaptureKind) -> None:
        """Keep the line as this kind; where a card has the keyboard, make the card this kind."""
        for cards in (self._shared, self._private):
            item = cards.focused_item()
            if item is not None:
                cards.make(item, kind)
                return
        self._bar.save_as(kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page, not the meeting."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the facts stand below what was captured; in a low one the question scrolls with it."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Seen: the rest comes with the next turn."""
        super().paintEvent(event)
        if self._beside is None:
            QTimer.singleShot(0, self, self._show_beside)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs other widths."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: what is typed is kept."""
        super().hideEvent(event)
        self.settle()

    def _brief(self) -> None:
        self._desk.open(Place("briefing", self._facts.manager.id))

    def _next_region(self) -> None:
        self._go_region(1)

    def _previous_region(self) -> None:
        self._go_region(-1)

    def _go_region(self, step: int) -> None:
        """Side, question, field, captured lines, foot: the keyboard goes round."""
        regions = (self._side, self._asking, self._bar, self._body, self._foot)
        focused: QWidget | None = self.focusWidget()
        held = [focused is not None and part.isAncestorOf(focused) for part in regions]
        at = held.index(True) if True in held else -1
        for distance in range(1, len(regions) + 1):
            stop = _first_stop(regions[(at + step * distance) % len(regions)])
            if stop is not None:
                stop.setFocus()
                return

    def _build(self) -> None:
        self._left, self._right = Ground("chrome", right=True), Ground("chrome", left=True)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(mirror.margins(0, 0, 1, 0))
        left.addWidget(self._side)
        self._aside = Page(top=size(24), margin=size(20))
        self._aside.column.addStretch()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(mirror.margins(1, 0, 0, 0))
        right.addWidget(self._aside)
        above = QWidget()
        above.setMaximumWidth(PAGE_LIMIT + 2 * size(_MARGIN))
        self._top = top = QVBoxLayout(above)
        top.setContentsMargins(size(_MARGIN), size(22), size(_MARGIN), size(16))
        top.setSpacing(size(16))
        top.addWidget(self._head)
        top.addWidget(self._asking)
        top.addWidget(self._bar)
        self._body = Body(size(_MARGIN))
        self._body.column.setSpacing(size(16))
        self._body.column.addWidget(self._shared)
        self._body.column.addWidget(self._private)
        self._body.column.addWidget(self._asked)
        self._body.column.addStretch()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(above)
        middle.addWidget(self._body, 1)
        middle.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addLayout(middle, 1)
        row.addWidget(self._right)

    def _fit(self) -> None:
        narrow = self.width() < size(_NARROW)
        self._left.setFixedWidth(size(_SIDE))
        self._right.setFixedWidth(size(_FACTS))
        self._right.setVisible(not narrow)
        place = (self._body.column, 0) if self.height() < size(_LOW) else (self._top, 1)
        if place[0].indexOf(self._asking) < 0:
            place[0].insertWidget(place[1], self._asking)
        home = self._body.column if narrow else self._aside.column
        if self._beside is not None and home.indexOf(self._beside) < 0:
            home.insertWidget(home.count() - 1, self._beside)

    def _show_beside(self) -> None:
        """What is known between you, once the field, the agenda and what was said are painted."""
        if self._beside is None and self.isVisible():
            try:
                known = beside(self._desk.office, self._meeting)
            except NotFoundError:
                return
            self._beside = Beside(self._desk, self._facts, known, self)
            self._beside.chosen.connect(self._asking.choose)
            self._fit()
            self._beside.show()  # at once: a layout would show it a turn later

    def _show(self) -> None:
        facts = self._facts
        self._side.show_facts(facts)
        self._head.show_facts(facts)
        self._shared.show_caught(facts.shared)
        self._private.show_caught(facts.private)
        self._asking.show_facts(facts)
        self._asked.show_asked(facts.asking.asked)
        if self._beside is not None:
            self._beside.show_facts(facts)
        last = self._bar.last
        below = [self._asking] if self._body.isAncestorOf(self._asking) else []
        for part in (*below, *self._shared.rows(), *self._private.rows(), *self._asked.rows()):
            last = follow(last, part)
        self._foot.show_facts(facts)

    def _on_changed(self, change: Change) -> None:
        """Read again what changed; a meeting that is over or gone leaves its page."""
        tables = {table for table, _row in change.touched} & _SHOWN
        if not tables:
            return
        try:
            self._facts = reread(self._desk.office, self._facts, tables)
            if self._beside is not None and not is_within(tables):
                self._beside.read(self._facts)
        except NotFoundError:
            self._gone(change)
            return
        if self._facts.meeting.state in (MeetingState.HELD, MeetingState.CANCELLED):
            self._close()
        else:
            self._show()

    def _gone(self, change: Change) -> None:
        """The meeting was deleted, perhaps with its manager."""
        self._desk.bridge.changed.disconnect(self._on_changed)
        manager = self._facts.manager.id
        self._desk.open(Place("today") if ("manager", manager) in change.touched else Place("manager", manager))

    def _capture(self, text: str, kind: CaptureKind) -> None:
        use_case = partial(meetings.capture, self._desk.office, self._meeting, kind=kind, text=text)
        self._sent = text
        self._desk.bridge.do(use_case, then=self._captured, failed=self._refused)

    def _captured(self, _change: Change) -> None:
        self._bar.kept(self._sent)
        self._draft.saved()

    def _refused(self, error: AppError) -> None:
        self._bar.refuse(str(error))

    def _start(self) -> None:
        self._desk.bridge.do(partial(meetings.start, self._desk.office, self._meeting))
        self.focus_content()

    def _end(self, summary: bool) -> None:
        """End in one action; a line that is not kept yet is asked for first."""
        if self._bar.line.text().strip():
            self._bar.refuse(_("This line is not kept yet. Say what it is, or clear it."))
            self.focus_content()
        elif self._asking.is_clear() and self._foot.is_clear():
            self._summary_wanted = summary
            self._desk.bridge.do(partial(ending.end, self._desk.office, self._meeting, at=self._foot.ended_at()))

    def _close(self) -> None:
        """The meeting is over: to its row, and to the summary when it was asked for."""
        self._desk.bridge.changed.disconnect(self._on_changed)
        wanted, self._summary_wanted = self._summary_wanted, False
        self._desk.open(Place("manager", self._facts.manager.id, "meetings", ("meeting", self._meeting)))
        if wanted:
            self._desk.open(Place("document", self._meeting))


def _first_stop(region: QWidget) -> QWidget | None:
    """The first part of a region that takes the keyboard."""
    for part in region.findChildren(QWidget):
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return part
    return None


class _Kind:
    """The command of one kind."""

    def __init__(self, page: MeetingPage, kind: CaptureKind) -> None:
        self._page, self._kind = page, kind

    def __call__(self) -> None:
        self._page.as_kind(self._kind)
