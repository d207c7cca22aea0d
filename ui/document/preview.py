"""From what a document says to the picture of its page, beside the window and never behind the newest wish.

One drawing is under way at a time. What is asked meanwhile waits in one place, where a newer wish takes it over: typing
costs no queue. The first waits until the window stands there: it would take the processor from it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.domain.agreement import AgreementSheet
from app.domain.brief import BriefPart, SearchBrief
from app.domain.errors import AppError
from app.domain.summary import MeetingSummary
from app.services import preview
from app.services.preview import Pressed
from app.services.summaries import Part
from app.settings import Paper
from ui import tasks


class Draft(NamedTuple):
    """A summary to be made: what it says, without what, on which paper."""

    summary: MeetingSummary
    without: frozenset[Part]
    paper: Paper


class BriefDraft(NamedTuple):
    """A search brief to be made: what it says, without what, whether only what changed, on which paper."""

    brief: SearchBrief
    without: frozenset[BriefPart]
    drift: bool
    paper: Paper


class AgreementDraft(NamedTuple):
    """An agreement sheet to be made: what was chosen for it, on which paper."""

    sheet: AgreementSheet
    paper: Paper


Source = Draft | BriefDraft | AgreementDraft | bytes


class Wish(NamedTuple):
    """A page to be seen: of what, which one counted from 0, and how many pixels to a point."""

    source: Source
    page: int
    scale: float


class Shown(NamedTuple):
    """A page as it was drawn; `page` may be an earlier one than was wished for, when the document is shorter."""

    wish: Wish
    pressed: Pressed
    page: int
    image: QImage


class Preview(QObject):
    """Draws what is wished for and says when it is there, or why it cannot be."""

    shown = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.last: Shown | None = None
        self._has_begun = False
        self._asked: Wish | None = None
        self._drawing: Wish | None = None
        self._waiting: list[Callable[[Pressed], None]] = []

    def ask(self, wish: Wish) -> None:
        """Draw this next."""
        self._asked = wish
        if self._drawing is None and self._has_begun:
            self._draw_next()

    def begin(self) -> None:
        """The window is seen: draw what was asked for by now."""
        self._has_begun = True
        if self._drawing is None:
            self._draw_next()

    def when_current(self, then: Callable[[Pressed], None]) -> None:
        """Hand over the document once it is what was last asked for, which may be at once; never a refused one."""
        self._waiting.append(then)
        if self._drawing is None and self._asked is None:
            self._hand_over()

    def _draw_next(self) -> None:
        self._drawing, self._asked = self._asked, None
        if self._drawing is not None:
            tasks.run(self, partial(_draw, self._drawing, self.last), self._drawn, self._failed)

    def _drawn(self, shown: Shown) -> None:
        self._drawing = None
        self.last = shown
        self.shown.emit(shown)
        self._go_on()

    def _failed(self, error: AppError) -> None:
        self._drawing = None
        self.last = None
        self.refused.emit(str(error))
        self._go_on()

    def _go_on(self) -> None:
        if self._asked is not None:
            self._draw_next()
        else:
            self._hand_over()

    def _hand_over(self) -> None:
        waiting, self._waiting = self._waiting, []
        if self.last is not None:
            for then in waiting:
                then(self.last.pressed)


def _draw(wish: Wish, last: Shown | None) -> Shown:
    """The page; the PDF itself is made only when it says something else than the last one."""
    pressed = last.pressed if last is not None and last.wish.source == wish.source else _pressed(wish.source)
    page = min(wish.page, len(pressed.sizes) - 1)
    return Shown(wish, pressed, page, image_of(pressed, page, wish.scale))


def image_of(pressed: Pressed, page: int, scale: float) -> QImage:
    """One page as Qt's picture, with `scale` pixels to a point."""
    picture = preview.picture(pressed.data, page, scale)
    form = QImage.Format.Format_RGBX8888
    seen = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, form)
    # The conversion copies, so that nothing depends on the bytes, into the form a screen draws fastest.
    return seen.convertToFormat(QImage.Format.Format_RGB32)


def _pressed(source: Source) -> Pressed:
    match source:
        case bytes():
            return preview.opened(source)
        case Draft():
            return preview.press(*source)
        case BriefDraft():
            from app.services.brief_preview import press_brief

            return press_brief(*source)
        case AgreementDraft():
            from app.services.agreement_preview import press

            return press(*source)
