"""The agenda beside a meeting: tick with Space, write with F2, move with Ctrl+Up and Ctrl+Down."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from app.domain.agenda import point_words
from app.domain.meetings import AgendaItem
from app.words import _, plural
from ui.kit import paint
from ui.kit.listing import Listing, RowDelegate, Rows
from ui.meeting.point_line import PointLine
from ui.theme import colour, font, size

_ROW, _LEFT, _RIGHT, _GAP = 36, 36, 10, 12
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class _Points(Rows[AgendaItem]):
    """The points; the first that is not ticked is the current one."""

    def at_now(self) -> int:
        """Its row, -1 when all are ticked."""
        return next((row for row, item in enumerate(self.records) if not item.done), -1)

    def words(self, record: AgendaItem) -> str:
        """The point, its minutes, and how it stands."""
        stands = _("done") if record.done else _("open")
        if self.records.index(record) == self.at_now():
            stands = _("now")
        return _("{point}, {stands}").format(point=point_words(record.text, record.minutes), stands=stands)


class _Point(RowDelegate):
    """Circle, text, minutes."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """The current point on its ground, what is ticked quieter."""
        assert isinstance(record, AgendaItem)
        listing, box = option.widget, QRectF(option.rect)
        assert isinstance(listing, AgendaList)
        now = listing.is_now(record)
        if now:
            paint.rounded(painter, box, ground="selection")
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.rounded(painter, box, ground="hoverChrome")
        icon, tone = (
            ("circle-check", "kept") if record.done else ("circle-dot", "accent") if now else ("circle", "text2")
        )
        middle = size(_ROW) / 2
        paint.draw_icon(painter, box.x() + size(10), box.y() + middle - size(16) / 2, icon, tone)
        minutes = minutes_words(record.minutes)
        paint.text(painter, QRectF(box.x(), box.y(), box.width() - size(_RIGHT), size(_ROW)), minutes, "body", "text2",
                   Qt.AlignmentFlag.AlignTrailing)  # fmt: skip
        painter.setFont(font("bodyMedium" if now else "body"))
        painter.setPen(colour("text2" if record.done else "text"))
        room = text_room(box.width(), minutes)
        space = QRectF(
            box.x() + size(_LEFT), box.y() + middle - QFontMetricsF(font("body")).height() / 2, room, box.height()
        )
        painter.drawText(space, _WRAP | Qt.AlignmentFlag.AlignLeading, record.text)
        if listing.hasFocus() and option.state & QStyle.StateFlag.State_Selected:
            paint.focus_ring(painter, box)


class AgendaList(Listing):
    """As high as its points; `rewritten` carries a point and its new line, `shifted` a point and its new place."""

    toggled = Signal(object)
    rewritten = Signal(int, str)
    shifted = Signal(int, int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Agenda"), row_height=size(_ROW), parent=parent)
        self._points = _Points(self)
        self._newest: Sequence[AgendaItem] = ()
        self._line: PointLine | None = None
        self.setModel(self._points)
        self.setItemDelegate(_Point(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ticked.connect(self._tick)
        self.clicked_at.connect(self._tick)
        self.edited.connect(self.edit_row)
        self.opened.connect(self.edit_row)
        self.deleted.connect(self._remove)

    def show_points(self, points: Sequence[AgendaItem]) -> None:
        """Show these, and stay on the point that was current; what is being typed stays open."""
        self._newest = points
        if list(points) == self._points.records or self._line is not None:
            return
        before = self._current()
        self._points.show(points)
        self._fit()
        if before is not None:
            rows = [row for row, item in enumerate(points) if item.id == before.id]
            self.select(rows[0] if rows else 0)

    def is_now(self, item: AgendaItem) -> bool:
        """Whether this is the point the meeting has come to."""
        now = self._points.at_now()
        return now >= 0 and self._points.records[now].id == item.id

    def edit_row(self, row: int) -> None:
        """Write a point anew, in its place."""
        self.end_edit()
        item = self._points.records[row]
        self._line = PointLine(point_words(item.text, item.minutes))
        self._line.setProperty("point", item.id)
        self._line.typed.connect(self._written)
        self._line.given_up.connect(self.end_edit)
        self._typed_in = self._points.index(row, 0)
        self.setIndexWidget(self._typed_in, self._line)
        self._line.setFocus()

    def end_edit(self) -> None:
        """Close the line, whatever stands in it."""
        if self._line is not None:
            self._line = None
            self.setIndexWidget(self._typed_in, None)  # type: ignore[arg-type]
            self.setFocus()
            self.show_points(self._newest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with Up or Down moves the point itself."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._shift(step)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the keys do, for the pointer."""
        row = self.rowAt(event.pos().y()) if event.reason() == event.Reason.Mouse else self.current_row()
        if row < 0:
            return
        self.select(row)
        menu = QMenu(self)
        for words, keys, slot in (
            (_("Edit"), "F2", self._edit_current), (_("Move up"), "Ctrl+Up", self._up),
            (_("Move down"), "Ctrl+Down", self._down), (_("Delete"), "Del", self._remove_current),
        ):  # fmt: skip
            menu.addAction(words, slot).setShortcut(keys)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the points anew."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Every point in sight."""
        return QSize(size(200), self.height())

    def _fit(self) -> None:
        """Give each row the height of its text, and the list that of all."""
        whole = 0
        for row, item in enumerate(self._points.records):
            minutes = minutes_words(item.minutes)
            room = text_room(self.viewport().width(), minutes)
            space = QRectF(0, 0, room, 10_000)
            need = QFontMetricsF(font("bodyMedium")).boundingRect(space, _WRAP, item.text).height()
            lines = max(round(need / QFontMetricsF(font("bodyMedium")).lineSpacing()), 1)
            height = size(_ROW) + ceil((lines - 1) * QFontMetricsF(font("bodyMedium")).lineSpacing())
            self.setRowHeight(row, height)
            whole += height
        if whole != self.height():
            self.setFixedHeight(whole)

    def _current(self) -> AgendaItem | None:
        row = self.current_row()
        return self._points.records[row] if 0 <= row < len(self._points.records) else None

    def _tick(self, row: int) -> None:
        self.toggled.emit(self._points.records[row])

    def _written(self, line: str) -> None:
        assert self._line is not None
        point = int(self._line.property("point"))
        self.end_edit()
        self.rewritten.emit(point, line)

    def _remove(self, row: int) -> None:
        self.removed.emit(self._points.records[row].id)

    def _remove_current(self) -> None:
        self._remove(self.current_row())

    def _edit_current(self) -> None:
        self.edit_row(self.current_row())

    def _up(self) -> None:
        self._shift(-1)

    def _down(self) -> None:
        self._shift(1)

    def _shift(self, step: int) -> None:
        item, place = self._current(), self.current_row() + step
        if item is not None and 0 <= place < len(self._points.records):
            self.shifted.emit(item.id, place)


def minutes_words(minutes: int | None) -> str:
    """The minutes beside a point, nothing when it has none."""
    return "" if minutes is None else plural("{count} min", "{count} min", minutes)


def text_room(width: float, minutes: str) -> float:
    """How wide the text of a point may be, in logical pixels."""
    beside = paint.text_width(minutes, "body") + size(_GAP) if minutes else 0
    return max(width - size(_LEFT) - size(_RIGHT) - beside, size(60))
