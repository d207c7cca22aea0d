"""What every screen is given, so that no screen knows another: the office, the bridge, and ways to ask the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.services.office import Office
from ui.bridge import Bridge


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the program: today, a manager's section, a search, a meeting, a document, settings.

    `id` is that of the manager, search, meeting or document; `record` is the entry to show there, as table and id, and
    `words` what is to be marked in it. `typed` is something to begin with: a name, or a line to log.
    """

    kind: str
    id: int = 0
    section: str = ""
    record: tuple[str, int] | None = None
    words: str = ""
    typed: str = ""


class Desk(QObject):
    """One for the window. What is asked of it becomes a signal that the window answers."""

    asked = Signal(object)
    asked_beside = Signal(object)
    said = Signal(str, bool)
    commanded = Signal(str)
    expected = Signal(object)

    def __init__(self, office: Office, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.office = office
        self.bridge = bridge

    def open(self, place: Place) -> None:
        """Go somewhere."""
        self.asked.emit(place)

    def open_beside(self, place: Place) -> None:
        """A tab of its own for a place, while what is shown stays."""
        self.asked_beside.emit(place)

    def expect(self, place: Place) -> None:
        """A person may go there next: what it takes can be made ready meanwhile."""
        self.expected.emit(place)

    def say(self, words: str, *, undo: bool = False) -> None:
        """One sentence in the toast, with Undo where the newest action can be taken back."""
        self.said.emit(words, undo)

    def command(self, name: str) -> None:
        """Do what the action of this name does (`ui/actions.py`)."""
        self.commanded.emit(name)
