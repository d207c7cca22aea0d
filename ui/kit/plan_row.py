"""One thing left to do, as fields on one line: who does it, when, and what."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import InputError
from app.services.whole_talks import Plan
from app.words import _
from ui.kit import talk_words
from ui.kit.button import IconButton
from ui.kit.field import Choice, Field, Line
from ui.theme import size

_DAYS_AHEAD = 14


class PlanRow(QWidget):
    """A follow-up of your own, or a promise of theirs."""

    edited = Signal()
    removed = Signal()

    def __init__(self, their_name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._who = Choice([("me", _("I will")), ("them", _("{name} will").format(name=their_name))])
        days = [today + timedelta(days=count) for count in range(_DAYS_AHEAD + 1)]
        words = [talk_words.due_words(day, today) for day in days]
        self._due = Choice([(each, each) for each in words], editable=True)
        self._due.setCurrentIndex(1)
        self._text = Line(_("What is to do"))
        self._due_field = Field(_("By when"), self._due)
        remove = IconButton("x", _("Remove this follow-up"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(10))
        row.addWidget(Field(_("Who"), self._who), 2)
        row.addWidget(self._due_field, 2)
        row.addWidget(Field(_("Follow-up"), self._text), 6)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        remove.clicked.connect(self.removed)
        self._who.currentIndexChanged.connect(self._edited)
        self._due.currentTextChanged.connect(self._edited)
        self._text.textChanged.connect(self._edited)

    def show_plan(self, plan: Plan) -> None:
        """Fill the fields."""
        self._who.choose("them" if plan.theirs else "me")
        self._due.setCurrentText(talk_words.due_words(plan.due, self._today))
        self._text.setText(plan.text)

    def texts(self) -> list[str]:
        """What stands in the fields, understood or not."""
        return [self._who.key, self._due.currentText(), self._text.text()]

    def show_texts(self, who: str, due: str, text: str) -> None:
        """Fill the fields with what stood in them."""
        self._who.choose(who)
        self._due.setCurrentText(due)
        self._text.setText(text)

    def plan(self) -> Plan:
        """What they say; raises `InputError` for a day that is not understood."""
        due = talk_words.due(self._due.currentText(), self._today)
        return Plan(theirs=self._who.key == "them", text=self._text.text(), due=due)

    def is_understood(self) -> bool:
        """Whether the day is one."""
        try:
            return bool(self.plan())
        except InputError:
            return False

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the day, and go there."""
        self._due_field.refuse(sentence)
        self._due.setFocus()

    def focus_first(self) -> None:
        """The keyboard into what is to do."""
        self._text.setFocus()

    def _edited(self) -> None:
        self._due_field.clear()
        self.edited.emit()
