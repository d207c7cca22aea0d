"""One promise as a card: what, how both know, by which clock, how it stands and how it went.

A card is a stop for the keyboard: K, L, M, W answer the next due, Enter and F2 edit, Delete deletes, Ctrl+Up and
Ctrl+Down move it within its column. It paints itself: with ten widgets each, forty promises took a
quarter of a second to open.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from app.domain.clocks import Outcome
from app.services.board import Card as Promise
from app.words import _
from ui.kit import mirror, paint
from ui.kit.button import IconButton
from ui.kit.order import follow
from ui.relationship.expectations.asking import Asking
from ui.relationship.expectations.face import Face
from ui.relationship.expectations.menus import outcome_menu, promise_menu
from ui.theme import size

MIME = "application/x-rapport-promise"
_ANSWERS = {
    Qt.Key.Key_K: Outcome.KEPT, Qt.Key.Key_L: Outcome.LATE, Qt.Key.Key_M: Outcome.MISSED, Qt.Key.Key_W: Outcome.WAIVED,
}  # fmt: skip
_WISHES = {
    Qt.Key.Key_Return: "edit", Qt.Key.Key_Enter: "edit", Qt.Key.Key_F2: "edit", Qt.Key.Key_Delete: "delete",
}  # fmt: skip
_NAMED = 80  # so much of a statement names what belongs to it
_MOVES = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}


class PromiseCard(QWidget):
    """The card; it asks its column for everything it does."""

    spoken_as = QAccessible.Role.ListItem
    answered = Signal(object)
    wanted = Signal(str)

    def __init__(self, promise: Promise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pressed_at: QPointF | None = None
        self._face = Face()
        self._more: IconButton | None = None
        self.asking: Asking | None = None
        self.show_promise(promise)

    def show_promise(self, promise: Promise) -> None:
        """Show how it stands now."""
        self.promise = promise
        self._face.show_promise(promise)
        self.setObjectName(f"promise-{promise.id}-{promise.side}")
        self.setAccessibleName(self._face.spoken)
        if self._more is not None:
            self._more.set_name(self._more_name())
        can_answer = promise.is_agreed and not promise.is_closed
        self.setAccessibleDescription(_("K, L, M and W say how the next one went.") if can_answer else "")
        self.updateGeometry()
        self.update()

    def mark_words(self, words: str) -> None:
        """Let words stand out, until the promise is shown anew."""
        self._face.mark(words)
        self.updateGeometry()
        self.update()

    def ask(self, asking: Asking) -> None:
        """Ask something below; what was asked before is left."""
        self.leave()
        self.asking = asking
        asking.setParent(self)
        asking.left.connect(self.leave)
        follow(self._more or self, asking)
        asking.show()
        self.updateGeometry()
        self._place_parts()
        asking.take_focus()

    def leave(self) -> None:
        """Ask no more."""
        if self.asking is not None:
            leaving, self.asking = self.asking, None
            keyboard = QApplication.focusWidget()
            had_keyboard = keyboard is not None and leaving.isAncestorOf(keyboard)
            leaving.hide()
            leaving.deleteLater()
            self.updateGeometry()
            if had_keyboard:
                self.setFocus()

    def hasHeightForWidth(self) -> bool:
        """Its texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The texts, and what is asked below them."""
        return self._face.height(width) + self._asking_height(width)

    def sizeHint(self) -> QSize:
        """As wide as a column gets: a scroll area never makes its page lower than the hint, which wraps when narrow."""
        return QSize(size(560), size(60))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(size(200), size(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface, what it says, and the ring."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        paint.rounded(painter, box, ground="surface", border="border", radius=paint.CARD_RADIUS)
        self._face.draw(painter, self.width())
        if self.hasFocus():
            paint.focus_ring(painter, box, radius=paint.CARD_RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its parts keep their places."""
        super().resizeEvent(event)
        self._place_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a card."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key in _MOVES and control:
            self._wish(_MOVES[key])
        elif key in _MOVES:
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif control:
            super().keyPressEvent(event)
        elif key in _ANSWERS and self.promise.is_agreed and not self.promise.is_closed:
            self.answered.emit(_ANSWERS[key])
        elif key in _WISHES:
            self._wish(_WISHES[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The pointer shows the quiet action, and says the words of a dot; a new text size needs another height."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._show_more(event.type() == QEvent.Type.Enter)
        elif event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._face.words_at(mirror.painted(self, event.pos()), self.width())
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard shows the quiet action."""
        super().focusInEvent(event)
        self._show_more(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And hides it again."""
        super().focusOutEvent(event)
        self._show_more(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard has left the quiet action."""
        if event.type() == QEvent.Type.FocusOut:
            self._show_more(False)
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as the three dots."""
        menu = promise_menu(self.promise, self)
        menu.triggered.connect(self._chosen)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a drag may begin here."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the card within its column."""
        if self._pressed_at is None:
            return
        far = (event.position() - self._pressed_at).manhattanLength()
        if far > QApplication.startDragDistance():
            hot, self._pressed_at = self._pressed_at.toPoint(), None
            drag, data = QDrag(self), QMimeData()
            data.setData(MIME, f"{self.promise.side} {self.promise.id}".encode())
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            drag.setHotSpot(hot)
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the next dot asks how it went, anywhere else it edits."""
        if self._pressed_at is None or not self.rect().contains(event.position().toPoint()):
            return
        self._pressed_at = None
        if self.next_dot().contains(event.position().toPoint()):
            menu = outcome_menu(self)
            menu.triggered.connect(self._chosen)
            menu.popup(self.mapToGlobal(self.next_dot().bottomLeft()))
        else:
            self._wish("edit")

    def next_dot(self) -> QRect:
        """Where the ring of the next check-in can be pressed; empty where there is none."""
        return mirror.seen(self, self._face.next_dot(self.width()))

    def _wish(self, wish: str) -> None:
        """What is closed is opened again before it is edited."""
        if not (wish == "edit" and self.promise.is_closed):
            self.wanted.emit(wish)

    def _chosen(self, action: QObject) -> None:
        data = action.data()  # type: ignore[attr-defined]
        if data in tuple(Outcome):
            self.answered.emit(Outcome(data))
        else:
            self._wish(str(data))

    def _more_name(self) -> str:
        return _("More for: {line}").format(line=self.promise.statement[:_NAMED])

    def _show_more(self, wanted: bool) -> None:
        """The three dots, made when they are first seen."""
        if self._more is None:
            if not wanted:
                return
            self._more = IconButton("ellipsis", self._more_name(), kind="quietCompact", parent=self)
            self._more.installEventFilter(self)
            self._more.clicked.connect(self._show_menu)
            follow(self, self._more)
            self._place_parts()
        self._more.setVisible(wanted or self.hasFocus() or self.underMouse() or self._more.hasFocus())

    def _show_menu(self) -> None:
        assert self._more is not None
        menu = promise_menu(self.promise, self)
        menu.triggered.connect(self._chosen)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _place_parts(self) -> None:
        if self._more is not None:
            box = self._face.more(self.width(), self._more.sizeHint())
            self._more.setGeometry(mirror.seen(self, box))
        if self.asking is not None:
            top, side = self._face.height(self.width()), size(16)
            self.asking.setGeometry(side, top, self.width() - 2 * side, self.height() - top - size(12))

    def _asking_height(self, width: int) -> int:
        if self.asking is None:
            return 0
        layout, inner = self.asking.layout(), width - 2 * size(16)
        assert layout is not None
        height = layout.totalHeightForWidth(inner) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return height + size(12)
