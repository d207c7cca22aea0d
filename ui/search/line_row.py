"""One line of a card: read, and edited where it stands.

A click, Enter or F2 edits, Delete deletes, Ctrl+Up and Ctrl+Down move; pointer and keyboard show what else can be done.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.words import _
from ui.kit import mirror, paint
from ui.kit.button import IconButton
from ui.kit.chip import Chip
from ui.kit.icon import Icon
from ui.kit.order import follow
from ui.kit.plain import menu_words, tip
from ui.kit.words import Label
from ui.theme import line_height, size

INSET = 8  # the ground of a line begins so far outside its words
_NAMED = 80
_CLOSE, _ROOMY = 3, 6  # over and under its words
_WISHES = {
    Qt.Key.Key_Return: "edit", Qt.Key.Key_Enter: "edit", Qt.Key.Key_F2: "edit", Qt.Key.Key_Space: "edit",
    Qt.Key.Key_Delete: "delete",
}  # fmt: skip
_MOVES = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
_AROUND = ("up", "down", "delete")


class Shown(NamedTuple):
    """One line: its record, icon and text; `over` and `second` quiet lines around it, a chip at its end.

    `quick` are deeds that show themselves, as wish, icon and words; `deeds` stand in the menu; `can` says what its keys
    do besides editing. `private` puts the lock beside what stands over it; `hint` is its tooltip. A `strong` line is a
    row of its own, with more room; `tail` are quiet words at its end; `edit` is what a press does, in its menu's words.
    """

    id: int
    icon: str
    tone: str
    text: str
    second: str = ""
    chip: tuple[str, str] = ("", "")
    deeds: tuple[tuple[str, str], ...] = ()
    over: str = ""
    quick: tuple[tuple[str, str, str], ...] = ()
    can: tuple[str, ...] = ("up", "down", "delete")
    private: bool = False
    hint: str = ""
    strong: bool = False
    second_tone: str = "text2"
    tail: str = ""
    edit: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        private = _("private") if self.private else ""
        return ". ".join(part for part in (self.over, private, self.text, self.second, self.tail, self.chip[0]) if part)


class LineRow(QWidget):
    """The line; all of it is the target."""

    spoken_as = QAccessible.Role.ListItem
    wanted = Signal(str)
    entered = Signal(object)

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self._deeds: QWidget | None = None
        self._pressed = False
        self.setProperty("reached-by-key", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(shown.spoken)
        self.setToolTip(tip(shown.hint))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words, row = QVBoxLayout(), QHBoxLayout(self)
        words.setSpacing(0)
        if shown.over:
            words.addLayout(_over(shown))
        words.addWidget(Label(shown.text, "bodyMedium" if shown.strong else "body", wrap=True))
        if shown.second:
            words.addWidget(Label(shown.second, "caption", shown.second_tone, wrap=True))
        around = size(_ROOMY if shown.strong else _CLOSE)
        row.setContentsMargins(size(INSET), around, size(INSET), around)
        row.setSpacing(size(7))
        if shown.icon:
            row.addWidget(_Lead(shown.icon, shown.tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._end = _end(shown)
        if self._end is not None:
            middle = Qt.AlignmentFlag.AlignVCenter
            row.addWidget(self._end, 0, middle if shown.strong or shown.tail else Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground under the pointer and the keyboard."""
        if self.underMouse() or self.hasFocus():
            painter, box = mirror.painter_on(self), QRectF(self.rect())
            paint.rounded(painter, box, ground="hover")
            if self.hasFocus():
                paint.focus_ring(painter, box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a line."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        wish = _MOVES.get(key, "") if control else _WISHES.get(key, "")
        if wish == "edit" or wish in self.shown.can:
            self.wanted.emit(wish)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click may begin here."""
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click edits."""
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.wanted.emit("edit")
        self._pressed = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as the three dots."""
        self._menu().popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer shows what can be done."""
        super().enterEvent(event)
        self._show_deeds(True)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        super().leaveEvent(event)
        self._show_deeds(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard shows what can be done."""
        super().focusInEvent(event)
        self._show_deeds(True)
        self.entered.emit(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has left."""
        super().focusOutEvent(event)
        self._show_deeds(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard has left one of the buttons."""
        if event.type() == QEvent.Type.FocusOut:
            self._show_deeds(False)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons keep their place."""
        super().resizeEvent(event)
        self._place_deeds()

    def _show_deeds(self, wanted: bool) -> None:
        """The buttons, made when they are first seen."""
        if self._deeds is None:
            if not wanted:
                return
            self._deeds = self._made_deeds()
            follow(self, self._deeds)
            self._place_deeds()
        near = wanted or self.hasFocus() or self.underMouse()
        self._deeds.setVisible(near or any(each.hasFocus() for each in self._deeds.findChildren(IconButton)))

    def _made_deeds(self) -> QWidget:
        deeds = QWidget(self)
        row = QHBoxLayout(deeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(4))
        named = self.shown.text[:_NAMED]
        for wish, icon, words in (*self.shown.quick, ("menu", "ellipsis", _("More for: {line}"))):
            button = IconButton(icon, words.format(line=named), kind="compact")
            button.setObjectName(wish)
            button.installEventFilter(self)
            button.clicked.connect(self._press)
            row.addWidget(button)
        return deeds

    def _place_deeds(self) -> None:
        if self._deeds is not None:
            hint = self._deeds.sizeHint()
            first = self.height() if self.shown.strong else line_height("body") + 2 * size(_CLOSE)
            end = self._end.width() + size(INSET) if self._end is not None else 0
            left = self.width() - end - hint.width()
            box = QRect(left, (first - hint.height()) // 2, hint.width(), hint.height())
            self._deeds.setGeometry(mirror.seen(self, box))

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, IconButton) and button.objectName() == "menu":
            self._menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
        else:
            self.wanted.emit(button.objectName())

    def _menu(self) -> QMenu:
        around = (
            ("up", _("Move up\tCtrl+Up")), ("down", _("Move down\tCtrl+Down")), ("delete", _("Delete\tDel")),
        )  # fmt: skip
        menu = QMenu(self)
        for wish, words in (("edit", self.shown.edit or _("Edit\tF2")), *self.shown.deeds, *around):
            if wish not in _AROUND or wish in self.shown.can:
                menu.addAction(menu_words(words)).setData(wish)
        menu.triggered.connect(self._chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _chosen(self, action: QAction) -> None:
        self.wanted.emit(str(action.data()))


def _over(shown: Shown) -> QHBoxLayout:
    """The question over an answer, with the lock where the answer is private."""
    row = QHBoxLayout()
    row.setSpacing(size(5))
    row.addWidget(Label(shown.over, "captionMedium", "text2"))
    if shown.private:
        row.addWidget(Icon("lock", 13, "text2"))
    row.addStretch()
    return row


def _end(shown: Shown) -> QWidget | None:
    """What stands at the end of a line: a chip, quiet words, or nothing."""
    if shown.chip[0]:
        return Chip(*shown.chip)
    return Label(shown.tail, "caption", "text2") if shown.tail else None


class _Lead(QWidget):
    """The icon before a line, on the middle of its first line."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Icon(name, 16, tone))

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(size(16), line_height("body"))
