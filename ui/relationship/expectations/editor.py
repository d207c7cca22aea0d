"""A promise being written: in its own card's place, kept as a draft while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.clock_words import parse_clock, written_clock
from app.domain.clocks import Clock
from app.domain.dates import day_words
from app.domain.errors import InputError
from app.domain.expectations import Side, Wording
from app.domain.line_dates import typed_day
from app.domain.managers import ManagerId
from app.services import expectations
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.desk import Desk
from ui.kit.editor import Editor
from ui.kit.field import Check, Choice, Field, Line
from ui.kit.segmented import Segmented
from ui.theme import size

PROPOSED, AGREED, RENEGOTIATED = "proposed", "agreed", "renegotiated"
_LONGEST_NAME = 32


class PromiseEditor(Editor):
    """The form; with a wording it edits or renegotiates that, without one it writes a new promise."""

    def __init__(
        self, desk: Desk, place: str, side: Side, called: str, *, wording: Wording | None = None,
        both: bool = False, status: str = PROPOSED, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(_("A promise"), parent=parent)
        self.column.setContentsMargins(size(16), size(12), size(16), size(12))
        self.column.setSpacing(size(8))
        self.side, self.wording, self._called = side, wording, _short(called)
        self._both = Check(
            _("{name} keeps it too").format(name=self._called) if side is Side.MINE else _("I keep it too")
        )
        self._both.setChecked(both)
        self._today = desk.office.today()
        self._statement, self._measure, self._agreed_on = Line(), Line(), Line()
        self._clock = Choice(_usual_clocks(), editable=True)
        self.add("statement", Field("", self._statement))
        self.add("measure", Field(_("We both know it is kept when"), self._measure))
        self.add_row(("clock", Field(_("Due or repeats"), self._clock)), ("on", Field(_("Agreed on"), self._agreed_on)))
        self.column.addWidget(self._both)
        self._both.setVisible(wording is None)  # who keeps it is settled once it is written
        self.status = Segmented(_states(wording), name=_("How it stands"))
        self._above_foot = QHBoxLayout()
        self.column.addLayout(self._above_foot)
        self.foot.addWidget(self.status)
        self.finish()
        self._foot_width = self.foot.sizeHint().width()
        self._fill(status)
        self._say_who()
        self._both.toggled.connect(self._say_who)
        for control in (self._statement, self._measure, self._clock.typed, self._agreed_on):
            control.textChanged.connect(self._touched)
        self.keep_draft(place, desk.bridge)
        self._touched()

    @property
    def keeps(self) -> Side:
        """Who keeps it."""
        return Side.BOTH if self._both.isChecked() else self.side

    def controls(self) -> dict[str, Any]:
        """The fields, and whether both keep it."""
        return {"both": self._both, **super().controls()}

    def values(self) -> tuple[str, dict[str, Any]]:
        """What is to become of it (proposed, agreed, renegotiated), and its fields.

        Raises `InputError` naming the field that cannot be taken.
        """
        clock = self._clock_value()
        fields = {"statement": self._statement.text(), "measure": self._measure.text(), "clock": clock}
        if self.status.key == PROPOSED:
            return PROPOSED, fields
        if not self._measure.text().strip():
            raise InputError("measure", _("How will you both know? Write the measure before it is agreed."))
        if clock is None:
            raise InputError("clock", _("Write by when, or how often, before it is agreed."))
        if self.status.key == AGREED and self._was_agreed and self._texts() != self._before:
            raise InputError("on", _("What you agreed stays. Choose Renegotiated, and both wordings are kept."))
        return self.status.key, {**fields, "on": self._day()}

    def minimumSizeHint(self) -> QSize:
        """As narrow as a column may be; how it stands then goes on a line of its own."""
        return QSize(size(260), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything beside each other where there is room."""
        super().resizeEvent(event)
        inner = self.width() - 2 * size(16)
        wanted = self.foot if inner >= self._foot_width else self._above_foot
        if wanted.indexOf(self.status) < 0:
            wanted.insertWidget(0, self.status, 0, Qt.AlignmentFlag.AlignLeft)

    def _clock_value(self) -> Clock | None:
        """The clock that was typed; words that stayed are the clock that was, also what they do not say of it."""
        text = self._clock.typed.text()
        if self.wording is not None and text == self._before[2]:
            return self.wording.clock
        return parse_clock(text, self._today) if text.strip() else None

    @property
    def _was_agreed(self) -> date | None:
        return self.wording.agreed_on if self.wording is not None else None

    def is_changed(self) -> bool:
        """Whether anything was typed that is not saved."""
        return (*self._texts(), self.status.key) != (*self._before, self._opened_as)

    def _say_who(self) -> None:
        """Over the statement, so that both read as one sentence."""
        words = {Side.MINE: _("I will"), Side.THEIRS: _("{name} will"), Side.BOTH: _("We both will")}[self.keeps]
        self.fields["statement"].call(words.format(name=self._called))

    def _fill(self, status: str) -> None:
        wording = self.wording
        if wording is not None:
            self._statement.setText(wording.statement)
            self._measure.setText(wording.measure or "")
        words = written_clock(wording.clock, self._today) if wording is not None and wording.clock else ""
        self._clock.typed.setText(words[:1].upper() + words[1:])
        agreed = wording.agreed_on if wording is not None and status != RENEGOTIATED else None
        self._agreed_on.setText(day_words(agreed or self._today, self._today))
        self.status.choose(status)
        self._before, self._opened_as = self._texts(), status

    def _touched(self) -> None:
        """What was agreed does not change silently: another wording is a renegotiation."""
        if self._was_agreed is not None and self.status.key == AGREED and self._texts() != self._before:
            self.status.choose(RENEGOTIATED)

    def _texts(self) -> tuple[str, ...]:
        fields = (self._statement, self._measure, self._clock.typed, self._agreed_on)
        return (*(field.text() for field in fields), self.keeps)

    def _day(self) -> date:
        found = typed_day(self._agreed_on.text(), self._today)
        if found is None:
            raise InputError("on", _("Write the day like Tue 24 Nov or 24.11."))
        if found > self._today:
            raise InputError("on", _("This day lies ahead. Write the day you agreed, today at the latest."))
        return found


