"""What stands where nothing is yet: what goes here, why, and one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.button import Button
from ui.kit.mark import Mark
from ui.kit.words import Label
from ui.theme import size


class Empty(QWidget):
    """The mark, a line, a sentence, a button."""

    def __init__(self, title: str, why: str, button: Button | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 24)
        column.setSpacing(size(4))
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch()
        column.addWidget(Mark(30), 0, centre)
        column.addSpacing(size(12))
        title_label, why_label = Label(title, "heading", wrap=True), Label(why, "body", "text2", wrap=True)
        for label in (title_label, why_label):
            label.setAlignment(centre)
            column.addWidget(label)
        if button is not None:
            column.addSpacing(size(10))
            column.addWidget(button, 0, centre)
        column.addStretch()
