"""What stands on Today when nothing is due: the week to look back on, and somebody to catch up with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import _
from ui.kit.button import Button
from ui.kit.mark import Mark
from ui.kit.words import Label
from ui.theme import size

_SENTENCE = 440


class Clear(QWidget):
    """The mark, the words, two quiet offers."""

    look_back = Signal()
    catch_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Label(_("Nothing is due"), "title", wrap=True)
        why = Label(
            _("Every promise of yours is kept and everyone has heard from you as often as agreed."), "body", "text2",
            wrap=True,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(size(60), size(172), size(60), size(40))
        column.setSpacing(size(6))
        column.addWidget(Mark(38), 0, centre)
        column.addSpacing(size(12))
        for label in (title, why):
            label.setAlignment(centre)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(why, 100)
        row.addStretch(1)
        why.setMaximumWidth(size(_SENTENCE))
        column.addWidget(title)
        column.addLayout(row)
        column.addSpacing(size(10))
        column.addLayout(self._offers())
        column.addStretch()

    def _offers(self) -> QHBoxLayout:
        back = Button(_("Look back on the week"), icon="history")
        call = Button(_("Plan a catch-up"), icon="calendar-plus", kind="quiet")
        back.clicked.connect(self.look_back)
        call.clicked.connect(self.catch_up)
        row = QHBoxLayout()
        row.setSpacing(size(8))
        row.addStretch()
        row.addWidget(back)
        row.addWidget(call)
        row.addStretch()
        return row
