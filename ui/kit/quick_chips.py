"""What a typed line was understood as, said again in chips: a click corrects one, Backspace removes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.channels import Channel, Direction
from app.domain.quickadd import Mark, MarkKind, QuickLine
from app.words import _
from ui.kit import mirror
from ui.kit.chip import PressChip, chip_height
from ui.kit.order import follow
from ui.kit.quick_text import mark_of

CHANNEL_ICONS = {
    Channel.CALL: "phone", Channel.VIDEO: "video", Channel.EMAIL: "mail", Channel.MESSAGE: "message-circle",
    Channel.IN_PERSON: "users-round", Channel.LETTER: "mail-open", Channel.OTHER: "circle-ellipsis",
}  # fmt: skip
DIRECTION_ICONS = {
    Direction.MINE: "arrow-up-right", Direction.THEIRS: "arrow-down-left", Direction.BOTH: "repeat",
}  # fmt: skip
_LOOKS = {
    MarkKind.DECISION: ("kept", "handshake"), MarkKind.SEARCH: ("outline", "briefcase"),
    MarkKind.UNKNOWN_SEARCH: ("outline", "plus"), MarkKind.FOLLOW_UP: ("risk", "flag"),
    MarkKind.PROMISE: ("theirs", "hourglass"), MarkKind.PRIVATE: ("neutral", "lock"),
}  # fmt: skip
RING, _GAP = 2, 6
_LONGEST = 80


class Part(NamedTuple):
    """One chip: what it says, how it looks, and the words it came from, None for what nobody wrote."""

    kind: MarkKind
    words: str
    tone: str
    icon: str
    mark: Mark | None = None


def parts(read: QuickLine, now: str) -> list[Part]:
    """The chips of a line; `now` is the time it would be logged at, in words."""
    channel, minutes = mark_of(read, MarkKind.CHANNEL), mark_of(read, MarkKind.MINUTES)
    direction, at = mark_of(read, MarkKind.DIRECTION), mark_of(read, MarkKind.AT)
    tone = "you" if channel else "neutral"
    found = [Part(MarkKind.CHANNEL, read.channel.words, tone, CHANNEL_ICONS[read.channel], channel)]
    if minutes:
        found.append(Part(MarkKind.MINUTES, minutes.label, "you", "timer", minutes))
    if direction:
        found.append(Part(MarkKind.DIRECTION, direction.label, "neutral", DIRECTION_ICONS[read.direction], direction))
    found.append(Part(MarkKind.AT, at.label if at else now, "neutral", "clock", at))
    for mark in read.marks:
        if mark.kind in _LOOKS:
            tone, icon = _LOOKS[mark.kind]
            found.append(Part(mark.kind, _said(mark), tone, icon, mark))
    return found


def _said(mark: Mark) -> str:
    words = mark.label if len(mark.label) <= _LONGEST else f"{mark.label[: _LONGEST - 1]}…"
    return _("Create search “{name}”?").format(name=words) if mark.kind is MarkKind.UNKNOWN_SEARCH else words


class QuickChip(PressChip):
    """A chip of the bar: Backspace or Delete removes it, the arrows move to its neighbours."""

    removed = Signal()
    stepped = Signal(int)
    focused = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self.part = Part(MarkKind.JOIN, "", "neutral", "")

    def show_part(self, part: Part) -> None:
        """Say something else."""
        if part[:4] != self.part[:4]:
            self._tone, self._icon = part.tone, part.icon
            self.setAccessibleName(part.words)
            self.update()
        self.part = part

    def text(self) -> str:
        """What it says; never handed to Qt, which would take an ampersand for an access key."""
        return self.part.words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys on a chip."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 0, Qt.Key.Key_Escape: 0}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
        elif key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The bar shows where the keyboard is."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The bar shows where the keyboard is."""
        super().focusOutEvent(event)
        self.focused.emit(False)


class ChipRow(QWidget):
    """The chips side by side, in as many rows as they need; chips are kept and only say something else."""

    spoken_as = QAccessible.Role.Grouping
    pressed = Signal(object)
    removed = Signal(object)
    left = Signal()
    focused = Signal(bool)

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before  # where the Tab key comes from
        self.setAccessibleName(_("How the line is understood"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._chips: list[QuickChip] = []
        self._shown = 0
        self._height = chip_height() + 2 * RING

    def show_parts(self, found: Sequence[Part]) -> None:
        """Show these chips and no others."""
        while len(self._chips) < len(found):
            made = self._made()
            follow(self.last(), made)
            self._chips.append(made)
        for at, chip in enumerate(self._chips):
            if at < len(found):
                chip.show_part(found[at])
        self._shown = len(found)
        self._place()

    def last(self) -> QWidget:
        """Where the Tab key goes on from."""
        return self._chips[-1] if self._chips else self._before

    def chips(self) -> list[QuickChip]:
        """The chips that are shown, in order."""
        return self._chips[: self._shown]

    def focus_first(self) -> None:
        """The keyboard to the first chip."""
        if self._shown:
            self._chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow; then it has more rows."""
        return QSize(80, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows at another width."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A new look has other sizes."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutRequest):
            self._place()
        return super().event(event)

    def _made(self) -> QuickChip:
        chip = QuickChip(self)
        chip.clicked.connect(self._pressed)
        chip.removed.connect(self._removed)
        chip.stepped.connect(self._stepped)
        chip.focused.connect(self.focused)
        return chip

    def _place(self) -> None:
        """Each chip behind the one before it; the room for a ring overlaps the gap."""
        x, y, step = 0, 0, chip_height() + 2 * RING
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < self._shown)
            if at >= self._shown:
                continue
            width = min(chip.sizeHint().width(), self.width())
            if x and x + width > self.width():
                x, y = 0, y + step
            chip.setGeometry(mirror.seen(self, QRect(x, y, width, step)))
            x += width + _GAP - 2 * RING
        if y + step != self._height:
            self._height = y + step
            self.updateGeometry()

    def _pressed(self) -> None:
        self.pressed.emit(self.sender())

    def _removed(self) -> None:
        self.removed.emit(self.sender())

    def _stepped(self, by: int) -> None:
        at = self._chips.index(self.sender()) + by  # type: ignore[arg-type]
        if by and 0 <= at < self._shown:
            self._chips[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif not by:
            self.left.emit()
