"""The tab strip: Today first and fixed, then one tab for each open manager; drag moves, a middle click closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from app.domain.health import Word, word_label
from app.words import _
from ui.kit import grid, mirror, paint
from ui.kit.health import paint_health
from ui.theme import colour, size

_HEIGHT, _TAB, _PADDING, _GLYPH, _GAP, _CLOSE, _WIDEST = 41, 33, 12, 14, 10, 24, 220
HOME = 0


class TabStrip(QTabBar):
    """The tabs; closing and moving are asked of the window, which owns the pages."""

    close_asked = Signal(int)
    drag_moved = Signal(int, int)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Open tabs"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)  # the row has a menu for what does not fit
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words: list[Word | None] = []
        self._over = -1
        self._dragged = -1
        self._first = HOME + 1  # of those in sight beside Today
        self._is_fitting = False

    def add(self, title: str, word: Word | None = None, icon: str = "sun") -> int:
        """A new tab at the end, with the glyph of a word, or an icon where no word is known; its place."""
        self._words.append(word)
        at = self.addTab(_shown(title))
        self.setTabData(at, icon)
        self.show_facts(at, title, word)
        return at

    def show_facts(self, at: int, title: str, word: Word | None) -> None:
        """The name and the glyph of a tab."""
        self._words[at] = word
        if self.tabText(at) != _shown(title):  # every tab is measured anew for it
            self.setTabText(at, _shown(title))
        self.setTabToolTip(at, title)
        self.setAccessibleTabName(at, f"{title}, {word_label(word)}" if word else title)
        self.update()

    def take_out(self, at: int) -> None:
        """Remove a tab."""
        del self._words[at]
        self.removeTab(at)

    def move_tab(self, start: int, end: int) -> None:
        """Move a tab; nothing moves before Today."""
        if HOME not in (start, end) and start != end:
            self._words.insert(end, self._words.pop(start))
            self.moveTab(start, end)
            self.drag_moved.emit(start, end)

    def taken(self) -> int:
        """How wide all tabs are together, in logical pixels."""
        return sum(self._widths())

    def out_of_sight(self) -> list[int]:
        """The tabs that are not seen whole, in their order."""
        places = [(at, self.tabRect(at)) for at in range(self.count())]
        return [at for at, box in places if box.isEmpty() or box.left() < 0 or box.right() >= self.width()]

    def fit(self, room: int) -> None:
        """Show Today, the current tab, and as many beside it as `room` takes whole; hide the others."""
        if self._is_fitting:
            return
        self._is_fitting = True
        in_sight = self._in_sight(room)
        for at in sorted(range(self.count()), key=in_sight.__contains__, reverse=True):
            if self.isTabVisible(at) != (at in in_sight):
                self.setTabVisible(at, at in in_sight)
        self._is_fitting = False

    def _in_sight(self, room: int) -> set[int]:
        """Today, and the others from the first one seen before, moved no further than the current one needs."""
        widths = self._widths()
        room -= sum(widths[: HOME + 1])
        at = self.currentIndex() if self.currentIndex() > HOME else min(self._first, len(widths) - 1)
        first = min(self._first, at)
        end = at + 1 if self.currentIndex() > HOME else first  # a tab that is not current shows only where it fits
        while first < at and sum(widths[first:end]) > room:
            first += 1
        while end < len(widths) and sum(widths[first : end + 1]) <= room:
            end += 1
        while first > HOME + 1 and sum(widths[first - 1 : end]) <= room:
            first -= 1
        self._first = max(first, HOME + 1)
        return {HOME, *range(self._first, end)}

    def _widths(self) -> list[int]:
        return [self.tabSizeHint(at).width() for at in range(self.count())]

    def tabLayoutChange(self) -> None:
        """Tabs came, went, or have other names."""
        super().tabLayoutChange()
        self.laid_out.emit()

    def tabSizeHint(self, at: int) -> QSize:
        """Glyph, name, room for the cross."""
        words = paint.text_width(self._title(at), "bodyMedium")
        inner = size(_GLYPH + _GAP) + words + (size(_GAP + 14) if at != HOME else size(6))
        return QSize(min(round(inner) + 2 * size(_PADDING), size(_WIDEST)), size(_HEIGHT))

    def minimumTabSizeHint(self, at: int) -> QSize:
        """Tabs keep their width; the strip moves along to the current one."""
        return self.tabSizeHint(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows lead on to tabs that are out of sight too."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        to = self.currentIndex() + (-step if self.isRightToLeft() else step)
        if HOME <= to < self.count():
            self.setCurrentIndex(to)

    def sizeHint(self) -> QSize:
        """The height of the strip."""
        return QSize(super().sizeHint().width(), size(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The strip gives way."""
        return QSize(size(120), size(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strip's ground and line, then each tab in sight."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("chrome"))
        paint.hairline(painter, QRectF(self.rect()), Qt.Edge.BottomEdge)
        for at in range(self.count()):
            if self.tabRect(at).intersects(event.rect()):
                self._paint_tab(painter, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A middle click or the cross closes; else choose, and maybe drag."""
        at = self.tabAt(event.position().toPoint())
        if (
            event.button() == Qt.MouseButton.LeftButton
            and at > HOME
            and not self._on_cross(at, event.position().toPoint())
        ):
            self._dragged = at
        if event.button() == Qt.MouseButton.LeftButton and at > HOME and self._on_cross(at, event.position().toPoint()):
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a tab over its neighbours."""
        at = self.tabAt(event.position().toPoint())
        if self._dragged > HOME and at > HOME and at != self._dragged and event.buttons() & Qt.MouseButton.LeftButton:
            self.move_tab(self._dragged, at)
            self._dragged = at
        if at != self._over:
            self._over = at
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close where a press and release meet on the cross, or with the middle button."""
        at, where = self.tabAt(event.position().toPoint()), event.position().toPoint()
        self._dragged = -1
        left = event.button() == Qt.MouseButton.LeftButton
        if at > HOME and (event.button() == Qt.MouseButton.MiddleButton or (left and self._on_cross(at, where))):
            self.close_asked.emit(at)
            return
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No tab is under the pointer."""
        self._over = -1
        self.update()
        super().leaveEvent(event)

    def _paint_tab(self, painter: QPainter, at: int) -> None:
        box = QRectF(self.tabRect(at))
        painter.save()
        if self.isRightToLeft():
            mirror.turn(painter, box)
        box.setTop(box.bottom() - size(_TAB) + 1)
        current = at == self.currentIndex()
        if current:
            self._paint_current(painter, box)
        elif at == self._over:
            paint.rounded(painter, box.adjusted(2, 2, -2, -5), ground="hoverChrome")
        left = box.left() + size(_PADDING)
        self._paint_glyph(painter, QRectF(left, box.center().y() - size(_GLYPH) / 2, size(_GLYPH), size(_GLYPH)), at)
        left += size(_GLYPH + _GAP)
        closable = at != HOME and (current or at == self._over)
        right = box.right() - (size(_CLOSE) if closable else size(6))
        words = QRectF(left, box.top(), right - left, box.height())
        paint.text(painter, words, self._title(at), "bodyMedium", "text" if current else "text2")
        if closable:
            cross = self._cross(at)
            paint.draw_icon(painter, cross.center().x() - size(7), cross.center().y() - size(7), "x", "text2", 14)
        if current and self.hasFocus():
            paint.focus_ring(painter, box.adjusted(3, 3, -3, -3))
        painter.restore()

    def _paint_current(self, painter: QPainter, box: QRectF) -> None:
        """The page's own ground, open at the foot."""
        path, corner, thin = QPainterPath(), 8.0, grid.thickness(painter)
        half = thin / 2
        inner = grid.snapped(painter, box).adjusted(half, half, -half, 1)
        path.moveTo(inner.bottomLeft())
        path.lineTo(inner.left(), inner.top() + corner)
        path.quadTo(inner.topLeft(), QPointF(inner.left() + corner, inner.top()))
        path.lineTo(inner.right() - corner, inner.top())
        path.quadTo(inner.topRight(), QPointF(inner.right(), inner.top() + corner))
        path.lineTo(inner.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, colour("canvas"))
        painter.strokePath(path, QPen(colour("border"), thin))

    def _paint_glyph(self, painter: QPainter, box: QRectF, at: int) -> None:
        word = self._words[at]
        if word is not None:
            paint_health(painter, box.adjusted(2, 2, -2, -2), word)
        else:
            current = at == self.currentIndex()
            name = str(self.tabData(at))
            paint.draw_icon(painter, box.x() - 1, box.y() - 1, name, "accent" if current else "text2", 16)

    def _title(self, at: int) -> str:
        return self.tabText(at).replace("&&", "&")

    def _cross(self, at: int) -> QRectF:
        box = QRectF(self.tabRect(at))
        return QRectF(box.right() - size(_CLOSE) - 2, box.bottom() - size(_TAB) + (size(_TAB) - size(_CLOSE)) / 2,
                      size(_CLOSE), size(_CLOSE))  # fmt: skip

    def _on_cross(self, at: int, where: QPoint) -> bool:
        shown = at == self.currentIndex() or at == self._over
        return shown and self._cross(at).contains(mirror.painted(self, where, self.tabRect(at)).toPointF())


def _shown(title: str) -> str:
    """A name in which no letter is taken for a key."""
    return title.replace("&", "&&")
