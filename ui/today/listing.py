"""A list of Today: as high as its rows, because the page scrolls and not the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from ui.kit.line_list import LineListing
from ui.kit.lines import ROW_HEIGHT, Line, LineDelegate, Lines
from ui.theme import size


class LineList(LineListing):
    """The rows of one part."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self.lines, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: list[Line]) -> None:
        """Show other rows, the keyboard staying where it was."""
        at = self.current_row()
        self.lines.show(lines)
        self.set_row_height(size(ROW_HEIGHT))
        self.setFixedHeight(size(ROW_HEIGHT) * len(lines))
        if at >= 0 and lines:
            self.setCurrentIndex(self.lines.index(min(at, len(lines) - 1), 0))

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(size(240), sum(self.rowHeight(at) for at in range(len(self.lines.records))))

    def fit_form(self) -> None:
        """The list grows with the form in it."""
        self.setFixedHeight(self.sizeHint().height())

    def _tick(self, at: int) -> None:
        if self.lines.ticked is None:
            super()._tick(at)