def use_case(office: Office, manager: ManagerId, editor: PromiseEditor) -> Callable[[], Change] | None:
    """What saving does: add, edit, propose, agree or renegotiate; nothing when what was agreed stayed as it was.

    Raises `InputError` naming the field that cannot be taken.
    """
    become, fields = editor.values()
    wording = editor.wording
    if wording is None:
        agreed_on = fields.pop("on", None)
        return partial(expectations.add, office, manager, side=editor.keeps, agreed_on=agreed_on, **fields)
    fields["measure"] = fields["measure"] or None
    was_agreed = wording.agreed_on is not None
    if was_agreed and become == AGREED:
        return None
    change = {
        PROPOSED: expectations.propose if was_agreed else expectations.edit, AGREED: expectations.agree,
        RENEGOTIATED: expectations.renegotiate,
    }[become]  # fmt: skip
    return partial(change, office, wording.expectation, **fields)


def _short(name: str) -> str:
    """A name as it fits over a field."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _states(wording: Wording | None) -> list[tuple[str, ...]]:
    """What it can become: only what was agreed is renegotiated."""
    states: list[tuple[str, ...]] = [(PROPOSED, _("Proposed")), (AGREED, _("Agreed"))]
    if wording is not None and wording.agreed_on is not None:
        states.append((RENEGOTIATED, _("Renegotiated")))
    return states


def _usual_clocks() -> list[tuple[str, str]]:
    """What most promises run by; anything else can be typed."""
    words = (
        _("Every Friday"), _("Every Tuesday, 10:30"), _("Every 14 days"), _("Within 2 working days of each CV"),
        _("Within 24 hours of each meeting, closed by the summary"), _("Within 5 working days of a request"),
        _("Always, looked at monthly"), _("Until the offer is signed"),
    )  # fmt: skip
    return [("", ""), *((each, each) for each in words)]
