"""The Log section: quick add, filters, timeline. What it does goes through the bridge, what changed comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.managers import ManagerId
from app.domain.talks import FollowUp, FollowUpId, TalkId
from app.domain.text import quoted
from app.services import follow_ups, talks, timeline
from app.services.changes import Change
from app.services.timeline import Entry, Group
from app.words import _
from ui.desk import Desk, Place
from ui.kit import mirror
from ui.kit.empty import Empty
from ui.kit.plain import menu_words
from ui.kit.quick_add import QuickAdd
from ui.kit.scrolling import MARGIN, PAGE_LIMIT
from ui.kit.words import Label
from ui.relationship.log import wording
from ui.relationship.log.delegate import INSET, LogDelegate
from ui.relationship.log.finding import Finder
from ui.relationship.log.in_place import InPlace
from ui.relationship.log.model import LogModel
from ui.relationship.log.place import BAR, LogList
from ui.theme import icon, size


class LogSection(QWidget):
    """The log of one manager."""

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._office, self._manager = desk, desk.office, ManagerId(manager)
        self._waiting: tuple[int, int, bool] | None = None
        self._model = LogModel(desk.office, manager, self._office.managers.get(self._manager).first_name, self)
        self.quick_add = QuickAdd(desk, manager)
        self._finder = Finder()
        self._list = LogList(self._model)
        self._delegate = LogDelegate(self._office, self._model, self._list, self)
        self._list.setItemDelegate(self._delegate)
        self._editing = InPlace(desk, self._list, self._model, manager)
        self._empty = Empty(_("Nothing logged yet"), _("Write what you just talked about, as you would say it."))
        self._nothing = _Nothing()
        self._stack = QStackedWidget()
        self._build()
        self._listen()
        self._count()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Logging and finding."""
        return {"log": self.quick_add.focus_line, "find": self._finder.open_field}

    def state(self) -> dict[str, Any]:
        """Where the list stands, and what it shows."""
        talk, past = self._list.place()
        current = self._model.id_at(self._list.current_row())
        return {"talk": talk, "past": past, "current": current, "group": str(self._finder.group)}

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again; what was saved by an older program is taken as far as it makes sense."""
        group = state.get("group")
        if group in list(Group) and group != self._finder.group:
            self._finder.choose(str(group))
        talk, past = state.get("talk"), state.get("past")
        if isinstance(talk, int) and isinstance(past, int) and (talk, past) != (self._model.id_at(0), 0):
            self._waiting = (talk, past, False)
            self._arrive()

    def focus_content(self) -> None:
        """The keyboard to where a talk is written."""
        self.quick_add.focus_line()

    def show_record(self, record: str, record_id: int) -> None:
        """Bring a talk into sight and mark it; a follow-up stands at the talk it came from."""
        talk = timeline.talk_of(self._office, record, record_id)
        if talk is None:
            return
        if self._finder.words or self._finder.group is not Group.ALL:
            self._finder.choose(Group.ALL)
            self._finder.clear()
        self._delegate.marked, self._delegate.words = talk, ""
        self._waiting = (talk, 0, True)
        self._arrive()

    def mark_words(self, words: str) -> None:
        """Let words stand out in the talk that is marked."""
        self._delegate.words = words
        self._list.viewport().update()

    def begin_with(self, line: str) -> None:
        """A line that was typed elsewhere goes on here."""
        self.quick_add.begin_with(line)

    def settle(self) -> None:
        """Keep what is typed now."""
        self.quick_add.settle()
        self._editing.settle()

    def _build(self) -> None:
        outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        outer.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        body.setMaximumWidth(PAGE_LIMIT + 2 * MARGIN)
        outer.addWidget(body, 1)
        outer.addStretch()
        column = QVBoxLayout(body)
        column.setContentsMargins(mirror.margins(MARGIN - INSET, 16, MARGIN - INSET - BAR, 0))
        column.setSpacing(0)
        for part, gap in ((self.quick_add, 16), (self._finder, 6)):
            column.addLayout(_inset(part))
            column.addSpacing(size(gap))
        for page in (self._list, self._nothing, self._empty):
            self._stack.addWidget(page)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # fields come first
        column.addWidget(self._stack, 1)

    def _listen(self) -> None:
        self._finder.changed.connect(self._show)
        self._finder.left.connect(self._focus_list)
        self._finder.refused.connect(self._desk.say)
        self._model.grown.connect(self._grown)
        self._list.opened.connect(self._edit)
        self._list.edited.connect(self._edit)
        self._list.deleted.connect(self._delete)
        self._list.ticked.connect(self._tick)
        self._list.clicked_at.connect(self._clicked)
        self._list.menu_asked.connect(self._menu)
        self._list.moved.connect(self._moved)
        self._editing.closed.connect(self._edited)
        self._desk.bridge.changed.connect(self._on_changed)

    def _show(self, group: str, words: str) -> None:
        self._model.show(Group(group), words)
        self._list.scrollToTop()
        self._count()

    def _focus_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grown(self) -> None:
        self._count()
        self._arrive()

    def _count(self) -> None:
        """How much there is, once it is known; what stands where nothing is."""
        shown, rows = self._model.shown, self._model.rowCount()
        narrowed = bool(shown.words.strip()) or shown.group is not Group.ALL
        first = timeline.since(self._office, self._manager)
        self._finder.setVisible(first is not None)
        self._finder.show_count(self._counted(rows, first, narrowed=narrowed) if self._model.is_complete() else "")
        self._nothing.show_words(shown.words)
        nothing = self._nothing if narrowed and first else self._empty
        self._stack.setCurrentWidget(self._list if rows or not self._model.is_complete() else nothing)

    def _counted(self, rows: int, first: date | None, *, narrowed: bool) -> str:
        if not rows:
            return ""
        return wording.found_words(rows) if narrowed else wording.counted(rows, first, self._office.today())

    def _arrive(self) -> None:
        """Stand where it was asked for, as soon as that part of the outline is known."""
        if self._waiting is None:
            return
        talk, past, mark = self._waiting
        row = self._model.row_of(talk)
        if row < 0:
            self._waiting = None if self._model.is_complete() else self._waiting
            return
        self._waiting = None
        self._list.go_to(row, past)
        if mark:
            self._list.setCurrentIndex(self._model.index(row, 0))
            self._list.go_to(max(row - 1, 0))
            self._delegate.marked = talk
            self._focus_list()

    def _moved(self, _row: int) -> None:
        self._delegate.marked = 0

    def _edit(self, row: int) -> None:
        entry = self._model.entry(row)
        if entry is not None:
            self._editing.open(entry.talk)

    def _edited(self, talk: int) -> None:
        """Back to the row that was edited."""
        row = self._model.row_of(talk)
        self._focus_list()
        if row >= 0:
            self._list.select(row)

    def _delete(self, row: int) -> None:
        talk = self._model.id_at(row)
        self._desk.bridge.do(partial(talks.delete, self._office, TalkId(talk)), then=self._said)

    def _tick(self, row: int) -> None:
        """The first open follow-up of a row is done; with none open, the last one is open again."""
        entry = self._model.entry(row)
        if entry is not None and entry.follow_ups:
            still = [plan for plan in entry.follow_ups if plan.done_at is None]
            self._turn((still or [entry.follow_ups[-1]])[0])

    def _turn(self, plan: FollowUp) -> None:
        act = follow_ups.done if plan.done_at is None else follow_ups.reopen
        self._desk.bridge.do(partial(act, self._office, plan.id), then=self._said)

    def _said(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)

    def _clicked(self, row: int, at: QPoint) -> None:
        rect = self._list.visualRect(self._model.index(row, 0))
        shown = self._model.row(row)
        target = self._delegate.target(shown, rect, at + rect.topLeft(), active=True) if shown else None
        if target is not None:
            self._act(row, target.act, target.record)

    def _act(self, row: int, act: str, record: tuple[str, int] | None) -> None:
        entry = self._model.entry(row)
        if act == "edit":
            self._edit(row)
        elif act == "delete":
            self._delete(row)
        elif record is not None and act in _OPENED:
            self._desk.open(Place(_OPENED[act].kind, record[1]))
        elif record is not None and entry is not None:
            self._turn(next(plan for plan in entry.follow_ups if plan.id == FollowUpId(record[1])))

    def _menu(self, row: int, where: QPoint) -> None:
        entry = self._model.entry(row)
        if entry is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, name, act, record in self._menu_items(entry):
            action = menu.addAction(icon(name, "text2", 14), menu_words(words))
            action.setData((row, act, record))
        menu.triggered.connect(self._chosen)
        menu.popup(where)

    def _menu_items(self, entry: Entry) -> list[tuple[str, str, str, tuple[str, int] | None]]:
        found: list[tuple[str, str, str, tuple[str, int] | None]] = [(_("Edit"), "pencil", "edit", None)]
        for spec in wording.chips(entry, self._model.name, self._office.today()):
            if spec.record is not None:
                found.append((_act_words(spec, entry), spec.icon, spec.record[0], spec.record))
        return [*found, (_("Delete"), "trash-2", "delete", None)]

    def _chosen(self, action: QAction) -> None:
        self._act(*action.data())

    def _on_changed(self, change: Change) -> None:
        moved = {row for table, row in change.touched if table == "talk"}
        if moved:
            self._take_in(moved)
        elif timeline.concerned(self._office, change.touched) or any(t == "search" for t, _row in change.touched):
            self._model.reread()
        manager = self._office.managers.find(self._manager) if ("manager", self._manager) in change.touched else None
        if manager is not None:
            self._model.name = manager.first_name
            self._model.reread()

    def _take_in(self, moved: set[int]) -> None:
        """Talks came, went or changed; the current one stays the current one, wherever it is now."""
        current = self._model.id_at(self._list.current_row())
        self._model.refresh(moved)
        row = self._model.row_of(current)
        if current in moved and row >= 0 and row != self._list.current_row():
            self._list.select(row)
        self._count()


class _Opened(NamedTuple):
    """What a chip opens: its place, and the words of its menu."""

    kind: str
    words: Callable[[], str]


_OPENED = {
    "issued_document": _Opened("issued", lambda: _("Open the summary")),
    "search": _Opened("search", lambda: _("Open the search")),
}


def _act_words(spec: wording.Spec, entry: Entry) -> str:
    """What a chip does, for the menu."""
    assert spec.record is not None
    if spec.record[0] in _OPENED:
        return _OPENED[spec.record[0]].words()
    plan = next(each for each in entry.follow_ups if each.id == spec.record[1])
    sentence = _("Done: {text}") if plan.done_at is None else _("Not done yet: {text}")
    return sentence.format(text=plan.text)


class _Nothing(QWidget):
    """What stands where nothing is found."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "body", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(mirror.margins(INSET, 12, INSET + BAR, 0))
        column.addWidget(self._words)
        column.addStretch()

    def show_words(self, words: str) -> None:
        """Say what was looked for."""
        found = _("Nothing in the log for “{words}”.").format(words=quoted(words))
        self._words.setText(found if words.strip() else _("Nothing of this kind yet."))


def _inset(part: QWidget) -> QVBoxLayout:
    """On the text's line, where rows begin a little before it."""
    row = QVBoxLayout()
    row.setContentsMargins(mirror.margins(INSET, 0, INSET + BAR, 0))
    row.addWidget(part)
    return row
