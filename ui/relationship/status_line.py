"""The line under a manager's name: who they are, the health glyph with its word, and when you last spoke."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.health import Word, word_label
from ui.kit import mirror, paint
from ui.kit.health import paint_health
from ui.kit.plain import tip
from ui.theme import line_height, size

_ROLE, _WORD, _GLYPH, _GAP = "body", "bodyStrong", 12, 8


class StatusLine(QWidget):
    """One line that gives way from the right; whole in its tooltip and for a screen reader."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._lately, self._word = "", "", Word.NEW
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_standing(self, role: str, word: Word, lately: str) -> None:
        """Say how it stands."""
        self._role, self._word, self._lately = role, word, lately
        said = " · ".join(part for part in (role, word_label(word), lately) if part)
        self.setAccessibleName(said)
        self.setToolTip(tip(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All of it on one line."""
        role = paint.text_width(self._role, _ROLE) + size(_GAP - 2) + paint.text_width("·", _ROLE) + size(_GAP)
        word = size(_GLYPH + 6) + paint.text_width(word_label(self._word), _WORD)
        lately = 2 * size(_GAP) + paint.text_width("·", _ROLE) + paint.text_width(self._lately, _ROLE)
        width = word + (role if self._role else 0) + (lately if self._lately else 0)
        return QSize(ceil(width) + 5, line_height(_ROLE) + 2)

    def minimumSizeHint(self) -> QSize:
        """As narrow as must be."""
        return QSize(size(40), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another height."""
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Role, glyph and word, the last talk, with dots between."""
        painter, left = mirror.painter_on(self), 0.0
        if self._role:
            left = self._write(painter, left, self._role, _ROLE, "text2")
            left = self._write(painter, left + size(_GAP - 2), "·", _ROLE, "text2") + size(_GAP)
        glyph = size(_GLYPH)
        if left + glyph < self.width():
            paint_health(painter, QRectF(left, (self.height() - glyph) / 2, glyph, glyph), self._word)
        left = self._write(painter, left + glyph + size(6), word_label(self._word), _WORD, "text")
        if self._lately:
            left = self._write(painter, left + size(_GAP), "·", _ROLE, "text2")
            self._write(painter, left + size(_GAP), self._lately, _ROLE, "text2")

    def _write(self, painter: QPainter, left: float, words: str, role: str, tone: str) -> float:
        """Words from here as far as there is room; where they end."""
        width = paint.text_width(words, role) + 1
        room = self.width() - left
        if room > size(12):
            paint.text(painter, QRectF(left, 0, min(width, room), self.height()), words, role, tone)
        return left + width
