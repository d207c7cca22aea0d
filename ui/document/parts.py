"""What to include, with how much of it there is; and what can never be."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.summaries import Part
from app.words import _, plural
from ui.kit import mirror, paint
from ui.kit.field import Check
from ui.kit.words import Label
from ui.theme import size

P = TypeVar("P", bound=StrEnum)


class Parts(QWidget, Generic[P]):
    """A box to tick for each part that is there; all are ticked at first. `words` name each, with its {count}."""

    spoken_as = QAccessible.Role.Grouping
    changed = Signal()

    def __init__(self, words: Mapping[P, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(_("Include"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(_("Include"), "captionMedium", "text2"))
        column.addSpacing(size(3))
        self._boxes: dict[P, Check] = {}
        for part in words:
            box = Check("")
            box.setObjectName(part)
            box.setChecked(True)
            box.setFixedHeight(max(size(26), 24))
            box.toggled.connect(self.changed)
            column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeading)
            self._boxes[part] = box

    def show_counts(self, counts: Mapping[P, int]) -> None:
        """Say how much there is of each part; what is not there is not shown."""
        for part, box in self._boxes.items():
            box.setText(self._words[part].format(count=counts.get(part, 0)))
            box.setVisible(part in counts)
        self.setVisible(bool(counts))

    def left_out(self) -> frozenset[P]:
        """The parts whose box is empty."""
        return frozenset(part for part, box in self._boxes.items() if not box.isChecked())


class StaysOut(QWidget):
    """How many private notes stay out; nothing where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(mirror.margins(size(37), size(9), size(14), size(9)))
        column.setSpacing(0)
        self._words = Label("", "bodyMedium", wrap=True)
        column.addWidget(self._words)
        column.addWidget(Label(_("Private notes can never be added here."), "caption", "text2", wrap=True))

    def show_count(self, count: int) -> None:
        """Say how many."""
        self._words.setText(plural("{count} private note stays out", "{count} private notes stay out", count))
        self.setVisible(count > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The private ground and its lock."""
        painter = mirror.painter_on(self)
        paint.rounded(painter, QRectF(self.rect()), ground="neutralSoft")
        paint.draw_icon(painter, size(12), size(11), "lock", "text2")


def words_of_a_summary() -> dict[Part, str]:
    """What a part of a summary is called beside its box."""
    return {
        Part.DECISIONS: _("Decisions ({count})"), Part.KEEPS: _("What each of us keeps ({count})"),
        Part.STEPS: _("Next steps ({count})"), Part.MARKET: _("Market facts ({count})"),
        Part.NOTES: _("Shareable notes ({count})"), Part.SATISFACTION: _("Satisfaction"),
    }  # fmt: skip
