"""What can be done with a relationship as a whole: open, edit, pause, archive; each with Undo, none with a question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.managers import ManagerId
from app.services.changes import Change
from app.words import _
from ui.desk import Desk, Place


class Care(QObject):
    """Does it, for one manager; `status` is the text of a `ManagerStatus`."""

    def __init__(self, desk: Desk, manager: int, status: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._manager, self.status = desk, manager, status

    def open(self) -> None:
        """Go to the manager's tab."""
        self._desk.open(Place("manager", self._manager))

    def edit(self) -> None:
        """Go to the manager's tab and edit the details there."""
        self.open()
        self._desk.command("edit-manager")

    def pause_or_resume(self) -> None:
        """Let clocks and reminders rest, or run again."""
        from app.services import managers

        self._do(managers.pause if self.status == "active" else managers.resume)

    def archive(self) -> None:
        """Set the relationship aside; where something is still open, their tab lists it first."""
        from app.services.still_open import still_open

        if self.status in ("active", "paused") and still_open(self._desk.office, ManagerId(self._manager)):
            self.open()
            self._desk.command("archive-manager")
        else:
            self.set_aside()

    def look(self) -> None:
        """An honest look at what both sides gave."""
        self._desk.open(Place("look", self._manager))

    def set_aside(self) -> None:
        """Archive them now, with Undo."""
        from app.services import managers

        if self.status in ("active", "paused"):
            self._do(managers.archive)

    def _do(self, use_case: Callable[..., Change]) -> None:
        self._desk.bridge.do(partial(use_case, self._desk.office, self._manager), then=self._done)

    def _done(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)


class PersonMenu(QMenu):
    """The menu of a relationship; it goes when it closes."""

    def __init__(self, desk: Desk, manager: int, status: str, parent: QWidget, *, elsewhere: bool = True) -> None:
        super().__init__(parent)
        care = Care(desk, manager, status, self)
        if elsewhere:
            self.addAction(_("Open"), care.open)
        self.addAction(_("Edit details"), care.edit)
        again = _("Take it back") if status == "parted" else _("Take up again")
        self.addAction(_("Pause") if status == "active" else again, care.pause_or_resume)
        self.addAction(_("An honest look"), care.look)
        if status in ("active", "paused"):
            self.addAction(_("Archive"), care.archive)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
