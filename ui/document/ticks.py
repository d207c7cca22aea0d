"""Boxes to tick for what is known only when it is read: each with its words, of any length, beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.field import Check
from ui.kit.order import follow, keep_place
from ui.kit.words import Label
from ui.theme import size


class Ticks(QWidget):
    """A group of boxes under its heading; what was ticked or not stays so while its line is there."""

    spoken_as = QAccessible.Role.Grouping
    changed = Signal()

    def __init__(self, name: str, *, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked = ticked
        self._lines: dict[str, _Line] = {}
        self._place = keep_place(self)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Label(name, "captionMedium", "text2"))
        self._column.addSpacing(size(3))

    def show_lines(self, lines: Mapping[str, str]) -> None:
        """Show a box for each key with its words, in this order; nothing at all while there are none."""
        before, self._lines = self._lines, {}
        stop = self._place
        for key, words in lines.items():
            line = before.pop(key, None) or self._new_line()
            line.call(words)
            self._column.removeWidget(line)
            self._column.addWidget(line)
            stop = follow(stop, line)
            self._lines[key] = line
        for gone in before.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.setVisible(bool(self._lines))

    def keys(self, *, ticked: bool) -> frozenset[str]:
        """The keys whose box is ticked, or empty."""
        return frozenset(key for key, line in self._lines.items() if line.box.isChecked() == ticked)

    def _new_line(self) -> _Line:
        line = _Line(ticked=self._ticked, parent=self)
        line.box.toggled.connect(self.changed)
        return line


class _Line(QWidget):
    """A box and its words; a click on the words ticks it too."""

    def __init__(self, *, ticked: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.box, self._words = Check(""), Label("", "body", wrap=True)
        self.box.setChecked(ticked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(0, size(4), 0, size(4))
        words.addWidget(self._words)
        row.addLayout(words, 1)

    def call(self, words: str) -> None:
        """What the box is for."""
        self._words.setText(words)
        self.box.setAccessibleName(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words are part of the target."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
