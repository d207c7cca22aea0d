"""A short list of lines in a card: one stop for the keyboard, each line edited where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import _
from ui.kit import mirror
from ui.kit.button import Button
from ui.kit.order import follow
from ui.kit.words import Label
from ui.search.line_row import INSET, LineRow, Shown
from ui.search.quiet import QuietButton
from ui.theme import size


class LineList(QWidget):
    """The lines under their title; `wanted` with a wish and the record, `asked_new` for one more.

    `end` stands at the end of the title's line, `below` under it; `empty` says that there is no line yet.
    """

    spoken_as = QAccessible.Role.List
    wanted = Signal(str, int)
    asked_new = Signal()

    def __init__(
        self, name: str, add: str, *, title: QWidget | None = None, end: QWidget | None = None,
        below: QWidget | None = None, empty: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: list[LineRow] = []
        self._form: QWidget | None = None
        self._form_at, self._instead = 0, False
        self._title = title or Label(name, "captionMedium", "text2")
        self._plus = QuietButton("plus", add, self)
        self._none = Label(empty or _("Not asked yet"), "body", "text2")
        self._add = Button(_("Add"), kind="link")
        self._add.setAccessibleName(add)
        for button in (self._plus, self._add):
            button.clicked.connect(self.asked_new)
        head, self._empty = QHBoxLayout(), QWidget()
        head.setContentsMargins(size(INSET), size(4), size(INSET), 0)
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeading)
        if end is not None:
            head.addWidget(end, 0, Qt.AlignmentFlag.AlignTrailing)
        nothing = QHBoxLayout(self._empty)
        nothing.setContentsMargins(size(INSET), 0, 0, 0)
        nothing.setSpacing(size(4))
        for each in (self._none, self._add):
            nothing.addWidget(each)
        nothing.addStretch()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        if below is not None:
            column.addWidget(below)
        column.addWidget(self._empty)
        column.addLayout(self._lines)

    def show_lines(self, lines: Sequence[Shown]) -> None:
        """Show other lines; the keyboard stays on the record it was on. An open form stays where it is."""
        if [row.shown for row in self._rows] == list(lines):
            self._say_none()
            return
        held = next((at for at, row in enumerate(self._rows) if row.hasFocus()), -1)
        kept = self._rows[held].shown.id if held >= 0 else 0
        for row in self._rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [LineRow(each) for each in lines]
        for at, row in enumerate(self._rows):
            self._lines.insertWidget(at, row)
            if self.isVisible():  # what nobody sees yet is laid out once, with its page
                row.show()
            row.wanted.connect(self._wish)
            row.entered.connect(self._make_stop)
        self._in_order()
        if self._rows:
            stop = self.row(kept) or self._rows[min(max(held, 0), len(lines) - 1)]
            self._make_stop(stop)
            if held >= 0:
                stop.show()  # only what is seen takes the keyboard
                stop.setFocus()
        self._place_form()

    def row(self, record: int) -> LineRow | None:
        """The line of a record."""
        return next((row for row in self._rows if row.shown.id == record), None)

    def put_form(self, form: QWidget, record: int = 0, *, instead: bool = True) -> None:
        """A form in place of a line, below it, or at the end."""
        self._form, self._form_at, self._instead = form, record, instead
        self._place_form()
        form.show()

    def take_form(self) -> None:
        """The form goes; the keyboard goes back to its line, or to the plus."""
        form, self._form = self._form, None
        if form is None:
            return
        row = self.row(self._form_at) or (self._rows[-1] if self._rows else None)
        if row is not None:
            row.show()
        self._say_none()
        (row or self._add).setFocus()
        self._lines.removeWidget(form)
        form.hide()
        form.deleteLater()

    def focus_first(self) -> None:
        """The keyboard onto the first line."""
        (self._rows[0] if self._rows else self._add).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down from line to line; Insert asks for one more."""
        at = next((place for place, row in enumerate(self._rows) if row.hasFocus()), -1)
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if at >= 0 and step:
            self._rows[min(max(at + step, 0), len(self._rows) - 1)].setFocus()
        elif key == Qt.Key.Key_Insert:
            self.asked_new.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The plus stands behind the title, and takes no room of its own."""
        super().resizeEvent(event)
        self._place_plus()

    def changeEvent(self, event: QEvent) -> None:
        """A new look: another place for the plus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._place_plus()

    def _place_plus(self) -> None:
        side, title = self._plus.sizeHint().height(), self._title.sizeHint()
        left, top = size(INSET) + title.width() + size(4), size(4) + (title.height() - side) // 2
        self._plus.setGeometry(mirror.seen(self, QRect(left, max(top, 0), side, side)))
        self._plus.raise_()

    def _place_form(self) -> None:
        """The form in its place among the lines, and after its line for the Tab key."""
        form, row = self._form, self.row(self._form_at)
        if form is not None:
            self._lines.removeWidget(form)
            self._lines.insertWidget(self._lines.indexOf(row) + 1 if row else len(self._rows), form)
            follow(row or (self._rows[-1] if self._rows else self._plus), form)
            if row is not None:
                row.setVisible(not self._instead)
        self._say_none()

    def _say_none(self) -> None:
        """What was not asked says so, unless it is just being written."""
        self._empty.setVisible(not self._rows and self._form is None)
        self._plus.setVisible(bool(self._rows))

    def _in_order(self) -> None:
        """The Tab key goes from the plus into the lines, whenever they were built."""
        before: QWidget = self._plus
        for row in self._rows:
            before = follow(before, row)

    def _make_stop(self, chosen: QWidget) -> None:
        for row in self._rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is chosen else Qt.FocusPolicy.ClickFocus)

    def _wish(self, wish: str) -> None:
        row = self.sender()
        if isinstance(row, LineRow):
            self.wanted.emit(wish, row.shown.id)
