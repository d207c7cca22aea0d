"""Facts of the market side by side, each with its source, and when the manager was shown them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import short_day_words
from app.domain.errors import InputError
from app.domain.line_dates import typed_day
from app.domain.searches import MarketFact, MarketFactId, SearchId
from app.services import market, search_page
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.editor import Editor
from ui.kit.field import Field, Line
from ui.kit.order import follow
from ui.kit.words import Label
from ui.search.forms import Forms
from ui.search.line_row import INSET, LineRow, Shown
from ui.search.parts import Heading
from ui.search.quiet import QuietButton
from ui.theme import size

_COLUMNS = 3
_LINK = 4  # so far inside its edge a link begins


class MarketPart(QWidget):
    """Three in a row; one that is edited takes a line of its own."""

    TABLES = frozenset({"market_fact", "manager"})

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._search = desk, search
        self._forms = Forms(desk, self)
        self._rows: list[LineRow] = []
        self._form: QWidget | None = None
        self._edited = 0  # the fact whose place the form has; 0 for a new one
        self._plus = QuietButton("plus", _("Add a market fact"), self)
        self._said, self._show_them = Label("", "caption", "text2"), Button("", kind="link")
        self._add = Button(_("Add a market fact"), kind="link")
        for button in (self._plus, self._add):
            button.clicked.connect(self._write)
        self._show_them.clicked.connect(self._show_all)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(size(8))
        self._grid.setVerticalSpacing(size(4))
        for at in range(_COLUMNS):
            self._grid.setColumnStretch(at, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(Heading(_("Market facts"), self._plus, self._said, self._show_them))
        none = QHBoxLayout()
        none.setContentsMargins(size(INSET - _LINK), 0, 0, 0)
        none.addWidget(self._add)
        none.addStretch()
        self._column.addLayout(none)
        self._column.addLayout(self._grid)
        self._found = search_page.market(desk.office, search)
        self._show()

    def refresh(self) -> None:
        """Read anew."""
        self._found = search_page.market(self._desk.office, self._search)
        self._show()

    def settle(self) -> None:
        """Keep what is typed."""
        self._forms.settle()

    def _show(self) -> None:
        found = self._found
        self._said.setText(found.said)
        self._said.setVisible(bool(found.said))
        self._show_them.setText(_("Shown to {name} today").format(name=found.manager.first_name))
        self._show_them.setVisible(found.has_unseen)
        self._add.setVisible(not found.facts)
        self._plus.setVisible(bool(found.facts))
        lines = [_shown(each, self._desk.office) for each in found.facts]
        if lines == [row.shown for row in self._rows]:
            return
        held = next((row.shown.id for row in self._rows if row.hasFocus()), 0)
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [LineRow(line) for line in lines]
        self._lay()
        before: QWidget = self._show_them
        for row in self._rows:
            row.wanted.connect(self._wish)
            if self.isVisible() and row.shown.id != self._edited:  # what nobody sees yet is laid out with its page
                row.show()
            before = follow(before, row)
            if row.shown.id == held:
                row.show()
                row.setFocus()

    def _lay(self) -> None:
        """Three in a row; a form has a line of its own, where its fact stood, or at the end."""
        at, form = 0, self._form
        for row in self._rows:
            self._grid.removeWidget(row)
            if form is not None and row.shown.id == self._edited:
                at, form = self._lay_form(form, at), None
            else:
                self._grid.addWidget(row, at // _COLUMNS, at % _COLUMNS, Qt.AlignmentFlag.AlignTop)
                at += 1
        if form is not None:
            self._lay_form(form, at)

    def _lay_form(self, form: QWidget, at: int) -> int:
        """Put the form on the next line that is free; the place behind it."""
        line = -(-at // _COLUMNS)
        self._grid.removeWidget(form)
        self._grid.addWidget(form, line, 0, 1, _COLUMNS)
        return (line + 1) * _COLUMNS

    def _show_all(self) -> None:
        self._forms.do(partial(market.show_all, self._desk.office, self._search))

    def _write(self) -> None:
        form = FactForm(self._desk.office, self._search, self._found.manager.first_name)
        self._forms.close()
        self._edited = 0
        self._forms.open(form, f"search:{self._search}:fact:new", self._put, self._take)

    def _wish(self, wish: str) -> None:
        row = self.sender()
        fact = next((each for each in self._found.facts if isinstance(row, LineRow) and each.id == row.shown.id), None)
        if fact is None:
            return
        office = self._desk.office
        if wish == "edit":
            form = FactForm(office, self._search, self._found.manager.first_name, fact)
            self._forms.close()
            self._edited = fact.id
            self._forms.open(form, f"fact:{fact.id}", self._put, self._take)
        elif wish == "delete":
            self._forms.do(partial(market.delete, office, fact.id))
        elif wish == "show":
            self._forms.do(partial(market.show, office, fact.id))

    def _put(self, form: QWidget) -> None:
        self._form = form
        self._lay()
        follow(self._row_of(self._edited) or (self._rows[-1] if self._rows else self._add), form)
        for row in self._rows:
            row.setHidden(row.shown.id == self._edited)

    def _take(self) -> None:
        form, edited = self._form, self._edited
        self._form, self._edited = None, 0
        if form is not None:
            self._grid.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._lay()
        for row in self._rows:
            row.show()
        (self._row_of(edited) or (self._rows[0] if self._rows else self._add)).setFocus()

    def _row_of(self, fact: int) -> LineRow | None:
        return next((row for row in self._rows if row.shown.id == fact), None)


class FactForm(Editor):
    """A fact, where it is from, of what day, and when the manager saw it."""

    def __init__(
        self, office: Office, search: SearchId, called: str, known: MarketFact | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(_("A market fact"), parent=parent)
        self._office, self._search, self._known = office, search, known
        self._text, self._on, self._shown = Line(), Line(), Line()
        self._source = Line(_("such as own outreach, October"))
        self.add("text", Field(_("What the market says"), self._text))
        self.add_row(("source", Field(_("Where it is from"), self._source)), ("on", Field(_("As of"), self._on)),
                     ("shown_on", Field(_("Shown to {name} on").format(name=called), self._shown)))  # fmt: skip
        today = office.today()
        self._on.setText(short_day_words(known.on_day if known else today, today))
        if known is not None:
            self._text.setText(known.text)
            self._source.setText(known.source)
            self._shown.setText(short_day_words(known.shown_on, today) if known.shown_on else "")
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a day that cannot be read."""
        text, source = self._text.text(), self._source.text()
        on, shown = self._day("on", self._on), self._day("shown_on", self._shown)
        if self._known is None:
            return partial(market.add, self._office, self._search, text=text, source=source, on=on, shown_on=shown)
        return partial(market.edit, self._office, MarketFactId(self._known.id), text=text, source=source, on=on,
                       shown_on=shown)  # fmt: skip

    def _day(self, name: str, line: Line) -> date | None:
        words = line.text().strip()
        day = typed_day(words, self._office.today()) if words else None
        if words and day is None:
            raise InputError(name, _("Write the day like Tue 24 Nov or 24.11."))
        return day


def _shown(fact: MarketFact, office: Office) -> Shown:
    deeds = () if fact.shown_on else (("show", _("They were shown it today")),)
    hint = _("{source}, {day}").format(source=fact.source, day=short_day_words(fact.on_day, office.today()))
    return Shown(fact.id, "", "", fact.text, fact.source, deeds=deeds, can=("delete",), hint=hint)
