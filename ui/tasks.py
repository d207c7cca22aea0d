"""Slow work beside the window: one piece after the other on a thread of its own.

Work gets values and gives a value. Work that must read the office opens it for itself: a connection belongs to its
thread. Whoever asked hears of the end on the window's thread, and of nothing once they are gone or gave up.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError

T = TypeVar("T")
_hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rapport-task")
_under_way: set[Task] = set()


class Task(QObject):
    """One piece of work under way."""

    _over = Signal()

    def __init__(
        self, owner: QObject, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[AppError], None]
    ) -> None:
        super().__init__()
        self._work, self._then, self._failed = work, then, failed
        self._value: Any = None
        self._error: Exception | None = None
        self._given_up = False
        self.handed: Future[None] | None = None
        self._over.connect(self._tell)
        owner.destroyed.connect(self.give_up)

    @Slot()
    def give_up(self) -> None:
        """Nobody wants the result any more; work that has not begun is not done."""
        self._given_up = True

    def do(self) -> None:
        """The work itself; runs on the other thread."""
        try:
            if not self._given_up:
                self._value = self._work()
        except Exception as error:  # noqa: BLE001  # what it was is told on the window's thread
            self._error = error
        self._over.emit()

    @Slot()
    def _tell(self) -> None:
        if self.handed is not None:
            wait([self.handed])  # the other thread lets go first, so that this ends on the thread it belongs to
        _under_way.discard(self)
        if self._given_up:
            return
        if isinstance(self._error, AppError):
            self._failed(self._error)
        elif self._error is not None:
            raise self._error
        else:
            self._then(self._value)


def run(owner: QObject, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[AppError], None]) -> Task:
    """Do `work` on the other thread, then tell `then` its value or `failed` what the person can do about it.

    A bug in the work surfaces on the window's thread as if it had happened there. Everything ends with `owner`.
    """
    task = Task(owner, work, then, failed)
    _under_way.add(task)
    task.handed = _hand.submit(_do, [task])
    return task


def _do(held: list[Task]) -> None:
    """Do what is held, and hold it no longer than that."""
    held.pop().do()
