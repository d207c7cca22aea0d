"""Meetings: plan one, open the one that runs, say whether one happened, find the summary of one that did."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.invitations import offered
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind, MeetingState
from app.domain.searches import SearchId
from app.domain.talks import Owner
from app.services import ending, meetings
from app.services.calendar_invitations import said_of
from app.services.changes import Change
from app.services.meeting_list import MeetingRow, running_meeting
from app.services.meeting_words import found_line
from app.words import _
from ui import tasks
from ui.desk import Desk, Place
from ui.kit import mirror
from ui.kit.button import Button
from ui.kit.empty import Empty
from ui.kit.held import HeldEditor
from ui.kit.in_place import InPlace, RowEditor
from ui.kit.invitation_form import InvitationForm
from ui.kit.scrolling import BAR, MARGIN, PAGE_LIMIT
from ui.relationship.documents import IssuedList
from ui.relationship.meetings import wording
from ui.relationship.meetings.editor import MeetingEditor
from ui.relationship.meetings.table import MeetingTable
from ui.theme import size

_RAIL, _WIDE, _INSET, _ABOVE, _BESIDE = 304, 900, 8, 54, 20
_SHOWN = {"meeting", "issued_document", "search"}


class MeetingsSection(QWidget):
    """The section of one manager."""

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._manager = desk, ManagerId(manager)
        self._stale = False
        self.table = MeetingTable(desk.office, manager)
        self._in_place = InPlace(self.table)
        self._plan_place = f"manager:{manager}:meeting"
        self._documents = IssuedList(desk, manager)
        self._build()
        self.table.opened.connect(self._main)
        self.table.ticked.connect(self._main)
        self.table.pressed.connect(self._main)
        self.table.edited.connect(self._edit_row)
        self.table.doubleClicked.connect(self._edit_index)
        self.table.deleted.connect(self._delete_row)
        self.table.asked.connect(self._show_menu)
        self.table.moved.connect(self._expect)
        self.table.hovered.connect(self._expect)
        self._in_place.closed.connect(self._closed)
        desk.bridge.changed.connect(self._on_changed)
        self._read()
        if desk.bridge.draft(self._plan_place):
            self.plan()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What it answers while it is shown."""
        return {"plan-meeting": self.plan, "meeting": self.start_or_return, "document": self._document}

    def state(self) -> dict[str, Any]:
        """How far it is scrolled, and the meeting the keyboard is on."""
        row = self.table.current_meeting()
        return {"scroll": self.table.verticalScrollBar().value(), "meeting": row.meeting.id if row else 0}

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again."""
        meeting, scroll = state.get("meeting"), state.get("scroll")
        if isinstance(meeting, int) and meeting:
            self.table.select(self.table.meetings.row_of(meeting))
        if isinstance(scroll, int):
            self.table.verticalScrollBar().setValue(scroll)

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._in_place.editor is not None:
            self._in_place.editor.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: what is typed is kept."""
        super().hideEvent(event)
        self.settle()

    def focus_content(self) -> None:
        """The keyboard into the list, or to the button while there is none."""
        if self._in_place.editor is not None:
            self._in_place.editor.focus_first()
        else:
            (self._first if self.table.isHidden() else self.table).setFocus()

    def show_record(self, record: str, number: int) -> None:
        """Bring a meeting or a document into sight and mark it; of a search, plan the intake."""
        if record == "issued_document":
            self._documents.show_record(record, number)
        elif record == "search":
            self.plan(intake=SearchId(number))
        elif record == "meeting":
            self.table.select(self.table.meetings.read_until(number))
            self.table.setFocus()

    def mark_words(self, words: str) -> None:
        """Let words stand out in the meeting that was brought into sight."""
        row = self.table.current_meeting()
        if row is not None:
            self.table.mark(found_line(self._desk.office, row.meeting.id, words))

    def plan(self, *, intake: SearchId | None = None) -> None:
        """Open the form of a new meeting, at the top of the list; `intake` is the search that it is the intake of."""
        if self.table.meetings.is_planning and intake is None:
            self.focus_content()
            return
        self._in_place.close()
        self.table.meetings.is_planning = True
        self._read()
        editor = MeetingEditor(self._desk.office, self._desk.office.managers.get(self._manager), intake=intake)
        editor.keep_draft(f"search:{intake}:intake" if intake else self._plan_place, self._desk.bridge)
        editor.saved.connect(self._save)
        self._in_place.open(0, editor)

    def start_or_return(self) -> None:
        """Back to the meeting that runs; else the one planned for about now begins, or one that was not planned."""
        running = running_meeting(self._desk.office)
        if running is not None:
            self._desk.open(Place("meeting", running[0].id))
        else:
            self._desk.bridge.do(partial(meetings.begin, self._desk.office, self._manager), then=self._begun)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The documents stand beside the list where there is room, else below."""
        super().resizeEvent(event)
        wide = self.width() >= size(_WIDE)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._documents.setMaximumWidth(size(_RAIL) if wide else PAGE_LIMIT)
        self._documents.setMinimumWidth(size(_RAIL) if wide else 0)
        self._rail.setContentsMargins(mirror.margins(0 if wide else _INSET, size(_ABOVE) if wide else 0, BAR, 0))
        self._body.setSpacing(size(_BESIDE) - (BAR if wide else 0))

    def _build(self) -> None:
        plan = Button(_("Plan a meeting"), icon="calendar-plus")
        plan.clicked.connect(self.plan)
        self._first = Button(_("Plan the first meeting"), icon="calendar-plus")
        self._first.clicked.connect(self.plan)
        name = self._desk.office.managers.get(self._manager).first_name
        why = _(
            "Plan an intake meeting or a call with {name}. Its agenda comes along, and the summary is one press away."
        )
        self._empty = Empty(_("No meetings yet"), why.format(name=name), self._first)
        head = QHBoxLayout()
        head.setContentsMargins(mirror.margins(0, 0, BAR, 0))
        head.addStretch()
        head.addWidget(plan)
        self._empty.setContentsMargins(mirror.margins(0, 0, BAR, 0))
        self._plan = plan
        left = QVBoxLayout()
        left.setSpacing(size(4))
        left.addLayout(head)
        left.addWidget(self.table, 1)
        left.addWidget(self._empty, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addLayout(left, 1)
        self._rail = QVBoxLayout()
        self._rail.addWidget(self._documents)
        self._rail.addStretch(1)
        self._body.addLayout(self._rail)
        limit = QWidget()
        limit.setMaximumWidth(PAGE_LIMIT + _INSET + BAR)
        limit.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(MARGIN - _INSET, 16, MARGIN - BAR, 0))
        row.addWidget(limit, 1)

    def _read(self) -> None:
        """Show the meetings as they are; a form that is open stays, and the list follows when it closes."""
        if self._in_place.editor is not None:
            self._stale = True
            return
        self._stale = False
        row, scroll = self.table.current_meeting(), self.table.verticalScrollBar().value()
        self.table.meetings.read()
        self.restore({"meeting": row.meeting.id if row else 0, "scroll": scroll})
        nothing = not self.table.meetings.records
        self.table.setVisible(not nothing)
        self._plan.setVisible(not nothing)
        self._empty.setVisible(nothing)

    def _on_changed(self, change: Change) -> None:
        if any(table in _SHOWN for table, _row in change.touched):
            self._read()

    def _closed(self) -> None:
        """The form is gone: the list as it is by now, and the keyboard on it."""
        self.table.meetings.is_planning = False
        self._read()
        self.focus_content()

    def _save(self) -> None:
        """Save what the open form says."""
        editor = self._in_place.editor
        if editor is None:
            return
        try:
            use_case = self._use_case(editor)
        except AppError as error:
            editor.refuse(error)
            return
        self._desk.bridge.do(use_case, then=self._saved, failed=editor.refuse)

    def _use_case(self, editor: QWidget) -> Callable[[], Change]:
        office = self._desk.office
        if isinstance(editor, InvitationForm):
            return editor.use_case()
        if isinstance(editor, HeldEditor):
            return partial(ending.held, office, editor.meeting.id, **editor.values())
        assert isinstance(editor, MeetingEditor)
        if editor.meeting is not None:
            return partial(meetings.edit, office, editor.meeting.id, **editor.values())
        return partial(meetings.plan, office, self._manager, **editor.values())

    def _saved(self, change: Change) -> None:
        if self._in_place.editor is not None:
            self._in_place.editor.forget_draft()
        was_planned = self.table.meetings.is_planning
        self._in_place.close()
        self.table.select(self.table.meetings.read_until(change.id))
        self._desk.say(said_of(self._desk.office, change), undo=True)
        row = self.table.current_meeting()
        if was_planned and row is not None and row.meeting.kind is MeetingKind.INTAKE:
            self._invite(row)

    def _main(self, at: int) -> None:
        """What the row's button does."""
        row = self.table.row(at)
        action = wording.main_action(self._desk.office, row) if row else None
        if row is not None and action is not None:
            self._do(action.key, row)

    def _expect(self, at: int) -> None:
        """The summary of a meeting that was held is a press away."""
        row = self.table.row(at)
        if row is not None and row.meeting.state is MeetingState.HELD:
            self._desk.expect(Place("document", row.meeting.id))

    def _do(self, key: str, row: MeetingRow) -> None:
        """One of the things a meeting offers."""
        office, meeting, do = self._desk.office, row.meeting.id, self._desk.bridge.do
        {
            "open": partial(self._desk.open, Place("meeting", meeting)),
            "summary": partial(self._desk.open, Place("document", meeting)),
            "issued": partial(self._desk.open, Place("issued", row.issued)),
            "edit": partial(self._edit_row, self.table.meetings.row_of(meeting)),
            "held": partial(self._ask_held, row),
            "invite": partial(self._invite, row),
            "start": partial(do, partial(meetings.start, office, meeting), then=self._begun),
            "missed": partial(do, partial(meetings.cancel, office, meeting), then=self._say),
            "cancel": partial(do, partial(meetings.cancel, office, meeting, by=Owner.ME), then=self._say),
            "called-off": partial(do, partial(meetings.cancel, office, meeting, by=Owner.THEM), then=self._say),
            "delete": partial(do, partial(meetings.delete, office, meeting), then=self._say),
        }[key]()

    def _offers(self, row: MeetingRow) -> list[tuple[str, str, str]]:
        """Everything a meeting offers: key, words, shortcut."""
        state = row.meeting.state
        planned, past = state is MeetingState.PLANNED, row.meeting.planned_at < self._desk.office.now()
        told = offered(row.meeting, self._desk.office.now())
        offers = [
            (state is MeetingState.RUNNING, "open", _("Continue"), ""), (planned, "start", _("Start"), ""),
            (planned, "open", _("Prepare"), ""), (planned and past, "held", _("Did it happen?"), ""),
            (state is MeetingState.HELD, "summary", _("Summary"), "Ctrl+P"),
            (bool(row.issued), "issued", _("Summary as it was made"), ""), (True, "edit", _("Edit"), "F2"),
            *([(True, "invite", told.words, "")] if told else []),
            (planned, "cancel", _("Cancel this meeting"), ""), (planned, "called-off", _("They called it off"), ""),
            (True, "delete", _("Delete"), "Del"),
        ]  # fmt: skip
        return [(key, words, keys) for offered, key, words, keys in offers if offered]

    def _show_menu(self, at: int) -> None:
        row = self.table.row(at)
        if row is None:
            return
        menu = QMenu(self)
        for key, words, keys in self._offers(row):
            action = menu.addAction(words, self._chosen)
            action.setData((key, at))
            action.setShortcut(keys)
        below = self.table.visualRect(self.table.model().index(at, 0)).bottomRight()
        below.setX(below.x() - menu.sizeHint().width())
        menu.popup(self.table.viewport().mapToGlobal(below))

    def _chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        key, at = action.data()
        row = self.table.row(at)
        if row is not None:
            self._do(key, row)

    def _edit_index(self, index: Any) -> None:
        self._edit_row(index.row())

    def _edit_row(self, at: int) -> None:
        """The row becomes a form."""
        row = self.table.row(at)
        if row is None:
            return
        office = self._desk.office
        editor = MeetingEditor(office, office.managers.get(self._manager), row.meeting)
        editor.saved.connect(self._save)
        editor.keep_draft(f"meeting:{row.meeting.id}:form", self._desk.bridge)
        self._open_at(row, editor)

    def _ask_held(self, row: MeetingRow) -> None:
        editor = HeldEditor(self._desk.office, row.meeting)
        editor.saved.connect(self._save)
        editor.moved.connect(self._was_moved)
        editor.missed.connect(self._was_missed)
        editor.keep_draft(f"meeting:{row.meeting.id}:held", self._desk.bridge)
        self._open_at(row, editor)

    def _invite(self, row: MeetingRow) -> None:
        """The row becomes the invitation, its change or its cancellation."""
        editor = InvitationForm(self._desk.office, row.meeting.id, tasks.run)
        editor.saved.connect(self._save)
        editor.keep_draft(f"meeting:{row.meeting.id}:invitation", self._desk.bridge)
        self._open_at(row, editor)

    def _open_at(self, row: MeetingRow, editor: RowEditor) -> None:
        self._in_place.close()
        self._in_place.open(self.table.meetings.row_of(row.meeting.id), editor)

    def _was_moved(self) -> None:
        row = self._asked_about()
        if row is not None:
            self._do("edit", row)

    def _was_missed(self) -> None:
        row = self._asked_about()
        if row is not None:
            self._do("missed", row)

    def _asked_about(self) -> MeetingRow | None:
        """The meeting of the question; its form is closed."""
        editor = self._in_place.editor
        if not isinstance(editor, HeldEditor):
            return None
        editor.forget_draft()
        self._in_place.close()
        return self.table.row(self.table.meetings.row_of(editor.meeting.id))

    def _begun(self, change: Change) -> None:
        self._desk.open(Place("meeting", change.id))

    def _document(self) -> None:
        """The summary of the meeting the keyboard is on, else of the last one held."""
        current = self.table.current_meeting()
        rows = [current] if current else []
        rows += [entry.row for entry in self.table.meetings.records if entry.row is not None]
        held = next((row for row in rows if row.meeting.state is MeetingState.HELD), None)
        if held is not None:
            self._do("summary", held)

    def _delete_row(self, at: int) -> None:
        row = self.table.row(at)
        if row is not None:
            self._do("delete", row)

    def _say(self, change: Change) -> None:
        self._desk.say(said_of(self._desk.office, change), undo=True)
