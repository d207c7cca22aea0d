"""The page on the desk: whole, or larger and scrolled, with a shadow under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.kit import paint
from ui.kit.scrolling import ScrollBar
from ui.theme import colour, font, size

ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_SIDE, _TOP, _BOTTOM = 36, 36, 12
_A4 = (595.3, 841.9)
_POINT = 96 / 72  # logical pixels to a point at 100 %
_SHADOW = 10
_NOTCH = 120  # what Qt counts for one notch of a wheel


class PageView(QAbstractScrollArea):
    """Shows one picture of a page. `zoom` is None for the whole page, else 1.0 for its size on paper."""

    spoken_as = QAccessible.Role.Document
    resized = Signal()
    turned = Signal(int)
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = QWidget()  # of our own making, as in `Listing`: one that Qt made is slow to be seen from Python
        self.setViewport(self._ground)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal))
        self.setCornerWidget(QWidget())
        self.viewport().setAutoFillBackground(False)
        self.zoom: float | None = None
        self._image: QImage | None = None
        self._points = _A4
        self._sentence = ""
        self._pushed = 0
        self._ringed = self._was_seen = False

    @property
    def image(self) -> QImage | None:
        """The picture that is shown."""
        return self._image

    @property
    def sentence(self) -> str:
        """What stands here instead of a page."""
        return self._sentence

    def show_page(self, image: QImage, points: tuple[float, float]) -> None:
        """Show a picture of a page of this size, in points."""
        self._image, self._sentence, self._points = image, "", points
        self._fit_bars()
        self.viewport().update()

    def show_sentence(self, sentence: str) -> None:
        """Say why there is no page."""
        self._image, self._sentence = None, sentence
        self.viewport().update()

    def set_zoom(self, zoom: float | None) -> None:
        """Another size; the middle of what is seen stays in the middle."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        middles = [(bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep() or 1) for bar in bars]
        self.zoom = zoom
        self._fit_bars()
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.viewport().update()
        self.resized.emit()

    def factor(self) -> float:
        """How large the page is shown, as a zoom."""
        return self.zoom if self.zoom is not None else self._whole()

    def scale(self) -> float:
        """How many of the screen's pixels a point takes."""
        return self.factor() * _POINT * self.devicePixelRatioF()

    def sizeHint(self) -> QSize:
        """Room for most of a page."""
        return QSize(780, 718)

    def resizeEvent(self, event: object) -> None:
        """The whole page follows the window."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_bars()
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        """Another screen may need more pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.resized.emit()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for who came by the keyboard; a window that opens shows its page without one."""
        self._ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring follows the keyboard."""
        self._ringed = False
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that scroll, where there is something to scroll; Home and End are the first and last page."""
        ends = {Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000}
        if event.key() in ends:
            self.turned.emit(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; at the end of a page one whole notch turns it."""
        down = event.angleDelta().y() < 0
        bar = self.verticalScrollBar()
        if bar.value() != (bar.maximum() if down else bar.minimum()):
            self._pushed = 0
            super().wheelEvent(event)
            return
        self._pushed += event.angleDelta().y()
        if abs(self._pushed) >= _NOTCH:
            self._pushed = 0
            self.turned.emit(1 if down else -1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, paper, what is on it; or the sentence. `seen` tells of the first time, once it is over."""
        if not self._was_seen:
            self._was_seen = True
            QTimer.singleShot(0, self, self.seen.emit)
        painter = QPainter(self.viewport())
        if self._sentence:
            painter.setFont(font("body"))
            painter.setPen(colour("text2"))
            box = QRectF(self.viewport().rect()).adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._sentence)
            return
        page = self.page_box()
        _shadow(painter, page)
        painter.fillRect(page, colour("onFill"))
        if self._image is not None:
            self._draw(painter, page, self._image)
        if self._ringed:
            paint.focus_ring(painter, page.adjusted(-4, -4, 4, 4), radius=4)

    def _draw(self, painter: QPainter, page: QRectF, image: QImage) -> None:
        """Pixel for pixel where it was drawn for this size, which is sharper and ten times as fast; else stretched."""
        ratio = self.devicePixelRatioF()
        if abs(image.width() - page.width() * ratio) < 2 and abs(image.height() - page.height() * ratio) < 2:
            image.setDevicePixelRatio(ratio)
            painter.drawImage(page.topLeft(), image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, image)

    def page_box(self) -> QRectF:
        """Where the page lies in the view, in whole pixels of the screen so that its letters stay sharp."""
        shown, view, ratio = self._page_size(), self.viewport().size(), self.devicePixelRatioF()
        at = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        left = max((view.width() - shown.width()) / 2, size(_SIDE)) - at.x()
        top = max(size(_TOP), (view.height() - shown.height()) / 2 if self.zoom is None else 0) - at.y()
        width, height = (round(each * ratio) / ratio for each in (shown.width(), shown.height()))
        return QRectF(QPointF(round(left), round(top)), QSizeF(width, height))

    def _page_size(self) -> QSizeF:
        return QSizeF(*self._points) * (self.factor() * _POINT)

    def _whole(self) -> float:
        room = self.size()
        width = (room.width() - 2 * size(_SIDE)) / self._points[0]
        height = (room.height() - size(_TOP) - size(_BOTTOM)) / self._points[1]
        return max(min(width, height) / _POINT, 0.05)

    def _fit_bars(self) -> None:
        """How far there is to scroll: nowhere, while the whole page is shown."""
        page, view = self._page_size(), self.viewport().size()
        across = page.width() + 2 * size(_SIDE) - view.width() if self.zoom is not None else 0
        down = page.height() + size(_TOP) + size(_TOP) - view.height() if self.zoom is not None else 0
        for bar, span, step in (
            (self.horizontalScrollBar(), across, view.width()), (self.verticalScrollBar(), down, view.height()),
        ):  # fmt: skip
            bar.setPageStep(step)
            bar.setSingleStep(size(40))
            bar.setRange(0, max(0, round(span)))


def _shadow(painter: QPainter, page: QRectF) -> None:
    """A soft edge, darker below."""
    painter.save()
    # What lies under the paper is not painted: it would take longer than the page itself.
    painter.setClipRegion(QRegion(painter.viewport()) - QRegion(page.toAlignedRect().adjusted(1, 1, -1, -1)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(Qt.GlobalColor.transparent)
    shade.setAlphaF(0.009)
    painter.setBrush(shade)
    for reach in range(_SHADOW):
        painter.drawRoundedRect(page.adjusted(-reach, 2 - reach, reach, 2 + reach), reach, reach)
    painter.restore()
