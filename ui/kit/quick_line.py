"""The field of the quick-add bar: one line that grows with its detail, coloured as it is understood.

Only plain text comes in. A line longer than 2,000 characters is refused where it is pasted, and the clipboard keeps it:
laying out a line of a megabyte stops a window for seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from app.domain.quickadd import MarkKind, QuickLine
from app.domain.text import LINE
from app.words import _
from ui.kit import scrolling
from ui.kit.field import pasted, plain, too_long
from ui.kit.quick_text import LONGEST
from ui.theme import colour, font, line_height, size

_TONES = {
    MarkKind.CHANNEL: "accent", MarkKind.MINUTES: "accent", MarkKind.DIRECTION: "accent", MarkKind.AT: "text2",
    MarkKind.DECISION: "kept", MarkKind.SEARCH: "text", MarkKind.UNKNOWN_SEARCH: "text", MarkKind.FOLLOW_UP: "risk",
    MarkKind.PROMISE: "theirs", MarkKind.PRIVATE: "text3",
}  # fmt: skip
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_MOST_LINES = 8
_ROOM = 25
Understood = Callable[[], QuickLine]


class Colouring(QSyntaxHighlighter):
    """Colours the first line by its marks, and what follows as detail."""

    def __init__(self, document: QTextDocument, understood: Understood) -> None:
        super().__init__(document)
        self._understood = understood

    def highlightBlock(self, text: str) -> None:
        """One line; called by Qt for each that changed, before it is painted."""
        if self.currentBlock().blockNumber() > 0:
            quiet = QTextCharFormat()
            quiet.setForeground(colour("text2"))
            self.setFormat(0, _units(text, len(text)), quiet)
            return
        for mark in self._understood().marks:
            if mark.kind in _TONES:
                start = _units(text, mark.start)
                self.setFormat(start, _units(text, mark.end) - start, _format(mark.kind))


def _format(kind: MarkKind) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour(_TONES[kind]))
    if kind is MarkKind.UNKNOWN_SEARCH:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    else:
        made.setFontWeight(QFont.Weight.Medium)
    return made


def _units(text: str, place: int) -> int:
    """A place in a text as Qt counts it: signs beyond the first 65,536 take two."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


class QuickField(QPlainTextEdit):
    """Enter saves, Shift+Enter begins a line of detail, Tab asks for fields, Down leads to the chips."""

    entered = Signal()
    fields_asked = Signal()
    chips_asked = Signal()
    refused = Signal(str)
    focused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(scrolling.ScrollBar(Qt.Orientation.Vertical))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._lines = 1
        self._take_look()
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def toPlainText(self) -> str:
        """The text as it was typed."""
        return plain(self.document())

    def line(self) -> str:
        """The first line, which alone has marks."""
        return self.document().firstBlock().text()

    def rewrite_line(self, words: str) -> None:
        """Put other words into the first line, as one step of the field's own undo; the cursor goes to its end."""
        cursor = QTextCursor(self.document().firstBlock())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def select_span(self, start: int, end: int) -> None:
        """Select a part of the first line, to be written anew."""
        line, cursor = self.line(), QTextCursor(self.document().firstBlock())
        cursor.setPosition(_units(line, start))
        cursor.setPosition(_units(line, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Room for its lines, at most eight."""
        shown = min(self._lines, _MOST_LINES)
        return QSize(size(200), size(_ROOM) + (shown - 1) * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Narrow when it must be."""
        return QSize(size(80), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """A new look: its font, its room, its colours."""
        if event.type() == QEvent.Type.PaletteChange and self.font() != font("lead"):
            self._take_look()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the bar; everything else is typing."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Tab and not shift:
            self.fields_asked.emit()
        elif event.key() in (Qt.Key.Key_Backtab, Qt.Key.Key_Tab):
            self.focusNextPrevChild(False)
        elif event.key() == Qt.Key.Key_Down and not shift and self._on_last_line():
            self.chips_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text as it is, whole or not at all."""
        words = _BREAKS.sub("\n", pasted(source))
        longest = max(map(len, words.split("\n")))
        kept = len(self.toPlainText()) - len(self.textCursor().selectedText())
        block = len(self.textCursor().block().text())
        if longest + block > LINE:
            self.refused.emit(
                _("A line takes at most {limit} letters. The text is still on the clipboard.").format(limit=f"{LINE:,}")
            )
        elif kept + len(words) > LONGEST:
            self.refused.emit(too_long(LONGEST))
        elif words:
            self.textCursor().insertText(words)
            self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The bar shows where the keyboard is."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The bar shows where the keyboard is."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _on_last_line(self) -> bool:
        cursor = QTextCursor(self.textCursor())
        return not cursor.movePosition(QTextCursor.MoveOperation.Down)

    def _take_look(self) -> None:
        self.setFont(font("lead"))
        spare = (size(_ROOM) - line_height("lead")) // 2 + (line_height("lead") - self.fontMetrics().height()) // 2
        self.setViewportMargins(0, max(spare, 0), 0, 0)
        self.updateGeometry()

    def _grow(self) -> None:
        lines = max(1, int(self.document().size().height()))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
