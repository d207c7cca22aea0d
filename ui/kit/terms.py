"""A two-way agreement laid out: what each side keeps side by side, and below it what both keep.

It is one control of a form: `text()` is the whole agreement, so that what is ticked and typed is kept as a draft.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.expectations import Side
from app.services.agreements import Terms
from app.words import _
from ui.kit.button import Button
from ui.kit.order import follow
from ui.kit.terms_row import TermsRow
from ui.kit.words import Label
from ui.theme import size

_NARROW = 720


class TermsBoard(QWidget):
    """The promises by side; with `own` they can be added, removed and given to another side, else ticked."""

    textChanged = Signal()  # noqa: N815  # as the fields call theirs

    def __init__(self, today: date, *, theirs: str, own: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wrong = False
        self._today, self._own = today, own
        self.rows: list[TermsRow] = []
        titles = {Side.MINE: _("Mine to keep"), Side.THEIRS: theirs, Side.BOTH: _("We both keep")}
        tones = {Side.MINE: "accent", Side.THEIRS: "theirs", Side.BOTH: "text"}
        self._columns = {side: QVBoxLayout() for side in titles}
        for side, column in self._columns.items():
            column.setSpacing(size(8))
            column.addWidget(Label(titles[side], "heading", tones[side]))
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(size(24))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(size(16))
        for side in (Side.MINE, Side.THEIRS):
            upright = QVBoxLayout()
            upright.addLayout(self._columns[side])
            upright.addStretch()
            self._beside.addLayout(upright, 1)
        whole.addLayout(self._beside)
        whole.addLayout(self._columns[Side.BOTH])
        self._add = Button(_("Add a promise"), icon="plus", kind="quietCompact")
        self._add.clicked.connect(self._add_one)
        whole.addWidget(self._add)
        self._add.setVisible(own)

    def show_terms(self, terms: list[tuple[Terms, bool]]) -> None:
        """Lay these out, each ticked or not."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for each, wanted in terms:
            self._put(each, wanted)
        self._order()
        self.textChanged.emit()

    def chosen(self) -> list[Terms] | None:
        """What is ticked; None while something in an open form cannot be taken, which is then said there."""
        row = self._open_row()
        if row is not None and not self._take(row):
            return None
        return [each.terms for each in self.rows if each.wanted]

    def text(self) -> str:
        """The whole of it as it stands, also what is being typed."""
        return json.dumps([{**asdict(each.now), "wanted": each.wanted} for each in self.rows], ensure_ascii=False)

    def setText(self, text: str) -> None:
        """Lay out what was kept."""
        kept: list[dict[str, Any]] = json.loads(text)
        self.show_terms([(_terms(each), bool(each.pop("wanted"))) for each in kept])

    def take_focus(self) -> None:
        """The keyboard on the first promise."""
        (self.rows[0].take_focus if self.rows else self._add.setFocus)()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room the sides stand one above the other."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._beside.direction() != direction:
            self._beside.setDirection(direction)

    def _put(self, terms: Terms, wanted: bool) -> TermsRow:
        row = TermsRow(terms, self._today, wanted=wanted, own=self._own)
        row.ticked.connect(self.textChanged)
        row.changing.connect(self._change)
        self._columns[terms.side].addWidget(row)
        row.show()  # at once: the keyboard may be put on it
        self.rows.append(row)
        return row

    def _order(self) -> None:
        """The Tab key goes down each side as the eye does, where this board has its turn, and to Add at its end."""
        last: QWidget = self._add
        for side in self._columns:
            for row in self.rows:
                if row.terms.side is side:
                    last = follow(last, row)
        if last is not self._add:
            follow(last, self._add)

    def _change(self, row: TermsRow) -> None:
        """One form at a time; one that cannot be taken keeps the keyboard."""
        before = self._open_row()
        if before is not None and not self._take(before):
            return
        form = row.open_form()
        form.typed.connect(self.textChanged)
        form.done.connect(self._done)
        form.left.connect(self._left)
        form.removed.connect(self._removed)

    def _open_row(self) -> TermsRow | None:
        return next((row for row in self.rows if row.form is not None), None)

    def _take(self, row: TermsRow) -> bool:
        form = row.form
        if form is None or not form.is_fine(self._today):
            return False
        row.close_form(form.now())
        self._columns[row.terms.side].addWidget(row)
        self._order()
        self.textChanged.emit()
        return True

    def _done(self) -> None:
        row = self._open_row()
        if row is not None:
            self._take(row)

    def _left(self) -> None:
        """As it was; one that was never written goes."""
        row = self._open_row()
        if row is not None and row.terms.statement:
            row.close_form()
            self.textChanged.emit()
        else:
            self._removed()

    def _removed(self) -> None:
        row = self._open_row()
        if row is not None:
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
            self.take_focus()
            self.textChanged.emit()

    def _add_one(self) -> None:
        row = self._put(Terms(side=Side.MINE, statement="", clock=""), True)
        self._order()
        self._change(row)


def _terms(kept: dict[str, Any]) -> Terms:
    words = {key: str(kept[key]) for key in ("statement", "clock", "measure", "range")}
    return Terms(side=Side(kept["side"]), **words)
