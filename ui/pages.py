"""The pages behind the tabs: built when first shown, dropped when closed, standing again where they stood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.domain.errors import NotFoundError
from app.services.changes import Change
from app.words import _
from ui.desk import Desk, Place
from ui.makers import Makers
from ui.tabs import HOME, TabStrip

_MOST_CLOSED = 20
_AT_ONCE, _TELL_MS = 4, 60  # glyphs read at once; the first after the first picture
_ICONS = {"settings": "settings", "new": "plus", "meetings": "calendar-days", "searches": "briefcase",
          "search": "briefcase"}  # fmt: skip


class _Tab:
    """One tab: where it leads, where it stood, and its page once it was shown."""

    def __init__(self, place: Place, state: dict[str, Any] | None = None, *, asked: Place | None = None) -> None:
        self.place = place
        self.waiting = state or {}
        self.asked = asked
        self.page: Any = None

    def state(self) -> dict[str, Any]:
        """What the next start needs to show it again."""
        return {"kind": self.place.kind, "id": self.place.id, "state": self.page.state() if self.page else self.waiting}


class Pages(QStackedWidget):
    """Owns the tabs; a manager is never open twice."""

    moved = Signal()

    def __init__(self, desk: Desk, strip: TabStrip, makers: Makers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._strip, self._makers = desk, strip, makers
        self._tabs = [_Tab(Place("today"))]
        self._closed: list[dict[str, Any]] = []
        self._untold: list[_Tab] = []
        self._tell = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._tell.timeout.connect(self._tell_some)
        strip.add(_("Today"))
        strip.currentChanged.connect(self._show)
        strip.close_asked.connect(self.close_tab)
        strip.drag_moved.connect(self._moved_tab)
        desk.bridge.changed.connect(self._on_changed)

    def open(self, place: Place) -> None:
        """Show a place in its tab, a new one when it has none yet."""
        at = self._at(place)
        if at is None:
            at = self._add(_Tab(place))
            self._tell.start()
        if at is None:
            return
        self._go(at)
        page = self._tabs[at].page
        if hasattr(page, "show_place"):
            page.show_place(place)
        if place.record is None or not _has_keyboard(page):  # a record that is shown has it already
            page.focus_content()

    def open_beside(self, place: Place) -> None:
        """A tab for a place while this page stays; what it is to show waits until it is shown."""
        if self._at(place) is None:
            self._add(_Tab(place, asked=place))
            self._tell.start()
        else:
            self.open(place)

    def current(self) -> Any:
        """The page on screen."""
        return self._tabs[self._strip.currentIndex()].page if self._strip.currentIndex() >= 0 else None

    def place(self) -> Place:
        """Where the window is."""
        return self._tabs[max(self._strip.currentIndex(), 0)].place

    def close_tab(self, at: int) -> None:
        """Close a tab and free its page; Today stays."""
        if at == HOME or at >= len(self._tabs):
            return
        tab = self._tabs.pop(at)
        self._closed = [*self._closed, tab.state()][-_MOST_CLOSED:]
        self._strip.take_out(at)
        if tab.page is not None:
            _settle(tab.page)
            self.removeWidget(tab.page)
            tab.page.hide()
            tab.page.deleteLater()
            tab.page = None
        self._show(self._strip.currentIndex())

    def close_current(self) -> None:
        """Close the tab on screen."""
        self.close_tab(self._strip.currentIndex())

    def reopen(self) -> None:
        """Bring the last closed tab back, where it stood."""
        while self._closed:
            state = self._closed.pop()
            tab = _tab_from(state)
            if tab is None:
                continue
            at = self._at(tab.place)
            at = self._add(tab) if at is None else at
            if at is not None:
                self._tell.start()
                self._go(at)
                return

    def next(self) -> None:
        """The tab to the right, round and round."""
        self._go((self._strip.currentIndex() + 1) % len(self._tabs))

    def previous(self) -> None:
        """The tab to the left, round and round."""
        self._go((self._strip.currentIndex() - 1) % len(self._tabs))

    def last(self) -> None:
        """The tab at the end."""
        self._go(len(self._tabs) - 1)

    def home(self) -> None:
        """Today."""
        self._go(HOME)

    def chooser(self, number: int) -> Callable[[], None]:
        """A command that goes to the tab of this number, counted from 1 beside Today."""
        return _Choose(self, number)

    def go_to(self, number: int) -> None:
        """The tab of this number, if there are so many."""
        if number < len(self._tabs):
            self._go(number)

    def state(self) -> dict[str, Any]:
        """The open tabs in their order, each with where it stands."""
        tabs = [tab.state() for tab in self._tabs]
        return {"tabs": tabs[1:], "today": tabs[HOME]["state"], "current": self._strip.currentIndex()}

    def restore(self, state: dict[str, Any]) -> None:
        """Open the tabs of the last time; only the current one is built."""
        today = state.get("today")
        self._tabs[HOME].waiting = today if isinstance(today, dict) else {}
        saved = state.get("tabs")
        for each in saved if isinstance(saved, list) else []:
            tab = _tab_from(each)
            if tab is not None and self._at(tab.place) is None:
                self._add(tab)
        self._tell.start()
        current = state.get("current")
        self._go(current if isinstance(current, int) and 0 <= current < len(self._tabs) else HOME)
        self._show(self._strip.currentIndex())

    def stop(self) -> None:
        """The window closes, and maybe the office with it: nothing more is read."""
        self._tell.stop()

    def settle(self) -> None:
        """Every page puts what is typed where it is kept."""
        for tab in self._tabs:
            if tab.page is not None:
                _settle(tab.page)

    def _at(self, place: Place) -> int | None:
        for at, tab in enumerate(self._tabs):
            if (tab.place.kind, tab.place.id) == (place.kind, place.id):
                return at
        return None

    def _add(self, tab: _Tab) -> int | None:
        """Put a tab at the end, its glyph to be told; None when what it shows is not there any more."""
        name = self._name(tab.place)
        if name is None:
            return None
        self._tabs.append(tab)
        self._untold.append(tab)
        return self._strip.add(name, icon=_ICONS.get(tab.place.kind, "user"))

    def _name(self, place: Place) -> str | None:
        named = {"settings": _("Settings"), "new": _("New relationship"), "today": _("Today"),
                 "meetings": _("Meetings"), "searches": _("Searches")}  # fmt: skip
        if place.kind in named or place.kind not in self._makers.names:
            return named.get(place.kind)
        try:
            return self._makers.names[place.kind](self._desk.office, place.id)
        except NotFoundError:
            return None

    def _tell_some(self) -> None:
        """Show names and glyphs of a few tabs; a glyph takes a millisecond, so the others wait for the next turn."""
        now, self._untold = self._untold[:_AT_ONCE], self._untold[_AT_ONCE:]
        for tab in now:
            name = self._name(tab.place) if tab in self._tabs else None
            if name is not None:
                manager = tab.place.kind == "manager"
                facts = self._makers.facts(self._desk.office, tab.place.id) if manager else None
                self._strip.show_facts(self._tabs.index(tab), *(facts or (name, None)))
        if self._untold:
            self._tell.start()

    def _go(self, at: int) -> None:
        if at == self._strip.currentIndex():
            self._show(at)
        self._strip.setCurrentIndex(at)

    def _show(self, at: int) -> None:
        """The page of a tab, built now if it never was."""
        if not 0 <= at < len(self._tabs):
            return
        tab = self._tabs[at]
        if tab.page is None:
            tab.page = self._makers.pages[tab.place.kind](self._desk, tab.place)
            self.addWidget(tab.page)
            tab.page.restore(tab.waiting or {"section": tab.place.section})  # only what is asked for is built
        self._turn_to(tab.page)
        asked, tab.asked = tab.asked, None
        if asked is not None and hasattr(tab.page, "show_place"):
            tab.page.show_place(asked)
        self.moved.emit()

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; what is hidden is left out when Qt holds back all painting here, part by part of every page."""
        before = self.currentWidget()
        if before is not None and before is not page:
            before.setUpdatesEnabled(False)
        page.setUpdatesEnabled(True)
        self.setCurrentWidget(page)

    def _moved_tab(self, start: int, end: int) -> None:
        self._tabs.insert(end, self._tabs.pop(start))
        self.moved.emit()

    def _on_changed(self, change: Change) -> None:
        """Names and glyphs follow; a tab whose person is gone closes."""
        tables = {table for table, _row in change.touched}
        if not tables & {"manager", "search", "talk", "check_in", "satisfaction", "presentation"}:
            return
        for at in range(len(self._tabs) - 1, HOME, -1):
            if self._name(self._tabs[at].place) is None:
                self.close_tab(at)
        self._untold = self._tabs[HOME + 1 :]
        self._tell_some()


class _Choose:
    """A command for the tab of a number."""

    def __init__(self, pages: Pages, number: int) -> None:
        self._pages, self._number = pages, number

    def __call__(self) -> None:
        self._pages.go_to(self._number)


def _tab_from(saved: Any) -> _Tab | None:
    """A tab from what was kept; None when that makes no sense."""
    if not isinstance(saved, dict) or not isinstance(saved.get("kind"), str) or not isinstance(saved.get("id"), int):
        return None
    state = saved.get("state")
    return _Tab(Place(saved["kind"], saved["id"]), state if isinstance(state, dict) else {})


def _has_keyboard(page: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and page.isAncestorOf(focused)


def _settle(page: Any) -> None:
    """A page with something typed keeps it now."""
    if hasattr(page, "settle"):
        page.settle()
