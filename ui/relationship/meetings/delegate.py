"""How a meeting's row is drawn, and where in it there is something to press."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.domain.meetings import MeetingState, kind_label
from app.services.meeting_list import MeetingRow
from app.services.meeting_words import FoundLine
from app.services.office import Office
from ui.kit import paint
from ui.kit.chip import chip_height, chip_width, paint_chip
from ui.kit.listing import Listing, RowDelegate
from ui.kit.marked import MarkedLine
from ui.relationship.meetings import wording
from ui.relationship.meetings.model import Entry, MeetingsModel
from ui.theme import font, line_height, size

ROW, HEADING = 50, 44
_PAD, _DAY, _TIME, _GAP, _MORE = 8, 104, 54, 8, 28


class MeetingDelegate(RowDelegate):
    """Day, time, the meeting over its facts; at the right how it stands and what to press."""

    def __init__(self, office: Office, listing: Listing, meetings: MeetingsModel) -> None:
        super().__init__(listing)
        self._office, self._listing, self._meetings = office, listing, meetings

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """A heading or a meeting."""
        assert isinstance(record, Entry)
        box = QRectF(option.rect)
        if record.row is not None:
            self._draw_row(painter, option, record, record.row)
        elif record.heading:
            line = box.adjusted(size(_PAD), size(12), 0, 0)
            paint.text(painter, line, record.heading, "heading")

    def pressed(self, row: MeetingRow, width: float, at: QPointF) -> str:
        """What lies under a point of a row: "main", "more", or nothing."""
        if self._more_box(width).contains(at):
            return "more"
        main = self._main_box(row, width)
        return "main" if main is not None and main.contains(at) else ""

    def _draw_row(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, row: MeetingRow) -> None:
        box, state = QRectF(option.rect), option.state
        current = bool(state & QStyle.StateFlag.State_Selected) and self._listing.hasFocus()
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if over:
            paint.rounded(painter, box, ground="hover")
        if current:
            paint.focus_ring(painter, box.adjusted(1, 1, -1, -1))
        painter.translate(box.topLeft())
        right = self._draw_right(painter, row, box.width(), shown=over or current)
        quiet = row.meeting.state is MeetingState.CANCELLED
        text, small = line_height("statement"), line_height("caption")
        top = (box.height() - text - small) / 2
        paint.text(painter, QRectF(size(_PAD), top, size(_DAY - _GAP), text), entry.day, "body", "text2")
        left = size(_PAD + _DAY)
        time = wording.time_of(self._office, row)
        paint.text(painter, QRectF(left, top, size(_TIME), text), time, "bodyStrong", "text2" if quiet else "text")
        left += size(_TIME)
        words = QRectF(left, top, right - left - size(_GAP), text)
        paint.text(painter, words, kind_label(row.meeting.kind), "statement", "text2" if quiet else "text")
        words.setRect(left, top + text, words.width(), small)
        found = self._meetings.found_in(row)
        if found is None:
            paint.text(painter, words, wording.caption(row), "caption", "text2")
        else:
            self._draw_found(painter, words, found)

    def _draw_found(self, painter: QPainter, words: QRectF, found: FoundLine) -> None:
        """What was looked for stands in place of the facts; a private line carries its lock."""
        if found.is_private:
            paint.draw_icon(painter, words.x(), words.center().y() - size(13) / 2, "lock", "text2", 13)
            words = words.adjusted(size(13 + 6), 0, 0, 0)
        excerpt = found.excerpt
        MarkedLine(excerpt.text, excerpt.marks, font("caption"), words.width()).draw(painter, words, "text2")

    def _draw_right(self, painter: QPainter, row: MeetingRow, width: float, *, shown: bool) -> float:
        """Chip, button and, for the row at hand, the way to everything else; where they begin."""
        more = self._more_box(width)
        if shown:
            paint.draw_icon(painter, more.center().x() - size(8), more.center().y() - size(8), "ellipsis")
        right = more.left() - size(_GAP)
        main, action = self._main_box(row, width), wording.main_action(self._office, row)
        if main is not None and action is not None:
            paint.rounded(painter, main, ground="surface", border="border")
            icon = main.left() + size(9)
            paint.draw_icon(painter, icon, main.center().y() - size(7), action.icon, "text", 14)
            line = QRectF(icon + size(20), main.top(), main.width(), main.height())
            paint.text(painter, line, action.words, "bodyMedium")
            right = main.left() - size(_GAP)
        chip = wording.state_words(self._office, row)
        if chip is not None:
            words, tone, symbol = chip
            right -= chip_width(words, tone, symbol)
            paint_chip(painter, right, (size(ROW) - chip_height()) / 2, words, tone, symbol)
            right -= size(_GAP)
        return right

    def _more_box(self, width: float) -> QRectF:
        return QRectF(width - size(_MORE + 4), (size(ROW) - size(_MORE)) / 2, size(_MORE), size(_MORE))

    def _main_box(self, row: MeetingRow, width: float) -> QRectF | None:
        action = wording.main_action(self._office, row)
        if action is None:
            return None
        wide = paint.text_width(action.words, "bodyMedium") + size(9 + 20 + 9)
        right = self._more_box(width).left() - size(_GAP)
        return QRectF(right - wide, (size(ROW) - size(26)) / 2, wide, size(26))
