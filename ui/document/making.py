"""The side of a document being made: its paper, its parts, and what no font on board can draw."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services import preferences
from app.services.preview import Pressed
from app.settings import Paper
from app.words import _
from ui.desk import Desk
from ui.document.subject import Subject
from ui.kit.segmented import Segmented
from ui.kit.words import Label


class Making(Subject):
    """What every document that is made has; `gone` says why there is nothing left to make."""

    gone = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper = Segmented(((Paper.A4, _("A4")), (Paper.LETTER, _("US Letter"))), name=_("Paper"))
        self._paper.chosen.connect(self._choose_paper)
        self._uncovered = Label("", "caption", "risk", wrap=True)
        self._uncovered.hide()

    def go(self, sentence: str) -> None:
        """There is nothing left to make, until an undo brings it back."""
        self.is_gone = True
        self.gone.emit(sentence)

    def show_uncovered(self, pressed: Pressed) -> None:
        """Name what no font has."""
        signs = ", ".join(f"{chr(int(code[2:], 16))} ({code})" for code in pressed.uncovered)
        self._uncovered.setText(
            _("No font here has {signs}. On paper they are a box with their code.").format(signs=signs)
        )
        self._uncovered.setVisible(bool(pressed.uncovered))

    def rename(self, before: str, now: str) -> None:
        """Another name for the file, unless somebody typed one; it is not typed either, so it is no draft."""
        if self._name.text() in ("", before):
            self._name.blockSignals(True)
            self._name.setText(now)
            self._name.home(False)
            self._name.blockSignals(False)

    def _choose_paper(self, key: str) -> None:
        choose = partial(preferences.set_setting, self._desk.office, key="paper", value=key)
        self._desk.bridge.do(choose, failed=self._told)

    def _told(self, error: AppError) -> None:
        self.refused.emit(str(error))
