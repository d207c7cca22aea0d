"""The drift line: how many changes there were since agreement, what they cost; opened, each of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.search_page import Drift
from app.words import _
from ui.kit.button import Button
from ui.kit.words import Label
from ui.search.line_row import INSET
from ui.theme import size


class DriftLine(QWidget):
    """Nothing while nothing changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._drift = Drift("", ())
        self._total = Button("", icon="history", kind="quietCompact")
        self._total.setObjectName("drift")
        self._total.clicked.connect(self._toggle)
        self._changes = QWidget()
        self._lines = QVBoxLayout(self._changes)
        self._lines.setContentsMargins(size(INSET), size(2), size(INSET), 0)
        self._lines.setSpacing(size(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, size(8), 0, 0)
        column.setSpacing(0)
        column.addWidget(self._total, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._changes)
        self.hide()

    def show_drift(self, drift: Drift) -> None:
        """Show the changes there are."""
        self._drift = drift
        self._total.setText(drift.total)
        while (item := self._lines.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for what, facts in drift.lines:
            self._lines.addWidget(_Change(what, facts))
        self.setVisible(bool(drift.total))
        self._show()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        words = _("{total}, hide them") if self._open else _("{total}, show them")
        self._total.setAccessibleName(words.format(total=self._drift.total))
        self._changes.setVisible(self._open)


class _Change(QWidget):
    """One change: was and now, over when, who asked and what it cost."""

    def __init__(self, what: str, facts: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(what, "body", wrap=True))
        column.addWidget(Label(facts, "caption", "text2", wrap=True))
