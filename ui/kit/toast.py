"""One sentence at the foot of the page: what was done, with Undo where it can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.words import _
from ui.kit import mirror, paint
from ui.kit.words import Sentence
from ui.theme import size

_SHOWN_MS = 8_000


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something, politely."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class _Press(QPushButton):
    """A button on the toast's dark ground: words, or a cross."""

    def __init__(self, words: str, icon: str = "") -> None:
        super().__init__()
        self.setText(words)
        self._icon = icon
        self.setAutoDefault(False)
        width = size(28) if icon else round(paint.text_width(words, "bodyStrong")) + size(16)
        self.setFixedSize(width, size(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words or cross, and the ring."""
        painter, box = QPainter(self), QRectF(self.rect())
        if self._icon:
            paint.draw_icon(
                painter, box.center().x() - size(14) / 2, box.center().y() - size(14) / 2, self._icon, "onToast", 14
            )
        else:
            paint.text(painter, box, self.text(), "bodyStrong", "toastLink", Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            paint.focus_ring(painter, box, tone="toastLink")


class Toast(QWidget):
    """The one toast of a window; a new sentence takes the place of the last. `offer` stands on its button for Undo."""

    spoken_as = QAccessible.Role.Notification
    undo = Signal()

    def __init__(self, over: QWidget, offer: str = "") -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("toast")
        self._words = Sentence("", "body", "onToast")
        self._undo = _Press(offer or _("Undo"))
        close = _Press("", "x")
        close.setAccessibleName(_("Close message"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(size(44), size(8), size(10), size(8)))
        row.setSpacing(size(8))
        for part in (self._words, self._undo, close):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        self._undo.clicked.connect(self._undone)
        close.clicked.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text() if self.isVisible() else ""

    def stand_over(self, over: QWidget) -> None:
        """Take another place, as when a page takes the whole window; what it says stays said."""
        shown = self.isVisible()
        self._over.removeEventFilter(self)
        self._over = over
        self.setParent(over)
        over.installEventFilter(self)
        if shown:
            self._place()
            self.show()
            self.raise_()

    def say(self, words: str, *, undo: bool = False) -> None:
        """Show a sentence for eight seconds, longer while the pointer or the keyboard is on it."""
        self._words.setText(words)
        self._undo.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def eventFilter(self, over: QObject, event: QEvent) -> bool:
        """Keep the place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(over, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The inverted ground and a tick."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        paint.rounded(painter, box, ground="toast", radius=8)
        paint.draw_icon(painter, size(16), box.center().y() - size(16) / 2, "check", "onToast")

    def _place(self) -> None:
        over = self._over
        self._row.activate()
        width = min(self.sizeHint().width(), over.width() - 32)
        self.setFixedSize(width, max(self.sizeHint().height(), size(42)))
        self.move((over.width() - width) // 2, over.height() - self.height() - size(24))

    def _leave(self) -> None:
        busy = self.underMouse() or (self.focusWidget() is not None and self.focusWidget().hasFocus())
        if busy:
            self._timer.start()
        else:
            self.hide()

    def _undone(self) -> None:
        self.hide()
        self.undo.emit()
