"""One group of the keyboard map: its title, and a line for each thing with its keys as caps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.services import marking
from app.words import _
from ui.kit import paint
from ui.kit.keycap import keycap_width, paint_keycap
from ui.kit.listing import Listing, RowDelegate, Rows
from ui.kit.words import Label
from ui.theme import size

_ROW, _CAP_GAP, _OR_GAP, _WORDS_GAP, _SIDE = 28, 4, 12, 12, 8


class KeyLine(NamedTuple):
    """What is done, and the keys that do it, in Qt's portable form; `last` is the key a run of them ends with."""

    words: str
    keys: tuple[str, ...]
    last: str = ""


class KeyLines(NamedTuple):
    """Lines that belong together."""

    title: str
    lines: Sequence[KeyLine]


def caps(line: KeyLine) -> list[list[str]]:
    """The keys as this system prints them: a list of caps for each way, "Ctrl" and "K"."""
    ways = [QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in line.keys]
    found = [[cap for cap in way.split("+") if cap] for way in ways]
    if line.last:
        found[0][-1] = _("{first} to {last}").format(first=found[0][-1], last=line.last)
    return found


def spoken(line: KeyLine) -> str:
    """A line as a screen reader says it: "Undo: Ctrl Z"."""
    ways = [" ".join(way) for way in caps(line)]
    keys = ways[0] if len(ways) == 1 else _("{keys} or {others}").format(keys=", ".join(ways[:-1]), others=ways[-1])
    return _("{words}: {keys}").format(words=line.words, keys=keys)


class _Lines(Rows[KeyLine]):
    def words(self, record: KeyLine) -> str:
        return spoken(record)


class _LineDelegate(RowDelegate):
    """Words from the leading edge, caps to the other."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """One line."""
        assert isinstance(record, KeyLine)
        box = QRectF(option.rect)
        right, middle = box.right() - size(_SIDE), box.center().y()
        for way in reversed(caps(record)):
            for cap in reversed(way):
                right -= keycap_width(cap)
                paint_keycap(painter, right, middle, cap)
                right -= size(_CAP_GAP)
            right -= size(_OR_GAP - _CAP_GAP)
        left = box.left() + size(_SIDE)
        words = QRectF(left, box.top(), right - size(_WORDS_GAP - _OR_GAP) - left, box.height())
        paint.text(painter, words, record.words, "body", "text")
        if option.widget.hasFocus() and option.state & QStyle.StateFlag.State_Selected:
            paint.focus_ring(painter, box)


class KeyGroup(QWidget):
    """A title over its lines; gone while none of them is shown."""

    def __init__(self, group: KeyLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = group
        self._lines = _Lines(self)
        self.listing = Listing(group.title, row_height=size(_ROW))
        self.listing.setModel(self._lines)
        self.listing.setItemDelegate(_LineDelegate(self.listing))
        self.listing.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(4))
        heading = QVBoxLayout()
        heading.setContentsMargins(size(_SIDE), 0, size(_SIDE), 0)
        heading.addWidget(Label(group.title, "captionStrong", "text2"))
        column.addLayout(heading)
        column.addWidget(self.listing)
        self.show_fitting("")

    @property
    def rows(self) -> int:
        """How many lines it has in all."""
        return len(self._all.lines)

    @property
    def shown(self) -> int:
        """How many lines it shows."""
        return len(self._lines.records)

    def show_fitting(self, words: str) -> None:
        """Only the lines in which each of these words begins a word, or all of the group named so."""
        wanted = marking.folded_words(words)
        fits = [each for each in self._all.lines
                if marking.fits(wanted, marking.folded_words(f"{self._all.title} {spoken(each)}"))]  # fmt: skip
        self._lines.show(fits)
        self.listing.setFixedHeight(size(_ROW) * len(fits))
        self.setVisible(bool(fits))
