"""Rows of two lines about people: what they hold, and how they are drawn: lead, texts, a chip, and their buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip, QWidget

from ui.desk import Place
from ui.kit import paint
from ui.kit.avatar import paint_avatar
from ui.kit.chip import chip_height, chip_width, paint_chip
from ui.kit.listing import RECORD, Index, Listing, RowDelegate, Rows
from ui.kit.plain import tip
from ui.theme import size

ROW_HEIGHT, SIDE = 50, 8
_BUTTON, _PADDING, _ICON, _GAP, _MORE = 26, 9, 14, 6, 28
LEAD, _TIME_LEAD = 40, 50
_TITLE, _SECOND = "statement", "caption"


class Fact(NamedTuple):
    """A chip: its words, its tone, its icon."""

    words: str
    tone: str
    icon: str = ""


class Action(NamedTuple):
    """Something to do with a row, as a button or in its menu.

    A quiet button has no ground; actions of a menu with the same `group` share a menu of that name.
    """

    key: str
    words: str
    icon: str = ""
    quiet: bool = False
    group: str = ""


class Line(NamedTuple):
    """One row: `lead` is circle, hourglass, avatar, an icon or a time of day; `place` is where Enter leads.

    `extras` stand in its menu only. `others` counts what else there is of the same person. A `faded` row is only there
    to be read.
    """

    record: str
    id: int
    lead: str
    title: str
    second: str
    manager: int
    name: str
    place: Place
    fact: Fact | None = None
    actions: tuple[Action, ...] = ()
    theirs: bool = False
    extras: tuple[Action, ...] = ()
    others: int = 0
    faded: bool = False


class Lines(Rows[Line]):
    """The rows; one that was just ticked stays a moment with its circle filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticked: Line | None = None

    def words(self, record: Line) -> str:
        """The row in words."""
        return spoken(record)


def spoken(line: Line) -> str:
    """Time, title, second line, chip."""
    said = (line.lead if line.lead[:1].isdigit() else "", line.title, line.second, line.fact.words if line.fact else "")
    return ", ".join(part for part in said if part)


