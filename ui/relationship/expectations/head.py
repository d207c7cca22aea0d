"""What stands over the two columns: which promises are shown, what the dots mean, the sheet; or what to begin with."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import _
from ui.kit.button import Button
from ui.kit.mark import Mark
from ui.kit.segmented import Segmented
from ui.kit.words import Label
from ui.relationship.expectations.legend import Legend
from ui.theme import size

_APART = 28


class BoardBar(QWidget):
    """The filter, the legend where all of it has room, and the way to the agreement sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = Segmented(
            [("open", _("Open")), ("all", _("All")), ("closed", _("Closed"))], name=_("Which promises are shown")
        )
        self.sheet = Button(_("Agreement sheet"), icon="file-text")
        self._legend = Legend()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, size(16))
        row.addWidget(self.filter)
        row.addStretch()
        row.addWidget(self._legend)
        row.addSpacing(size(_APART))
        row.addWidget(self.sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A legend that would be cut is not there: each dot says in words what it means."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A new look: another width of the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fit()

    def _fit(self) -> None:
        wanted = sum(each.sizeHint().width() for each in (self.filter, self._legend, self.sheet)) + 2 * size(_APART)
        self._legend.setVisible(wanted <= self.width())


class NothingAgreed(QWidget):
    """What there is to do before anything is agreed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, size(8), 0, size(20))
        row.setSpacing(size(16))
        row.addWidget(Mark(32))
        words.addStretch()
        words.addWidget(Label(_("Nothing agreed yet"), "heading", wrap=True))
        why = _("Bring two or three of these to the intake meeting. What you both say yes to becomes the agreement.")
        words.addWidget(Label(why, "body", "text2", wrap=True))
        words.setSpacing(size(2))
        words.addStretch()
        row.addLayout(words, 1)
