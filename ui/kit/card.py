"""Cards and hairlines: grounds that hold what belongs together."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import mirror, paint
from ui.theme import colour


class Card(QFrame):
    """A surface with a hairline around it; its layout is a column."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4) -> None:
        super().__init__(parent)
        self._border, self._ground, self._dashed = "border", "surface", False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(spacing)

    def outline(self, token: str) -> None:
        """The colour of the line around it."""
        self._border = token
        self.update()

    def set_ground(self, token: str, *, dashed: bool = False) -> None:
        """Another ground; dashed for what is private or not there yet."""
        self._ground, self._dashed = token, dashed
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and line; a ring when the card itself has the keyboard."""
        painter, box = QPainter(self), QRectF(self.rect())
        if self._dashed:
            paint.dashed(painter, box, ground=self._ground)
        else:
            paint.rounded(painter, box, ground=self._ground, border=self._border, radius=paint.CARD_RADIUS)
        if self.hasFocus():
            paint.focus_ring(painter, box, radius=paint.CARD_RADIUS)


class Ground(QWidget):
    """A plain ground in a token's colour, such as the chrome of a side panel; lines at its edges where asked."""

    def __init__(self, tone: str = "canvas", parent: QWidget | None = None, *, right: bool = False, left: bool = False,
                 top: bool = False, bottom: bool = False) -> None:  # fmt: skip
        super().__init__(parent)
        self._tone = tone
        sides = Qt.Edge
        edges = {sides.RightEdge: right, sides.LeftEdge: left, sides.TopEdge: top, sides.BottomEdge: bottom}
        self._edges = [side for side, wanted in edges.items() if wanted]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and its edges."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        painter.fillRect(box, colour(self._tone))
        for side in self._edges:
            paint.hairline(painter, box, side)


class Hairline(QWidget):
    """A hairline across the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One logical pixel."""
        paint.hairline(QPainter(self), QRectF(self.rect()), Qt.Edge.TopEdge)
