"""A part of Today: its title with a count, five people at first, each once, and the rest when asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.words import plural
from ui.kit import mirror
from ui.kit.button import Button
from ui.kit.card import Card, Hairline
from ui.kit.lines import SIDE, Line
from ui.kit.words import Elided, Label
from ui.theme import size
from ui.today.lines import once_each
from ui.today.listing import LineList

_FEW = 5


class Section(QWidget):
    """Hidden while it has no rows."""

    acted = Signal(object, str)

    def __init__(self, name: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Line] = ()
        self._whole = False
        self._opened: set[int] = set()
        self._count = Label("", "body", "text2")
        self.listing = LineList(name)
        self._more = Button("", kind="link")
        head = QHBoxLayout()
        head.setContentsMargins(size(SIDE), 0, size(SIDE), 0)
        head.setSpacing(size(8))
        head.addWidget(Label(name, "heading"))
        head.addWidget(self._count)
        told = Elided(note, "caption", "text2")
        told.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(told, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(mirror.margins(size(SIDE - 4), 0, 0, 0))
        foot.addWidget(self._more)
        foot.addStretch()
        self._line = Hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, size(9))
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addSpacing(size(12))
        column.addLayout(head)
        column.addSpacing(size(4))
        column.addWidget(self.listing)
        column.addLayout(foot)
        self.listing.acted.connect(self.acted)
        self._more.clicked.connect(self._show_all)

    @property
    def lines(self) -> Sequence[Line]:
        """All rows, also those that are not shown."""
        return self._all

    def show_lines(self, lines: Sequence[Line], *, first: bool) -> None:
        """Show other rows; `first` has no hairline above it."""
        self._all = lines
        people = once_each(lines, self._opened)
        shown = people if self._whole else _few(people)
        self._line.setVisible(not first)
        self._count.setText(f"{sum(not line.faded for line in lines):,}")
        left = len(people) - len(shown)
        self._more.setVisible(left > 0)
        self._more.setText(plural("Show {count} more", "Show {count} more", left))
        self.listing.show_lines(shown)
        self.setVisible(bool(lines))

    def show_others(self, manager: int) -> None:
        """Everything of one person; the keyboard goes to the first new row."""
        at = next(at for at, line in enumerate(self.listing.lines.records) if line.manager == manager)
        self._opened.add(manager)
        self._show_again(at + 1)

    def _show_all(self) -> None:
        """All people; the keyboard goes to the first new row."""
        at = len(self.listing.lines.records)
        self._whole = True
        self._show_again(at)

    def _show_again(self, at: int) -> None:
        self.show_lines(self._all, first=self._line.isHidden())
        self.listing.setFocus()
        self.listing.select(at)


def _few(lines: Sequence[Line]) -> list[Line]:
    """The rows of the first five people."""
    people = list(dict.fromkeys(line.manager for line in lines))[:_FEW]
    return [line for line in lines if line.manager in people]


class MeetingsCard(Card):
    """The next meetings, by day."""

    acted = Signal(object, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=size(2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.setContentsMargins(size(16 - SIDE), size(14), size(16 - SIDE), size(6))
        self._name = name
        self._title = Label(name, "heading")
        self._title.setContentsMargins(0, 0, 0, 0)
        self._days: list[QWidget] = []
        head = QHBoxLayout()
        head.setContentsMargins(size(SIDE), 0, size(SIDE), 0)
        head.addWidget(self._title)
        self.column.addLayout(head)

    @property
    def listings(self) -> list[LineList]:
        """One list a day."""
        return [each for each in self._days if isinstance(each, LineList)]

    def show_days(self, days: Sequence[tuple[str, list[Line]]]) -> None:
        """The days that have a meeting, each with its name (empty for today) and its rows."""
        for widget in self._days:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._days = []
        for at, (name, lines) in enumerate(days):
            if name:
                self._add(_DayName(name, above=at > 0))
            listing = LineList(f"{self._name}, {name}" if name else self._name)
            listing.show_lines(lines)
            listing.acted.connect(self.acted)
            self._add(listing)
        self.setVisible(bool(days))

    def _add(self, widget: QWidget) -> None:
        self._days.append(widget)
        self.column.addWidget(widget)


class _DayName(QWidget):
    """The name of a day under a hairline."""

    def __init__(self, name: str, *, above: bool) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(size(SIDE), size(4), size(SIDE), 0)
        column.setSpacing(size(10))
        if above:
            column.addWidget(Hairline())
        column.addWidget(Label(name, "caption", "text2"))
