"""The keyboard map: every key and what it does, over the window, found by a word and closed by Esc."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.text import quoted
from app.words import _, plural
from ui.desk import Desk
from ui.keys.group import KeyGroup, KeyLines
from ui.kit import mirror
from ui.kit.button import IconButton
from ui.kit.field import Line
from ui.kit.over import Over
from ui.kit.scrolling import Page
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size

_WIDE, _SIDE, _MARGIN, _COLUMN, _BETWEEN, _FILTER_MOST = 1080, 8, 24, 300, 24, 100
_TITLE_ROWS = 1.5  # a title and the room over it, in lines


class KeyMap(Over):
    """The groups in columns, under a field that finds."""

    def __init__(self, desk: Desk, window: QWidget, groups: Sequence[KeyLines]) -> None:
        super().__init__(window, _("Keyboard map"), wide=_WIDE)
        self.setObjectName("keys")
        self._filter = Line(_("Find a key by what it does"), limit=_FILTER_MOST, icon="search")
        self._filter.setAccessibleName(_("Find a key by what it does"))
        self._filter.textChanged.connect(self._filtered)
        self._filter.refused.connect(desk.say)
        self._nothing = Label("", "body", "text2", wrap=True)
        self._nothing.hide()
        self._page = Page(top=size(12), margin=size(_MARGIN - _SIDE))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, size(14), 1, size(8))
        column.setSpacing(size(8))
        column.addLayout(self._head())
        column.addWidget(self._page, 1)
        self.groups = [KeyGroup(each, self._page) for each in groups]
        self._lay_out(min(_columns_in(min(size(_WIDE), window.width() - 2 * _MARGIN)), len(groups)))

    def first(self) -> QWidget:
        """The field."""
        return self._filter

    def height_at(self, wide: int) -> int:
        """All of the columns, and what stands over them."""
        return super().height_at(wide) - self._page.sizeHint().height() + self._page.column.totalSizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears what was typed before it closes; Down goes into the lines."""
        if event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
            self._filter.setFocus()
        elif event.key() == Qt.Key.Key_Down and self._filter.hasFocus():
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def _head(self) -> QVBoxLayout:
        close = IconButton("x", _("Close"))
        close.clicked.connect(self.close)
        title = QHBoxLayout()
        title.setSpacing(size(8))
        title.addWidget(Label(_("Keyboard map"), "title"), 1)
        title.addWidget(close)
        head = QVBoxLayout()
        head.setContentsMargins(mirror.margins(size(_MARGIN), 0, size(_MARGIN - _SIDE), 0))
        head.setSpacing(size(8))
        head.addLayout(title)
        find = QHBoxLayout()
        find.setContentsMargins(mirror.margins(0, 0, size(_SIDE), 0))
        find.addWidget(self._filter)
        head.addLayout(find)
        return head

    def _lay_out(self, count: int) -> None:
        """The groups in their order, down one column after the other, each about as long."""
        columns = [QVBoxLayout() for _each in range(count)]
        row = QHBoxLayout()
        row.setSpacing(size(_BETWEEN))
        for each in columns:
            each.setSpacing(size(14))
            row.addLayout(each, 1)
        for each, groups in zip(columns, _shared_out(self.groups, count), strict=True):
            for group in groups:
                each.addWidget(group)
        for each in columns:
            each.addStretch(1)
        self._page.column.addWidget(self._nothing)
        self._page.column.addLayout(row)
        self._page.column.addStretch(1)

    def _filtered(self, words: str) -> None:
        for group in self.groups:
            group.show_fitting(words)
        found = sum(group.shown for group in self.groups)
        self._nothing.setText(_("Nothing for “{words}”").format(words=quoted(words)))
        self._nothing.setVisible(not found)
        announce(self._filter, plural("{count} key", "{count} keys", found))


def _shared_out(groups: Sequence[KeyGroup], count: int) -> list[Sequence[KeyGroup]]:
    """The groups in so many runs that the longest is as short as can be."""
    cuts = min(combinations(range(1, len(groups)), count - 1), key=lambda cuts: _longest(groups, cuts))
    return [groups[begin:end] for begin, end in zip((0, *cuts), (*cuts, len(groups)), strict=True)]


def _longest(groups: Sequence[KeyGroup], cuts: Sequence[int]) -> float:
    runs = zip((0, *cuts), (*cuts, len(groups)), strict=True)
    return max(sum(group.rows + _TITLE_ROWS for group in groups[begin:end]) for begin, end in runs)


def _columns_in(wide: int) -> int:
    return max(1, (wide - 2 * size(_MARGIN)) // size(_COLUMN))
