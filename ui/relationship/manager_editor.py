"""The details of a hiring manager as fields, in place: what is typed is kept until it is saved or given up."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.channels import Channel
from app.domain.errors import InputError
from app.domain.managers import HiringManager
from app.domain.text import LINE, NAME
from app.domain.working_time import WorkingHours
from app.services import managers
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit.cadence import CadenceChoice
from ui.kit.editor import Editor
from ui.kit.field import LONG, Area, Choice, Field, Line


class _Spec(NamedTuple):
    """One text field: its name in the record, its label, what stands in it while it is empty, how long it may be."""

    name: str
    label: str
    example: str = ""
    limit: int = NAME


def _rows(manager: HiringManager) -> tuple[tuple[_Spec, ...], ...]:
    return (
        (
            _Spec("name", _("Name, as its owner writes it")), _Spec("called", _("What you say")),
            _Spec("family", _("Family name")),
        ),
        (_Spec("romanised", _("In Latin letters")), _Spec("title", _("Role")), _Spec("company", _("Company"))),
        (_Spec("department", _("Department")), _Spec("email", _("Email")), _Spec("phone", _("Phone"))),
        (
            _Spec("cadence_days", _("How often you speak")), _Spec("channel", _("Preferred way to talk")),
            _Spec("preferred_times", _("Preferred times"), _("such as mornings"), LINE),
        ),
        (
            _Spec("language", _("Language")), _Spec("zone", _("Time zone"), "Europe/London"),
            _Spec("country", _("Country, for holidays"), "GB"),
        ),
        (
            _Spec("hours", _("Working hours"), "Mon-Fri 09:00-17:00", LINE),
            _Spec("tags", _("Tags, with commas between"), "", LINE),
        ),
        (
            _Spec("tick", _("What makes {name} tick (private)").format(name=manager.first_name), "", LONG),
            _Spec("rapport", _("Small things to remember (private)"), "", LONG),
        ),
    )  # fmt: skip


class ManagerEditor(Editor):
    """The form below the head of the tab; `closed` when it was saved or cancelled."""

    closed = Signal()

    def __init__(self, desk: Desk, manager: HiringManager, parent: QWidget | None = None) -> None:
        super().__init__(_("Details of {name}").format(name=manager.name), scrolls=True, parent=parent)
        self._desk, self._manager = desk, manager
        self._controls: dict[str, Any] = {}
        for row in _rows(manager):
            self.add_row(*((spec.name, self._field(spec)) for spec in row))
        self.finish()
        self._before = self._typed()
        self.keep_draft(f"manager:{manager.id}:details", desk.bridge)
        self.saved.connect(self._keep)
        self.cancelled.connect(self.closed)

    def _field(self, spec: _Spec) -> Field:
        value = getattr(self._manager, spec.name)
        control: QWidget
        if spec.name == "cadence_days":
            control = CadenceChoice(value)
        elif spec.name == "channel":
            control = Choice([("", _("No preference")), *((each.value, each.words) for each in Channel)])
            control.choose(value or "")
        elif spec.limit == LONG:
            control = Area(limit=LONG)
            control.setPlainText(value or "")
        else:
            control = Line(spec.example, limit=spec.limit)
            control.setText(_as_text(value))
        self._controls[spec.name] = control
        return Field(spec.label, control)

    def _typed(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: _text_in(control) for name, control in self._controls.items()}

    def _values(self) -> dict[str, Any]:
        """The fields that were changed, as the record takes them; raises `InputError` for the first that cannot be."""
        changed = [name for name, text in self._typed().items() if text != self._before[name]]
        return {name: self._value(name) for name in changed}

    def _value(self, name: str) -> Any:
        control = self._controls[name]
        if isinstance(control, CadenceChoice):
            return control.days()
        if isinstance(control, Choice):
            return control.key or None
        text = _text_in(control)
        if name == "hours":
            return WorkingHours.from_text(text)
        if name == "tags":
            return tuple(part.strip() for part in text.split(",") if part.strip())
        return text if name in ("name", "zone") else text.strip() or None

    def _keep(self) -> None:
        try:
            values = self._values()
        except InputError as error:
            self.refuse(error)
            return
        if not values:
            self.cancelled.emit()
            return
        use_case = partial(managers.edit, self._desk.office, self._manager.id, **values)
        self._desk.bridge.do(use_case, then=self._saved, failed=self.refuse)

    def _saved(self, change: Change) -> None:
        self.forget_draft()
        self._desk.say(change.label, undo=True)
        self.closed.emit()


def _as_text(value: Any) -> str:
    if isinstance(value, WorkingHours):
        return value.to_text()
    return ", ".join(value) if isinstance(value, tuple) else value or ""


def _text_in(control: Any) -> str:
    if isinstance(control, QComboBox):
        return control.currentText()
    return control.toPlainText() if isinstance(control, Area) else str(control.text())
