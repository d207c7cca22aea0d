"""An editor in a row of the list: the row grows with it, and the field that has the keyboard is in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.editor import Editor
from ui.kit.listing import Listing
from ui.theme import size

_ROOM = 6


class RowEditor(Editor):
    """An editor that stands in a row of the list; `grew` when it needs more or less room."""

    grew = Signal()

    def event(self, event: QEvent) -> bool:
        """Its parts changed their size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.grew.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field takes stay in the form: the list below it has its own use for them."""
        super().keyPressEvent(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click between the fields is none on the list."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click between the fields is none on the list."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A click between the fields is none on the list."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the list does not belong here."""
        event.accept()


class InPlace(QObject):
    """One editor at a time; `fitted` when its row has another height, `closed` when it is gone."""

    fitted = Signal()
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
        """Take the editor away; what stands in it unsaved is a kept draft."""
        if self.editor is None:
            return
        self.editor.settle()
        self.editor.hide()
        self.editor = None
        if self._index.isValid():
            row = self._index.row()
            index = self._listing.model().index(row, 0)
            self._listing.setIndexWidget(index, None)  # type: ignore[arg-type]
            self._listing.setRowHeight(row, self._listing.verticalHeader().defaultSectionSize())
        self.closed.emit()

    def _fit(self) -> None:
        if self.editor is None or not self._index.isValid():
            return
        width = self._listing.viewport().width()
        height = max(self.editor.heightForWidth(width), self.editor.sizeHint().height())
        if self._listing.rowHeight(self._index.row()) != height + size(_ROOM):
            self._listing.setRowHeight(self._index.row(), height + size(_ROOM))
            self.fitted.emit()

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
