"""The balance of each relationship: who kept how much lately, as two bars from the middle, and the word's glyph."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyleOptionViewItem, QWidget

from app.domain.health import word_label
from app.services import kept_lately
from app.services.kept_lately import Balance, Kept
from app.words import _, plural
from ui.desk import Desk, Place
from ui.kit import mirror, paint
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.health import paint_health
from ui.kit.lines import SIDE
from ui.kit.listing import Index, Listing, RowDelegate, Rows
from ui.kit.words import Label
from ui.theme import size

_FEW, _ALL = 10, 100_000
_ROW, _HEADS = 28, 16
_BARS, _MIDDLE, _THICK, _GLYPH, _BESIDE = 96, 3, 8, 12, 9


class BalanceCard(Card):
    """The first people of the sidebar, all of them when asked; a row leads to the person."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self._desk = desk
        self._most = _FEW
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.setContentsMargins(size(16 - SIDE), size(14), size(16 - SIDE), size(11))
        title = Label(_("Balance"), "heading")
        head = QHBoxLayout()
        head.setContentsMargins(size(SIDE), 0, size(SIDE), 0)
        head.addWidget(title)
        self._rows = _BalanceRows(self)
        self._list = Listing(_("Balance of each relationship"), row_height=size(_ROW))
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_BalanceDelegate(self._list))
        self._list.setSelectionMode(Listing.SelectionMode.NoSelection)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._more = Button("", kind="link")
        self.column.addLayout(head)
        self.column.addSpacing(size(9))
        self.column.addWidget(_Heads())
        self.column.addSpacing(size(3))
        self.column.addWidget(self._list)
        foot = QHBoxLayout()
        foot.setContentsMargins(mirror.margins(size(SIDE - 4), 0, 0, 0))
        foot.addWidget(self._more)
        foot.addStretch()
        self.column.addLayout(foot)
        self._list.opened.connect(self._open)
        self._list.clicked_at.connect(self._open)
        self._more.clicked.connect(self._show_all)

    def refresh(self) -> None:
        """Read them anew."""
        found, count = kept_lately.balances(self._desk.office, self._most)
        self._rows.show(found)
        self._list.set_row_height(size(_ROW))
        self._list.setFixedHeight(size(_ROW) * len(found))
        self._more.setText(plural("Show {count} more", "Show {count} more", count - len(found)))
        self._more.setVisible(count > len(found))
        self.setVisible(bool(found))

    def _open(self, at: int, _where: object = None) -> None:
        self._desk.open(Place("manager", self._rows.records[at].id))

    def _show_all(self) -> None:
        at, self._most = len(self._rows.records), _ALL
        self.refresh()
        self._list.setFocus()
        self._list.select(at)


class _BalanceRows(Rows[Balance]):
    """The relationships."""

    def words(self, record: Balance) -> str:
        """The counts and the word."""
        return _("{balance}. {word}").format(balance=kept_lately.spoken(record), word=word_label(record.word))


class _BalanceDelegate(RowDelegate):
    """Name, two bars, glyph."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | Index) -> QSize:
        """All rows are of one height."""
        return QSize(0, size(_ROW))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """A row."""
        assert isinstance(record, Balance)
        box, listing = QRectF(option.rect), option.widget
        assert isinstance(listing, Listing)
        at = listing.model().records.index(record)  # type: ignore[attr-defined]
        if listing.hovered_row == at:
            paint.rounded(painter, box, ground="hover")
        if listing.hasFocus() and listing.current_row() == at:
            paint.focus_ring(painter, box)
        left = _bars_left(box)
        name = QRectF(box.left() + size(SIDE), box.top(), left - box.left() - size(2 * SIDE), box.height())
        paint.text(painter, name, record.name)
        glyph = size(_GLYPH)
        paint_health(painter, QRectF(box.right() - size(SIDE) - glyph, box.center().y() - glyph / 2, glyph, glyph),
                     record.word)  # fmt: skip
        if record.is_new:
            words = QRectF(left, box.top(), size(_BARS), box.height())
            paint.text(painter, words, _("no history yet"), "caption", "text2")
            return
        _paint_bar(painter, box, left, record.mine, "accent", from_right=True)
        _paint_bar(painter, box, left + _bar() + size(_MIDDLE), record.theirs, "theirs", from_right=False)


class _Heads(QWidget):
    """What the bars mean, over them."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(size(200), size(_HEADS))

    def minimumSizeHint(self) -> QSize:
        """One line, narrow when it must be."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Left the span of time, over each bar whose it is."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        left = _bars_left(box)
        span = QRectF(box.left() + size(SIDE), box.top(), left - box.left() - size(2 * SIDE), box.height())
        paint.text(painter, span, _("Kept, last 90 days"), "caption", "text2")
        bars = QRectF(left, box.top(), size(_BARS), box.height())
        paint.text(painter, bars, _("You"), "captionMedium", "accent")
        paint.text(painter, bars, _("Them"), "captionMedium", "theirs", Qt.AlignmentFlag.AlignRight)


def _bar() -> float:
    return (size(_BARS) - size(_MIDDLE)) / 2


def _bars_left(box: QRectF) -> float:
    return box.right() - size(SIDE) - size(_GLYPH) - size(_BESIDE) - size(_BARS)


def _paint_bar(painter: QPainter, box: QRectF, left: float, kept: Kept, tone: str, *, from_right: bool) -> None:
    """The trough, and the share kept from the middle outwards; nothing due leaves it empty."""
    thick, width = size(_THICK), _bar()
    trough = QRectF(left, box.center().y() - thick / 2, width, thick)
    paint.rounded(painter, trough, ground="neutralSoft", radius=2)
    share = kept[0] / kept[1] if kept[1] else 0
    if share:
        filled = width * share
        start = trough.right() - filled if from_right else trough.left()
        paint.rounded(painter, QRectF(start, trough.top(), filled, thick), ground=tone, radius=2)
