"""From a use case to the views that show it: one way in, one signal out.

Everything runs on the window's thread over the office's one connection. A save of ours takes a few milliseconds; when
another program holds the file, it is tried again for five seconds by a timer, so that the window never stands still.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from app.services import live
from app.services.changes import Change
from app.services.office import Office

_TRY_AGAIN_MS, _TRIES = 100, 50
_LOOK_MS = 1_000

Then = Callable[[Change], None]
Failed = Callable[[AppError], None]


class _Job(NamedTuple):
    """One use case on its way, and who wants to know."""

    use_case: Callable[[], Change]
    then: Then | None
    failed: Failed | None
    tries: int = 0


class Bridge(QObject):
    """Runs use cases and tells every view what they touched.

    The file may be out of reach (`troubled`) and come `back`; the disk may be `full` and `roomy` again. Once it is
    `lost`, the office must be opened anew: what was typed is then in `unsaved()`.
    """

    changed = Signal(object)
    refused = Signal(str)
    waiting = Signal(bool)
    troubled = Signal(str)
    back = Signal()
    full = Signal()
    roomy = Signal()
    lost = Signal(str)

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._queue: list[_Job] = []
        self._drafts: dict[str, str] = {}
        self._trouble = ""
        self._is_full = self._loss_told = False
        live.wait_for_reads(office)
        self._seen = live.newest(office)
        self._again = QTimer(self, singleShot=True, interval=_TRY_AGAIN_MS)
        self._again.timeout.connect(self._work)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()

    def do(self, use_case: Callable[[], Change], *, then: Then | None = None, failed: Failed | None = None) -> None:
        """Run one use case; `then` hears of the change, `failed` of a failure, everyone of what was touched."""
        self._queue.append(_Job(use_case, then, failed))
        if not self._again.isActive():
            self._work()

    def stop(self) -> None:
        """Look no more: the office is about to be closed."""
        self._look.stop()
        self._again.stop()

    def look(self) -> None:
        """See what others wrote, such as the terminal, and tell the views."""
        if self._queue:
            return
        try:
            self._seen, change = live.since(self.office, self._seen)
        except live.Busy:
            return
        except AppError as error:
            self._see_loss()
            if str(error) != self._trouble and not self.is_lost():
                self._trouble = str(error)
                self.troubled.emit(self._trouble)
            return
        self._all_is_well()
        if change is not None:
            self.changed.emit(change)

    def keep_draft(self, place: str, text: str) -> None:
        """Keep what is typed at a place; an empty text forgets it. A failure is said, the text stays in its field."""
        self._drafts[place] = text
        if not self._again.isActive():
            self._keep_drafts()

    def draft(self, place: str) -> str:
        """What was typed at a place and not saved."""
        if place in self._drafts or self.is_lost():
            return self._drafts.get(place, "")
        return live.draft(self.office, place)

    def unsaved(self) -> dict[str, str]:
        """What was typed, by its place, and could not be kept."""
        return dict(self._drafts)

    def is_lost(self) -> bool:
        """Whether nothing can be read or saved any more."""
        return bool(live.loss(self.office))

    def is_idle(self) -> bool:
        """Whether nothing waits to be saved."""
        return not self._queue and not self._drafts

    def _work(self) -> None:
        self._keep_drafts()
        while self._queue:
            job = self._queue.pop(0)
            try:
                change, last_room = live.perform(self.office, job.use_case)
            except live.Busy as error:
                if job.tries < _TRIES:
                    self._queue.insert(0, job._replace(tries=job.tries + 1))
                    self.waiting.emit(True)
                    self._again.start()
                    return
                self._finish(job, error)
            except AppError as error:
                self._finish(job, error)
            else:
                self.waiting.emit(False)
                if last_room:
                    self._is_full = True
                    self.full.emit()
                else:
                    self._all_is_well()
                self._seen = live.newest(self.office)
                if job.then is not None:
                    job.then(change)
                self.changed.emit(change)

    def _finish(self, job: _Job, error: AppError) -> None:
        """A use case that could not be done: the one who asked hears of it, else the window says it."""
        self.waiting.emit(False)
        if job.failed is not None:
            job.failed(error)
        else:
            self.refused.emit(str(error))
        self._see_loss()

    def _all_is_well(self) -> None:
        """Something was read or saved: the file is there, and the room for a full disk may be kept again."""
        if self._trouble:
            self._trouble = ""
            self.back.emit()
        if self._is_full and live.keep_reserve(self.office):
            self._is_full = False
            self.roomy.emit()

    def _see_loss(self) -> None:
        """After a save that failed in its last step the file is closed; that is told once."""
        if self.is_lost() and not self._loss_told:
            self._loss_told = True
            self.stop()
            self.lost.emit(live.loss(self.office))

    def _keep_drafts(self) -> None:
        """Keep what is typed; while another program holds the file, the newest text waits for it."""
        for place, text in list(self._drafts.items()):
            try:
                live.keep_draft(self.office, place, text)
            except live.Busy:
                self._again.start()
                return
            except AppError as error:
                if self.is_lost():
                    self._see_loss()
                    return
                self.refused.emit(str(error))
            self._drafts.pop(place, None)
