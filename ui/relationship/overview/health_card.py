"""How it stands: the word with the facts that made it, and the word you set instead, with your reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.health import Level, Word, word_label
from app.services.evidence import Fact, Standing
from app.words import _
from ui.kit import mirror
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.editor import Editor
from ui.kit.field import Choice, Field, Line
from ui.kit.health import Meter
from ui.kit.words import Label
from ui.relationship.overview.rows import INSET, Row, RowList, Shape
from ui.theme import size

_SHAPE = Shape(height=24, indent=24, wraps=True)
_LOOKS = {Level.GOOD: ("check", "kept"), Level.FAIR: ("trending-down", "risk"), Level.POOR: ("trending-down", "missed")}


class HealthCard(Card):
    """`opened` is a fact that was pressed; `asked` wants another word, `taken_back` the computed one.

    `looked` wants an honest look, which is offered here only after thirty days of One-sided.
    """

    opened = Signal(str, int)
    asked = Signal()
    taken_back = Signal()
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.column.setContentsMargins(size(16 - INSET), size(7), size(16 - INSET), size(9))
        self._facts: tuple[Fact, ...] = ()
        self._word = Label("", "heading")
        self._word.setObjectName("health-word")
        self._meter = Meter(Word.NEW)
        self._said = Label("", "caption", "text2", wrap=True)
        self._none = Label(_("Three dated facts make a word: talks, promises, answers."), "body", "text2", wrap=True)
        self.change = Button(_("Set another word"), kind="link")
        self._back = Button(_("Take it back"), kind="link")
        self._back.setAccessibleName(_("Take your word back"))
        self.rows = RowList(_SHAPE)
        self.rows.setAccessibleName(_("What made the word"))
        self.rows.opened.connect(self._open)
        self.change.clicked.connect(self.asked)
        self._back.clicked.connect(self.taken_back)
        self._look = Button(_("Take an honest look"), kind="link")
        self._look.clicked.connect(self.looked)
        self._lay_out()

    def show_standing(self, standing: Standing, *, offers_look: bool = False) -> None:
        """Show another word and its facts."""
        self._look.setVisible(offers_look)
        self._facts = standing.facts
        self._word.setText(word_label(standing.word))
        self._meter.show_word(standing.word)
        parts = (standing.set_words, standing.reason, standing.computed)
        self._said.setText("\n".join(part for part in parts if part))
        self._said.setVisible(standing.is_set)
        self._back.setVisible(standing.is_set)
        self.change.setVisible(not standing.is_set)
        self._none.setVisible(not standing.facts)
        self.rows.show_rows([_row(each) for each in standing.facts])

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order it is seen."""
        return [self.change, self._back, *self.rows.stops(), self._look]

    def focus_change(self) -> None:
        """The keyboard back to what asked for another word, or to what takes it back."""
        (self._back if self.change.isHidden() else self.change).setFocus()

    def _lay_out(self) -> None:
        inner = size(INSET)
        head, middle = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(mirror.margins(inner, 0, inner - size(4), 0))
        head.addWidget(Label(_("Health"), "captionMedium", "text2"))
        head.addStretch(1)
        head.addWidget(self.change)
        head.addWidget(self._back)
        middle.setContentsMargins(inner, 0, inner, size(4))
        middle.addWidget(self._word)
        middle.addStretch(1)
        middle.addWidget(self._meter)
        below = QHBoxLayout()
        below.setContentsMargins(inner, 0, inner, 0)
        below.addWidget(self._none)
        above = QHBoxLayout()
        above.setContentsMargins(inner, 0, inner, size(4))
        above.addWidget(self._said)
        last = QHBoxLayout()
        last.setContentsMargins(inner - size(4), 0, inner, 0)
        last.addWidget(self._look)
        last.addStretch(1)
        for part in (head, middle, above, self.rows, below, last):
            self.column.addWidget(part) if isinstance(part, QWidget) else self.column.addLayout(part)

    def _open(self, at: int) -> None:
        record = self._facts[at].record
        if record is not None:
            self.opened.emit(*record)


def _row(fact: Fact) -> Row:
    icon, tone = _LOOKS[fact.level]
    levels = {
        Level.GOOD: _("{fact}: good"), Level.FAIR: _("{fact}: fair"), Level.POOR: _("{fact}: poor"),
    }  # fmt: skip
    spoken = levels[fact.level].format(fact=fact.text)
    return Row(icon, fact.text, tone, spoken=spoken, opens=fact.record is not None)


class WordEditor(Editor):
    """Another word, and the reason for it."""

    def __init__(self, word: Word, parent: QWidget | None = None) -> None:
        super().__init__(_("Set another word"), save=_("Set the word"), parent=parent)
        self._word = Choice([(each.value, word_label(each)) for each in Word if each is not Word.NEW])
        self._word.choose(word.value)
        self._reason = Line(_("What the facts do not show"))
        self.add("word", Field(_("Word"), self._word))
        self.add("reason", Field(_("Reason"), self._reason))
        self.finish()

    def chosen(self) -> tuple[Word, str]:
        """What was chosen, and why."""
        return Word(self._word.key), self._reason.text()

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order it is seen."""
        return [self._word, self._reason, *self.findChildren(Button)]
