"""How a row of the palette is drawn: sign, words with what was found in them, what tells it apart, kind or keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.words import _
from ui.kit import paint
from ui.kit.listing import Index, Listing, RowDelegate
from ui.kit.marked import MarkedLine
from ui.palette.rows import PaletteRows, Row
from ui.theme import font, size

ROW, HEADING = 40, 28
_GROUND, _HEAD, _ICON, _TEXT, _RIGHT, _GAP = 8, 18, 19, 48, 19, 12
BAR = 8  # the room of the scroll bar, beside the ground of a row
_SECOND = 220  # what tells a row apart keeps this much, however long its words are


class PaletteDelegate(RowDelegate):
    """Draws headings and lines."""

    def __init__(self, rows: PaletteRows, listing: Listing) -> None:
        super().__init__(listing)
        self._rows, self._listing = rows, listing

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | Index) -> QSize:
        """Headings are lower."""
        return QSize(0, size(HEADING if self._rows.records[index.row()].is_heading else ROW))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """One row."""
        assert isinstance(record, Row)
        box = QRectF(option.rect)
        box.setWidth(self._listing.width())  # the same with a scroll bar and without
        if record.is_heading:
            line = QRectF(box.x() + size(_HEAD), box.y() + 2, box.width() - 2 * size(_HEAD), box.height())
            paint.text(painter, line, record.title, "captionMedium", "text2")
            return
        chosen = record.deed is not None and self._rows.records[max(self._listing.current_row(), 0)] is record
        hovered = record.deed is not None and self._hovers(record)
        if chosen or hovered:
            ground = box.adjusted(size(_GROUND), 1, -size(_GROUND), -1)
            paint.rounded(painter, ground, ground="selection" if chosen else "hover")
        paint.draw_icon(painter, box.x() + size(_ICON), box.center().y() - size(16) / 2, record.icon)
        right = record.right or (_("Enter") if chosen else "")
        end = box.right() - size(_RIGHT)
        wide = paint.text_width(right, "caption") + 1
        paint.text(painter, QRectF(end - wide, box.y(), wide, box.height()), right, "caption", "text2",
                   Qt.AlignmentFlag.AlignRight)  # fmt: skip
        self._words(painter, QRectF(box.x() + size(_TEXT), box.y(), 0, box.height()), end - wide - size(_GAP), record)

    def _words(self, painter: QPainter, box: QRectF, end: float, record: Row) -> None:
        """The words, then what tells the row apart; long words leave it some room."""
        room = end - box.x()
        most = min(room, size(_SECOND))
        beside = MarkedLine(record.second, record.second_marks, font("caption"), most) if record.second else None
        spare = beside.width + size(_GAP) if beside else 0
        words, marks = record.title, record.marks
        if record.quoted:
            words = f"“{words}"
            marks = [mark._replace(start=mark.start + 1) for mark in marks]
        face = QFont(font("statement"))
        face.setWeight(QFont.Weight.Normal)
        close = MarkedLine("”", (), face, room) if record.quoted else None
        title = MarkedLine(words, marks, face, room - spare - (close.width if close else 0))
        box.setWidth(title.width)
        title.draw(painter, box, "text" if record.deed else "text2")
        at = box.x() + title.width
        if close is not None:
            close.draw(painter, QRectF(at, box.y(), close.width, box.height()))
            at += close.width
        at += size(_GAP)
        if record.second and end > at:
            second = MarkedLine(record.second, record.second_marks, font("caption"), end - at)
            second.draw(painter, QRectF(at, box.y() + 1, second.width, box.height()), "text2")

    def _hovers(self, record: Row) -> bool:
        at = self._listing.hovered_row
        return 0 <= at < len(self._rows.records) and self._rows.records[at] is record
