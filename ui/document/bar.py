"""The bar under the page: its size, and which page it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.words import _
from ui.document.page_view import ZOOMS, PageView
from ui.kit.button import Button, IconButton
from ui.kit.words import Label
from ui.theme import size


class PageBar(QWidget):
    """Smaller, whole page, larger; the page's number, and the ways to the next where there are several."""

    turned = Signal(int)

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._page, self._count = -1, 0
        self._smaller = IconButton("zoom-out", _("Smaller"))
        self._whole = Button(_("Whole page"), kind="quiet")
        self._larger = IconButton("zoom-in", _("Larger"))
        self._back = IconButton("chevron-left", _("Previous page"))
        self._on = IconButton("chevron-right", _("Next page"))
        self._words = Label("", "body", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(size(16), 0, size(16), size(30))
        row.setSpacing(0)
        row.addStretch()
        for part in (self._smaller, self._whole, self._larger, self._back, self._words, self._on):
            if part is self._back:
                row.addSpacing(size(6))
            row.addWidget(part)
        row.addStretch()
        self._smaller.clicked.connect(self.smaller)
        self._whole.clicked.connect(self.whole)
        self._larger.clicked.connect(self.larger)
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self._back.hide()
        self._on.hide()

    def show_page(self, page: int, count: int) -> None:
        """Say which page is shown, counted from 0, of how many."""
        if (page, count) != (self._page, self._count):
            self._page, self._count = page, count
            self._say()

    def words(self) -> str:
        """What it says about size and page."""
        return self._words.text()

    def page_name(self) -> str:
        """The page in words."""
        return _("Page {page} of {count}").format(page=self._page + 1, count=self._count)

    def smaller(self) -> None:
        """The next smaller size."""
        self._go([zoom for zoom in reversed(ZOOMS) if zoom < self._view.factor() - 0.005])

    def larger(self) -> None:
        """The next larger size."""
        self._go([zoom for zoom in ZOOMS if zoom > self._view.factor() + 0.005])

    def whole(self) -> None:
        """As large as the whole page fits."""
        self._view.set_zoom(None)
        self._say()

    def _go(self, zooms: list[float]) -> None:
        if zooms:
            self._view.set_zoom(zooms[0])
            self._say()

    def _go_back(self) -> None:
        self.turned.emit(-1)

    def _go_on(self) -> None:
        self.turned.emit(1)

    def _say(self) -> None:
        page, count, zoom = self._page + 1, self._count, self._view.zoom
        words = _("· {page} of {count}") if zoom is None else _("{percent} % · {page} of {count}")
        self._words.setText(words.format(page=page, count=count, percent=round((zoom or 1) * 100)))
        for button in (self._back, self._on):
            button.setVisible(count > 1)
        self._back.setEnabled(page > 1)
        self._on.setEnabled(page < count)
