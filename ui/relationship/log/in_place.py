"""Editing an entry where it stands: fields over its row, which grows to hold them; scrolling loses nothing typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.managers import ManagerId
from app.domain.talks import Talk, TalkId
from app.services import timeline, whole_talks
from app.services.changes import Change
from app.services.whole_talks import TalkFields
from app.words import _
from ui.desk import Desk
from ui.kit import mirror
from ui.kit.talk_fields import TalkEditor
from ui.relationship.log.delegate import INSET
from ui.relationship.log.model import LogModel
from ui.relationship.log.place import LogList
from ui.theme import size

_LEFT, _ROOM = 92, 8


class InPlace(QObject):
    """One editor at a time; `closed` with the talk it was about."""

    closed = Signal(int)

    def __init__(self, desk: Desk, view: LogList, model: LogModel, manager: int) -> None:
        super().__init__(view)
        self._desk, self._view, self._model, self._manager = desk, view, model, ManagerId(manager)
        self._editor: TalkEditor | None = None
        self._talk = 0
        self._grown = -1
        self._as_it_was = TalkFields()
        self._at: datetime | None = None  # to the microsecond, where the field shows minutes
        view.verticalScrollBar().valueChanged.connect(self._lay)
        view.resized.connect(self._lay)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._lay)

    def open(self, talk: Talk) -> None:
        """Edit a talk; another one that is being edited stays open when it has changes."""
        if self._editor is not None and not self._leave():
            self._editor.focus_first()
            return
        office = self._desk.office
        name = office.managers.get(self._manager).first_name
        editor = TalkEditor(
            _("Edit this entry"), their_name=name, plans=False, now=office.now(),
            zone=timeline.zone_in(office, talk.zone), parent=self._view.viewport(),
        )  # fmt: skip
        editor.show_searches([(int(each.id), each.title) for each in office.searches.of(self._manager)])
        self._as_it_was, self._at = _fields_of(talk), talk.at
        editor.show_values(self._as_it_was, office.now())
        editor.keep_draft(f"talk:{talk.id}", self._desk.bridge)
        editor.saved.connect(self._save)
        editor.cancelled.connect(self._close)
        editor.grew.connect(self._lay)
        editor.reached.connect(self._follow_focus)
        self._editor, self._talk = editor, int(talk.id)
        editor.show()
        self._lay()
        self._reveal()
        editor.focus_text()

    def is_open(self) -> bool:
        """Whether something is being edited."""
        return self._editor is not None

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._editor is not None:
            self._editor.settle()

    def _leave(self) -> bool:
        """Close an editor in which nothing was changed; whether none is open now."""
        if self._editor is not None and self._editor.values_or_none() == self._as_it_was:
            self._close()
        return self._editor is None

    def _save(self) -> None:
        editor = self._editor
        if editor is None:
            return
        try:
            fields = editor.values()
        except AppError as error:
            editor.refuse(error)
            return
        if fields.at in (None, self._as_it_was.at):
            fields = replace(fields, at=self._at)
        use_case = partial(whole_talks.edit, self._desk.office, TalkId(self._talk), fields)
        self._desk.bridge.do(use_case, then=self._saved, failed=editor.refuse)

    def _saved(self, change: Change) -> None:
        self._close()
        self._desk.say(change.label, undo=True)

    def _close(self) -> None:
        editor, talk, self._editor = self._editor, self._talk, None
        if editor is None:
            return
        editor.forget_draft()
        self._restore_height()
        editor.hide()
        editor.deleteLater()
        self._talk = 0
        self.closed.emit(talk)

    def _lay(self) -> None:
        """Put the editor over its row; at the top of the list when its row is filtered away."""
        if self._editor is None:
            return
        row = self._model.row_of(self._talk)
        width = self._view.viewport().width() - size(_LEFT) - INSET
        height = max(self._editor.heightForWidth(width), self._editor.sizeHint().height())
        if row >= 0:
            self._grow(row, height + 2 * size(_ROOM))
        else:
            self._restore_height()
        top = self._view.rowViewportPosition(row) + size(_ROOM) if row >= 0 else size(_ROOM)
        self._editor.setGeometry(mirror.seen(self._view.viewport(), QRect(size(_LEFT), top, width, height)))
        self._editor.raise_()

    def _grow(self, row: int, height: int) -> None:
        if self._grown != row:
            self._restore_height()
        if self._view.rowHeight(row) != height:
            self._view.setRowHeight(row, height)
        self._grown = row

    def _restore_height(self) -> None:
        header = self._view.verticalHeader()
        if 0 <= self._grown < self._model.rowCount():
            header.resizeSection(self._grown, header.defaultSectionSize())
        self._grown = -1

    def _reveal(self) -> None:
        """Scroll until all of the editor is in sight, or as much of its head as there is room for."""
        editor = self._editor
        assert editor is not None
        self._view.updateGeometries()
        bar, room = self._view.verticalScrollBar(), self._view.viewport().height()
        below = editor.geometry().bottom() + size(_ROOM) - room
        above = editor.geometry().top() - size(_ROOM)
        bar.setValue(bar.value() + (min(max(below, 0), above) if above > 0 else above))

    def _follow_focus(self, now: QWidget) -> None:
        """A field that gets the keyboard is in sight."""
        top = now.mapTo(self._view.viewport(), QPoint(0, 0)).y()
        below = top + now.height() + size(_ROOM) - self._view.viewport().height()
        bar = self._view.verticalScrollBar()
        if top < size(24):
            bar.setValue(bar.value() + top - size(24))
        elif below > 0:
            bar.setValue(bar.value() + below)


def _fields_of(talk: Talk) -> TalkFields:
    return TalkFields(
        channel=talk.channel, direction=talk.direction, at=talk.at.replace(second=0, microsecond=0),
        minutes=talk.minutes, search=talk.search, text=talk.text, decision=talk.decision, private=talk.private,
    )  # fmt: skip
