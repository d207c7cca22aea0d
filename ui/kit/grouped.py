"""Lines under headings, read by pages as far as they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.kit import paint
from ui.kit.line_list import LineListing
from ui.kit.lines import ROW_HEIGHT, SIDE, Line, LineDelegate, spoken
from ui.kit.listing import Rows
from ui.theme import size

_HEADING = 40
Index = QModelIndex | QPersistentModelIndex


class Heading(NamedTuple):
    """What the rows below have in common, and how many they are where that is said."""

    words: str
    number: str = ""


Row = Line | Heading
Page = tuple[Sequence[Row], bool]  # rows, and whether there are more


class GroupedRows(Rows[Row]):
    """`more` is a method that reads the page behind what is shown.

    It is not held: a page that its own list's rows hold is a circle through Qt's parents, and PySide 6.11 frees such a
    list twice when Python looks for garbage.
    """

    def __init__(self, more: Callable[[], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_more, self._has_more = WeakMethod(more), False

    def begin(self, page: Page) -> None:
        """Show a first page."""
        rows, self._has_more = page
        self.show(rows)

    def canFetchMore(self, _parent: Index = QModelIndex()) -> bool:
        """Whether there is more to read."""
        return self._has_more

    def fetchMore(self, _parent: Index = QModelIndex()) -> None:
        """The next page; it goes on under the heading of the last one."""
        more = self._read_more()
        rows, self._has_more = more() if more is not None else ((), False)
        last = next((each for each in reversed(self.records) if isinstance(each, Heading)), None)
        new = [*rows]
        if new and new[0] == last:
            del new[0]
        if new:
            self.beginInsertRows(QModelIndex(), len(self.records), len(self.records) + len(new) - 1)
            self.records.extend(new)
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keyboard passes headings by."""
        if index.isValid() and isinstance(self.records[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def words(self, record: Row) -> str:
        """The heading, or the row."""
        if isinstance(record, Heading):
            return " ".join(part for part in record if part)
        return spoken(record)


class _Delegate(LineDelegate):
    """Headings and lines."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """One of them."""
        if not isinstance(record, Heading):
            super().draw(painter, option, record)
            return
        box = QRectF(option.rect).adjusted(size(SIDE), size(10), -size(SIDE), 0)
        paint.text(painter, box, record.words, "heading")
        box.setLeft(box.left() + paint.text_width(record.words, "heading") + size(8))
        paint.text(painter, box, record.number, "body", "text2")


class GroupedList(LineListing):
    """The list; headings are lower than rows."""

    def __init__(self, name: str, more: Callable[[], Page], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.rows = GroupedRows(more, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self.rows, self))
        self.rows.modelReset.connect(self._fit)
        self.rows.rowsInserted.connect(self._fit_new)

    def show_page(self, page: Page) -> None:
        """Begin again; the keyboard stays with its row as long as that is there."""
        kept = self.line(self.current_row())
        self.rows.begin(page)
        self.select(self.place_of(kept) if kept is not None else -1)

    def place_of(self, line: Line) -> int:
        """Where a record stands, -1 while it does not."""
        same = (at for at, each in enumerate(self.rows.records)
                if isinstance(each, Line) and (each.record, each.id) == (line.record, line.id))  # fmt: skip
        return next(same, -1)

    def select(self, row: int) -> None:
        """A heading is no place to stand: the row below it is."""
        while 0 <= row < len(self.rows.records) and self.line(row) is None:
            row += 1
        super().select(row)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size has other rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.model() is not None:
            self.set_row_height(size(ROW_HEIGHT))
            self._fit()

    def _fit(self) -> None:
        self._fit_new(QModelIndex(), 0, len(self.rows.records) - 1)

    def _fit_new(self, _parent: Index, first: int, last: int) -> None:
        for at in range(first, last + 1):
            wanted = size(_HEADING if isinstance(self.rows.records[at], Heading) else ROW_HEIGHT)
            if self.rowHeight(at) != wanted:
                self.setRowHeight(at, wanted)
