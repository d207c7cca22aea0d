"""Alternatives the manager would accept, what each would change, and the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import short_day_words
from app.domain.errors import InputError
from app.domain.line_dates import typed_day
from app.domain.role import Alternative, AlternativeAnswer, AlternativeId
from app.domain.searches import SearchId
from app.services import alternatives
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.desk import Desk
from ui.kit.editor import Editor
from ui.kit.field import Choice, Field, Line
from ui.search.forms import Forms
from ui.search.line_row import Shown
from ui.search.lines import LineList
from ui.search.parts import Title

_TONES = {AlternativeAnswer.YES: "kept", AlternativeAnswer.NO: "neutral", AlternativeAnswer.LATER: "risk"}
_ANSWER = "answer-"


class AlternativesPart(QWidget):
    """One list."""

    TABLES = frozenset({"alternative"})

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._search = desk, search
        self._forms = Forms(desk, self)
        self._known: list[Alternative] = []
        title = Title(_("Alternatives we would accept"), "heading")
        self._list = LineList(_("Alternatives we would accept"), _("Add an alternative"), title=title)
        self._list.wanted.connect(self._wish)
        self._list.asked_new.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        self.refresh()

    def refresh(self) -> None:
        """Read anew."""
        self._known = self._desk.office.alternatives.of(self._search)
        self._list.show_lines([_shown(each, self._desk.office) for each in self._known])

    def settle(self) -> None:
        """Keep what is typed."""
        self._forms.settle()

    def _add(self) -> None:
        form = AlternativeForm(self._desk.office, self._search)
        place = f"search:{self._search}:alternative:new"
        self._forms.open(form, place, self._list.put_form, self._list.take_form, self._add)

    def _wish(self, wish: str, record: int) -> None:
        known = next((each for each in self._known if each.id == record), None)
        if known is None:
            return
        office, number = self._desk.office, AlternativeId(record)
        if wish == "edit":
            form = AlternativeForm(office, self._search, known)
            put = partial(self._list.put_form, record=record)
            self._forms.open(form, f"alternative:{record}", put, self._list.take_form)
        elif wish == "delete":
            self._forms.do(partial(alternatives.delete, office, number))
        elif wish.startswith(_ANSWER):
            said = AlternativeAnswer(wish.removeprefix(_ANSWER))
            self._forms.do(partial(alternatives.answer, office, number, answer=said))
        else:
            to = self._known.index(known) + (1 if wish == "down" else -1)
            self._forms.do(partial(alternatives.place, office, number, position=max(to, 0)))


class AlternativeForm(Editor):
    """What would do, what it would change, what the manager said and when."""

    def __init__(
        self, office: Office, search: SearchId, known: Alternative | None = None, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(_("An alternative"), parent=parent)
        self._office, self._search, self._known = office, search, known
        self._text, self._effect, self._on = Line(), Line(_("such as twice as many people")), Line()
        said = ((each.value, answer_label(each)) for each in AlternativeAnswer)
        self._answer = Choice([("", _("Not asked yet")), *said])
        self.add("text", Field(_("What would do as well"), self._text))
        self.add("effect", Field(_("What it would change"), self._effect))
        if known is not None:
            self._text.setText(known.text)
            self._effect.setText(known.effect or "")
            self._answer.choose(known.answer.value if known.answer else "")
            self._on.setText(short_day_words(known.on_day or office.today(), office.today()))
            self.add_row(("answer", Field(_("Their answer"), self._answer)), ("on_day", Field(_("Said on"), self._on)))
        self.finish()
        for line in (self._text, self._effect):
            line.returnPressed.connect(self.saved)

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a day that cannot be read."""
        text, effect = self._text.text(), self._effect.text().strip()
        if self._known is None:
            return partial(alternatives.add, self._office, self._search, text=text, effect=effect)
        said = AlternativeAnswer(self._answer.key) if self._answer.key else None
        day = typed_day(self._on.text(), self._office.today()) if said else None
        if said and day is None:
            raise InputError("on_day", _("Write the day like Tue 24 Nov or 24.11."))
        return partial(alternatives.edit, self._office, self._known.id, text=text, effect=effect or None, answer=said,
                       on_day=day)  # fmt: skip


def answer_label(answer: AlternativeAnswer) -> str:
    """What the manager said, in a word."""
    return {
        AlternativeAnswer.YES: _("Yes"), AlternativeAnswer.NO: _("No"), AlternativeAnswer.LATER: _("Later"),
    }[answer]  # fmt: skip


def _shown(known: Alternative, office: Office) -> Shown:
    deeds = tuple((f"{_ANSWER}{each}", _("They say: {answer}").format(answer=answer_label(each)))
                  for each in AlternativeAnswer if each is not known.answer)  # fmt: skip
    chip = ("", "")
    if known.answer is not None and known.on_day is not None:
        day = short_day_words(known.on_day, office.today())
        words = _("{answer}, {day}").format(answer=answer_label(known.answer), day=day)
        chip = (words, _TONES[known.answer])
    return Shown(known.id, "arrow-right", "accent", known.text, known.effect or "", chip, deeds)
