"""The rows of a manager's notes: title, first line, the lock or share mark in words, and the day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.domain.managers import ManagerId
from app.services import notebook
from app.services.notebook import NoteRow
from app.services.office import Office
from app.words import _
from ui.kit import paint
from ui.kit.listing import Index, Listing, RowDelegate, Rows
from ui.theme import line_height, size

_ROW, _GAP, _PADDING, _TOP, _MARK, _PIN = 72, 2, 12, 9, 14, 14
_PRESS = 26  # the side of what a row has to press


class NoteRows(Rows[NoteRow]):
    """The rows, a page at a time."""

    def __init__(self, office: Office, manager: ManagerId, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._manager = office, manager
        self._words, self._more = "", True

    def find(self, words: str) -> None:
        """Show the notes that hold these words; all of them for none."""
        self._words = words
        self._read(notebook.PAGE)

    def refresh(self) -> None:
        """Read again as many rows as were shown."""
        self._read(max(len(self.records), notebook.PAGE))

    def place_of(self, note: int) -> int:
        """The row of a note, -1 when it is not shown."""
        return next((at for at, record in enumerate(self.records) if record.id == note), -1)

    def words(self, record: NoteRow) -> str:
        """Everything the row shows."""
        return record.words

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:
        """Whether another page may be there."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: Index = QModelIndex()) -> None:
        """Read the next page."""
        after = self.records[-1] if self.records else None
        page = notebook.rows(self._office, self._manager, words=self._words, after=after)
        self._more = len(page) == notebook.PAGE
        if page:
            first = len(self.records)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self.records += page
            self.endInsertRows()

    def _read(self, limit: int) -> None:
        found = notebook.rows(self._office, self._manager, words=self._words, limit=limit)
        self._more = len(found) == limit
        self.show(found)


