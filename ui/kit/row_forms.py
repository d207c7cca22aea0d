"""Forms in the rows of a page: one at a time, its draft kept, saved by its own use case, with Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.services.changes import Change
from ui.desk import Desk
from ui.kit.line_list import LineListing
from ui.kit.lines import Line

if TYPE_CHECKING:
    from ui.kit.in_place import RowEditor


class RowForms(QObject):
    """`missed` with the row of a meeting that did not happen."""

    missed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listing: LineListing | None = None
        self._line: Line | None = None

    @property
    def form(self) -> RowEditor | None:
        """The form that is open."""
        return self._listing.form if self._listing is not None else None

    def open(self, listing: LineListing, line: Line, form: Any, place: str) -> None:
        """Put a form in a row; what is typed in it is kept at a place. `form.use_case()` is what saving it does."""
        self.close()
        self._listing, self._line = listing, line
        form.keep_draft(place, self._desk.bridge)
        if hasattr(form, "use_case"):
            form.saved.connect(self._save)
        listing.open_form(line, form)

    def ask_held(self, listing: LineListing, line: Line) -> None:
        """Ask when a meeting began and ended."""
        from ui.kit.held import HeldEditor

        form = HeldEditor(self._desk.office, self._desk.office.meetings.get(line.id))
        form.moved.connect(self._was_moved)
        form.missed.connect(self._was_missed)
        self.open(listing, line, form, f"meeting:{line.id}:held")

    def ask_moved(self, listing: LineListing, line: Line) -> None:
        """Ask to when a meeting was moved."""
        from ui.kit.held import MovedEditor

        form = MovedEditor(self._desk.office, self._desk.office.meetings.get(line.id))
        self.open(listing, line, form, f"meeting:{line.id}:moved")

    def close(self) -> None:
        """The open form goes; what is typed in it is kept."""
        if self._listing is not None:
            self._listing.close_form()

    def finish(self, change: Change) -> None:
        """It is done: the form goes for good, and Undo is offered."""
        from app.services.calendar_invitations import said_of

        if self.form is not None:
            self.form.forget_draft()
        self.close()
        self._desk.say(said_of(self._desk.office, change), undo=True)

    def _save(self) -> None:
        """What the open form is for; its own words say what is missing."""
        form: Any = self.form
        try:
            use_case = form.use_case()
        except AppError as error:
            form.refuse(error)
            return
        self._desk.bridge.do(use_case, then=self.finish, failed=form.refuse)

    def _was_moved(self) -> None:
        if self._listing is not None and self._line is not None:
            self.ask_moved(self._listing, self._line)

    def _was_missed(self) -> None:
        self.close()
        self.missed.emit(self._line)
