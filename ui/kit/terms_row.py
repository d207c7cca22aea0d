"""One promise of an agreement: as it stands, or as the few fields it is changed in, in its own place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.clock_words import clock_words, parse_clock
from app.domain.clocks import Within
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.services.agreements import Terms
from app.words import _
from ui.kit import mirror
from ui.kit.button import Button, IconButton
from ui.kit.card import Card
from ui.kit.field import Check, Field, Line
from ui.kit.order import follow
from ui.kit.save_cancel import add_buttons
from ui.kit.segmented import Segmented
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size

_NAMED = 80  # so much of a statement names what belongs to it


class TermsForm(QWidget):
    """The fields; Ctrl+Enter or Done takes them, Esc leaves them. `removed` where a promise can go for good."""

    done = Signal()
    left = Signal()
    removed = Signal()
    typed = Signal()

    def __init__(self, terms: Terms, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = terms
        self._statement, self._measure, self._clock = Line(), Line(), Line()
        self.fields = {
            "statement": Field(_("Promise"), self._statement),
            "measure": Field(_("We both know it is kept when"), self._measure),
            "clock": Field(_("Due or repeats"), self._clock),
        }
        self._sides = Segmented(_whose(), name=_("Whose promise")) if own else None
        self._statement.setText(terms.statement)
        self._measure.setText(terms.measure)
        self._clock.setText(terms.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, size(4), 0, size(4))
        column.setSpacing(size(8))
        for field in self.fields.values():
            column.addWidget(field)
        if terms.range:
            column.addWidget(Label(_("Found in practice: {range}").format(range=terms.range), "caption", "text2"))
        if self._sides is not None:
            self._sides.choose(terms.side)
            self._sides.chosen.connect(self.typed)
            column.addWidget(self._sides, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_foot(column, own=own)
        for line in (self._statement, self._measure, self._clock):
            line.textChanged.connect(self.typed)

    def take_focus(self) -> None:
        """The keyboard into the first field."""
        self._statement.setFocus()

    def now(self) -> Terms:
        """What stands in the fields, whether it can be taken or not."""
        side = Side(self._sides.key) if self._sides is not None else self._terms.side
        return replace(
            self._terms, side=side, statement=self._statement.text().strip(), measure=self._measure.text().strip(),
            clock=self._clock.text().strip(),
        )  # fmt: skip

    def is_fine(self, today: date) -> bool:
        """Whether it can be taken; what is wrong is said under its field."""
        now = self.now()
        for field in self.fields.values():
            field.clear()
        try:
            if not now.statement:
                raise InputError("statement", _("Write what is promised."))
            parse_clock(now.clock, today)
        except InputError as error:
            wrong = self.fields[error.field]
            wrong.refuse(str(error))
            wrong.control.setFocus()
            announce(self, str(error))
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes it, Esc leaves it; neither ends the whole agreement."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()

    def _add_foot(self, column: QVBoxLayout, *, own: bool) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(size(8))
        column.addLayout(foot)
        if own:
            remove = Button(_("Remove"), icon="trash-2", kind="quietCompact")
            remove.clicked.connect(self.removed)
            foot.addWidget(remove)
        foot.addStretch()
        done, cancel = Button(_("Done"), kind="compact"), Button(_("Leave it"), kind="quietCompact")
        done.clicked.connect(self.done)
        cancel.clicked.connect(self.left)
        add_buttons(foot, done, cancel)


class TermsRow(Card):
    """A promise with its clock, the range found in practice and its measure; ticked where it may be left out."""

    ticked = Signal()
    changing = Signal(object)

    def __init__(
        self, terms: Terms, today: date, *, wanted: bool, own: bool, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.terms, self._today, self._own = terms, today, own
        self.form: TermsForm | None = None
        self.column.setContentsMargins(mirror.margins(size(11), size(8), size(8), size(8)))
        self._check = Check("")
        self._check.setChecked(wanted)
        self._check.toggled.connect(self._toggled)
        self._statement, self._clock = Label("", "statement", wrap=True), Label("", "body", "text2", wrap=True)
        self._measure = Label("", "caption", "text2", wrap=True)
        self._change = IconButton("pencil", "", kind="quietCompact")
        self._change.clicked.connect(self.change)
        self._words = QWidget()
        row, words = QHBoxLayout(self._words), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        words.setSpacing(size(2))
        for label in (self._statement, self._clock, self._measure):
            words.addWidget(label)
        row.addWidget(self._check, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._words)
        self._check.setVisible(not own)  # in its place by now: without one it would be a window of its own
        self._say()

    @property
    def wanted(self) -> bool:
        """Whether it is ticked."""
        return self._check.isChecked()

    @property
    def now(self) -> Terms:
        """As it stands, or as it is being typed."""
        return self.form.now() if self.form is not None else self.terms

    def change(self) -> None:
        """Let its fields take its place; whoever holds the row answers what becomes of them."""
        if self.form is None:
            self.changing.emit(self)

    def open_form(self) -> TermsForm:
        """The fields in the place of the words."""
        self.form = TermsForm(self.terms, own=self._own)
        self._words.hide()
        self.outline("accent")
        self.column.addWidget(self.form)
        self.form.show()  # at once: the keyboard is put into it
        follow(self._change, self.form)
        self.form.take_focus()
        return self.form

    def close_form(self, terms: Terms | None = None) -> None:
        """The words again, with what was taken."""
        if self.form is None:
            return
        leaving, self.form = self.form, None
        leaving.hide()
        self.column.removeWidget(leaving)
        leaving.deleteLater()
        self.terms = terms or self.terms
        self.outline("border")
        self._words.show()
        self._say()
        self._change.setFocus()

    def take_focus(self) -> None:
        """The keyboard on it."""
        (self._change if self._own else self._check).setFocus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the words ticks it, where it can be ticked."""
        if self.form is None and not self._own and self.rect().contains(event.position().toPoint()):
            self._check.toggle()

    def _say(self) -> None:
        terms = self.terms
        clock = _short_clock(terms.clock, self._today)
        if terms.range:
            clock = _("{clock} · {range} in practice").format(clock=clock, range=terms.range)
        self._statement.setText(terms.statement)
        self._clock.setText(clock)
        measure = _("Measured by {measure}").format(measure=terms.measure)
        self._measure.setText(measure if terms.measure else _("How will you both know?"))
        self._check.setAccessibleName(terms.statement)
        self._check.setAccessibleDescription(clock)
        self._change.set_name(_("Change: {statement}").format(statement=terms.statement[:_NAMED]))
        self._tone()

    def _tone(self) -> None:
        """What is left out stands back."""
        self._statement.set_tone("text" if self.wanted else "text2")

    def _toggled(self) -> None:
        self._tone()
        self.ticked.emit()


def _short_clock(words: str, today: date) -> str:
    """The clock to be read: what closes it can be seen where it is changed."""
    try:
        clock = parse_clock(words, today)
    except InputError:
        clock = None
    said = clock_words(clock, today) if isinstance(clock, Within) else words
    return said[:1].upper() + said[1:]


def _whose() -> list[tuple[str, ...]]:
    return [(Side.MINE, _("Mine")), (Side.THEIRS, _("Theirs")), (Side.BOTH, _("Both"))]
