"""The head of a manager's tab: who it is, how it stands, and what is done most: email, meeting, log."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import NotFoundError
from app.domain.managers import HiringManager, ManagerId
from app.services import meetings
from app.services.changes import Change
from app.services.header import Standing, standing
from app.services.still_open import still_open
from app.words import _
from ui.desk import Desk, Place
from ui.kit import mirror
from ui.kit.avatar import Avatar
from ui.kit.button import Button, IconButton
from ui.kit.order import follow
from ui.kit.person_menu import Care, PersonMenu
from ui.kit.scrolling import MARGIN, PAGE_LIMIT
from ui.kit.words import Elided
from ui.relationship.manager_editor import ManagerEditor
from ui.relationship.status_line import StatusLine
from ui.relationship.still_open import StillOpenList
from ui.theme import size

_WORDLESS, _BETWEEN = 720, 8
_MINUTE_MS = 60_000
_TOUCHES = {"manager", "talk", "check_in", "presentation", "satisfaction", "meeting"}


class Header(QWidget):
    """Picture, name, status line, actions; the details are edited in its place."""

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, ManagerId(manager)
        self._known: HiringManager = desk.office.managers.get(manager)
        self._care = Care(desk, manager, self._known.status.value, self)
        self._editor: ManagerEditor | None = None
        self._listed: StillOpenList | None = None
        self._was_hidden = False
        self._avatar = Avatar(manager, self._known.name, 46)
        self._title = Elided("", "title")
        self._status = StatusLine()
        self._email = IconButton("mail", _("Email"), kind="standard")
        self._meet = Button(_("Start meeting"), icon="play")
        self._log = Button(_("Log"), icon="plus", kind="primary")
        self._more = IconButton("ellipsis", _("More"))
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._title.setObjectName("manager-name")
        self._status.setObjectName("manager-status")
        self._lay_out()
        self._email.clicked.connect(self._write_email)
        self._meet.clicked.connect(self._start_meeting)
        self._log.clicked.connect(self._log_talk)
        self._more.clicked.connect(self._show_more)
        self._minute.timeout.connect(self._minute_over)
        self._minute.start()
        desk.bridge.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Read the manager and how things stand anew; somebody deleted stays as last seen until the tab closes."""
        try:
            found = standing(self._desk.office, self._id)
        except NotFoundError:
            return
        self._show(found)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the head answers on every section."""
        return {
            "meeting": self._meeting, "edit-manager": self.edit, "pause-manager": self._care.pause_or_resume,
            "archive-manager": self.archive, "honest-look": self._care.look,
        }  # fmt: skip

    def focus_actions(self) -> None:
        """The keyboard onto the first of the actions."""
        stops = [
            each for each in (self._email, self._meet, self._log, self._more) if each.isVisible() and each.isEnabled()
        ]
        if stops:
            stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit(self) -> None:
        """The details as fields, below the head."""
        if self._editor is None:
            self._editor = ManagerEditor(self._desk, self._known)
            self._editor.closed.connect(self._edited)
            self._below.addWidget(self._editor)
            follow(self._more, self._editor)
        self._editor.focus_first()

    def archive(self) -> None:
        """Set the relationship aside; what is still open is listed first."""
        office, found = self._desk.office, still_open(self._desk.office, self._id)
        if not found:
            self._care.set_aside()
            return
        if self._listed is None:
            self._listed = StillOpenList(found, self._known, office.now(), office.zone)
            self._listed.saved.connect(self._set_aside)
            self._listed.cancelled.connect(self._unlist)
            self._below.addWidget(self._listed)
            follow(self._more, self._listed)
        self._listed.focus_first()

    def settle(self) -> None:
        """Keep what is typed."""
        if self._editor is not None:
            self._editor.settle()

    def showEvent(self, event: QShowEvent) -> None:
        """A tab that comes back says how things stand now."""
        super().showEvent(event)
        if self._was_hidden:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """What changes from now on is not read."""
        super().hideEvent(event)
        self._was_hidden = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the actions lose their words."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A new look: another width of the words."""
        if event.type() == QEvent.Type.PaletteChange:
            self._fit()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._status)
        self._row = QHBoxLayout()
        self._row.setSpacing(size(_BETWEEN))
        self._row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addSpacing(size(6))
        self._row.addLayout(words, 1)
        for button in (self._email, self._meet, self._log, self._more):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, size(20), MARGIN, size(8))
        self._column.setSpacing(size(12))
        self._column.addLayout(self._row)
        self._column.addLayout(self._below)

    def _show(self, found: Standing) -> None:
        self._known = found.manager
        self._care.status = found.manager.status.value
        name = found.manager.name
        self._title.setText(name)
        self._avatar.show_person(self._id, name)
        self._status.show_standing(found.role, found.word, found.lately)
        self._email.setVisible(bool(found.manager.email))
        self._email.set_name(_("Email {name}").format(name=found.manager.first_name))
        self._log.setAccessibleName(_("Log a talk with {name}").format(name=found.manager.first_name))
        self._more.set_name(_("More about {name}").format(name=found.manager.first_name))
        self._fit()

    def _fit(self) -> None:
        """The page's limit on the right; words on the buttons where the whole line has room beside them."""
        spare = max(0, self.width() - 2 * MARGIN - PAGE_LIMIT)
        self._column.setContentsMargins(mirror.margins(MARGIN, size(20), MARGIN + spare, size(8)))
        room = self.width() - 2 * MARGIN - spare
        for said in ((self._meet, self._log), (self._log,), ()):
            self._give_words(said)
            if room >= max(size(_WORDLESS), self._wanted()):
                break
        self._meet.setAccessibleName(_("Start meeting"))

    def _give_words(self, said: Collection[Button]) -> None:
        for button, words in ((self._meet, _("Start meeting")), (self._log, _("Log"))):
            button.setText(words if button in said else "")
            button.setToolTip("" if button in said else words)

    def _wanted(self) -> int:
        """How wide it is when everything about the person is seen beside the actions as they are."""
        buttons = (each for each in (self._email, self._meet, self._log, self._more) if not each.isHidden())
        actions = sum(each.sizeHint().width() + size(_BETWEEN) for each in buttons)
        return self._avatar.sizeHint().width() + size(_BETWEEN + 6) + self._status.sizeHint().width() + actions

    def _write_email(self) -> None:
        address = QUrl()
        address.setScheme("mailto")
        address.setPath(self._known.email or "")
        if not QDesktopServices.openUrl(address):
            self._desk.say(_("No mail app answered. The address is {email}.").format(email=self._known.email))

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and any(table in _TOUCHES for table, _row in change.touched):
            self.refresh()

    def _minute_over(self) -> None:
        if self.isVisible():
            self.refresh()

    def _start_meeting(self) -> None:
        self._desk.command("meeting")

    def _meeting(self) -> None:
        """Go back to the meeting that runs, or begin one."""
        running = self._desk.office.meetings.running()
        if running is not None:
            self._desk.open(Place("meeting", running.id))
        else:
            self._desk.bridge.do(partial(meetings.begin, self._desk.office, self._id), then=self._begun)

    def _begun(self, change: Change) -> None:
        self._desk.open(Place("meeting", change.id))

    def _log_talk(self) -> None:
        self._desk.command("log")

    def _show_more(self) -> None:
        menu = PersonMenu(self._desk, self._id, self._known.status.value, self, elsewhere=False)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _set_aside(self) -> None:
        self._unlist()
        self._care.set_aside()

    def _unlist(self) -> None:
        listed, self._listed = self._listed, None
        self._take_below(listed)

    def _edited(self) -> None:
        editor, self._editor = self._editor, None
        self._take_below(editor)

    def _take_below(self, part: QWidget | None) -> None:
        """Take away what stood below the head; the keyboard goes back to where it came from."""
        if part is not None:
            self._below.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._more.setFocus()
