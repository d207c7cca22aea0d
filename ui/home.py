"""What the first tab shows: today, or the first run while there is nobody to recruit for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services import sidebar
from app.services.changes import Change
from ui.desk import Desk


class Home(QStackedWidget):
    """Changes from one to the other when the first manager is added, or the last one taken back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._anybody: bool | None = None
        desk.bridge.changed.connect(self._on_changed)
        self._show_what_fits()

    @property
    def page(self) -> Any:
        """The page on screen."""
        return self.currentWidget()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the page answers."""
        answers: dict[str, Callable[[], None]] = self.page.commands()
        return answers

    def state(self) -> dict[str, Any]:
        """Where the page stands."""
        state: dict[str, Any] = self.page.state()
        return state

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again."""
        self.page.restore(state)

    def focus_content(self) -> None:
        """The keyboard into the page."""
        self.page.focus_content()

    def settle(self) -> None:
        """Keep what is typed."""
        if hasattr(self.page, "settle"):
            self.page.settle()

    def _show_what_fits(self) -> None:
        anybody = sidebar.has_anybody(self._desk.office)
        if anybody is self._anybody:
            return
        self._anybody = anybody
        leaving = self.currentWidget()
        self.addWidget(_today(self._desk) if anybody else _first_run(self._desk))
        self.setCurrentIndex(self.count() - 1)
        if leaving is not None:
            self.removeWidget(leaving)
            leaving.deleteLater()
            self._desk.command("page-changed")

    def _on_changed(self, change: Change) -> None:
        if any(table == "manager" for table, _row in change.touched):
            self._show_what_fits()


def _today(desk: Desk) -> QWidget:
    from ui.today.page import TodayPage

    return TodayPage(desk)


def _first_run(desk: Desk) -> QWidget:
    from ui.first_run.page import FirstRunPage

    return FirstRunPage(desk)
