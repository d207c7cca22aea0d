"""A window over plain pages, for what the window itself does: tabs, places, commands, state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.services.office import Office
from ui.desk import Desk, Place
from ui.makers import Makers
from ui.places import makers
from ui.window import Window


class PlainPage(QWidget):
    """A page that remembers how often it was built, where it stands, and what was asked of it."""

    built: ClassVar[list[Place]] = []

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__()
        PlainPage.built.append(place)
        self.stands: dict[str, Any] = {}
        self.places: list[Place] = []
        self.settled = 0
        self.heard = 0
        self._desk = desk
        self._field = QLineEdit()
        QVBoxLayout(self).addWidget(self._field)
        desk.bridge.changed.connect(self._on_changed)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def state(self) -> dict[str, Any]:
        """Where it stands."""
        return self.stands

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again."""
        self.stands = dict(state)

    def show_place(self, place: Place) -> None:
        """A section or record was asked for."""
        self.places.append(place)

    def settle(self) -> None:
        """Keep what is typed."""
        self.settled += 1

    def focus_content(self) -> None:
        """The keyboard into the page."""
        self._field.setFocus()

    def _on_changed(self, _change: object) -> None:
        self.heard += 1


class PlainSidebar(QWidget):
    """A sidebar that shows nothing."""

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        self.narrow = False
        self.shown: list[Place] = []

    def set_narrow(self, narrow: bool) -> None:
        """Wide or narrow."""
        self.narrow = narrow

    def show_place(self, place: Place) -> None:
        """Mark where the window is."""
        self.shown.append(place)

    def focus_filter(self) -> None:
        """The filter."""

    def focus_content(self) -> None:
        """The keyboard into it."""
        self.setFocus()


def name(office: Office, manager: int) -> str:
    """The name on a tab; raises `NotFoundError` as the real one does."""
    return office.managers.get(manager).name


def facts(office: Office, manager: int) -> tuple[str, Any]:
    """The name, and no glyph."""
    return name(office, manager), None


def no_palette(desk: Desk, _answered: object, _here: Place, window: QWidget) -> QWidget:
    """Nothing to find."""
    return QWidget(window)


def plain_window(office: Office) -> Window:
    """The real window over such pages."""
    PlainPage.built = []
    pages = dict.fromkeys(("today", "manager", "settings", "new"), PlainPage)
    return Window(
        office,
        Makers(
            sidebar=PlainSidebar,
            pages=pages,
            full={"meeting": PlainPage},
            windows={"keys": makers().windows["keys"]},
            palette=no_palette,
            names={"manager": name},
            facts=facts,
        ),
    )
