"""The sidebar: Today, the relationships with filter and order, settings; or a narrow rail of pictures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.services import sidebar
from app.services.changes import Change
from app.services.sidebar import Row
from app.words import _, plural
from ui.desk import Desk, Place
from ui.kit import mirror
from ui.kit.button import IconButton
from ui.kit.card import Ground
from ui.kit.field import Line
from ui.kit.listing import Listing
from ui.kit.person_menu import Care, PersonMenu
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.sidebar_parts import PlaceButton, WhereItLies
from ui.sidebar_people import RAIL_HEIGHT, ROW_HEIGHT, People, PersonDelegate
from ui.theme import size

_WIDE, _WIDEST, _RAIL = 252, 300, 57
_FIRST_ROWS = 12  # enough for the first picture; further words are read as rows come into sight
_COUNT_AFTER_MS = 200
_FILTER_MOST = 200
_SET_ASIDE = "set-aside"
_PARTS = {"search": "searches"}  # what is part of a place stands there too
_TOUCHES_LIST = {"manager", "talk", "check_in", "satisfaction", "presentation", "expectation", "wording"}


class Sidebar(Ground):
    """Where you are, who there is, and how they stand."""

    spoken_as = QAccessible.Role.Grouping

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("chrome", parent, right=True)
        self.desk = desk
        self._narrow, self._sort, self._set_aside = False, "attention", False
        self._counted = False
        self._places = {
            "today": PlaceButton("sun", _("Today")), "meetings": PlaceButton("calendar-days", _("Meetings")),
            "searches": PlaceButton("briefcase", _("Searches")),
        }  # fmt: skip
        self._settings = PlaceButton("settings", _("Settings"), quiet=True)
        self._where = WhereItLies(_("On this computer"))
        self._heading = Label(_("Relationships"), "captionMedium", "text2")
        self._order = IconButton("arrow-down-up", _("Order of relationships"))
        self._add = IconButton("plus", _("New relationship"))
        self._filter = Line(_("Filter by name or company"), limit=_FILTER_MOST, icon="search")
        self._people = People(self)
        self._list = Listing(_("Relationships"), row_height=size(ROW_HEIGHT))
        self._delegate = PersonDelegate(self._people, self._list)
        self._nobody = Label(_("People you recruit for will be listed here."), "caption", "text2", wrap=True)
        self._count_soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self.setAccessibleName(_("Sidebar"))
        self._filter.setAccessibleName(_("Filter relationships"))
        self._list.setObjectName("relationships")
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew, and how everybody stands."""
        self._people.forget_words()
        self._show_rows()

    def _show_rows(self) -> None:
        """Who is listed in which order; the health words that were read stay."""
        office, words = self.desk.office, self._filter.text()
        rows = sidebar.rows(office, sort=self._sort, words=words)
        if self._set_aside:
            rows += sidebar.rows(office, sort="name", words=words, set_aside=True)
        current = self._current()
        self._people.show(rows)
        if current is not None:
            self._list.setCurrentIndex(self._people.index(self._people.place_of(current.id), 0))
        self._say_nobody(bool(rows), bool(words.strip()))
        self._read_words()

    def show_place(self, place: Place) -> None:
        """Mark where the window is."""
        for kind, button in (*self._places.items(), ("settings", self._settings)):
            button.stand_here(kind in (place.kind, _PARTS.get(place.kind)))
        before, self._delegate.shown = self._delegate.shown, place.id if place.kind == "manager" else 0
        for manager in {before, self._delegate.shown} if before != self._delegate.shown else ():
            self._list.update(self._people.index(self._people.place_of(manager), 0))

    def set_narrow(self, narrow: bool) -> None:
        """A rail of pictures, or everything."""
        self._narrow = self._delegate.narrow = narrow
        for part in (self._heading, self._order, self._add, self._filter, self._where):
            part.setVisible(not narrow)
        self._foot.setContentsMargins(mirror.margins(size(8), size(6), size(8 if narrow else 16), size(6)))
        for button in (*self._places.values(), self._settings):
            button.set_narrow(narrow)
        bars = Qt.ScrollBarPolicy  # a rail has no room for one beside its glyphs; keys and wheel scroll it
        self._list.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if narrow else bars.ScrollBarAsNeeded)
        self._fit()
        self._say_nobody(bool(self._people.records), bool(self._filter.text().strip()))

    def focus_filter(self) -> None:
        """The keyboard into the filter; a rail becomes wide for it."""
        if self._narrow:
            self.desk.command("sidebar")
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def focus_content(self) -> None:
        """The keyboard into the list, or to Today when nobody is listed."""
        (self._list if self._people.records else self._places["today"]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the filter; Down goes from it into the list, Enter opens the first one found."""
        in_filter = self._filter.hasFocus()
        if event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        elif in_filter and event.key() == Qt.Key.Key_Down:
            self._list.setFocus()
        elif in_filter and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._people.records:
            self._open(0)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may be seen."""
        super().resizeEvent(event)
        self._read_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What waits today is counted after the first picture."""
        super().paintEvent(event)
        if not self._counted:
            self._counted = True
            self._count_soon.start()

    def changeEvent(self, event: QEvent) -> None:
        """A new look: other heights and widths."""
        if event.type() == QEvent.Type.PaletteChange:
            self._fit()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._list.setModel(self._people)
        self._list.setItemDelegate(self._delegate)
        self._list.setSelectionMode(Listing.SelectionMode.NoSelection)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heading = QHBoxLayout()
        heading.setContentsMargins(mirror.margins(size(18), 0, size(11), 0))
        heading.setSpacing(0)
        for part in (self._heading, self._order, self._add):
            heading.addWidget(part)
        heading.insertStretch(1)
        filter_row, top = QHBoxLayout(), QVBoxLayout()
        filter_row.setContentsMargins(size(16), 0, size(16), 0)
        filter_row.addWidget(self._filter)
        top.setContentsMargins(size(8), size(12), size(8), 0)
        top.setSpacing(size(1))
        for button in self._places.values():
            top.addWidget(button)
        nobody = QWidget()
        empty = QVBoxLayout(nobody)
        empty.setContentsMargins(size(18), 0, size(18), 0)
        empty.addWidget(self._nobody)
        empty.addStretch()
        self._middle = QStackedWidget()  # not a bare layout, which would show its first page as a window
        for page in (self._list, nobody):
            self._middle.addWidget(page)
        foot = Ground("chrome", top=True)
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(mirror.margins(size(8), size(6), size(16), size(6)))
        self._foot.setSpacing(size(8))
        self._foot.addWidget(self._settings)
        self._foot.addWidget(self._where)
        column = QVBoxLayout(self)
        column.setContentsMargins(mirror.margins(0, 0, 1, 0))
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(size(12))
        column.addLayout(heading)
        column.addSpacing(size(2))
        column.addLayout(filter_row)
        column.addSpacing(size(6))
        column.addWidget(self._middle, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        for kind, button in (*self._places.items(), ("settings", self._settings)):
            button.setObjectName(kind)
            button.clicked.connect(self._open_place)
        self._add.clicked.connect(self._new)
        self._order.clicked.connect(self._show_orders)
        self._filter.textChanged.connect(self._filtered)
        self._filter.refused.connect(self.desk.say)
        self._list.opened.connect(self._open)
        self._list.clicked_at.connect(self._open)
        self._list.edited.connect(self._edit)
        self._list.deleted.connect(self._archive)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.verticalScrollBar().valueChanged.connect(self._read_words)
        self._count_soon.timeout.connect(self._count)
        self.desk.bridge.changed.connect(self._on_changed)

    def _fit(self) -> None:
        self.setFixedWidth(size(_RAIL) if self._narrow else min(size(_WIDE), _WIDEST))
        self._list.set_row_height(size(RAIL_HEIGHT if self._narrow else ROW_HEIGHT))

    def _say_nobody(self, anybody: bool, filtered: bool) -> None:
        self._filter.setVisible(not self._narrow and (anybody or filtered))
        self._nobody.setText(
            _("Nobody fits these words.") if filtered else _("People you recruit for will be listed here.")
        )
        self._nobody.setVisible(not self._narrow)
        self._middle.setCurrentIndex(0 if anybody else 1)

    def _read_words(self) -> None:
        """The health words of the rows in sight."""
        height = max(self._list.verticalHeader().defaultSectionSize(), 1)
        seen = max(self._list.viewport().height() // height + 2, _FIRST_ROWS) if self.isVisible() else _FIRST_ROWS
        unread = self._people.unread(max(self._list.rowAt(0), 0), seen)
        if unread:
            self._people.show_words(sidebar.words_of(self.desk.office, unread))

    def _count(self) -> None:
        if not self.isVisible():  # closed, and maybe the office with it
            return
        from app.services import search_list, today

        self._places["today"].show_count(today.current(self.desk.office).count)
        self._places["searches"].show_count(search_list.count_open(self.desk.office))

    def _current(self) -> Row | None:
        at = self._list.current_row()
        return self._people.records[at] if 0 <= at < len(self._people.records) else None

    def _open(self, at: int, _where: QPoint | None = None) -> None:
        self.desk.open(Place("manager", self._people.records[at].id))

    def _open_place(self) -> None:
        self.desk.open(Place(self.sender().objectName()))

    def _new(self) -> None:
        self.desk.command("new-relationship")

    def _filtered(self) -> None:
        self._show_rows()
        self._list.setCurrentIndex(self._people.index(0, 0))
        found = len(self._people.records)
        if self._filter.text().strip():
            announce(self._filter, plural("{count} relationship", "{count} relationships", found))

    def _show_orders(self) -> None:
        menu = QMenu(self)
        for key, words in (*sidebar.sorts(), (_SET_ASIDE, _("Show archived and parted"))):
            if key == _SET_ASIDE:
                menu.addSeparator()
            action = menu.addAction(words)
            action.setObjectName(key)
            action.setCheckable(True)
            action.setChecked(self._set_aside if key == _SET_ASIDE else key == self._sort)
        menu.triggered.connect(self._ordered)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._order.mapToGlobal(self._order.rect().bottomLeft()))

    def _ordered(self, action: QAction) -> None:
        if action.objectName() == _SET_ASIDE:
            self._set_aside = not self._set_aside
        else:
            self._sort = action.objectName()
        self.refresh()

    def _show_menu(self, where: QPoint) -> None:
        at = self._list.rowAt(where.y())
        at = at if at >= 0 else self._list.current_row()
        if at >= 0:
            self._list.select(at)
            row = self._people.records[at]
            PersonMenu(self.desk, row.id, row.status, self).popup(self._list.viewport().mapToGlobal(where))

    def _edit(self, at: int) -> None:
        self._care(at).edit()

    def _archive(self, at: int) -> None:
        self._care(at).archive()

    def _care(self, at: int) -> Care:
        row = self._people.records[at]
        return Care(self.desk, row.id, row.status, self._list)

    def _on_changed(self, change: Change) -> None:
        self._count_soon.start()
        if any(table in _TOUCHES_LIST for table, _row in change.touched):
            self.refresh()