class LineDelegate(RowDelegate):
    """Paints a row."""

    def __init__(self, lines: Rows[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | Index) -> QSize:
        """All rows are of one height."""
        return QSize(0, size(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row under the pointer, or with the keyboard, shows the way to what else it offers.

        A form that stands in the row is all there is of it.
        """
        listing = option.widget
        assert isinstance(listing, Listing)
        if listing.indexWidget(index) is not None:
            return
        self._over = listing.hovered_row == index.row()
        self._current = listing.hasFocus() and listing.current_row() == index.row()
        super().paint(painter, option, index)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """Ground, lead, texts, chip, buttons."""
        assert isinstance(record, Line)
        box = QRectF(option.rect)
        if self._over:
            paint.rounded(painter, box.adjusted(0, 1, 0, -1), ground="hover")
        if self._current:
            paint.focus_ring(painter, box.adjusted(0, 1, 0, -1))
        is_active = self._over or self._current
        self._draw_right(painter, record, box, is_active=is_active)
        self._paint_lead(painter, record, box)
        left, right = _texts(record, box, is_active=is_active)
        title = QRectF(left, box.top() + size(5), right - left, size(20))
        paint.text(painter, title, record.title, _TITLE, "text2" if record.faded else "text")
        second = QRectF(left, box.top() + size(26), right - left, size(16))
        paint.text(painter, second, record.second, _SECOND, "text2")

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """A tooltip says all of what is cut."""
        line = index.data(RECORD)
        if event.type() != QEvent.Type.ToolTip or not isinstance(line, Line):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip(cut(line, QRectF(view.visualRect(index)))), view)
        return True

    def _draw_right(self, painter: QPainter, line: Line, box: QRectF, *, is_active: bool) -> None:
        for action, place in buttons(line, box):
            _paint_button(painter, action, place)
        if line.fact is not None:
            words, tone, icon = line.fact
            paint_chip(painter, _chip_left(line, box), box.center().y() - chip_height() / 2, words, tone, icon)
        if line.extras and is_active:
            more = more_box(line, box)
            paint.draw_icon(painter, more.center().x() - size(8), more.center().y() - size(8), "ellipsis")

    def _paint_lead(self, painter: QPainter, record: Line, box: QRectF) -> None:
        left, middle = box.left() + size(SIDE), box.center().y()
        if record.lead == "avatar":
            side = size(28)
            paint_avatar(painter, QRectF(left, middle - side / 2, side, side), record.manager, record.name)
        elif record.lead == "circle":
            ticked = isinstance(self._lines, Lines) and record == self._lines.ticked
            _paint_circle(painter, QRectF(left + size(5), middle - size(9), size(18), size(18)), ticked)
        elif record.lead[:1].isdigit():
            place = QRectF(left, box.top() + size(5), size(_TIME_LEAD), size(20))
            paint.text(painter, place, record.lead, "bodyMedium", "text" if record.actions else "text2")
        else:
            tone = "theirs" if record.theirs and not record.faded else "text2"
            paint.draw_icon(painter, left + size(6), middle - size(16) / 2, record.lead, tone)


def buttons(line: Line, box: QRectF) -> Iterator[tuple[Action, QRectF]]:
    """A row's buttons and where they are, from the right; the quiet ones stand before the chip."""
    right = box.right() - size(SIDE)
    for action in (each for each in reversed(line.actions) if not each.quiet):
        yield action, _button_box(action, right, box)
        right -= _button_width(action) + size(8)
    if line.fact is not None:
        right = _chip_left(line, box) - size(8)
    for action in (each for each in reversed(line.actions) if each.quiet):
        yield action, _button_box(action, right, box)
        right -= _button_width(action) + size(8)


def more_box(line: Line, box: QRectF) -> QRectF:
    """Where the way to the menu stands: before everything else at the right."""
    left = min((place.left() for _action, place in buttons(line, box)), default=box.right() - size(SIDE))
    if line.fact is not None:
        left = min(left, _chip_left(line, box))
    side = size(_MORE)
    return QRectF(left - side - size(4), box.center().y() - side / 2, side, side)


def cut(line: Line, box: QRectF) -> str:
    """What a row under the pointer cannot show whole, a line each."""
    left, right = _texts(line, box, is_active=True)
    texts = ((line.title, _TITLE), (line.second, _SECOND))
    return "\n".join(words for words, role in texts if paint.text_width(words, role) > right - left)


def lead_width(line: Line) -> int:
    """How far the texts stand in, in logical pixels of the plain text size."""
    return _TIME_LEAD if line.lead[:1].isdigit() else LEAD


def _texts(line: Line, box: QRectF, *, is_active: bool) -> tuple[float, float]:
    """Where title and second line begin and end: after the lead, before all that stands at the right."""
    ends = [place.left() - size(12) for _action, place in buttons(line, box)]
    if line.fact is not None:
        ends.append(_chip_left(line, box) - size(12))
    if line.extras and is_active:
        ends.append(more_box(line, box).left() - size(4))
    return box.left() + size(SIDE) + size(lead_width(line)), min(ends, default=box.right() - size(SIDE))


def _chip_left(line: Line, box: QRectF) -> float:
    loud = [action for action in line.actions if not action.quiet]
    taken = sum(_button_width(action) for action in loud) + size(8) * max(len(loud) - 1, 0)
    right = box.right() - size(SIDE) - (taken + size(12) if loud else 0)
    assert line.fact is not None
    return right - chip_width(*line.fact)


def _button_width(action: Action) -> float:
    icon = size(_ICON + _GAP) if action.icon else 0
    return paint.text_width(action.words, "bodyMedium") + icon + 2 * size(_PADDING)


def _button_box(action: Action, right: float, box: QRectF) -> QRectF:
    width = _button_width(action)
    return QRectF(right - width, box.center().y() - size(_BUTTON) / 2, width, size(_BUTTON))


def _paint_button(painter: QPainter, action: Action, box: QRectF) -> None:
    if not action.quiet:
        paint.rounded(painter, box, ground="surface", border="border")
    tone, left = "text2" if action.quiet else "text", box.left() + size(_PADDING)
    if action.icon:
        paint.draw_icon(painter, left, box.center().y() - size(_ICON) / 2, action.icon, "text2", _ICON)
        left += size(_ICON + _GAP)
    paint.text(painter, QRectF(left, box.top(), box.right() - left, box.height()), action.words, "bodyMedium", tone)


def _paint_circle(painter: QPainter, box: QRectF, on: bool) -> None:
    radius = box.width() / 2
    if not on:
        paint.rounded(painter, box, border="borderStrong", width=1.5, radius=radius)
        return
    paint.rounded(painter, box, ground="fill", radius=radius)
    inset = (box.width() - size(13)) / 2
    paint.draw_icon(painter, box.x() + inset, box.y() + inset, "check", "onFill", 13)
