"""A banner across the page, only for things about the data itself, with the one action that helps."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import mirror, paint
from ui.kit.button import Button
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size


class Banner(QWidget):
    """What is the matter, what it means, and a button."""

    spoken_as = QAccessible.Role.Notification

    def __init__(self, title: str, sentence: str, button: Button | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = sentence
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(size(42), size(10), size(14), size(10)))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(title, "bodyMedium", wrap=True))
        if sentence:
            column.addWidget(Label(sentence, "body", "text2", wrap=True))
        row.addLayout(column, 1)
        if button is not None:
            row.addWidget(button)
        self.setAccessibleName(f"{title} {sentence}".strip())
        announce(self, self.accessibleName())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The amber ground and its sign."""
        painter = mirror.painter_on(self)
        paint.rounded(painter, QRectF(self.rect()), ground="riskSoft")
        paint.draw_icon(painter, size(14), size(11), "triangle-alert", "risk")
