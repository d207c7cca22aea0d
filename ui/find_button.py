"""The way to the palette for who does not know its key: it says the key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.words import _
from ui.kit import mirror, paint
from ui.kit.keycap import keycap_width, paint_keycap
from ui.theme import size

_HEIGHT, _SIDE, _ICON, _TO_WORDS, _TO_KEY = 32, 8, 16, 10, 14


class FindButton(QPushButton):
    """Glass, words and key; only the glass where there is little room."""

    def __init__(self, keys: str) -> None:
        super().__init__(_("Search or do anything"))
        self._keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self._narrow = False
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()} ({self._keys})")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Only the glass, or everything."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """What is shown, and its sides."""
        wide = size(_ICON)
        if not self._narrow:
            wide += size(_TO_WORDS + _TO_KEY) + round(paint.text_width(self.text(), "body") + keycap_width(self._keys))
        return QSize(wide + 2 * size(_SIDE), size(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """A new look may need another size; the pointer shows a ground."""
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        elif event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All of it, from the leading edge."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        if self.underMouse():
            paint.rounded(painter, box, ground="hoverChrome")
        if self.hasFocus():
            paint.focus_ring(painter, box)
        paint.draw_icon(painter, size(_SIDE), box.center().y() - size(_ICON) / 2, "search")
        if self._narrow:
            return
        left, wide = size(_SIDE + _ICON + _TO_WORDS), paint.text_width(self.text(), "body") + 1
        paint.text(painter, QRectF(left, 0, wide, box.height()), self.text(), "body", "text2")
        paint_keycap(painter, left + wide + size(_TO_KEY), box.center().y(), self._keys)
