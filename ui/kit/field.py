"""Fields: a label over a control, and under it one sentence when what was typed cannot stay as it is.

Text longer than its record takes (DOMAIN.md) is refused where it is pasted: a word of a megabyte froze an editor for 76
seconds. The clipboard keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Protocol

from PySide6.QtCore import QEvent, QMargins, QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.text import LINE
from app.words import _
from ui.kit import mirror, paint, scrolling
from ui.kit.plain import PlainButton
from ui.kit.words import Sentence
from ui.theme import colour, font, size

_HEIGHT, _PADDING = 32, 11
LONG = 20_000  # letters in a field of several lines; a million of them, in one word, would stop the window


class Framed(Protocol):
    """A control whose frame can say that something is wrong."""

    wrong: bool


def too_long(limit: int) -> str:
    """The sentence for a text that does not fit its field."""
    return _("This takes at most {limit} letters. The text is still on the clipboard.").format(limit=f"{limit:,}")


def paint_frame(painter: QPainter, box: QRectF, *, focused: bool, wrong: bool, enabled: bool = True) -> None:
    """The ground and edge of every field."""
    edge = "missed" if wrong else ("accent" if focused else "borderStrong")
    ground = "surface" if enabled else "neutralSoft"
    paint.rounded(painter, box, ground=ground, border=edge, width=2 if focused or wrong else 1)


class Line(QLineEdit):
    """One line of text."""

    refused = Signal(str)
    left = Signal()

    def __init__(
        self, placeholder: str = "", *, limit: int = LINE, icon: str = "", framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.wrong = False
        self._limit, self._icon, self._framed = limit, icon, framed
        self.setMaxLength(2 * limit)  # for what the menu or the mouse pastes; it counts a letter beyond 65,535 twice
        self.inputRejected.connect(self._refuse)
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(font("body"))
        self._fit()

    def sizeHint(self) -> QSize:
        """32 high, and as wide as there is room."""
        return QSize(size(160), size(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow when it must be."""
        return QSize(size(60), size(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """A new look: its font and room."""
        if event.type() == QEvent.Type.PaletteChange and self.font() != font("body"):
            self.setFont(font("body"))
            self._fit()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pasting looks at the length first."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: object) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Our frame, and Qt's text in it."""
        if self._framed:
            painter, box = mirror.painter_on(self), QRectF(self.rect())
            paint_frame(painter, box, focused=self.hasFocus(), wrong=self.wrong, enabled=self.isEnabled())
            if self._icon:
                paint.draw_icon(painter, size(10), box.center().y() - size(16) / 2, self._icon, "text2")
            painter.end()
        super().paintEvent(event)

    def _fit(self) -> None:
        left = size(_PADDING + (23 if self._icon else 0)) - 2
        self.setTextMargins(mirror.margins(left, 0, size(_PADDING) - 2, 0) if self._framed else QMargins())
        palette = self.palette()
        palette.setBrush(palette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(palette)

    def _paste(self) -> None:
        words = " ".join(QGuiApplication.clipboard().text().split("\n"))
        if len(self.text()) - len(self.selectedText()) + len(words) > self._limit:
            self._refuse()
        else:
            self.insert(words)

    def _refuse(self) -> None:
        self.refused.emit(too_long(self._limit))


class Area(QPlainTextEdit):
    """Several lines of plain text; what is pasted arrives as text, whatever it was."""

    refused = Signal(str)
    left = Signal()

    def __init__(
        self, placeholder: str = "", *, limit: int = LINE, lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.wrong = False
        self._limit, self._count = limit, lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(scrolling.ScrollBar(Qt.Orientation.Vertical, inset=4))
        palette = self.palette()
        palette.setBrush(palette.ColorRole.Base, Qt.BrushStyle.NoBrush)  # the frame is the ground
        self.setPalette(palette)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # All room around the text is the viewport's, so that what shows in it is whole lines.
        self.document().setDocumentMargin(0)
        self.setViewportMargins(12, 10, 10, 10)
        self.setFont(font("body"))
        self._frame = _AreaFrame(self)

    def toPlainText(self) -> str:
        """The text as it was typed."""
        return plain(self.document())

    def sizeHint(self) -> QSize:
        """Room for its lines."""
        return QSize(size(160), ceil(QFontMetricsF(self.font()).lineSpacing()) * self._count + 22)

    def event(self, event: QEvent) -> bool:
        """The frame lies behind all of it, also where only the scroll bar gave way and the text kept its width."""
        if event.type() == QEvent.Type.Resize:
            self._frame.setGeometry(self.rect())
            self._frame.lower()
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text as it is; a page copied without a text part arrives as its words."""
        words = pasted(source)
        kept = len(self.toPlainText()) - len(self.textCursor().selectedText())
        if kept + len(words) > self._limit:
            self.refused.emit(too_long(self._limit))
        elif words:
            self.textCursor().insertText(words)

    def focusInEvent(self, event: object) -> None:
        """The ring follows the keyboard."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._frame.update()

    def focusOutEvent(self, event: object) -> None:
        """The ring follows the keyboard; say that the field was left."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._frame.update()
        self.left.emit()


def plain(document: QTextDocument) -> str:
    """The text of a document as it was typed; Qt's own answer makes a no-break space a plain one."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


class _AreaFrame(QWidget):
    """The frame behind an area's text."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The same frame as a line's."""
        painter = QPainter(self)
        area = self._area
        paint_frame(painter, QRectF(self.rect()), focused=area.hasFocus(), wrong=area.wrong, enabled=area.isEnabled())


def pasted(source: QMimeData) -> str:
    """The text of what is pasted; words of a page that brings no text part, and never what it links to."""
    if source.hasText():
        return source.text()
    if source.hasHtml():
        from PySide6.QtGui import QTextDocumentFragment

        return QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    return ""


class Choice(QComboBox):
    """One of a few; `key` is what was chosen."""

    def __init__(
        self, items: Iterable[tuple[str, str]], parent: QWidget | None = None, *, editable: bool = False
    ) -> None:
        super().__init__(parent)
        self.wrong = False
        for key, words in items:
            self.addItem(words, key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(font("body"))
        self._typed = Line(framed=False)
        if editable:
            self.setLineEdit(self._typed)
            self.setCompleter(None)  # type: ignore[arg-type]
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    @property
    def typed(self) -> Line:
        """Where an editable choice is typed into."""
        return self._typed

    @property
    def key(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key; a key that is not there changes nothing."""
        found = self.findData(key)
        if found >= 0:
            self.setCurrentIndex(found)

    def sizeHint(self) -> QSize:
        """32 high."""
        return QSize(super().sizeHint().width() + size(20), size(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow when it must be."""
        return QSize(size(80), size(_HEIGHT))

    def wheelEvent(self, event: object) -> None:
        """Scrolling the page over a choice does not change it."""
        event.ignore()  # type: ignore[attr-defined]

    def resizeEvent(self, event: object) -> None:
        """The text field keeps clear of frame and arrow."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self.isEditable():
            room = QRect(size(_PADDING) - 2, 2, self.width() - size(_PADDING + 28), self.height() - 4)
            self._typed.setGeometry(mirror.seen(self, room))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, words, arrow."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        paint_frame(painter, box, focused=self.hasFocus(), wrong=self.wrong, enabled=self.isEnabled())
        arrow = size(16)
        paint.draw_icon(painter, box.right() - arrow - size(8), box.center().y() - arrow / 2, "chevron-down", "text2")
        if not self.isEditable():
            words = box.adjusted(size(_PADDING), 0, -size(_PADDING + 22), 0)
            paint.text(painter, words, self.currentText(), "body", "text" if self.isEnabled() else "text3")


class Check(PlainButton, QCheckBox):
    """A box to tick, with its words beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The box, a gap, the words."""
        return QSize(round(size(20 + 9) + paint.text_width(self.text(), "body")) + 4, max(size(28), 24))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:
        """The words are part of the target."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled box with a tick, or an empty one."""
        painter = mirror.painter_on(self)
        side = size(18)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        if self.isChecked():
            paint.rounded(painter, box, ground="fill" if self.isEnabled() else "scroll", radius=5)
            paint.draw_icon(
                painter, box.x() + (side - size(13)) / 2, box.y() + (side - size(13)) / 2, "check", "onFill", 13
            )
        else:
            paint.rounded(painter, box, ground="surface", border="borderStrong", radius=5)
        if self.hasFocus():
            paint.focus_ring(painter, box.adjusted(-1, -1, 1, 1), radius=6)
        words = QRectF(box.right() + size(9), 0, self.width() - box.right() - size(9), self.height())
        paint.text(painter, words, self.text(), "body", "text" if self.isEnabled() else "text3")


class Field(QWidget):
    """A label over its control, and the sentence under it when something is wrong."""

    def __init__(self, label: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control, self._hint = control, control.accessibleDescription()
        self._words = Sentence("", "captionMedium", "text2")
        self._words.setBuddy(control)
        self.call(label)
        self._sentence = Sentence("", "caption", "missed", wrap=True)
        self._sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(5))
        column.addWidget(self._words)
        column.addWidget(control)
        column.addWidget(self._sentence)
        column.addStretch()
        if isinstance(control, Line | Area):
            control.refused.connect(self.refuse)
        elif isinstance(control, Choice):
            control.typed.refused.connect(self.refuse)

    def call(self, label: str) -> None:
        """Another label over it."""
        self._words.setText(label)
        self.control.setAccessibleName(label)
        if isinstance(self.control, Choice):
            self.control.typed.setAccessibleName(label)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong under the field, and how to mend it."""
        self._show(sentence)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._show("")

    def _show(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.control.wrong = bool(sentence)  # type: ignore[attr-defined]
        self.control.setAccessibleDescription(sentence or self._hint)
        self.control.update()


def quiet_colour() -> str:
    """The colour of a placeholder, for highlighters."""
    return colour("text3").name()
