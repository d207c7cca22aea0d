"""What a promise's card says, and where on the card it stands, from left to right."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from app.services.board import NEXT, Status
from app.services.board import Card as Promise
from app.services.marking import marks
from app.words import _
from ui.kit import paint
from ui.kit.chip import chip_height, chip_width, paint_chip
from ui.kit.dots import dots_width, paint_dot
from ui.relationship.expectations.paragraph import Paragraph
from ui.theme import line_height, look, size

STATUS = {
    Status.PROPOSED: ("neutral", "circle-dashed"), Status.AGREED: ("you", "handshake"), Status.KEPT: ("kept", "check"),
    Status.MISSED: ("missed", "x"), Status.RENEGOTIATED: ("neutral", "repeat"),
    Status.AT_RISK: ("risk", "triangle-alert"), Status.CLOSED: ("neutral", "archive"),
}  # fmt: skip
_SIDE, _TOP, _GAP, _FOOT, _BOTTOM = 16, 12, 3, 24, 7
_DOT, _STEP, _ICON = 9, 14, 14
_AROUND = 2  # above and below the words of a clock on lines of their own


class _Places(NamedTuple):
    """The parts of the card at a width, as they stand from left to right."""

    statement: QRectF
    chip: QRectF
    measure: QRectF
    timing: QRectF
    foot: QRectF
    height: int


class Face:
    """Everything that is painted of a promise."""

    def __init__(self) -> None:
        self._statement, self._measure, self._timing = Paragraph("statement"), Paragraph("body"), Paragraph("caption")
        self._known: dict[tuple[int, int], _Places] = {}

    def show_promise(self, promise: Promise) -> None:
        """What it says from now on."""
        self._promise = promise
        self._known.clear()
        self._statement.text = promise.statement
        measure = _("Measured by: {measure}").format(measure=promise.measure) if promise.measure else ""
        self._measure.text = measure or _("How will you both know?")
        self._timing.text = promise.timing
        self.mark("")

    def mark(self, words: str) -> None:
        """Let words stand out in what it says; none for no words."""
        for part in (self._statement, self._measure):
            part.marks = marks(part.text, words)
        self._known.clear()

    @property
    def spoken(self) -> str:
        """The whole card as it is read out: what, how it stands, how both know, when, and every dot."""
        promise = self._promise
        dots = [mark.words for mark in promise.marks] or [_("no check-ins yet")]
        parts = [promise.statement, promise.status_words, self._measure.text, promise.timing, *dots]
        return ". ".join(part for part in parts if part)

    def height(self, width: int) -> int:
        """How high it is at a width, in logical pixels."""
        return self._places(width).height

    def draw(self, painter: QPainter, width: int) -> None:
        """All of it."""
        places, promise = self._places(width), self._promise
        box = places.statement
        self._statement.draw(painter, box.x(), box.y(), box.width(), "text")
        box = places.measure
        self._measure.draw(painter, box.x(), box.y(), box.width(), "text2")
        box = places.chip
        tone, icon = STATUS[promise.status]
        paint_chip(painter, box.x(), box.y(), promise.status_words, tone, icon, box.width())
        self._draw_timing(painter, width)
        for at, mark in enumerate(promise.marks):
            paint_dot(painter, self._dot(at, width), mark.kind)

    def next_dot(self, width: int) -> QRect:
        """Where the ring can be pressed, at least 24 wide and high; empty where there is none."""
        marks = self._promise.marks
        if not marks or marks[-1].kind != NEXT:
            return QRect()
        dot = self._dot(len(marks) - 1, width)
        return QRectF(dot.center().x() - size(12), dot.center().y() - size(12), size(24), size(24)).toAlignedRect()

    def more(self, width: int, needed: QSize) -> QRect:
        """Where the three dots stand: in the line of the measure, at its end."""
        line = self._places(width).measure
        left = width - size(_SIDE) - needed.width() + size(4)
        top = line.top() + (size(18) - needed.height()) / 2
        return QRectF(left, top, needed.width(), needed.height()).toRect()

    def words_at(self, where: QPoint, width: int) -> str:
        """The words of the dot there."""
        for at, mark in enumerate(self._promise.marks):
            dot = self._dot(at, width).adjusted(-2, -6, 2, 6)
            if dot.contains(where.toPointF()):
                return mark.words
        return ""

    def _places(self, width: int) -> _Places:
        """The same answer until the text or the look changes; a layout and a painting ask for it dozens of times."""
        key = (width, look.generation())
        if key not in self._known:
            self._known[key] = self._placed(width)
        return self._known[key]

    def _placed(self, width: int) -> _Places:
        side, inner = size(_SIDE), width - 2 * size(_SIDE)
        chip = min(self._chip_width(), inner / 2)
        wide = inner - chip - size(12)
        statement = QRectF(side, size(_TOP), wide, self._statement.height(wide))
        wide = inner - size(32)
        measure = QRectF(side, statement.bottom() + size(_GAP), wide, self._measure.height(wide))
        foot = QRectF(side, measure.bottom() + size(_GAP), inner, max(size(_FOOT), 24))
        timing = foot.adjusted(size(_ICON + 6), 0, -self._dots_width() - size(10), 0)
        if paint.text_width(self._timing.text, "caption") > timing.width():  # on lines of its own, the dots below
            timing.setWidth(inner - size(_ICON + 6))
            timing.setHeight(self._timing.height(timing.width()) + 2 * _AROUND)
            foot.moveTop(timing.bottom())
        chip_box = QRectF(width - side - chip, size(_TOP) - 1, chip, chip_height())
        return _Places(statement, chip_box, measure, timing, foot, round(foot.bottom() + size(_BOTTOM)))

    def _chip_width(self) -> float:
        tone, icon = STATUS[self._promise.status]
        return chip_width(self._promise.status_words, tone, icon)

    def _dot(self, at: int, width: int) -> QRectF:
        foot, after = self._places(width).foot, len(self._promise.marks) - 1 - at
        left = foot.right() - after * size(_STEP) - size(_DOT)
        return QRectF(left, foot.center().y() - size(_DOT) / 2, size(_DOT), size(_DOT))

    def _dots_width(self) -> float:
        """What stands at the end of the last line: the dots, or that there are none."""
        count = len(self._promise.marks)
        return dots_width(count) if count else paint.text_width(_("no check-ins yet"), "caption")

    def _draw_timing(self, painter: QPainter, width: int) -> None:
        places, promise = self._places(width), self._promise
        foot, timing = places.foot, places.timing
        has_own_lines = timing.bottom() <= foot.top()
        middle = timing.top() + _AROUND + line_height("caption") / 2 if has_own_lines else foot.center().y()
        icon = "repeat" if promise.repeats else "calendar-days"
        paint.draw_icon(painter, foot.left(), middle - size(_ICON) / 2, icon, "text2", _ICON)
        if has_own_lines:
            self._timing.draw(painter, timing.x(), timing.y() + _AROUND, timing.width(), "text2")
        else:
            paint.text(painter, timing, promise.timing, "caption", "text2")
        if not promise.marks:
            rest = foot.adjusted(foot.width() - self._dots_width() - 1, 0, 0, 0)
            paint.text(painter, rest, _("no check-ins yet"), "caption", "text2")
