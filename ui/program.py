"""The window program: Qt, the look, the office, the window, and what happens when the office cannot be opened."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import one_window, surroundings
from app.domain.errors import AppError, StorageError
from app.one_window import Claim
from app.services import live
from app.services.changes import Change
from app.services.office import Office, open_office
from app.settings import Font, Settings
from app.words import _
from ui.crash import Crashes
from ui.garbage import Collector
from ui.kit import spoken
from ui.listening import Listening
from ui.places import makers
from ui.staying import Staying
from ui.theme import look
from ui.window import Window

if TYPE_CHECKING:
    from ui.trouble.page import TroublePage

_SEEN_MS = 300  # by then the first picture was seen
_NOTICE_MS = 200  # how often Python looks whether the session wants to end


class _Left(NamedTuple):
    """What a lost window still held: the texts by their place, and where it stood."""

    folder: Path
    typed: dict[str, str]
    standing: dict[str, Any]


class Program(QObject):
    """Everything that lives as long as the program runs: one office at a time, and the window over it."""

    def __init__(self, app: QApplication, clock: Callable[[], datetime], zone: ZoneInfo) -> None:
        super().__init__(app)
        self._app, self._clock, self._zone = app, clock, zone
        self._folder, self._home = Path(), Path()
        self._claim: Claim | None = None
        self._office: Office | None = None
        self._left: _Left | None = None
        self.window: Window | None = None
        self.trouble: TroublePage | None = None
        self._listening = Listening(self)
        self._listening.asked.connect(self._raise)
        self._crashes = Crashes(self._is_lost, self)
        self._crashes.happened.connect(self._crashed)
        self._crashes.install()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        hints.accessibility().contrastPreferenceChanged.connect(self._dress)

    def begin(self, folder: Path, claim: Claim) -> None:
        """Open the first office; the folder is this process's to write in, or the claim says why not."""
        self._folder, self._claim = folder, claim
        self._home = surroundings.data_folder() if folder == surroundings.sample_folder() else folder
        self._open()

    def go_to(self, folder: Path) -> None:
        """Leave the open office and open another; where another window has that one, it comes to the front."""
        if self._office is not None and folder.resolve() == self._folder.resolve():
            return
        claim = one_window.enter(folder, patience=0)
        if claim is None:
            return
        self._leave()
        self._folder, self._claim = folder, claim
        self._open()

    def end(self) -> None:
        """Keep what is typed and close; also when the session ends."""
        self._leave()
        self._app.quit()

    def _open(self) -> None:
        """The office's window, or the page that says why there is none."""
        claim = self._claim
        if claim is None or claim.is_held:
            self._show_trouble(claim.sentence if claim else "")
            return
        try:
            office = open_office(self._folder, clock=self._clock, zone=self._zone, create=claim.is_ours)
        except StorageError as error:
            self._show_trouble(str(error))
            return
        self._office = office
        self._give_back(office)
        if self._is_lost():
            self._lost_again(office)
            return
        self._dress()
        self._show_window(office, claim)

    def _show_window(self, office: Office, claim: Claim) -> None:
        self.window = window = Window(office, makers(), sample=office.is_sample)
        window.bridge.changed.connect(self._on_changed)
        window.bridge.lost.connect(self._lose)
        self._staying = Staying(window, self._app.quit)
        window.sample_asked.connect(self._toggle_sample)
        if claim.is_ours:
            self._listening.listen(self._folder)
        else:
            window.warn(_("This office can only be read"), claim.sentence)
        window.show()
        QTimer.singleShot(_SEEN_MS, self._once_seen)
        self._drop_trouble()

    def _once_seen(self) -> None:
        """What can wait until the window is seen: a meeting to go on with, room for a full disk, old drafts."""
        if self.window is None or self._office is None:
            return
        from ui.once_seen import complete

        complete(self.window)
        if self._claim is not None and self._claim.is_ours:
            live.keep_reserve(self._office)
            live.sweep(self._office)

    def _leave(self) -> None:
        """Close the window and the office, and let the next one in."""
        self._listening.close()
        if self.window is not None:
            self._staying.release()
            self.window.close()
            self.window.bridge.stop()
            self.window.deleteLater()
            self.window = None
        if self._office is not None:
            self._office.close()
            self._office = None
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def _toggle_sample(self) -> None:
        """Into the sample office, or back to the person's own."""
        sample = surroundings.sample_folder()
        if self._folder != self._home:
            self.go_to(self._home)
            return
        from app.services.sample import write_once

        try:
            write_once(sample, day=self._clock().astimezone(self._zone).date(), zone=self._zone)
        except AppError as error:
            self._crashed(str(error))
            return
        self.go_to(sample)

    def _dress(self) -> None:
        """The look the person chose, or the system's."""
        chosen = self._office.settings if self._office is not None else Settings()
        hints = QGuiApplication.styleHints()  # named, so that what it gives lives as long
        contrast = hints.accessibility().contrastPreference()
        look.show(
            self._app,
            theme=chosen.theme.value,
            percent=chosen.text_size,
            system_font=chosen.font is Font.SYSTEM,
            contrast=contrast == Qt.ContrastPreference.HighContrast,
        )

    def _on_changed(self, change: Change) -> None:
        if any(table == "setting" for table, _row in change.touched):
            self._dress()

    def _raise(self) -> None:
        if self.window is not None:
            self.window.raise_up()

    def _is_lost(self) -> bool:
        """Whether a save failed so badly that the office must be opened anew."""
        return self._office is not None and bool(live.loss(self._office))

    def _lose(self) -> None:
        """The page with "Try again" in place of the window, when what the window is just doing is over."""
        QTimer.singleShot(0, self._let_go)

    def _let_go(self) -> None:
        if self.window is None or self._office is None or not self._is_lost():
            return
        window, sentence = self.window, live.loss(self._office)
        standing = window.standing()
        self._leave()
        before = self._left.typed if self._left is not None and self._left.folder == self._folder else {}
        self._left = _Left(self._folder, {**before, **window.bridge.unsaved()}, standing)
        self._show_trouble(sentence)

    def _lost_again(self, office: Office) -> None:
        """The disk fails still."""
        self._leave()
        self._show_trouble(live.loss(office))

    def _give_back(self, office: Office) -> None:
        """What could not be kept is in its own place again; while the file still fails, it waits for the next time."""
        left = self._left
        if left is None or left.folder != self._folder:
            return
        try:
            for place, text in left.typed.items():
                live.keep_draft(office, place, text)
            live.keep_window(office, left.standing)
        except AppError:
            return
        self._left = None

    def _crashed(self, sentence: str) -> None:
        if self._is_lost():
            self._lose()
        elif self.window is not None:
            self.window.desk.say(sentence)

    def _show_trouble(self, sentence: str) -> None:
        from ui.trouble.page import TroublePage

        self._drop_trouble()
        self._dress()
        self.trouble = TroublePage(sentence, self._folder)
        self.trouble.left.connect(self._app.quit)
        self.trouble.again.connect(self._try_again)
        self.trouble.elsewhere.connect(self.go_to)
        self.trouble.sample.connect(self._toggle_sample)
        self.trouble.show()

    def _drop_trouble(self) -> None:
        """The page that said why not has done its work; its closing is not the end of the program."""
        if self.trouble is not None:
            leaving, self.trouble = self.trouble, None
            leaving.left.disconnect(self._app.quit)
            leaving.close()
            leaving.deleteLater()

    def _try_again(self) -> None:
        if self._claim is not None:
            self._claim.release()
            self._claim = None
        self.go_to(self._folder)


def run(folder: Path, *, sample: bool, clock: Callable[[], datetime], zone: ZoneInfo, claim: Claim) -> int:
    """Show the window of an office until it is closed; the exit code."""
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([*sys.argv[:1], *look.BASE_STYLE])
    app.setApplicationName("rapport")
    app.setDesktopFileName("rapport")
    app.setQuitOnLastWindowClosed(False)
    look.start(app)
    spoken.start()
    program = Program(app, clock, zone)
    for wish in (signal.SIGINT, signal.SIGTERM, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ())):
        # Python hears a signal in the middle of whatever it does; the end comes after that.
        signal.signal(wish, lambda *_: QTimer.singleShot(0, program.end))
    notice = QTimer(program, interval=_NOTICE_MS)
    notice.timeout.connect(_let_python_look)
    notice.start()
    QTimer.singleShot(_SEEN_MS, lambda: _collect_again(app))
    program.begin(folder, claim)
    return app.exec()


def _collect_again(app: QApplication) -> None:
    """Look for garbage from now on; what the start made stays, so it is not looked through each time."""
    gc.freeze()
    Collector(app)


def _let_python_look() -> None:
    """Run a line of Python now and then, so that a signal is heard while Qt waits."""
