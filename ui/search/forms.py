"""Forms in the cards of a search: one at a time in a card, its draft kept, saved by its own use case, with Undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services.changes import Change
from ui.desk import Desk


class Forms(QObject):
    """Opens an `Editor` with a `use_case()`; `put` and `take` give it its place and take it away again."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form: Any = None
        self._take: Callable[[], None] | None = None
        self._then: Callable[[], None] | None = None

    def open(
        self, form: Any, place: str, put: Callable[[QWidget], None], take: Callable[[], None],
        then: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        """Show a form whose draft is kept at a place; `then` is done after it was saved."""
        self.close()
        self._form, self._take, self._then = form, take, then
        form.keep_draft(place, self._desk.bridge)
        put(form)
        form.show()  # only what is seen takes the keyboard
        form.saved.connect(self._save)
        form.cancelled.connect(self.close)
        form.focus_first()

    def do(self, use_case: Callable[[], Change]) -> None:
        """Do something that asks nothing."""
        self._desk.bridge.do(use_case, then=self._said)

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._form is not None:
            self._form.settle()

    def close(self) -> None:
        """The open form goes; what is typed in it is kept."""
        form, take = self._form, self._take
        self._form = self._take = self._then = None
        if form is not None and take is not None:
            form.settle()
            take()

    def _save(self) -> None:
        sender: Any = self.sender()
        if sender is not self._form:  # Ctrl+Enter in a line is Enter as well: the form was saved a moment ago
            return
        try:
            use_case = self._form.use_case()
        except AppError as error:
            self._form.refuse(error)
            return
        self._desk.bridge.do(use_case, then=self._done, failed=self._form.refuse)

    def _done(self, change: Change) -> None:
        then = self._then
        if self._form is not None:
            self._form.forget_draft()
        self.close()
        self._said(change)
        if then is not None:
            then()

    def _said(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)
