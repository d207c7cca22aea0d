"""The templates: each kind with the built-in one and your own, copied, edited in place and deleted with one press."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.templates import TemplateId
from app.services import templates
from app.services.changes import Change
from app.services.template_kinds import AGREEMENT, CLAUSES, PROCESS
from app.services.templates import Shelf
from app.words import _, plural
from ui.desk import Desk
from ui.kit.button import Button, IconButton
from ui.kit.card import Hairline
from ui.kit.order import follow
from ui.kit.words import Label
from ui.settings.template_form import TemplateForm
from ui.theme import size

_OPEN = "template/open"


class TemplateRow(QWidget):
    """One template: what it is called, what it holds, and what can be done with it."""

    wished = Signal(str)

    def __init__(
        self, kind: str, title: str, second: str, *, group: str, buttons: dict[str, tuple[str, str]], own: int = 0
    ) -> None:  # fmt: skip
        super().__init__()
        self.kind, self.own = kind, TemplateId(own)
        self.buttons: list[Button] = []
        self._row, words = QHBoxLayout(self), QVBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(size(8))
        words.setSpacing(size(2))
        words.addWidget(Label(title, "bodyMedium", wrap=True))
        words.addWidget(Label(second, "caption", "text2", wrap=True))
        self._row.addLayout(words, 1)
        for wish, (shown, icon) in buttons.items():
            self._add_button(wish, shown, icon, _("{what}: {title}, {group}").format(
                what=shown, title=title, group=group))  # fmt: skip

    def _add_button(self, wish: str, shown: str, icon: str, name: str) -> None:
        button = IconButton(icon, name, kind="quietCompact") if icon else Button(shown, kind="compact")
        button.setAccessibleName(name)
        button.setObjectName(wish)
        button.clicked.connect(self._pressed)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.append(button)

    def follow(self, before: QWidget | None) -> QWidget | None:
        """Let the Tab key come from `before`; where it goes on from."""
        return follow(before, self) if before is not None and self.buttons else before

    def _pressed(self) -> None:
        self.wished.emit(self.sender().objectName())


class TemplatesList(QWidget):
    """All of them, by what they are for; one is edited at a time, in its row's place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form: TemplateForm | None = None
        self._rows: dict[str, TemplateRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(size(12))
        self.refresh()
        kept = self._desk.bridge.draft(_OPEN)
        if kept.isdecimal() and self._desk.office.templates.find(int(kept)) is not None:
            self._edit(TemplateId(int(kept)), focus=False)

    def refresh(self) -> None:
        """Show what there is; a form with something typed in it stays."""
        keyboard = next((name for name, row in self._rows.items() if row.isAncestorOf(self._with_keyboard())), "")
        form, before = self._form, self._stop_before()
        for each in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if each is not form:
                self._column.removeWidget(each)
                each.hide()
                each.deleteLater()
        self._rows = {}
        named = ""
        for shelf in templates.shelves(self._desk.office):
            group = _group(shelf)
            if self._rows:
                self._column.addWidget(Hairline())
            if group != named:
                named = group
                self._column.addWidget(Label(group, "heading"))
            for name, row in self._rows_of(shelf):
                self._rows[name] = row
                self._column.addWidget(row)
                row.show()  # at once: the keyboard may be put on it
                before = row.follow(before)
        self._place_form()
        if keyboard in self._rows:
            self._focus(keyboard)

    def _stop_before(self) -> QWidget | None:
        """Where the Tab key comes from; rows that are built anew take the turn of those that go."""
        first = next((button for row in self._rows.values() for button in row.buttons), None)
        before = first.previousInFocusChain() if first is not None else None
        while before is not None and (self.isAncestorOf(before) or before.focusPolicy() == Qt.FocusPolicy.NoFocus):
            before = before.previousInFocusChain()
        return before

    def settle(self) -> None:
        """Keep what is typed."""
        if self._form is not None:
            self._form.settle()

    def _rows_of(self, shelf: Shelf) -> Iterator[tuple[str, TemplateRow]]:
        """The kind with its built-in template, then each of your own."""
        key = shelf.kind.key
        counts = _("built in") if not shelf.own else _("built in, yours counts")
        second = _("{what} · {counts}").format(what=_held(shelf, shelf.built_in), counts=counts)
        copies = {"copy": (_("Make my own copy"), "")} if not shelf.own or key == AGREEMENT else {}
        row = TemplateRow(key, shelf.kind.label(), second, group=_group(shelf), buttons=copies)
        row.wished.connect(self._wished)
        yield key, row
        for each in shelf.own:
            own = TemplateRow(
                key, each.name, _held(shelf, templates.points_of(each)), own=each.id,
                group=_group(shelf), buttons={"edit": (_("Edit"), "pencil"), "delete": (_("Delete"), "trash-2")},
            )  # fmt: skip
            own.wished.connect(self._wished)
            yield f"{key}:{each.id}", own

    def _place_form(self) -> None:
        """The form stands where its template does; one that was deleted takes its form along."""
        if self._form is None:
            return
        name = f"{self._form.template.kind}:{self._form.template.id}"
        row = self._rows.get(name)
        if row is None:
            self._close()
            return
        self._column.insertWidget(self._column.indexOf(row), self._form)
        self._form.show()
        follow(row.buttons[-1], self._form)
        row.hide()

    def _wished(self, wish: str) -> None:
        """What was pressed on a row; a copy is opened to be changed."""
        row, office = self.sender(), self._desk.office
        assert isinstance(row, TemplateRow)
        if wish == "copy":
            self._desk.bridge.do(partial(templates.copy, office, kind=row.kind), then=self._copied)
        elif wish == "delete":
            self._desk.bridge.do(partial(templates.delete, office, row.own), then=self._deleted)
        else:
            self._edit(row.own)

    def _copied(self, change: Change) -> None:
        self.refresh()
        self._edit(TemplateId(change.id))
        self._desk.say(change.label, undo=True)

    def _deleted(self, change: Change) -> None:
        self.refresh()
        self._desk.say(change.label, undo=True)

    def _edit(self, template: TemplateId, *, focus: bool = True) -> None:
        """One form at a time; what is typed in the one before is kept."""
        self.settle()
        self._close()
        self._form = TemplateForm(self._desk, self._desk.office.templates.get(template))
        self._form.saved.connect(self._save)
        self._form.cancelled.connect(self._cancel)
        self._place_form()
        self._desk.bridge.keep_draft(_OPEN, str(template))
        if focus:
            self._form.focus_first()

    def _save(self) -> None:
        form = self._form
        use_case = form.use_case() if form is not None else None
        if form is not None and use_case is not None:
            self._desk.bridge.do(use_case, then=self._saved, failed=form.refuse)

    def _saved(self, change: Change) -> None:
        self._cancel()
        self._desk.say(change.label, undo=True)

    def _cancel(self) -> None:
        """The row again, with the keyboard on it."""
        form = self._form
        if form is not None:
            form.forget_draft()
            self._desk.bridge.keep_draft(_OPEN, "")
            self._close()
            self.refresh()
            self._focus(f"{form.template.kind}:{form.template.id}")

    def _close(self) -> None:
        if self._form is not None:
            leaving, self._form = self._form, None
            leaving.hide()
            self._column.removeWidget(leaving)
            leaving.deleteLater()
            row = self._rows.get(f"{leaving.template.kind}:{leaving.template.id}")
            if row is not None:
                row.show()

    def _focus(self, name: str) -> None:
        row = self._rows.get(name)
        if row is not None and row.buttons:
            row.buttons[0].setFocus()

    def _with_keyboard(self) -> QWidget:
        keyboard: QWidget | None = self.window().focusWidget()
        return keyboard if keyboard is not None else self


def _group(shelf: Shelf) -> str:
    """What templates of a kind are for."""
    family = shelf.kind.family
    if family in ("agenda", "honest_look"):
        return _("Agendas")
    if family == PROCESS:
        return _("Searches")
    return _("Questions worth asking") if family == "questions" else _("Agreement and satisfaction")


def _held(shelf: Shelf, points: list[dict[str, Any]]) -> str:
    """What a template holds, in short."""
    family = shelf.kind.family
    held = {
        AGREEMENT: plural("{count} promise", "{count} promises", len(points)),
        CLAUSES: plural("{count} paragraph", "{count} paragraphs", len(points)),
        PROCESS: plural("{count} step", "{count} steps", len(points)),
        "questions": plural("{count} question", "{count} questions", len(points)),
        "satisfaction": plural("{count} part", "{count} parts", len(points)),
    }
    if family in held:
        return held[family]
    minutes = sum(point.get("minutes") or 0 for point in points)
    words = plural("{count} point", "{count} points", len(points))
    return _("{points}, {minutes} min").format(points=words, minutes=minutes) if minutes else words
