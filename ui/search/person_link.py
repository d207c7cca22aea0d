"""Whose search it is: picture, name and company in the status line; a press leads to their tab."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.words import _
from ui.kit import mirror, paint
from ui.kit.avatar import paint_avatar
from ui.kit.beside import beside
from ui.kit.plain import PlainButton
from ui.theme import size

_PICTURE, _GAP = 18, 6


class PersonLink(PlainButton, QPushButton):
    """A button that looks like the line it stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._name = 0, ""
        self.setObjectName("search-manager")
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_person(self, number: int, name: str, company: str) -> None:
        """Show whose it is."""
        self._number, self._name = number, name
        self.setText(beside(name, company))
        self.setAccessibleName(_("{name}, open their tab").format(name=name))
        self.setToolTip(_("Open the tab of {name}").format(name=name))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Picture and words on one line."""
        words = ceil(paint.text_width(self.text(), "body"))
        return QSize(size(_PICTURE + _GAP) + words, max(size(24), 24))

    def minimumSizeHint(self) -> QSize:
        """A long name gives way."""
        return QSize(size(90), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, then words; in the accent under the pointer."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        side = size(_PICTURE)
        picture = QRectF(box.left(), box.center().y() - side / 2, side, side)
        with mirror.upright(painter, picture):
            paint_avatar(painter, picture, self._number, self._name)
        words = box.adjusted(size(_PICTURE + _GAP), 0, 0, 0)
        paint.text(painter, words, self.text(), "body", "accent" if self.underMouse() else "text2")
        if self.hasFocus():
            paint.focus_ring(painter, box)
