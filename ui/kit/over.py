"""A calm sheet over the window: a scrim, a panel on it, and the keyboard inside until it is closed.

It is part of the window and not one of its own, so that it comes and goes with it on every desktop. Its first picture
lies over a copy of what is painted already: to paint the page below anew would take most of a frame.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QBackingStore,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit import paint
from ui.kit.shadow import paint_shadow
from ui.theme import colour, size

_TOP, _EDGE, _RADIUS = 88, 24, 12
_LIVE_MS = 50  # after the first picture, what changes below shows again


class Over(QWidget):
    """Covers a window; `panel` is where things are put, at most `wide` logical pixels wide, `centred` where asked."""

    def __init__(self, over: QWidget, name: str, *, wide: int = 640, centred: bool = False) -> None:
        super().__init__(over)
        self._over, self._wide, self._centred = over, wide, centred
        self._before: QWidget | None = None
        self._behind: QImage | None = None
        self._live = QTimer(self, singleShot=True, interval=_LIVE_MS)
        self._live.timeout.connect(self._show_behind)
        self.setAccessibleName(name)
        self.panel = QWidget(self)
        self.panel.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hide()
        over.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def first(self) -> QWidget:
        """What takes the keyboard when it comes; a sheet says which of its parts."""
        return self.panel

    def height_at(self, _wide: int) -> int:
        """How high the panel wants to be at a width; what does not fit the window is for the sheet to scroll."""
        return self.panel.sizeHint().height()

    def showEvent(self, event: QShowEvent) -> None:
        """Over everything, and the keyboard into it; where it was is remembered."""
        super().showEvent(event)
        if event.spontaneous():  # the window came back from its icon, with the sheet in its picture
            return
        self._behind = None if self._others() else _painted(self._over)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, self._behind is not None)
        self._before = QApplication.focusWidget()
        if self._before is not None:
            self._before.installEventFilter(self)
            self._before.destroyed.connect(self._before_is_gone)  # such as a list that a choice had opened
        self.fit()
        self.raise_()
        self.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """The keyboard goes back to where it was, unless it is somewhere else already."""
        super().hideEvent(event)
        self._live.stop()
        focused = QApplication.focusWidget()
        inside = focused is None or focused is self or self.isAncestorOf(focused)
        if self._before is not None:
            self._before.removeEventFilter(self)
            if inside and self._before.isVisible():
                self._before.setFocus()
        self._before = None

    def _before_is_gone(self) -> None:
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It is always as large as the window, and goes with the page it came over."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._show_behind()
            self.fit()
        elif watched is self._before and event.type() == QEvent.Type.Hide:
            self._before = None
            self._close_soon()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the panel closes it; nothing under it is pressed."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The Tab key stays inside."""
        stops = [each for each in self.findChildren(QWidget)
                 if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
        if not stops:
            return False
        focused = QApplication.focusWidget()
        at = stops.index(focused) if focused in stops else (-1 if forward else 0)
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scrim, and the panel with its shadow."""
        painter, box = QPainter(self), QRectF(self.panel.geometry())
        if self._behind is not None:
            painter.drawImage(0, 0, self._behind)
            self._live.start()
        painter.fillRect(self.rect(), colour("scrim"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, box, _RADIUS)
        paint.rounded(painter, box, ground="surface", border="border", radius=_RADIUS)

    def fit(self) -> None:
        """As large as the window; the panel below the tab strip or in the middle, as high as what is in it."""
        self.setGeometry(self._over.rect())
        wide = min(size(self._wide), self.width() - 2 * _EDGE)
        top = _EDGE if self._centred else min(_TOP, self.height() // 8)
        high = min(self.height_at(wide), self.height() - top - _EDGE)
        if self._centred:
            top = (self.height() - high) // 2
        self.panel.setGeometry((self.width() - wide) // 2, top, wide, high)

    def _others(self) -> list[Over]:
        """Sheets that lie there, or were closed in this very turn and are still in the window's picture."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return [each for each in self._over.findChildren(Over, options=direct) if each is not self]

    def _show_behind(self) -> None:
        """The page itself shows through the scrim again."""
        if self._behind is not None:
            self._live.stop()
            self._behind = None
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
            self.update()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The person went on elsewhere, by a key of the window."""
        elsewhere = now is not None and now.window() is self.window() and now is not self and not self.isAncestorOf(now)
        if elsewhere and self.isVisible():
            self._close_soon()

    def _close_soon(self) -> None:
        """Once what is happening to others is over: the page below may be on its way out."""
        QTimer.singleShot(0, self, self.close)


def _painted(window: QWidget) -> QImage | None:
    """A copy of what the window last painted; nothing where it was not painted yet at this size.

    Nothing on macOS either, where that memory may be read only while it is painted into.
    """
    store: QBackingStore | None = window.window().backingStore()  # none before its first picture
    if store is None or store.size().isEmpty() or QGuiApplication.platformName() == "cocoa":
        return None
    picture = store.paintDevice()
    if not isinstance(picture, QImage) or picture.deviceIndependentSize().toSize() != window.size():
        return None
    return picture.copy()