class NoteDelegate(RowDelegate):
    """Title, first line, mark and day; pin and delete on the row that is pointed at or holds the keyboard."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """One note."""
        assert isinstance(record, NoteRow)
        listing = option.widget
        assert isinstance(listing, NoteListing)
        box = QRectF(option.rect).adjusted(0, 0, 0, -_GAP)
        current = listing.current_id() == record.id
        hovered = listing.record_at(listing.hovered_row) is record
        if current or hovered:
            paint.rounded(painter, box, ground="selection" if current else "hover")
        if current and listing.hasFocus():
            paint.focus_ring(painter, box)
        inner = box.adjusted(size(_PADDING), size(_TOP), -size(_PADDING), 0)
        shown = hovered or (current and listing.hasFocus())
        self._draw_title(painter, inner, record, pressable=shown, listing=listing, row=option.rect)
        line = QRectF(inner.left(), inner.top() + size(19), inner.width(), line_height("body"))
        paint.text(painter, line, record.first_line, "caption", "text2")
        self._draw_mark(
            painter, QRectF(inner.left(), inner.top() + size(39), inner.width(), line_height("caption")), record
        )

    def _draw_title(
        self, painter: QPainter, inner: QRectF, record: NoteRow, *, pressable: bool, listing: NoteListing, row: QRect
    ) -> None:
        right = inner.right()
        if pressable:
            pin, bin_ = listing.pin_box(row), listing.bin_box(row)
            for place, name in ((pin, "pin"), (bin_, "trash-2")):
                tone = "accent" if name == "pin" and record.pinned else "text2"
                inset = (place.width() - size(_PIN)) / 2
                paint.draw_icon(painter, place.x() + inset, place.y() + inset, name, tone, _PIN)
            right = pin.left()
        elif record.pinned:
            right -= size(_PIN)
            paint.draw_icon(painter, right, inner.top() + size(2), "pin", "text3", _PIN)
            right -= size(4)
        title = QRectF(inner.left(), inner.top(), right - inner.left(), line_height("body"))
        paint.text(painter, title, record.title, "bodyStrong")

    def _draw_mark(self, painter: QPainter, line: QRectF, record: NoteRow) -> None:
        icon, tone = ("share-2", "accent") if record.shareable else ("lock", "text3")
        paint.draw_icon(painter, line.left(), line.center().y() - size(_MARK) / 2, icon, tone, _MARK)
        words = line.adjusted(size(_MARK + 4), 0, 0, 0)
        paint.text(painter, words, record.access, "captionMedium", "accent" if record.shareable else "text2")
        paint.text(painter, words, record.day, "caption", "text2", Qt.AlignmentFlag.AlignTrailing)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        """The exact time, and the title whole."""
        if not isinstance(view, NoteListing) or not index.isValid():
            return super().helpEvent(event, view, option, index)
        record = view.record_at(index.row())
        place, row = view.place_in(index, event.pos()), QRect(QPoint(), option.rect.size())
        QToolTip.showText(event.globalPos(), view.tip(record, place, row), view)
        return True


class NoteListing(Listing):
    """The list itself. A row is opened as the keyboard reaches it; Space pins it, Delete deletes it."""

    pinned = Signal(int)

    def __init__(self, rows: NoteRows, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes"), row_height=size(_ROW + _GAP), parent=parent)
        self._rows = rows
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # the row itself shows it is chosen
        self.setModel(rows)
        self.setItemDelegate(NoteDelegate(self))
        self.ticked.connect(self.pinned)
        self.clicked_at.connect(self._clicked)

    def record_at(self, row: int) -> NoteRow | None:
        """The note of a row."""
        return self._rows.records[row] if 0 <= row < len(self._rows.records) else None

    def current_id(self) -> int:
        """The note that is chosen, 0 for none."""
        record = self.record_at(self.current_row())
        return record.id if record else 0

    def choose(self, note: int) -> None:
        """Mark the row of a note, or none when it is not in the list."""
        row = self._rows.place_of(note)
        if row >= 0:
            self.select(row)
        else:
            self.setCurrentIndex(QModelIndex())
        self.viewport().update()

    def pin_box(self, row: QRect) -> QRectF:
        """Where a row's pin is pressed."""
        return self.bin_box(row).translated(-size(_PRESS), 0)

    def bin_box(self, row: QRect) -> QRectF:
        """Where a row's bin is pressed."""
        return QRectF(row.right() + 1 - size(_PRESS + 4), row.top() + size(4), size(_PRESS), size(_PRESS))

    def tip(self, record: NoteRow | None, place: QPoint, row: QRect) -> str:
        """What the pointer is over, in words."""
        if record is None:
            return ""
        if self.pin_box(row).contains(place.toPointF()):
            return _pin_words(record)
        if self.bin_box(row).contains(place.toPointF()):
            return _("Delete")
        return _("{title}, {time}").format(title=record.title, time=record.exactly)

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.set_row_height(size(_ROW + _GAP))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same two things with their words, also by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.current_row() if by_key else self.indexAt(event.pos()).row()
        record = self.record_at(row)
        if record is None:
            return
        self.select(row)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_action(menu, _pin_words(record), self._pin_current))
        menu.addAction(_action(menu, _("Delete"), self._delete_current))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()) if by_key
                   else event.globalPos())  # fmt: skip

    def _clicked(self, row: int, place: QPoint) -> None:
        box = QRect(QPoint(0, 0), self.visualRect(self.model().index(row, 0)).size())
        if self.pin_box(box).contains(place.toPointF()):
            self.pinned.emit(row)
        elif self.bin_box(box).contains(place.toPointF()):
            self.deleted.emit(row)

    def _pin_current(self) -> None:
        self.pinned.emit(self.current_row())

    def _delete_current(self) -> None:
        self.deleted.emit(self.current_row())


def _pin_words(record: NoteRow) -> str:
    return _("Unpin") if record.pinned else _("Pin to the top")


def _action(menu: QMenu, words: str, answer: object) -> QAction:
    action = QAction(words, menu)
    action.triggered.connect(answer)
    return action
