"""Buttons: one primary in a view, standard, quiet, link and compact ones; an icon alone always has a name."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.kit import mirror, paint
from ui.kit.plain import PlainButton
from ui.theme import size


class _Kind(NamedTuple):
    """How one kind of button looks, in tokens and logical pixels."""

    height: int = 32
    padding: int = 14
    icon: int = 16
    gap: int = 8
    ground: str = ""
    hover: str = "hover"
    border: str = ""
    words: str = "text"
    role: str = "bodyMedium"
    ring: str = "accent"


_KINDS = {
    "primary": _Kind(ground="fill", hover="fillHover", words="onFill", ring="text"),
    "standard": _Kind(ground="surface", border="border"),
    "quiet": _Kind(padding=10, words="text2"),
    "link": _Kind(height=26, padding=4, words="accent"),
    "compact": _Kind(height=26, padding=9, icon=14, gap=6, ground="surface", border="border"),
    "quietCompact": _Kind(height=26, padding=8, icon=14, gap=6, words="text2"),
    "remark": _Kind(height=26, padding=4, icon=13, gap=5, words="text2", role="caption"),
}


class Button(PlainButton, QPushButton):
    """A button with a verb on it, and an icon where it helps."""

    def __init__(
        self, text: str, *, icon: str = "", kind: str = "standard", icon_tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # given to Qt's constructor, words make a start load its icons too
        self._icon, self._kind, self._icon_tone = icon, _KINDS[kind], icon_tone
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words and icon, never narrower than it is high."""
        kind = self._kind
        inner = self._words_width() + (size(kind.icon) if self._icon else 0)
        if self._icon and self.text():
            inner += size(kind.gap)
        height = max(size(kind.height), 24)
        padding = 2 * size(kind.padding) if self.text() else 0
        return QSize(max(round(inner + padding), height), height)

    def minimumSizeHint(self) -> QSize:
        """Words on a button are never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, ring, icon, words."""
        painter = mirror.painter_on(self)
        kind, box = self._kind, QRectF(self.rect())
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        ground = (kind.hover if over else kind.ground) if self.isEnabled() else ("neutralSoft" if kind.ground else "")
        border = kind.border if self.isEnabled() else ("border" if kind.ground else "")
        paint.rounded(painter, box, ground=ground, border=border)
        if self.hasFocus():
            paint.focus_ring(painter, box, tone=kind.ring)
        self._draw_content(painter, box, kind.words if self.isEnabled() else "text3")

    def _draw_content(self, painter: QPainter, box: QRectF, tone: str) -> None:
        kind, icon = self._kind, size(self._kind.icon)
        gap = size(kind.gap) if self.text() else 0
        width = self._words_width() + (icon + gap if self._icon else 0)
        left = box.left() + (box.width() - width) / 2
        if self._icon:
            icon_tone = self._icon_tone if self._icon_tone and self.isEnabled() else tone
            paint.draw_icon(painter, left, box.center().y() - icon / 2, self._icon, icon_tone, kind.icon)
            left += icon + gap
        words = QRectF(left, box.top(), self._words_width() + 1, box.height())
        paint.text(painter, words, self.text(), kind.role, tone)

    def _words_width(self) -> float:
        return paint.text_width(self.text(), self._kind.role) if self.text() else 0.0


class IconButton(Button):
    """A button that is only an icon; its name is read out and shown as its tooltip."""

    def __init__(self, icon: str, name: str, *, kind: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__("", icon=icon, kind=kind, parent=parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What the button does, in words."""
        self.setAccessibleName(name)
        self.setToolTip(name)
