"""What the dots mean, once for the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.words import _
from ui.kit import mirror, paint
from ui.kit.dots import NEXT, paint_dot
from ui.theme import size

_DOT, _GAP, _BETWEEN = 9, 6, 14


class Legend(QWidget):
    """A dot and its word, four times."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = (("kept", _("kept")), ("late", _("late")), ("missed", _("missed")), (NEXT, _("next")))
        self.setAccessibleName(_("Check-ins are kept, late, missed or next"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """All four on one line."""
        words = sum(paint.text_width(word, "caption") for _kind, word in self._items)
        gaps = len(self._items) * size(_DOT + _GAP) + (len(self._items) - 1) * size(_BETWEEN)
        return QSize(round(words + gaps) + 1, size(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each dot as on the cards, its word beside it."""
        painter, left, height = mirror.painter_on(self), 0.0, self.height()
        for kind, word in self._items:
            side = size(_DOT)
            paint_dot(painter, QRectF(left, (height - side) / 2, side, side), kind)
            left += side + size(_GAP)
            width = paint.text_width(word, "caption")
            paint.text(painter, QRectF(left, 0, width + 1, height), word, "caption", "text2")
            left += width + size(_BETWEEN)
