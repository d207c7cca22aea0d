"""Widgets beside each other that go on in the next line where the width ends.

A widget and not a QLayout: what Qt asks of a layout written in Python can come while its items are being taken apart.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """A row that wraps; widgets keep their size and are centred on their line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._gap, self._line_gap = gap, line_gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Add at the end."""
        part.setParent(self)
        self._parts.append(part)

    def hasHeightForWidth(self) -> bool:
        """A narrower row has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at a width, in logical pixels."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [_hint(part) for part in self._shown()]
        width = sum(each.width() + self._gap for each in sizes) - self._gap
        return QSize(max(width, 0), max((each.height() for each in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """The largest one alone."""
        sizes = [part.minimumSizeHint().expandedTo(part.minimumSize()) for part in self._shown()]
        return QSize(
            max((each.width() for each in sizes), default=0), max((each.height() for each in sizes), default=0)
        )

    def event(self, event: QEvent) -> bool:
        """A part that changed its size or came and went moves the others."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self._place(self.rect(), move=True)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._place(self.rect(), move=True)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the lines out, mirrored where the language runs the other way; the height they take."""
        top = 0
        for line in self._lines(rect.width()):
            height = max(hint.height() for _part, hint in line)
            left = 0
            for part, hint in line:
                if move:
                    box = QRect(rect.topLeft() + QPoint(left, top + (height - hint.height()) // 2), hint)
                    part.setGeometry(self._mirrored(box, rect))
                left += hint.width() + self._gap
            top += height + self._line_gap
        return max(top - self._line_gap, 0)

    def _mirrored(self, box: QRect, rect: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(rect.left() + rect.right() - box.right())
        return box

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """Each line's parts with their sizes."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        used = 0
        for part in self._shown():
            hint = _hint(part)
            if not lines or used + self._gap + hint.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((part, hint))
            used += self._gap + hint.width()
        return lines


def _hint(part: QWidget) -> QSize:
    """The size that a part wants, within what it may have."""
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
