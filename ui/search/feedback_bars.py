"""How long each answer took, in bars against the dashed line of what is agreed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.feedback import Bar
from ui.kit import mirror, paint
from ui.kit.plain import tip
from ui.theme import colour, size

_WIDTH, _GAP, _HEIGHT, _LEAST, _RADIUS = 12, 4.7, 29, 3, 2.5
_DASH, _SPACE = 4, 2
_OVER_AGREED = 1.5  # how far above the agreed line there is room, in agreed times


class FeedbackBars(QWidget):
    """Theirs in plum, what is late in red, who still waits in outline."""

    spoken_as = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._agreed: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar], agreed: float | None, described: str) -> None:
        """Show other bars; `agreed` in working days, `described` is all of it in words."""
        self._bars, self._agreed = tuple(bars), agreed
        self.setAccessibleName(described)
        self.setToolTip(tip("\n".join(each.said for each in bars)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its bars."""
        count = len(self._bars)
        return QSize(round(count * size(_WIDTH) + max(count - 1, 0) * size(_GAP)), size(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bars from the ground up, the line across them."""
        painter, whole = mirror.painter_on(self), float(self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max([each.days for each in self._bars] + [(self._agreed or 0) * _OVER_AGREED], default=0) or 1
        for at, bar in enumerate(self._bars):
            height = max(bar.days / most * whole, size(_LEAST))
            left = at * (size(_WIDTH) + size(_GAP))
            _paint_bar(painter, QRectF(left, whole - height, size(_WIDTH), height), bar)
        if self._agreed is not None and self._bars:
            y = round(whole - self._agreed / most * whole)
            for left in range(0, self.width(), _DASH + _SPACE):  # Qt's own dashes are not the mirror of themselves
                painter.fillRect(QRectF(left, y, min(_DASH, self.width() - left), 1), colour("text2"))


def _paint_bar(painter: QPainter, box: QRectF, bar: Bar) -> None:
    tone = "missed" if bar.is_late else "theirs"
    if bar.is_waiting:
        paint.rounded(painter, box, border=tone, radius=_RADIUS)
    else:
        paint.rounded(painter, box, ground=tone, radius=_RADIUS)
