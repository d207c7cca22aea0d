"""One row of the log, painted: day, channel on its thread, the text, its chips, the time; quiet actions on hover."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip, QWidget

from app.services import marking
from app.services.office import Office
from app.words import _
from ui.kit import paint
from ui.kit.chip import chip_height, chip_width, paint_chip
from ui.kit.listing import RECORD, Index, Listing, RowDelegate
from ui.kit.marked import MarkedLine
from ui.kit.quick_chips import CHANNEL_ICONS
from ui.relationship.log import wording
from ui.relationship.log.model import LogModel, Row
from ui.relationship.log.wording import Spec
from ui.theme import colour, font, size

ROW = 61
INSET = 8  # the hover ground begins here before the text's line
_DAY, _RING_AT, _RING, _TEXT_AT = 92, 101, 30, 146
_RING_TOP, _TEXT_TOP, _CHIPS_TOP, _DAY_TOP, _DATE_TOP, _TIME_TOP = 8, 7, 31, 12, 29, 8
_GAP, _ACTION, _TIME_ROOM, _LONGEST_CHIP = 6, 26, 56, 320
_EXCERPT = 240  # letters of a long text around what was found in it
ACTIONS = (("edit", "pencil"), ("delete", "trash-2"))


class Target(NamedTuple):
    """What lies under the pointer: its place in the row, what it does, and what it is called."""

    box: QRectF
    act: str
    words: str
    record: tuple[str, int] | None = None


class LogDelegate(RowDelegate):
    """Draws rows and knows what in them can be pressed."""

    def __init__(self, office: Office, model: LogModel, view: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._model, self._view = office, model, view
        self.marked, self.words = 0, ""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """The row itself."""
        assert isinstance(record, Row)
        box = QRectF(option.rect).adjusted(INSET, 0, -INSET, 0)
        active = self._is_active(record)
        self._ground(painter, box, record)
        if record.begins:
            self._day(painter, box, record)
        self._thread(painter, box, record)
        self._channel(painter, box, record)
        self._words(painter, box, record)
        for chip, spec in self._chips(box, record, active=active):
            paint_chip(painter, chip.x(), chip.y(), spec.words, spec.tone, spec.icon, chip.width())
        if active:
            for target in self._actions(box):
                half = (target.box.width() - size(14)) / 2
                icon = dict(ACTIONS)[target.act]
                paint.draw_icon(painter, target.box.x() + half, target.box.y() + half, icon, "text2", 14)

    def target(self, row: Row, rect: QRect, at: QPoint, *, active: bool) -> Target | None:
        """What lies at a place of a row, of what can be pressed."""
        box = QRectF(rect).adjusted(INSET, 0, -INSET, 0)
        found = self._actions(box) if active else []
        found += [
            Target(chip, spec.record[0], spec.words, spec.record)
            for chip, spec in self._chips(box, row, active=active)
            if spec.record
        ]
        return next((each for each in found if each.box.adjusted(-1, -2, 1, 2).contains(at.toPointF())), None)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """A tooltip: what a sign does, the whole of a chip, the whole of a text that is cut."""
        record = index.data(RECORD)
        if event.type() != QEvent.Type.ToolTip or not isinstance(record, Row):
            return super().helpEvent(event, view, option, index)
        rect, at = view.visualRect(index), self._view.place_in(index, event.pos())
        words = self._tip(record, rect, at + rect.topLeft(), active=index.row() == self._view.hovered_row)
        QToolTip.showText(event.globalPos(), _as_text(words), view)
        return True

    def _tip(self, record: Row, rect: QRect, at: QPoint, *, active: bool) -> str:
        target = self.target(record, rect, at, active=active)
        if target is not None:
            return target.words
        box = QRectF(rect).adjusted(INSET, 0, -INSET, 0)
        for chip, spec in self._chips(box, record, active=active):
            if chip.contains(at.toPointF()):
                return record.entry.talk.private or "" if spec.icon == "lock" else spec.words
        talk = record.entry.talk
        width = paint.text_width(talk.text.replace("\n", " "), "statement")
        cut = width > self._text_box(box).width() or "\n" in talk.text
        return talk.text[: _LONGEST_CHIP * 4] if cut and at.x() > size(_TEXT_AT) else ""

    def _is_active(self, record: Row) -> bool:
        """Whether the row shows its quiet actions: under the pointer, or where the keyboard is."""
        return record.number == self._view.hovered_row or self._has_keyboard(record)

    def _has_keyboard(self, record: Row) -> bool:
        return self._view.hasFocus() and record.number == self._view.current_row()

    def _ground(self, painter: QPainter, box: QRectF, record: Row) -> None:
        ground = box.adjusted(size(_RING_AT - INSET), 1, INSET, -1)
        if record.entry.talk.id == self.marked:
            paint.rounded(painter, ground, ground="selection")
        elif record.number == self._view.hovered_row:
            paint.rounded(painter, ground, ground="hover")
        if self._has_keyboard(record):
            paint.focus_ring(painter, ground)

    def _day(self, painter: QPainter, box: QRectF, record: Row) -> None:
        first, second = wording.day_lines(record.entry.day, self._office.today())
        room = size(_DAY)
        paint.text(painter, QRectF(box.x(), box.y() + size(_DAY_TOP), room, size(18)), first, "bodyStrong")
        paint.text(painter, QRectF(box.x(), box.y() + size(_DATE_TOP), room, size(16)), second, "caption", "text2")

    def _thread(self, painter: QPainter, box: QRectF, record: Row) -> None:
        x = box.x() + size(_RING_AT) + size(_RING) / 2
        ring = box.y() + size(_RING_TOP)
        if not record.begins:
            paint.hairline(painter, QRectF(x - 0.5, box.y(), 1, ring - box.y() - 2), Qt.Edge.LeftEdge)
        if record.goes_on:
            below = ring + size(_RING) + 2
            paint.hairline(painter, QRectF(x - 0.5, below, 1, box.bottom() - below), Qt.Edge.LeftEdge)

    def _channel(self, painter: QPainter, box: QRectF, record: Row) -> None:
        ring = QRectF(box.x() + size(_RING_AT), box.y() + size(_RING_TOP), size(_RING), size(_RING))
        paint.rounded(painter, ring, ground="surface", border="border", radius=ring.width() / 2)
        inner = (ring.width() - size(16)) / 2
        name = CHANNEL_ICONS[record.entry.talk.channel]
        paint.draw_icon(painter, ring.x() + inner, ring.y() + inner, name, "text2", 16)

    def _words(self, painter: QPainter, box: QRectF, record: Row) -> None:
        face = QFont(font("statement"))
        face.setWeight(QFont.Weight.Normal)
        room = self._text_box(box)
        text = record.entry.talk.text
        found = self._model.shown.words or (self.words if record.entry.talk.id == self.marked else "")
        if found:
            cut = paint.text_width(text, "statement") > room.width()
            seen = marking.excerpt(text, marking.wanted_in(found), len(text) if not cut else _EXCERPT)
            MarkedLine(seen.text, seen.marks, face, room.width()).draw(painter, room)
        else:
            painter.setFont(face)
            painter.setPen(colour("text"))
            paint.write(painter, room, paint.elided(text, face, room.width()))
        time = QRectF(box.right() - size(_TIME_ROOM), box.y() + size(_TIME_TOP), size(_TIME_ROOM), size(16))
        paint.text(painter, time, record.entry.time, "caption", "text2", Qt.AlignmentFlag.AlignRight)

    def _text_box(self, box: QRectF) -> QRectF:
        width = box.width() - size(_TEXT_AT) - size(_TIME_ROOM)
        return QRectF(box.x() + size(_TEXT_AT), box.y() + size(_TEXT_TOP), width, size(20))

    def _chips(self, box: QRectF, record: Row, *, active: bool) -> Iterator[tuple[QRectF, Spec]]:
        """Each chip with its place; those there is no room for are counted in one."""
        specs = wording.chips(record.entry, self._model.name, self._office.today())
        x, y = box.x() + size(_TEXT_AT), box.y() + size(_CHIPS_TOP)
        end = box.right() - (2 * size(_ACTION) + size(_GAP) if active else 0)
        for at, spec in enumerate(specs):
            width = min(chip_width(spec.words, spec.tone, spec.icon), size(_LONGEST_CHIP))
            more = Spec(_("+{count}").format(count=len(specs) - at), "plain", "")
            spare = chip_width(more.words, "plain") + size(_GAP) if at + 1 < len(specs) else 0
            if x + width + spare > end:
                yield QRectF(x, y, chip_width(more.words, "plain"), chip_height()), more
                return
            yield QRectF(x, y, width, chip_height()), spec
            x += width + size(_GAP)

    def _actions(self, box: QRectF) -> list[Target]:
        words = {"edit": _("Edit"), "delete": _("Delete")}
        side = size(_ACTION)
        left = box.right() - len(ACTIONS) * side + size(_GAP)
        top = box.y() + size(_CHIPS_TOP) - 2
        return [
            Target(QRectF(left + at * side, top, side, side), act, words[act])
            for at, (act, _icon) in enumerate(ACTIONS)
        ]


def _as_text(words: str) -> str:
    """A tooltip that cannot be taken for markup, and wraps."""
    return f"<p>{escape(words).replace(chr(10), '<br>')}</p>" if words else ""
