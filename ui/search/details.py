"""The details of a search as fields, in place: what is typed is kept until it is saved or given up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.dates import short_day_words
from app.domain.errors import InputError
from app.domain.line_dates import typed_day
from app.domain.searches import PayPeriod, Search
from app.domain.text import LINE, NAME
from app.services import searches
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit.editor import Editor
from ui.kit.field import LONG, Area, Check, Choice, Field, Line
from ui.kit.scrolling import Page

_CENTS, _MOST_DIGITS = 100, 12


class _Spec(NamedTuple):
    """One field: its name in the record, its label, what kind of value it is, an example."""

    name: str
    label: str
    kind: str = "text"
    example: str = ""
    limit: int = LINE


def _rows() -> tuple[tuple[_Spec, ...], ...]:
    day, latest = _("such as 11 Jan"), _("At the latest (private)")
    return (
        (_Spec("title", _("Title"), limit=NAME), _Spec("titles", _("Other titles, with commas between"), "list")),
        (_Spec("unit", _("Team or unit")), _Spec("location", _("Location")),
         _Spec("remote", _("Remote rule"), example=_("such as two days a week"))),
        (_Spec("headcount", _("How many people"), "number"), _Spec("opened_on", _("Opened on"), "day", day),
         _Spec("target_start", _("Target start"), "day", day), _Spec("drop_dead", latest, "day", day)),
        (_Spec("salary_min", _("Band from"), "money"), _Spec("salary_max", _("Band to"), "money"),
         _Spec("currency", _("Currency"), example="GBP"), _Spec("salary_period", _("Pay is per"), "period")),
        (_Spec("reason_open", _("Why it is open (private)"), "long"),),
        (_Spec("brief", _("Brief"), "long"),),
        (_Spec("review_days", _("Propose a review after so many days without progress"), "number"),),
    )  # fmt: skip


class _Form(Editor):
    """The fields, and the one box to tick."""

    def __init__(self, name: str, bound: Check) -> None:
        super().__init__(name)
        self._bound = bound

    def controls(self) -> dict[str, Any]:
        """The box belongs to what is kept."""
        return {**super().controls(), "company_bound": self._bound}


class DetailsEditor(Page):
    """An editor that scrolls where the window is low; `closed` when it was saved or cancelled."""

    closed = Signal()

    def __init__(self, desk: Desk, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent, top=0, margin=0)
        self._desk, self._search = desk, search
        self._today = desk.office.today()
        self._bound = Check(_("Bound to this company: it does not go along when the manager leaves"))
        self.editor = _Form(_("Details of {title}").format(title=search.title), self._bound)
        self._kinds: dict[str, str] = {}
        for row in _rows():
            self.editor.add_row(*((spec.name, self._field(spec)) for spec in row))
        self._bound.setChecked(search.company_bound)
        self.editor.column.addWidget(self._bound)
        self.editor.finish()
        self._before = self._typed()
        self.editor.keep_draft(f"search:{search.id}:details", desk.bridge)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.editor.saved.connect(self._save)
        self.editor.cancelled.connect(self.closed)

    def focus_first(self) -> None:
        """The keyboard into the title."""
        self.editor.focus_first()

    def settle(self) -> None:
        """Keep what is typed now."""
        self.editor.settle()

    def sizeHint(self) -> QSize:
        """All fields, where the window is high enough."""
        return QSize(super().sizeHint().width(), self.editor.sizeHint().height())

    def _field(self, spec: _Spec) -> Field:
        value = getattr(self._search, spec.name)
        self._kinds[spec.name] = spec.kind
        control: QWidget
        if spec.kind == "period":
            control = Choice([("", _("Not said")), *((each.value, _period(each)) for each in PayPeriod)])
            control.choose(value or "")
        elif spec.kind == "long":
            control = Area(limit=LONG, lines=2)
            control.setPlainText(value or "")
        else:
            control = Line(spec.example, limit=spec.limit)
            control.setText(self._as_text(spec.kind, value))
        return Field(spec.label, control)

    def _as_text(self, kind: str, value: Any) -> str:
        if kind == "list":
            return ", ".join(value)
        if value is None:
            return ""
        if kind == "day":
            return short_day_words(value, self._today)
        return f"{value / _CENTS:,.2f}".removesuffix(".00") if kind == "money" else str(value)

    def _typed(self) -> dict[str, str]:
        return {name: _text_in(field.control) for name, field in self.editor.fields.items()}

    def _values(self) -> dict[str, Any]:
        """The fields that were changed, as the record takes them; raises `InputError` for the first that cannot be."""
        typed = self._typed()
        changed = {name: text for name, text in typed.items() if text != self._before[name]}
        values = {name: _READ[self._kinds[name]](self, name, text.strip()) for name, text in changed.items()}
        if self._bound.isChecked() != self._search.company_bound:
            values["company_bound"] = self._bound.isChecked()
        return values

    def read_day(self, name: str, text: str) -> Any:
        """A day; only a day that must be there may not be empty."""
        day = typed_day(text, self._today) if text else None
        if day is None and (text or name == "opened_on"):
            raise InputError(name, _("Write the day like Tue 24 Nov or 24.11."))
        return day

    def read_number(self, name: str, text: str) -> Any:
        """A whole number."""
        if text and not (text.isdecimal() and len(text) <= _MOST_DIGITS):
            raise InputError(name, _("Write a whole number, such as 2."))
        if not text and name == "headcount":
            raise InputError(name, _("Write how many people are wanted, such as 1."))
        return int(text) if text else None

    def read_money(self, name: str, text: str) -> Any:
        """An amount, in whole cents."""
        whole, dot, cents = text.replace(",", "").replace(" ", "").partition(".")
        if text and not (whole.isdecimal() and len(whole) <= _MOST_DIGITS and (not dot or cents.isdecimal())):
            raise InputError(name, _("Write the amount like 82,000."))
        return int(whole) * _CENTS + int(f"{cents}00"[:2]) if text else None

    def _save(self) -> None:
        try:
            values = self._values()
        except InputError as error:
            self.editor.refuse(error)
            return
        if not values:
            self.editor.cancelled.emit()
            return
        use_case = partial(searches.edit, self._desk.office, self._search.id, **values)
        self._desk.bridge.do(use_case, then=self._saved, failed=self.editor.refuse)

    def _saved(self, change: Change) -> None:
        self.editor.forget_draft()
        self._desk.say(change.label, undo=True)
        self.closed.emit()


# How what stands in a field of each kind becomes the record's value.
_READ: dict[str, Callable[[DetailsEditor, str, str], Any]] = {
    "text": lambda _editor, name, text: text if name == "title" else text or None,
    "long": lambda _editor, _name, text: text or None,
    "list": lambda _editor, _name, text: tuple(part.strip() for part in text.split(",") if part.strip()),
    "period": lambda _editor, _name, text: PayPeriod(text) if text else None,
    "day": DetailsEditor.read_day,
    "number": DetailsEditor.read_number,
    "money": DetailsEditor.read_money,
}


def _period(period: PayPeriod) -> str:
    return {
        PayPeriod.YEAR: _("year"), PayPeriod.MONTH: _("month"), PayPeriod.DAY: _("day"), PayPeriod.HOUR: _("hour"),
    }[period]  # fmt: skip


def _text_in(control: Any) -> str:
    if isinstance(control, Choice):
        return control.key
    return control.toPlainText() if isinstance(control, Area) else str(control.text())
