"""One question of the intake and its answer: "Not asked yet" with Add, or the answer, edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import _
from ui.kit.button import Button
from ui.kit.icon import Icon
from ui.kit.order import follow
from ui.kit.words import Label
from ui.search.line_row import INSET, LineRow, Shown
from ui.theme import size


class Answer(QWidget):
    """The cell of one question; `wanted` with a wish, which is `edit` for Add too."""

    wanted = Signal(str)

    def __init__(self, key: str, question: str, *, private: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self.question = key, question
        self._row: LineRow | None = None
        self._form: QWidget | None = None
        self._none = QWidget()
        self._add = Button(_("Add"), kind="link")
        self._add.setObjectName(f"add-{key}")
        self._add.clicked.connect(self._edit)
        self._words = Label("", "captionMedium", "text2")
        over, below, none = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self._none)
        over.setSpacing(size(5))
        over.addWidget(self._words)
        if private:
            over.addWidget(Icon("lock", 13, "text2"))
        over.addStretch()
        below.setSpacing(size(4))
        below.addWidget(Label(_("Not asked yet"), "body", "text2"))
        below.addWidget(self._add)
        below.addStretch()
        none.setContentsMargins(size(INSET), size(2), size(INSET), 0)
        none.setSpacing(0)
        none.addLayout(over)
        none.addLayout(below)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._none)
        self.call(question)

    def call(self, question: str) -> None:
        """Ask in other words."""
        self.question = question
        self._words.setText(question)
        self._add.setAccessibleName(_("Add the answer: {question}").format(question=question))

    def show_answer(self, shown: Shown | None) -> None:
        """Show the answer, or that nobody asked."""
        before = self._row.shown if self._row is not None else None
        if shown != before:
            had_keyboard = self._row is not None and self._row.hasFocus()
            if self._row is not None:
                self._column.removeWidget(self._row)
                self._row.hide()
                self._row.deleteLater()
            self._row = LineRow(shown) if shown is not None else None
            if self._row is not None:
                self._column.insertWidget(0, self._row)
                self._row.wanted.connect(self.wanted)
                follow(self._add, self._row)
                if self.isVisible():  # what nobody sees yet is laid out once, with its page
                    self._row.show()
            self._fit()
            if had_keyboard:
                self._take_focus()
        self._fit()

    def put_form(self, form: QWidget, *, instead: bool = True) -> None:
        """A form in place of the answer, or below it."""
        self._form = form
        self._column.addWidget(form)
        follow(self._row or self._add, form)
        self._fit(hide=instead)
        form.show()

    def take_form(self) -> None:
        """The form goes; the keyboard goes back to the answer."""
        form, self._form = self._form, None
        if form is not None:
            self._fit()
            self._take_focus()
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _fit(self, *, hide: bool = True) -> None:
        edited = self._form is not None and hide
        self._none.setVisible(self._row is None and not edited)
        if self._row is not None:
            self._row.setVisible(not edited)

    def _take_focus(self) -> None:
        (self._row or self._add).setFocus()

    def _edit(self) -> None:
        self.wanted.emit("edit")
