"""The side of a document that is not there: what happened and what helps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.services.changes import Change
from app.services.preview import Pressed
from app.words import _
from ui.document.subject import Subject


class TroublePanel(Subject):
    """Only a title; the sentence stands where the page would be."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self._title.setText(_("Document"))
        self.add(self._title)
        self.column.addStretch(1)

    def source(self) -> None:
        """Nothing."""

    def keep(self, _pressed: Pressed) -> Callable[[], Change]:
        """Nothing is ever drawn, so nothing is kept."""
        raise NotImplementedError
