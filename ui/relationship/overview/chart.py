"""The balance as blocks: one for each promise, yours up from the line, theirs down, month by month.

Kept is filled in the side's colour; late is half filled as its dot is, missed outlined in red with a cross. The month
under the pointer, or the one the arrows chose, is told in words beside the title.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.balance import Balance, Month, Tally
from app.words import _
from ui.kit import mirror, paint
from ui.kit.toast import announce
from ui.theme import colour, line_height, size

_BLOCK, _PITCH, _WIDTH, _FROM_LINE, _RADIUS = 13, 15, 34, 2, 3
_LEAST, _MOST = 2, 6  # blocks there is room for on a side; more are drawn smaller
_SOLID = 4  # below this height blocks flow together
_LABEL_GAP, _MONTH_GAP, _CROSS, _LINE = 17, 9, 3, 1.2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BalanceChart(QWidget):
    """Six months; `told` says the month that is looked at in words, and nothing when none is."""

    spoken_as = QAccessible.Role.Chart
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._balance: Balance | None = None
        self._names = ("", "")
        self._tallest = (0, 0)
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Balance by month"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_balance(self, balance: Balance, name: str) -> None:
        """Show other figures; `name` is what the manager is called."""
        self._balance, self._names, self._chosen = balance, (_("You"), name), -1
        self._tallest = (
            max(month.mine.total for month in balance.months), max(month.theirs.total for month in balance.months),
        )  # fmt: skip
        self.setAccessibleDescription("\n".join(f"{line}." for line in balance.lines()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its tallest months, with their names."""
        height = self._up() + 1 + 2 * size(_FROM_LINE) + self._down() + size(_MONTH_GAP) + line_height("caption")
        return QSize(size(420), height)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(size(300), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another height."""
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from month to month, in the order they are read."""
        step = _STEPS.get(Qt.Key(event.key()))
        months = len(self._balance.months) if self._balance else 0
        if step is None or not months:
            super().keyPressEvent(event)
            return
        step = -step if self.isRightToLeft() else step
        self._choose(min(max(self._chosen + step, 0), months - 1) if self._chosen >= 0 else months - 1)
        if self._balance is not None:
            announce(self, self._balance.months[self._chosen].words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The month under the pointer."""
        self._choose(self._month_at(mirror.painted(self, event.position().toPoint())))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._choose(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No month is looked at."""
        super().focusOutEvent(event)
        self._choose(-1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the names of the sides, and the months."""
        if self._balance is None:
            return
        painter = mirror.painter_on(self)
        line, left = self._up() + size(_FROM_LINE), self._left()
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()))
        paint.hairline(painter, QRectF(left, line, self.width() - left, 1), Qt.Edge.TopEdge)
        high = line_height("captionMedium")
        for words, tone, middle in (
            (self._names[0], "accent", line - size(_PITCH)), (self._names[1], "theirs", line + size(_PITCH)),
        ):  # fmt: skip
            paint.text(
                painter, QRectF(0, middle - high / 2, left - size(_LABEL_GAP / 2), high), words, "captionMedium", tone
            )
        for at, month in enumerate(self._balance.months):
            self._paint_month(painter, at, month, line)

    def _paint_month(self, painter: QPainter, at: int, month: Month, line: float) -> None:
        assert self._balance is not None
        middle = self._left() + (at + 0.5) * self._step()
        last = at == len(self._balance.months) - 1
        if at == self._chosen:
            ground = QRectF(middle - self._step() / 2 + size(4), 0, self._step() - size(8), self.height())
            paint.rounded(painter, ground, ground="hover")
            paint.hairline(painter, QRectF(ground.left(), line, ground.width(), 1), Qt.Edge.TopEdge)
        left = middle - size(_WIDTH) / 2
        self._paint_side(painter, left, month.mine, "accent", line - size(_FROM_LINE), up=True)
        self._paint_side(painter, left, month.theirs, "theirs", line + 1 + size(_FROM_LINE), up=False)
        high = line_height("caption")
        name = QRectF(middle - self._step() / 2, self.height() - high, self._step(), high)
        role, tone = ("captionStrong", "text") if last else ("caption", "text2")
        paint.text(painter, name, month.name, role, tone, Qt.AlignmentFlag.AlignHCenter)

    def _paint_side(self, painter: QPainter, left: float, tally: Tally, tone: str, begin: float, *, up: bool) -> None:
        """The blocks of a side, kept ones next to the line."""
        pitch, gap = self._pitch(), self._gap()
        tops = [begin - (at + 1) * pitch + gap if up else begin + at * pitch for at in range(tally.total)]
        boxes = [QRectF(left, top, size(_WIDTH), pitch - gap) for top in tops]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tone))
        _draw_blocks(painter, boxes[: tally.kept], whole=pitch >= size(_PITCH))
        inner = [box.adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2) for box in boxes[tally.kept :]]
        late, missed = inner[: tally.late], inner[tally.late :]
        painter.setBrush(colour("surface"))
        for those, shade in ((late, "risk"), (missed, "missed")):
            painter.setPen(QPen(colour(shade), _LINE))
            _draw_blocks(painter, those, whole=pitch >= size(_PITCH))
        reach = min(size(_CROSS), (pitch - gap) / 2 - 2)
        if missed and reach > 1:
            painter.drawLines([line for box in missed for line in _cross(box.center(), reach)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("risk"))
        painter.drawRects([box.adjusted(_LINE, _LINE, -box.width() / 2, -_LINE) for box in late])

    def _choose(self, month: int) -> None:
        if month != self._chosen and self._balance is not None:
            self._chosen = month
            self.told.emit(self._balance.months[month].words if month >= 0 else "")
            self.update()

    def _month_at(self, at: QPoint) -> int:
        if self._balance is None or at.x() < self._left():
            return -1
        return min(int((at.x() - self._left()) / self._step()), len(self._balance.months) - 1)

    def _left(self) -> float:
        """Where the months begin: behind the names of the sides."""
        widest = max(paint.text_width(name, "captionMedium") for name in self._names)
        return min(widest + size(_LABEL_GAP), self.width() / 4)

    def _step(self) -> float:
        return (self.width() - self._left()) / (len(self._balance.months) if self._balance else 1)

    def _pitch(self) -> float:
        """From block to block; where there are many of them they share the room of six."""
        most = max(self._tallest)
        return size(_PITCH) if most <= _MOST else size(_PITCH) * _MOST / most

    def _gap(self) -> int:
        """Between two blocks; the smallest ones flow together."""
        pitch = self._pitch()
        return size(_PITCH - _BLOCK) if pitch >= size(_PITCH) else int(pitch >= _SOLID)

    def _up(self) -> int:
        return self._height(self._tallest[0])

    def _down(self) -> int:
        return self._height(self._tallest[1])

    def _height(self, blocks: int) -> int:
        """The room the blocks of a side take, without the gap behind the last."""
        return round(max(blocks, _LEAST) * self._pitch() - self._gap())


def _draw_blocks(painter: QPainter, boxes: list[QRectF], *, whole: bool) -> None:
    """Blocks with rounded corners; small ones, of which there are many, all at once and without."""
    if not whole:
        painter.drawRects(boxes)
        return
    for box in boxes:
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


def _cross(at: QPointF, reach: float) -> tuple[QLineF, QLineF]:
    """What was not kept is known by its shape, not only by its colour."""
    x, y = at.x(), at.y()
    return QLineF(x - reach, y - reach, x + reach, y + reach), QLineF(x - reach, y + reach, x + reach, y - reach)
