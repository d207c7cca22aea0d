"""An editor in a row of the list: the row grows with it, and the field that has the keyboard is in sight."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QPersistentModelIndex, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.bridge import Bridge
from ui.kit.drafts import WITHIN_MS
from ui.kit.listing import Listing
from ui.relationship.meetings.editor import MeetingEditor, RowEditor
from ui.theme import size

_ROOM = 6


class InPlace(QObject):
    """One editor at a time; `closed` when it is gone."""

    closed = Signal()

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing)
        self._listing = listing
        self.editor: RowEditor | None = None
        self._index = QPersistentModelIndex()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def open(self, row: int, editor: RowEditor) -> None:
        """Put an editor into a row; one that was open is closed."""
        self.close()
        self.editor = editor
        self._index = QPersistentModelIndex(self._listing.model().index(row, 0))
        editor.cancelled.connect(self.close)
        editor.grew.connect(self._fit)
        self._listing.setIndexWidget(self._listing.model().index(row, 0), editor)
        self._fit()
        self._listing.scrollTo(self._listing.model().index(row, 0), Listing.ScrollHint.EnsureVisible)
        editor.focus_first()

    def close(self) -> None:
        """Take the editor away, whatever stands in it."""
        if self.editor is None:
            return
        self.editor = None
        if self._index.isValid():
            row = self._index.row()
            index = self._listing.model().index(row, 0)
            self._listing.setIndexWidget(index, None)  # type: ignore[arg-type]
        self.closed.emit()

    def _fit(self) -> None:
        if self.editor is None or not self._index.isValid():
            return
        width = self._listing.viewport().width()
        height = max(self.editor.heightForWidth(width), self.editor.sizeHint().height())
        if self._listing.rowHeight(self._index.row()) != height + size(_ROOM):
            self._listing.setRowHeight(self._index.row(), height + size(_ROOM))

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        editor = self.editor
        if editor is None or now is None or not editor.isAncestorOf(now):
            return
        top = now.mapTo(self._listing.viewport(), QPoint(0, 0)).y()
        below = top + now.height() + size(12) - self._listing.viewport().height()
        bar = self._listing.verticalScrollBar()
        if top < size(28):
            bar.setValue(bar.value() + top - size(28))
        elif below > 0:
            bar.setValue(bar.value() + below)


class FormDraft(QObject):
    """Keeps what is typed into a form, half a second after the first key at the latest; a killed run's comes back."""

    def __init__(self, editor: MeetingEditor, place: str, bridge: Bridge) -> None:
        super().__init__(editor)
        self._editor, self._bridge, self._place = editor, bridge, place
        self._timer = QTimer(self, singleShot=True, interval=WITHIN_MS)
        self._timer.timeout.connect(self.keep)
        left = _left(bridge, place)
        if left:
            editor.show_draft(left)
        editor.typed.connect(self._typed)
        editor.cancelled.connect(self.forget)

    def settle(self) -> None:
        """Keep what waits to be kept."""
        if self._timer.isActive():
            self.keep()

    def keep(self) -> None:
        """Keep it now."""
        self._timer.stop()
        self._bridge.keep_draft(self._place, json.dumps(self._editor.draft(), ensure_ascii=False))

    def forget(self) -> None:
        """It was saved or given up."""
        self._timer.stop()
        self._bridge.keep_draft(self._place, "")

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


def _left(bridge: Bridge, place: str) -> dict[str, str]:
    """What a run before this one left there, nothing when it makes no sense."""
    try:
        kept = json.loads(bridge.draft(place) or "{}")
    except ValueError:
        return {}
    fine = isinstance(kept, dict) and all(isinstance(value, str) for value in kept.values())
    return kept if fine else {}
