"""What stands around the list in the sidebar: rows that lead somewhere, and the word about where the data is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.words import _
from ui.kit import mirror, paint
from ui.kit.plain import PlainButton
from ui.theme import size

_HEIGHT, _INSET, _ICON, _GAP = 33, 10, 16, 14


class PlaceButton(PlainButton, QPushButton):
    """A row that leads to a page: icon, words, and how many things wait there; only the icon in a narrow sidebar."""

    def __init__(self, icon: str, words: str, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)  # given to Qt's constructor, words make a start load its icons too
        self._icon, self._quiet = icon, quiet
        self._count = 0
        self._narrow = self.is_here = False
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._name()

    def show_count(self, count: int) -> None:
        """How many things wait; 0 shows nothing."""
        self._count = count
        self._name()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Only the icon, its words in the tooltip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()

    def stand_here(self, here: bool) -> None:
        """Whether the window is there; a press alone changes nothing. No check mark: nothing is switched on."""
        if here != self.is_here:
            self.is_here = here
            self.setAccessibleDescription(_("You are here") if here else "")
            self.update()

    def sizeHint(self) -> QSize:
        """Icon, words and count on one line; the icon alone takes no more than the rail has."""
        high = max(size(_HEIGHT), 24)
        if self._narrow:
            return QSize(size(_ICON) + 8, high)
        words = round(paint.text_width(self.text(), "bodyStrong"))
        return QSize(size(_INSET) + size(_ICON) + size(_GAP) + words + size(4), high)

    def minimumSizeHint(self) -> QSize:
        """Words and icon are never cut."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """A new look may need another size."""
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words, count."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        on = self.is_here
        if on or self.underMouse():
            paint.rounded(painter, box, ground="selection" if on else "hoverChrome")
        if self.hasFocus():
            paint.focus_ring(painter, box)
        icon = size(_ICON)
        left = box.center().x() - icon / 2 if self._narrow else box.left() + size(_INSET)
        tone = "accent" if on else "text2"
        paint.draw_icon(painter, left, box.center().y() - icon / 2, self._icon, tone, _ICON)
        if not self._narrow:
            self._paint_words(painter, box, left + icon + size(_GAP))

    def _paint_words(self, painter: QPainter, box: QRectF, left: float) -> None:
        right = box.right()
        if self._count:
            right -= size(15)
            number = f"{self._count:,}"
            width = paint.text_width(number, "bodyMedium")
            place = QRectF(right - width, box.top(), width + 1, box.height())
            paint.text(painter, place, number, "bodyMedium", "text2")
            right = place.left() - size(8)
        role = "bodyStrong" if self.is_here else "bodyMedium"
        tone = "text2" if self._quiet and not self.is_here else "text"
        paint.text(painter, QRectF(left, box.top(), right - left, box.height()), self.text(), role, tone)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._count}" if self._count else self.text())


class WhereItLies(QWidget):
    """The lock and the words that nothing leaves this computer; it gives way first when room is short."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Lock and words."""
        return QSize(round(paint.text_width(self._words, "caption")) + size(18) + 2, max(size(24), 24))

    def minimumSizeHint(self) -> QSize:
        """It may vanish."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All of it, or only the lock, or nothing."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        whole = self.width() >= self.sizeHint().width()
        if self.width() < size(16):
            return
        left = box.right() - (self.sizeHint().width() if whole else size(16))
        paint.draw_icon(painter, left, box.center().y() - size(13) / 2, "lock", "text2", 13)
        if whole:
            words = QRectF(left + size(18), box.top(), box.width(), box.height())
            paint.text(painter, words, self._words, "caption", "text2")
        self.setToolTip("" if whole else self._words)
