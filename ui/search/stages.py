"""The stage line: what is behind, where the search is, what is to come; a press moves it there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.domain.searches import Stage
from app.services.search_page import StagePoint
from app.words import _
from ui.kit import mirror, paint
from ui.kit.plain import PlainButton
from ui.theme import colour, size

_HEIGHT, _MARK, _GAP, _LINE, _AROUND = 26, 16, 7, 27, 12
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class StageLine(QWidget):
    """Five stages in a row: one stop for the keyboard, arrows move inside, a press asks to go to a stage."""

    spoken_as = QAccessible.Role.Grouping
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Stage of the search"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.stages = [_StageButton(stage) for stage in Stage]
        for each in self.stages:
            each.clicked.connect(self._chosen)
            each.entered.connect(self._make_stop)
            self._row.addWidget(each)
        self._row.addStretch()

    def show_stages(self, points: Sequence[StagePoint]) -> None:
        """Show the way as it is now."""
        for button, point, after in zip(self.stages, points, [*points[1:], None], strict=True):
            button.show_point(point, joined=after is not None, behind=(after is not None and after.is_past) or
                              (after is not None and after.is_current))  # fmt: skip
        self._make_stop(next(each for each, point in zip(self.stages, points, strict=True) if point.is_current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right, turned where the language runs the other way."""
        step = _STEPS.get(Qt.Key(event.key()), 0) * (-1 if self.isRightToLeft() else 1)
        at = next((place for place, each in enumerate(self.stages) if each.hasFocus()), -1)
        if step and at >= 0:
            self.stages[min(max(at + step, 0), len(self.stages) - 1)].setFocus()
        else:
            super().keyPressEvent(event)

    def _make_stop(self, wanted: QWidget) -> None:
        for each in self.stages:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is wanted else Qt.FocusPolicy.NoFocus)

    def _chosen(self) -> None:
        for each in self.stages:
            if each is self.sender():
                self.chosen.emit(each.stage.value)


class _StageButton(PlainButton, QPushButton):
    """One stage: its mark, its name, and the line to the next."""

    entered = Signal(object)

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self._point = StagePoint(stage, "", "", False, False)
        self._joined = self._behind = False
        self.setProperty("reached-by-key", True)
        self.setObjectName(f"stage-{stage.value}")
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_point(self, point: StagePoint, *, joined: bool, behind: bool) -> None:
        """Show where it lies; `joined` to a next one by a line, which is `behind` where both are reached."""
        self._point, self._joined, self._behind = point, joined, behind
        self.setText(point.words)
        now = _("{stage}, now, {day}") if point.is_current else _("{stage}, {day}")
        self.setAccessibleName(now.format(stage=point.words, day=point.said))
        self.setToolTip(_("{stage}, {day}").format(stage=point.words, day=point.said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Mark, name, line."""
        line = size(_LINE + 2 * _AROUND) if self._joined else 0
        words = round(paint.text_width(self._point.words, "bodyStrong"))
        return QSize(size(_MARK + _GAP) + words + 2 + line, max(size(_HEIGHT), 24))

    def minimumSizeHint(self) -> QSize:
        """Where room is short the line goes first, then the name is cut."""
        return QSize(size(_MARK + _GAP + 24), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are for the line."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line is left and entered here from now on."""
        super().focusInEvent(event)
        self.entered.emit(self)

    def changeEvent(self, event: QEvent) -> None:
        """A new look needs another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled disc with a check, a ring with a dot, or an empty ring; then name and line."""
        painter, box, point = mirror.painter_on(self), QRectF(self.rect()), self._point
        mark = QRectF(box.left() + 1, box.center().y() - size(_MARK) / 2, size(_MARK), size(_MARK))
        _paint_mark(painter, mark, point)
        role = "bodyStrong" if point.is_current else "bodyMedium"
        tone = "text" if point.is_past or point.is_current or self.underMouse() else "text2"
        left = mark.right() + size(_GAP)
        line = box.right() - left - paint.text_width(point.words, role)
        room = box.right() - left - (line if self._joined and line > 0 else 0)
        paint.text(painter, QRectF(left, box.top(), room + 1, box.height()), point.words, role, tone)
        if self._joined:
            around, end = size(_AROUND), box.right() - size(_AROUND)
            start = left + room + around
            painter.setPen(QPen(colour("accent" if self._behind else "borderStrong"), 1))
            if end > start:
                painter.drawLine(round(start), round(box.center().y()), round(end), round(box.center().y()))
        if self.hasFocus():
            words = QRectF(box.left(), box.top(), size(_MARK + 2 * _GAP) + room, box.height())
            paint.focus_ring(painter, words.intersected(box))


def _paint_mark(painter: QPainter, box: QRectF, point: StagePoint) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    reached = point.is_past or point.is_current
    painter.setPen(QPen(colour("accent" if reached else "borderStrong"), 1.5))
    painter.setBrush(colour("accent") if point.is_past else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    if point.is_past:
        side = size(10)
        paint.draw_icon(painter, box.center().x() - side / 2, box.center().y() - side / 2, "check", "surface", 10)
    elif point.is_current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawEllipse(box.center(), box.width() / 5, box.height() / 5)
