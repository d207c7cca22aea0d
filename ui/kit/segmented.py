"""Two to five choices side by side, and the section tabs of a page: one stop for the keyboard, arrows move inside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.kit import mirror, paint
from ui.kit.plain import PlainButton
from ui.theme import size

_PADDING, _ICON, _GAP = 12, 14, 6


class Choices(QWidget):
    """A row of radio buttons of which one is on."""

    spoken_as = QAccessible.Role.Grouping
    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._group.idToggled.connect(self._toggled)  # a screen reader toggles, and does not click

    @property
    def key(self) -> str:
        """What is chosen."""
        at = self._group.checkedId()
        return self._keys[at] if at >= 0 else ""

    def choose(self, key: str) -> None:
        """Choose by key, without a signal; a key that is not there changes nothing."""
        if key in self._keys:
            with QSignalBlocker(self._group):
                self._group.button(self._keys.index(key)).setChecked(True)

    def stop(self) -> QWidget:
        """What takes the keyboard: the one that is chosen, else the first."""
        return self._group.checkedButton() or self._group.buttons()[0]

    def focus_chosen(self) -> None:
        """The keyboard onto what is chosen."""
        if self._group.checkedButton() is not None:
            self.stop().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self, key: str, button: QRadioButton) -> None:
        """One more choice."""
        self._group.addButton(button, len(self._keys))
        self._keys.append(key)
        self._row.addWidget(button)

    def _toggled(self, at: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._keys[at])


class ChoiceButton(PlainButton, QRadioButton):
    """One choice; arrows move to its neighbour and choose it."""

    def __init__(self, words: str, icon: str = "") -> None:
        super().__init__()
        self.setText(words)
        self._icon = icon
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hitButton(self, _pos: object) -> bool:
        """All of it is the target."""
        return True

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        self.updateGeometry()
        super().changeEvent(event)


class _Segment(ChoiceButton):
    """A segment in the trough."""

    def sizeHint(self) -> QSize:
        """The words at their widest, which is when chosen."""
        icon = size(_ICON + _GAP) if self._icon else 0
        return QSize(round(paint.text_width(self.text(), "bodyStrong")) + 2 * size(_PADDING) + icon, max(size(26), 24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Raised when chosen."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        on = self.isChecked()
        if on:
            paint.rounded(painter, box, ground="raised", radius=6)
        if self.hasFocus():
            paint.focus_ring(painter, box, radius=6)
        tone = "text" if on or self.underMouse() else "text2"
        icon = size(_ICON + _GAP) if self._icon else 0
        width = paint.text_width(self.text(), "bodyStrong" if on else "body") + icon
        left = (self.width() - width) / 2
        if self._icon:
            paint.draw_icon(painter, left, box.center().y() - size(_ICON) / 2, self._icon, tone, _ICON)
        words = QRectF(left + icon, 0, self.width(), self.height())
        paint.text(painter, words, self.text(), "bodyStrong" if on else "body", tone)


class Segmented(Choices):
    """Two to five choices in one trough; `chosen` carries the key."""

    def __init__(self, items: Sequence[tuple[str, ...]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._row.setContentsMargins(2, 2, 2, 2)
        for key, words, *icon in items:
            self.add(key, _Segment(words, icon[0] if icon else ""))
        self.choose(items[0][0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The trough."""
        paint.rounded(QPainter(self), QRectF(self.rect()), ground="neutralSoft", radius=8)


class _SectionTab(ChoiceButton):
    """One section's name over the accent line."""

    def sizeHint(self) -> QSize:
        """38 high; the gap between two belongs to both."""
        return QSize(round(paint.text_width(self.text(), "bodyStrong")) + 2 * size(13), size(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Text, and the line under the current one."""
        painter, box = QPainter(self), QRectF(self.rect())
        on = self.isChecked()
        paint.text(painter, box, self.text(), "bodyStrong" if on else "bodyMedium",
                   "text" if on or self.underMouse() else "text2", Qt.AlignmentFlag.AlignHCenter)  # fmt: skip
        if on:
            inner = size(11)
            paint.rounded(
                painter, QRectF(inner, box.bottom() - 2, box.width() - 2 * inner, 2), ground="accent", radius=1
            )
        if self.hasFocus():
            paint.focus_ring(painter, box.adjusted(2, 4, -2, -5))


class SectionTabs(Choices):
    """The sections of a page."""

    def __init__(self, items: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._row.setContentsMargins(0, 0, 0, 0)
        for key, words in items:
            self.add(key, _SectionTab(words))
        self.choose(items[0][0])
