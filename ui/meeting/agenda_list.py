"""The agenda beside a meeting: tick with Space, write with F2, move by drag or with Ctrl+Up and Ctrl+Down."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from app.domain.agenda import point_words
from app.domain.meetings import AgendaItem
from app.words import _, plural
from ui.bridge import Bridge
from ui.kit import mirror, paint
from ui.kit.drafts import DraftKeeper
from ui.kit.listing import Listing, RowDelegate, Rows
from ui.meeting.point_line import PointLine
from ui.theme import colour, font, size

_ROW, _LEFT, _RIGHT, _GAP = 36, 36, 10, 12


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
        painter.setPen(colour("text2" if record.done else "text"))
        room = text_room(box.width(), minutes)
        space = QRectF(
            box.x() + size(_LEFT), box.y() + middle - QFontMetricsF(font("body")).height() / 2, room, box.height()
        )
        with mirror.upright(painter, space):
            laid_out(record.text, "bodyMedium" if now else "body", room).draw(painter, space.topLeft())
        if listing.hasFocus() and option.state & QStyle.StateFlag.State_Selected:
            paint.focus_ring(painter, box)


class AgendaList(Listing):
    """As high as its points; `rewritten` carries a point and its new line, `shifted` a point and its new place."""

    toggled = Signal(object)
    rewritten = Signal(int, str)
    shifted = Signal(int, int)
    removed = Signal(int)
    refused = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(_("Agenda"), row_height=size(_ROW), parent=parent)
        self._bridge = bridge
        self._points = _Points(self)
        self._newest: Sequence[AgendaItem] = ()
        self._line: PointLine | None = None
        self._held: tuple[int, QPointF] | None = None
        self._gap: int | None = None
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
        self._draft = DraftKeeper(self._line, point_place(item.id), self._bridge)
        self._line.typed.connect(self._written)
        self._line.given_up.connect(self._give_up)
        self._line.refused.connect(self.refused)
        self._typed_in = self._points.index(row, 0)
        self.setIndexWidget(self._typed_in, self._line)
        self._line.setFocus()

    def end_edit(self) -> None:
        """Close the line; what stands in it unsaved is a kept draft."""
        if self._line is not None:
            self.settle()
            self._line = None
            self.setIndexWidget(self._typed_in, None)  # type: ignore[arg-type]
            self.setFocus()
            self.show_points(self._newest)

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._line is not None and self._draft.is_waiting():
            self._draft.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with Up or Down moves the point itself."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._shift(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a drag may begin here."""
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        self._held = (row, event.position()) if row >= 0 and event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A point that is held goes where the line shows."""
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._held[1]).manhattanLength()
        if self._gap is not None or far >= QApplication.startDragDistance():
            self._gap = self._gap_at(event.position().y())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was dragged; else it was a click."""
        held, gap = self._held, self._gap
        self._held = self._gap = None
        if held is None or gap is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        to = gap - 1 if gap > held[0] else gap
        if to != held[0] and held[0] < len(self._points.records):
            self.shifted.emit(self._points.records[held[0]].id, to)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The points, and the line where a dragged one would go."""
        super().paintEvent(event)
        if self._gap is not None:
            y = min(max(self.rowViewportPosition(self._gap) if self._gap < self._rows() else self.height(), 2),
                    self.height())  # fmt: skip
            line = QRectF(0, y - 2, self.viewport().width(), 2)
            paint.rounded(QPainter(self.viewport()), line, ground="accent", radius=1)

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
            lines = max(laid_out(item.text, "bodyMedium", room).lineCount(), 1)
            height = size(_ROW) + ceil((lines - 1) * QFontMetricsF(font("bodyMedium")).lineSpacing())
            self.setRowHeight(row, height)
            whole += height
        if whole != self.height():
            self.setFixedHeight(whole)

    def _current(self) -> AgendaItem | None:
        row = self.current_row()
        return self._points.records[row] if 0 <= row < len(self._points.records) else None

    def _rows(self) -> int:
        return len(self._points.records)

    def _gap_at(self, y: float) -> int:
        """Before which row a point is let go here: the first whose middle lies below."""
        middles = [self.rowViewportPosition(row) + self.rowHeight(row) / 2 for row in range(self._rows())]
        return sum(middle < y for middle in middles)

    def _tick(self, row: int) -> None:
        self.toggled.emit(self._points.records[row])

    def _written(self, line: str) -> None:
        assert self._line is not None
        point = int(self._line.property("point"))
        self.end_edit()
        self.rewritten.emit(point, line)

    def _give_up(self) -> None:
        self._draft.forget()
        self.end_edit()

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


def point_place(point: int) -> str:
    """Where a point that is written anew is kept until it is saved."""
    return f"agenda_item:{point}"


def minutes_words(minutes: int | None) -> str:
    """The minutes beside a point, nothing when it has none."""
    return "" if minutes is None else plural("{count} min", "{count} min", minutes)


def laid_out(text: str, role: str, width: float) -> QTextLayout:
    """A point over as many lines as it needs; a word is only parted where no line has room for it."""
    layout, option, top = QTextLayout(text, font(role)), QTextOption(mirror.leading_edge()), 0.0
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += QFontMetricsF(font(role)).lineSpacing()
    layout.endLayout()
    return layout


def text_room(width: float, minutes: str) -> float:
    """How wide the text of a point may be, in logical pixels."""
    beside = paint.text_width(minutes, "body") + size(_GAP) if minutes else 0
    return max(width - size(_LEFT) - size(_RIGHT) - beside, size(60))
