"""A row that can be pressed: an icon, words that wrap, and what is said below them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import mirror, paint
from ui.kit.icon import Icon
from ui.kit.words import Label
from ui.theme import size

SIDE = 8  # its ground reaches this far beyond its words
_ABOVE, _GAP, _ICON = 3, 10, 16
_ABOVE_DENSE, _GAP_DENSE, _ICON_DENSE = 3, 9, 14


class PressRow(QAbstractButton):
    """All of it is the target; `about` is what it shows, `menu_asked` has the point at which its menu is to stand.

    A `dense` one has a smaller icon, and its words stand where those of a plain line beside it would.
    """

    menu_asked = Signal(QPoint)

    def __init__(
        self, about: Any, icon: str, icon_tone: str, parent: QWidget | None = None, *, dense: bool = False
    ) -> None:
        super().__init__(parent)
        self.about = about
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._said: list[str] = []
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        self._row = row = QHBoxLayout(self)
        side, above = (0, _ABOVE_DENSE) if dense else (SIDE, _ABOVE)
        row.setContentsMargins(size(side), size(above), size(side), size(above))
        row.setSpacing(size(_GAP_DENSE if dense else _GAP))
        sign = QVBoxLayout()
        sign.setContentsMargins(0, size(1), 0, 0)
        sign.addWidget(Icon(icon, _ICON_DENSE if dense else _ICON, icon_tone))
        sign.addStretch()
        row.addLayout(sign)
        row.addLayout(self.words, 1)

    def say(self, words: str, role: str = "body", tone: str = "text") -> None:
        """One more line; the first is its name, the others are read out after it."""
        label = Label(words, role, tone, wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words.addWidget(label)
        if not self.accessibleName():
            self.setAccessibleName(words)
        else:
            self._said.append(words)
            self.setAccessibleDescription(". ".join(self._said))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What its words need at a width, in logical pixels."""
        return self._row.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Its words beside the icon."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Narrow when it must be."""
        return self._row.totalMinimumSize()

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """With the pointer where it is, with the key below the row."""
        by_pointer = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_asked.emit(event.globalPos() if by_pointer else self.below())

    def below(self) -> QPoint:
        """Where a menu stands that was not asked for with the pointer."""
        return self.mapToGlobal(QPoint(0, self.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground under the pointer, the ring with the keyboard; the words paint themselves."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        if self.underMouse():
            paint.rounded(painter, box, ground="hover")
        if self.hasFocus():
            paint.focus_ring(painter, box)
