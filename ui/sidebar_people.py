"""The list of relationships: its model, and how a row is drawn, wide and as a rail of pictures."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.domain.health import Word, word_label
from app.services.sidebar import Row
from app.words import _
from ui.kit import paint
from ui.kit.avatar import paint_avatar
from ui.kit.health import paint_health
from ui.kit.listing import Index, Listing, RowDelegate, Rows
from ui.kit.plain import tip
from ui.theme import size

ROW_HEIGHT, RAIL_HEIGHT = 50, 48
_AVATAR, _GLYPH, _SIDE = 30, 11, 8


class People(Rows[Row]):
    """The relationships in their order, and the health words read so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[int, Word] = {}

    def show_words(self, known: dict[int, Word]) -> None:
        """Health words that were read for some of the rows."""
        self._known.update(known)
        if self.records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.records) - 1, 0))

    def forget_words(self) -> None:
        """All words may be others now."""
        self._known.clear()

    def word(self, row: Row) -> Word | None:
        """The health word of a row, None while it was not read."""
        return self._known.get(row.id)

    def unread(self, first: int, count: int) -> list[int]:
        """Managers among some rows whose word was not read yet."""
        return [row.id for row in self.records[first : first + count] if row.id not in self._known]

    def place_of(self, manager: int) -> int:
        """The row of a manager, -1 when they are not listed."""
        return next((at for at, row in enumerate(self.records) if row.id == manager), -1)

    def words(self, record: Row) -> str:
        """The row as it is said: name, second line, state, days, health."""
        return ", ".join(self._said(record))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row's words also as its tooltip."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return tip("\n".join(self._said(self.records[index.row()])))
        return super().data(index, role)

    def _said(self, record: Row) -> Iterable[str]:
        word = self.word(record)
        parts = (record.name, record.second, state_words(record), said_when(record), word and word_label(word))
        return [part for part in parts if part]


class PersonDelegate(RowDelegate):
    """Avatar, name over second line, days over glyph; in a rail the avatar with its glyph."""

    def __init__(self, people: People, parent: QObject) -> None:
        super().__init__(parent)
        self._people = people
        self.narrow = False
        self.shown = 0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | Index) -> QSize:
        """All rows are of one height."""
        return QSize(0, size(RAIL_HEIGHT if self.narrow else ROW_HEIGHT))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """One row."""
        assert isinstance(record, Row)
        box = QRectF(option.rect)
        self._paint_ground(painter, option, record, box)
        if self.narrow:
            self._paint_rail(painter, record, box)
            return
        avatar = size(_AVATAR)
        paint_avatar(painter, QRectF(box.left() + size(2 * _SIDE), box.center().y() - avatar / 2, avatar, avatar),
                     record.id, record.name)  # fmt: skip
        left, right = box.left() + size(2 * _SIDE + _AVATAR + 9), box.right() - size(16)
        top, line = box.top() + size(7), size(18)
        right_words = state_words(record) or record.when
        width = paint.text_width(right_words, "captionMedium") + 1
        loud = record.overdue
        paint.text(painter, QRectF(right - width, top, width, line), right_words,
                   "captionMedium" if loud else "caption", "risk" if loud else "text2")  # fmt: skip
        quiet = record.rests
        paint.text(painter, QRectF(left, top, right - width - size(8) - left, line), record.name, "bodyMedium",
                   "text2" if quiet else "text")  # fmt: skip
        glyph = size(_GLYPH)
        paint.text(painter, QRectF(left, top + line, right - glyph - size(6) - left, line), record.second, "caption",
                   "text2")  # fmt: skip
        word = self._people.word(record)
        if word is not None and not quiet:
            paint_health(painter, QRectF(right - glyph, top + line + (line - glyph) / 2, glyph, glyph), word)

    def _paint_rail(self, painter: QPainter, record: Row, box: QRectF) -> None:
        avatar, glyph = size(32), size(_GLYPH)
        place = QRectF(box.center().x() - avatar / 2, box.center().y() - avatar / 2, avatar, avatar)
        paint_avatar(painter, place, record.id, record.name)
        word = self._people.word(record)
        if word is not None and not record.rests:
            corner = QRectF(place.right() - glyph + 4, place.bottom() - glyph + 3, glyph, glyph)
            ground = "selection" if record.id == self.shown else "chrome"
            paint.rounded(painter, corner.adjusted(-2, -2, 2, 2), ground=ground, radius=glyph / 2 + 2)
            paint_health(painter, corner, word)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, record: Row, box: QRectF) -> None:
        listing = option.widget
        inner = box.adjusted(size(_SIDE), 1, -size(_SIDE), -1)
        at = self._people.place_of(record.id) if isinstance(listing, Listing) else -1
        if record.id == self.shown:
            paint.rounded(painter, inner, ground="selection")
        elif isinstance(listing, Listing) and listing.hovered_row == at:
            paint.rounded(painter, inner, ground="hoverChrome")
        if isinstance(listing, Listing) and listing.hasFocus() and listing.current_row() == at:
            paint.focus_ring(painter, inner)


def state_words(row: Row) -> str:
    """Why clocks rest, in a word; empty while they run."""
    if not row.rests:
        return ""
    return {"paused": _("paused"), "parted": _("parted"), "archived": _("archived")}.get(row.status, "")


def said_when(row: Row) -> str:
    """How long ago you spoke, as it is said."""
    if row.days is None:
        return _("not spoken yet")
    if row.days == 0:
        return _("spoke today")
    said = _("{when} since you last spoke")
    return said.format(when=row.when)
