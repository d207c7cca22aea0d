"""Chips: small facts beside a text. They inform; the one that can be pressed is a button."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.kit import mirror, paint
from ui.kit.plain import PlainButton
from ui.theme import size

HEIGHT, _RADIUS, _PADDING, _ICON, _GAP = 22, 6, 9, 13, 5


class _Tone(NamedTuple):
    ground: str
    words: str
    border: str = ""


TONES = {
    "neutral": _Tone("neutralSoft", "text2"), "you": _Tone("accentSoft", "accent"),
    "theirs": _Tone("theirsSoft", "theirs"), "kept": _Tone("keptSoft", "kept"), "risk": _Tone("riskSoft", "risk"),
    "missed": _Tone("missedSoft", "missed"), "outline": _Tone("surface", "text2", "border"),
    "plain": _Tone("", "text2"),
}  # fmt: skip


def chip_height() -> int:
    """The height of every chip, in logical pixels."""
    return size(HEIGHT)


def chip_width(words: str, tone: str = "neutral", icon: str = "") -> int:
    """How wide a chip with these words is."""
    padding = 0 if tone == "plain" else 2 * size(_PADDING)
    return round(paint.text_width(words, "captionMedium") + padding + (size(_ICON + _GAP) if icon else 0)) + 1


def paint_chip(painter: QPainter, x: float, y: float, words: str, tone: str = "neutral", icon: str = "",
               most: float = 10_000) -> int:  # fmt: skip
    """Draw a chip with its left top corner here, at most so wide; the width it took."""
    look, width = TONES[tone], min(chip_width(words, tone, icon), most)
    box = QRectF(x, y, width, size(HEIGHT))
    if look.ground:
        paint.rounded(painter, box, ground=look.ground, border=look.border, radius=_RADIUS)
    left = x + (0 if tone == "plain" else size(_PADDING))
    if icon:
        paint.draw_icon(painter, left, box.center().y() - size(_ICON) / 2, icon, look.words, _ICON)
        left += size(_ICON + _GAP)
    right = box.right() - (0 if tone == "plain" else size(_PADDING) - 1)
    paint.text(painter, QRectF(left, y, right - left, box.height()), words, "captionMedium", look.words)
    return round(width)


class Chip(QWidget):
    """A fact in a few words."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, text: str, tone: str = "neutral", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_fact(text, tone, icon)

    def show_fact(self, text: str, tone: str, icon: str = "") -> None:
        """Say something else."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole chip."""
        return QSize(chip_width(self._text, self._tone, self._icon), size(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A long chip gives way and is elided."""
        return QSize(min(self.sizeHint().width(), size(60)), size(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chip, elided where it does not fit."""
        paint_chip(mirror.painter_on(self), 0, 0, self._text, self._tone, self._icon, self.width())


class PressChip(PlainButton, QPushButton):
    """A chip that does something: a button with a focus ring, its target at least 24 high."""

    def __init__(self, text: str, tone: str = "neutral", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)  # given to Qt's constructor, words make a start load its icons too
        self._tone, self._icon = tone, icon
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The chip with room for its ring."""
        return QSize(chip_width(self.text(), self._tone, self._icon) + 4, max(size(HEIGHT) + 4, 24))

    def minimumSizeHint(self) -> QSize:
        """A long chip gives way and is elided."""
        return QSize(min(self.sizeHint().width(), size(60)), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chip, and its ring when it has the keyboard."""
        painter = mirror.painter_on(self)
        paint_chip(painter, 2, 2, self.text(), self._tone, self._icon, self.width() - 4)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()))
        elif self.underMouse():
            paint.rounded(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), border="borderStrong")
