"""What a card asks inline: what is next after a miss, and a remark on a check-in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.clocks import Outcome, outcome_label
from app.domain.errors import AppError
from app.domain.expectations import CheckIn
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.field import Field, Line
from ui.kit.flow import Flow
from ui.kit.form_draft import FormDraft
from ui.kit.save_cancel import add_buttons
from ui.kit.segmented import Segmented
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size


class Asking(QWidget):
    """A part below a card that asks one thing; Esc leaves it."""

    left = Signal()

    def take_focus(self) -> None:
        """The keyboard into it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it, and no key falls through to the card."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()


class WhatNext(Asking):
    """After a miss, once: talk about it, renegotiate, leave it, or write why."""

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What next?"))
        row = Flow(gap=size(8))
        row.add(Label(_("What next?"), "bodyMedium"))
        wishes = {
            "talk-about": _("Talk about it"), "renegotiate": _("Renegotiate"), "leave": _("Leave it"),
            "remark": _("Write why"),
        }  # fmt: skip
        self._buttons = []
        for wish, words in wishes.items():
            button = Button(words, kind="quietCompact" if wish == "remark" else "compact")
            button.setObjectName(wish)
            button.clicked.connect(self._pressed)
            row.add(button)
            self._buttons.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)

    def take_focus(self) -> None:
        """The keyboard on the first answer."""
        self._buttons[0].setFocus()

    def _pressed(self) -> None:
        self.wished.emit(self.sender().objectName())


class Remark(Asking):
    """How the newest check-in went, and one line about it; typed, it is a draft, and it stays with you."""

    saved = Signal(str, str)

    def __init__(self, desk: Desk, place: str, check_in: CheckIn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = Segmented([(each, outcome_label(each)) for each in Outcome], name=_("How the last one went"))
        self._outcome.choose(check_in.outcome)
        self._line = Line()
        self._line.setText(check_in.remark or "")
        self._field = Field(_("Remark on the last check-in, only for you"), self._line)
        self._draft = FormDraft(self, {"remark": self._line}, place, desk.bridge)
        foot = QHBoxLayout()
        foot.setSpacing(size(8))
        cancel, save = Button(_("Cancel"), kind="quietCompact"), Button(_("Save"), kind="compact")
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(8))
        if self._draft.notice is not None:
            column.addWidget(self._draft.notice)
        column.addWidget(self._outcome, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._field)
        column.addLayout(foot)
        add_buttons(foot, save, cancel)
        cancel.clicked.connect(self.left)
        save.clicked.connect(self._save)
        self._line.returnPressed.connect(self._save)

    def take_focus(self) -> None:
        """The keyboard into the line."""
        self._line.setFocus()

    def settle(self) -> None:
        """Keep what is typed now."""
        self._draft.settle()

    def forget(self) -> None:
        """It was saved, or given up."""
        self._draft.forget()

    def refuse(self, error: AppError) -> None:
        """Say what is wrong; the text stays."""
        self._field.refuse(str(error))
        announce(self, str(error))

    def _save(self) -> None:
        self.saved.emit(self._outcome.key, self._line.text())
