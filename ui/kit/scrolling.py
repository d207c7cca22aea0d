"""Scroll bars that keep quiet, and the page every screen stands on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import mirror, paint
from ui.theme import colour

_HANDLE, _SHORTEST = 6, 32
PAGE_LIMIT, MARGIN, BAR = 1120, 32, 12  # how wide what is read is, the room beside it, and a scroll bar in that room


class ScrollBar(QScrollBar):
    """A narrow handle without arrows; the target is twice as wide as what is seen.

    `inset` is how far the handle stays from both ends, in logical pixels: where a frame is drawn around it.
    """

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None, *, inset: int = 0) -> None:
        super().__init__(orientation, parent)
        self._inset = inset

    def sizeHint(self) -> QSize:
        """As wide as the target."""
        return QSize(BAR, BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The handle where the page stands."""
        span = self.maximum() - self.minimum()
        if span <= 0:
            return
        painter = QPainter(self)
        upright = self.orientation() == Qt.Orientation.Vertical
        length = (self.height() if upright else self.width()) - 2 * self._inset
        handle = max(length * self.pageStep() / (span + self.pageStep()), _SHORTEST)
        start = self._inset + (length - handle) * (self.value() - self.minimum()) / span
        across = ((self.width() if upright else self.height()) - _HANDLE) / 2
        box = QRectF(across, start, _HANDLE, handle) if upright else QRectF(start, across, handle, _HANDLE)
        if self.underMouse() or self.isSliderDown():
            box.adjust(-1, 0, 1, 0) if upright else box.adjust(0, -1, 0, 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("borderStrong" if self.isSliderDown() else "scroll"))
        painter.drawRoundedRect(box, _HANDLE / 2, _HANDLE / 2)


class Page(QScrollArea):
    """A page that scrolls: one column at most 1120 wide, left aligned or centred, with the program's margins."""

    def __init__(
        self, parent: QWidget | None = None, *, top: int = 16, margin: int = MARGIN, centred: bool = False
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self._ground = QWidget()  # of our own making, as in `Listing`: one that Qt made is slow to be seen from Python
        self.setViewport(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.body = QWidget()
        self.body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(margin, top, margin, 24)
        self.column.setSpacing(0)
        self._margin = margin
        self.setWidget(self.body)
        self.body.setAutoFillBackground(False)  # setWidget switches it on

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at its limit, the room beside it empty; a scroll bar stands in the margin."""
        spare = max(0, self.width() - 2 * self._margin - PAGE_LIMIT)
        bar = self.width() - self.viewport().width()
        top, bottom = self.column.contentsMargins().top(), self.column.contentsMargins().bottom()
        before = spare // 2 if self._centred else 0
        right = max(self._margin + spare - before - bar, 0)
        self.column.setContentsMargins(mirror.margins(self._margin + before, top, right, bottom))
        super().resizeEvent(event)  # last: it lays the column out, once and where it stays

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll up and down only."""
        super().wheelEvent(event)


def top_edge(painter: QPainter, width: float) -> None:
    """A hairline at the top of a foot."""
    paint.rounded(painter, QRectF(0, 0, width, 1), ground="border", radius=0)
