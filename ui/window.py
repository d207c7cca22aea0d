"""The one window: sidebar, tab strip, the page of the current tab; a meeting takes all of it.

It routes places to pages and commands to whoever answers them. Pages are built when they are first shown and dropped
when their tab is closed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.services import live
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.actions import MAC, Actions
from ui.bridge import Bridge
from ui.desk import Desk, Place
from ui.find_button import FindButton
from ui.kit.banner import Banner
from ui.kit.button import IconButton
from ui.kit.card import Ground
from ui.kit.chip import PressChip
from ui.kit.plain import menu_words
from ui.kit.toast import Toast
from ui.makers import Makers
from ui.pages import Pages
from ui.placing import within
from ui.regions import go_round
from ui.tab_row import TabRow
from ui.tabs import TabStrip
from ui.theme import size

_DEFAULT, _LEAST, _NARROW = (1280, 800), (960, 640), 1100
_KEEP_MS = 1_000


class Window(QMainWindow):
    """Rapport's window over one open office."""

    closed = Signal()
    left = Signal()
    sample_asked = Signal()

    def __init__(self, office: Office, makers: Makers, *, sample: bool = False) -> None:
        super().__init__()
        self.bridge = Bridge(office, self)
        self.desk = Desk(office, self.bridge)
        self._makers = makers
        self._narrow_asked: bool | None = None
        self._kept: dict[str, Any] = {}
        self.setWindowTitle(_("Rapport (Sample)") if sample else _("Rapport"))
        self.setMinimumSize(*_LEAST)
        self.resize(*_DEFAULT)
        self.actions_ = Actions(self)
        self.strip = TabStrip()
        self.pages = Pages(self.desk, self.strip, makers)
        self.sidebar = makers.sidebar(self.desk)
        self._full: Any = None
        self._palette: Any = None
        self._build(sample)
        self.toast = Toast(self._content)
        self._connect()
        self._keep = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep.timeout.connect(self.keep_state)
        self._restore(live.window(office))

    def open(self, place: Place) -> None:
        """Go somewhere; a manager or a document is never open twice."""
        if place.kind in self._makers.windows:
            self._makers.windows[place.kind](self.desk, place, self).show()
        elif place.kind in self._makers.full:
            self._show_full(place)
        else:
            self._leave_full()
            self.pages.open(place)

    def run(self, name: str) -> None:
        """Do what a command does."""
        if name == "page-changed":
            self._page_changed()
        elif name == "sample":
            self.sample_asked.emit()
        else:
            self.actions_.run(name)

    def keep_state(self) -> None:
        """Keep the window's size, place, tabs and where each stands; a failure is not worth a word."""
        state = self.standing()
        if state == self._kept:
            return
        try:
            live.keep_window(self.desk.office, state)
        except AppError:
            return
        self._kept = state

    def standing(self) -> dict[str, Any]:
        """The window's size, place, tabs, and where each stands."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        return {"geometry": geometry, "narrow": self._narrow_asked, **self.pages.state()}

    def raise_up(self) -> None:
        """Come to the front: a second start asked for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def put_above(self, bar: QWidget) -> None:
        """A line above every page, which shows and hides itself."""
        self._above.insertWidget(0, bar)

    def warn(self, title: str, sentence: str) -> None:
        """A banner about the data itself, at the top of the page; the same one only once."""
        if title in self._banners and self._banners[title].sentence != sentence:
            self.calm(title)
        if title not in self._banners:
            self._banners[title] = Banner(title, sentence)
            self._above.addWidget(self._banners[title])

    def calm(self, title: str) -> None:
        """The banner goes: what it said is over."""
        banner = self._banners.pop(title, None)
        if banner is not None:
            self._above.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def settle(self) -> None:
        """Everything typed is put where it is kept."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.pages.settle()
        if hasattr(self._full, "settle"):
            self._full.settle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything typed is kept before the window goes."""
        self.settle()
        self.pages.stop()
        if not live.loss(self.desk.office):
            self._leave_full()
            self.keep_state()
        super().closeEvent(event)
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the page."""
        super().showEvent(event)
        page = self.pages.current()
        if page is not None and not event.spontaneous():
            page.focus_content()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar follows the width, unless it was set by hand."""
        super().resizeEvent(event)
        self._fit_sidebar()
        self._keep.start()

    def _build(self, sample: bool) -> None:
        self._content = Ground("canvas")
        self._menu = IconButton("ellipsis", _("Menu"))
        self._find = FindButton("Ctrl+K")
        self._menu.clicked.connect(self._show_menu)
        bar = Ground("chrome", bottom=True)
        top = QHBoxLayout(bar)
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(TabRow(self.strip), 1)
        if sample:
            leave = PressChip(_("Sample · Close"), "risk")
            leave.setToolTip(_("Close the sample and go back to your own office"))
            leave.clicked.connect(self.sample_asked)
            top.addWidget(leave)
        top.addWidget(self._find)
        top.addWidget(self._menu)
        if sys.platform == MAC:  # there the menus stand at the top of the screen
            self._menu.hide()
            for menu in self.actions_.menus(self):
                self.menuBar().addMenu(menu)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(24, 0, 24, 0)
        self._banners: dict[str, Banner] = {}
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self._above, self.pages):
            column.addLayout(part) if isinstance(part, QVBoxLayout) else column.addWidget(part)
        column.setStretch(2, 1)
        desk_side = QWidget()
        row = QHBoxLayout(desk_side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._content, 1)
        self._root = QStackedWidget()
        self._root.addWidget(desk_side)
        self.setCentralWidget(self._root)

    def _connect(self) -> None:
        self.desk.asked.connect(self.open)
        self.desk.asked_beside.connect(self.pages.open_beside)
        self.desk.said.connect(self._say)
        self.desk.commanded.connect(self.run)
        self.bridge.refused.connect(self._say)
        self.bridge.troubled.connect(self._troubled)
        self.bridge.back.connect(self._in_reach)
        self.bridge.full.connect(self._full_disk)
        self.bridge.roomy.connect(self._room_again)
        self.bridge.changed.connect(self._on_changed)
        self.toast.undo.connect(self._undo)
        self._find.clicked.connect(self._show_palette)
        self.pages.moved.connect(self._page_changed)
        self.actions_.answer({
            "undo": self._undo, "redo": self._redo, "close-tab": self.pages.close_current,
            "reopen-tab": self.pages.reopen, "next-tab": self.pages.next, "previous-tab": self.pages.previous,
            "last-tab": self.pages.last, "today": self.pages.home, "sidebar": self._toggle_sidebar,
            "all-meetings": self._meetings, "all-searches": self._searches, "settings": self._settings,
            "new-relationship": self._new_relationship, "quit": self._quit, "palette": self._show_palette,
            "log": self._ask_whom, "keys": self._show_keys, "filter": self.sidebar.focus_filter,
            "menu": self._show_menu, "next-region": self._next_region, "previous-region": self._previous_region,
            **{f"tab-{n}": self.pages.chooser(n) for n in range(1, 9)},
        })  # fmt: skip

    def _restore(self, state: dict[str, Any]) -> None:
        geometry = state.get("geometry")
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))
            self.setGeometry(within(self.geometry(), [each.availableGeometry() for each in QApplication.screens()]))
        narrow = state.get("narrow")
        self._narrow_asked = narrow if isinstance(narrow, bool) else None
        self.pages.restore(state)
        self._fit_sidebar()
        self._page_changed()

    def _fit_sidebar(self) -> None:
        narrow = self.width() < _NARROW if self._narrow_asked is None else self._narrow_asked
        self.sidebar.set_narrow(narrow)
        self._find.set_narrow(self.width() < size(_NARROW))

    def _toggle_sidebar(self) -> None:
        now = self.width() < _NARROW if self._narrow_asked is None else self._narrow_asked
        self._narrow_asked = not now
        self._fit_sidebar()
        self._keep.start()

    def _show_full(self, place: Place) -> None:
        self._leave_full()
        self._full = self._makers.full[place.kind](self.desk, place)
        self._root.addWidget(self._full)
        self._root.setCurrentWidget(self._full)
        self.toast.stand_over(getattr(self._full, "toast_ground", self._full))
        self._page_changed()
        self._full.focus_content()

    def _leave_full(self) -> None:
        if self._full is not None:
            leaving, self._full = self._full, None
            if hasattr(leaving, "settle"):
                leaving.settle()
            self.toast.stand_over(self._content)
            self._root.removeWidget(leaving)
            leaving.deleteLater()
            self._page_changed()

    def _page_changed(self) -> None:
        page: Any = self._full or self.pages.current()
        self.actions_.answer_on_page(page.commands() if page is not None else {})
        self.sidebar.show_place(self.pages.place())
        names = live.names(self.desk.office)
        for key, plain, named, label in (
            ("undo", _("Undo"), _("Undo: {label}"), names.undo), ("redo", _("Redo"), _("Redo: {label}"), names.redo),
        ):  # fmt: skip
            self.actions_.all[key].setText(menu_words(named.format(label=label)) if label else plain)
        self._keep.start()

    def _say(self, words: str, undo: bool = False) -> None:
        self.toast.say(words, undo=undo)

    def _troubled(self, sentence: str) -> None:
        self.warn(_("The office’s file is out of reach"), sentence)

    def _in_reach(self) -> None:
        self.calm(_("The office’s file is out of reach"))

    def _full_disk(self) -> None:
        self.warn(_("The disk is full"), _("This was saved with the last room kept for it. Free some space now."))

    def _room_again(self) -> None:
        self.calm(_("The disk is full"))

    def _on_changed(self, _change: Change) -> None:
        self._page_changed()

    def _undo(self) -> None:
        self.bridge.do(_Reverse(live.undo, self.desk.office), then=self._told)

    def _redo(self) -> None:
        self.bridge.do(_Reverse(live.redo, self.desk.office), then=self._told)

    def _told(self, change: Change) -> None:
        self._say(change.label)

    def _settings(self) -> None:
        self.open(Place("settings"))

    def _meetings(self) -> None:
        self.open(Place("meetings"))

    def _searches(self) -> None:
        self.open(Place("searches"))

    def _new_relationship(self) -> None:
        self.open(Place("new"))

    def _quit(self) -> None:
        self.close()
        self.left.emit()

    def _show_palette(self) -> None:
        """Over the window; the same key closes it again."""
        if self._palette is not None and self._palette.isVisible():
            self._palette.close()
        else:
            self._made_palette().show()

    def _show_keys(self) -> None:
        """Over the window; the same key closes it again."""
        shown = self.findChild(QWidget, "keys")
        if shown is not None and shown.isVisible():
            shown.close()
        else:
            self.open(Place("keys"))

    def _ask_whom(self) -> None:
        """Log a talk where nobody's tab is shown: the palette asks with whom."""
        palette = self._made_palette()
        palette.ask_who("")
        palette.show()

    def _made_palette(self) -> Any:
        here = self.pages.place() if self._full is None else Place("meeting")
        self._palette = self._makers.palette(self.desk, self.actions_.answered(), here, self)
        self._palette.destroyed.connect(self._forget_palette)
        return self._palette

    def _forget_palette(self) -> None:
        self._palette = None

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for part in self.actions_.menus(menu):
            menu.addMenu(part)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    def _next_region(self) -> None:
        self._go_region(1)

    def _previous_region(self) -> None:
        self._go_region(-1)

    def _go_region(self, step: int) -> None:
        """Sidebar, tab strip, what the page says its parts are: the keyboard goes round."""
        page = self.pages.current()
        regions = [(self.sidebar, self.sidebar.focus_content), (self.strip, self.strip.setFocus)]
        if page is not None:
            regions += page.regions() if hasattr(page, "regions") else [(page, page.focus_content)]
        go_round(regions, step)


class _Reverse:
    """Undo or redo as a use case."""

    def __init__(self, reverse: Callable[[Office], Change], office: Office) -> None:
        self._reverse, self._office = reverse, office

    def __call__(self) -> Change:
        return self._reverse(self._office)
