"""Widgets beside each other that go on in the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A row that wraps; widgets keep their size and are centred on their line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out, None beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower row has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at a width, in logical pixels."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(each.width() + self._gap for each in sizes) - self._gap
        return QSize(max(width, 0), max((each.height() for each in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The largest one alone."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((each.width() for each in sizes), default=0), max((each.height() for each in sizes), default=0)
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the lines out, mirrored where the language runs the other way; the height they take."""
        top = 0
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            left = 0
            for item in line:
                hint = item.sizeHint()
                if move:
                    box = QRect(rect.topLeft() + QPoint(left, top + (height - hint.height()) // 2), hint)
                    item.setGeometry(self._mirrored(box, rect))
                left += hint.width() + self._gap
            top += height + self._line_gap
        return max(top - self._line_gap, 0)

    def _mirrored(self, box: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(rect.left() + rect.right() - box.right())
        return box

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or used + self._gap + wide > width:
                lines.append([])
                used = -self._gap
            lines[-1].append(item)
            used += self._gap + wide
        return lines
