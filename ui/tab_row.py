"""The tab strip and, at its end while they do not all fit, a menu of the tabs that are out of sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.words import plural
from ui.kit.button import IconButton
from ui.tabs import TabStrip


class TabRow(QWidget):
    """Holds the strip; shows and hides the button of the menu as tabs come and go."""

    def __init__(self, strip: TabStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._more = IconButton("chevron-down", "")
        self._more.hide()
        self._more.clicked.connect(self._show_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(strip, 1)
        row.addWidget(self._more)
        strip.laid_out.connect(self._fit)
        strip.currentChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for all of them, or no more."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The button takes room itself, so the whole row is what the tabs are measured by."""
        too_many = self._strip.taken() > self.width()
        self._more.setVisible(too_many)
        self._strip.fit(self.width() - (self._more.sizeHint().width() if too_many else 0))
        count = len(self._strip.out_of_sight())
        self._more.set_name(plural("{count} more tab", "{count} more tabs", count))

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at in self._strip.out_of_sight():
            action = menu.addAction(self._strip.tabText(at), self._chosen)
            action.setData(at)
            if at == self._strip.currentIndex():  # the others have no box to be ticked
                action.setCheckable(True)
                action.setChecked(True)
        below = self._more.rect().bottomLeft() if self.isRightToLeft() else self._more.rect().bottomRight()
        where = self._more.mapToGlobal(below)
        if not self.isRightToLeft():
            where.setX(where.x() - menu.sizeHint().width())
        menu.popup(where)

    def _chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._strip.setCurrentIndex(action.data())
