"""One template of your own being changed: its name, and its points one a line, or the promises of an agreement."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.agenda import point_words, understand_point
from app.domain.errors import AppError, InputError
from app.domain.expectations import Side
from app.domain.process_lines import step_line, understand_step
from app.domain.templates import Template
from app.domain.text import NAME
from app.services import agreements, templates
from app.services.agreements import Terms
from app.services.changes import Change
from app.services.template_kinds import AGREEMENT, CLAUSES, PROCESS, kind_of
from app.words import _
from ui.desk import Desk
from ui.kit.editor import Editor
from ui.kit.field import LONG, Area, Field, Line
from ui.kit.terms import TermsBoard
from ui.theme import size


class TemplateForm(Editor):
    """The form of one template; what is typed is kept as a draft of it."""

    def __init__(self, desk: Desk, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(_("A template of your own"), parent=parent)
        self._desk, self.template = desk, template
        self._family = kind_of(template.kind).family
        self.column.setContentsMargins(size(16), size(12), size(16), size(12))
        self._name = Line(limit=NAME)
        self._name.setText(template.name)
        self.add("name", Field(_("Name"), self._name))
        points = templates.points_of(template)
        self._points: Area | TermsBoard
        if self._family == AGREEMENT:
            self._points = TermsBoard(desk.office.today(), theirs=_("Theirs to keep"), own=True)
            self._points.show_terms([(Terms(**{**each, "side": Side(each["side"])}), True) for each in points])
            self.column.addWidget(self._points)
        else:
            self._points = Area(limit=LONG, lines=max(6, len(points) + 1))
            self._points.setPlainText("\n".join(_line(self._family, each) for each in points))
            self.add("body", Field(_label(self._family), self._points))
        self.finish()
        # With its family: a template that was undone leaves its number to the next one, which may hold something else.
        self.keep_draft(f"template/{template.id}/{self._family}", desk.bridge)

    def controls(self) -> dict[str, Any]:
        """The name, and what it holds."""
        return {"name": self._name, "body": self._points}

    def use_case(self) -> Callable[[], Change] | None:
        """What saving does; None while a promise that is being changed cannot be taken."""
        body = self._body()
        if body is None:
            return None
        return partial(templates.edit, self._desk.office, self.template.id, name=self._name.text(), body=body)

    def refuse(self, error: AppError) -> None:
        """Under the field, without the shape of the file that nobody types here."""
        if isinstance(error, InputError) and error.field == "body" and self._body() == "[]":
            error = InputError("body", _("Write at least one line."))
        super().refuse(error)

    def _body(self) -> str | None:
        if isinstance(self._points, TermsBoard):
            chosen = self._points.chosen()
            return None if chosen is None else agreements.body_of(chosen)
        lines = [line.strip() for line in self._points.toPlainText().splitlines() if line.strip()]
        if self._family in ("questions", "satisfaction", CLAUSES):
            return json.dumps([{"text": line} for line in lines], ensure_ascii=False)
        if self._family == PROCESS:
            return json.dumps([understand_step(line) for line in lines], ensure_ascii=False)
        points = [dict(zip(("text", "minutes"), understand_point(line), strict=True)) for line in lines]
        return json.dumps(points, ensure_ascii=False)


def _line(family: str, point: dict[str, Any]) -> str:
    """A point as it is typed."""
    return step_line(point) if family == PROCESS else point_words(point["text"], point.get("minutes"))


def _label(family: str) -> str:
    if family == PROCESS:
        return _("Steps, one a line, with whose and how long: CVs with notes · you · 5 days")
    if family == CLAUSES:
        return _("Heading: words, one a line. {manager} and {recruiter} become the two names.")
    if family == "questions":
        return _("Questions, one a line")
    if family == "satisfaction":
        return _("What is asked about, one a line")
    return _("Points, one a line, with minutes behind: Why this role · 5 min")
